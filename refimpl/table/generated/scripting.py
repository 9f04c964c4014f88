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


class FcallArgs:
    """Arguments of FCALL."""

    function: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]
    _argv: Argv

    def call(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        numkeys = to_int(argv[2])
        if numkeys is None:
            raise CommandError(errors.FUNCTION_NUMKEYS)
        if numkeys < 0:
            raise CommandError(errors.NUMKEYS_NEGATIVE)
        self.numkeys = numkeys
        at = 3
        if argc - at < numkeys:
            raise CommandError(errors.NUMKEYS_TOO_MANY)
        self.keys = argv[at : at + numkeys]
        at += numkeys
        self.args = argv[at:]


def parse_fcall(argv: Argv, now: int) -> FcallArgs:
    args = FcallArgs()
    args.function = argv[1]
    args._argv = argv
    return args


class FcallRoArgs:
    """Arguments of FCALL_RO."""

    function: bytes
    keys: list[bytes]
    numkeys: int
    args: list[bytes]
    _argv: Argv

    def call(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        numkeys = to_int(argv[2])
        if numkeys is None:
            raise CommandError(errors.FUNCTION_NUMKEYS)
        if numkeys < 0:
            raise CommandError(errors.NUMKEYS_NEGATIVE)
        self.numkeys = numkeys
        at = 3
        if argc - at < numkeys:
            raise CommandError(errors.NUMKEYS_TOO_MANY)
        self.keys = argv[at : at + numkeys]
        at += numkeys
        self.args = argv[at:]


def parse_fcall_ro(argv: Argv, now: int) -> FcallRoArgs:
    args = FcallRoArgs()
    args.function = argv[1]
    args._argv = argv
    return args


class FunctionFlushArgs:
    """Arguments of FUNCTION FLUSH."""

    mode: str | None = None


def parse_function_flush(argv: Argv, now: int) -> FunctionFlushArgs:
    args = FunctionFlushArgs()
    argc = len(argv)
    if argc > 3:
        raise CommandError(errors.function_arguments(argv[1]))
    at = 2
    if at < argc:
        mode = argv[at].lower().decode("latin-1")
        if mode not in ("async", "sync"):
            raise CommandError(errors.FUNCTION_FLUSH_MODE)
        args.mode = mode
        at += 1
    if argc > at:
        raise CommandError(errors.function_arguments(argv[1]))
    return args


class FunctionListArgs:
    """Arguments of FUNCTION LIST."""

    withcode: bool = False
    libraryname: bytes | None = None


def parse_function_list(argv: Argv, now: int) -> FunctionListArgs:
    args = FunctionListArgs()
    argc = len(argv)
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHCODE":
            if args.withcode:
                raise CommandError(errors.function_list_argument(argv[at - 1]))
            args.withcode = True
        elif option == b"LIBRARYNAME":
            if args.libraryname is not None:
                raise CommandError(errors.function_list_argument(argv[at - 1]))
            if argc - at < 1:
                raise CommandError(errors.FUNCTION_LIST_NAME)
            args.libraryname = argv[at]
            at += 1
        else:
            raise CommandError(errors.function_list_argument(argv[at - 1]))
    return args


class FunctionLoadArgs:
    """Arguments of FUNCTION LOAD."""

    options: list[str]
    code: bytes


def parse_function_load(argv: Argv, now: int) -> FunctionLoadArgs:
    args = FunctionLoadArgs()
    argc = len(argv)
    items = argv[2 : argc - 1]
    options_groups: list[str] = []
    for item in items:
        option_item = item.lower().decode("latin-1")
        if option_item not in ("replace",):
            raise CommandError(errors.library_option(item))
        options_groups.append(option_item)
    args.options = options_groups
    at = argc - 1
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    args.code = argv[at]
    if argc > at + 1:
        raise CommandError(errors.SYNTAX)
    return args


class FunctionRestoreArgs:
    """Arguments of FUNCTION RESTORE."""

    payload: bytes
    policy: str | None = None


def parse_function_restore(argv: Argv, now: int) -> FunctionRestoreArgs:
    args = FunctionRestoreArgs()
    argc = len(argv)
    if argc > 4:
        raise CommandError(errors.function_arguments(argv[1]))
    args.payload = argv[2]
    at = 3
    if at < argc:
        policy = argv[at].lower().decode("latin-1")
        if policy not in ("flush", "append", "replace"):
            raise CommandError(errors.FUNCTION_RESTORE_POLICY)
        args.policy = policy
        at += 1
    if argc > at:
        raise CommandError(errors.function_arguments(argv[1]))
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
