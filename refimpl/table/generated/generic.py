# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the generic commands."""

from __future__ import annotations

from typing import Final

from refimpl.datatypes.limits import Limits
from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import (
    to_cursor,
    to_database,
    to_existing_database,
    to_int,
    to_past_deadline,
)
from refimpl.table.failure import CommandError

_INVALID_EXPIRE_EXPIRE: Final = errors.invalid_expire(b"expire")
_INVALID_EXPIRE_EXPIREAT: Final = errors.invalid_expire(b"expireat")
_INVALID_EXPIRE_PEXPIRE: Final = errors.invalid_expire(b"pexpire")
_INVALID_EXPIRE_PEXPIREAT: Final = errors.invalid_expire(b"pexpireat")


class CopyArgs:
    """Arguments of COPY."""

    source: bytes
    destination: bytes
    replace: bool = False
    db: int | None = None
    _argv: Argv

    def read(self, limits: Limits) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"REPLACE":
                self.replace = True
            elif option == b"DB" and at < argc:
                db = to_existing_database(argv[at], limits)
                self.db = db
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_copy(argv: Argv, now: int) -> CopyArgs:
    args = CopyArgs()
    args.source = argv[1]
    args.destination = argv[2]
    args._argv = argv
    return args


class ExpireArgs:
    """Arguments of EXPIRE."""

    key: bytes
    seconds: int
    nx: bool = False
    xx: bool = False
    gt: bool = False
    lt: bool = False


def parse_expire(argv: Argv, now: int) -> ExpireArgs:
    args = ExpireArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_seconds = argv[2]
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NX":
            args.nx = True
        elif option == b"XX":
            args.xx = True
        elif option == b"GT":
            args.gt = True
        elif option == b"LT":
            args.lt = True
        else:
            raise CommandError(errors.unsupported_option(argv[at - 1]))
    if args.nx and (args.xx or args.gt or args.lt):
        raise CommandError(errors.EXPIRE_NX)
    if args.gt and args.lt:
        raise CommandError(errors.EXPIRE_GT_LT)
    seconds = to_past_deadline(raw_seconds, now, "s", "now", _INVALID_EXPIRE_EXPIRE)
    args.seconds = seconds
    return args


class ExpireatArgs:
    """Arguments of EXPIREAT."""

    key: bytes
    unix_time_seconds: int
    nx: bool = False
    xx: bool = False
    gt: bool = False
    lt: bool = False


def parse_expireat(argv: Argv, now: int) -> ExpireatArgs:
    args = ExpireatArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_unix_time_seconds = argv[2]
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NX":
            args.nx = True
        elif option == b"XX":
            args.xx = True
        elif option == b"GT":
            args.gt = True
        elif option == b"LT":
            args.lt = True
        else:
            raise CommandError(errors.unsupported_option(argv[at - 1]))
    if args.nx and (args.xx or args.gt or args.lt):
        raise CommandError(errors.EXPIRE_NX)
    if args.gt and args.lt:
        raise CommandError(errors.EXPIRE_GT_LT)
    unix_time_seconds = to_past_deadline(
        raw_unix_time_seconds, now, "s", "epoch", _INVALID_EXPIRE_EXPIREAT
    )
    args.unix_time_seconds = unix_time_seconds
    return args


class MigrateArgs:
    """Arguments of MIGRATE."""

    host: bytes
    port: bytes
    key: bytes
    destination_db: int
    timeout: int
    copy: bool = False
    replace: bool = False
    auth: bool = False
    password: bytes | None = None
    auth2: bool = False
    username: bytes | None = None
    keys_given: bool = False
    keys: list[bytes] = []  # replaced, never filled


def parse_migrate(argv: Argv, now: int) -> MigrateArgs:
    args = MigrateArgs()
    argc = len(argv)
    args.host = argv[1]
    args.port = argv[2]
    args.key = argv[3]
    raw_destination_db = argv[4]
    raw_timeout = argv[5]
    at = 6
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COPY":
            args.copy = True
        elif option == b"REPLACE":
            args.replace = True
        elif option == b"AUTH" and at < argc:
            args.auth = True
            args.password = argv[at]
            at += 1
        elif option == b"AUTH2" and argc - at >= 2:
            args.auth2 = True
            args.username = argv[at]
            args.password = argv[at + 1]
            at += 2
        elif option == b"KEYS":
            args.keys_given = True
            args.keys = argv[at:]
            at = argc
        else:
            raise CommandError(errors.SYNTAX)
    if args.keys_given and args.key != b"":
        raise CommandError(errors.MIGRATE_KEY_NOT_EMPTY)
    timeout = to_int(raw_timeout)
    if timeout is None:
        raise CommandError(errors.NOT_INTEGER)
    args.timeout = timeout
    destination_db = to_int(raw_destination_db)
    if destination_db is None:
        raise CommandError(errors.NOT_INTEGER)
    args.destination_db = destination_db
    return args


