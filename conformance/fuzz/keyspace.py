"""The whole keyspace of both servers: keys, types, encodings, values, times to live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from conformance.compare.rules import UNORDERED, UNORDERED_PAIRS, compare
from conformance.fuzz.judge import decode, shown
from conformance.wire.values import Array, Bulk, Integer, Simple, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.fuzz.duel import Side
    from conformance.fuzz.steps import Argv

DATABASES = 16
SECONDS_APART = 5.0
_READ: dict[bytes, tuple[bytes, ...]] = {
    b"string": (b"GET",),
    b"list": (b"LRANGE", b"0", b"-1"),
    b"set": (b"SMEMBERS",),
    b"hash": (b"HGETALL",),
    b"zset": (b"ZRANGE", b"0", b"-1", b"WITHSCORES"),
    b"stream": (b"XRANGE", b"-", b"+"),
}
# Orders that a right server is free to choose, by the encoding that leaves them free.
_FREE_ORDER = {b"set": UNORDERED, b"hash": UNORDERED_PAIRS}


@dataclass(frozen=True, slots=True)
class Differing:
    """What of the keyspace differs: the read that shows it, and both replies."""

    aspect: str
    database: int
    argv: Argv
    left: str
    right: str


class Keyspaces:
    """Compares the keyspaces of two servers."""

    def __init__(self, left: Side, right: Side) -> None:
        self._sides = (left, right)
        names = left.server.identity.commands & right.server.identity.commands
        self._expiry = b"PEXPIRETIME" if "pexpiretime" in names else b"PTTL"
        self._field_expiry = b"HPEXPIRETIME" if "hpexpiretime" in names else None
        self._has_encoding = "object|encoding" in names or "object" in names

    def differing(self, databases: Sequence[int] = (0,)) -> list[Differing]:
        """What differs, the most telling first. Raises Silent and ValueError as links do."""
        found = []
        for database in databases:
            found += self._database(database)
        return found

    def _both(self, calls: list[Argv]) -> list[tuple[Argv, bytes, bytes]]:
        left, right = self._sides
        left.ask(calls)
        right.ask(calls)
        count = len(calls)
        return list(zip(calls, left.answers(count), right.answers(count), strict=True))

    def _database(self, database: int) -> list[Differing]:
        _, (every, left, right) = self._both([(b"SELECT", b"%d" % database), (b"KEYS", b"*")])
        if left != right and not _equal(left, right, UNORDERED):
            return [Differing("keys", database, every, shown(left), shown(right))]
        keys = sorted(_texts(decode(right)))
        facts: list[Argv] = []
        for key in keys:
            facts += [(b"TYPE", key), (self._expiry, key)]
            if self._has_encoding:
                facts.append((b"OBJECT", b"ENCODING", key))
        found = []
        types: dict[bytes, bytes] = {}
        encodings: dict[bytes, bytes] = {}
        for argv, one, other in self._both(facts):
            if argv[0] == b"TYPE":
                types[argv[1]] = _line(other)
            elif argv[0] == b"OBJECT":
                encodings[argv[2]] = _text(decode(other))
            if one == other:
                continue
            aspect = {b"TYPE": "type", b"OBJECT": "encoding"}.get(argv[0], "expiry")
            if aspect != "expiry" or not _close(one, other):
                found.append(Differing(aspect, database, argv, shown(one), shown(other)))
        return found or self._values(database, types, encodings)

    def _values(
        self, database: int, types: dict[bytes, bytes], encodings: dict[bytes, bytes]
    ) -> list[Differing]:
        reads = []
        for key, kind in types.items():
            if kind in _READ:
                name, *rest = _READ[kind]
                reads.append((name, key, *rest))
        found, fields = [], []
        for argv, one, other in self._both(reads):
            key = argv[1]
            kind, encoding = types[key], encodings.get(key, b"")
            rule = _FREE_ORDER.get(kind, "exact")
            if kind == b"hash" and encoding in (b"listpack", b"ziplist"):
                rule = "exact"
            if one != other and not _equal(one, other, rule):
                found.append(Differing("value", database, argv, shown(one), shown(other)))
            elif kind == b"hash" and encoding != b"listpack" and self._field_expiry:
                names = sorted(_texts(decode(other))[::2])
                fields.append((self._field_expiry, key, b"FIELDS", b"%d" % len(names), *names))
        for argv, one, other in self._both(fields) if fields else ():
            if one != other and not _close(one, other):
                found.append(Differing("field expiry", database, argv, shown(one), shown(other)))
        return found


def _equal(left: bytes, right: bytes, rule: str) -> bool:
    one, other = decode(left), decode(right)
    return one is not None and other is not None and compare(one, other, rule) is None


def _close(left: bytes, right: bytes) -> bool:
    """Whether times differ by no more than the two servers were asked apart."""
    one, other = _integers(decode(left)), _integers(decode(right))
    return len(one) == len(other) and all(
        a == b or (min(a, b) > 0 and abs(a - b) <= SECONDS_APART * 1000)
        for a, b in zip(one, other, strict=True)
    )


def _integers(value: Value | None) -> list[int]:
    match value:
        case Integer(number):
            return [number]
        case Array(items):
            return [item.value for item in items if isinstance(item, Integer)]
    return []


def _texts(value: Value | None) -> list[bytes]:
    return [_text(item) for item in value.items] if isinstance(value, Array) else []


def _text(value: Value | None) -> bytes:
    return value.data if isinstance(value, Bulk) else b""


def _line(reply: bytes) -> bytes:
    value = decode(reply)
    return value.text if isinstance(value, Simple) else b""
