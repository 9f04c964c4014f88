"""Keys as such: delete, count, touch, name the type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.kinds import type_name
from refimpl.resp.replies import integer, simple
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("DEL", "UNLINK")
def delete(call: Call, argv: Argv) -> bytes:
    """Delete keys; answer how many were there."""
    deleted = 0
    for key in argv[1:]:
        if call.keys.remove(key):
            call.changed("del", key)
            deleted += 1
    return integer(deleted)


@handles("EXISTS")
def exists(call: Call, argv: Argv) -> bytes:
    """Count the keys that are there, one named twice twice."""
    return integer(sum(call.keys.glance(key) is not None for key in argv[1:]))


@handles("TOUCH")
def touch(call: Call, argv: Argv) -> bytes:
    """Note an access of keys; answer how many are there."""
    return integer(sum(call.keys.read_any(key) is not None for key in argv[1:]))


@handles("TYPE")
def type_(call: Call, argv: Argv) -> bytes:
    """Name the type of the value."""
    value = call.keys.glance(argv[1])
    return simple(b"none" if value is None else type_name(value).encode())
