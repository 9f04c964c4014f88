"""The words that calls are made of: a few keys, members that meet again, numbers near limits.

Everything is drawn from a `Source`, a function that gives numbers in [0, 1): a seeded random
generator in a campaign, bytes chosen by Hypothesis under pytest.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from functools import cache

Source = Callable[[], float]
Draw = Callable[[Source], bytes]

CLIENTS = "abcdefgh"
"""What the clients are called in transcripts and vectors."""

KINDS = ("string", "list", "set", "hash", "sorted_set", "stream", "hyperloglog", "vector_set")
KEYS: dict[str, tuple[bytes, ...]] = {
    "string": (b"str1", b"str2", b"str3"),
    "list": (b"list1", b"list2", b"list3"),
    "set": (b"set1", b"set2", b"set3"),
    "hash": (b"hash1", b"hash2"),
    "sorted_set": (b"zset1", b"zset2", b"zset3"),
    "stream": (b"stream1", b"stream2"),
    "hyperloglog": (b"hll1", b"hll2", b"hll3"),
    "vector_set": (b"vec1", b"vec2", b"vec3"),
}
MIXED = (b"k", b"k2", b"k3", b"k4")
ODD_KEYS = (b"absent", b"", b"\x00\xff\r\n", b"k" * 100)

# Members of lists, sets, hashes and sorted sets: few, so that calls meet in them.
SHORT = (b"a", b"b", b"c", b"d", b"e", b"f", b"g", b"A", b"aa", b"ab")
NUMBERS = (b"0", b"1", b"2", b"3", b"5", b"10", b"-1", b"-7", b"3.5", b"1e3", b"300", b"70000")
LIMITS = (
    b"9223372036854775807",
    b"-9223372036854775808",
    b"9223372036854775808",
    b"4294967296",
    b"-2147483649",
    b"0.1",
    b"-0",
    b"007",
    b"inf",
    b"nan",
)
# Around the lengths at which encodings change (44: embstr, 64: listpack entries), and beyond.
LONG = (b"x" * 44, b"x" * 45, b"y" * 63, b"y" * 64, b"y" * 65, b"z" * 300)
# None begins with NUL: for SORT ALPHA it would be as empty as the empty one, and of such any may be
# the first.
BINARY = (b"", b" ", b"a b", b"\x01\x00\xff", b"\r\n", b"$5\r\nhello\r\n", b"\xc3\xa9", b'"q"')

FEW = (b"1", b"1", b"2", b"3", b"4", b"5", b"6", b"300", b"70000")
"""Members that are all integers, and soon twice in a list."""

PLACE = ((13.36, 180.0), (38.11, 85.05112878))
"""Where most members of geo sets are, and the limits: longitude, latitude."""

# Streams: few groups and consumers, IDs that are in use. New ones seldom run far ahead.
GROUPS = (b"g1", b"g1", b"g2")
CONSUMERS = (b"alice", b"bob", b"carol")
NEW_IDS = (
    *(b"1-*", b"1-*", b"2-*", b"3-*", b"3-*", b"4-*", b"5-*", b"7-*", b"9-*", b"9-*", b"9-*"),
    *(b"1-1", b"1-3", b"2-5", b"4-0", b"5-2", b"7", b"9-0", b"0-1"),
)
IDS = tuple(
    b"%d-%d" % (ms, seq) for ms in (1, 2, 3, 4, 5, 7, 9) for seq in (0, 0, 1, 1, 2, 3, 4, 5)
)
BOUNDS = (b"-", b"-", b"0", b"1", b"2", b"3-1", b"(1-1", b"(3", b"5", b"7", b"9-2", b"+")

# Vector sets: attributes that filters find something in, and some that are no JSON.
ATTRIBUTES = (
    *(b'{"y":1}', b'{"y":2,"s":"a"}', b'{"y":"1","s":"abc","b":true}', b'{"y":-1.5,"a":[1,"a"]}'),
    *(b'{"s":"b","y":3}', b'{"n":null,"b":false,"y":0}', b'{"a":["a",2],"o":{"y":1},"y":10}'),
    *(b'{"s":"a\\"b","y":1e1}', b' { "y" : 2 } ', b'{"y":1', b"y", b"[1]", b'{"y":}', b""),
)
DIMENSIONS = 3

DATABASES = (b"0",) * 12 + (b"1", b"1", b"2")
"""Clients that are to meet each other's keys are seldom elsewhere."""

_PLACES = 1024
SMALL_INTEGERS = tuple(b"%d" % number for number in range(-4, 13))


def pick(pool: Sequence[bytes]) -> Draw:
    """Any word of the pool."""
    words, size = tuple(pool), len(pool)

    def draw(rnd: Source) -> bytes:
        return words[int(rnd() * size)]

    return draw


def mixed(*parts: tuple[float, Sequence[bytes]]) -> tuple[bytes, ...]:
    """One pool in which each part has as much place as its weight says.

    A word is drawn from it by one number: 0.6 of what a draw of a draw takes.
    """
    filled = [(weight, part) for weight, part in parts if part]
    total = sum(weight for weight, _ in filled)
    found: list[bytes] = []
    for weight, part in filled:
        found += (part[at % len(part)] for at in range(max(1, round(weight / total * _PLACES))))
    return tuple(found)


