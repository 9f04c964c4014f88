"""Keys and fields whose time passes go although nobody asks for them, and it is told."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_statistics import fields
from conformance.wire.values import Array, Bulk, Integer, Push, Simple, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.arena import Arena
    from conformance.wire.client import Client

MANY = 300
EVENTS = {"notify-keyspace-events": "KEA"}


def size(arena: Arena) -> int:
    reply = arena.call("DBSIZE")
    assert isinstance(reply, Integer)
    return reply.value


def expired(arena: Arena, name: str = "expired_keys") -> int:
    return int(fields(arena, "stats")[name])


def now_ms(arena: Arena) -> int:
    reply = arena.call("TIME")
    assert isinstance(reply, Array)
    seconds, micros = (int(item.data) for item in reply.items if isinstance(item, Bulk))
    return seconds * 1000 + micros // 1000


def words(message: Value) -> list[bytes]:
    assert isinstance(message, Array | Push), message
    return [item.data for item in message.items if isinstance(item, Bulk)]


def listening(arena: Arena, pattern: str) -> Client:
    """Somebody who is told of events."""
    arena.configure(EVENTS)
    listener = arena.client("listener")
    listener.call("PSUBSCRIBE", pattern)
    return listener


@contextmanager
def passive(arena: Arena) -> Iterator[None]:
    """Nothing goes unasked meanwhile."""
    assert arena.call("DEBUG", "SET-ACTIVE-EXPIRE", "0") == Simple(b"OK")
    try:
        yield
    finally:
        arena.call("DEBUG", "SET-ACTIVE-EXPIRE", "1")


@pytest.mark.clause(requires=("owned",))
def test_keys_go(arena: Arena) -> None:
    """All of many, and those without a time stay; each is counted and told of."""
    listener = listening(arena, "__keyevent@*__:expired")
    before = expired(arena)
    arena.call("SET", "stays", "v")
    for number in range(MANY):
        arena.call("SET", f"k{number}", "v", "PX", "30")
    arena.until(lambda: size(arena) == 1, what="one key of all")
    assert expired(arena) == before + MANY
    told = {words(listener.receive_push())[-1] for _ in range(MANY)}
    assert told == {b"k%d" % number for number in range(MANY)}


@pytest.mark.clause(requires=("owned",), since="7.4.0", commands=("hpexpire",))
def test_fields_go(arena: Arena) -> None:
    """They are told of as one, and with the last of them the key goes."""
    listener = listening(arena, "__keyspace@*__:h")
    before = expired(arena, "expired_subkeys")
    arena.call("HSET", "h", "a", "1", "b", "2", "c", "3")
    arena.call("HPEXPIRE", "h", "30", "FIELDS", "2", "a", "b")
    arena.until(lambda: arena.call("HLEN", "h") == Integer(1), what="one field of all")
    assert expired(arena, "expired_subkeys") == before + 2
    arena.call("HPEXPIRE", "h", "30", "FIELDS", "1", "c")
    arena.until(lambda: size(arena) == 0, what="no key")
    told = [words(listener.receive_push())[-1] for _ in range(6)]
    assert told == [b"hset", b"hexpire", b"hexpired", b"hexpire", b"hexpired", b"del"]
    assert expired(arena, "expired_subkeys") == before + 3


@pytest.mark.clause(requires=("owned",), commands=("client|tracking",), protocols=(3,))
def test_caches_are_told(arena: Arena) -> None:
    """Who has read a key is told when it goes, as is who follows its prefix."""
    reader, follower = arena.client("reader"), arena.client("follower")
    reader.call("CLIENT", "TRACKING", "ON")
    follower.call("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "k")
    arena.call("SET", "k1", "v", "PX", "60")
    follower.receive_push()  # of the SET
    reader.call("GET", "k1")
    arena.until(lambda: size(arena) == 0, what="no key")
    message = Push((Bulk(b"invalidate"), Array((Bulk(b"k1"),))))
    assert reader.receive_push() == message
    assert follower.receive_push() == message
    for client in (reader, follower):
        client.call("CLIENT", "TRACKING", "OFF")


@pytest.mark.clause(requires=("owned", "debug"))
def test_only_who_is_asked_for(arena: Arena) -> None:
    """Switched off, keys stay until they are asked for; they aren't seen then either."""
    before = expired(arena)
    with passive(arena):
        arena.call("SET", "k", "v", "PX", "20")
        arena.call("SET", "other", "v", "PX", "20")
        late = now_ms(arena) + 350  # time for some cycles
        arena.until(lambda: now_ms(arena) > late, what="350 ms")
        assert size(arena) == 2
        assert arena.call("EXISTS", "k") == Integer(0)
        assert size(arena) == 1
        assert expired(arena) == before + 1
    arena.until(lambda: size(arena) == 0, what="no key")
    assert expired(arena) == before + 2


@pytest.mark.clause(requires=("owned", "debug"), since="7.4.0", commands=("hpexpire",))
def test_only_fields_that_are_asked_for(arena: Arena) -> None:
    """Fields stay too, and are counted; nobody is shown them."""
    before = expired(arena, "expired_subkeys")
    with passive(arena):
        arena.call("HSET", "h", "a", "1", "b", "2")
        arena.call("HPEXPIRE", "h", "20", "FIELDS", "1", "a")
        late = now_ms(arena) + 350
        arena.until(lambda: now_ms(arena) > late, what="350 ms")
        assert arena.call("HLEN", "h") == Integer(2)
        assert arena.call("HKEYS", "h") == Array((Bulk(b"b"),))
        assert expired(arena, "expired_subkeys") == before
    arena.until(lambda: arena.call("HLEN", "h") == Integer(1), what="one field")
    assert expired(arena, "expired_subkeys") == before + 1


@pytest.mark.clause(requires=("owned", "config-set"), error=True)
@pytest.mark.parametrize("effort", ["1", "10"])
def test_effort(arena: Arena, effort: str) -> None:
    """From 1 to 10; keys go with the least and with the most."""
    arena.configure({"active-expire-effort": effort})
    for number in range(50):
        arena.call("SET", f"k{number}", "v", "PX", "20")
    arena.until(lambda: size(arena) == 0, what="no key")
    for refused in ("0", "11"):
        reply = arena.call("CONFIG", "SET", "active-expire-effort", refused)
        assert b"must be between 1 and 10" in getattr(reply, "line", b"")
