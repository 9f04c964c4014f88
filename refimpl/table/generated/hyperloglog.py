# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the hyperloglog commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.failure import CommandError


class PfdebugArgs:
    """Arguments of PFDEBUG."""

    simd: str | None = None
    state: str | None = None
    _subcommand: bytes = b""
    key: bytes | None = None

    def subcommand(self) -> str:
        """Converts when asked for; raises CommandError."""
        value = self._subcommand.lower().decode("latin-1")
        if value not in ("getreg", "decode", "encoding", "todense"):
            raise CommandError(errors.hll_subcommand(self._subcommand))
        return value


def parse_pfdebug(argv: Argv, now: int) -> PfdebugArgs:
    args = PfdebugArgs()
    argc = len(argv)
    at = 1
    if at < argc and argv[at].lower() in (b"simd",):
        simd = argv[at].lower().decode("latin-1")
        if simd not in ("simd",):
            raise CommandError(errors.SYNTAX)
        args.simd = simd
        at += 1
    if args.simd is not None:
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        state = argv[at].lower().decode("latin-1")
        if state not in ("on", "off"):
            raise CommandError(errors.HLL_SIMD)
        args.state = state
        at += 1
    else:
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        args._subcommand = argv[at]
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        args.key = argv[at + 1]
        at += 2
    return args
