# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the server commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_int
from refimpl.table.failure import CommandError


class AclCatArgs:
    """Arguments of ACL CAT."""

    category: bytes | None = None


def parse_acl_cat(argv: Argv, now: int) -> AclCatArgs:
    args = AclCatArgs()
    argc = len(argv)
    at = 2
    if at < argc:
        args.category = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.acl_too_many_words(argv[1]))
    return args


class AclGenpassArgs:
    """Arguments of ACL GENPASS."""

    bits: int = 256


def parse_acl_genpass(argv: Argv, now: int) -> AclGenpassArgs:
    args = AclGenpassArgs()
    argc = len(argv)
    if argc <= 3:
        at = 2
        if at < argc:
            bits = to_int(argv[at])
            if bits is None:
                raise CommandError(errors.NOT_INTEGER)
            if not 1 <= bits <= 4096:
                raise CommandError(errors.ACL_PASSWORD_BITS)
            args.bits = bits
            at += 1
    else:
        at = 2
    if argc > at:
        raise CommandError(errors.acl_too_many_words(argv[1]))
    return args


class AclLogArgs:
    """Arguments of ACL LOG."""

    reset: str | None = None
    count: int = 10


def parse_acl_log(argv: Argv, now: int) -> AclLogArgs:
    args = AclLogArgs()
    argc = len(argv)
    if argc <= 3:
        at = 2
        if at < argc and argv[at].lower() in (b"reset",):
            reset = argv[at].lower().decode("latin-1")
            if reset not in ("reset",):
                raise CommandError(errors.SYNTAX)
            args.reset = reset
            at += 1
        if at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 1
    else:
        at = 2
    if argc > at:
        raise CommandError(errors.acl_too_many_words(argv[1]))
    return args


class BgsaveArgs:
    """Arguments of BGSAVE."""

    schedule: str | None = None


def parse_bgsave(argv: Argv, now: int) -> BgsaveArgs:
    args = BgsaveArgs()
    argc = len(argv)
    at = 1
    if at < argc:
        schedule = argv[at].lower().decode("latin-1")
        if schedule not in ("schedule",):
            raise CommandError(errors.SYNTAX)
        args.schedule = schedule
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class CommandListArgs:
    """Arguments of COMMAND LIST."""

    filterby: bool = False
    filter: str | None = None
    value: bytes | None = None


def parse_command_list(argv: Argv, now: int) -> CommandListArgs:
    args = CommandListArgs()
    argc = len(argv)
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"FILTERBY" and argc - at >= 2:
            if args.filterby:
                raise CommandError(errors.SYNTAX)
            args.filterby = True
            filter = argv[at].lower().decode("latin-1")
            if filter not in ("module", "aclcat", "pattern"):
                raise CommandError(errors.SYNTAX)
            args.filter = filter
            args.value = argv[at + 1]
            at += 2
        else:
            raise CommandError(errors.SYNTAX)
    return args


class ConfigSetArgs:
    """Arguments of CONFIG SET."""

    pairs: list[tuple[bytes, bytes]]


def parse_config_set(argv: Argv, now: int) -> ConfigSetArgs:
    args = ConfigSetArgs()
    argc = len(argv)
    if (argc - 2) % 2:
        raise CommandError(errors.SYNTAX)
    if argc == 4:
        pairs_groups = [(argv[2], argv[3])]
    else:
        pairs_groups = list(zip(argv[2::2], argv[3::2], strict=True))
    args.pairs = pairs_groups
    return args


class FailoverArgs:
    """Arguments of FAILOVER."""

    to: bool = False
    host: bytes | None = None
    port: int | None = None
    abort: bool = False
    force: bool = False
    timeout: int | None = None


def parse_failover(argv: Argv, now: int) -> FailoverArgs:
    args = FailoverArgs()
    argc = len(argv)
    if argc == 1:
        return args
    at = 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"TO" and argc - at >= 2:
            if args.to:
                raise CommandError(errors.SYNTAX)
            args.to = True
            args.host = argv[at]
            port = to_int(argv[at + 1])
            if port is None:
                raise CommandError(errors.NOT_INTEGER)
            args.port = port
            at += 2
        elif option == b"ABORT":
            if args.abort:
                raise CommandError(errors.SYNTAX)
            args.abort = True
        elif option == b"FORCE":
            if args.force:
                raise CommandError(errors.SYNTAX)
            args.force = True
        elif option == b"TIMEOUT" and at < argc:
            if args.timeout is not None:
                raise CommandError(errors.SYNTAX)
            timeout = to_int(argv[at])
            if timeout is None:
                raise CommandError(errors.NOT_INTEGER)
            if timeout < 1:
                raise CommandError(errors.FAILOVER_TIMEOUT)
            args.timeout = timeout
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    if args.abort and argc > 2:
        raise CommandError(errors.SYNTAX)
    return args


