"""Virtual time and the in-memory network."""

from functools import partial

import pytest

from refimpl.reactor.clock import SystemClock
from refimpl.reactor.loop import Loop
from refimpl.reactor.network import Connection, Network
from refimpl.reactor.poller import READABLE
from refimpl.reactor.simulated import SimulatedNetwork, Simulation, Stalled


class EchoServer:
    """Answers from before_sleep, as servers do, and notes what came when."""

    def __init__(self, room: Simulation, host: str, port: int = 7) -> None:
        self.room = room
        self.loop = room.add_loop()
        self.log: list[tuple[int, bytes]] = []
        self.pending: list[tuple[Connection, bytes]] = []
        self.listener = room.network(host).listen_tcp(port, "*")
        self.loop.add_file(self.listener.fileno(), READABLE, self.accept)
        self.loop.before_sleep.append(self.flush)

    def accept(self) -> None:
        connection = self.listener.accept()
        self.loop.add_file(connection.fileno(), READABLE, lambda: self.read(connection))

    def read(self, connection: Connection) -> None:
        data = connection.recv(1000)
        self.log.append((self.room.now_us, data))
        if data:
            self.pending.append((connection, data))
        else:
            self.loop.remove_file(connection.fileno(), READABLE)
            connection.close()

    def flush(self) -> None:
        pending, self.pending = self.pending, []
        for connection, data in pending:
            while data:
                data = data[connection.send(data) :]


def connect(room: Simulation, host: str = "server", own: str = "client") -> Connection:
    connection = room.network(own).connect_tcp(host, 7)
    room.run_for(2)
    assert connection.failure() is None
    return connection


def drain(connection: Connection) -> bytes:
    data = b""
    try:
        while piece := connection.recv(1000):
            data += piece
    except BlockingIOError:
        pass
    return data


def test_a_reply_comes_back_in_time() -> None:
    room = Simulation(latency_us=(100, 100))
    EchoServer(room, "server")
    client = connect(room)
    start = room.now_us
    client.send(b"hello")
    answers: list[bytes] = []

    def answered() -> bool:
        answers.append(drain(client))
        return answers[-1] != b""

    room.run_until(answered)
    assert answers[-1] == b"hello"
    assert room.now_us - start == 200


