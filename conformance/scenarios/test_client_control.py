"""CLIENT KILL, PAUSE, UNPAUSE, NO-EVICT…: what one client does to others."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_limits import closed_after
from conformance.server import parse_client_list
from conformance.wire.render import render
from conformance.wire.values import Array, Bulk, Integer, Simple, Value, Verbatim

if TYPE_CHECKING:
    from conformance.arena import Arena


def text_of(value: Value) -> bytes:
    """The text of a bulk or verbatim string."""
    assert isinstance(value, Bulk | Verbatim), render(value)
    return value.data


@pytest.mark.clause()
def test_kill_by_id(arena: Arena) -> None:
    """The victim is closed, others are not; a second time there is nobody to kill."""
    victim = arena.client("victim")
    number = victim.client_id or 0
    assert arena.call("CLIENT", "KILL", "ID", number) == Integer(1)
    assert closed_after(victim) == []
    arena.forget("victim")
    assert arena.call("CLIENT", "KILL", "ID", number) == Integer(0)
    assert arena.call("PING") == Simple(b"PONG")


@pytest.mark.clause()
def test_kill_by_address(arena: Arena) -> None:
    """The old form names ip:port and answers OK."""
    victim = arena.client("victim")
    listing = text_of(arena.control.call("CLIENT", "LIST", "ID", victim.client_id or 0))
    address = parse_client_list(listing)[0]["addr"]  # not what we see: there may be a NAT between
    assert arena.call("CLIENT", "KILL", address) == Simple(b"OK")
    assert closed_after(victim) == []
    arena.forget("victim")


@pytest.mark.clause(error=True)
def test_kill_nobody(arena: Arena) -> None:
    """The old form makes an error of it, the new one a zero."""
    arena.expect_error({"line": "ERR No such client"}, "CLIENT", "KILL", "127.0.0.1:1")
    assert arena.call("CLIENT", "KILL", "ADDR", "127.0.0.1:1") == Integer(0)


@pytest.mark.clause()
def test_kill_skips_the_caller_unless_told(arena: Arena) -> None:
    """SKIPME no: the caller gets its answer and is closed then."""
    client = arena.client("caller")
    number = client.client_id or 0
    assert client.call("CLIENT", "KILL", "ID", number) == Integer(0)
    assert client.call("CLIENT", "KILL", "ID", number, "SKIPME", "no") == Integer(1)
    assert closed_after(client) == []
    arena.forget("caller")


@pytest.mark.clause()
def test_kill_a_blocked_client(arena: Arena) -> None:
    """It leaves the queue of those who wait."""
    victim = arena.client("victim")
    victim.send("BLPOP", "k", "0")
    arena.settle("victim")
    other = arena.client("other")
    other.send("BLPOP", "k", "0")
    arena.settle("other")
    assert arena.call("CLIENT", "KILL", "ID", victim.client_id or 0) == Integer(1)
    assert closed_after(victim) == []
    arena.forget("victim")
    assert arena.call("RPUSH", "k", "v") == Integer(1)
    assert other.receive() == Array((Bulk(b"k"), Bulk(b"v")))


@pytest.mark.clause()
def test_kill_in_a_transaction(arena: Arena) -> None:
    """What was queued is never run."""
    victim = arena.client("victim")
    victim.call("MULTI")
    victim.call("SET", "k", "v")
    assert arena.call("CLIENT", "KILL", "ID", victim.client_id or 0) == Integer(1)
    assert closed_after(victim) == []
    arena.forget("victim")
    assert arena.call("EXISTS", "k") == Integer(0)


@pytest.mark.clause()
def test_list_tells_what_a_client_is(arena: Arena) -> None:
    """Name, database, protocol, queue length and subscriptions stand in CLIENT LIST."""
    client = arena.client("shown")
    assert client.call("CLIENT", "SETNAME", "somebody") == Simple(b"OK")
    client.call("MULTI")
    client.call("PING")
    listing = text_of(arena.call("CLIENT", "LIST", "ID", client.client_id or 0))
    entry = parse_client_list(listing)[0]
    shown = {name: entry.get(name) for name in ("name", "db", "multi", "flags", "sub", "psub")}
    wanted = {"name": "somebody", "db": "0", "multi": "1", "flags": "x", "sub": "0", "psub": "0"}
    assert shown == wanted
    assert entry.get("resp", str(arena.protocol)) == str(arena.protocol)
    client.call("DISCARD")


@pytest.mark.clause()
def test_pause_all_delays_reads_too(arena: Arena) -> None:
    """Nobody is answered until the time is over, UNPAUSE included; then all are, in order."""
    reader = arena.client("reader")
    assert arena.call("CLIENT", "PAUSE", "50", "ALL") == Simple(b"OK")
    begun = time.monotonic()
    reader.send_many([["PING"], ["ECHO", "a"]])
    assert arena.call("CLIENT", "UNPAUSE") == Simple(b"OK")
    assert reader.receive() == Simple(b"PONG")
    assert reader.receive() == Bulk(b"a")
    assert time.monotonic() - begun > 0.03


@pytest.mark.clause()
def test_pause_write_lets_reads_pass(arena: Arena) -> None:
    """WRITE holds back only what may change data; who waits is listed and counted as blocked."""
    writer = arena.client("writer")
    reader = arena.client("reader")
    assert arena.call("CLIENT", "PAUSE", "100000", "WRITE") == Simple(b"OK")
    writer.send("SET", "k", "v")
    arena.settle("writer")
    assert arena.is_blocked(writer)
    assert b"blocked_clients:1\r\n" in text_of(reader.call("INFO", "clients"))
    assert reader.call("EXISTS", "k") == Integer(0)
    assert writer.quiet() is None
    assert arena.call("CLIENT", "UNPAUSE") == Simple(b"OK")
    assert writer.receive() == Simple(b"OK")
    assert reader.call("EXISTS", "k") == Integer(1)


@pytest.mark.clause()
def test_pause_ends_by_itself(arena: Arena) -> None:
    """After its milliseconds."""
    writer = arena.client("writer")
    assert arena.call("CLIENT", "PAUSE", "20", "WRITE") == Simple(b"OK")
    assert writer.call("SET", "k", "v") == Simple(b"OK")


@pytest.mark.clause(error=True)
def test_unblock_nobody(arena: Arena) -> None:
    """A client that is not blocked, or not there, is no error; a bad id or reason is."""
    idle = arena.client("idle")
    assert arena.call("CLIENT", "UNBLOCK", idle.client_id or 0) == Integer(0)
    assert arena.call("CLIENT", "UNBLOCK", "999999999") == Integer(0)
    arena.expect_error("not-integer", "CLIENT", "UNBLOCK", "abc")
    arena.expect_error("unblock-reason", "CLIENT", "UNBLOCK", "1", "SOON")


@pytest.mark.clause(error=True)
def test_names_without_spaces(arena: Arena) -> None:
    """A name is shown in CLIENT LIST, where a space would break the line."""
    arena.expect_error("client-name-invalid", "CLIENT", "SETNAME", "a b")
    arena.expect_error("client-name-invalid", "CLIENT", "SETNAME", "a\nb")
    assert arena.call("CLIENT", "SETNAME", "fine") == Simple(b"OK")
    assert arena.call("CLIENT", "GETNAME") == Bulk(b"fine")
