"""Tracked clients as the server sees them: lists, statistics, the size of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_pubsub import entry_of
from conformance.scenarios.test_statistics import fields
from conformance.wire.values import Array, Bulk, Integer, Push, Simple, Value

if TYPE_CHECKING:
    from conformance.arena import Arena


@pytest.mark.clause(requires=("whole-server",))
def test_client_list_tells_tracking(arena: Arena) -> None:
    """Flags t, B and R; the target of the messages."""
    client, target = arena.client("tracked"), arena.client("target")

    def shown() -> tuple[str, str]:
        entry = entry_of(arena, client)
        return entry["flags"], entry["redir"]

    assert shown() == ("N", "-1")
    client.call("CLIENT", "TRACKING", "ON")
    assert shown() == ("t", "0")
    client.call("CLIENT", "TRACKING", "OFF")
    client.call("CLIENT", "TRACKING", "ON", "BCAST")
    assert shown() == ("tB", "0")
    client.call("CLIENT", "TRACKING", "OFF")
    number = target.client_id or 0
    assert client.call("CLIENT", "TRACKING", "ON", "REDIRECT", number) == Simple(b"OK")
    assert shown() == ("t", str(number))
    client.call("GET", "k")
    arena.call("CLIENT", "KILL", "ID", number)
    arena.forget("target")
    arena.call("SET", "k", "v")
    assert shown() == ("tR", str(number))
    client.call("CLIENT", "TRACKING", "OFF")
    assert shown() == ("N", "-1")


@pytest.mark.clause(requires=("whole-server", "owned"))
def test_info_counts_what_is_tracked(arena: Arena) -> None:
    """Clients, keys, pairs of both, prefixes."""
    names = ("tracking_total_keys", "tracking_total_items", "tracking_total_prefixes")

    def counted() -> list[int]:
        stats = fields(arena, "stats")
        return [
            int(fields(arena, "clients")["tracking_clients"]),
            *(int(stats[name]) for name in names),
        ]

    arena.call("FLUSHALL")
    assert counted() == [0, 0, 0, 0]
    one, two, three = (arena.client(name) for name in ("one", "two", "three"))
    one.call("CLIENT", "TRACKING", "ON")
    two.call("CLIENT", "TRACKING", "ON", "NOLOOP")
    three.call("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "a", "PREFIX", "b")
    one.call("MGET", "k", "l", "k")
    two.call("MGET", "l", "m")
    three.call("GET", "k")
    assert counted() == [3, 3, 4, 2]
    arena.call("SET", "l", "v")
    assert counted() == [3, 2, 2, 2]
    for client in (one, two, three):
        client.call("CLIENT", "TRACKING", "OFF")
    assert counted() == [0, 2, 2, 0]
    arena.call("FLUSHALL")
    assert counted() == [0, 0, 0, 0]
    for client in (one, two):
        client.drop_pushes()


@pytest.mark.clause(requires=("config-set", "owned"), protocols=(3,))
def test_size_of_the_table(arena: Arena) -> None:
    """Beyond tracking-table-max-keys some keys are told to have changed, and forgotten."""
    arena.configure({"tracking-table-max-keys": "2"})
    client = arena.client("tracked")
    client.call("CLIENT", "TRACKING", "ON")
    keys = [b"k%d" % number for number in range(6)]
    client.call("MGET", *keys)
    told: list[Value] = []
    for _ in range(4):
        push = client.receive_push()
        assert isinstance(push, Push)
        assert push.items[0] == Bulk(b"invalidate")
        assert isinstance(push.items[1], Array)
        told += push.items[1].items
    assert len(set(told)) == 4
    assert set(told) < {Bulk(key) for key in keys}
    assert client.quiet() is None
    assert fields(arena, "stats")["tracking_total_keys"] == "2"


@pytest.mark.clause(requires=("config-set", "owned"), protocols=(3,))
def test_no_limit_of_the_table(arena: Arena) -> None:
    """Zero stands for no limit."""
    arena.configure({"tracking-table-max-keys": "0"})
    client = arena.client("tracked")
    client.call("CLIENT", "TRACKING", "ON")
    client.call("MGET", *(b"k%d" % number for number in range(50)))
    assert client.call("PING") == Simple(b"PONG")
    assert client.quiet() is None
    assert fields(arena, "stats")["tracking_total_keys"] == "50"


@pytest.mark.clause(requires=("owned",), protocols=(3,))
def test_many_clients_hold_a_key(arena: Arena) -> None:
    """All of them are told, each once."""
    clients = [arena.client(f"tracked{number}") for number in range(30)]
    for client in clients:
        client.call("CLIENT", "TRACKING", "ON")
        client.call("GET", "k")
    assert arena.call("INCR", "k") == Integer(1)
    for client in clients:
        assert client.receive_push() == Push((Bulk(b"invalidate"), Array((Bulk(b"k"),))))
        assert client.quiet() is None
