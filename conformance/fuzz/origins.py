"""Where the scripts and functions come from that calls run: needed to play these calls alone."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.fuzz.steps import Argv, Step


def with_origins(steps: Sequence[Step], last: int) -> list[Step]:
    """The last steps, before them those that may have loaded what these run."""
    cut = max(0, len(steps) - last)
    kept = list(steps[cut:])
    functions = {step.argv[1] for step in kept if _calls(step.argv, b"FCALL", b"FCALL_RO")}
    digests = {step.argv[1] for step in kept if _calls(step.argv, b"EVALSHA", b"EVALSHA_RO")}
    digests = {digest.lower() for digest in digests}

    def is_origin(argv: Argv) -> bool:
        if _calls(argv, b"FUNCTION"):
            return any(b"'%b'" % name in argv[-1] for name in functions)
        if _calls(argv, b"EVAL", b"EVAL_RO"):
            return _digest(argv[1]) in digests
        return _calls(argv, b"SCRIPT") and _digest(argv[-1]) in digests

    return [step for step in steps[:cut] if is_origin(step.argv)] + kept


def _calls(argv: Argv, *names: bytes) -> bool:
    return len(argv) > 1 and argv[0].upper() in names


def _digest(script: bytes) -> bytes:
    return hashlib.sha1(script).hexdigest().encode()