class MoveArgs:
    """Arguments of MOVE."""

    key: bytes
    db: int


def parse_move(argv: Argv, now: int) -> MoveArgs:
    args = MoveArgs()
    args.key = argv[1]
    db = to_database(argv[2])
    args.db = db
    return args


class PexpireArgs:
    """Arguments of PEXPIRE."""

    key: bytes
    milliseconds: int
    nx: bool = False
    xx: bool = False
    gt: bool = False
    lt: bool = False


def parse_pexpire(argv: Argv, now: int) -> PexpireArgs:
    args = PexpireArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_milliseconds = argv[2]
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NX":
            args.nx = True
        elif option == b"XX":
            args.xx = True
        elif option == b"GT":
            args.gt = True
        elif option == b"LT":
            args.lt = True
        else:
            raise CommandError(errors.unsupported_option(argv[at - 1]))
    if args.nx and (args.xx or args.gt or args.lt):
        raise CommandError(errors.EXPIRE_NX)
    if args.gt and args.lt:
        raise CommandError(errors.EXPIRE_GT_LT)
    milliseconds = to_past_deadline(raw_milliseconds, now, "ms", "now", _INVALID_EXPIRE_PEXPIRE)
    args.milliseconds = milliseconds
    return args


class PexpireatArgs:
    """Arguments of PEXPIREAT."""

    key: bytes
    unix_time_milliseconds: int
    nx: bool = False
    xx: bool = False
    gt: bool = False
    lt: bool = False


def parse_pexpireat(argv: Argv, now: int) -> PexpireatArgs:
    args = PexpireatArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_unix_time_milliseconds = argv[2]
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NX":
            args.nx = True
        elif option == b"XX":
            args.xx = True
        elif option == b"GT":
            args.gt = True
        elif option == b"LT":
            args.lt = True
        else:
            raise CommandError(errors.unsupported_option(argv[at - 1]))
    if args.nx and (args.xx or args.gt or args.lt):
        raise CommandError(errors.EXPIRE_NX)
    if args.gt and args.lt:
        raise CommandError(errors.EXPIRE_GT_LT)
    unix_time_milliseconds = to_past_deadline(
        raw_unix_time_milliseconds, now, "ms", "epoch", _INVALID_EXPIRE_PEXPIREAT
    )
    args.unix_time_milliseconds = unix_time_milliseconds
    return args


class RestoreArgs:
    """Arguments of RESTORE."""

    key: bytes
    _ttl: bytes
    payload: bytes
    replace: bool = False
    absttl: bool = False
    idletime: int | None = None
    freq: int | None = None

    def ttl(self) -> int:
        """Converts when asked for; raises CommandError."""
        value = to_int(self._ttl)
        if value is None:
            raise CommandError(errors.NOT_INTEGER)
        if value < 0:
            raise CommandError(errors.RESTORE_TTL_NEGATIVE)
        return value


def parse_restore(argv: Argv, now: int) -> RestoreArgs:
    args = RestoreArgs()
    argc = len(argv)
    args.key = argv[1]
    args._ttl = argv[2]
    args.payload = argv[3]
    if argc == 4:
        return args
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"REPLACE":
            args.replace = True
        elif option == b"ABSTTL":
            args.absttl = True
        elif option == b"IDLETIME" and at < argc:
            if args.freq is not None:
                raise CommandError(errors.SYNTAX)
            idletime = to_int(argv[at])
            if idletime is None:
                raise CommandError(errors.NOT_INTEGER)
            if idletime < 0:
                raise CommandError(errors.RESTORE_IDLETIME_NEGATIVE)
            args.idletime = idletime
            at += 1
        elif option == b"FREQ" and at < argc:
            if args.idletime is not None:
                raise CommandError(errors.SYNTAX)
            freq = to_int(argv[at])
            if freq is None:
                raise CommandError(errors.NOT_INTEGER)
            if not 0 <= freq <= 255:
                raise CommandError(errors.RESTORE_FREQ_RANGE)
            args.freq = freq
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class ScanArgs:
    """Arguments of SCAN."""

    cursor: int
    count: int | None = None
    match: bytes | None = None
    type: bytes | None = None
    novalues: bool = False


def parse_scan(argv: Argv, now: int) -> ScanArgs:
    args = ScanArgs()
    argc = len(argv)
    cursor = to_cursor(argv[1])
    if cursor is None:
        raise CommandError(errors.INVALID_CURSOR)
    args.cursor = cursor
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            if count < 1:
                raise CommandError(errors.SYNTAX)
            args.count = count
            at += 1
        elif option == b"MATCH" and at < argc:
            args.match = argv[at]
            at += 1
        elif option == b"TYPE" and at < argc:
            args.type = argv[at]
            at += 1
        elif option == b"NOVALUES":
            args.novalues = True
            if args.novalues:
                raise CommandError(errors.NOVALUES_WITHOUT_HSCAN)
        else:
            raise CommandError(errors.SYNTAX)
    return args


