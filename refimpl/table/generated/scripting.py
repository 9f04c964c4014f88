# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the scripting commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_int, to_sha1
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


class EvalshaArgs:
    """Arguments of EVALSHA."""

    sha1: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]


def parse_evalsha(argv: Argv, now: int) -> EvalshaArgs:
    args = EvalshaArgs()
    argc = len(argv)
    sha1 = to_sha1(argv[1])
    if sha1 is None:
        raise CommandError(errors.NO_SCRIPT)
    args.sha1 = sha1
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


class EvalshaRoArgs:
    """Arguments of EVALSHA_RO."""

    sha1: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]


def parse_evalsha_ro(argv: Argv, now: int) -> EvalshaRoArgs:
    args = EvalshaRoArgs()
    argc = len(argv)
    sha1 = to_sha1(argv[1])
    if sha1 is None:
        raise CommandError(errors.NO_SCRIPT)
    args.sha1 = sha1
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


class EvalRoArgs:
    """Arguments of EVAL_RO."""

    script: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]


def parse_eval_ro(argv: Argv, now: int) -> EvalRoArgs:
    args = EvalRoArgs()
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


class ScriptDebugArgs:
    """Arguments of SCRIPT DEBUG."""

    mode: str


def parse_script_debug(argv: Argv, now: int) -> ScriptDebugArgs:
    args = ScriptDebugArgs()
    mode = argv[2].lower().decode("latin-1")
    if mode not in ("no", "yes", "sync"):
        raise CommandError(errors.SCRIPT_DEBUG_MODE)
    args.mode = mode
    return args


class ScriptFlushArgs:
    """Arguments of SCRIPT FLUSH."""

    mode: str | None = None


def parse_script_flush(argv: Argv, now: int) -> ScriptFlushArgs:
    args = ScriptFlushArgs()
    argc = len(argv)
    at = 2
    if at < argc:
        mode = argv[at].lower().decode("latin-1")
        if mode not in ("async", "sync"):
            raise CommandError(errors.SCRIPT_FLUSH_MODE)
        args.mode = mode
        at += 1
    if argc > at:
        raise CommandError(errors.SCRIPT_FLUSH_MODE)
    return args
