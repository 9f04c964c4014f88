# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the stream commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import (
    to_deleted_stream_id,
    to_group_position,
    to_group_start,
    to_int,
    to_new_stream_id,
    to_stream_bound,
    to_stream_end,
    to_stream_id,
    to_timeout_ms,
)
from refimpl.table.failure import CommandError


class XackArgs:
    """Arguments of XACK."""

    key: bytes
    group: bytes
    ids: list[int]
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        items = argv[3:]
        ids_groups: list[int] = []
        for item in items:
            id_item = to_stream_id(item)
            if id_item is None:
                raise CommandError(errors.STREAM_ID_INVALID)
            ids_groups.append(id_item)
        self.ids = ids_groups


def parse_xack(argv: Argv, now: int) -> XackArgs:
    args = XackArgs()
    args.key = argv[1]
    args.group = argv[2]
    args._argv = argv
    return args


class XackdelArgs:
    """Arguments of XACKDEL."""

    key: bytes
    group: bytes
    keepref: bool = False
    delref: bool = False
    acked: bool = False
    ids: list[bytes] = []  # replaced, never filled
    numids: int | None = None
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"KEEPREF" and not self.keepref and not self.delref and not self.acked:
                self.keepref = True
            elif option == b"DELREF" and not self.keepref and not self.delref and not self.acked:
                self.delref = True
            elif option == b"ACKED" and not self.keepref and not self.delref and not self.acked:
                self.acked = True
            elif option == b"IDS" and at < argc:
                if at >= argc:
                    raise CommandError(errors.SYNTAX)
                numids = to_int(argv[at])
                if numids is None:
                    raise CommandError(errors.NUMIDS_NOT_POSITIVE)
                if numids < 1:
                    raise CommandError(errors.NUMIDS_NOT_POSITIVE)
                self.numids = numids
                at += 1
                if argc - at < numids:
                    raise CommandError(errors.NUMIDS_MISMATCH)
                self.ids = argv[at : at + numids]
                at += numids
            else:
                raise CommandError(errors.SYNTAX)


def parse_xackdel(argv: Argv, now: int) -> XackdelArgs:
    args = XackdelArgs()
    args.key = argv[1]
    args.group = argv[2]
    args._argv = argv
    return args


class XaddArgs:
    """Arguments of XADD."""

    key: bytes
    maxlen: bool = False
    maxlen_operator: str | None = None
    maxlen_threshold: int | None = None
    minid: bool = False
    minid_operator: str | None = None
    minid_threshold: int | None = None
    limit: int | None = None
    nomkstream: bool = False
    keepref: bool = False
    delref: bool = False
    acked: bool = False
    auto_id: str | None = None
    id: tuple[int, int | None] | None = None
    fields: list[tuple[bytes, bytes]]


