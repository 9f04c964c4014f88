"""Keyspace notifications: who is told what, on which channel, in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.compare.shape import pairs_of
from conformance.wire.values import Array, Bulk, Integer, Push, Simple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.arena import Arena
    from conformance.wire.client import Client

END = "end of the messages"


def listen(arena: Arena, classes: str, *patterns: str) -> Client:
    """A connection that hears what these classes tell on these channels."""
    arena.configure({"notify-keyspace-events": classes})
    listener = arena.client("listener")
    for pattern in patterns or ("__key*__:*",):
        listener.call("PSUBSCRIBE", pattern)
    listener.call("SUBSCRIBE", END)
    return listener


def heard(arena: Arena, listener: Client) -> list[tuple[str, str]]:
    """Channels and messages since the last time."""
    arena.control.call("PUBLISH", END, "")
    messages: list[tuple[str, str]] = []
    while True:
        push = listener.receive_push()
        assert isinstance(push, Push | Array)
        texts = [item.data.decode("latin1") for item in push.items if isinstance(item, Bulk)]
        if texts[-2] == END:
            return messages
        messages.append((texts[-2], texts[-1]))


def run(arena: Arena, commands: Sequence[str]) -> None:
    """Send commands, one a line."""
    for line in commands:
        arena.call(*line.split())


@pytest.mark.clause(requires=("config-set", "whole-server"), commands=("psubscribe",))
def test_channels(arena: Arena) -> None:
    """First by key, then by event; the number is the database's."""
    listener = listen(arena, "KEA")
    run(arena, ["SELECT 3", "SET k v"])
    assert heard(arena, listener) == [("__keyspace@3__:k", "set"), ("__keyevent@3__:set", "k")]
    arena.configure({"notify-keyspace-events": "EA"})
    run(arena, ["SET k v"])
    assert heard(arena, listener) == [("__keyevent@3__:set", "k")]
    arena.configure({"notify-keyspace-events": "KA"})
    run(arena, ["DEL k"])
    assert heard(arena, listener) == [("__keyspace@3__:k", "del")]
    arena.configure({"notify-keyspace-events": "A"})
    run(arena, ["SET k v"])
    arena.configure({"notify-keyspace-events": "KE"})
    run(arena, ["SET k v"])
    arena.configure({"notify-keyspace-events": ""})
    run(arena, ["SET k v"])
    assert heard(arena, listener) == []


@pytest.mark.clause(requires=("config-set", "whole-server"), commands=("psubscribe",))
@pytest.mark.parametrize(
    ("letter", "events"),
    [
        ("g", ["expire", "persist", "rename_from", "rename_to", "del"]),
        ("$", ["set", "set", "append", "incrby"]),
        ("l", ["rpush", "lpop"]),
        ("s", ["sadd", "srem"]),
        ("h", ["hset", "hdel"]),
        ("z", ["zadd", "zrem"]),
        ("gl", ["rpush", "expire", "persist", "rename_from", "rename_to", "del", "lpop"]),
    ],
)
def test_classes(arena: Arena, letter: str, events: list[str]) -> None:
    """Only events of the classes asked for are told."""
    listener = listen(arena, "E" + letter, "__keyevent@0__:*")
    run(
        arena,
        [
            *("SET a v", "RPUSH l x y", "SADD s m n", "HSET h f v g w", "ZADD z 1 m 2 n"),
            *("EXPIRE a 100", "PERSIST a", "RENAME a b", "DEL b"),
            *("SET n 1", "APPEND n 1", "INCR n", "LPOP l", "SREM s m", "HDEL h f", "ZREM z m"),
        ],
    )
    told = [channel.removeprefix("__keyevent@0__:") for channel, _ in heard(arena, listener)]
    assert told == events


