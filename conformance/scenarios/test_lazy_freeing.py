"""What is freed later, and how the server counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_statistics import fields
from conformance.wire.values import Integer

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.arena import Arena

LONG = "m" * 100
"""A member too long for the compact encodings."""


def fill(arena: Arena, kind: str, size: int) -> None:
    """Make `k`, in the encoding that large values have."""
    members = [f"{LONG}{number}" for number in range(size)]
    if kind == "set":
        arena.call("SADD", "k", *members)
    elif kind == "hash":
        arena.call("HSET", "k", *(word for member in members for word in (member, "v")))
    elif kind == "zset":
        arena.call("ZADD", "k", *(word for member in members for word in ("1", member)))
    elif kind == "list":
        arena.call("RPUSH", "k", *(["e" * 9000] * size))  # a node each
    elif kind == "stream":
        arena.call("XADD", "k", "1-1", "f", "v")
        for number in range(size - 2):  # the stream itself counts for two
            arena.call("XGROUP", "CREATE", "k", f"g{number}", "0")


def freed(arena: Arena, act: Callable[[], object], expected: int) -> None:
    """The act lets so many objects be freed lazily, sooner or later."""
    arena.call("CONFIG", "RESETSTAT")
    act()

    def done() -> bool:
        memory = fields(arena, "memory")
        return (memory["lazyfree_pending_objects"], memory["lazyfreed_objects"]) == (
            "0",
            str(expected),
        )

    arena.until(done, what=f"{expected} objects freed")


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("kind", ["set", "hash", "zset", "list", "stream"])
@pytest.mark.parametrize(("size", "counted"), [(64, 0), (65, 1)])
def test_unlink(arena: Arena, kind: str, size: int, counted: int) -> None:
    """More than 64 parts are freed later; how many they are doesn't count."""
    fill(arena, kind, size)
    freed(arena, lambda: arena.call("UNLINK", "k", "none"), counted)
    assert arena.call("EXISTS", "k") == Integer(0)


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("command", ["SADD", "HSET", "ZADD", "RPUSH"])
@pytest.mark.parametrize("member", ["", LONG])
def test_unlink_of_few_pieces(arena: Arena, command: str, member: str) -> None:
    """In a compact encoding a value is one piece of memory, and a node of a list is another."""
    words = [word for number in range(100) for word in (str(number), f"{number}{member}")]
    arena.call(command, "k", *words)
    freed(arena, lambda: arena.call("UNLINK", "k"), int(bool(member) and command != "RPUSH"))


@pytest.mark.clause(requires=("config-set", "owned"))
def test_del(arena: Arena) -> None:
    """It frees at once, unless it is configured."""
    fill(arena, "set", 100)
    arena.configure({"lazyfree-lazy-user-del": "no"})  # Valkey's default is the other one
    freed(arena, lambda: arena.call("DEL", "k"), 0)
    fill(arena, "set", 100)
    arena.configure({"lazyfree-lazy-user-del": "yes"})
    freed(arena, lambda: arena.call("DEL", "k"), 1)


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("command", ["FLUSHALL", "FLUSHDB"])
def test_flush(arena: Arena, command: str) -> None:
    """Each key counts, whatever it holds."""
    fill(arena, "set", 100)
    for number in range(9):
        arena.call("SET", f"s{number}", "v")
    freed(arena, lambda: arena.call(command, "ASYNC"), 10)
    arena.call("SET", "s", "v")
    arena.configure({"lazyfree-lazy-user-flush": "yes"})
    freed(arena, lambda: arena.call(command), 1)


@pytest.mark.clause(requires=("config-set", "owned"), since={"redis": "8.2.0", "valkey": "99.0.0"})
def test_flush_without_a_word(arena: Arena) -> None:
    """Only the client waits."""
    arena.call("MSET", "a", "1", "b", "2")
    freed(arena, lambda: arena.call("FLUSHALL"), 2)


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("lazily", ["yes", "no"])
def test_flush_in_a_transaction(arena: Arena, lazily: str) -> None:
    """Nobody can wait there, so that it is done at once unless configured otherwise."""
    arena.configure({"lazyfree-lazy-user-flush": lazily})
    arena.call("MSET", "a", "1", "b", "2")

    def flush() -> None:
        for word in ("MULTI", "FLUSHALL", "EXEC"):
            arena.call(word)

    freed(arena, flush, 2 if lazily == "yes" else 0)


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("lazily", ["yes", "no"])
def test_replaced_values(arena: Arena, lazily: str) -> None:
    """What a command deletes on its way."""
    arena.configure({"lazyfree-lazy-server-del": lazily})
    counted = int(lazily == "yes")
    arena.call("SADD", "other", "member")
    arena.call("RPUSH", "numbers", "1", "2")
    for line in (
        ("SET", "k", "v"),
        ("RENAME", "renamed", "k"),
        ("SUNIONSTORE", "k", "other"),
        ("SINTERSTORE", "k", "other", "none"),
        ("COPY", "other", "k", "REPLACE"),
        ("SORT", "numbers", "STORE", "k"),
    ):
        arena.call("SET", "renamed", "v")
        arena.call("DEL", "k")
        fill(arena, "set", 100)
        freed(arena, lambda line=line: arena.call(*line), counted)  # type: ignore[misc]


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("lazily", ["yes", "no"])
def test_expired_values(arena: Arena, lazily: str) -> None:
    """Values whose time has passed, also when it had before it was set."""
    arena.configure({"lazyfree-lazy-expire": lazily})
    counted = int(lazily == "yes")
    fill(arena, "set", 100)
    freed(arena, lambda: arena.call("EXPIRE", "k", "-1"), counted)
    fill(arena, "set", 100)
    arena.call("PEXPIRE", "k", "20")

    def wait() -> None:
        arena.until(lambda: arena.call("EXISTS", "k") == Integer(0), what="the key gone")

    freed(arena, wait, counted)


@pytest.mark.clause(requires=("config-set", "owned"))
@pytest.mark.parametrize("lazily", ["yes", "no"])
def test_evicted_values(arena: Arena, lazily: str) -> None:
    """Values that go because memory runs short."""
    arena.configure({"lazyfree-lazy-eviction": lazily, "maxmemory-policy": "allkeys-random"})
    fill(arena, "set", 100)

    def evict() -> None:
        arena.configure({"maxmemory": "1"})
        arena.until(lambda: arena.call("DBSIZE") == Integer(0), what="the key gone")
        arena.configure({"maxmemory": "0"})

    freed(arena, evict, int(lazily == "yes"))


@pytest.mark.clause(requires=("config-set", "owned"), commands=("script",))
def test_scripts(arena: Arena) -> None:
    """Scripts that are forgotten count one by one, if there are more than 64."""
    for count, counted in ((64, 0), (65, 65)):
        arena.call("SCRIPT", "FLUSH", "SYNC")
        for number in range(count):
            arena.call("SCRIPT", "LOAD", f"return {number}")
        freed(arena, lambda: arena.call("SCRIPT", "FLUSH", "ASYNC"), counted)
    arena.call("SCRIPT", "FLUSH")
