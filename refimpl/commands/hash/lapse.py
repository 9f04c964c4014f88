"""What commands do about fields whose time has passed, and about hashes that run empty.

Only commands that look at single fields take expired ones out; those that go through the whole
hash leave them away, and some (HDEL, HSET, HEXPIRE, HLEN) treat them like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.datatypes.hash import HashValue
    from refimpl.session.call import Call


def lapse(call: Call, key: bytes, value: HashValue, fields: Iterable[bytes]) -> int:
    """Take out those of the fields that have expired; how many there were."""
    if not value.expires:
        return 0
    lapsed = remove_lapsed(call, value, fields)
    if lapsed:
        tell_lapsed(call, key)
    return lapsed


def remove_lapsed(call: Call, value: HashValue, fields: Iterable[bytes]) -> int:
    """The same without telling anybody."""
    now = call.now
    lapsed = 0
    for field in fields:
        if value.expired(field, now):
            value.remove(field)
            lapsed += 1
    call.server.keyspace_statistics.expired_fields += lapsed
    return lapsed


def tell_lapsed(call: Call, key: bytes) -> None:
    """The change counts for watchers, but it isn't one that the client made."""
    call.changed("hexpired", key, 0)


def remove_if_empty(call: Call, key: bytes, value: HashValue) -> bool:
    """Delete key if nothing is left of its hash; tell whether it was."""
    if len(value):
        return False
    call.keys.remove(key)
    call.event("del", key)
    return True