@pytest.mark.clause(requires=("config-set",))
@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("KEA", "AKE"),
        ("AmK", "AKm"),
        ("nE", "nE"),
        ("tzE$g", "g$ztE"),
        ("g$lshzxetdK", "AK"),
        ("g$lshzxetE", "g$lshzxetE"),
        ("KEAn", "AKE"),
        ("KKEEgg", "gKE"),
    ],
)
def test_text(arena: Arena, given: str, shown: str) -> None:
    """CONFIG GET shows the classes in an order of its own; A stands for most of them."""
    arena.configure({"notify-keyspace-events": given})
    pairs = pairs_of(arena.call("CONFIG", "GET", "notify-keyspace-events"), arena.protocol)
    assert pairs is not None
    if "n" in given and arena.identity.version < (7, 0, 0):
        pytest.skip("this release has no such class")
    assert pairs[0][1] == Bulk(shown.encode())


@pytest.mark.clause(
    requires=("config-set", "whole-server"),
    commands=("psubscribe",),
    since={"redis": "8.2.0", "valkey": "99.0.0"},
)
def test_hidden_behind_a(arena: Arena) -> None:
    """What CONFIG GET doesn't show beside A is told all the same."""
    listener = listen(arena, "EAnoc", "__keyevent@0__:*")
    run(arena, ["SET k v", "SET k w", "SET k 1", "SADD s m", "SUNIONSTORE k s"])
    told = [channel.removeprefix("__keyevent@0__:") for channel, _ in heard(arena, listener)]
    assert told == [
        *("new", "set", "overwritten", "set", "overwritten", "set", "new", "sadd"),
        *("overwritten", "type_changed", "sunionstore"),
    ]


@pytest.mark.clause(requires=("config-set", "whole-server"), commands=("psubscribe",))
def test_misses(arena: Arena) -> None:
    """Reading what isn't there is an event, asking whether it is too; writing isn't."""
    listener = listen(arena, "Em", "__keyevent@0__:*")
    run(arena, ["GET a", "EXISTS b c", "TTL d", "TYPE e", "LLEN f", "MGET g h"])
    run(arena, ["OBJECT FREQ i", "DEL i", "INCR i", "LPOP none", "EXPIRE none 1", "RANDOMKEY"])
    assert [key for _, key in heard(arena, listener)] == list("abcdefgh")


@pytest.mark.clause(requires=("config-set", "debug"), commands=("psubscribe",))
def test_expired_when_met(arena: Arena) -> None:
    """Before what the command that met it causes."""
    arena.debugged = True
    arena.control.call("DEBUG", "SET-ACTIVE-EXPIRE", "0")
    listener = listen(arena, "EA", "__keyevent@0__:*")
    arena.call("SET", "k", "v", "PX", "1")
    arena.until(lambda: arena.call("PTTL", "k") == Integer(-2), what="the key gone")
    arena.call("SET", "k", "v")
    arena.call("SET", "l", "v", "PX", "1")
    arena.until(lambda: arena.call("SETNX", "l", "w") == Integer(1), what="the key gone")
    told = [channel.removeprefix("__keyevent@0__:") for channel, _ in heard(arena, listener)]
    assert told == ["set", "expire", "expired", "set", "set", "expire", "expired", "set"]


@pytest.mark.clause(requires=("config-set", "owned"), commands=("psubscribe",))
def test_expired_by_itself(arena: Arena) -> None:
    """A key that nobody asks for."""
    listener = listen(arena, "Ex", "__keyevent@0__:*")
    arena.call("SET", "k", "v", "PX", "1")
    push = listener.receive_push(5)
    assert isinstance(push, Push | Array)
    assert list(push.items)[-2:] == [Bulk(b"__keyevent@0__:expired"), Bulk(b"k")]
    assert arena.call("DBSIZE") == Integer(0)


