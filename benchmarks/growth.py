"""``python -m benchmarks growth``: how the time of an operation grows with the size of the data.

Every subject is filled with 1,000 to 1,000,000 elements; at each size the server itself tells how
long the operation takes (INFO commandstats), so that neither client nor network count; for what no
command does, like expiry, the processor time of its process tells. The slope of
a line through the logarithms of size and time is 0 for an operation that doesn't care about the
size, near 0 for a logarithmic one, 1 for a linear one. Fails when a slope is above what the
operation's documented complexity allows.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import socket
import sys
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import servers
from benchmarks.servers import Running, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SIZES = (1_000, 10_000, 100_000, 1_000_000)
CALLS = 2_000
BATCH = 200

# The steepest slope for each complexity. A logarithm over three decades has a slope of about 0.15,
# and what no longer fits in the processor's caches adds about as much: to a linear one, too, whose
# elements lie all over the memory.
CONSTANT, LINEAR = 0.35, 1.3
# The first random pick numbers all elements: 25 ms at a million, which its calls here share.
NUMBERED = 0.45

Words = tuple[bytes, ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Subject:
    """An operation on a key (or keyspace) of some size.

    ``element`` gives the words that put the element of that number in place, ``fill`` the words
    before several of them; ``call`` one operation on data of size elements.
    """

    command: str
    limit: float
    fill: Words
    element: Callable[[int], Words]
    call: Callable[[int, random.Random], Words]
    calls: int = CALLS

    @property
    def name(self) -> str:
        """What the table calls it: the operation with small numbers in it."""
        return b" ".join(self.call(1_000, random.Random(1))).decode()[:48]


def number(index: int) -> bytes:
    """An element's name."""
    return b"%07d" % index


def any_of(size: int, random: random.Random) -> bytes:
    """The name of one of the elements."""
    return number(random.randrange(size))


STRINGS: tuple[Words, Callable[[int], Words]] = ((b"MSET",), lambda i: (number(i), b"v"))
MEMBERS: tuple[Words, Callable[[int], Words]] = (
    (b"ZADD", b"z"),
    lambda i: (b"%d" % (i * 7919 % 1_000_003), number(i)),
)
SET: tuple[Words, Callable[[int], Words]] = ((b"SADD", b"s"), lambda i: (number(i),))
FIELDS: tuple[Words, Callable[[int], Words]] = ((b"HSET", b"h"), lambda i: (number(i), b"v"))
LIST: tuple[Words, Callable[[int], Words]] = ((b"RPUSH", b"l"), lambda i: (number(i),))
# One command for each entry: nothing comes before what the element gives.
STREAM: tuple[Words, Callable[[int], Words]] = (
    (),
    lambda i: (b"XADD", b"x", b"%d-1" % (i + 1), b"f", b"v"),
)
# A sequence that fills the plane evenly, however long it is.
PLACES: tuple[Words, Callable[[int], Words]] = (
    (b"GEOADD", b"g"),
    lambda i: (
        b"%f" % (i * 0.7548776662466927 % 1 * 360 - 180),
        b"%f" % (i * 0.5698402909980532 % 1 * 170 - 85),
        number(i),
    ),
)
BYTES: tuple[Words, Callable[[int], Words]] = ((), lambda i: (b"APPEND", b"b", b"b"))
SEEN: tuple[Words, Callable[[int], Words]] = ((b"PFADD", b"p"), lambda i: (number(i),))

