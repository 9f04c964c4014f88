# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the string commands."""

from __future__ import annotations

from typing import Final

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import LongDouble, to_deadline, to_int, to_long_double
from refimpl.table.failure import CommandError

_INVALID_EXPIRE_GETEX: Final = errors.invalid_expire(b"getex")
_INVALID_EXPIRE_PSETEX: Final = errors.invalid_expire(b"psetex")
_INVALID_EXPIRE_SET: Final = errors.invalid_expire(b"set")
_INVALID_EXPIRE_SETEX: Final = errors.invalid_expire(b"setex")


class DecrbyArgs:
    """Arguments of DECRBY."""

    key: bytes
    decrement: int


def parse_decrby(argv: Argv, now: int) -> DecrbyArgs:
    args = DecrbyArgs()
    args.key = argv[1]
    decrement = to_int(argv[2])
    if decrement is None:
        raise CommandError(errors.NOT_INTEGER)
    if decrement < -9223372036854775807:
        raise CommandError(errors.DECREMENT_OVERFLOW)
    args.decrement = decrement
    return args


class GetexArgs:
    """Arguments of GETEX."""

    key: bytes
    ex: bool = False
    deadline: int | None = None
    px: bool = False
    exat: bool = False
    pxat: bool = False
    persist: bool = False
    _argv: Argv
    _now: int
    _at: int
    _raw_ex: bytes | None
    _raw_exat: bytes | None
    _raw_px: bytes | None
    _raw_pxat: bytes | None

    def expiration(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        at = self._at
        raw_ex = self._raw_ex
        raw_exat = self._raw_exat
        raw_px = self._raw_px
        raw_pxat = self._raw_pxat
        argc = len(argv)
        if raw_ex is not None:
            deadline = to_deadline(raw_ex, now, "s", "now", _INVALID_EXPIRE_GETEX)
            self.deadline = deadline
        if raw_px is not None:
            deadline = to_deadline(raw_px, now, "ms", "now", _INVALID_EXPIRE_GETEX)
            self.deadline = deadline
        if raw_exat is not None:
            deadline = to_deadline(raw_exat, now, "s", "epoch", _INVALID_EXPIRE_GETEX)
            self.deadline = deadline
        if raw_pxat is not None:
            deadline = to_deadline(raw_pxat, now, "ms", "epoch", _INVALID_EXPIRE_GETEX)
            self.deadline = deadline
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_getex(argv: Argv, now: int) -> GetexArgs:
    args = GetexArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_ex: bytes | None = None
    raw_px: bytes | None = None
    raw_exat: bytes | None = None
    raw_pxat: bytes | None = None
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"EX" and at < argc:
            if args.px or args.exat or args.pxat or args.persist:
                raise CommandError(errors.SYNTAX)
            args.ex = True
            raw_ex = argv[at]
            at += 1
        elif option == b"PX" and at < argc:
            if args.ex or args.exat or args.pxat or args.persist:
                raise CommandError(errors.SYNTAX)
            args.px = True
            raw_px = argv[at]
            at += 1
        elif option == b"EXAT" and at < argc:
            if args.ex or args.px or args.pxat or args.persist:
                raise CommandError(errors.SYNTAX)
            args.exat = True
            raw_exat = argv[at]
            at += 1
        elif option == b"PXAT" and at < argc:
            if args.ex or args.px or args.exat or args.persist:
                raise CommandError(errors.SYNTAX)
            args.pxat = True
            raw_pxat = argv[at]
            at += 1
        elif option == b"PERSIST":
            if args.ex or args.px or args.exat or args.pxat:
                raise CommandError(errors.SYNTAX)
            args.persist = True
        else:
            raise CommandError(errors.SYNTAX)
    args._argv = argv
    args._now = now
    args._at = at
    args._raw_ex = raw_ex
    args._raw_exat = raw_exat
    args._raw_px = raw_px
    args._raw_pxat = raw_pxat
    return args


class GetrangeArgs:
    """Arguments of GETRANGE."""

    key: bytes
    start: int
    end: int


def parse_getrange(argv: Argv, now: int) -> GetrangeArgs:
    args = GetrangeArgs()
    args.key = argv[1]
    start = to_int(argv[2])
    if start is None:
        raise CommandError(errors.NOT_INTEGER)
    args.start = start
    end = to_int(argv[3])
    if end is None:
        raise CommandError(errors.NOT_INTEGER)
    args.end = end
    return args


class IncrbyArgs:
    """Arguments of INCRBY."""

    key: bytes
    increment: int


def parse_incrby(argv: Argv, now: int) -> IncrbyArgs:
    args = IncrbyArgs()
    args.key = argv[1]
    increment = to_int(argv[2])
    if increment is None:
        raise CommandError(errors.NOT_INTEGER)
    args.increment = increment
    return args


class IncrbyfloatArgs:
    """Arguments of INCRBYFLOAT."""

    key: bytes
    _increment: bytes

    def increment(self) -> LongDouble:
        """Converts when asked for; raises CommandError."""
        value = to_long_double(self._increment)
        if value is None:
            raise CommandError(errors.NOT_FLOAT)
        return value


def parse_incrbyfloat(argv: Argv, now: int) -> IncrbyfloatArgs:
    args = IncrbyfloatArgs()
    args.key = argv[1]
    args._increment = argv[2]
    return args


class LcsArgs:
    """Arguments of LCS."""

    key1: bytes
    key2: bytes
    idx: bool = False
    len: bool = False
    withmatchlen: bool = False
    minmatchlen: int | None = None
    _argv: Argv

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"IDX":
                self.idx = True
            elif option == b"LEN":
                self.len = True
            elif option == b"WITHMATCHLEN":
                self.withmatchlen = True
            elif option == b"MINMATCHLEN" and at < argc:
                minmatchlen = to_int(argv[at])
                if minmatchlen is None:
                    raise CommandError(errors.NOT_INTEGER)
                self.minmatchlen = minmatchlen
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if self.idx and self.len:
            raise CommandError(errors.LCS_IDX_AND_LEN)


def parse_lcs(argv: Argv, now: int) -> LcsArgs:
    args = LcsArgs()
    args.key1 = argv[1]
    args.key2 = argv[2]
    args._argv = argv
    return args


class MsetArgs:
    """Arguments of MSET."""

    pairs: list[tuple[bytes, bytes]]


def parse_mset(argv: Argv, now: int) -> MsetArgs:
    args = MsetArgs()
    argc = len(argv)
    if (argc - 1) % 2:
        raise CommandError(errors.wrong_arity(b"mset"))
    if argc == 3:
        pairs_groups = [(argv[1], argv[2])]
    else:
        pairs_groups = list(zip(argv[1::2], argv[2::2], strict=True))
    args.pairs = pairs_groups
    return args


class MsetnxArgs:
    """Arguments of MSETNX."""

    pairs: list[tuple[bytes, bytes]]


def parse_msetnx(argv: Argv, now: int) -> MsetnxArgs:
    args = MsetnxArgs()
    argc = len(argv)
    if (argc - 1) % 2:
        raise CommandError(errors.wrong_arity(b"msetnx"))
    if argc == 3:
        pairs_groups = [(argv[1], argv[2])]
    else:
        pairs_groups = list(zip(argv[1::2], argv[2::2], strict=True))
    args.pairs = pairs_groups
    return args


class PsetexArgs:
    """Arguments of PSETEX."""

    key: bytes
    milliseconds: int
    value: bytes


def parse_psetex(argv: Argv, now: int) -> PsetexArgs:
    args = PsetexArgs()
    args.key = argv[1]
    milliseconds = to_deadline(argv[2], now, "ms", "now", _INVALID_EXPIRE_PSETEX)
    args.milliseconds = milliseconds
    args.value = argv[3]
    return args


class SetArgs:
    """Arguments of SET."""

    key: bytes
    value: bytes
    nx: bool = False
    xx: bool = False
    get: bool = False
    keepttl: bool = False
    ex: bool = False
    expiration: int | None = None
    px: bool = False
    exat: bool = False
    pxat: bool = False


def parse_set(argv: Argv, now: int) -> SetArgs:
    args = SetArgs()
    argc = len(argv)
    args.key = argv[1]
    args.value = argv[2]
    if argc == 3:
        return args
    raw_ex: bytes | None = None
    raw_px: bytes | None = None
    raw_exat: bytes | None = None
    raw_pxat: bytes | None = None
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NX":
            if args.xx:
                raise CommandError(errors.SYNTAX)
            args.nx = True
        elif option == b"XX":
            if args.nx:
                raise CommandError(errors.SYNTAX)
            args.xx = True
        elif option == b"GET":
            args.get = True
        elif option == b"KEEPTTL":
            if args.ex or args.px or args.exat or args.pxat:
                raise CommandError(errors.SYNTAX)
            args.keepttl = True
        elif option == b"EX" and at < argc:
            if args.px or args.exat or args.pxat or args.keepttl:
                raise CommandError(errors.SYNTAX)
            args.ex = True
            raw_ex = argv[at]
            at += 1
        elif option == b"PX" and at < argc:
            if args.ex or args.exat or args.pxat or args.keepttl:
                raise CommandError(errors.SYNTAX)
            args.px = True
            raw_px = argv[at]
            at += 1
        elif option == b"EXAT" and at < argc:
            if args.ex or args.px or args.pxat or args.keepttl:
                raise CommandError(errors.SYNTAX)
            args.exat = True
            raw_exat = argv[at]
            at += 1
        elif option == b"PXAT" and at < argc:
            if args.ex or args.px or args.exat or args.keepttl:
                raise CommandError(errors.SYNTAX)
            args.pxat = True
            raw_pxat = argv[at]
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    if raw_ex is not None:
        expiration = to_deadline(raw_ex, now, "s", "now", _INVALID_EXPIRE_SET)
        args.expiration = expiration
    if raw_px is not None:
        expiration = to_deadline(raw_px, now, "ms", "now", _INVALID_EXPIRE_SET)
        args.expiration = expiration
    if raw_exat is not None:
        expiration = to_deadline(raw_exat, now, "s", "epoch", _INVALID_EXPIRE_SET)
        args.expiration = expiration
    if raw_pxat is not None:
        expiration = to_deadline(raw_pxat, now, "ms", "epoch", _INVALID_EXPIRE_SET)
        args.expiration = expiration
    return args


class SetexArgs:
    """Arguments of SETEX."""

    key: bytes
    seconds: int
    value: bytes


def parse_setex(argv: Argv, now: int) -> SetexArgs:
    args = SetexArgs()
    args.key = argv[1]
    seconds = to_deadline(argv[2], now, "s", "now", _INVALID_EXPIRE_SETEX)
    args.seconds = seconds
    args.value = argv[3]
    return args


class SetrangeArgs:
    """Arguments of SETRANGE."""

    key: bytes
    offset: int
    value: bytes


def parse_setrange(argv: Argv, now: int) -> SetrangeArgs:
    args = SetrangeArgs()
    args.key = argv[1]
    offset = to_int(argv[2])
    if offset is None:
        raise CommandError(errors.NOT_INTEGER)
    if offset < 0:
        raise CommandError(errors.OFFSET_OUT_OF_RANGE)
    args.offset = offset
    args.value = argv[3]
    return args


class SubstrArgs:
    """Arguments of SUBSTR."""

    key: bytes
    start: int
    end: int


def parse_substr(argv: Argv, now: int) -> SubstrArgs:
    args = SubstrArgs()
    args.key = argv[1]
    start = to_int(argv[2])
    if start is None:
        raise CommandError(errors.NOT_INTEGER)
    args.start = start
    end = to_int(argv[3])
    if end is None:
        raise CommandError(errors.NOT_INTEGER)
    args.end = end
    return args
