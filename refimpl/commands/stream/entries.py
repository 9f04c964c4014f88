"""Adding entries, reading them by ID, trimming."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import entries_reply, id_reply, references_of
from refimpl.datatypes.stream import GREATEST_ID, StreamValue
from refimpl.datatypes.stream_trim import Trim, default_limit
from refimpl.resp.replies import EMPTY_ARRAY, OK, ZERO, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.stream import (
        XaddArgs,
        XrangeArgs,
        XrevrangeArgs,
        XsetidArgs,
        XtrimArgs,
    )


@handles("XADD")
def add(call: Call, args: XaddArgs) -> bytes:
    """Append an entry, then trim."""
    key = args.key
    if args.id == (0, 0):
        raise CommandError(errors.XADD_ZERO_ID)
    value = call.keys.write(key, StreamValue)
    if value is None:
        if args.nomkstream:
            return call.wire.null
        value = StreamValue()
        call.keys.add(key, value)
    elif value.last_id == GREATEST_ID:
        raise CommandError(errors.XADD_EXHAUSTED)
    number = value.next_id(call.now) if args.id is None else value.given_id(*args.id)
    if number <= value.last_id:
        raise CommandError(errors.XADD_ID_NOT_GREATER)
    value.append(number, args.fields, call.limits)
    call.changed("xadd", key)
    if (args.maxlen or args.minid) and _trim_of(call, args).apply(value):
        call.event("xtrim", key)
    call.keys.signal(key)
    return id_reply(number)


@handles("XTRIM")
def trim(call: Call, args: XtrimArgs) -> bytes:
    """Delete the oldest entries; answer how many."""
    value = call.keys.write(args.key, StreamValue)
    if value is None:
        return ZERO
    deleted = _trim_of(call, args).apply(value)
    if deleted:
        call.changed("xtrim", args.key, deleted)
    return integer(deleted)


def _trim_of(call: Call, args: XaddArgs | XtrimArgs) -> Trim:
    approximate = "~" in (args.maxlen_operator, args.minid_operator)
    limit = args.limit
    if limit is None:
        limit = default_limit(call.limits) if approximate else 0
    return Trim(
        args.maxlen_threshold, args.minid_threshold, approximate, limit, references_of(args)
    )


@handles("XLEN")
def length(call: Call, argv: Argv) -> bytes:
    """The number of entries."""
    value = call.keys.read(argv[1], StreamValue)
    return ZERO if value is None else integer(value.length)


@handles("XRANGE")
def ascending(call: Call, args: XrangeArgs) -> bytes:
    """The entries between two IDs, the oldest first."""
    return _between(call, args, down=False)


@handles("XREVRANGE")
def descending(call: Call, args: XrevrangeArgs) -> bytes:
    """The entries between two IDs, the newest first."""
    return _between(call, args, down=True)


def _between(call: Call, args: XrangeArgs | XrevrangeArgs, *, down: bool) -> bytes:
    value = call.keys.read(args.key, StreamValue)
    if value is None:
        return EMPTY_ARRAY
    count = args.count
    if count is not None and count <= 0:
        return call.wire.null_array
    start, end = args.start, args.end
    found = value.entries_down(end, start) if down else value.entries(start, end)
    return entries_reply(islice(found, count))


@handles("XSETID")
def set_id(call: Call, args: XsetidArgs) -> bytes:
    """Set the last ID, and what else is known of entries that are gone."""
    value = call.keys.write(args.key, StreamValue)
    if value is None:
        raise CommandError(errors.NO_SUCH_KEY)
    last_id = args.last_id
    if last_id < value.max_deleted_id:
        raise CommandError(errors.XSETID_BELOW_KNOWN_DELETED)
    if value.length:
        top, _ = next(value.entries_down())
        if last_id < top:
            raise CommandError(errors.XSETID_BELOW_TOP)
        if args.entriesadded is not None and args.entriesadded < value.length:
            raise CommandError(errors.XSETID_FEWER_THAN_LENGTH)
    value.last_id = last_id
    if args.entriesadded is not None:
        value.entries_added = args.entriesadded
    if args.maxdeletedid:
        value.max_deleted_id = args.maxdeletedid
    call.server.dirty += 1
    call.event("xsetid", args.key)
    return OK
