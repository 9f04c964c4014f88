"""Taking over what is pending with others: XCLAIM, XAUTOCLAIM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import entry_reply, find_group, id_reply, ids_reply
from refimpl.datatypes.stream_group import Delivery
from refimpl.resp.replies import array
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.stream_group import Consumer, Group
    from refimpl.session.call import Call
    from refimpl.table.generated.stream import XautoclaimArgs, XclaimArgs

_USUAL_COUNT = 100
_LOOKS_PER_CLAIM = 10
"""XAUTOCLAIM looks at so many entries for each one it may claim."""

_MOST_CLAIMS = 1 << 43
"""Counts from here on: memory for so many IDs is more than any address space."""


@handles("XCLAIM")
def claim(call: Call, args: XclaimArgs) -> bytes:
    """Take over the named entries as far as they have been idle for long enough."""
    key = args.key
    value, group = find_group(call, key, args.group)
    if value is None or group is None:
        raise CommandError(errors.nogroup(key, args.group))
    args.rest()
    now = call.now
    if args.lastid is not None and args.lastid > group.last_id:
        value.move_group(group, args.lastid)
        call.server.dirty += 1
    consumer = _consumer(call, key, group, args.consumer)
    time = _delivery_time(args, now)
    replies: list[bytes] = []
    for number in args.ids:
        delivery = group.pending.get(number)
        flat = value.get(number)
        if flat is None:
            # Nobody will ever deal with what is gone.
            call.server.dirty += group.acknowledge(number)
            continue
        if delivery is None:
            if not args.force:
                continue
            delivery = Delivery(consumer, now)
            group.add_delivery(number, delivery)
        elif now - delivery.time < args.min_idle_time:
            continue
        group.assign(number, delivery, consumer)
        delivery.time = time
        if args.retrycount is not None and args.retrycount >= 0:
            delivery.count = args.retrycount
        elif not args.justid:
            delivery.count += 1
        consumer.active = now
        call.server.dirty += 1
        replies.append(id_reply(number) if args.justid else entry_reply(number, flat))
    return array(replies)


def _consumer(call: Call, key: bytes, group: Group, name: bytes) -> Consumer:
    consumer = group.consumers.get(name)
    if consumer is None:
        consumer = group.add_consumer(name, call.now)
        call.server.dirty += 1
        call.event("xgroup-createconsumer", key)
    consumer.seen = call.now
    return consumer


def _delivery_time(args: XclaimArgs, now: int) -> int:
    """When claimed entries are taken to have been delivered: never in the future."""
    time = now
    if args.idle is not None:
        time = now - args.idle
    elif args.time is not None:
        time = args.time
    return time if 0 <= time <= now else now


@handles("XAUTOCLAIM")
def claim_idle(call: Call, args: XautoclaimArgs) -> bytes:
    """Take over entries from an ID on that have been idle for long enough.

    Answers where to go on, the entries, and the IDs of those that turned out to be deleted.
    """
    key = args.key
    count = _USUAL_COUNT if args.count is None else args.count
    value, group = find_group(call, key, args.group)
    if value is None or group is None:
        raise CommandError(errors.nogroup(key, args.group))
    if count >= _MOST_CLAIMS:
        raise CommandError(errors.XAUTOCLAIM_MEMORY)
    now = call.now
    consumer = _consumer(call, key, group, args.consumer)
    replies: list[bytes] = []
    deleted: list[int] = []
    claimed: list[tuple[int, Delivery]] = []
    looks = count * _LOOKS_PER_CLAIM
    following = 0
    for number in group.pending.keys_from(args.start):
        if not looks or len(claimed) + len(deleted) == count:
            following = number
            break
        looks -= 1
        delivery = group.pending[number]
        flat = value.get(number)
        if flat is None:
            deleted.append(number)
        elif now - delivery.time >= args.min_idle_time:
            claimed.append((number, delivery))
            replies.append(id_reply(number) if args.justid else entry_reply(number, flat))
    for number in deleted:
        group.acknowledge(number)
    for number, delivery in claimed:
        group.assign(number, delivery, consumer)
        delivery.time = now
        delivery.count += not args.justid
        consumer.active = now
    call.server.dirty += len(claimed) + len(deleted)
    return array([id_reply(following), array(replies), ids_reply(deleted)])
