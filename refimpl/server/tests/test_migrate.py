"""MIGRATE within a simulation: the server waits, and its network goes on meanwhile."""

from __future__ import annotations

from refimpl.reactor.simulated import Simulation
from refimpl.testing import start_simulated


def ask(room: Simulation, host: str, request: bytes, limit_ms: int = 60_000) -> bytes:
    """The reply of the server on `host` to an inline request."""
    connection = room.network("client").connect_tcp(host, 6379)
    reply = b""

    def answered() -> bool:
        nonlocal reply
        try:
            reply += connection.recv(65536)
        except BlockingIOError:
            return False
        return reply.endswith(b"\r\n")

    room.run_for(2)
    connection.send(request + b"\r\n")
    room.run_until(answered, limit_ms)
    connection.close()
    return reply


def two_servers() -> Simulation:
    room = Simulation(seed=1)
    for host in ("here", "there"):
        start_simulated(room, host, protected_mode=False)
    return room


def test_key_moves() -> None:
    room = two_servers()
    assert ask(room, "here", b"SET k v") == b"+OK\r\n"
    assert ask(room, "here", b"MIGRATE there 6379 k 0 100") == b"+OK\r\n"
    assert ask(room, "here", b"EXISTS k") == b":0\r\n"
    assert ask(room, "there", b"GET k") == b"$1\r\nv\r\n"


def test_kept_connection_that_broke_is_made_anew() -> None:
    room = two_servers()
    assert ask(room, "here", b"MSET k v l w") == b"+OK\r\n"
    assert ask(room, "here", b"MIGRATE there 6379 k 0 100") == b"+OK\r\n"
    assert ask(room, "there", b"CLIENT KILL SKIPME yes") == b":1\r\n"
    assert ask(room, "here", b"MIGRATE there 6379 l 0 100") == b"+OK\r\n"
    assert ask(room, "there", b"EXISTS k l") == b":2\r\n"


def test_kept_connection_is_closed_when_idle() -> None:
    room = two_servers()
    assert ask(room, "here", b"SET k v") == b"+OK\r\n"
    assert ask(room, "here", b"MIGRATE there 6379 k 0 100") == b"+OK\r\n"
    assert b"migrate_cached_sockets:1\r\n" in ask(room, "here", b"INFO stats")
    room.run_for(12_000)
    assert b"migrate_cached_sockets:0\r\n" in ask(room, "here", b"INFO stats")


def test_timeout() -> None:
    room = two_servers()
    assert ask(room, "here", b"SET k v") == b"+OK\r\n"
    room.cut("here", "there")
    began = room.now_us
    reply = ask(room, "here", b"MIGRATE there 6379 k 0 250")
    assert reply == b"-IOERR error or timeout connecting to the client\r\n"
    assert 250_000 <= room.now_us - began < 300_000
    assert ask(room, "here", b"EXISTS k") == b":1\r\n"


def test_itself_cannot_answer() -> None:
    room = two_servers()
    assert ask(room, "here", b"SET k v") == b"+OK\r\n"
    reply = ask(room, "here", b"MIGRATE here 6379 k 1 100")
    assert reply == b"-IOERR error or timeout reading to target instance\r\n"
    assert ask(room, "here", b"EXISTS k") == b":1\r\n"


def test_refused() -> None:
    room = two_servers()
    assert ask(room, "here", b"SET k v") == b"+OK\r\n"
    reply = ask(room, "here", b"MIGRATE there 1 k 0 100")
    assert reply == b"-IOERR error or timeout writing to target instance\r\n"