def parse_xadd(argv: Argv, now: int) -> XaddArgs:
    args = XaddArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"MAXLEN" and at < argc:
            if args.maxlen:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            if args.minid:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            args.maxlen = True
            if at < argc and argv[at].lower() in (b"=", b"~"):
                maxlen_operator = argv[at].lower().decode("latin-1")
                if maxlen_operator not in ("=", "~"):
                    raise CommandError(errors.SYNTAX)
                args.maxlen_operator = maxlen_operator
                at += 1
            if at >= argc:
                raise CommandError(errors.NOT_INTEGER)
            maxlen_threshold = to_int(argv[at])
            if maxlen_threshold is None:
                raise CommandError(errors.NOT_INTEGER)
            if maxlen_threshold < 0:
                raise CommandError(errors.MAXLEN_NEGATIVE)
            args.maxlen_threshold = maxlen_threshold
            at += 1
        elif option == b"MINID" and at < argc:
            if args.minid:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            if args.maxlen:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            args.minid = True
            if at < argc and argv[at].lower() in (b"=", b"~"):
                minid_operator = argv[at].lower().decode("latin-1")
                if minid_operator not in ("=", "~"):
                    raise CommandError(errors.SYNTAX)
                args.minid_operator = minid_operator
                at += 1
            if at >= argc:
                raise CommandError(errors.STREAM_ID_INVALID)
            minid_threshold = to_stream_id(argv[at])
            if minid_threshold is None:
                raise CommandError(errors.STREAM_ID_INVALID)
            args.minid_threshold = minid_threshold
            at += 1
        elif option == b"LIMIT" and at < argc:
            limit = to_int(argv[at])
            if limit is None:
                raise CommandError(errors.NOT_INTEGER)
            if limit < 0:
                raise CommandError(errors.STREAM_LIMIT_NEGATIVE)
            args.limit = limit
            at += 1
        elif option == b"NOMKSTREAM":
            args.nomkstream = True
        elif option == b"KEEPREF" and not args.keepref and not args.delref and not args.acked:
            args.keepref = True
        elif option == b"DELREF" and not args.keepref and not args.delref and not args.acked:
            args.delref = True
        elif option == b"ACKED" and not args.keepref and not args.delref and not args.acked:
            args.acked = True
        else:
            at -= 1
            break
    if at < argc and argv[at].lower() in (b"*",):
        auto_id = argv[at].lower().decode("latin-1")
        if auto_id not in ("*",):
            raise CommandError(errors.SYNTAX)
        args.auto_id = auto_id
        at += 1
    if args.auto_id is not None:
        pass
    else:
        if at < argc:
            id = to_new_stream_id(argv[at])
            if id is None:
                raise CommandError(errors.STREAM_ID_INVALID)
            args.id = id
            at += 1
    if args.limit is not None and args.limit > 0 and not args.maxlen and not args.minid:
        raise CommandError(errors.LIMIT_WITHOUT_STRATEGY)
    if args.limit is not None and not (args.maxlen_operator == "~" or args.minid_operator == "~"):
        raise CommandError(errors.LIMIT_WITHOUT_TILDE)
    if not (args.auto_id is not None) and not (args.id is not None):
        raise CommandError(errors.wrong_arity(b"xadd"))
    if argc < at + 2:
        raise CommandError(errors.wrong_arity(b"xadd"))
    if (argc - at) % 2:
        raise CommandError(errors.wrong_arity(b"xadd"))
    items = argv[at:]
    if len(items) == 2:
        fields_groups = [(items[0], items[1])]
    else:
        fields_groups = list(zip(items[0::2], items[1::2], strict=True))
    args.fields = fields_groups
    return args


class XautoclaimArgs:
    """Arguments of XAUTOCLAIM."""

    key: bytes
    group: bytes
    consumer: bytes
    min_idle_time: int
    start: int
    count: int | None = None
    justid: bool = False


def parse_xautoclaim(argv: Argv, now: int) -> XautoclaimArgs:
    args = XautoclaimArgs()
    argc = len(argv)
    args.key = argv[1]
    args.group = argv[2]
    args.consumer = argv[3]
    min_idle_time = to_int(argv[4])
    if min_idle_time is None:
        raise CommandError(errors.XAUTOCLAIM_MIN_IDLE)
    args.min_idle_time = min_idle_time
    start = to_stream_bound(argv[5])
    args.start = start
    if argc == 6:
        return args
    at = 6
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
            if not 1 <= count <= 576460752303423487:
                raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
            args.count = count
            at += 1
        elif option == b"JUSTID":
            args.justid = True
        else:
            raise CommandError(errors.SYNTAX)
    return args


