# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the list commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_int, to_timeout
from refimpl.table.failure import CommandError


class BlmoveArgs:
    """Arguments of BLMOVE."""

    source: bytes
    destination: bytes
    wherefrom: str
    whereto: str
    timeout: int


def parse_blmove(argv: Argv, now: int) -> BlmoveArgs:
    args = BlmoveArgs()
    args.source = argv[1]
    args.destination = argv[2]
    wherefrom = argv[3].lower().decode("latin-1")
    if wherefrom not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.wherefrom = wherefrom
    whereto = argv[4].lower().decode("latin-1")
    if whereto not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.whereto = whereto
    timeout = to_timeout(argv[5], now)
    args.timeout = timeout
    return args


class BlmpopArgs:
    """Arguments of BLMPOP."""

    timeout: int
    keys: list[bytes]
    numkeys: int
    where: str
    count: int | None = None


def parse_blmpop(argv: Argv, now: int) -> BlmpopArgs:
    args = BlmpopArgs()
    argc = len(argv)
    raw_timeout = argv[1]
    numkeys = to_int(argv[2])
    if numkeys is None:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    if numkeys < 1:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    args.numkeys = numkeys
    at = 3
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    where = argv[at].lower().decode("latin-1")
    if where not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.where = where
    at += 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            if args.count is not None:
                raise CommandError(errors.SYNTAX)
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.COUNT_NOT_POSITIVE)
            if count < 1:
                raise CommandError(errors.COUNT_NOT_POSITIVE)
            args.count = count
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    timeout = to_timeout(raw_timeout, now)
    args.timeout = timeout
    return args


class BlpopArgs:
    """Arguments of BLPOP."""

    keys: list[bytes]
    timeout: int


def parse_blpop(argv: Argv, now: int) -> BlpopArgs:
    args = BlpopArgs()
    argc = len(argv)
    args.keys = argv[1 : argc - 1]
    at = argc - 1
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    timeout = to_timeout(argv[at], now)
    args.timeout = timeout
    if argc > at + 1:
        raise CommandError(errors.SYNTAX)
    return args


class BrpopArgs:
    """Arguments of BRPOP."""

    keys: list[bytes]
    timeout: int


def parse_brpop(argv: Argv, now: int) -> BrpopArgs:
    args = BrpopArgs()
    argc = len(argv)
    args.keys = argv[1 : argc - 1]
    at = argc - 1
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    timeout = to_timeout(argv[at], now)
    args.timeout = timeout
    if argc > at + 1:
        raise CommandError(errors.SYNTAX)
    return args


class BrpoplpushArgs:
    """Arguments of BRPOPLPUSH."""

    source: bytes
    destination: bytes
    timeout: int


def parse_brpoplpush(argv: Argv, now: int) -> BrpoplpushArgs:
    args = BrpoplpushArgs()
    args.source = argv[1]
    args.destination = argv[2]
    timeout = to_timeout(argv[3], now)
    args.timeout = timeout
    return args


class LindexArgs:
    """Arguments of LINDEX."""

    key: bytes
    _index: bytes

    def index(self) -> int:
        """Converts when asked for; raises CommandError."""
        value = to_int(self._index)
        if value is None:
            raise CommandError(errors.NOT_INTEGER)
        return value


def parse_lindex(argv: Argv, now: int) -> LindexArgs:
    args = LindexArgs()
    args.key = argv[1]
    args._index = argv[2]
    return args


class LinsertArgs:
    """Arguments of LINSERT."""

    key: bytes
    where: str
    pivot: bytes
    element: bytes


def parse_linsert(argv: Argv, now: int) -> LinsertArgs:
    args = LinsertArgs()
    args.key = argv[1]
    where = argv[2].lower().decode("latin-1")
    if where not in ("before", "after"):
        raise CommandError(errors.SYNTAX)
    args.where = where
    args.pivot = argv[3]
    args.element = argv[4]
    return args


class LmoveArgs:
    """Arguments of LMOVE."""

    source: bytes
    destination: bytes
    wherefrom: str
    whereto: str


def parse_lmove(argv: Argv, now: int) -> LmoveArgs:
    args = LmoveArgs()
    args.source = argv[1]
    args.destination = argv[2]
    wherefrom = argv[3].lower().decode("latin-1")
    if wherefrom not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.wherefrom = wherefrom
    whereto = argv[4].lower().decode("latin-1")
    if whereto not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.whereto = whereto
    return args


class LmpopArgs:
    """Arguments of LMPOP."""

    keys: list[bytes]
    numkeys: int
    where: str
    count: int | None = None


