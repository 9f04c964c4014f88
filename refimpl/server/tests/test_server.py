"""Whole servers: in a simulation, in a thread, in a process."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from refimpl.reactor.simulated import Simulation
from refimpl.testing import NotReadyError, start_in_process, start_simulated, start_subprocess

if TYPE_CHECKING:
    from refimpl.server.server import Server

HOST = "10.0.0.1"


class Peer:
    """A client in a simulation, speaking inline commands."""

    def __init__(self, room: Simulation) -> None:
        self._room = room
        self._connection = room.network("10.0.0.9").connect_tcp(HOST, 6379)
        room.run_for(10)

    def send(self, line: str) -> bytes:
        """Send a line and return what came within some milliseconds."""
        self._connection.send(line.encode() + b"\r\n")
        return self.receive()

    def receive(self, ms: int = 20) -> bytes:
        self._room.run_for(ms)
        try:
            return self._connection.recv(1 << 20)
        except BlockingIOError:
            return b""


@pytest.fixture
def room() -> Simulation:
    return Simulation(seed=1)


@pytest.fixture
def server(room: Simulation) -> Server:
    return start_simulated(room, HOST, protected_mode=False)


@pytest.fixture
def peer(room: Simulation, server: Server) -> Peer:
    return Peer(room)


def test_keys_expire_by_themselves(peer: Peer, server: Server) -> None:
    assert peer.send("SET k v PX 500") == b"+OK\r\n"
    assert len(server.state.databases[0]) == 1
    assert peer.receive(2000) == b""
    assert len(server.state.databases[0]) == 0


def test_timeouts_of_blocked_clients_are_exact(room: Simulation, peer: Peer) -> None:
    assert peer.send("BLPOP k 1.5") == b""
    assert peer.receive(1400) == b""
    assert peer.receive(200) == b"*-1\r\n"


def test_requests_behind_a_blocked_one_wait_their_turn(room: Simulation, peer: Peer) -> None:
    other = Peer(room)
    assert peer.send("BLPOP k 0\r\nPING") == b""
    assert other.send("RPUSH k 1") == b":1\r\n"
    assert peer.receive() == b"*2\r\n$1\r\nk\r\n$1\r\n1\r\n+PONG\r\n"


def test_pause_ends_by_itself(room: Simulation, peer: Peer) -> None:
    other = Peer(room)
    assert other.send("CLIENT PAUSE 300 WRITE") == b"+OK\r\n"
    assert peer.send("GET k\r\nSET k v\r\nGET k") == b"$-1\r\n"
    assert peer.receive(400) == b"+OK\r\n$1\r\nv\r\n"


def test_idle_clients_are_closed(room: Simulation) -> None:
    server = start_simulated(room, HOST, protected_mode=False, timeout=2)
    peer = Peer(room)
    assert peer.send("PING") == b"+PONG\r\n"
    room.run_for(5000)
    assert not server.state.clients


def test_unauthenticated_clients_are_let_in_by_auth_in_the_same_read(room: Simulation) -> None:
    start_simulated(room, HOST, protected_mode=False, requirepass="secret")
    peer = Peer(room)
    assert peer.send("PING\r\nAUTH secret\r\nPING") == (
        b"-NOAUTH Authentication required.\r\n+OK\r\n+PONG\r\n"
    )


def test_too_many_clients(room: Simulation) -> None:
    start_simulated(room, HOST, protected_mode=False, maxclients=1)
    first = Peer(room)
    second = Peer(room)
    assert second.receive() == b"-ERR max number of clients reached\r\n"
    assert first.send("PING") == b"+PONG\r\n"


def test_protected_mode_refuses_other_machines(room: Simulation) -> None:
    start_simulated(room, HOST)
    assert Peer(room).receive().startswith(b"-DENIED Redis is running in protected mode")


def test_a_client_that_does_not_read_is_closed(room: Simulation) -> None:
    server = start_simulated(
        room, HOST, protected_mode=False, client_output_buffer_limit="normal 1mb 0 0"
    )
    peer = Peer(room)
    peer.send("SET k " + "x" * 60_000)
    room.network("10.0.0.9")
    for _ in range(100):
        peer._connection.send(b"GET k\r\n")
    room.run_for(1000)
    assert server.state.statistics.output_limit_disconnections == 1


def test_broken_handlers_answer_an_error(peer: Peer, server: Server) -> None:
    def broken(*_: object) -> bytes:
        raise ZeroDivisionError("oh")

    peer.send("ECHO x")  # the handlers are there now
    server.state.commands[b"echo"].short = broken
    assert peer.send("ECHO x") == b"-ERR internal error: ZeroDivisionError('oh')\r\n"
    assert peer.send("PING") == b"+PONG\r\n"


def test_statistics(peer: Peer) -> None:
    peer.send("CONFIG RESETSTAT")
    peer.send("ECHO a\r\nECHO\r\nEXEC\r\nLPUSH k\r\nNOSUCH")
    report = peer.send("INFO commandstats").decode()
    assert "cmdstat_echo:calls=1," in report
    assert "rejected_calls=1,failed_calls=0" in report
    assert "cmdstat_exec:calls=1," in report
    assert "errorstat_ERR:count=4" in peer.send("INFO errorstats").decode()


def test_a_subprocess_gets_ready_and_stops() -> None:
    handle = start_subprocess(maxmemory="10mb")
    with socket.create_connection((handle.host, handle.port)) as sock:
        sock.sendall(b"CONFIG GET maxmemory\r\n")
        assert sock.recv(100) == b"*2\r\n$9\r\nmaxmemory\r\n$8\r\n10485760\r\n"
    handle.stop()
    assert any("bye bye" in line for line in handle.log)


def test_a_wrong_configuration_is_told() -> None:
    with pytest.raises(NotReadyError, match="FATAL CONFIG FILE ERROR"):
        start_subprocess(port="abc")


def test_the_port_can_be_changed(room: Simulation, peer: Peer, server: Server) -> None:
    assert peer.send("CONFIG SET port 7000") == b"+OK\r\n"
    moved = room.network("10.0.0.9").connect_tcp(HOST, 7000)
    room.run_for(10)
    moved.send(b"PING\r\n")
    room.run_for(10)
    assert moved.recv(100) == b"+PONG\r\n"
    room.network(HOST).listen_tcp(7001, "*")
    assert peer.send("CONFIG SET port 7001").startswith(b"-ERR CONFIG SET failed")
    assert server.state.port == 7000
    assert peer.send("CONFIG GET port") == b"*2\r\n$4\r\nport\r\n$4\r\n7000\r\n"


def test_eviction_makes_room(peer: Peer, server: Server) -> None:
    peer.send("CONFIG SET maxmemory 1200000 maxmemory-policy allkeys-lru")
    for number in range(300):
        assert peer.send(f"SET {number} {'x' * 1000}") == b"+OK\r\n"
    assert 50 < len(server.state.databases[0]) < 200
    assert server.state.keyspace_statistics.evicted > 100
    peer.send("CONFIG SET maxmemory-policy volatile-ttl")
    assert peer.send("CONFIG SET maxmemory 1") == b"+OK\r\n"
    assert peer.send("SET a b") == b"-OOM command not allowed when used memory > 'maxmemory'.\r\n"
    assert peer.send("DEL a") == b":0\r\n"


def test_a_thread() -> None:
    with start_in_process() as handle, socket.create_connection((handle.host, handle.port)) as sock:
        sock.sendall(b"PING\r\n")
        assert sock.recv(10) == b"+PONG\r\n"
