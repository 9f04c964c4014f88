# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the hash commands."""

from __future__ import annotations

from typing import Final

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import LongDouble, to_cursor, to_field_deadline, to_int, to_long_double
from refimpl.table.failure import CommandError

_INVALID_EXPIRE_HEXPIRE: Final = errors.invalid_expire(b"hexpire")
_INVALID_EXPIRE_HEXPIREAT: Final = errors.invalid_expire(b"hexpireat")
_INVALID_EXPIRE_HGETEX: Final = errors.invalid_expire(b"hgetex")
_INVALID_EXPIRE_HPEXPIRE: Final = errors.invalid_expire(b"hpexpire")
_INVALID_EXPIRE_HPEXPIREAT: Final = errors.invalid_expire(b"hpexpireat")
_INVALID_EXPIRE_HSETEX: Final = errors.invalid_expire(b"hsetex")


class HexpireArgs:
    """Arguments of HEXPIRE."""

    key: bytes
    seconds: int
    condition: str | None = None
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv
    _now: int

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        argc = len(argv)
        seconds = to_field_deadline(argv[2], now, "s", "now", _INVALID_EXPIRE_HEXPIRE)
        self.seconds = seconds
        at = 3
        if at < argc and argv[at].lower() in (b"nx", b"xx", b"gt", b"lt"):
            condition = argv[at].lower().decode("latin-1")
            if condition not in ("nx", "xx", "gt", "lt"):
                raise CommandError(errors.SYNTAX)
            self.condition = condition
            at += 1
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        fields_token = argv[at].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        numfields = to_int(argv[at + 1])
        if numfields is None:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at += 2
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hexpire(argv: Argv, now: int) -> HexpireArgs:
    args = HexpireArgs()
    args.key = argv[1]
    args._argv = argv
    args._now = now
    return args


class HexpireatArgs:
    """Arguments of HEXPIREAT."""

    key: bytes
    unix_time_seconds: int
    condition: str | None = None
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv
    _now: int

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        argc = len(argv)
        unix_time_seconds = to_field_deadline(argv[2], now, "s", "epoch", _INVALID_EXPIRE_HEXPIREAT)
        self.unix_time_seconds = unix_time_seconds
        at = 3
        if at < argc and argv[at].lower() in (b"nx", b"xx", b"gt", b"lt"):
            condition = argv[at].lower().decode("latin-1")
            if condition not in ("nx", "xx", "gt", "lt"):
                raise CommandError(errors.SYNTAX)
            self.condition = condition
            at += 1
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        fields_token = argv[at].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        numfields = to_int(argv[at + 1])
        if numfields is None:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at += 2
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hexpireat(argv: Argv, now: int) -> HexpireatArgs:
    args = HexpireatArgs()
    args.key = argv[1]
    args._argv = argv
    args._now = now
    return args


class HexpiretimeArgs:
    """Arguments of HEXPIRETIME."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hexpiretime(argv: Argv, now: int) -> HexpiretimeArgs:
    args = HexpiretimeArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class HgetdelArgs:
    """Arguments of HGETDEL."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hgetdel(argv: Argv, now: int) -> HgetdelArgs:
    args = HgetdelArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class HgetexArgs:
    """Arguments of HGETEX."""

    key: bytes
    option: str | None = None
    expiration: int | None = None
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv
    _now: int

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        argc = len(argv)
        at = 2
        if at < argc and argv[at].lower() in (b"ex", b"px", b"exat", b"pxat", b"persist"):
            option = argv[at].lower().decode("latin-1")
            if option not in ("ex", "px", "exat", "pxat", "persist"):
                raise CommandError(errors.SYNTAX)
            self.option = option
            at += 1
        if self.option == "ex":
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            expiration = to_field_deadline(argv[at], now, "s", "now", _INVALID_EXPIRE_HGETEX)
            self.expiration = expiration
            at += 1
        elif self.option == "px":
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            expiration = to_field_deadline(argv[at], now, "ms", "now", _INVALID_EXPIRE_HGETEX)
            self.expiration = expiration
            at += 1
        elif self.option == "exat":
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            expiration = to_field_deadline(argv[at], now, "s", "epoch", _INVALID_EXPIRE_HGETEX)
            self.expiration = expiration
            at += 1
        elif self.option == "pxat":
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            expiration = to_field_deadline(argv[at], now, "ms", "epoch", _INVALID_EXPIRE_HGETEX)
            self.expiration = expiration
            at += 1
        else:
            pass
        if argc == 5 and (
            self.option == "ex"
            or self.option == "px"
            or self.option == "exat"
            or self.option == "pxat"
        ):
            raise CommandError(errors.wrong_arity(b"hgetex"))
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        fields_token = argv[at].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        numfields = to_int(argv[at + 1])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at += 2
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hgetex(argv: Argv, now: int) -> HgetexArgs:
    args = HgetexArgs()
    args.key = argv[1]
    args._argv = argv
    args._now = now
    return args


