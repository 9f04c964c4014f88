"""What the list commands share: adding to and taking from either end of the list at a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.list import ListValue

if TYPE_CHECKING:
    from refimpl.session.call import Call


def push(call: Call, key: bytes, elements: list[bytes], first: bool) -> int:
    """Add elements in front or behind, one after the other; the list's length then."""
    value = call.keys.write(key, ListValue)
    if value is None:
        value = ListValue()
        call.keys.add(key, value)
    if first:
        length = value.push_first(elements, call.limits)
        call.changed("lpush", key, len(elements))
    else:
        length = value.push_last(elements, call.limits)
        call.changed("rpush", key, len(elements))
    return length


def pop(call: Call, key: bytes, value: ListValue, first: bool) -> bytes:
    """Take the first or last element of the list at key, and the key with the last one left."""
    element = value.pop_one(first, call.limits)
    call.changed("lpop" if first else "rpop", key)
    if not len(value):
        _remove(call, key)
    return element


def pop_many(call: Call, key: bytes, value: ListValue, first: bool, count: int) -> list[bytes]:
    """Take up to count elements, at least one, in the order in which single pops would."""
    length = len(value)
    count = min(count, length)
    if first:
        elements = value.slice(0, count)
        value.trim(count, 0, call.limits)
        call.changed("lpop", key, count)
    else:
        elements = value.slice(length - count, length)[::-1]
        value.trim(0, count, call.limits)
        call.changed("rpop", key, count)
    remove_if_empty(call, key, value)
    return elements


def remove_if_empty(call: Call, key: bytes, value: ListValue) -> None:
    """Delete key if nothing is left of its list."""
    if not len(value):
        _remove(call, key)


def _remove(call: Call, key: bytes) -> None:
    call.keys.remove(key)
    call.event("del", key)


def move(
    call: Call, source: bytes, value: ListValue, destination: bytes, take: bool, put: bool
) -> bytes:
    """Move an element of the list at source; `take` and `put` are True for the first place."""
    if source == destination:
        element = value.rotate(take, put, call.limits)
        call.changed("lpush" if put else "rpush", destination, 0)
        call.changed("lpop" if take else "rpop", source)
        return element
    target = call.keys.write(destination, ListValue)
    element = value.pop_one(take, call.limits)
    if target is None:
        target = ListValue()
        call.keys.add(destination, target)
    target.push_one(element, put, call.limits)
    call.changed("lpush" if put else "rpush", destination, 0)
    call.changed("lpop" if take else "rpop", source)
    remove_if_empty(call, source, value)
    return element
