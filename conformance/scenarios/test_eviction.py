"""Which keys go when memory runs short, and what is refused when none may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_statistics import fields
from conformance.wire.values import Bulk, Integer, Simple, error_line

if TYPE_CHECKING:
    from conformance.arena import Arena

OOM = b"OOM command not allowed when used memory > 'maxmemory'."
SIZE = 200_000


def names(arena: Arena, policy: str) -> list[str]:
    """Keys that no other test has: a real server remembers good candidates by their names."""
    return [f"{policy} {arena.protocol} {number}" for number in range(8)]


def squeeze(arena: Arena, policy: str) -> list[str]:
    """Leave too little memory for all keys: those that are gone then."""
    keys = names(arena, policy)
    arena.configure({"maxmemory-policy": policy, "maxmemory-samples": "64"})
    used = int(fields(arena, "memory")["used_memory"])
    arena.configure({"maxmemory": str(used - 3 * SIZE // 2)})

    def some_gone() -> bool:
        arena.call("PING")
        return arena.call("DBSIZE") != Integer(len(keys))

    arena.until(some_gone, what="room made")
    arena.call("GET", "none")
    # Raised first, so that nothing more goes while it is looked at.
    arena.configure({"maxmemory": "0"})
    return [key for key in keys if arena.call("EXISTS", key) == Integer(0)]


def make(arena: Arena, policy: str) -> bytes:
    """Keys of one size; a payload to make more of them."""
    arena.configure({"maxmemory-policy": policy})
    arena.call("SET", "source", "v" * SIZE)
    payload = arena.call("DUMP", "source")
    assert isinstance(payload, Bulk)
    arena.call("DEL", "source")
    return payload.data


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("policy", ["allkeys-lru", "volatile-lru"])
def test_least_recently_used(arena: Arena, policy: str) -> None:
    """Those that were idle for longest go first."""
    payload = make(arena, policy)
    for number, key in enumerate(names(arena, policy)):
        idle = str(1000 - 100 * number)
        arena.call("RESTORE", key, "1000000", payload, "IDLETIME", idle)
    gone = squeeze(arena, policy)
    assert gone == names(arena, policy)[: len(gone)]
    assert 1 <= len(gone) <= 4


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("policy", ["allkeys-lfu", "volatile-lfu"])
def test_least_frequently_used(arena: Arena, policy: str) -> None:
    """Those that were used the fewest times go first."""
    payload = make(arena, policy)
    for number, key in enumerate(names(arena, policy)):
        arena.call("RESTORE", key, "1000000", payload, "FREQ", str(10 + 30 * number))
    gone = squeeze(arena, policy)
    assert gone == names(arena, policy)[: len(gone)]
    assert 1 <= len(gone) <= 4


@pytest.mark.clause(requires=("config-set", "owned"))
def test_soonest_to_expire(arena: Arena) -> None:
    """Those that would go soonest anyway go first."""
    policy = "volatile-ttl"
    payload = make(arena, policy)
    for number, key in enumerate(names(arena, policy)):
        arena.call("RESTORE", key, str(1_000_000 + 100_000 * number), payload)
    gone = squeeze(arena, policy)
    assert gone == names(arena, policy)[: len(gone)]
    assert 1 <= len(gone) <= 4


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize(
    "policy", ["volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"]
)
def test_only_volatile_keys(arena: Arena, policy: str) -> None:
    """Keys without a time to live stay, and what needs memory is refused once only they are left.

    Each key that went is counted.
    """
    arena.configure({"maxmemory-policy": policy})
    for number in range(20):
        arena.call("SET", f"lasting {number}", "v")
        arena.call("SET", f"volatile {number}", "v", "EX", "1000")
    before = int(fields(arena, "stats")["evicted_keys"])
    arena.configure({"maxmemory": "1"})
    arena.until(lambda: _count(arena) == 20, what="the volatile keys gone")
    assert error_line(arena.call("SET", "more", "v")) == OOM
    arena.expect({"integer": "20"}, "EXISTS", *(f"lasting {number}" for number in range(20)))
    assert int(fields(arena, "stats")["evicted_keys"]) == before + 20


def _count(arena: Arena) -> int:
    reply = arena.call("DBSIZE")
    assert isinstance(reply, Integer)
    return reply.value


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("policy", ["allkeys-lru", "allkeys-lfu", "allkeys-random"])
def test_all_keys(arena: Arena, policy: str) -> None:
    """Every key may go, in every database; then what needs memory is refused."""
    arena.configure({"maxmemory-policy": policy})
    for number in range(20):
        arena.call("SET", f"key {number}", "v")
    arena.call("SELECT", "3")
    arena.call("SET", "elsewhere", "v", "EX", "1000")
    arena.configure({"maxmemory": "1"})
    arena.until(lambda: _count(arena) == 0, what="the keys of this database gone")
    arena.call("SELECT", "0")
    arena.until(lambda: _count(arena) == 0, what="the keys of the other database gone")
    assert error_line(arena.call("SET", "more", "v")) == OOM


@pytest.mark.clause(error=True, requires=("config-set", "owned"))
def test_no_eviction(arena: Arena) -> None:
    """Nothing goes; what may need memory is refused, what reads or deletes is not."""
    arena.call("RPUSH", "l", "a", "b")
    arena.call("SET", "k", "v", "EX", "1000")
    arena.configure({"maxmemory-policy": "noeviction", "maxmemory": "1"})
    for words in (
        ("SET", "k", "w"),
        ("LPUSH", "l", "c"),
        ("COPY", "l", "m"),
        ("SETRANGE", "k", "0", "x"),
    ):
        assert error_line(arena.call(*words)) == OOM
    arena.expect({"bulk": "v"}, "GET", "k")
    arena.expect({"bulk": "a"}, "LPOP", "l")
    arena.expect({"integer": "1"}, "EXPIRE", "l", "100")
    arena.expect({"integer": "2"}, "DEL", "k", "l")
    assert error_line(arena.call("SET", "k", "w")) == OOM
    arena.configure({"maxmemory": "0"})
    assert arena.call("SET", "k", "w") == Simple(b"OK")


@pytest.mark.clause(error=True, requires=("config-set", "owned"), since={"redis": "7.0.0"})
def test_in_a_transaction(arena: Arena) -> None:
    """What needs memory isn't queued, and what was queued before isn't executed."""
    arena.configure({"maxmemory-policy": "noeviction"})
    arena.call("MULTI")
    arena.call("SET", "k", "v")
    arena.configure({"maxmemory": "1"})
    assert error_line(arena.call("EXEC")) == b"EXECABORT Transaction discarded because of: " + OOM
    arena.call("MULTI")
    assert error_line(arena.call("SET", "k", "v")) == OOM
    assert (error_line(arena.call("EXEC")) or b"").startswith(b"EXECABORT")


@pytest.mark.clause(requires=("config-set", "owned"), since={"redis": "8.0.0", "valkey": "99.0.0"})
def test_reading_in_a_transaction(arena: Arena) -> None:
    """What needs no memory is queued and executed as if there were enough."""
    arena.configure({"maxmemory-policy": "noeviction", "maxmemory": "1"})
    arena.call("MULTI")
    arena.call("GET", "k")
    arena.expect({"array": ["null-bulk"]}, "EXEC")


@pytest.mark.clause(requires=("config-set", "owned"), since={"redis": "7.0.0"})
def test_time_above_the_limit(arena: Arena) -> None:
    """How long the limit has been exceeded, in milliseconds: now, and in all."""
    arena.call("SET", "k", "v")
    arena.call("CONFIG", "RESETSTAT")
    told = fields(arena, "stats")
    assert told["current_eviction_exceeded_time"] == "0"
    assert told["total_eviction_exceeded_time"] == "0"
    arena.configure({"maxmemory-policy": "noeviction", "maxmemory": "1"})
    arena.call("GET", "k")

    def grows() -> bool:
        return int(fields(arena, "stats")["current_eviction_exceeded_time"]) > 1

    arena.until(grows, what="time above the limit")
    arena.configure({"maxmemory": "0"})
    arena.call("GET", "k")