class HincrbyArgs:
    """Arguments of HINCRBY."""

    key: bytes
    field: bytes
    increment: int


def parse_hincrby(argv: Argv, now: int) -> HincrbyArgs:
    args = HincrbyArgs()
    args.key = argv[1]
    args.field = argv[2]
    increment = to_int(argv[3])
    if increment is None:
        raise CommandError(errors.NOT_INTEGER)
    args.increment = increment
    return args


class HincrbyfloatArgs:
    """Arguments of HINCRBYFLOAT."""

    key: bytes
    field: bytes
    increment: LongDouble


def parse_hincrbyfloat(argv: Argv, now: int) -> HincrbyfloatArgs:
    args = HincrbyfloatArgs()
    args.key = argv[1]
    args.field = argv[2]
    increment = to_long_double(argv[3])
    if increment is None:
        raise CommandError(errors.NOT_FLOAT)
    args.increment = increment
    return args


class HmsetArgs:
    """Arguments of HMSET."""

    key: bytes
    pairs: list[tuple[bytes, bytes]]


def parse_hmset(argv: Argv, now: int) -> HmsetArgs:
    args = HmsetArgs()
    argc = len(argv)
    args.key = argv[1]
    if (argc - 2) % 2:
        raise CommandError(errors.wrong_arity(b"hmset"))
    if argc == 4:
        pairs_groups = [(argv[2], argv[3])]
    else:
        pairs_groups = list(zip(argv[2::2], argv[3::2], strict=True))
    args.pairs = pairs_groups
    return args