class XclaimArgs:
    """Arguments of XCLAIM."""

    key: bytes
    group: bytes
    consumer: bytes
    min_idle_time: int
    ids: list[int]
    force: bool = False
    justid: bool = False
    idle: int | None = None
    time: int | None = None
    retrycount: int | None = None
    lastid: int | None = None
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        min_idle_time = to_int(argv[4])
        if min_idle_time is None:
            raise CommandError(errors.XCLAIM_MIN_IDLE)
        self.min_idle_time = min_idle_time
        at = 5
        self.ids = []
        while at < argc and (id_item := to_stream_id(argv[at])) is not None:
            self.ids.append(id_item)
            at += 1
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"FORCE":
                self.force = True
            elif option == b"JUSTID":
                self.justid = True
            elif option == b"IDLE" and at < argc:
                self.time = None
                idle = to_int(argv[at])
                if idle is None:
                    raise CommandError(errors.XCLAIM_IDLE)
                self.idle = idle
                at += 1
            elif option == b"TIME" and at < argc:
                self.idle = None
                time = to_int(argv[at])
                if time is None:
                    raise CommandError(errors.XCLAIM_TIME)
                self.time = time
                at += 1
            elif option == b"RETRYCOUNT" and at < argc:
                retrycount = to_int(argv[at])
                if retrycount is None:
                    raise CommandError(errors.XCLAIM_RETRYCOUNT)
                self.retrycount = retrycount
                at += 1
            elif option == b"LASTID" and at < argc:
                lastid = to_stream_id(argv[at])
                if lastid is None:
                    raise CommandError(errors.STREAM_ID_INVALID)
                self.lastid = lastid
                at += 1
            else:
                raise CommandError(errors.xclaim_option(argv[at - 1]))


def parse_xclaim(argv: Argv, now: int) -> XclaimArgs:
    args = XclaimArgs()
    args.key = argv[1]
    args.group = argv[2]
    args.consumer = argv[3]
    args._argv = argv
    return args


class XdelArgs:
    """Arguments of XDEL."""

    key: bytes
    ids: list[int]
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        items = argv[2:]
        ids_groups: list[int] = []
        for item in items:
            id_item = to_stream_id(item)
            if id_item is None:
                raise CommandError(errors.STREAM_ID_INVALID)
            ids_groups.append(id_item)
        self.ids = ids_groups


def parse_xdel(argv: Argv, now: int) -> XdelArgs:
    args = XdelArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class XdelexArgs:
    """Arguments of XDELEX."""

    key: bytes
    keepref: bool = False
    delref: bool = False
    acked: bool = False
    ids: list[bytes] = []  # replaced, never filled
    numids: int | None = None
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 2
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"KEEPREF" and not self.keepref and not self.delref and not self.acked:
                self.keepref = True
            elif option == b"DELREF" and not self.keepref and not self.delref and not self.acked:
                self.delref = True
            elif option == b"ACKED" and not self.keepref and not self.delref and not self.acked:
                self.acked = True
            elif option == b"IDS" and at < argc:
                if at >= argc:
                    raise CommandError(errors.SYNTAX)
                numids = to_int(argv[at])
                if numids is None:
                    raise CommandError(errors.NUMIDS_NOT_POSITIVE)
                if numids < 1:
                    raise CommandError(errors.NUMIDS_NOT_POSITIVE)
                self.numids = numids
                at += 1
                if argc - at < numids:
                    raise CommandError(errors.NUMIDS_MISMATCH)
                self.ids = argv[at : at + numids]
                at += numids
            else:
                raise CommandError(errors.SYNTAX)


def parse_xdelex(argv: Argv, now: int) -> XdelexArgs:
    args = XdelexArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class XgroupCreateArgs:
    """Arguments of XGROUP CREATE."""

    key: bytes
    group: bytes
    _start: bytes
    mkstream: bool = False
    entriesread: int | None = None
    _argv: Argv
    _at: int

    def start(self) -> int | None:
        """Converts when asked for; raises CommandError."""
        return to_group_start(self._start)

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        if argc > 8:
            raise CommandError(errors.xgroup_arity(argv[1]))
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_xgroup_create(argv: Argv, now: int) -> XgroupCreateArgs:
    args = XgroupCreateArgs()
    argc = len(argv)
    args.key = argv[2]
    args.group = argv[3]
    args._start = argv[4]
    at = 5
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"MKSTREAM":
            args.mkstream = True
        elif option == b"ENTRIESREAD" and at < argc:
            entriesread = to_int(argv[at])
            if entriesread is None:
                raise CommandError(errors.NOT_INTEGER)
            if entriesread < -1:
                raise CommandError(errors.ENTRIES_READ_RANGE)
            args.entriesread = entriesread
            at += 1
        else:
            raise CommandError(errors.xgroup_arity(argv[1]))
    args._argv = argv
    args._at = at
    return args


