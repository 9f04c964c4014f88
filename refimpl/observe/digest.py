"""Fingerprints of keys and values, as DEBUG DIGEST computes them on every Redis server.

Two operations build them: `_xor`, which doesn't care for order, and `_mix`, which does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue, id_text
from refimpl.datatypes.vector.vector_set import VectorSetValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.keyspace.database import Database

_ZERO = bytes(20)
_STRING, _LIST, _SET, _SORTED_SET, _HASH = range(5)
_STREAM = 6


def _sha1(data: bytes) -> bytes:
    from hashlib import sha1  # loads slowly, and few ask for digests

    return sha1(data, usedforsecurity=False).digest()


def _xor(digest: bytes, data: bytes) -> bytes:
    hashed = int.from_bytes(_sha1(data), "big") ^ int.from_bytes(digest, "big")
    return hashed.to_bytes(20, "big")


def _mix(digest: bytes, data: bytes) -> bytes:
    return _sha1(_xor(digest, data))


def _word(number: int) -> bytes:
    return number.to_bytes(4, "big")


def value_digest(
    database: Database, key: bytes, value: object, now: int, digest: bytes = _ZERO
) -> bytes:
    """The fingerprint of a value and whether it expires, on top of `digest`."""
    if isinstance(value, (bytes, bytearray)):
        digest = _mix(_mix(digest, _word(_STRING)), bytes(value))
    elif isinstance(value, ListValue):
        digest = _mix(digest, _word(_LIST))
        for _, elements in value.nodes():
            for element in elements:
                digest = _mix(digest, element)
    elif isinstance(value, SetValue):
        digest = _mix(digest, _word(_SET))
        for member in value:
            digest = _xor(digest, member)
    elif isinstance(value, SortedSetValue):
        digest = _mix(digest, _word(_SORTED_SET))
        for member, score in value.scores.items():
            digest = _xor(digest, _mix(_mix(_ZERO, member), b"%.17g" % score))
    elif isinstance(value, HashValue):
        digest = _mix(digest, _word(_HASH))
        for field, content, due in value.entries():
            if due is not None and due < now:
                continue
            entry = _mix(_mix(_ZERO, field), content)
            digest = _xor(digest, entry if due is None else _xor(entry, b"!!hexpire!!"))
    elif isinstance(value, StreamValue):
        digest = _mix(digest, _word(_STREAM))
        for number, flat in value.entries():
            for part in (id_text(number).replace(b"-", b"."), *flat):
                digest = _mix(digest, part)
    elif isinstance(value, VectorSetValue):
        for name, stored in value.elements.items():  # not the recipe of real servers
            contents = stored.vector.data() + (stored.attribute or b"")
            digest = _xor(digest, _mix(_mix(_ZERO, name), contents))
    if database.expiry(key) is not None:
        digest = _xor(digest, b"!!expire!!")
    return digest


def dataset_digest(databases: Iterable[Database], now: int) -> bytes:
    """The fingerprint of everything."""
    final = _ZERO
    for database in databases:
        if not database.values:
            continue
        final = _mix(final, _word(database.index))
        for key, value in database.values.items():
            final = _xor(final, value_digest(database, key, value, now, _mix(_ZERO, key)))
    return final
