# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the sorted_set commands."""

from __future__ import annotations

from typing import Any

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import (
    LexBound,
    ScoreBound,
    to_cursor,
    to_double,
    to_int,
    to_lex_bound,
    to_score_bound,
    to_timeout,
)
from refimpl.table.failure import CommandError


class BzmpopArgs:
    """Arguments of BZMPOP."""

    timeout: int
    keys: list[bytes]
    numkeys: int
    where: str
    count: int | None = None


def parse_bzmpop(argv: Argv, now: int) -> BzmpopArgs:
    args = BzmpopArgs()
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
    if where not in ("min", "max"):
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


class BzpopmaxArgs:
    """Arguments of BZPOPMAX."""

    keys: list[bytes]
    timeout: int


def parse_bzpopmax(argv: Argv, now: int) -> BzpopmaxArgs:
    args = BzpopmaxArgs()
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


class BzpopminArgs:
    """Arguments of BZPOPMIN."""

    keys: list[bytes]
    timeout: int


def parse_bzpopmin(argv: Argv, now: int) -> BzpopminArgs:
    args = BzpopminArgs()
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


class ZaddArgs:
    """Arguments of ZADD."""

    key: bytes
    nx: bool = False
    xx: bool = False
    ch: bool = False
    incr: bool = False
    gt: bool = False
    lt: bool = False
    entries: list[tuple[float, bytes]]


def parse_zadd(argv: Argv, now: int) -> ZaddArgs:
    args = ZaddArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc == 4:
        score = to_double(argv[2])
        if score is not None:
            args.entries = [(score, argv[3])]
            return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        if option not in {b"NX", b"XX", b"CH", b"INCR", b"GT", b"LT"}:
            break
        at += 1
        if option == b"NX":
            args.nx = True
        elif option == b"XX":
            args.xx = True
        elif option == b"CH":
            args.ch = True
        elif option == b"INCR":
            args.incr = True
        elif option == b"GT":
            args.gt = True
        elif option == b"LT":
            args.lt = True
    if argc < at + 2:
        raise CommandError(errors.SYNTAX)
    if (argc - at) % 2:
        raise CommandError(errors.SYNTAX)
    raw_entries = argv[at:]
    if args.nx and args.xx:
        raise CommandError(errors.ZADD_NX_XX)
    if (args.gt and args.nx) or (args.lt and args.nx) or (args.gt and args.lt):
        raise CommandError(errors.ZADD_GT_LT_NX)
    if args.incr and len(raw_entries) // 2 > 1:
        raise CommandError(errors.ZADD_INCR_PAIRS)
    items = raw_entries
    entries_groups: list[tuple[float, bytes]] = []
    for index in range(0, len(items), 2):
        score_item = to_double(items[index])
        if score_item is None:
            raise CommandError(errors.NOT_FLOAT)
        entries_groups.append((score_item, items[index + 1]))
    args.entries = entries_groups
    return args


class ZcountArgs:
    """Arguments of ZCOUNT."""

    key: bytes
    min: ScoreBound
    max: ScoreBound


def parse_zcount(argv: Argv, now: int) -> ZcountArgs:
    args = ZcountArgs()
    args.key = argv[1]
    min = to_score_bound(argv[2])
    if min is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.min = min
    max = to_score_bound(argv[3])
    if max is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.max = max
    return args


class ZdiffArgs:
    """Arguments of ZDIFF."""

    keys: list[bytes]
    numkeys: int
    withscores: bool = False
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHSCORES":
                self.withscores = True
            else:
                raise CommandError(errors.SYNTAX)


def parse_zdiff(argv: Argv, now: int) -> ZdiffArgs:
    args = ZdiffArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zdiff"))
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZdiffstoreArgs:
    """Arguments of ZDIFFSTORE."""

    destination: bytes
    keys: list[bytes]
    numkeys: int
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_zdiffstore(argv: Argv, now: int) -> ZdiffstoreArgs:
    args = ZdiffstoreArgs()
    argc = len(argv)
    args.destination = argv[1]
    numkeys = to_int(argv[2])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zdiffstore"))
    args.numkeys = numkeys
    at = 3
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZincrbyArgs:
    """Arguments of ZINCRBY."""

    key: bytes
    increment: float
    member: bytes