class XgroupSetidArgs:
    """Arguments of XGROUP SETID."""

    key: bytes
    group: bytes
    _position: bytes
    entriesread: int | None = None
    _argv: Argv
    _at: int

    def position(self) -> int | None:
        """Converts when asked for; raises CommandError."""
        return to_group_position(self._position)

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        if argc > 7:
            raise CommandError(errors.xgroup_arity(argv[1]))
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_xgroup_setid(argv: Argv, now: int) -> XgroupSetidArgs:
    args = XgroupSetidArgs()
    argc = len(argv)
    args.key = argv[2]
    args.group = argv[3]
    args._position = argv[4]
    at = 5
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"ENTRIESREAD" and at < argc:
            entriesread = to_int(argv[at])
            if entriesread is None:
                raise CommandError(errors.NOT_INTEGER)
            if entriesread < -1:
                raise CommandError(errors.ENTRIES_READ_RANGE)
            args.entriesread = entriesread
            at += 1
        else:
            raise CommandError(errors.xgroup_arity(argv[1]))
    args._argv = argv
    args._at = at
    return args


class XinfoStreamArgs:
    """Arguments of XINFO STREAM."""

    key: bytes
    full: str | None = None
    count_word: str | None = None
    count: int | None = None
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        if argc == 3:
            at = 3
        else:
            if argc != 4 and argc != 6:
                raise CommandError(errors.xinfo_arity(argv[1]))
            if 3 >= argc:
                raise CommandError(errors.SYNTAX)
            full = argv[3].lower().decode("latin-1")
            if full not in ("full",):
                raise CommandError(errors.xinfo_arity(argv[1]))
            self.full = full
            at = 4
            if argc == 6:
                if at >= argc:
                    raise CommandError(errors.SYNTAX)
                count_word = argv[at].lower().decode("latin-1")
                if count_word not in ("count",):
                    raise CommandError(errors.xinfo_arity(argv[1]))
                self.count_word = count_word
                if at + 1 >= argc:
                    raise CommandError(errors.SYNTAX)
                count = to_int(argv[at + 1])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                self.count = count
                at += 2
        if argc > at:
            raise CommandError(errors.SYNTAX)


def parse_xinfo_stream(argv: Argv, now: int) -> XinfoStreamArgs:
    args = XinfoStreamArgs()
    args.key = argv[2]
    args._argv = argv
    return args


class XpendingArgs:
    """Arguments of XPENDING."""

    key: bytes
    group: bytes
    idle_word: str | None = None
    min_idle_time: int | None = None
    start: int | None = None
    end: int | None = None
    count: int | None = None
    consumer: bytes | None = None
    ignored: list[bytes] = []  # replaced, never filled


def parse_xpending(argv: Argv, now: int) -> XpendingArgs:
    args = XpendingArgs()
    argc = len(argv)
    args.key = argv[1]
    args.group = argv[2]
    raw_start: bytes | None = None
    raw_end: bytes | None = None
    raw_count: bytes | None = None
    if argc == 3:
        at = 3
    else:
        if argc < 6 or argc > 9:
            raise CommandError(errors.SYNTAX)
        at = 3
        if at < argc and argv[at].lower() in (b"idle",):
            idle_word = argv[at].lower().decode("latin-1")
            if idle_word not in ("idle",):
                raise CommandError(errors.SYNTAX)
            args.idle_word = idle_word
            at += 1
        if args.idle_word is not None:
            if at >= argc:
                raise CommandError(errors.SYNTAX)
            min_idle_time = to_int(argv[at])
            if min_idle_time is None:
                raise CommandError(errors.NOT_INTEGER)
            args.min_idle_time = min_idle_time
            if argc < 8:
                raise CommandError(errors.SYNTAX)
            at += 1
        if at >= argc:
            raise CommandError(errors.SYNTAX)
        raw_start = argv[at]
        if at + 1 >= argc:
            raise CommandError(errors.SYNTAX)
        raw_end = argv[at + 1]
        if at + 2 >= argc:
            raise CommandError(errors.SYNTAX)
        raw_count = argv[at + 2]
        at += 3
        if at < argc:
            args.consumer = argv[at]
            at += 1
        args.ignored = argv[at:]
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.NOT_INTEGER)
        args.count = count
        start = to_stream_bound(raw_start)
        args.start = start
        end = to_stream_end(raw_end)
        args.end = end
        at = argc
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class XrangeArgs:
    """Arguments of XRANGE."""

    key: bytes
    start: int
    end: int
    count: int | None = None