def weighted(*parts: tuple[float, Draw | Sequence[bytes]]) -> Draw:
    """One of several draws (or pools) by weight; an empty pool counts for nothing."""
    pools = [(weight, part) for weight, part in parts if not callable(part)]
    if len(pools) == len(parts):
        return pick(mixed(*pools))
    draws = [
        (weight, part if callable(part) else pick(part))
        for weight, part in parts
        if callable(part) or len(part)
    ]
    total = sum(weight for weight, _ in draws)
    bounds: list[tuple[float, Draw]] = []
    reached = 0.0
    for weight, draw in draws:
        reached += weight / total
        bounds.append((reached, draw))
    last = bounds[-1][1]

    def choose(rnd: Source) -> bytes:
        at = rnd()
        for bound, draw in bounds:
            if at < bound:
                return draw(rnd)
        return last(rnd)

    return choose


@cache
def key_of(kind: str) -> Draw:
    """A key for a command on values of that kind; of any kind where the kind is none of `KINDS`."""
    everyone = tuple(key for keys in KEYS.values() for key in keys)
    own = KEYS.get(kind, everyone)
    others = tuple(key for key in everyone if key not in own) or everyone
    return weighted((76, own), (13, MIXED), (7, others), (4, ODD_KEYS))


def home_of(kind: str) -> Draw:
    """A key for a value that is made: mostly one where values of its kind are looked for."""
    return weighted((85, KEYS[kind]), (15, MIXED))


MEMBERS = mixed((60, SHORT), (22, NUMBERS), (4, LIMITS), (7, LONG), (7, BINARY))
MEMBER = pick(MEMBERS)
"""A value, a member, a field: mostly one that others have used too."""


def degrees(near: float, limit: float) -> Draw:
    """Degrees of longitude or latitude: near each other, near the limits, anywhere."""

    def draw(rnd: Source) -> bytes:
        at = rnd()
        if at < 0.5:
            return b"%.5f" % (near + (rnd() - 0.5) * 10 ** (3 * rnd() - 2))
        if at < 0.65:
            return repr((limit - 10 ** (8 * rnd() - 7)) * (1 if rnd() < 0.5 else -1)).encode()
        if at < 0.9:
            return b"%.6f" % ((2 * rnd() - 1) * limit)
        return b"%d" % (int(rnd() * 5 - 2) * limit / 2)

    return draw


def length(rnd: Source) -> bytes:
    """A length in some unit, from nothing to more than the circumference of the earth."""
    at = rnd()
    if at < 0.1:
        return b"%d" % (at * 100)
    return b"%.4f" % (10 ** (9 * rnd() - 1))


def component(rnd: Source) -> bytes:
    """A dimension of a vector; hardly ever are two vectors equally far from a third.

    None is infinite, or so large that its square is: a distance would be no number, and where
    that stands among the others is open.
    """
    at = rnd()
    if at < 0.8:
        return b"%.4f" % (2 * rnd() - 1)
    if at < 0.9:
        return b"%d" % (rnd() * 9 - 4)
    if at < 0.97:
        return (b"1e-3", b"0x1p-2", b".5", b"-7.25e2", b"3", b"100")[int(rnd() * 6)]
    return (b"x", b"nan", b"1e400", b"", b" 1")[int(rnd() * 5)]


def blob(rnd: Source) -> bytes:
    """A vector of single-precision numbers."""
    size = DIMENSIONS if rnd() < 0.9 else 1 + int(rnd() * 9)
    numbers = struct.pack(f"<{size}f", *(2 * rnd() - 1 for _ in range(size)))
    return numbers if rnd() < 0.95 else numbers[1:]


def element(rnd: Source) -> bytes:
    """One of so many elements that a HyperLogLog fills."""
    return b"%d" % int(5000 * rnd() * rnd()) if rnd() < 0.8 else MEMBER(rnd)


def hyperloglog(rnd: Source) -> bytes:
    """A HyperLogLog's bytes as no server made them: of arbitrary runs, mostly not of all registers.

    Now and then also of an encoding that there isn't, or dense with too few bytes.
    """
    encoding = b"\1" if rnd() < 0.95 else b"\0" if rnd() < 0.7 else b"\2"
    left, runs = 16384, bytearray()
    while left > 0 and rnd() > 0.02:
        at = rnd()
        if at < 0.5:
            length = min(1 + int(rnd() * 4), left)
            runs.append(0x80 | int(rnd() * 32) << 2 | length - 1)
        elif at < 0.75:
            length = min(1 + int(rnd() * 64), left)
            runs.append(length - 1)
        else:
            length = min(1 + int(rnd() * rnd() * 4000), left)
            runs += (0x4000 | length - 1).to_bytes(2, "big")
        left -= length if rnd() > 0.01 else 0
    if left and rnd() < 0.8:
        runs += (0x4000 | left - 1).to_bytes(2, "big")
    estimate = int(rnd() * 300).to_bytes(7, "little") + (b"\x80" if rnd() < 0.8 else b"\0")
    return b"HYLL" + encoding + bytes(3) + estimate + runs


def later(params: Mapping[str, str]) -> Draw:
    """A time to live (`unit` s or ms) that outlasts a campaign's epoch, hardly ever the same twice.

    The same one given again ends later, by how much later it was given: whether that is more
    (EXPIRE … GT) would be a matter of milliseconds.
    """
    unit = 1 if params.get("unit", "s") == "s" else 1000

    def draw(rnd: Source) -> bytes:
        return b"%d" % ((10_000 + int(rnd() * 100_000)) * unit)

    return draw
