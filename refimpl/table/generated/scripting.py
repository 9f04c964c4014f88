# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the scripting commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_int
from refimpl.table.failure import CommandError


class EvalArgs:
    """Arguments of EVAL."""

    script: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]


def parse_eval(argv: Argv, now: int) -> EvalArgs:
    args = EvalArgs()
    argc = len(argv)
    args.script = argv[1]
    numkeys = to_int(argv[2])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 0:
        raise CommandError(errors.NUMKEYS_NEGATIVE)
    args.numkeys = numkeys
    at = 3
    if argc - at < numkeys:
        raise CommandError(errors.NUMKEYS_TOO_MANY)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args.args = argv[at:]
    return args
