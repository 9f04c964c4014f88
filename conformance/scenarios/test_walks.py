"""SCAN and its like: what is there all the time is found, whatever comes and goes meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Array, Bulk

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.arena import Arena

STABLE = [b"stays:%d" % number for number in range(300)]
MOST_STEPS = 4000
"""Calls after which a walk in small pages has surely gone round."""


def page(arena: Arena, *call: bytes) -> tuple[bytes, list[bytes]]:
    """The next cursor and what was found."""
    reply = arena.call(*call)
    assert isinstance(reply, Array)
    cursor, found = reply.items
    assert isinstance(cursor, Bulk)
    assert isinstance(found, Array)
    return cursor.data, [item.data for item in found.items if isinstance(item, Bulk)]


def walk(
    arena: Arena, call: Callable[[bytes], tuple[bytes, ...]], disturb: Callable[[int], None]
) -> list[bytes]:
    """All that a walk finds, with a disturbance between any two calls."""
    cursor, found = b"0", []
    for step in range(MOST_STEPS):
        cursor, here = page(arena, *call(cursor))
        found += here
        if cursor == b"0":
            return found
        disturb(step)
    raise AssertionError(f"the walk has not ended after {MOST_STEPS} calls")


def nothing(_: int) -> None:
    """No disturbance."""


@pytest.mark.clause()
def test_everything_once(arena: Arena) -> None:
    """While nothing changes, SCAN in small pages finds every key, and none twice."""
    arena.call("MSET", *(word for key in STABLE for word in (key, b"v")))
    found = walk(arena, lambda cursor: (b"SCAN", cursor, b"COUNT", b"7"), nothing)
    assert sorted(found) == sorted(STABLE)


@pytest.mark.clause()
def test_keys_go_meanwhile(arena: Arena) -> None:
    """Keys that are deleted during the walk don't make it miss others."""
    going = [b"goes:%d" % number for number in range(300)]
    mixed = [key for pair in zip(going, STABLE, strict=True) for key in pair]
    arena.call("MSET", *(word for key in mixed for word in (key, b"v")))

    def disturb(step: int) -> None:
        arena.call("DEL", *going[step * 9 : step * 9 + 9], "none")

    found = walk(arena, lambda cursor: (b"SCAN", cursor, b"COUNT", b"7"), disturb)
    assert set(STABLE) <= set(found)


@pytest.mark.clause()
def test_keys_come_meanwhile(arena: Arena) -> None:
    """Keys that are added during the walk don't make it miss others, nor last for ever."""
    arena.call("MSET", *(word for key in STABLE for word in (key, b"v")))

    def disturb(step: int) -> None:
        if step < 300:
            arena.call("MSET", *(word for n in range(3) for word in (b"new:%d:%d" % (step, n), 1)))

    found = walk(arena, lambda cursor: (b"SCAN", cursor, b"COUNT", b"7"), disturb)
    assert set(STABLE) <= set(found)


@pytest.mark.clause()
def test_pattern_and_type(arena: Arena) -> None:
    """MATCH and TYPE filter what was walked over; the walk itself is the same."""
    arena.call("MSET", *(word for key in STABLE for word in (key, b"v")))
    arena.call("RPUSH", "stays:list", "v")
    found = walk(arena, lambda cursor: (b"SCAN", cursor, b"MATCH", b"stays:1?"), nothing)
    assert sorted(found) == [b"stays:1%d" % digit for digit in range(10)]
    found = walk(arena, lambda cursor: (b"SCAN", cursor, b"TYPE", b"list"), nothing)
    assert found == [b"stays:list"]


def members_go(arena: Arena, add: str, scan: bytes, remove: str) -> None:
    """Members of a large collection at `k` that go during the walk."""

    def words(name: bytes) -> tuple[bytes, ...]:
        return {"SADD": (name,), "HSET": (name, b"v"), "ZADD": (b"1", name)}[add]

    going = [b"goes:%d" % number for number in range(300)]
    for name in [key for pair in zip(going, STABLE, strict=True) for key in pair]:
        arena.control.call(add, "k", *words(name))
    # Longer than a listpack takes, whatever else it holds: those are given in one page.
    arena.control.call(add, "k", *words(b"x" * 5000))

    def disturb(step: int) -> None:
        arena.call(remove, "k", *going[step * 9 : step * 9 + 9], "none")

    found = walk(arena, lambda cursor: (scan, b"k", cursor, b"COUNT", b"7"), disturb)
    assert set(STABLE) <= set(found)


@pytest.mark.clause()
def test_members_of_a_set_go_meanwhile(arena: Arena) -> None:
    """The same for a large set."""
    members_go(arena, "SADD", b"SSCAN", "SREM")


@pytest.mark.clause()
def test_fields_of_a_hash_go_meanwhile(arena: Arena) -> None:
    """The same for a large hash."""
    members_go(arena, "HSET", b"HSCAN", "HDEL")


@pytest.mark.clause()
def test_members_of_a_sorted_set_go_meanwhile(arena: Arena) -> None:
    """The same for a large sorted set."""
    members_go(arena, "ZADD", b"ZSCAN", "ZREM")