def parse_zincrby(argv: Argv, now: int) -> ZincrbyArgs:
    args = ZincrbyArgs()
    args.key = argv[1]
    increment = to_double(argv[2])
    if increment is None:
        raise CommandError(errors.NOT_FLOAT)
    args.increment = increment
    args.member = argv[3]
    return args


class ZinterArgs:
    """Arguments of ZINTER."""

    keys: list[bytes]
    numkeys: int
    weights: list[float] = []  # replaced, never filled
    aggregate: str | None = None
    withscores: bool = False
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WEIGHTS":
                if argc - at < len(self.keys):
                    raise CommandError(errors.SYNTAX)
                items = argv[at : at + len(self.keys)]
                weights_groups: list[float] = []
                for item in items:
                    weight_item = to_double(item)
                    if weight_item is None:
                        raise CommandError(errors.WEIGHT_NOT_FLOAT)
                    weights_groups.append(weight_item)
                self.weights = weights_groups
                at += len(self.keys)
            elif option == b"AGGREGATE" and at < argc:
                aggregate = argv[at].lower().decode("latin-1")
                if aggregate not in ("sum", "min", "max"):
                    raise CommandError(errors.SYNTAX)
                self.aggregate = aggregate
                at += 1
            elif option == b"WITHSCORES":
                self.withscores = True
            else:
                raise CommandError(errors.SYNTAX)


def parse_zinter(argv: Argv, now: int) -> ZinterArgs:
    args = ZinterArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zinter"))
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZintercardArgs:
    """Arguments of ZINTERCARD."""

    keys: list[bytes]
    numkeys: int
    limit: int | None = None
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"LIMIT" and at < argc:
                limit = to_int(argv[at])
                if limit is None:
                    raise CommandError(errors.LIMIT_NEGATIVE)
                if limit < 0:
                    raise CommandError(errors.LIMIT_NEGATIVE)
                self.limit = limit
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_zintercard(argv: Argv, now: int) -> ZintercardArgs:
    args = ZintercardArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zintercard"))
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZinterstoreArgs:
    """Arguments of ZINTERSTORE."""

    destination: bytes
    keys: list[bytes]
    numkeys: int
    weights: list[float] = []  # replaced, never filled
    aggregate: str | None = None
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WEIGHTS":
                if argc - at < len(self.keys):
                    raise CommandError(errors.SYNTAX)
                items = argv[at : at + len(self.keys)]
                weights_groups: list[float] = []
                for item in items:
                    weight_item = to_double(item)
                    if weight_item is None:
                        raise CommandError(errors.WEIGHT_NOT_FLOAT)
                    weights_groups.append(weight_item)
                self.weights = weights_groups
                at += len(self.keys)
            elif option == b"AGGREGATE" and at < argc:
                aggregate = argv[at].lower().decode("latin-1")
                if aggregate not in ("sum", "min", "max"):
                    raise CommandError(errors.SYNTAX)
                self.aggregate = aggregate
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_zinterstore(argv: Argv, now: int) -> ZinterstoreArgs:
    args = ZinterstoreArgs()
    argc = len(argv)
    args.destination = argv[1]
    numkeys = to_int(argv[2])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zinterstore"))
    args.numkeys = numkeys
    at = 3
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZlexcountArgs:
    """Arguments of ZLEXCOUNT."""

    key: bytes
    min: LexBound
    max: LexBound


def parse_zlexcount(argv: Argv, now: int) -> ZlexcountArgs:
    args = ZlexcountArgs()
    args.key = argv[1]
    min = to_lex_bound(argv[2])
    if min is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.min = min
    max = to_lex_bound(argv[3])
    if max is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.max = max
    return args