class FlushallArgs:
    """Arguments of FLUSHALL."""

    mode: str | None = None


def parse_flushall(argv: Argv, now: int) -> FlushallArgs:
    args = FlushallArgs()
    argc = len(argv)
    at = 1
    if at < argc:
        mode = argv[at].lower().decode("latin-1")
        if mode not in ("async", "sync"):
            raise CommandError(errors.SYNTAX)
        args.mode = mode
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class FlushdbArgs:
    """Arguments of FLUSHDB."""

    mode: str | None = None


def parse_flushdb(argv: Argv, now: int) -> FlushdbArgs:
    args = FlushdbArgs()
    argc = len(argv)
    at = 1
    if at < argc:
        mode = argv[at].lower().decode("latin-1")
        if mode not in ("async", "sync"):
            raise CommandError(errors.SYNTAX)
        args.mode = mode
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class LolwutArgs:
    """Arguments of LOLWUT."""

    selected: str | None = None
    version: int | None = None
    columns: int | None = None
    squares_per_row: int | None = None
    squares_per_column: int | None = None
    rest: list[bytes] = []  # replaced, never filled
    rows: int | None = None


def parse_lolwut(argv: Argv, now: int) -> LolwutArgs:
    args = LolwutArgs()
    argc = len(argv)
    at = 1
    if at < argc and argv[at].lower() in (b"version",):
        selected = argv[at].lower().decode("latin-1")
        if selected not in ("version",):
            raise CommandError(errors.SYNTAX)
        args.selected = selected
        at += 1
    if args.selected is not None and argc > 2:
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        version = to_int(argv[at])
        if version is None:
            raise CommandError(errors.NOT_INTEGER)
        args.version = version
        if args.version == 5:
            at += 1
            if at < argc:
                columns = to_int(argv[at])
                if columns is None:
                    raise CommandError(errors.NOT_INTEGER)
                args.columns = columns
                at += 1
            if at < argc:
                squares_per_row = to_int(argv[at])
                if squares_per_row is None:
                    raise CommandError(errors.NOT_INTEGER)
                args.squares_per_row = squares_per_row
                at += 1
            if at < argc:
                squares_per_column = to_int(argv[at])
                if squares_per_column is None:
                    raise CommandError(errors.NOT_INTEGER)
                args.squares_per_column = squares_per_column
                at += 1
            args.rest = argv[at:]
            at = argc
        elif args.version == 6:
            at += 1
            if at < argc:
                columns = to_int(argv[at])
                if columns is None:
                    raise CommandError(errors.NOT_INTEGER)
                args.columns = columns
                at += 1
            if at < argc:
                rows = to_int(argv[at])
                if rows is None:
                    raise CommandError(errors.NOT_INTEGER)
                args.rows = rows
                at += 1
            args.rest = argv[at:]
            at = argc
        else:
            args.rest = argv[at + 1 :]
            at = argc
    else:
        args.rest = argv[at:]
        at = argc
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class MemoryUsageArgs:
    """Arguments of MEMORY USAGE."""

    key: bytes
    samples: int | None = None


def parse_memory_usage(argv: Argv, now: int) -> MemoryUsageArgs:
    args = MemoryUsageArgs()
    argc = len(argv)
    args.key = argv[2]
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"SAMPLES" and at < argc:
            samples = to_int(argv[at])
            if samples is None:
                raise CommandError(errors.NOT_INTEGER)
            if samples < 0:
                raise CommandError(errors.SYNTAX)
            args.samples = samples
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class PsyncArgs:
    """Arguments of PSYNC."""

    replication_id: bytes
    offset: int
    words: list[bytes]


def parse_psync(argv: Argv, now: int) -> PsyncArgs:
    args = PsyncArgs()
    args.replication_id = argv[1]
    offset = to_int(argv[2])
    if offset is None:
        raise CommandError(errors.NOT_INTEGER)
    args.offset = offset
    args.words = argv[3:]
    return args


class ReplconfArgs:
    """Arguments of REPLCONF."""

    pairs: list[tuple[bytes, bytes]]


