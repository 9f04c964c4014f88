"""What was delivered and not acknowledged: XACK, XPENDING."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import find_group, id_reply
from refimpl.resp.replies import ZERO, array, bulk, bulks, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.stream_group import Group
    from refimpl.session.call import Call
    from refimpl.table.generated.stream import XackArgs, XpendingArgs


@handles("XACK")
def acknowledge(call: Call, args: XackArgs) -> bytes:
    """Entries have been dealt with; answer how many of them were pending."""
    _, group = find_group(call, args.key, args.group)
    if group is None:
        return ZERO
    args.rest()
    acknowledged = sum(map(group.acknowledge, args.ids))
    call.server.dirty += acknowledged
    return integer(acknowledged)


@handles("XPENDING")
def pending(call: Call, args: XpendingArgs) -> bytes:
    """A summary of what is pending, or the entries of an interval."""
    _, group = find_group(call, args.key, args.group)
    if group is None:
        raise CommandError(errors.nogroup(args.key, args.group))
    if args.start is None or args.end is None or args.count is None:
        return _summary(call, group)
    numbers = group.pending.keys_from(args.start)
    if args.consumer is not None:
        consumer = group.consumers.get(args.consumer)
        if consumer is None:
            return array([])
        numbers = consumer.pending.keys_from(args.start)
    latest = None if args.min_idle_time is None else call.now - args.min_idle_time
    replies: list[bytes] = []
    for number in numbers:
        if number > args.end or len(replies) >= args.count:
            break
        delivery = group.pending[number]
        if latest is not None and delivery.time > latest:
            continue
        idle = max(call.now - delivery.time, 0)
        facts = (bulk(delivery.consumer.name), integer(idle), integer(delivery.count))
        replies.append(array([id_reply(number), *facts]))
    return array(replies)


def _summary(call: Call, group: Group) -> bytes:
    """How many entries, the first and last of them, how many with each consumer."""
    first, last = group.pending.first(), group.pending.last()
    if first is None or last is None:
        return array([ZERO, call.wire.null, call.wire.null, call.wire.null_array])
    shares = [
        bulks((consumer.name, b"%d" % len(consumer.pending)))
        for consumer in group.sorted_consumers()
        if len(consumer.pending)
    ]
    return array([integer(len(group.pending)), id_reply(first), id_reply(last), array(shares)])