class ZmpopArgs:
    """Arguments of ZMPOP."""

    keys: list[bytes]
    numkeys: int
    where: str
    count: int | None = None


def parse_zmpop(argv: Argv, now: int) -> ZmpopArgs:
    args = ZmpopArgs()
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
    if where not in ("min", "max"):
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


class ZpopmaxArgs:
    """Arguments of ZPOPMAX."""

    key: bytes
    count: int | None = None


def parse_zpopmax(argv: Argv, now: int) -> ZpopmaxArgs:
    args = ZpopmaxArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    raw_count: bytes | None = None
    if at < argc:
        raw_count = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if raw_count is not None:
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.MUST_BE_POSITIVE)
        if count < 0:
            raise CommandError(errors.MUST_BE_POSITIVE)
        args.count = count
    return args


class ZpopminArgs:
    """Arguments of ZPOPMIN."""

    key: bytes
    count: int | None = None


def parse_zpopmin(argv: Argv, now: int) -> ZpopminArgs:
    args = ZpopminArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    raw_count: bytes | None = None
    if at < argc:
        raw_count = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if raw_count is not None:
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.MUST_BE_POSITIVE)
        if count < 0:
            raise CommandError(errors.MUST_BE_POSITIVE)
        args.count = count
    return args


class ZrandmemberArgs:
    """Arguments of ZRANDMEMBER."""

    key: bytes
    count: int | None = None
    withscores: str | None = None


def parse_zrandmember(argv: Argv, now: int) -> ZrandmemberArgs:
    args = ZrandmemberArgs()
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
        withscores = argv[at].lower().decode("latin-1")
        if withscores not in ("withscores",):
            raise CommandError(errors.SYNTAX)
        args.withscores = withscores
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if args.withscores is not None and args.count is not None and args.count < -4611686018427387903:
        raise CommandError(errors.OUT_OF_RANGE)
    if args.withscores is not None and args.count is not None and args.count > 4611686018427387903:
        raise CommandError(errors.OUT_OF_RANGE)
    return args


class ZrangeArgs:
    """Arguments of ZRANGE."""

    key: bytes
    start: Any
    stop: Any
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None
    rev: bool = False
    byscore: bool = False
    bylex: bool = False


def parse_zrange(argv: Argv, now: int) -> ZrangeArgs:
    args = ZrangeArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_start = argv[2]
    raw_stop = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        elif option == b"REV":
            if args.rev:
                raise CommandError(errors.SYNTAX)
            args.rev = True
        elif option == b"BYSCORE":
            if args.byscore:
                raise CommandError(errors.SYNTAX)
            if args.bylex:
                raise CommandError(errors.SYNTAX)
            args.byscore = True
        elif option == b"BYLEX":
            if args.bylex:
                raise CommandError(errors.SYNTAX)
            if args.byscore:
                raise CommandError(errors.SYNTAX)
            args.bylex = True
        else:
            raise CommandError(errors.SYNTAX)
    if args.limit and not args.byscore and not args.bylex and args.count != -1:
        raise CommandError(errors.LIMIT_WITHOUT_BY)
    if args.withscores and args.bylex:
        raise CommandError(errors.WITHSCORES_WITH_BYLEX)
    if args.byscore:
        start_as_score_bound = to_score_bound(raw_start)
        if start_as_score_bound is None:
            raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
        args.start = start_as_score_bound
        stop_as_score_bound = to_score_bound(raw_stop)
        if stop_as_score_bound is None:
            raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
        args.stop = stop_as_score_bound
    if args.bylex:
        start_as_lex_bound = to_lex_bound(raw_start)
        if start_as_lex_bound is None:
            raise CommandError(errors.LEX_BOUND_INVALID)
        args.start = start_as_lex_bound
        stop_as_lex_bound = to_lex_bound(raw_stop)
        if stop_as_lex_bound is None:
            raise CommandError(errors.LEX_BOUND_INVALID)
        args.stop = stop_as_lex_bound
    if not args.byscore and not args.bylex:
        start = to_int(raw_start)
        if start is None:
            raise CommandError(errors.NOT_INTEGER)
        args.start = start
        stop = to_int(raw_stop)
        if stop is None:
            raise CommandError(errors.NOT_INTEGER)
        args.stop = stop
    return args


