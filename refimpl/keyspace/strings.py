"""What the name and the expiry of a key do to the encoding of a string.

A short string is kept in one piece with its key and its expiry, if all that fits. Once it had to
be kept apart ("raw") it stays so, although a later change of name or expiry would leave room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.string import string_encoding

if TYPE_CHECKING:
    from refimpl.datatypes.kinds import Container
    from refimpl.keyspace.database import Database, Value


def encoding_at(database: Database, key: bytes, value: Value) -> str:
    """The encoding of the value at key, a string or another one."""
    if isinstance(value, (bytes, bytearray)):
        return string_encoding(value, len(key), database.expiry(key) is not None)
    container: Container = value  # type: ignore[assignment]
    return container.encoding


def settled(database: Database, key: bytes, value: Value) -> Value:
    """The value at key, with the encoding it has there, to be bound elsewhere."""
    if isinstance(value, bytes) and encoding_at(database, key, value) == "raw":
        return bytearray(value)
    return value


def keep(database: Database, key: bytes) -> bool:
    """Take the expiry from key; tell whether it had one."""
    value = database.peek(key)
    if value is None:
        return False
    lasting = settled(database, key, value)
    if lasting is not value and database.expiry(key) is not None:
        database.revise(key, lasting)
    return database.persist(key)
