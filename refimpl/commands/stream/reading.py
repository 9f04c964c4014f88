"""XREAD and XREADGROUP: entries of several streams, waiting for them if there are none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import (
    entries_reply,
    entry_reply,
    find_group,
    id_reply,
    read_ids,
)
from refimpl.datatypes.stream import GREATEST_ID, StreamValue, id_text
from refimpl.resp.replies import array, array_header, bulk
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.datatypes.stream_group import Consumer, Group
    from refimpl.session.call import Call
    from refimpl.table.generated.stream import XreadArgs, XreadgroupArgs


@handles("XREAD")
def read(call: Call, args: XreadArgs) -> bytes:
    """The entries of each stream behind an ID; waits when there are none and BLOCK is given."""
    starts = [_start(call, key, word) for key, word in zip(args.keys, args.ids, strict=True)]
    found = []
    for key, start in zip(args.keys, starts, strict=True):
        value = call.keys.read(key, StreamValue)
        if value is None or start == GREATEST_ID:
            continue
        entries = list(islice(value.entries(start + 1), _limit(args.count)))
        if entries:
            found.append((key, entries_reply(entries)))
    if found:
        return _by_key(call, found)
    if args.block is None:
        return call.wire.null_array
    # What `$` means was settled when the client began to wait.
    args.ids = [id_text(start) for start in starts]
    return call.block(args.keys, args.block, call.wire.null_array, StreamValue)


def _start(call: Call, key: bytes, word: bytes) -> int:
    """Behind which ID to read a stream."""
    value = call.keys.read(key, StreamValue)
    if word == b"$":
        return 0 if value is None else value.last_id
    if word == b"+":
        if value is None:
            return 0
        last = next(value.entries_down(), None)
        return value.last_id if last is None else last[0] - 1
    if word == b">":
        raise CommandError(errors.XREAD_GREATER)
    return read_ids((word,))[0]


def _limit(count: int | None) -> int | None:
    """How many entries of a stream to answer at most."""
    return count if count is not None and count > 0 else None


def _by_key(call: Call, found: list[tuple[bytes, bytes]]) -> bytes:
    """Streams with their entries: a map, or an array of pairs where there are no maps."""
    if call.wire.version == 2:
        return array([array_header(2) + bulk(key) + entries for key, entries in found])
    return call.wire.map([part for key, entries in found for part in (bulk(key), entries)])


@handles("XREADGROUP")
def read_group(call: Call, args: XreadgroupArgs) -> bytes:
    """New entries of each stream, or a consumer's pending ones behind an ID."""
    reads = [_group_read(call, args, *each) for each in zip(args.keys, args.ids, strict=True)]
    limit = _limit(args.count)
    found = []
    for key, value, group, start in reads:
        consumer = _consumer(call, key, group, args)
        if start is not None:
            found.append((key, _pending(call, value, group, consumer, start, limit)))
            continue
        entries = list(islice(_unread(value, group), limit))
        if entries:
            for number, _ in entries:
                _note_read(value, group, number)
                if not args.noack:
                    group.deliver(number, consumer, call.now)
                    consumer.active = call.now
            call.server.dirty += 1
            found.append((key, entries_reply(entries)))
    if found:
        return _by_key(call, found)
    if args.block is None:
        return call.wire.null_array
    return call.block(
        args.keys, args.block, call.wire.null_array, StreamValue, wakes_when_gone=True
    )


def _group_read(
    call: Call, args: XreadgroupArgs, key: bytes, word: bytes
) -> tuple[bytes, StreamValue, Group, int | None]:
    """A stream, its group, and behind which ID to read what is pending; None reads on."""
    name = args.group_name or b""
    value, group = find_group(call, key, name)
    if value is None or group is None:
        raise CommandError(errors.nogroup_xreadgroup(key, name))
    if word == b"$":
        raise CommandError(errors.XREADGROUP_DOLLAR)
    if word == b"+":
        raise CommandError(errors.XREADGROUP_PLUS)
    start = GREATEST_ID if word == b">" else read_ids((word,))[0]
    # Behind the greatest ID nothing is pending: real servers take it for `>`.
    return key, value, group, None if start == GREATEST_ID else start


def _consumer(call: Call, key: bytes, group: Group, args: XreadgroupArgs) -> Consumer:
    name = args.consumer or b""
    consumer = group.consumers.get(name)
    if consumer is None:
        consumer = group.add_consumer(name, call.now)
        call.server.dirty += 1
        call.event("xgroup-createconsumer", key)
    consumer.seen = call.now
    return consumer


def _unread(value: StreamValue, group: Group) -> Iterator[tuple[int, tuple[bytes, ...]]]:
    """The entries that the group hasn't read."""
    return value.entries(group.last_id + 1)


def _note_read(value: StreamValue, group: Group, number: int) -> None:
    """Move the group on to an entry, and count it if the count is to be relied on."""
    if (
        group.entries_read is not None
        and group.last_id >= value.first_id
        and not value.has_tombstone_after(group.last_id)
    ):
        group.entries_read += 1
    elif value.entries_added:
        group.entries_read = value.entries_up_to(number)
    value.move_group(group, number)


def _pending(
    call: Call,
    value: StreamValue,
    group: Group,
    consumer: Consumer,
    start: int,
    limit: int | None,
) -> bytes:
    """A consumer's pending entries behind an ID, delivered again; null for deleted ones."""
    replies = []
    for number in islice(consumer.pending.keys_from(start + 1), limit):
        flat = value.get(number)
        if flat is None:
            replies.append(array_header(2) + id_reply(number) + call.wire.null_array)
            continue
        delivery = group.pending[number]
        delivery.time = call.now
        delivery.count += 1
        replies.append(entry_reply(number, flat))
    return array(replies)