class HpersistArgs:
    """Arguments of HPERSIST."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hpersist(argv: Argv, now: int) -> HpersistArgs:
    args = HpersistArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class HpexpireArgs:
    """Arguments of HPEXPIRE."""

    key: bytes
    milliseconds: int
    condition: str | None = None
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv
    _now: int

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        argc = len(argv)
        milliseconds = to_field_deadline(argv[2], now, "ms", "now", _INVALID_EXPIRE_HPEXPIRE)
        self.milliseconds = milliseconds
        at = 3
        if at < argc and argv[at].lower() in (b"nx", b"xx", b"gt", b"lt"):
            condition = argv[at].lower().decode("latin-1")
            if condition not in ("nx", "xx", "gt", "lt"):
                raise CommandError(errors.SYNTAX)
            self.condition = condition
            at += 1
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        fields_token = argv[at].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        numfields = to_int(argv[at + 1])
        if numfields is None:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at += 2
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hpexpire(argv: Argv, now: int) -> HpexpireArgs:
    args = HpexpireArgs()
    args.key = argv[1]
    args._argv = argv
    args._now = now
    return args


class HpexpireatArgs:
    """Arguments of HPEXPIREAT."""

    key: bytes
    unix_time_milliseconds: int
    condition: str | None = None
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv
    _now: int

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        now = self._now
        argc = len(argv)
        unix_time_milliseconds = to_field_deadline(
            argv[2], now, "ms", "epoch", _INVALID_EXPIRE_HPEXPIREAT
        )
        self.unix_time_milliseconds = unix_time_milliseconds
        at = 3
        if at < argc and argv[at].lower() in (b"nx", b"xx", b"gt", b"lt"):
            condition = argv[at].lower().decode("latin-1")
            if condition not in ("nx", "xx", "gt", "lt"):
                raise CommandError(errors.SYNTAX)
            self.condition = condition
            at += 1
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        fields_token = argv[at].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        numfields = to_int(argv[at + 1])
        if numfields is None:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.EXPIRE_NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at += 2
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hpexpireat(argv: Argv, now: int) -> HpexpireatArgs:
    args = HpexpireatArgs()
    args.key = argv[1]
    args._argv = argv
    args._now = now
    return args


class HpexpiretimeArgs:
    """Arguments of HPEXPIRETIME."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hpexpiretime(argv: Argv, now: int) -> HpexpiretimeArgs:
    args = HpexpiretimeArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class HpttlArgs:
    """Arguments of HPTTL."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_hpttl(argv: Argv, now: int) -> HpttlArgs:
    args = HpttlArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class HrandfieldArgs:
    """Arguments of HRANDFIELD."""

    key: bytes
    count: int | None = None
    withvalues: str | None = None


def parse_hrandfield(argv: Argv, now: int) -> HrandfieldArgs:
    args = HrandfieldArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    if at < argc:
        count = to_int(argv[at])
        if count is None:
            raise CommandError(errors.NOT_INTEGER)
        if count < -9223372036854775807:
            raise CommandError(errors.COUNT_OUT_OF_LONG_RANGE)
        args.count = count
        at += 1
    if at < argc:
        withvalues = argv[at].lower().decode("latin-1")
        if withvalues not in ("withvalues",):
            raise CommandError(errors.SYNTAX)
        args.withvalues = withvalues
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if args.withvalues is not None and (
        args.count is not None
        and args.count < -4611686018427387903
        or args.count is not None
        and args.count > 4611686018427387903
    ):
        raise CommandError(errors.OUT_OF_RANGE)
    return args


class HscanArgs:
    """Arguments of HSCAN."""

    key: bytes
    cursor: int
    match: bytes | None = None
    count: int | None = None
    novalues: bool = False
    _argv: Argv

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"MATCH" and at < argc:
                self.match = argv[at]
                at += 1
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.SYNTAX)
                self.count = count
                at += 1
            elif option == b"NOVALUES":
                self.novalues = True
            else:
                raise CommandError(errors.SYNTAX)


def parse_hscan(argv: Argv, now: int) -> HscanArgs:
    args = HscanArgs()
    args.key = argv[1]
    cursor = to_cursor(argv[2])
    if cursor is None:
        raise CommandError(errors.INVALID_CURSOR)
    args.cursor = cursor
    args._argv = argv
    return args


class HsetArgs:
    """Arguments of HSET."""

    key: bytes
    pairs: list[tuple[bytes, bytes]]


def parse_hset(argv: Argv, now: int) -> HsetArgs:
    args = HsetArgs()
    argc = len(argv)
    args.key = argv[1]
    if (argc - 2) % 2:
        raise CommandError(errors.wrong_arity(b"hset"))
    if argc == 4:
        pairs_groups = [(argv[2], argv[3])]
    else:
        pairs_groups = list(zip(argv[2::2], argv[3::2], strict=True))
    args.pairs = pairs_groups
    return args


class HsetexArgs:
    """Arguments of HSETEX."""

    key: bytes
    fnx: bool = False
    fxx: bool = False
    ex: bool = False
    deadline: int | None = None
    px: bool = False
    exat: bool = False
    pxat: bool = False
    keepttl: bool = False
    fields: list[tuple[bytes, bytes]] = []  # replaced, never filled
    numfields: int | None = None


def parse_hsetex(argv: Argv, now: int) -> HsetexArgs:
    args = HsetexArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"FNX":
            if args.fnx:
                raise CommandError(errors.ONE_OF_FNX_FXX)
            if args.fxx:
                raise CommandError(errors.ONE_OF_FNX_FXX)
            args.fnx = True
        elif option == b"FXX":
            if args.fxx:
                raise CommandError(errors.ONE_OF_FNX_FXX)
            if args.fnx:
                raise CommandError(errors.ONE_OF_FNX_FXX)
            args.fxx = True
        elif option == b"EX" and at < argc:
            if args.ex:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            if args.px or args.exat or args.pxat or args.keepttl:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            args.ex = True
            deadline = to_field_deadline(argv[at], now, "s", "now", _INVALID_EXPIRE_HSETEX)
            args.deadline = deadline
            at += 1
        elif option == b"PX" and at < argc:
            if args.px:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            if args.ex or args.exat or args.pxat or args.keepttl:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            args.px = True
            deadline = to_field_deadline(argv[at], now, "ms", "now", _INVALID_EXPIRE_HSETEX)
            args.deadline = deadline
            at += 1
        elif option == b"EXAT" and at < argc:
            if args.exat:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            if args.ex or args.px or args.pxat or args.keepttl:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            args.exat = True
            deadline = to_field_deadline(argv[at], now, "s", "epoch", _INVALID_EXPIRE_HSETEX)
            args.deadline = deadline
            at += 1
        elif option == b"PXAT" and at < argc:
            if args.pxat:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            if args.ex or args.px or args.exat or args.keepttl:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            args.pxat = True
            deadline = to_field_deadline(argv[at], now, "ms", "epoch", _INVALID_EXPIRE_HSETEX)
            args.deadline = deadline
            at += 1
        elif option == b"KEEPTTL":
            if args.keepttl:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            if args.ex or args.px or args.exat or args.pxat:
                raise CommandError(errors.ONE_OF_FIELD_EXPIRATIONS)
            args.keepttl = True
        elif option == b"FIELDS":
            if argc - at < 3:
                raise CommandError(errors.wrong_arity(b"hsetex"))
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            numfields = to_int(argv[at])
            if numfields is None:
                raise CommandError(errors.NUMFIELDS_INVALID)
            if not 1 <= numfields <= 2147483647:
                raise CommandError(errors.NUMFIELDS_INVALID)
            args.numfields = numfields
            at += 1
            if argc - at < numfields * 2:
                raise CommandError(errors.wrong_arity(b"hsetex"))
            if argc - at > numfields * 2:
                raise CommandError(errors.wrong_arity(b"hsetex"))
            items = argv[at : at + numfields * 2]
            if len(items) == 2:
                fields_groups = [(items[0], items[1])]
            else:
                fields_groups = list(zip(items[0::2], items[1::2], strict=True))
            args.fields = fields_groups
            at += numfields * 2
        else:
            raise CommandError(errors.unknown_argument(argv[at - 1]))
    if not args.fields:
        raise CommandError(errors.wrong_arity(b"hsetex"))
    return args


class HttlArgs:
    """Arguments of HTTL."""

    key: bytes
    fields_token: str
    fields: list[bytes]
    numfields: int
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        fields_token = argv[2].lower().decode("latin-1")
        if fields_token not in ("fields",):
            raise CommandError(errors.FIELDS_MISPLACED)
        self.fields_token = fields_token
        numfields = to_int(argv[3])
        if numfields is None:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        if numfields < 1:
            raise CommandError(errors.NUMFIELDS_NOT_POSITIVE)
        self.numfields = numfields
        at = 4
        if argc - at < numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        if argc - at > numfields:
            raise CommandError(errors.NUMFIELDS_MISMATCH)
        self.fields = argv[at : at + numfields]
        at += numfields
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_httl(argv: Argv, now: int) -> HttlArgs:
    args = HttlArgs()
    args.key = argv[1]
    args._argv = argv
    return args
