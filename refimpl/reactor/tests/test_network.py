"""Real sockets and simulated ones keep the same promises, as far as both can."""

import errno
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refimpl.reactor.clock import SystemClock
from refimpl.reactor.loop import Loop
from refimpl.reactor.network import Address, Connection, Listener, Network, SystemNetwork
from refimpl.reactor.poller import BOTH, READABLE, WRITABLE, best_poller
from refimpl.reactor.simulated import Simulation


class World:
    """A network and a loop that waits for things on it."""

    def __init__(self, network: Network, loop: Loop) -> None:
        self.network = network
        self.loop = loop

    def wait(self, end: Connection | Listener, mask: int) -> None:
        fd = end.fileno()
        found: list[int] = []
        self.loop.add_file(fd, mask, lambda: found.append(fd))
        guard = self.loop.add_timer(5000, lambda: pytest.fail("nothing came"))
        while not found:
            self.loop.turn()
        self.loop.remove_timer(guard)
        self.loop.remove_file(fd, mask)

    def recv(self, end: Connection, size: int) -> bytes:
        data = b""
        while len(data) < size:
            self.wait(end, READABLE)
            data += end.recv(size - len(data))
        return data

    def pair(self) -> tuple[Connection, Connection]:
        listener = self.network.listen_tcp(0)
        client = self.network.connect_tcp(*listener.address)
        self.wait(listener, READABLE)
        server = listener.accept()
        self.wait(client, WRITABLE)
        assert client.failure() is None
        listener.close()
        return client, server


@pytest.fixture
def system() -> Iterator[World]:
    poller = best_poller()
    yield World(SystemNetwork(), Loop(poller, SystemClock()))
    poller.close()


@pytest.fixture
def simulated() -> World:
    room = Simulation(seed=1)
    return World(room.network("10.0.0.1"), Loop(room.poller(), room.clock()))


@pytest.fixture(params=["system", "simulated"])
def world(request: pytest.FixtureRequest) -> World:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, World)
    return found


def test_address_text() -> None:
    assert str(Address("127.0.0.1", 80)) == "127.0.0.1:80"
    assert str(Address("::1", 80)) == "[::1]:80"
    assert str(Address("/tmp/a:b.sock", 0)) == "/tmp/a:b.sock:0"


def test_address_locality() -> None:
    assert [Address(host, 1).is_local for host in ("127.0.0.1", "::1", "/s", "10.0.0.1")] == [
        True,
        True,
        True,
        False,
    ]


def test_there_and_back(world: World) -> None:
    client, server = world.pair()
    assert client.peername() == server.sockname()
    assert client.sockname() == server.peername()
    assert client.peername().host == "127.0.0.1"
    for end in (client, server):
        with pytest.raises(BlockingIOError):
            end.recv(10)
        end.set_nodelay(True)
        end.set_keepalive(300)
        end.set_keepalive(0)
    assert client.send(b"ping") == 4
    assert world.recv(server, 4) == b"ping"
    assert server.send(memoryview(b"pong")) == 4
    assert world.recv(client, 4) == b"pong"
    server.close()
    server.close()
    assert server.fileno() == -1
    world.wait(client, READABLE)
    assert client.recv(10) == b""
    client.close()


def test_a_full_stream(world: World) -> None:
    client, server = world.pair()
    sent = 0
    with pytest.raises(BlockingIOError):
        while True:
            sent += client.send(b"x" * 65536)
    assert len(world.recv(server, sent)) == sent
    world.wait(client, WRITABLE)
    assert client.send(b"y") == 1
    assert world.recv(server, 1) == b"y"
    client.close()
    server.close()


def test_writing_to_somebody_gone(world: World) -> None:
    client, server = world.pair()
    server.close()
    world.wait(client, READABLE)
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        for _ in range(10):
            client.send(b"x")
    client.close()


def test_refused(world: World) -> None:
    listener = world.network.listen_tcp(0)
    address = listener.address
    listener.close()
    assert listener.fileno() == -1
    client = world.network.connect_tcp(*address)
    world.wait(client, BOTH)
    failure = client.failure()
    assert failure is not None
    assert failure.errno == errno.ECONNREFUSED
    client.close()


def test_nobody_waiting(world: World) -> None:
    listener = world.network.listen_tcp(0)
    with pytest.raises(BlockingIOError):
        listener.accept()
    listener.close()


def test_a_taken_port(world: World) -> None:
    listener = world.network.listen_tcp(0)
    with pytest.raises(OSError, match="in use"):
        world.network.listen_tcp(listener.address.port)
    listener.close()
    world.network.listen_tcp(listener.address.port).close()


def test_unix_socket(world: World, tmp_path: Path) -> None:
    path = str(tmp_path / "s.sock")
    listener = world.network.listen_unix(path, 0o600)
    assert str(listener.address) == f"{path}:0"
    client = world.network.connect_unix(path)
    world.wait(listener, READABLE)
    server = listener.accept()
    assert server.peername() == server.sockname() == Address(path, 0)
    server.set_nodelay(True)
    server.set_keepalive(300)
    world.wait(client, WRITABLE)
    client.send(b"x")
    assert world.recv(server, 1) == b"x"
    for end in (client, server, listener):
        end.close()
        end.close()


def test_unix_socket_file(tmp_path: Path) -> None:
    path = tmp_path / "s.sock"
    network = SystemNetwork()
    left_over = socket.socket(socket.AF_UNIX)
    left_over.bind(str(path))
    left_over.close()
    listener = network.listen_unix(str(path), 0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    listener.close()
    assert not path.exists()
    path.write_text("not a socket")
    with pytest.raises(OSError, match="in use"):
        network.listen_unix(str(path))
    assert path.read_text() == "not a socket"


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")
def test_ipv6_beside_ipv4(system: World) -> None:
    six = system.network.listen_tcp(0, "::*")
    four = system.network.listen_tcp(six.address.port, "*")
    client = system.network.connect_tcp("::1", six.address.port)
    system.wait(six, READABLE)
    server = six.accept()
    assert str(server.sockname()) == f"[::1]:{six.address.port}"
    for end in (six, four, client, server):
        end.close()


def test_chosen_source(system: World) -> None:
    listener = system.network.listen_tcp(0)
    client = system.network.connect_tcp(*listener.address, source="127.0.0.1")
    assert client.sockname().host == "127.0.0.1"
    client.close()
    listener.close()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda network: network.listen_tcp(0, "203.0.113.77"),
        lambda network: network.listen_unix("/nonexistent/s.sock"),
        lambda network: network.connect_unix("/nonexistent/s.sock"),
        lambda network: network.connect_tcp("127.0.0.1", 1, source="203.0.113.77"),
    ],
)
def test_impossible(attempt: Callable[[Network], object]) -> None:
    with pytest.raises(OSError):
        attempt(SystemNetwork())