@pytest.mark.clause(requires=("config-set", "owned"), commands=("psubscribe", "hpexpire"))
def test_expired_fields(arena: Arena) -> None:
    """One event for a hash however many fields it lost, and one when nothing is left of it."""
    listener = listen(arena, "EA", "__keyevent@0__:*")
    arena.call("HSET", "h", "a", "1", "b", "2", "c", "3")
    arena.call("HPEXPIRE", "h", "1", "FIELDS", "2", "a", "b")
    arena.until(lambda: arena.call("HLEN", "h") == Integer(1), what="the fields gone")
    arena.call("HPEXPIRE", "h", "1", "FIELDS", "1", "c")
    arena.until(lambda: arena.call("DBSIZE") == Integer(0), what="the hash gone")
    told = [channel.removeprefix("__keyevent@0__:") for channel, _ in heard(arena, listener)]
    assert told == ["hset", "hexpire", "hexpired", "hexpire", "hexpired", "del"]


@pytest.mark.clause(requires=("config-set", "owned"), commands=("psubscribe",))
def test_evicted(arena: Arena) -> None:
    """A key that had to go for want of memory."""
    listener = listen(arena, "Ee", "__keyevent@0__:*")
    arena.call("SET", "k", "v")
    arena.configure({"maxmemory-policy": "allkeys-random", "maxmemory": "1"})
    arena.call("GET", "none")
    arena.configure({"maxmemory": "0"})
    assert heard(arena, listener) == [("__keyevent@0__:evicted", "k")]


@pytest.mark.clause(requires=("config-set", "owned"), commands=("psubscribe",))
def test_evicted_at_once(arena: Arena) -> None:
    """A key goes when the limit is lowered, although no further command comes."""
    arena.call("SET", "k", "v")
    listener = listen(arena, "Ee", "__keyevent@0__:*")
    arena.configure({"maxmemory-policy": "allkeys-random", "maxmemory": "1"})
    push = listener.receive_push()
    assert isinstance(push, Push | Array)
    assert push.items[-2:] == (Bulk(b"__keyevent@0__:evicted"), Bulk(b"k"))


@pytest.mark.clause(requires=("config-set",), commands=("psubscribe",))
def test_in_a_transaction(arena: Arena) -> None:
    """Each command's events follow those of the one before, once it is executed."""
    listener = listen(arena, "EA", "__keyevent@0__:*")
    run(arena, ["MULTI", "SET k v", "RPUSH l a"])
    assert heard(arena, listener) == []
    run(arena, ["EXEC"])
    told = [(channel[15:], key) for channel, key in heard(arena, listener)]
    assert told == [("set", "k"), ("rpush", "l")]


@pytest.mark.clause(requires=("config-set", "whole-server"), commands=("psubscribe",))
def test_no_event(arena: Arena) -> None:
    """Flushing, exchanging databases and commands that change nothing are none."""
    listener = listen(arena, "KEA")
    run(arena, ["SET k v", "SET l v"])
    heard(arena, listener)
    run(arena, ["SWAPDB 0 1", "SWAPDB 1 0", "SADD s"])
    run(arena, ["SET k v XX GET NX", "SETNX k w", "PERSIST k", "DEL none", "RENAME k k"])
    run(arena, ["FLUSHDB", "SET k v XX", "HDEL none f", "FLUSHALL"])
    assert heard(arena, listener) == []


@pytest.mark.clause(requires=("config-set",), commands=("psubscribe",))
def test_own_events_follow_the_reply(arena: Arena) -> None:
    """Who causes an event and listens to it gets the reply first, in RESP3."""
    if arena.protocol == 2:
        pytest.skip("a subscriber can't do it")
    arena.configure({"notify-keyspace-events": "EA"})
    arena.call("PSUBSCRIBE", "__keyevent@0__:*")
    assert arena.call("SET", "k", "v") == Simple(b"OK")
    push = arena.client().receive_push()
    assert isinstance(push, Push)
    assert list(push.items)[-2:] == [Bulk(b"__keyevent@0__:set"), Bulk(b"k")]
    arena.call("PUNSUBSCRIBE")