# fmt: off
SUBJECTS = (
    Subject("get", CONSTANT, *STRINGS, lambda n, r: (b"GET", any_of(n, r))),
    Subject("set", CONSTANT, *STRINGS, lambda n, r: (b"SET", any_of(n, r), b"w")),
    Subject("del", CONSTANT, *STRINGS, lambda n, r: (b"DEL", any_of(n, r))),
    Subject("expire", CONSTANT, *STRINGS, lambda n, r: (b"EXPIRE", any_of(n, r), b"1000")),
    Subject("randomkey", CONSTANT, *STRINGS, lambda n, r: (b"RANDOMKEY",)),
    Subject("scan", CONSTANT, *STRINGS, lambda n, r: (b"SCAN", b"0", b"COUNT", b"10")),
    Subject("zadd", CONSTANT, *MEMBERS, lambda n, r: (b"ZADD", b"z", b"%d" % r.randrange(n), any_of(n, r))),
    Subject("zrem", CONSTANT, *MEMBERS, lambda n, r: (b"ZREM", b"z", any_of(n, r))),
    Subject("zrank", CONSTANT, *MEMBERS, lambda n, r: (b"ZRANK", b"z", any_of(n, r))),
    Subject("zscore", CONSTANT, *MEMBERS, lambda n, r: (b"ZSCORE", b"z", any_of(n, r))),
    Subject("zrange", CONSTANT, *MEMBERS, lambda n, r: _window(b"ZRANGE", b"z", n, r)),
    Subject("zcount", CONSTANT, *MEMBERS, lambda n, r: (b"ZCOUNT", b"z", b"%d" % r.randrange(n), b"+inf")),
    Subject("zrangebyscore", CONSTANT, *MEMBERS, lambda n, r: (b"ZRANGEBYSCORE", b"z", b"%d" % r.randrange(n), b"+inf", b"LIMIT", b"0", b"10")),
    Subject("zpopmin", CONSTANT, *MEMBERS, lambda n, r: (b"ZPOPMIN", b"z")),
    Subject("zrandmember", CONSTANT, *MEMBERS, lambda n, r: (b"ZRANDMEMBER", b"z")),
    Subject("sadd", CONSTANT, *SET, lambda n, r: (b"SADD", b"s", b"%d" % r.randrange(10**9))),
    Subject("srandmember", CONSTANT, *SET, lambda n, r: (b"SRANDMEMBER", b"s", b"5")),
    Subject("spop", NUMBERED, *SET, lambda n, r: (b"SPOP", b"s")),
    Subject("sscan", CONSTANT, *SET, lambda n, r: (b"SSCAN", b"s", b"0")),
    Subject("hset", CONSTANT, *FIELDS, lambda n, r: (b"HSET", b"h", any_of(n, r), b"w")),
    Subject("hget", CONSTANT, *FIELDS, lambda n, r: (b"HGET", b"h", any_of(n, r))),
    Subject("hdel", CONSTANT, *FIELDS, lambda n, r: (b"HDEL", b"h", any_of(n, r)), calls=500),
    Subject("hrandfield", CONSTANT, *FIELDS, lambda n, r: (b"HRANDFIELD", b"h")),
    Subject("hexpire", CONSTANT, *FIELDS, lambda n, r: (b"HEXPIRE", b"h", b"1000", b"FIELDS", b"1", any_of(n, r))),
    Subject("lpush", CONSTANT, *LIST, lambda n, r: (b"LPUSH", b"l", b"x")),
    Subject("rpop", CONSTANT, *LIST, lambda n, r: (b"RPOP", b"l"), calls=500),
    Subject("lindex", LINEAR, *LIST, lambda n, r: (b"LINDEX", b"l", b"%d" % r.randrange(n)), calls=300),
    Subject("lset", LINEAR, *LIST, lambda n, r: (b"LSET", b"l", b"%d" % r.randrange(n), b"x"), calls=300),
    Subject("linsert", LINEAR, *LIST, lambda n, r: (b"LINSERT", b"l", b"BEFORE", any_of(n, r), b"x"), calls=50),
    Subject("lrange", LINEAR, *LIST, lambda n, r: _window(b"LRANGE", b"l", n, r), calls=300),
    Subject("xadd", CONSTANT, *STREAM, lambda n, r: (b"XADD", b"x", b"*", b"f", b"v")),
    Subject("xrange", CONSTANT, *STREAM, lambda n, r: (b"XRANGE", b"x", b"%d-1" % r.randrange(1, n), b"+", b"COUNT", b"10")),
    Subject("xrevrange", CONSTANT, *STREAM, lambda n, r: (b"XREVRANGE", b"x", b"%d-1" % r.randrange(1, n), b"-", b"COUNT", b"10")),
    Subject("xdel", CONSTANT, *STREAM, lambda n, r: (b"XDEL", b"x", b"%d-1" % r.randrange(1, n))),
    Subject("hscan", CONSTANT, *FIELDS, lambda n, r: (b"HSCAN", b"h", b"0")),
    Subject("zscan", CONSTANT, *MEMBERS, lambda n, r: (b"ZSCAN", b"z", b"0")),
    Subject("smembers", LINEAR, *SET, lambda n, r: (b"SMEMBERS", b"s"), calls=2),
    Subject("lpos", LINEAR, *LIST, lambda n, r: (b"LPOS", b"l", any_of(n, r)), calls=50),
    Subject("ltrim", CONSTANT, *LIST, lambda n, r: (b"LTRIM", b"l", b"1", b"-2"), calls=300),
    Subject("xadd", CONSTANT, *STREAM, lambda n, r: (b"XADD", b"x", b"MAXLEN", b"~", b"%d" % n, b"*", b"f", b"v")),
    Subject("xtrim", CONSTANT, *STREAM, lambda n, r: (b"XTRIM", b"x", b"MINID", b"%d-1" % r.randrange(2, 9)), calls=100),
    Subject("xlen", CONSTANT, *STREAM, lambda n, r: (b"XLEN", b"x")),
    Subject("geosearch", CONSTANT, *PLACES, lambda n, r: (b"GEOSEARCH", b"g", b"FROMLONLAT", b"%f" % r.uniform(-170, 170), b"%f" % r.uniform(-80, 80), b"BYRADIUS", b"%f" % (3000 / math.sqrt(n)), b"km"), calls=300),
    Subject("getrange", CONSTANT, *BYTES, lambda n, r: (b"GETRANGE", b"b", *_places(n, r))),
    Subject("setrange", CONSTANT, *BYTES, lambda n, r: (b"SETRANGE", b"b", b"%d" % r.randrange(n), b"new")),
    Subject("append", CONSTANT, *BYTES, lambda n, r: (b"APPEND", b"b", b"more")),
    Subject("getbit", CONSTANT, *BYTES, lambda n, r: (b"GETBIT", b"b", b"%d" % r.randrange(8 * n))),
    Subject("setbit", CONSTANT, *BYTES, lambda n, r: (b"SETBIT", b"b", b"%d" % r.randrange(8 * n), b"1")),
    Subject("bitcount", LINEAR, *BYTES, lambda n, r: (b"BITCOUNT", b"b"), calls=50),
    Subject("bitfield", CONSTANT, *BYTES, lambda n, r: (b"BITFIELD", b"b", b"INCRBY", b"u8", b"#%d" % r.randrange(n), b"1")),
    Subject("pfadd", CONSTANT, *SEEN, lambda n, r: (b"PFADD", b"p", b"%d" % r.randrange(10**9))),
    Subject("info", CONSTANT, *STRINGS, lambda n, r: (b"INFO", b"keyspace"), calls=50),
    Subject("info", CONSTANT, *STRINGS, lambda n, r: (b"INFO",), calls=500),
    Subject("unlink", CONSTANT, *MEMBERS, lambda n, r: (b"UNLINK", b"z"), calls=1),
    Subject("flushall", CONSTANT, *STRINGS, lambda n, r: (b"FLUSHALL", b"ASYNC"), calls=1),
)
# fmt: on


