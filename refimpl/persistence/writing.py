"""The dataset as an RDB file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.rdb import writer
from refimpl.datatypes.rdb.checksum import crc64
from refimpl.datatypes.rdb.payload import VERSION
from refimpl.datatypes.rdb.values import serialize
from refimpl.keyspace.frequency import FrequencyLog
from refimpl.observe.memory import measure
from refimpl.persistence import opcodes
from refimpl.session.release import VERSION as RELEASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.keyspace.database import Database
    from refimpl.session.state import ServerState

_CHUNK = 64 * 1024


def snapshot(server: ServerState) -> Iterator[bytes]:
    """The file, in pieces of some size. Nothing may change the dataset in between."""
    checksum = 0
    parts: list[bytes] = []
    size = 0
    for record in _records(server):
        parts.append(record)
        size += len(record)
        if size >= _CHUNK:
            piece = b"".join(parts)
            checksum = crc64(piece, checksum)
            yield piece
            parts.clear()
            size = 0
    piece = b"".join(parts)
    checksum = crc64(piece, checksum) if server.config.rdbchecksum else 0
    yield piece + checksum.to_bytes(opcodes.CHECKSUM_BYTES, "little")


def _records(server: ServerState) -> Iterator[bytes]:
    yield opcodes.MAGIC + b"%0*d" % (opcodes.VERSION_DIGITS, VERSION)
    yield _attribute(b"redis-ver", RELEASE.encode())
    yield _attribute(b"redis-bits", b"64")
    yield _attribute(b"ctime", b"%d" % server.moment.second)
    yield _attribute(b"used-mem", b"%d" % measure(server).used)
    yield _attribute(b"aof-base", b"0")
    for library in server.functions.libraries():
        yield bytes((opcodes.LIBRARY,)) + writer.string(library.text)
    policy = server.config.maxmemory_policy
    for database in server.databases:
        if database.values:
            yield from _database(database, policy.endswith("lru"))
    yield bytes((opcodes.END,))


def _attribute(name: bytes, value: bytes) -> bytes:
    return bytes((opcodes.ATTRIBUTE,)) + writer.string(name) + writer.string(value)


def _database(database: Database, with_idle: bool) -> Iterator[bytes]:
    number, keys, volatile = database.index, len(database.values), len(database.expires)
    yield bytes((opcodes.DATABASE,)) + writer.length(number)
    yield bytes((opcodes.SIZES,)) + writer.length(keys) + writer.length(volatile)
    with_frequency = isinstance(database.accessed, FrequencyLog)
    expires = database.expires
    for key, value in database.values.items():
        head = b""
        if expires and key in expires:
            deadline = expires[key].to_bytes(8, "little", signed=True)
            head = bytes((opcodes.DEADLINE,)) + deadline
        if with_idle:
            head += bytes((opcodes.IDLE,)) + writer.length(database.idle_seconds(key))
        elif with_frequency:
            head += bytes((opcodes.FREQUENCY, database.frequency(key)))
        item = serialize(value)
        yield head + item[:1] + writer.string(key) + item[1:]