class ZrangebylexArgs:
    """Arguments of ZRANGEBYLEX."""

    key: bytes
    min: LexBound
    max: LexBound
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None


def parse_zrangebylex(argv: Argv, now: int) -> ZrangebylexArgs:
    args = ZrangebylexArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_min = argv[2]
    raw_max = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        else:
            raise CommandError(errors.SYNTAX)
    if args.withscores:
        raise CommandError(errors.WITHSCORES_WITH_BYLEX)
    min = to_lex_bound(raw_min)
    if min is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.min = min
    max = to_lex_bound(raw_max)
    if max is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.max = max
    return args


class ZrangebyscoreArgs:
    """Arguments of ZRANGEBYSCORE."""

    key: bytes
    min: ScoreBound
    max: ScoreBound
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None


def parse_zrangebyscore(argv: Argv, now: int) -> ZrangebyscoreArgs:
    args = ZrangebyscoreArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_min = argv[2]
    raw_max = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        else:
            raise CommandError(errors.SYNTAX)
    min = to_score_bound(raw_min)
    if min is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.min = min
    max = to_score_bound(raw_max)
    if max is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.max = max
    return args


class ZrangestoreArgs:
    """Arguments of ZRANGESTORE."""

    destination: bytes
    source: bytes
    start: Any
    stop: Any
    limit: bool = False
    offset: int | None = None
    count: int | None = None
    rev: bool = False
    byscore: bool = False
    bylex: bool = False


def parse_zrangestore(argv: Argv, now: int) -> ZrangestoreArgs:
    args = ZrangestoreArgs()
    argc = len(argv)
    args.destination = argv[1]
    args.source = argv[2]
    raw_start = argv[3]
    raw_stop = argv[4]
    at = 5
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"LIMIT" and argc - at >= 2:
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
        elif option == b"REV":
            if args.rev:
                raise CommandError(errors.SYNTAX)
            args.rev = True
        elif option == b"BYSCORE":
            if args.byscore:
                raise CommandError(errors.SYNTAX)
            if args.bylex:
                raise CommandError(errors.SYNTAX)
            args.byscore = True
        elif option == b"BYLEX":
            if args.bylex:
                raise CommandError(errors.SYNTAX)
            if args.byscore:
                raise CommandError(errors.SYNTAX)
            args.bylex = True
        else:
            raise CommandError(errors.SYNTAX)
    if args.limit and not args.byscore and not args.bylex and args.count != -1:
        raise CommandError(errors.LIMIT_WITHOUT_BY)
    if args.byscore:
        start_as_score_bound = to_score_bound(raw_start)
        if start_as_score_bound is None:
            raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
        args.start = start_as_score_bound
        stop_as_score_bound = to_score_bound(raw_stop)
        if stop_as_score_bound is None:
            raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
        args.stop = stop_as_score_bound
    if args.bylex:
        start_as_lex_bound = to_lex_bound(raw_start)
        if start_as_lex_bound is None:
            raise CommandError(errors.LEX_BOUND_INVALID)
        args.start = start_as_lex_bound
        stop_as_lex_bound = to_lex_bound(raw_stop)
        if stop_as_lex_bound is None:
            raise CommandError(errors.LEX_BOUND_INVALID)
        args.stop = stop_as_lex_bound
    if not args.byscore and not args.bylex:
        start = to_int(raw_start)
        if start is None:
            raise CommandError(errors.NOT_INTEGER)
        args.start = start
        stop = to_int(raw_stop)
        if stop is None:
            raise CommandError(errors.NOT_INTEGER)
        args.stop = stop
    return args


class ZrankArgs:
    """Arguments of ZRANK."""

    key: bytes
    member: bytes
    withscore: bool = False