def parse_xrange(argv: Argv, now: int) -> XrangeArgs:
    args = XrangeArgs()
    argc = len(argv)
    args.key = argv[1]
    start = to_stream_bound(argv[2])
    args.start = start
    end = to_stream_end(argv[3])
    args.end = end
    if argc == 4:
        return args
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class XreadArgs:
    """Arguments of XREAD."""

    block: int | None = None
    count: int | None = None
    streams: bool = False
    keys: list[bytes] = []  # replaced, never filled
    ids: list[bytes] = []  # replaced, never filled
    group: bool = False
    noack: bool = False


def parse_xread(argv: Argv, now: int) -> XreadArgs:
    args = XreadArgs()
    argc = len(argv)
    at = 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"BLOCK" and at < argc:
            block = to_timeout_ms(argv[at], now)
            args.block = block
            at += 1
        elif option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 1
        elif option == b"STREAMS" and at < argc:
            args.streams = True
            if argc - at < 2 or (argc - at) % 2:
                raise CommandError(errors.unbalanced_streams_of_read(b"xread"))
            each = (argc - at) // 2
            args.keys = argv[at : at + each]
            args.ids = argv[at + each : at + each * 2]
            at = argc
        elif option == b"GROUP" and argc - at >= 2:
            args.group = True
            if args.group:
                raise CommandError(errors.XREAD_GROUP)
        elif option == b"NOACK":
            args.noack = True
            if args.noack:
                raise CommandError(errors.XREAD_NOACK)
        else:
            raise CommandError(errors.SYNTAX)
    if not args.streams:
        raise CommandError(errors.SYNTAX)
    return args


class XreadgroupArgs:
    """Arguments of XREADGROUP."""

    block: int | None = None
    count: int | None = None
    streams: bool = False
    keys: list[bytes] = []  # replaced, never filled
    ids: list[bytes] = []  # replaced, never filled
    group: bool = False
    group_name: bytes | None = None
    consumer: bytes | None = None
    noack: bool = False


def parse_xreadgroup(argv: Argv, now: int) -> XreadgroupArgs:
    args = XreadgroupArgs()
    argc = len(argv)
    at = 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"BLOCK" and at < argc:
            block = to_timeout_ms(argv[at], now)
            args.block = block
            at += 1
        elif option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 1
        elif option == b"STREAMS" and at < argc:
            args.streams = True
            if argc - at < 2 or (argc - at) % 2:
                raise CommandError(errors.unbalanced_streams_of_group(b"xreadgroup"))
            each = (argc - at) // 2
            args.keys = argv[at : at + each]
            args.ids = argv[at + each : at + each * 2]
            at = argc
        elif option == b"GROUP" and argc - at >= 2:
            args.group = True
            args.group_name = argv[at]
            args.consumer = argv[at + 1]
            at += 2
        elif option == b"NOACK":
            args.noack = True
        else:
            raise CommandError(errors.SYNTAX)
    if not args.streams:
        raise CommandError(errors.SYNTAX)
    if not args.group:
        raise CommandError(errors.XREADGROUP_WITHOUT_GROUP)
    return args


class XrevrangeArgs:
    """Arguments of XREVRANGE."""

    key: bytes
    end: int
    start: int
    count: int | None = None


def parse_xrevrange(argv: Argv, now: int) -> XrevrangeArgs:
    args = XrevrangeArgs()
    argc = len(argv)
    args.key = argv[1]
    raw_end = argv[2]
    raw_start = argv[3]
    start = to_stream_bound(raw_start)
    args.start = start
    end = to_stream_end(raw_end)
    args.end = end
    if argc == 4:
        return args
    at = 4
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            args.count = count
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class XsetidArgs:
    """Arguments of XSETID."""

    key: bytes
    last_id: int
    entriesadded: int | None = None
    maxdeletedid: int | None = None


