"""Commands that read or set fields and see to their expiry at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.hash.lapse import lapse, remove_if_empty
from refimpl.datatypes.hash import HashValue
from refimpl.resp.replies import ONE, ZERO, array, bulk
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.hash import HgetdelArgs, HgetexArgs, HsetexArgs


@handles("HGETDEL")
def hgetdel(call: Call, args: HgetdelArgs) -> bytes:
    """The values of fields, which are removed."""
    key = args.key
    value = call.keys.write(key, HashValue)
    args.rest()
    if value is None:
        return array([call.wire.null] * len(args.fields))
    lapsed = lapse(call, key, value, args.fields)
    replies: list[bytes] = []
    removed = 0
    for field in args.fields:
        content = value.get(field)
        if content is None:
            replies.append(call.wire.null)
        else:
            replies.append(bulk(content))
            value.remove(field)
            removed += 1
    if removed:
        call.changed("hdel", key, removed)
    if removed or lapsed:
        remove_if_empty(call, key, value)
    return array(replies)


@handles("HGETEX")
def hgetex(call: Call, args: HgetexArgs) -> bytes:
    """The values of fields, which get a new deadline or lose the one they have."""
    key = args.key
    value = call.keys.write(key, HashValue)
    args.rest()
    if value is None:
        return array([call.wire.null] * len(args.fields))
    if args.option is not None:
        value.note_deadlines()
    lapsed = lapse(call, key, value, args.fields)
    deadline = args.expiration
    past = deadline is not None and deadline <= call.now
    replies: list[bytes] = []
    changed = 0
    for field in args.fields:
        content = value.get(field)
        if content is None:
            replies.append(call.wire.null)
            continue
        replies.append(bulk(content))
        if args.option == "persist":
            changed += value.persist(field)
        elif past:
            changed += value.remove(field)
        elif deadline is not None:
            value.expire_at(field, deadline)
            changed += 1
    if changed:
        if past:
            call.server.keyspace_statistics.expired_fields += changed
            call.changed("hdel", key, changed)
        elif deadline is not None:
            call.keys.note_field_expiry(key, value)
            call.changed("hexpire", key, changed)
        else:
            call.changed("hpersist", key, changed)
    if lapsed or past:
        remove_if_empty(call, key, value)
    return array(replies)


@handles("HSETEX")
def hsetex(call: Call, args: HsetexArgs) -> bytes:
    """Set fields, all or none, and their deadline; answer whether they were set."""
    key, pairs, limits = args.key, args.fields, call.limits
    value = call.keys.write(key, HashValue)
    if value is None:
        if args.fxx:
            return ZERO
        value = HashValue()
        call.keys.add(key, value)
    elif (args.fnx or args.fxx) and not _allows(call, args, value):
        return ZERO
    deadline = args.deadline
    value.expect(len(pairs), limits)
    if deadline is not None:
        value.note_deadlines()
    past = deadline is not None and deadline <= call.now
    for field, content in pairs:
        value.set(field, content, limits, keep_deadline=args.keepttl or deadline is not None)
        if past:
            value.remove(field)  # before the next one is set, which may so fit a small encoding
        elif deadline is not None:
            value.expire_at(field, deadline)
    call.changed("hset", key, len(pairs))
    if past:
        call.server.keyspace_statistics.expired_fields += len(pairs)
        call.event("hdel", key)
        remove_if_empty(call, key, value)
    elif deadline is not None:
        call.keys.note_field_expiry(key, value)
        call.event("hexpire", key)
    return ONE


def _allows(call: Call, args: HsetexArgs, value: HashValue) -> bool:
    """Whether FNX or FXX holds for all fields; those it meets whose time has passed are removed.

    A hash that FNX leaves empty is about to be filled, so only FXX deletes it.
    """
    lapsed = 0
    allowed = True
    for field, _ in args.fields:
        if value.expired(field, call.now):
            lapsed += 1
            value.remove(field)
        if (field in value) == args.fnx:
            allowed = False
            break
    if lapsed:
        call.server.keyspace_statistics.expired_fields += lapsed
        call.changed("hexpired", args.key, 0)
        if args.fxx:
            remove_if_empty(call, args.key, value)
    return allowed
