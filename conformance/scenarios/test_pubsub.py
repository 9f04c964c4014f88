"""Subscribers as the server sees them: lists, statistics, limits, and their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_client_control import text_of
from conformance.scenarios.test_limits import closed_after
from conformance.scenarios.test_statistics import fields
from conformance.server import parse_client_list
from conformance.wire.values import Array, Bulk, Integer, Null, Push, Simple

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.client import Client

SUBSCRIPTIONS = ("sub", "psub", "ssub")


def entry_of(arena: Arena, client: Client) -> dict[str, str]:
    """The line of CLIENT LIST about a connection."""
    listing = text_of(arena.control.call("CLIENT", "LIST", "ID", client.client_id or 0))
    return parse_client_list(listing)[0]


def told(entry: dict[str, str]) -> list[str | None]:
    """The counts of subscriptions in it."""
    return [entry.get(name) for name in SUBSCRIPTIONS]


@pytest.mark.clause(since="7.0.3", commands=("ssubscribe",))
def test_client_list_tells_subscriptions(arena: Arena) -> None:
    """The flag P and three counts, gone with the last subscription."""
    client = arena.client("subscriber")
    client.send("SUBSCRIBE", "a", "b", "a")
    client.send("PSUBSCRIBE", "a*")
    client.send("SSUBSCRIBE", "a", "b", "c")
    for _ in range(7):
        client.receive()
    entry = entry_of(arena, client)
    assert (entry["flags"], told(entry)) == ("P", ["2", "1", "3"])
    assert entry["cmd"] == "ssubscribe"
    client.send("UNSUBSCRIBE")
    client.send("SUNSUBSCRIBE")
    for _ in range(5):
        client.receive()
    entry = entry_of(arena, client)
    assert (entry["flags"], told(entry)) == ("P", ["0", "1", "0"])
    client.call("PUNSUBSCRIBE")
    entry = entry_of(arena, client)
    assert (entry["flags"], told(entry)) == ("N", ["0", "0", "0"])


@pytest.mark.clause(requires=("client-list", "whole-server"))
def test_client_list_of_subscribers(arena: Arena) -> None:
    """TYPE pubsub lists those who listen, and nobody else."""
    subscriber, other = arena.client("subscriber"), arena.client("other")
    subscriber.call("SUBSCRIBE", "c")
    listing = parse_client_list(text_of(other.call("CLIENT", "LIST", "TYPE", "pubsub")))
    assert [entry["id"] for entry in listing] == [str(subscriber.client_id)]
    listing = parse_client_list(text_of(other.call("CLIENT", "LIST", "TYPE", "normal")))
    assert str(subscriber.client_id) not in [entry["id"] for entry in listing]


@pytest.mark.clause(requires=("whole-server",))
def test_kill_subscribers(arena: Arena) -> None:
    """CLIENT KILL TYPE pubsub closes those who listen; what they listened to is forgotten."""
    for name in ("one", "two"):
        arena.client(name).call("SUBSCRIBE", "c")
    assert arena.call("CLIENT", "KILL", "TYPE", "pubsub") == Integer(2)
    for name in ("one", "two"):
        assert closed_after(arena.client(name)) == []
        arena.forget(name)
    assert arena.call("PUBLISH", "c", "x") == Integer(0)
    assert arena.call("PUBSUB", "CHANNELS") == Array(())


@pytest.mark.clause(requires=("whole-server",))
def test_info_counts_channels_and_patterns(arena: Arena) -> None:
    """Each channel and each pattern once, however many listen."""
    arena.client("one").send("SUBSCRIBE", "a", "b")
    arena.client("two").send("SUBSCRIBE", "b", "c")
    arena.client("two").send("PSUBSCRIBE", "p*", "p*")
    arena.client("one").send("PSUBSCRIBE", "p*")
    for name, count in (("one", 3), ("two", 4)):
        for _ in range(count):
            arena.client(name).receive()
    stats = fields(arena, "stats")
    assert (stats["pubsub_channels"], stats["pubsub_patterns"]) == ("3", "1")
    clients = fields(arena, "clients")
    assert clients.get("pubsub_clients", "2") == "2"


@pytest.mark.clause(since="7.0.3", commands=("ssubscribe",))
def test_info_counts_shard_channels(arena: Arena) -> None:
    """By themselves."""
    arena.client("one").call("SSUBSCRIBE", "a")
    stats = fields(arena, "stats")
    assert (stats["pubsub_channels"], stats["pubsubshard_channels"]) == ("0", "1")


@pytest.mark.clause(requires=("config-set", "owned"))
def test_output_limit_of_subscribers(arena: Arena) -> None:
    """More than the hard limit at once costs a subscriber its connection; it is counted still."""
    arena.configure({"client-output-buffer-limit": "pubsub 100000 0 0"})
    before = int(fields(arena, "stats").get("client_output_buffer_limit_disconnections", "0"))
    subscriber, other = arena.client("subscriber"), arena.client("other")
    subscriber.call("SUBSCRIBE", "c")
    assert other.call("PUBLISH", "c", b"x" * 50_000) == Integer(1)
    kind = Push if arena.protocol == 3 else Array
    assert subscriber.receive_push() == kind((Bulk(b"message"), Bulk(b"c"), Bulk(b"x" * 50_000)))
    assert other.call("PUBLISH", "c", b"x" * 300_000) == Integer(1)
    assert closed_after(subscriber) == []
    arena.forget("subscriber")
    assert other.call("PUBLISH", "c", b"x") == Integer(0)
    stats = fields(arena, "stats")
    after = stats.get("client_output_buffer_limit_disconnections")
    assert after is None or int(after) == before + 1


@pytest.mark.clause(requires=("config-set", "owned"))
def test_output_limit_of_subscribers_is_not_that_of_others(arena: Arena) -> None:
    """Who no longer listens may get long replies again."""
    arena.configure({"client-output-buffer-limit": "pubsub 100000 0 0"})
    client = arena.client("subscriber")
    client.call("SUBSCRIBE", "c")
    client.call("UNSUBSCRIBE", "c")
    assert client.call("SET", "k", b"x" * 300_000) == Simple(b"OK")
    assert client.call("GET", "k") == Bulk(b"x" * 300_000)


@pytest.mark.clause(requires=("owned",))
def test_many_listeners(arena: Arena) -> None:
    """All of them are told, each once."""
    clients = [arena.client(f"listener{number}") for number in range(40)]
    for client in clients:
        client.call("SUBSCRIBE", "c")
    assert arena.call("PUBLISH", "c", "x") == Integer(40)
    kind = Push if arena.protocol == 3 else Array
    for client in clients:
        assert client.receive_push() == kind((Bulk(b"message"), Bulk(b"c"), Bulk(b"x")))
        assert client.quiet() is None


@pytest.mark.clause(requires=("owned",))
def test_unsubscribing_from_many(arena: Arena) -> None:
    """Without names, one confirmation for each; the counts fall to zero."""
    client = arena.client("subscriber")
    names = [b"c%d" % number for number in range(50)]
    client.send("SUBSCRIBE", *names)
    for _ in names:
        client.receive()
    client.send("UNSUBSCRIBE")
    seen = []
    for left in reversed(range(50)):
        confirmation = client.receive()
        assert isinstance(confirmation, Push | Array)
        assert confirmation.items[2] == Integer(left)
        seen.append(confirmation.items[1])
    assert sorted(item.data for item in seen if isinstance(item, Bulk)) == sorted(names)
    last = client.call("UNSUBSCRIBE")
    assert isinstance(last, Push | Array)
    assert isinstance(last.items[1], Null)