def test_time_jumps_and_timers_are_punctual() -> None:
    room = Simulation()
    times = []
    for name, period in (("a", 1000), ("b", 1500)):
        loop = room.add_loop()

        def tick(name: str = name, period: int = period) -> int:
            times.append((name, room.now_us // 1000))
            return period

        loop.add_timer(period, tick)
    room.run_for(3_600_000)
    assert room.now_us == 3_600_000_000
    assert len(times) == 3600 + 2400
    assert times[:3] == [("a", 1000), ("b", 1500), ("a", 2000)]


def test_clocks() -> None:
    room = Simulation()
    one, other = room.clock(), room.clock()
    start = one.wall_ms()
    room.run_for(5)
    assert (one.wall_ms() - start, one.monotonic_us()) == (5, 5000)
    other.wall_offset_us -= 3_000_000
    assert one.wall_ms() - other.wall_ms() == 3000
    assert one.monotonic_us() == other.monotonic_us()
    system = SystemClock()
    assert system.wall_us() // 1000 <= system.wall_ms() <= system.wall_us() // 1000 + 1000
    assert system.monotonic_us() <= system.monotonic_us()


def conversation(seed: int) -> list[tuple[int, bytes]]:
    room = Simulation(seed, fragment=True)
    server = EchoServer(room, "server")
    clients = [connect(room, own=f"client{i}") for i in range(5)]
    for turn in range(4):
        for number, client in enumerate(clients):
            client.send(b"%d.%d " % (number, turn) * 5)
        room.run_for(1)
    return server.log


def test_a_seed_decides_everything() -> None:
    assert conversation(1) == conversation(1)
    assert conversation(1) != conversation(2)


@pytest.mark.parametrize("seed", range(5))
def test_bytes_keep_their_order_however_they_are_cut(seed: int) -> None:
    room = Simulation(seed, latency_us=(1, 1000), fragment=True)
    EchoServer(room, "server")
    client = connect(room)
    message = bytes(range(256)) * 20
    rest = message
    received = b""
    for _ in range(len(message)):
        if rest:
            rest = rest[client.send(rest) :]
        room.run_for(1)
        received += drain(client)
        if len(received) == len(message):
            break
    assert received == message


def test_cut_and_healed() -> None:
    room = Simulation()
    EchoServer(room, "server")
    client = connect(room)
    room.cut("client", "server")
    client.send(b"one ")
    client.send(b"two ")
    late = room.network("client").connect_tcp("server", 7)
    room.run_for(60_000)
    assert drain(client) == b""
    with pytest.raises(BlockingIOError):
        late.send(b"x")
    other = connect(room, own="elsewhere")
    other.send(b"fine")
    room.run_for(2)
    assert drain(other) == b"fine"
    room.heal("client", "server")
    client.send(b"three")
    room.run_for(3)
    assert drain(client) == b"one two three"
    assert late.send(b"x") == 1


def test_cut_while_under_way() -> None:
    room = Simulation(latency_us=(500, 500))
    server = EchoServer(room, "server")
    client = connect(room)
    client.send(b"x")
    room.cut("server", "client")
    room.run_for(10)
    assert server.log == []


def test_crash() -> None:
    room = Simulation()
    server = EchoServer(room, "server")
    client = connect(room)
    room.network("client").connect_tcp("server", 7)
    room.crash("server")
    room.remove_loop(server.loop)
    room.run_for(2)
    with pytest.raises(ConnectionResetError):
        client.recv(10)
    with pytest.raises(BrokenPipeError):
        client.send(b"x")
    again = room.network("client").connect_tcp("server", 7)
    room.run_for(2)
    with pytest.raises(ConnectionRefusedError):
        again.recv(10)
    assert isinstance(again.failure(), ConnectionRefusedError)
    EchoServer(room, "server")
    connect(room)


def test_closing() -> None:
    room = Simulation()
    server = EchoServer(room, "server")
    client = connect(room)
    client.send(b"last words")
    client.close()
    with pytest.raises(OSError, match="closed"):
        client.send(b"x")
    room.run_for(2)
    assert [data for _, data in server.log] == [b"last words", b""]


def test_who_can_be_reached_where() -> None:
    room = Simulation()
    one, two = room.network("one"), room.network("two")
    one.listen_tcp(1)
    one.listen_tcp(2, "one")
    one.listen_tcp(3, "*")
    two.listen_tcp(1)

    def reached(network: SimulatedNetwork, host: str, port: int) -> bool:
        connection = network.connect_tcp(host, port)
        room.run_for(2)
        return connection.failure() is None

    assert [reached(one, "127.0.0.1", port) for port in (1, 2, 3)] == [True, False, True]
    assert [reached(one, "one", port) for port in (1, 2, 3)] == [False, True, True]
    assert [reached(two, "one", port) for port in (1, 2, 3)] == [False, True, True]


def test_a_full_backlog_refuses() -> None:
    room = Simulation()
    network: Network = room.network("one")
    listener = network.listen_tcp(1, backlog=1)
    clients = [network.connect_tcp("localhost", 1) for _ in range(2)]
    room.run_for(2)
    assert sorted(client.failure() is None for client in clients) == [False, True]
    listener.close()
    room.run_for(2)
    for client in clients:
        with pytest.raises(ConnectionError):
            client.recv(1)


def test_nothing_ever_happens() -> None:
    room = Simulation()
    with pytest.raises(Stalled):
        Loop(room.poller(), room.clock()).turn()
    with pytest.raises(TimeoutError):
        room.run_until(lambda: False, limit_ms=10)
    assert room.now_us == 10_000


def test_a_poller_that_is_closed_watches_nothing() -> None:
    room = Simulation()
    poller = room.poller()
    listener = room.network("one").listen_tcp(1)
    client = room.network("one").connect_tcp("localhost", 1)
    poller.watch(listener.fileno(), READABLE)
    assert poller.poll(None) == [(listener.fileno(), READABLE)]
    poller.close()
    assert poller.poll(0) == []
    client.close()


def test_call_soon_reaches_a_sleeping_loop() -> None:
    room = Simulation()
    loop = room.add_loop()
    room.run_for(1)
    seen: list[int] = []
    loop.call_soon(lambda: seen.append(1))
    room.run_for(0)
    assert seen == [1]


@pytest.mark.parametrize("seed", range(4))
def test_a_loop_removed_by_another_is_not_turned(seed: int) -> None:
    room = Simulation(seed)
    loops = [room.add_loop(), room.add_loop()]
    seen: list[Loop] = []

    def kill(killer: Loop, victim: Loop) -> None:
        seen.append(killer)
        room.remove_loop(victim)

    loops[0].add_timer(1, partial(kill, *loops))
    loops[1].add_timer(1, partial(kill, *reversed(loops)))
    room.run_for(5)
    assert len(seen) == 1
