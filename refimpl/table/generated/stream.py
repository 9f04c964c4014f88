# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the stream commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import (
    to_int,
    to_new_stream_id,
    to_stream_bound,
    to_stream_id,
    to_timeout_ms,
)
from refimpl.table.failure import CommandError


class XaddArgs:
    """Arguments of XADD."""

    key: bytes
    maxlen: bool = False
    maxlen_operator: str | None = None
    maxlen_threshold: int | None = None
    minid: bool = False
    minid_operator: str | None = None
    minid_threshold: tuple[int, int] | None = None
    limit: int | None = None
    nomkstream: bool = False
    keepref: bool = False
    delref: bool = False
    acked: bool = False
    id: tuple[int | None, int | None]
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
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    id = to_new_stream_id(argv[at])
    if id is None:
        raise CommandError(errors.STREAM_ID_INVALID)
    args.id = id
    if args.limit is not None and not args.maxlen and not args.minid:
        raise CommandError(errors.LIMIT_WITHOUT_STRATEGY)
    if args.limit is not None and not (args.maxlen_operator == "~" or args.minid_operator == "~"):
        raise CommandError(errors.LIMIT_WITHOUT_TILDE)
    if argc < at + 1 + 2:
        raise CommandError(errors.wrong_arity(b"xadd"))
    if (argc - at + 1) % 2:
        raise CommandError(errors.wrong_arity(b"xadd"))
    items = argv[at + 1 :]
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
    start: tuple[int, int]
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
