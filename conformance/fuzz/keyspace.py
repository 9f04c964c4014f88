"""The whole keyspace of both servers: keys, types, encodings, values, times to live."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from conformance.compare.rules import UNORDERED, UNORDERED_PAIRS, compare
from conformance.fuzz.judge import decode, shown
from conformance.fuzz.link import bulks, encode_all, split
from conformance.fuzz.quick import same_parts
from conformance.wire.values import Array, Bulk, Integer, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from conformance.fuzz.duel import Side
    from conformance.fuzz.steps import Argv

SECONDS_APART = 5.0
_EARLIEST = 1_700_000_000_000  # ms; smaller numbers are no times of the clock
_DATABASE = re.compile(rb"\ndb([0-9]+):")
_ASPECTS = {b"TYPE": "type", b"OBJECT": "encoding"}
_READ: dict[bytes, tuple[bytes, ...]] = {
    b"string": (b"GET",),
    b"list": (b"LRANGE", b"0", b"-1"),
    b"set": (b"SMEMBERS",),
    b"hash": (b"HGETALL",),
    b"zset": (b"ZRANGE", b"0", b"-1", b"WITHSCORES"),
    b"vectorset": (b"VCARD",),
    b"stream": (b"XINFO|STREAM", b"FULL", b"COUNT", b"0"),
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


class _Known(NamedTuple):
    """A key that both servers have."""

    database: int
    key: bytes
    kind: bytes
    encoding: bytes


Meanwhile = Callable[[Callable[[], bool]], None]


def _wait(answered: Callable[[], bool]) -> None:
    """Nothing else is to be done."""


class Keyspaces:
    """Compares the keyspaces of two servers."""

    def __init__(self, left: Side, right: Side) -> None:
        self._sides = (left, right)
        names = left.server.identity.commands & right.server.identity.commands
        self._expiry = b"PEXPIRETIME" if "pexpiretime" in names else b"PTTL"
        self._field_expiry = b"HPEXPIRETIME" if "hpexpiretime" in names else None
        self._selected = -1
        self._meanwhile: Meanwhile = _wait

    def differing(
        self, databases: Sequence[int] = (0,), meanwhile: Meanwhile = _wait
    ) -> list[Differing]:
        """What differs, the most telling first. Raises Silent and ValueError as links do.

        `meanwhile` is called when servers are asked, with what tells whether they have answered.
        """
        self._selected, self._meanwhile = -1, meanwhile
        if len(databases) > 1:
            databases = self._in_use()
        found, keys = self._keys(databases)
        if not found:
            found, known = self._facts(keys)
            if not found:
                found, hashes = self._values(known)
                found = found or self._fields(hashes)
        return found

    def _both(self, places: list[tuple[int, Argv]]) -> Iterator[tuple[int, Argv, bytes, bytes]]:
        """Calls, each in a database, with both replies."""
        calls: list[Argv] = []
        asked: list[tuple[int, int, Argv]] = []
        for database, argv in places:
            if database != self._selected:
                calls.append((b"SELECT", b"%d" % database))
                self._selected = database
            asked.append((len(calls), database, argv))
            calls.append(argv)
        if not calls:
            return
        left, right = self._sides
        encoded = encode_all(calls)
        left.ask_encoded(encoded)
        right.ask_encoded(encoded)
        links = (left.control, right.control)
        self._meanwhile(lambda: all(link.is_readable() for link in links))
        raw, other_raw = left.answer(), right.answer()
        one = split(raw, len(calls))
        other = one if raw == other_raw else split(other_raw, len(calls))
        for at, database, argv in asked:
            yield database, argv, one[at], other[at]

    def _in_use(self) -> list[int]:
        """The databases in which one of the two has keys."""
        asked = self._both([(0, (b"INFO", b"keyspace"))])
        found = {int(n) for *_, one, other in asked for n in _DATABASE.findall(one + other)}
        return sorted(found)

    def _keys(self, databases: Sequence[int]) -> tuple[list[Differing], list[tuple[int, bytes]]]:
        found, keys = [], []
        for database, argv, one, other in self._both([(n, (b"KEYS", b"*")) for n in databases]):
            if one != other and not _equal(one, other, UNORDERED):
                found.append(Differing("keys", database, argv, shown(one), shown(other)))
            elif other != b"*0\r\n":
                keys += [(database, key) for key in sorted(bulks(other))]
        return found, keys

    def _facts(self, keys: list[tuple[int, bytes]]) -> tuple[list[Differing], list[_Known]]:
        """Type, encoding and time to live of every key."""
        places: list[tuple[int, Argv]] = []
        for database, key in keys:
            places += [(database, (b"TYPE", key)), (database, (self._expiry, key))]
            places.append((database, (b"OBJECT", b"ENCODING", key)))
        found, known = [], []
        kind = b""
        for database, argv, one, other in self._both(places):
            if argv[0] == b"TYPE":
                kind = other[1:-2]
            elif argv[0] == b"OBJECT":
                known.append(_Known(database, argv[2], kind, _text(decode(other))))
            aspect = _ASPECTS.get(argv[0], "expiry")
            if one != other and (aspect != "expiry" or not _close(one, other)):
                found.append(Differing(aspect, database, argv, shown(one), shown(other)))
        return found, known

    def _values(self, known: list[_Known]) -> tuple[list[Differing], list[tuple[int, Argv]]]:
        """All values; also the calls that tell when fields of hashes expire."""
        readable = [each for each in known if each.kind in _READ]
        places = []
        for each in readable:
            name, *rest = _READ[each.kind]
            places.append((each.database, (*name.split(b"|"), each.key, *rest)))
        found, fields = [], []
        for each, (database, argv, one, other) in zip(readable, self._both(places), strict=True):
            rule = _FREE_ORDER.get(each.kind, "exact")
            if each.kind == b"hash" and each.encoding in (b"listpack", b"ziplist"):
                rule = "exact"
            if one != other and not _equal(one, other, rule) and not _timely(each, one, other):
                found.append(Differing("value", database, argv, shown(one), shown(other)))
            elif each.kind == b"hash" and each.encoding != b"listpack" and self._field_expiry:
                names = sorted(bulks(other)[::2])
                count = b"%d" % len(names)
                fields.append((database, (self._field_expiry, each.key, b"FIELDS", count, *names)))
        return found, fields

    def _fields(self, places: list[tuple[int, Argv]]) -> list[Differing]:
        return [
            Differing("field expiry", database, argv, shown(one), shown(other))
            for database, argv, one, other in self._both(places)
            if one != other and not _close(one, other)
        ]


def _equal(left: bytes, right: bytes, rule: str) -> bool:
    if rule in _FREE_ORDER.values() and same_parts(left, right, pairs=rule == UNORDERED_PAIRS):
        return True
    one, other = decode(left), decode(right)
    return one is not None and other is not None and compare(one, other, rule) is None


def _timely(known: _Known, left: bytes, right: bytes) -> bool:
    """Whether two streams differ only in when something was delivered."""
    if known.kind != b"stream":
        return False
    one, other = decode(left), decode(right)
    return one is not None and other is not None and _without_times(one) == _without_times(other)


def _without_times(value: Value) -> Value:
    match value:
        case Integer(number) if number >= _EARLIEST:
            return Integer(_EARLIEST)
        case Array(items):
            return Array(tuple(map(_without_times, items)))
    return value


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


def _text(value: Value | None) -> bytes:
    return value.data if isinstance(value, Bulk) else b""