def _window(command: bytes, key: bytes, size: int, random: random.Random) -> Words:
    first = random.randrange(size - 10)
    return command, key, b"%d" % first, b"%d" % (first + 9)


def _places(size: int, random: random.Random) -> Words:
    first = random.randrange(size)
    return b"%d" % first, b"%d" % (first + 9)


class Pipe:
    """A connection that counts replies instead of reading them."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._file = self._socket.makefile("rb")

    def send(self, calls: Iterable[Words]) -> None:
        """Send them, some at a time, and wait until all are answered. Raises RuntimeError."""
        for group in batched(calls, BATCH):
            self._socket.sendall(b"".join(map(encode, group)) + encode((b"ECHO", b"=done=")))
            while (line := self._file.readline()) != b"=done=\r\n":
                if line[:1] in (b"-", b""):
                    raise RuntimeError(f"{group[0]}: {line!r}")

    def size(self) -> int:
        """How many keys there are."""
        self._socket.sendall(encode((b"DBSIZE",)))
        return int(self._file.readline()[1:])

    def info(self, section: bytes) -> dict[str, str]:
        """A section of what the server tells of itself."""
        self._socket.sendall(encode((b"INFO", section)))
        length = int(self._file.readline()[1:])
        text = self._file.read(length + 2).decode()
        return dict(line.split(":", 1) for line in text.splitlines() if ":" in line)

    def spent(self, command: str) -> float:
        """Microseconds a call, by what the server has counted since CONFIG RESETSTAT."""
        counted = self.info(b"commandstats")[f"cmdstat_{command}"]
        fields = dict(part.split("=") for part in counted.split(","))
        return max(float(fields["usec"]) / float(fields["calls"]), 0.05)


def batched(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items in groups of that size; the last may be smaller."""
    left = iter(items)
    while group := tuple(islice(left, size)):
        yield group