def parse_lmpop(argv: Argv, now: int) -> LmpopArgs:
    args = LmpopArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    if numkeys < 1:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    where = argv[at].lower().decode("latin-1")
    if where not in ("left", "right"):
        raise CommandError(errors.SYNTAX)
    args.where = where
    at += 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            if args.count is not None:
                raise CommandError(errors.SYNTAX)
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.COUNT_NOT_POSITIVE)
            if count < 1:
                raise CommandError(errors.COUNT_NOT_POSITIVE)
            args.count = count
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class LpopArgs:
    """Arguments of LPOP."""

    key: bytes
    count: int | None = None


def parse_lpop(argv: Argv, now: int) -> LpopArgs:
    args = LpopArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc > 3:
        raise CommandError(errors.wrong_arity(b"lpop"))
    at = 2
    if at < argc:
        count = to_int(argv[at])
        if count is None:
            raise CommandError(errors.MUST_BE_POSITIVE)
        if count < 0:
            raise CommandError(errors.MUST_BE_POSITIVE)
        args.count = count
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class LposArgs:
    """Arguments of LPOS."""

    key: bytes
    element: bytes
    rank: int | None = None
    count: int | None = None
    maxlen: int | None = None


def parse_lpos(argv: Argv, now: int) -> LposArgs:
    args = LposArgs()
    argc = len(argv)
    args.key = argv[1]
    args.element = argv[2]
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"RANK" and at < argc:
            rank = to_int(argv[at])
            if rank is None:
                raise CommandError(errors.NOT_INTEGER)
            if rank < -9223372036854775807:
                raise CommandError(errors.COUNT_OUT_OF_LONG_RANGE)
            args.rank = rank
            if args.rank == 0:
                raise CommandError(errors.LPOS_RANK_ZERO)
            at += 1
        elif option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.LPOS_COUNT_NEGATIVE)
            if count < 0:
                raise CommandError(errors.LPOS_COUNT_NEGATIVE)
            args.count = count
            at += 1
        elif option == b"MAXLEN" and at < argc:
            maxlen = to_int(argv[at])
            if maxlen is None:
                raise CommandError(errors.LPOS_MAXLEN_NEGATIVE)
            if maxlen < 0:
                raise CommandError(errors.LPOS_MAXLEN_NEGATIVE)
            args.maxlen = maxlen
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class LrangeArgs:
    """Arguments of LRANGE."""

    key: bytes
    start: int
    stop: int


def parse_lrange(argv: Argv, now: int) -> LrangeArgs:
    args = LrangeArgs()
    args.key = argv[1]
    start = to_int(argv[2])
    if start is None:
        raise CommandError(errors.NOT_INTEGER)
    args.start = start
    stop = to_int(argv[3])
    if stop is None:
        raise CommandError(errors.NOT_INTEGER)
    args.stop = stop
    return args


class LremArgs:
    """Arguments of LREM."""

    key: bytes
    count: int
    element: bytes


def parse_lrem(argv: Argv, now: int) -> LremArgs:
    args = LremArgs()
    args.key = argv[1]
    count = to_int(argv[2])
    if count is None:
        raise CommandError(errors.NOT_INTEGER)
    if count < -9223372036854775807:
        raise CommandError(errors.COUNT_OUT_OF_LONG_RANGE)
    args.count = count
    args.element = argv[3]
    return args


class LsetArgs:
    """Arguments of LSET."""

    key: bytes
    _index: bytes
    element: bytes

    def index(self) -> int:
        """Converts when asked for; raises CommandError."""
        value = to_int(self._index)
        if value is None:
            raise CommandError(errors.NOT_INTEGER)
        return value


def parse_lset(argv: Argv, now: int) -> LsetArgs:
    args = LsetArgs()
    args.key = argv[1]
    args._index = argv[2]
    args.element = argv[3]
    return args


class LtrimArgs:
    """Arguments of LTRIM."""

    key: bytes
    start: int
    stop: int


def parse_ltrim(argv: Argv, now: int) -> LtrimArgs:
    args = LtrimArgs()
    args.key = argv[1]
    start = to_int(argv[2])
    if start is None:
        raise CommandError(errors.NOT_INTEGER)
    args.start = start
    stop = to_int(argv[3])
    if stop is None:
        raise CommandError(errors.NOT_INTEGER)
    args.stop = stop
    return args


class RpopArgs:
    """Arguments of RPOP."""

    key: bytes
    count: int | None = None


def parse_rpop(argv: Argv, now: int) -> RpopArgs:
    args = RpopArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc > 3:
        raise CommandError(errors.wrong_arity(b"rpop"))
    at = 2
    if at < argc:
        count = to_int(argv[at])
        if count is None:
            raise CommandError(errors.MUST_BE_POSITIVE)
        if count < 0:
            raise CommandError(errors.MUST_BE_POSITIVE)
        args.count = count
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args
