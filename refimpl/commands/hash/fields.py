"""Commands that set, read and remove fields."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from refimpl.commands.hash.lapse import lapse, remove_if_empty, remove_lapsed, tell_lapsed
from refimpl.datatypes.hash import HashValue
from refimpl.resp.replies import EMPTY_ARRAY, OK, ONE, ZERO, array, bulk, bulks, integer
from refimpl.session.registry import handles, handles_short

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.hash import HmsetArgs, HsetArgs


@handles("HSET")
def hset(call: Call, args: HsetArgs) -> bytes:
    """Set fields; answer how many are new."""
    return integer(_set(call, args.key, args.pairs))


@handles_short("HSET", words=4)
def hset_one(call: Call, argv: Argv) -> bytes:
    """Set one field; answer whether it is new."""
    key, limits = argv[1], call.limits
    value = call.keys.write(key, HashValue)
    if value is None:
        value = HashValue()
        call.keys.add(key, value)
    value.expect(1, limits)
    added = value.set(argv[2], argv[3], limits)
    call.changed("hset", key)
    return ONE if added else ZERO


@handles("HMSET")
def hmset(call: Call, args: HmsetArgs) -> bytes:
    """Set fields."""
    _set(call, args.key, args.pairs)
    return OK


def _set(call: Call, key: bytes, pairs: list[tuple[bytes, bytes]]) -> int:
    """Set fields, which then don't expire any more; how many are new."""
    limits = call.limits
    value = call.keys.write(key, HashValue)
    if value is None:
        value = HashValue()
        call.keys.add(key, value)
    value.expect(len(pairs), limits)
    added = 0
    for field, content in pairs:
        added += value.set(field, content, limits)
    call.changed("hset", key, len(pairs))
    return added


@handles("HSETNX")
def hsetnx(call: Call, argv: Argv) -> bytes:
    """Set a field unless there is one."""
    _, key, field, content = argv
    value = call.keys.write(key, HashValue)
    if (
        value is not None
        and lapse(call, key, value, (field,))
        and remove_if_empty(call, key, value)
    ):
        value = None
    if value is None:
        value = HashValue()
        call.keys.add(key, value)
    elif field in value:
        return ZERO
    value.expect(1, call.limits)
    value.set(field, content, call.limits)
    call.changed("hset", key)
    return ONE


@handles("HGET")
def hget(call: Call, argv: Argv) -> bytes:
    """The value of a field."""
    _, key, field = argv
    value = call.keys.read(key, HashValue)
    content = None if value is None else _content(call, key, value, field)
    return call.wire.null if content is None else bulk(content)


@handles("HEXISTS")
def hexists(call: Call, argv: Argv) -> bytes:
    """Whether there is a field."""
    _, key, field = argv
    value = call.keys.read(key, HashValue)
    return ZERO if value is None or _content(call, key, value, field) is None else ONE


@handles("HSTRLEN")
def hstrlen(call: Call, argv: Argv) -> bytes:
    """How long the value of a field is; 0 where there is none."""
    _, key, field = argv
    value = call.keys.read(key, HashValue)
    content = None if value is None else _content(call, key, value, field)
    return ZERO if content is None else integer(len(content))


def _content(call: Call, key: bytes, value: HashValue, field: bytes) -> bytes | None:
    """The value of a field, None when there is none or its time has passed: it is then removed."""
    if value.expires and lapse(call, key, value, (field,)):
        remove_if_empty(call, key, value)
        return None
    return value.get(field)


@handles("HMGET")
def hmget(call: Call, argv: Argv) -> bytes:
    """The values of several fields."""
    key, fields = argv[1], argv[2:]
    null = call.wire.null
    value = call.keys.read(key, HashValue)
    if value is None:
        return array([null] * len(fields))
    if value.expires:
        _lapse_silently_if_alone(call, key, value, fields)
    contents = map(value.get, fields)
    return array([null if content is None else bulk(content) for content in contents])


def _lapse_silently_if_alone(call: Call, key: bytes, value: HashValue, fields: list[bytes]) -> None:
    """HMGET's way with expired fields: a hash of one field goes without any keyspace event."""
    lapsed = remove_lapsed(call, value, fields)
    if lapsed > 1 or (lapsed and len(value)):
        tell_lapsed(call, key)
        remove_if_empty(call, key, value)
    elif lapsed:
        call.keys.remove(key)
        call.keys.touch_watchers(key)


@handles("HDEL")
def hdel(call: Call, argv: Argv) -> bytes:
    """Remove fields; answer how many were there, those whose time has passed included."""
    key = argv[1]
    value = call.keys.write(key, HashValue)
    if value is None:
        return ZERO
    removed = sum(value.remove(field) for field in argv[2:])
    if removed:
        call.changed("hdel", key, removed)
        remove_if_empty(call, key, value)
    return integer(removed)


@handles("HLEN")
def hlen(call: Call, argv: Argv) -> bytes:
    """How many fields there are, those whose time has passed included."""
    value = call.keys.read(argv[1], HashValue)
    return ZERO if value is None else integer(len(value))


@handles("HGETALL")
def hgetall(call: Call, argv: Argv) -> bytes:
    """All fields and their values."""
    value = call.keys.read(argv[1], HashValue)
    if value is None:
        return call.wire.empty_map
    return call.wire.bulk_map(chain.from_iterable(value.items(call.now)))


@handles("HKEYS")
def hkeys(call: Call, argv: Argv) -> bytes:
    """All fields."""
    value = call.keys.read(argv[1], HashValue)
    return EMPTY_ARRAY if value is None else bulks(value.fields(call.now))


@handles("HVALS")
def hvals(call: Call, argv: Argv) -> bytes:
    """All values."""
    value = call.keys.read(argv[1], HashValue)
    return EMPTY_ARRAY if value is None else bulks(value.values(call.now))