def parse_zrank(argv: Argv, now: int) -> ZrankArgs:
    args = ZrankArgs()
    argc = len(argv)
    args.key = argv[1]
    args.member = argv[2]
    if argc > 4:
        raise CommandError(errors.wrong_arity(b"zrank"))
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORE":
            args.withscore = True
        else:
            raise CommandError(errors.SYNTAX)
    return args


class ZremrangebylexArgs:
    """Arguments of ZREMRANGEBYLEX."""

    key: bytes
    min: LexBound
    max: LexBound


def parse_zremrangebylex(argv: Argv, now: int) -> ZremrangebylexArgs:
    args = ZremrangebylexArgs()
    args.key = argv[1]
    min = to_lex_bound(argv[2])
    if min is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.min = min
    max = to_lex_bound(argv[3])
    if max is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.max = max
    return args


class ZremrangebyrankArgs:
    """Arguments of ZREMRANGEBYRANK."""

    key: bytes
    start: int
    stop: int


def parse_zremrangebyrank(argv: Argv, now: int) -> ZremrangebyrankArgs:
    args = ZremrangebyrankArgs()
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


class ZremrangebyscoreArgs:
    """Arguments of ZREMRANGEBYSCORE."""

    key: bytes
    min: ScoreBound
    max: ScoreBound


def parse_zremrangebyscore(argv: Argv, now: int) -> ZremrangebyscoreArgs:
    args = ZremrangebyscoreArgs()
    args.key = argv[1]
    min = to_score_bound(argv[2])
    if min is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.min = min
    max = to_score_bound(argv[3])
    if max is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.max = max
    return args


class ZrevrangeArgs:
    """Arguments of ZREVRANGE."""

    key: bytes
    start: int
    stop: int
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None


def parse_zrevrange(argv: Argv, now: int) -> ZrevrangeArgs:
    args = ZrevrangeArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_start = argv[2]
    raw_stop = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        else:
            raise CommandError(errors.SYNTAX)
    if args.limit and args.count != -1:
        raise CommandError(errors.LIMIT_WITHOUT_BY)
    start = to_int(raw_start)
    if start is None:
        raise CommandError(errors.NOT_INTEGER)
    args.start = start
    stop = to_int(raw_stop)
    if stop is None:
        raise CommandError(errors.NOT_INTEGER)
    args.stop = stop
    return args


class ZrevrangebylexArgs:
    """Arguments of ZREVRANGEBYLEX."""

    key: bytes
    max: LexBound
    min: LexBound
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None


def parse_zrevrangebylex(argv: Argv, now: int) -> ZrevrangebylexArgs:
    args = ZrevrangebylexArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_max = argv[2]
    raw_min = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        else:
            raise CommandError(errors.SYNTAX)
    if args.withscores:
        raise CommandError(errors.WITHSCORES_WITH_BYLEX)
    max = to_lex_bound(raw_max)
    if max is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.max = max
    min = to_lex_bound(raw_min)
    if min is None:
        raise CommandError(errors.LEX_BOUND_INVALID)
    args.min = min
    return args


class ZrevrangebyscoreArgs:
    """Arguments of ZREVRANGEBYSCORE."""

    key: bytes
    max: ScoreBound
    min: ScoreBound
    withscores: bool = False
    limit: bool = False
    offset: int | None = None
    count: int | None = None


def parse_zrevrangebyscore(argv: Argv, now: int) -> ZrevrangebyscoreArgs:
    args = ZrevrangebyscoreArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_max = argv[2]
    raw_min = argv[3]
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORES":
            args.withscores = True
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
        else:
            raise CommandError(errors.SYNTAX)
    max = to_score_bound(raw_max)
    if max is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.max = max
    min = to_score_bound(raw_min)
    if min is None:
        raise CommandError(errors.SCORE_BOUND_NOT_FLOAT)
    args.min = min
    return args


class ZrevrankArgs:
    """Arguments of ZREVRANK."""

    key: bytes
    member: bytes
    withscore: bool = False