class SortArgs:
    """Arguments of SORT."""

    key: bytes
    asc: bool = False
    desc: bool = False
    alpha: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None
    store: bytes | None = None
    by: list[bytes] = []  # replaced, never filled
    get: list[bytes] = []  # replaced, never filled


def parse_sort(argv: Argv, now: int, all_keys: bool = True) -> SortArgs:
    args = SortArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"ASC":
            args.desc = False
            args.asc = True
        elif option == b"DESC":
            args.asc = False
            args.desc = True
        elif option == b"ALPHA":
            args.alpha = True
        elif option == b"LIMIT" and argc - at >= 2:
            args.limit = True
            offset = to_int(argv[at])
            if offset is None:
                raise CommandError(errors.NOT_INTEGER)
            args.offset = offset
            count = to_int(argv[at + 1])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 2
        elif option == b"STORE" and at < argc:
            args.store = argv[at]
            at += 1
        elif option == b"BY" and at < argc:
            by_item = argv[at]
            if not all_keys and b"*" in by_item:
                raise CommandError(errors.SORT_BY_DENIED)
            if args.by:
                args.by.append(by_item)
            else:
                args.by = [by_item]
            at += 1
        elif option == b"GET" and at < argc:
            get_item = argv[at]
            if not all_keys:
                raise CommandError(errors.SORT_GET_DENIED)
            if args.get:
                args.get.append(get_item)
            else:
                args.get = [get_item]
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class SortRoArgs:
    """Arguments of SORT_RO."""

    key: bytes
    asc: bool = False
    desc: bool = False
    alpha: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None
    by: list[bytes] = []  # replaced, never filled
    get: list[bytes] = []  # replaced, never filled


def parse_sort_ro(argv: Argv, now: int, all_keys: bool = True) -> SortRoArgs:
    args = SortRoArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"ASC":
            args.desc = False
            args.asc = True
        elif option == b"DESC":
            args.asc = False
            args.desc = True
        elif option == b"ALPHA":
            args.alpha = True
        elif option == b"LIMIT" and argc - at >= 2:
            args.limit = True
            offset = to_int(argv[at])
            if offset is None:
                raise CommandError(errors.NOT_INTEGER)
            args.offset = offset
            count = to_int(argv[at + 1])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 2
        elif option == b"BY" and at < argc:
            by_item = argv[at]
            if not all_keys and b"*" in by_item:
                raise CommandError(errors.SORT_BY_DENIED)
            if args.by:
                args.by.append(by_item)
            else:
                args.by = [by_item]
            at += 1
        elif option == b"GET" and at < argc:
            get_item = argv[at]
            if not all_keys:
                raise CommandError(errors.SORT_GET_DENIED)
            if args.get:
                args.get.append(get_item)
            else:
                args.get = [get_item]
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class WaitArgs:
    """Arguments of WAIT."""

    numreplicas: int
    timeout: int


def parse_wait(argv: Argv, now: int) -> WaitArgs:
    args = WaitArgs()
    numreplicas = to_int(argv[1])
    if numreplicas is None:
        raise CommandError(errors.NOT_INTEGER)
    args.numreplicas = numreplicas
    timeout = to_int(argv[2])
    if timeout is None:
        raise CommandError(errors.TIMEOUT_NOT_INTEGER)
    if timeout < 0:
        raise CommandError(errors.TIMEOUT_NEGATIVE)
    args.timeout = timeout
    return args


class WaitaofArgs:
    """Arguments of WAITAOF."""

    numlocal: int
    numreplicas: int
    timeout: int


def parse_waitaof(argv: Argv, now: int) -> WaitaofArgs:
    args = WaitaofArgs()
    numlocal = to_int(argv[1])
    if numlocal is None:
        raise CommandError(errors.NOT_INTEGER)
    if not 0 <= numlocal <= 1:
        raise CommandError(errors.NOT_ZERO_OR_ONE)
    args.numlocal = numlocal
    numreplicas = to_int(argv[2])
    if numreplicas is None:
        raise CommandError(errors.MUST_BE_POSITIVE)
    if numreplicas < 0:
        raise CommandError(errors.MUST_BE_POSITIVE)
    args.numreplicas = numreplicas
    timeout = to_int(argv[3])
    if timeout is None:
        raise CommandError(errors.TIMEOUT_NOT_INTEGER)
    if timeout < 0:
        raise CommandError(errors.TIMEOUT_NEGATIVE)
    args.timeout = timeout
    return args