def parse_replconf(argv: Argv, now: int) -> ReplconfArgs:
    args = ReplconfArgs()
    argc = len(argv)
    if (argc - 1) % 2:
        raise CommandError(errors.SYNTAX)
    if argc == 3:
        pairs_groups = [(argv[1], argv[2])]
    else:
        pairs_groups = list(zip(argv[1::2], argv[2::2], strict=True))
    args.pairs = pairs_groups
    return args


class ReplicaofArgs:
    """Arguments of REPLICAOF."""

    no: str | None = None
    one: str | None = None
    host: bytes | None = None
    port: int | None = None


def parse_replicaof(argv: Argv, now: int) -> ReplicaofArgs:
    args = ReplicaofArgs()
    if any(each.upper() == b"NO" for each in argv[1:]) and any(
        each.upper() == b"ONE" for each in argv[1:]
    ):
        no = argv[1].lower().decode("latin-1")
        if no not in ("no",):
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.no = no
        one = argv[2].lower().decode("latin-1")
        if one not in ("one",):
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.one = one
    else:
        args.host = argv[1]
        port = to_int(argv[2])
        if port is None:
            raise CommandError(errors.INVALID_MASTER_PORT)
        if not 0 <= port <= 65535:
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.port = port
    return args


class RestoreAskingArgs:
    """Arguments of RESTORE-ASKING."""

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


def parse_restore_asking(argv: Argv, now: int) -> RestoreAskingArgs:
    args = RestoreAskingArgs()
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


class ShutdownArgs:
    """Arguments of SHUTDOWN."""

    nosave: bool = False
    save: bool = False
    now: bool = False
    force: bool = False
    abort: bool = False


def parse_shutdown(argv: Argv, now: int) -> ShutdownArgs:
    args = ShutdownArgs()
    argc = len(argv)
    if argc == 1:
        return args
    at = 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"NOSAVE":
            if args.save:
                raise CommandError(errors.SYNTAX)
            args.nosave = True
        elif option == b"SAVE":
            if args.nosave:
                raise CommandError(errors.SYNTAX)
            args.save = True
        elif option == b"NOW":
            args.now = True
        elif option == b"FORCE":
            args.force = True
        elif option == b"ABORT":
            args.abort = True
        else:
            raise CommandError(errors.SYNTAX)
    if args.abort and (args.nosave or args.save or args.now or args.force):
        raise CommandError(errors.SYNTAX)
    return args


class SlaveofArgs:
    """Arguments of SLAVEOF."""

    no: str | None = None
    one: str | None = None
    host: bytes | None = None
    port: int | None = None


def parse_slaveof(argv: Argv, now: int) -> SlaveofArgs:
    args = SlaveofArgs()
    if any(each.upper() == b"NO" for each in argv[1:]) and any(
        each.upper() == b"ONE" for each in argv[1:]
    ):
        no = argv[1].lower().decode("latin-1")
        if no not in ("no",):
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.no = no
        one = argv[2].lower().decode("latin-1")
        if one not in ("one",):
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.one = one
    else:
        args.host = argv[1]
        port = to_int(argv[2])
        if port is None:
            raise CommandError(errors.INVALID_MASTER_PORT)
        if not 0 <= port <= 65535:
            raise CommandError(errors.INVALID_MASTER_PORT)
        args.port = port
    return args


class SlowlogGetArgs:
    """Arguments of SLOWLOG GET."""

    count: int = 10


def parse_slowlog_get(argv: Argv, now: int) -> SlowlogGetArgs:
    args = SlowlogGetArgs()
    argc = len(argv)
    if argc > 3:
        raise CommandError(errors.slowlog_get_arity(argv[1]))
    at = 2
    if at < argc:
        count = to_int(argv[at])
        if count is None:
            raise CommandError(errors.SLOWLOG_COUNT)
        if count < -1:
            raise CommandError(errors.SLOWLOG_COUNT)
        args.count = count
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class SwapdbArgs:
    """Arguments of SWAPDB."""

    first: int
    second: int


def parse_swapdb(argv: Argv, now: int) -> SwapdbArgs:
    args = SwapdbArgs()
    first = to_int(argv[1])
    if first is None:
        raise CommandError(errors.FIRST_DB_INVALID)
    if not -2147483648 <= first <= 2147483647:
        raise CommandError(errors.FIRST_DB_INVALID)
    args.first = first
    second = to_int(argv[2])
    if second is None:
        raise CommandError(errors.SECOND_DB_INVALID)
    if not -2147483648 <= second <= 2147483647:
        raise CommandError(errors.SECOND_DB_INVALID)
    args.second = second
    return args
