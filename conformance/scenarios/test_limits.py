"""Limits on what a connection may hold, and what the server does to those who exceed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.blame import Difference
from conformance.wire.client import Client
from conformance.wire.encoder import encode
from conformance.wire.render import render
from conformance.wire.transport import Closed, NoReply
from conformance.wire.values import Bulk, Error, Integer, Simple, Value, error_line

if TYPE_CHECKING:
    from conformance.arena import Arena

QUERY_LIMIT = 1_048_576  # the least that client-query-buffer-limit takes


def closed_after(client: Client, seconds: float = 3.0) -> list[Value]:
    """What the server still sends before it closes. Raises Difference if it stays open."""
    values: list[Value] = []
    try:
        while True:
            values.append(client.receive_any(seconds))
    except Closed:
        return values
    except NoReply:
        raise Difference(
            expected="the connection closed",
            received=f"open after {seconds:g} s; " + ", ".join(map(render, values)),
        ) from None


@pytest.mark.clause(error=True, requires=("config-set", "owned"))
def test_query_buffer_limit(arena: Arena) -> None:
    """A command that outgrows client-query-buffer-limit costs the connection, without a word."""
    arena.configure({"client-query-buffer-limit": str(QUERY_LIMIT)})
    client = arena.client("greedy")
    head = b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$100000000\r\n"
    try:
        client.send_raw(head + bytes(3 * QUERY_LIMIT))
        values = closed_after(client)
    except Closed:
        values = []
    assert values == []
    arena.forget("greedy")
    arena.expect({"integer": "0"}, "EXISTS", "k")


@pytest.mark.clause(since="7.0.0", requires=("config-set", "owned"))
def test_memory_of_clients(arena: Arena) -> None:
    """Above maxmemory-clients the largest connections are closed, but not who said NO-EVICT."""
    head = b"*2\r\n$4\r\nECHO\r\n$%d\r\n"
    small, victim, spared = (arena.client(name) for name in ("small", "victim", "spared"))
    assert spared.call("CLIENT", "NO-EVICT", "ON") == Simple(b"OK")
    assert small.call("PING") == Simple(b"PONG")
    spared.send_raw(head % 3_000_000 + bytes(2_900_000))
    victim.send_raw(head % 1_500_000 + bytes(1_400_000))
    arena.configure({"maxmemory-clients": "4mb"})
    assert closed_after(victim) == []
    arena.forget("victim")
    assert small.call("PING") == Simple(b"PONG")
    spared.send_raw(bytes(100_000) + b"\r\n")
    assert spared.receive() == Bulk(bytes(3_000_000))


@pytest.mark.clause(requires=("config-set", "owned"))
def test_below_the_query_buffer_limit(arena: Arena) -> None:
    """Half of the limit is fine."""
    arena.configure({"client-query-buffer-limit": str(QUERY_LIMIT)})
    value = b"x" * (QUERY_LIMIT // 2)
    arena.expect({"simple": "OK"}, "SET", "k", value)
    assert arena.call("GET", "k") == Bulk(value)


@pytest.mark.clause(error=True, requires=("config-set",))
def test_output_buffer_hard_limit(arena: Arena) -> None:
    """A client that does not read what it asked for is closed at the hard limit."""
    arena.configure({"client-output-buffer-limit": "normal 2000000 0 0"})
    arena.expect({"simple": "OK"}, "SET", "big", b"x" * 1_000_000)
    lazy = arena.client("lazy")
    identity = lazy.client_id
    sent = lazy.send_many([["GET", "big"]] * 40)

    def gone() -> bool:
        listing = arena.control.call("CLIENT", "LIST", "ID", identity or 0)
        return not isinstance(listing, Bulk) or b"id=" not in listing.data

    arena.until(gone, 5.0, "the client closed")
    for exchange in sent:
        lazy.expect_none(exchange)
    arena.forget("lazy")
    arena.expect({"integer": "1000000"}, "STRLEN", "big")


@pytest.mark.clause(error=True, requires=("config-set", "owned"))
def test_maxclients(arena: Arena) -> None:
    """One connection too many is told so and closed; another may come when one has gone."""
    info = arena.call("INFO", "clients")
    connected = int(_field(info, "connected_clients"))
    arena.configure({"maxclients": str(connected + 1)})
    last = Client.connect(arena.server.address, "last")
    assert last.call("PING") == Simple(b"PONG")  # it is in before the next one knocks
    extra = Client.connect(arena.server.address, "extra")
    try:
        assert closed_after(extra) == [Error(b"ERR max number of clients reached")]
    finally:
        extra.close()
        last.close()

    def room() -> bool:
        again = Client.connect(arena.server.address, "again")
        try:
            return error_line(again.call("PING")) is None
        except (Closed, OSError):
            return False
        finally:
            again.close()

    arena.until(room, 3.0, "room for another client")


@pytest.mark.clause(requires=("config-set", "owned"))
def test_idle_timeout(arena: Arena) -> None:
    """A client that is silent for `timeout` seconds is closed; one that waits for a key is not."""
    idle = Client.connect(arena.server.address, "idle")
    waiting = arena.client("waiting")
    waiting.send("BLPOP", "k", "0")
    arena.settle("waiting")
    arena.configure({"timeout": "1"})

    def closed() -> bool:
        arena.control.call("PING")
        arena.call("PING")
        try:
            assert idle.quiet() is None
        except Closed:
            return True
        return False

    try:
        arena.until(closed, 6.0, "the idle connection closed")
    finally:
        idle.close()
    assert arena.is_blocked(waiting)
    arena.configure({"timeout": "0"})
    arena.expect({"integer": "1"}, "RPUSH", "k", "v", client="writer")
    assert render(waiting.receive()) == 'array [bulk "k", bulk "v"]'


@pytest.mark.clause(error=True, requires=("config-set",))
def test_bulk_limit_leaves_smaller_ones(arena: Arena) -> None:
    """proto-max-bulk-len is a limit for each argument, not for a command."""
    arena.configure({"proto-max-bulk-len": "1048576"})
    half = b"x" * 700_000
    arena.expect({"simple": "OK"}, "MSET", "a", half, "b", half)
    client = arena.client("second")
    exchange = client.send_raw(encode(["SET", "c", b"x" * 1_048_577])[:60])
    client.expect_none(exchange)
    values = closed_after(client)
    assert values == [Error(b"ERR Protocol error: invalid bulk length")]
    arena.forget("second")


@pytest.mark.clause(error=True, requires=("config-set",))
def test_string_cannot_outgrow_the_bulk_limit(arena: Arena) -> None:
    """APPEND and SETRANGE refuse to make what could not be sent in one piece."""
    arena.configure({"proto-max-bulk-len": "1048576"})
    arena.expect({"integer": "1048576"}, "SETRANGE", "k", "1048575", "x")
    arena.expect_error("string-too-long", "SETRANGE", "k", "1048576", "x")
    arena.expect_error("string-too-long", "APPEND", "k", "y")
    arena.expect({"integer": "1048576"}, "STRLEN", "k")


def _field(info: Value, name: str) -> str:
    """A field of INFO's answer."""
    text = getattr(info, "data", b"").decode()
    return next(line.split(":", 1)[1] for line in text.splitlines() if line.startswith(name + ":"))


@pytest.mark.clause()
def test_connection_counts(arena: Arena) -> None:
    """Connections and blocked clients are counted."""
    before = int(_field(arena.call("INFO", "clients"), "blocked_clients"))
    arena.client("a").send("BLPOP", "k", "0")
    arena.settle("a")
    assert int(_field(arena.call("INFO", "clients"), "blocked_clients")) == before + 1
    arena.expect({"integer": "1"}, "RPUSH", "k", "v")
    assert isinstance(arena.client("a").receive(), type(arena.call("LRANGE", "k", "0", "-1")))
    assert arena.call("LLEN", "k") == Integer(0)
