"""Deleting entries, and what becomes of groups' references to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import find_group, read_ids, references_of
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.stream_trim import References
from refimpl.resp.replies import ONE, ZERO, array, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.stream import XackdelArgs, XdelArgs, XdelexArgs

_ABSENT = integer(-1)
_STILL_REFERENCED = integer(2)


@handles("XDEL")
def delete(call: Call, args: XdelArgs) -> bytes:
    """Delete entries; answer how many there were."""
    value = call.keys.write(args.key, StreamValue)
    if value is None:
        return ZERO
    args.rest()
    deleted = sum(map(value.remove, args.ids))
    if deleted:
        call.changed("xdel", args.key, deleted)
    return integer(deleted)


@handles("XDELEX")
def delete_with_references(call: Call, args: XdelexArgs) -> bytes:
    """Delete entries as far as the policy lets; answer what became of each."""
    value = call.keys.write(args.key, StreamValue)
    args.rest()
    if value is None:
        return array([_ABSENT] * len(args.ids))
    policy = references_of(args)
    replies = []
    deleted = 0
    for number in read_ids(args.ids):
        if policy is References.RESPECT and value.is_referenced(number):
            replies.append(_STILL_REFERENCED)
            continue
        if policy is References.DELETE:
            value.drop_references(number)
        gone = value.remove(number)
        deleted += gone
        replies.append(ONE if gone else _ABSENT)
    if deleted:
        call.changed("xdel", args.key, deleted)
    return array(replies)


@handles("XACKDEL")
def acknowledge_and_delete(call: Call, args: XackdelArgs) -> bytes:
    """Acknowledge entries and delete them as far as the policy lets; what became of each."""
    value, group = find_group(call, args.key, args.group)
    args.rest()
    if value is None or group is None:
        return array([_ABSENT] * len(args.ids))
    policy = references_of(args)
    replies = []
    acknowledged = deleted = 0
    for number in read_ids(args.ids):
        if not group.acknowledge(number):
            replies.append(_ABSENT)
            continue
        acknowledged += 1
        if policy is References.RESPECT and value.is_referenced(number):
            replies.append(_STILL_REFERENCED)
            continue
        if policy is References.DELETE:
            value.drop_references(number)
        deleted += value.remove(number)
        replies.append(ONE)
    if deleted:
        call.changed("xdel", args.key, acknowledged)
    else:
        call.server.dirty += acknowledged
    return array(replies)