def parse_xsetid(argv: Argv, now: int) -> XsetidArgs:
    args = XsetidArgs()
    argc = len(argv)
    args.key = argv[1]
    last_id = to_stream_id(argv[2])
    if last_id is None:
        raise CommandError(errors.STREAM_ID_INVALID)
    args.last_id = last_id
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"ENTRIESADDED" and at < argc:
            entriesadded = to_int(argv[at])
            if entriesadded is None:
                raise CommandError(errors.NOT_INTEGER)
            if entriesadded < 0:
                raise CommandError(errors.ENTRIES_ADDED_NEGATIVE)
            args.entriesadded = entriesadded
            at += 1
        elif option == b"MAXDELETEDID" and at < argc:
            maxdeletedid = to_deleted_stream_id(argv[at], args.last_id)
            args.maxdeletedid = maxdeletedid
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class XtrimArgs:
    """Arguments of XTRIM."""

    key: bytes
    maxlen: bool = False
    maxlen_operator: str | None = None
    maxlen_threshold: int | None = None
    minid: bool = False
    minid_operator: str | None = None
    minid_threshold: int | None = None
    limit: int | None = None
    keepref: bool = False
    delref: bool = False
    acked: bool = False


def parse_xtrim(argv: Argv, now: int) -> XtrimArgs:
    args = XtrimArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"MAXLEN" and at < argc:
            if args.maxlen:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            if args.minid:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            args.maxlen = True
            if at < argc and argv[at].lower() in (b"=", b"~"):
                maxlen_operator = argv[at].lower().decode("latin-1")
                if maxlen_operator not in ("=", "~"):
                    raise CommandError(errors.SYNTAX)
                args.maxlen_operator = maxlen_operator
                at += 1
            if at >= argc:
                raise CommandError(errors.NOT_INTEGER)
            maxlen_threshold = to_int(argv[at])
            if maxlen_threshold is None:
                raise CommandError(errors.NOT_INTEGER)
            if maxlen_threshold < 0:
                raise CommandError(errors.MAXLEN_NEGATIVE)
            args.maxlen_threshold = maxlen_threshold
            at += 1
        elif option == b"MINID" and at < argc:
            if args.minid:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            if args.maxlen:
                raise CommandError(errors.XADD_MAXLEN_MINID)
            args.minid = True
            if at < argc and argv[at].lower() in (b"=", b"~"):
                minid_operator = argv[at].lower().decode("latin-1")
                if minid_operator not in ("=", "~"):
                    raise CommandError(errors.SYNTAX)
                args.minid_operator = minid_operator
                at += 1
            if at >= argc:
                raise CommandError(errors.STREAM_ID_INVALID)
            minid_threshold = to_stream_id(argv[at])
            if minid_threshold is None:
                raise CommandError(errors.STREAM_ID_INVALID)
            args.minid_threshold = minid_threshold
            at += 1
        elif option == b"LIMIT" and at < argc:
            limit = to_int(argv[at])
            if limit is None:
                raise CommandError(errors.NOT_INTEGER)
            if limit < 0:
                raise CommandError(errors.STREAM_LIMIT_NEGATIVE)
            args.limit = limit
            at += 1
        elif option == b"KEEPREF" and not args.keepref and not args.delref and not args.acked:
            args.keepref = True
        elif option == b"DELREF" and not args.keepref and not args.delref and not args.acked:
            args.delref = True
        elif option == b"ACKED" and not args.keepref and not args.delref and not args.acked:
            args.acked = True
        else:
            raise CommandError(errors.SYNTAX)
    if args.limit is not None and args.limit > 0 and not args.maxlen and not args.minid:
        raise CommandError(errors.LIMIT_WITHOUT_STRATEGY)
    if not args.maxlen and not args.minid:
        raise CommandError(errors.XTRIM_WITHOUT_STRATEGY)
    if args.limit is not None and not (args.maxlen_operator == "~" or args.minid_operator == "~"):
        raise CommandError(errors.LIMIT_WITHOUT_TILDE)
    return args
