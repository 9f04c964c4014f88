"""When fields expire: setting, asking, and letting them stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.commands.hash.lapse import remove_if_empty
from refimpl.datatypes.hash import HashValue
from refimpl.resp.replies import ONE, array, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.call import Call
    from refimpl.table.generated.hash import (
        HexpireArgs,
        HexpireatArgs,
        HexpiretimeArgs,
        HpersistArgs,
        HpexpireArgs,
        HpexpireatArgs,
        HpexpiretimeArgs,
        HpttlArgs,
        HttlArgs,
    )

NO_FIELD: Final = integer(-2)
NO_DEADLINE: Final = integer(-1)
_FORBIDDEN: Final = integer(0)
_SET: Final = ONE
_DELETED: Final = integer(2)


@handles("HEXPIRE")
def hexpire(call: Call, args: HexpireArgs) -> bytes:
    """Let fields expire after some seconds."""
    value = call.keys.write(args.key, HashValue)
    args.rest()
    return _expire(call, args.key, value, args.fields, args.seconds, args.condition)


@handles("HPEXPIRE")
def hpexpire(call: Call, args: HpexpireArgs) -> bytes:
    """Let fields expire after some milliseconds."""
    value = call.keys.write(args.key, HashValue)
    args.rest()
    return _expire(call, args.key, value, args.fields, args.milliseconds, args.condition)


@handles("HEXPIREAT")
def hexpireat(call: Call, args: HexpireatArgs) -> bytes:
    """Let fields expire at a time in seconds."""
    value = call.keys.write(args.key, HashValue)
    args.rest()
    return _expire(call, args.key, value, args.fields, args.unix_time_seconds, args.condition)


@handles("HPEXPIREAT")
def hpexpireat(call: Call, args: HpexpireatArgs) -> bytes:
    """Let fields expire at a time in milliseconds."""
    value = call.keys.write(args.key, HashValue)
    args.rest()
    return _expire(call, args.key, value, args.fields, args.unix_time_milliseconds, args.condition)


def _expire(
    call: Call,
    key: bytes,
    value: HashValue | None,
    fields: list[bytes],
    deadline: int,
    condition: str | None,
) -> bytes:
    """Give fields a deadline (milliseconds since the epoch), or delete them if it has passed.

    Fields whose time has passed already are still there for these commands.
    """
    if value is None:
        return array([NO_FIELD] * len(fields))
    value.note_deadlines()
    replies: list[bytes] = []
    past = deadline <= call.now
    changed = 0
    for field in fields:
        if field not in value:
            replies.append(NO_FIELD)
        elif not _allows(condition, value.deadline(field), deadline):
            replies.append(_FORBIDDEN)
        else:
            changed += 1
            if past:
                value.remove(field)
            else:
                value.expire_at(field, deadline)
            replies.append(_DELETED if past else _SET)
    if changed and past:
        call.server.keyspace_statistics.expired_fields += changed
        call.changed("hdel", key, changed)
        remove_if_empty(call, key, value)
    elif changed:
        call.keys.note_field_expiry(key, value)
        call.changed("hexpire", key, changed)
    return array(replies)


def _allows(condition: str | None, present: int | None, wanted: int) -> bool:
    """Whether NX, XX, GT or LT lets a deadline change; no deadline is later than any."""
    if condition is None:
        return True
    if present is None:
        return condition in ("nx", "lt")
    if condition == "gt":
        return wanted > present
    if condition == "lt":
        return wanted < present
    return condition == "xx"


@handles("HPERSIST")
def hpersist(call: Call, args: HpersistArgs) -> bytes:
    """Let fields stay."""
    value = call.keys.write(args.key, HashValue)
    args.rest()
    if value is None:
        return array([NO_FIELD] * len(args.fields))
    replies: list[bytes] = []
    for field in args.fields:
        if field not in value or value.expired(field, call.now):
            replies.append(NO_FIELD)
        else:
            replies.append(ONE if value.persist(field) else NO_DEADLINE)
    if ONE in replies:
        call.changed("hpersist", args.key)
    return array(replies)


@handles("HTTL")
def httl(call: Call, args: HttlArgs) -> bytes:
    """How many seconds fields have left; a second begun counts."""
    value = call.keys.read(args.key, HashValue)
    args.rest()
    return _times(call, value, args.fields, lambda deadline: (deadline - call.now + 999) // 1000)


@handles("HPTTL")
def hpttl(call: Call, args: HpttlArgs) -> bytes:
    """How many milliseconds fields have left."""
    value = call.keys.read(args.key, HashValue)
    args.rest()
    return _times(call, value, args.fields, lambda deadline: deadline - call.now)


@handles("HEXPIRETIME")
def hexpiretime(call: Call, args: HexpiretimeArgs) -> bytes:
    """When fields expire, in seconds; a second begun counts."""
    value = call.keys.read(args.key, HashValue)
    args.rest()
    return _times(call, value, args.fields, lambda deadline: (deadline + 999) // 1000)


@handles("HPEXPIRETIME")
def hpexpiretime(call: Call, args: HpexpiretimeArgs) -> bytes:
    """When fields expire, in milliseconds."""
    value = call.keys.read(args.key, HashValue)
    args.rest()
    return _times(call, value, args.fields, lambda deadline: deadline)


def _times(
    call: Call, value: HashValue | None, fields: list[bytes], told: Callable[[int], int]
) -> bytes:
    """The deadlines of fields as `told` has them; -1 for none, -2 for a field that isn't there."""
    if value is None:
        return array([NO_FIELD] * len(fields))
    replies: list[bytes] = []
    for field in fields:
        deadline = value.deadline(field)
        if field not in value or (deadline is not None and deadline < call.now):
            replies.append(NO_FIELD)
        else:
            replies.append(NO_DEADLINE if deadline is None else integer(told(deadline)))
    return array(replies)
