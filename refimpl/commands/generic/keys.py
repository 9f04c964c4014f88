"""Keys as such: delete, count, touch, name the type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.kinds import type_name
from refimpl.resp.replies import integer, simple
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("DEL")
def delete(call: Call, argv: Argv) -> bytes:
    """Delete keys; answer how many were there."""
    keys = call.keys
    lazily = call.server.config.lazyfree_lazy_user_del
    return _delete(call, argv, keys.unlink if lazily else keys.delete)


@handles("UNLINK")
def unlink(call: Call, argv: Argv) -> bytes:
    """Delete keys, and free large values later; answer how many were there."""
    return _delete(call, argv, call.keys.unlink)


def _delete(call: Call, argv: Argv, delete: Callable[[bytes], bool]) -> bytes:
    deleted = 0
    for key in argv[1:]:
        if delete(key):
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