def parse_zrevrank(argv: Argv, now: int) -> ZrevrankArgs:
    args = ZrevrankArgs()
    argc = len(argv)
    args.key = argv[1]
    args.member = argv[2]
    if argc > 4:
        raise CommandError(errors.wrong_arity(b"zrevrank"))
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHSCORE":
            args.withscore = True
        else:
            raise CommandError(errors.SYNTAX)
    return args


class ZscanArgs:
    """Arguments of ZSCAN."""

    key: bytes
    cursor: int
    count: int | None = None
    match: bytes | None = None
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
            if option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.SYNTAX)
                self.count = count
                at += 1
            elif option == b"MATCH" and at < argc:
                self.match = argv[at]
                at += 1
            elif option == b"NOVALUES":
                self.novalues = True
                if self.novalues:
                    raise CommandError(errors.NOVALUES_WITHOUT_HSCAN)
            else:
                raise CommandError(errors.SYNTAX)


def parse_zscan(argv: Argv, now: int) -> ZscanArgs:
    args = ZscanArgs()
    args.key = argv[1]
    cursor = to_cursor(argv[2])
    if cursor is None:
        raise CommandError(errors.INVALID_CURSOR)
    args.cursor = cursor
    args._argv = argv
    return args


class ZunionArgs:
    """Arguments of ZUNION."""

    keys: list[bytes]
    numkeys: int
    weights: list[float] = []  # replaced, never filled
    aggregate: str | None = None
    withscores: bool = False
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WEIGHTS":
                if argc - at < len(self.keys):
                    raise CommandError(errors.SYNTAX)
                items = argv[at : at + len(self.keys)]
                weights_groups: list[float] = []
                for item in items:
                    weight_item = to_double(item)
                    if weight_item is None:
                        raise CommandError(errors.WEIGHT_NOT_FLOAT)
                    weights_groups.append(weight_item)
                self.weights = weights_groups
                at += len(self.keys)
            elif option == b"AGGREGATE" and at < argc:
                aggregate = argv[at].lower().decode("latin-1")
                if aggregate not in ("sum", "min", "max"):
                    raise CommandError(errors.SYNTAX)
                self.aggregate = aggregate
                at += 1
            elif option == b"WITHSCORES":
                self.withscores = True
            else:
                raise CommandError(errors.SYNTAX)


def parse_zunion(argv: Argv, now: int) -> ZunionArgs:
    args = ZunionArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zunion"))
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args


class ZunionstoreArgs:
    """Arguments of ZUNIONSTORE."""

    destination: bytes
    keys: list[bytes]
    numkeys: int
    weights: list[float] = []  # replaced, never filled
    aggregate: str | None = None
    _argv: Argv
    _at: int

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WEIGHTS":
                if argc - at < len(self.keys):
                    raise CommandError(errors.SYNTAX)
                items = argv[at : at + len(self.keys)]
                weights_groups: list[float] = []
                for item in items:
                    weight_item = to_double(item)
                    if weight_item is None:
                        raise CommandError(errors.WEIGHT_NOT_FLOAT)
                    weights_groups.append(weight_item)
                self.weights = weights_groups
                at += len(self.keys)
            elif option == b"AGGREGATE" and at < argc:
                aggregate = argv[at].lower().decode("latin-1")
                if aggregate not in ("sum", "min", "max"):
                    raise CommandError(errors.SYNTAX)
                self.aggregate = aggregate
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_zunionstore(argv: Argv, now: int) -> ZunionstoreArgs:
    args = ZunionstoreArgs()
    argc = len(argv)
    args.destination = argv[1]
    numkeys = to_int(argv[2])
    if numkeys is None:
        raise CommandError(errors.NOT_INTEGER)
    if numkeys < 1:
        raise CommandError(errors.at_least_one_key(b"zunionstore"))
    args.numkeys = numkeys
    at = 3
    if argc - at < numkeys:
        raise CommandError(errors.SYNTAX)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    args._argv = argv
    args._at = at
    return args
