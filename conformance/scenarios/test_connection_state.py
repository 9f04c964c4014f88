"""What belongs to one connection and to no other: database, transaction, names, protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Array, Bulk, Integer, Null, Simple

if TYPE_CHECKING:
    from conformance.arena import Arena


@pytest.mark.clause(requires=("whole-server",))
def test_databases_are_apart(arena: Arena) -> None:
    """Each of the sixteen has its own keys; the selection is the connection's."""
    for number in range(16):
        client = arena.client(f"db{number}")
        assert client.call("SELECT", number) == Simple(b"OK")
        assert client.call("SET", "k", number) == Simple(b"OK")
    for number in range(16):
        assert arena.client(f"db{number}").call("GET", "k") == Bulk(b"%d" % number)
    assert arena.call("DBSIZE") == Integer(1)


@pytest.mark.clause(error=True, requires=("whole-server",))
def test_no_such_database(arena: Arena) -> None:
    """A failed SELECT leaves the connection where it is."""
    assert arena.call("SET", "k", "zero") == Simple(b"OK")
    arena.expect_error({"line": "ERR DB index is out of range"}, "SELECT", "16")
    arena.expect_error({"line": "ERR DB index is out of range"}, "SELECT", "-1")
    assert arena.call("GET", "k") == Bulk(b"zero")


@pytest.mark.clause()
def test_transactions_are_apart(arena: Arena) -> None:
    """One connection's MULTI does not concern another."""
    one, two = arena.client("one"), arena.client("two")
    one.call("MULTI")
    two.call("MULTI")
    one.call("SET", "k", "one")
    two.call("SET", "k", "two")
    assert one.call("EXEC") == Array((Simple(b"OK"),))
    assert arena.call("GET", "k") == Bulk(b"one")
    assert two.call("EXEC") == Array((Simple(b"OK"),))
    assert arena.call("GET", "k") == Bulk(b"two")


@pytest.mark.clause()
def test_protocols_are_apart(arena: Arena) -> None:
    """One server speaks both at once."""
    two, three = arena.client("two"), arena.client("three")
    two.call("HELLO", "2")
    three.call("HELLO", "3")
    assert isinstance(two.call("GET", "k"), Null)
    assert three.call("GET", "k") != two.call("GET", "k")


@pytest.mark.clause()
def test_many_connections(arena: Arena) -> None:
    """A hundred at a time, each with its own pipeline in flight."""
    arena.comparable = False  # who is served first is open
    clients = [arena.client(f"c{number}") for number in range(100)]
    for client in clients:
        client.send_many([["INCR", "n"]] * 10)
    seen = sorted(
        value.value
        for client in clients
        for value in (client.receive() for _ in range(10))
        if isinstance(value, Integer)
    )
    assert seen == list(range(1, 1001))


@pytest.mark.clause()
def test_optimistic_locking(arena: Arena) -> None:
    """Of several clients that watch, read and write the same counter, none loses an update."""
    arena.call("SET", "n", "0")
    names = [f"c{number}" for number in range(5)]
    done = dict.fromkeys(names, 0)
    while min(done.values()) < 3:
        for name in names:
            arena.client(name).call("WATCH", "n")
        for name in names:
            client = arena.client(name)
            read = client.call("GET", "n")
            assert isinstance(read, Bulk)
            client.call("MULTI")
            client.call("SET", "n", int(read.data) + 1)
            if isinstance(client.call("EXEC"), Array):
                done[name] += 1
        names.append(names.pop(0))
    assert arena.call("GET", "n") == Bulk(b"%d" % sum(done.values()))