def filled(fill: Words, element: Callable[[int], Words], size: int) -> Iterator[Words]:
    """The commands that make data of that size."""
    if not fill:
        yield from map(element, range(size))
        return
    for indexes in batched(range(size), 100):
        yield fill + tuple(word for index in indexes for word in element(index))


def measure(server: Running, subject: Subject | Process, sizes: Iterable[int]) -> dict[int, float]:
    """Microseconds a call at each size."""
    taken = {}
    pipe = Pipe(server.port)
    chance = random.Random(1)
    for size in sizes:
        pipe.send([(b"FLUSHALL",)])
        while pipe.info(b"memory")["lazyfree_pending_objects"] != "0":
            time.sleep(0.01)
        if isinstance(subject, Process):
            taken[size] = max(subject.measured(server, pipe, size), 0.05)
            continue
        pipe.send(filled(subject.fill, subject.element, size))
        pipe.send([(b"CONFIG", b"RESETSTAT")])
        count = min(subject.calls, size // 2)
        pipe.send(subject.call(size, chance) for _ in range(count))
        taken[size] = pipe.spent(subject.command)
    return taken


# What no command does: how long it takes is read off the processor time of the server.

SETS_PER_SECOND = 50_000
"""Keys that every server makes in a second at least: it goes by how long they must live."""

EVICTED = 5_000
"""Keys that are to be evicted, about; of few keys a fifth."""

PATIENCE = 5
"""Seconds after which keys that should have been evicted haven't."""


def expiry(server: Running, pipe: Pipe, size: int) -> float:
    """Microseconds for each key that expires with all others."""
    due = time.time() + 1 + size / SETS_PER_SECOND
    pipe.send([(b"DEBUG", b"SET-ACTIVE-EXPIRE", b"0")])
    pipe.send((b"SET", number(i), b"v", b"PXAT", b"%d" % int(due * 1000)) for i in range(size))
    time.sleep(max(due + 0.01 - time.time(), 0))
    before = server.cpu_seconds()
    pipe.send([(b"DEBUG", b"SET-ACTIVE-EXPIRE", b"1")])
    while pipe.size():
        time.sleep(0.05)
    return (server.cpu_seconds() - before) / size * 1e6


def field_expiry(server: Running, pipe: Pipe, size: int) -> float:
    """Microseconds of each second for hashes with fields that will expire, but not yet."""
    for index in range(0, size, 100):
        pipe.send(
            (b"HSETEX", number(i), b"EX", b"10000", b"FIELDS", b"1", b"f", b"v")
            for i in range(index, min(index + 100, size))
        )
    before = server.cpu_seconds()
    time.sleep(1)
    return (server.cpu_seconds() - before) * 1e6


def eviction(policy: bytes) -> Callable[[Running, Pipe, int], float]:
    """Microseconds for each key that is evicted."""

    def measured(server: Running, pipe: Pipe, size: int) -> float:
        pipe.send([(b"CONFIG", b"SET", b"maxmemory", b"0", b"maxmemory-policy", policy)])
        pipe.send((b"SET", number(i), b"v" * 200, b"EX", b"%d" % (1000 + i)) for i in range(size))
        used = int(pipe.info(b"memory")["used_memory"])
        share = (used - (1 << 20)) // size
        limit = b"%d" % (used - min(EVICTED, size // 5) * share)
        before = server.cpu_seconds()
        pipe.send([(b"CONFIG", b"SET", b"maxmemory", limit)])
        gone, began = 0, time.monotonic()
        while (now := size - pipe.size()) != gone or not now:
            gone = now
            if time.monotonic() > began + PATIENCE:
                raise RuntimeError(f"{policy!r}: nothing is evicted, or there is no end of it")
            time.sleep(0.05)
        taken = (server.cpu_seconds() - before) / gone * 1e6
        pipe.send([(b"CONFIG", b"SET", b"maxmemory", b"0", b"maxmemory-policy", b"noeviction")])
        return taken

    return measured


@dataclass(frozen=True)
class Process:
    """Something a server does by itself, on a keyspace of some size."""

    name: str
    command: str
    limit: float
    measured: Callable[[Running, Pipe, int], float]


PROCESSES = (
    Process("expiry of a key", "expiry", CONSTANT, expiry),
    Process("fields not yet due", "field-expiry", CONSTANT, field_expiry),
    *(
        Process(f"eviction {policy}", "eviction", CONSTANT, eviction(policy.encode()))
        for policy in (
            *("allkeys-lru", "allkeys-lfu", "allkeys-random"),
            *("volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"),
        )
    ),
)


def slope(taken: dict[int, float]) -> float:
    """Of the least-squares line through the logarithms."""
    points = [(math.log10(size), math.log10(time)) for size, time in taken.items()]
    middle = sum(x for x, _ in points) / len(points)
    level = sum(y for _, y in points) / len(points)
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * (y - level) for x, y in points) / spread


def main(words: list[str]) -> int:
    """Exit status 1 when an operation of refimpl grows faster than it may."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks growth", description=__doc__)
    parser.add_argument("--only", action="append", metavar="COMMAND", help="repeatable")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="largest size")
    parser.add_argument("--json", type=Path, help="write every figure there")
    parser.add_argument("--server", action="append", help="refimpl or redis; repeatable (both)")
    options = parser.parse_args(words)
    sizes = [size for size in SIZES if size <= options.largest]
    every: list[Subject | Process] = [*SUBJECTS, *PROCESSES]
    subjects = [each for each in every if not options.only or each.command in options.only]
    if len(sizes) < 2 or not subjects:
        print("nothing to measure", file=sys.stderr)
        return 2
    names = [
        name for name in servers.commands(0) if name in (options.server or ("refimpl", "redis"))
    ]
    figures: dict[str, dict[str, dict[int, float]]] = {each.name: {} for each in subjects}
    for name in names:
        with servers.running(name, None, ("--enable-debug-command", "yes")) as server:
            for subject in track(subjects, name):
                figures[subject.name][name] = measure(server, subject, sizes)
    Console().print(table(subjects, figures, sizes, names))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    judged = "refimpl" if "refimpl" in names else names[0]
    steep = [each.name for each in subjects if slope(figures[each.name][judged]) > each.limit]
    for each in steep:
        print(f"too steep: {each}", file=sys.stderr)
    return 1 if steep else 0


def table(
    subjects: list[Subject | Process],
    figures: dict[str, dict[str, dict[int, float]]],
    sizes: list[int],
    names: list[str],
) -> Table:
    """Microseconds by size and the slope, of each server."""
    made = Table("operation", *(f"{name} {size:,}" for name in names for size in (*sizes,)))
    for name in names:
        made.add_column(f"slope {name}")
    for subject in subjects:
        taken = figures[subject.name]
        times = [f"{taken[name][size]:.1f}" for name in names for size in sizes]
        made.add_row(subject.name, *times, *(f"{slope(taken[name]):.2f}" for name in names))
    return made
