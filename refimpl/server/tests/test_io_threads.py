"""I/O threads: turned by hand or by a simulation, where every run is the same; and as real ones."""

from __future__ import annotations

import socket
from random import Random
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from refimpl.reactor.loop import Loop
from refimpl.reactor.simulated import Simulation
from refimpl.server.io_threads import IOThread, IOThreads
from refimpl.testing import (
    SimulatedClient,
    make_server,
    start_in_process,
    start_simulated,
    start_subprocess,
)

if TYPE_CHECKING:
    from refimpl.reactor.network import Connection
    from refimpl.server.server import Server

HOST = "server"


@pytest.fixture
def room() -> Simulation:
    return Simulation(seed=1, latency_us=(100, 200))


def start(room: Simulation, io_threads: int = 3, **settings: str | int) -> Server:
    return start_simulated(
        room,
        HOST,
        protected_mode=False,
        io_threads=io_threads,
        enable_debug_command=True,
        **settings,
    )


def threads_of(client: SimulatedClient) -> list[str]:
    """Which threads have the clients, in the order in which these came."""
    lines = client.send("CLIENT LIST").decode().splitlines()
    return [line.split(" io-thread=")[1].split()[0] for line in lines if " io-thread=" in line]


class TestOwnership:
    """Whose a client is."""

    def test_each_goes_to_the_thread_that_has_the_fewest(self, room: Simulation) -> None:
        start(room)
        clients = [SimulatedClient(room, HOST) for _ in range(5)]
        assert threads_of(clients[0]) == ["1", "2", "1", "2", "1"]
        clients[2].send("QUIT")
        clients[4].send("QUIT")
        clients.append(SimulatedClient(room, HOST))
        assert threads_of(clients[0]) == ["1", "2", "2", "1"]

    @pytest.mark.parametrize(
        ("enter", "leave"),
        [
            ("SUBSCRIBE c", "UNSUBSCRIBE"),
            ("MONITOR", "RESET"),
            ("CLIENT TRACKING ON", "CLIENT TRACKING OFF"),
        ],
    )
    def test_to_whom_others_push_is_the_main_threads(
        self, room: Simulation, enter: str, leave: str
    ) -> None:
        start(room)
        watcher, client = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
        client.send(enter)
        assert threads_of(watcher) == ["1", "0"]
        client.receive()
        client.send(leave)
        assert client.send("PING").endswith(b"+PONG\r\n")
        assert threads_of(watcher) == ["1", "2"]

    def test_who_waits_is_the_main_threads(self, room: Simulation) -> None:
        start(room)
        other, client = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
        assert client.send("BLPOP k 0", "PING") == b""
        assert threads_of(other) == ["1", "0"]
        other.send("RPUSH k v")
        assert client.receive() == b"*2\r\n$1\r\nk\r\n$1\r\nv\r\n+PONG\r\n"
        assert threads_of(other) == ["1", "2"]

    def test_requests_of_who_must_wait_keep_their_order(self, room: Simulation) -> None:
        start(room)
        other, client = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
        other.send("CLIENT PAUSE 100 WRITE")
        assert client.send("SET k 1", "GET k") == b""
        assert client.send("INCR k") == b""
        assert client.receive(200) == b"+OK\r\n$1\r\n1\r\n:2\r\n"

    def test_load_is_told(self, room: Simulation) -> None:
        start(room)
        first, second = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
        second.send("PING")
        report = first.send("INFO everything").decode()
        assert "io_threads_active:1\r\n" in report
        assert "io_thread_0:clients=0,reads=0,writes=0\r\n" in report
        assert "io_thread_1:clients=1,reads=1,writes=0\r\n" in report
        assert "io_thread_2:clients=1,reads=1,writes=1\r\n" in report
        assert "total_reads_processed:2\r\n" in report
        assert "io_threaded_reads_processed:2\r\n" in report
        assert "io_threaded_writes_processed:1\r\n" in report
        first.send("CONFIG RESETSTAT")
        assert "io_thread_2:clients=1,reads=0,writes=0\r\n" in first.send("INFO threads").decode()


class ByHand:
    """A server whose loops are turned one by one, and a client of it."""

    def __init__(self, **settings: str | int) -> None:
        self.room = Simulation(seed=1)
        self.loops: list[Loop] = []
        self.server = make_server(
            self._loop,
            self.room.network(HOST),
            Random(1),
            {"port": 6379, "bind": "*", "protected-mode": False, "io-threads": 2, **settings},
        )
        self.main, self.thread = self.loops
        self.connection = self.connect()

    def _loop(self) -> Loop:
        self.loops.append(Loop(self.room.poller(), self.room.clock()))
        return self.loops[-1]

    def connect(self) -> Connection:
        connection = self.room.network("client").connect_tcp(HOST, 6379)
        self.arrive()
        self.turn(self.main)
        self.arrive()
        self.turn(self.main, self.thread)
        return connection

    def arrive(self) -> None:
        """Let what is under way arrive."""
        self.room.run_for(10)

    def turn(self, *loops: Loop) -> None:
        for loop in loops:
            loop.turn(wait=False)

    def send(self, *lines: str) -> None:
        self.connection.send("".join(f"{line}\r\n" for line in lines).encode())
        self.arrive()

    def received(self) -> bytes:
        self.arrive()
        try:
            return self.connection.recv(1 << 20)
        except BlockingIOError:
            return b""


class TestHandingOver:
    """What is whose at which moment."""

    def test_nothing_is_executed_by_the_thread(self) -> None:
        it = ByHand()
        it.send("SET k v")
        it.turn(it.thread)
        assert not it.server.state.databases[0].values
        it.turn(it.main)
        assert it.server.state.databases[0].values
        it.turn(it.main)
        assert it.received() == b""
        it.turn(it.thread)
        assert it.received() == b"+OK\r\n"

    def test_no_more_is_read_while_the_main_thread_has_requests(self) -> None:
        it = ByHand()
        for value in ("1", "2", "3"):
            it.send(f"APPEND k {value}")
            it.turn(it.thread, it.thread)
        assert it.server.state.io_threads[0].reads == 1
        it.turn(it.main, it.main)
        assert it.server.state.databases[0].values == {b"k": b"1"}
        it.turn(it.thread, it.thread, it.main, it.main, it.thread)
        assert it.received() == b":1\r\n:2\r\n:3\r\n"

    def test_no_reply_lets_the_thread_read_on_too(self) -> None:
        it = ByHand()
        it.send("CLIENT REPLY OFF")
        it.turn(it.thread, it.main, it.main)
        it.send("CLIENT REPLY ON")
        it.turn(it.thread, it.thread, it.main, it.main, it.thread)
        assert it.received() == b"+OK\r\n"

    def test_requests_of_a_closed_client_are_not_executed(self) -> None:
        it = ByHand()
        it.send("SET k v")
        it.turn(it.thread)
        (client,) = it.server.state.clients.values()
        client.transport.close()
        it.turn(it.main, it.main)
        assert not it.server.state.databases[0].values

    def test_the_thread_closes_what_is_its_own(self) -> None:
        it = ByHand()
        (client,) = it.server.state.clients.values()
        client.transport.close()
        it.turn(it.main)
        it.send("PING")
        assert it.received() == b""  # it is still open
        it.turn(it.thread, it.main)
        it.arrive()
        assert it.connection.recv(1) == b""
        assert not it.server.state.clients
        assert it.server.state.io_threads[0].clients == 0

    def test_closed_on_the_way_home(self) -> None:
        it = ByHand()
        it.send("BLPOP k 0")
        it.turn(it.thread, it.main, it.main)
        (client,) = it.server.state.clients.values()
        client.transport.close()
        it.turn(it.main, it.thread, it.main, it.thread)
        it.arrive()
        assert it.connection.recv(1) == b""
        assert it.server.state.io_threads[0].clients == 0

    def test_served_on_the_way_home(self) -> None:
        it = ByHand()
        it.send("BLPOP k 0")
        it.turn(it.thread, it.main)
        (client,) = it.server.state.clients.values()
        assert client.blocking is not None
        it.server.state.give_up(client, client.blocking.on_timeout)
        it.turn(it.main)  # the thread has not let go yet
        it.turn(it.thread, it.main, it.main)
        assert it.received() == b"*-1\r\n"
        it.turn(it.main, it.thread)
        it.send("PING")
        it.turn(it.thread, it.main, it.main, it.thread)
        assert it.received() == b"+PONG\r\n"

    def test_a_request_that_grows_too_long_closes(self) -> None:
        it = ByHand(**{"client-query-buffer-limit": "1mb"})
        it.connection.send(b"*1\r\n$2000000\r\n")
        while it.server.state.clients:
            it.connection.send(b"x" * 64 * 1024)
            it.arrive()
            it.turn(it.thread, it.main)
        assert it.server.state.io_threads[0].reads < 20
        assert it.server.state.statistics.query_limit_disconnections == 1

    def test_what_is_read_of_an_incomplete_request_counts_as_activity(self) -> None:
        it = ByHand(timeout=2)
        it.connection.send(b"*2\r\n$4\r\nECHO\r\n$10\r\n")
        for _ in range(10):
            it.room.run_for(1000)
            it.connection.send(b"x")
            it.arrive()
            it.turn(it.thread, it.main)
        assert it.server.state.clients
        it.connection.send(b"\r\n")
        it.arrive()
        it.turn(it.thread, it.main, it.main, it.thread)
        assert it.received() == b"$10\r\nxxxxxxxxxx\r\n"


class TestClosing:
    def test_after_the_reply(self, room: Simulation) -> None:
        server = start(room)
        client = SimulatedClient(room, HOST)
        assert client.send("PING", "QUIT", "SET k v") == b"+PONG\r\n+OK\r\n"
        assert not server.state.clients
        assert not server.state.databases[0].values

    def test_after_a_malformed_request(self, room: Simulation) -> None:
        server = start(room)
        client = SimulatedClient(room, HOST)
        reply = client.send("PING", "*x", "PING")
        assert reply == b"+PONG\r\n-ERR Protocol error: invalid multibulk length\r\n"
        assert not server.state.clients

    def test_by_another(self, room: Simulation) -> None:
        server = start(room)
        first, second = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
        assert first.send("CLIENT KILL ID 2") == b":1\r\n"
        assert list(server.state.clients) == [1]
        with pytest.raises(BrokenPipeError):
            second.send("PING")

    def test_by_the_peer(self, room: Simulation) -> None:
        server = start(room)
        connection = room.network("client").connect_tcp(HOST, 6379)
        room.run_for(5)
        connection.send(b"SET k v\r\nGET")
        connection.close()
        room.run_for(20)
        assert server.state.databases[0].values
        assert not server.state.clients
        assert [load.clients for load in server.state.io_threads] == [0, 0]

    def test_who_does_not_read(self, room: Simulation) -> None:
        server = start(room, client_output_buffer_limit="normal 1mb 0 0")
        client = SimulatedClient(room, HOST)
        client.send("SET k " + "x" * 60_000)
        connection = room.network("client").connect_tcp(HOST, 6379)
        room.run_for(5)
        for _ in range(100):
            connection.send(b"GET k\r\n")
        room.run_for(1000)
        assert server.state.statistics.output_limit_disconnections == 1
        assert list(server.state.clients) == [1]

    def test_who_takes_what_waited_is_not_idle(self, room: Simulation) -> None:
        server = start(room, timeout=3)
        client = SimulatedClient(room, HOST)
        client.send("SET k " + "x" * 60_000)
        client.receive()
        connection = room.network("client").connect_tcp(HOST, 6379)
        room.run_for(5)
        connection.send(b"GET k\r\n" * 10)
        room.run_for(2000)
        size = 10 * (len("$60000") + 2 + 60_000 + 2)
        while size:
            room.run_for(1)
            size -= len(connection.recv(1 << 20))
        room.run_for(2500)
        assert list(server.state.clients) == [2]
        room.run_for(2000)
        assert not server.state.clients

    def test_all_is_sent_in_pieces(self, room: Simulation) -> None:
        start(room)
        client = SimulatedClient(room, HOST)
        client.send("SET k " + "x" * 60_000)
        client.receive()
        received = client.send(*["GET k"] * 20)
        while more := client.receive():
            received += more
        assert received == (b"$60000\r\n" + b"x" * 60_000 + b"\r\n") * 20


def some_requests(random: Random, name: str, count: int) -> list[bytes]:
    """Requests of a client that only uses keys of its own, in several forms."""
    requests = []
    for number in range(count):
        key = f"{name}{random.randrange(3)}"
        requests.append(
            random.choice(
                [
                    f"SET {key} {number}\r\n",
                    f"APPEND {key} {'x' * random.randrange(6000)}\r\n",
                    f"*2\r\n$3\r\nGET\r\n${len(key)}\r\n{key}\r\n",
                    f"MULTI\r\nSTRLEN {key}\r\nDEL {key}\r\nEXEC\r\n",
                    f"BLPOP list-{name} 0.001\r\n",
                    f"RPUSH list-{name} {number}\r\n",
                    f"SUBSCRIBE {name}\r\nPING\r\nUNSUBSCRIBE\r\n",
                    "CLIENT TRACKING ON\r\nCLIENT TRACKING OFF\r\n",
                    "EVAL 'return ARGV[1]' 0 x\r\n",
                    "RESET\r\n",
                    "NOSUCH\r\n",
                ]
            ).encode()
        )
    return requests


def answers(io_threads: int, seed: int) -> list[bytes]:
    """What each of some clients is answered, by a server with so many threads."""
    room = Simulation(seed=seed, fragment=True)
    server = start(room, io_threads)
    clients = [room.network(f"client{n}").connect_tcp(HOST, 6379) for n in range(5)]
    room.run_for(10)
    random = Random(seed)
    rests = [b"".join(some_requests(random, f"key{n}", 60)) for n in range(len(clients))]
    received = [b""] * len(clients)
    quiet = 0
    while quiet < 20:
        quiet += 1
        for number, client in enumerate(clients):
            if rests[number]:
                sent = client.send(rests[number][: random.randrange(1, 2000)])
                rests[number] = rests[number][sent:]
            try:
                received[number] += client.recv(1 << 16)
                quiet = 0
            except BlockingIOError:
                pass
        room.run_for(random.randrange(1, 5))
    assert len(server.state.clients) == len(clients)
    return received


@pytest.mark.parametrize("seed", range(8))
def test_the_same_answers_with_any_number(seed: int) -> None:
    alone = answers(1, seed)
    assert all(alone)
    assert answers(2, seed) == alone
    assert answers(4, seed) == alone


def talk(port: int, name: str, rounds: int, failures: list[str]) -> None:
    """Pipeline, wait, subscribe and leave in various ways; note what isn't as it should be."""
    random = Random(name)
    for number in range(rounds):
        with socket.create_connection(("127.0.0.1", port), 10) as client:
            stream = client.makefile("rb")
            for value in range(20):
                asked = random.randrange(1, 30)
                client.sendall(b"ECHO %d\r\n" % value * asked + f"BLPOP {name} 0.001\r\n".encode())
                wanted = (b"$%d\r\n%d\r\n" % (len(str(value)), value)) * asked + b"*-1\r\n"
                found = stream.read(len(wanted))
                if found != wanted:
                    failures.append(f"{name} {number}: {found!r} for {wanted!r}")
                    return
            if number % 3 == 0:
                client.sendall(b"CLIENT KILL TYPE normal SKIPME no LADDR 127.0.0.2:1\r\nQUIT\r\n")
                stream.read()
            elif number % 3 == 1:
                client.sendall(b"SUBSCRIBE c\r\n" + b"PING\r\n" * random.randrange(100))


@pytest.mark.parametrize("start_server", [start_in_process, start_subprocess])
def test_real_threads(start_server: type) -> None:
    with start_server(io_threads=4) as server:
        failures: list[str] = []
        arguments = [(server.port, f"list{n}", 15, failures) for n in range(4)]
        talkers = [Thread(target=talk, args=each) for each in arguments]
        for talker in talkers:
            talker.start()
        for talker in talkers:
            talker.join()
        assert not failures
        with socket.create_connection(("127.0.0.1", server.port), 10) as client:
            client.sendall(b"SHUTDOWN NOSAVE\r\n")
            assert client.recv(1) == b""


def test_a_thread_that_fails_ends_the_server() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    it = ByHand()
    it.thread.before_sleep.append(fail)
    thread = IOThread(1, it.thread, IOThreads(it.server.networking, []))
    thread.start()
    thread.stop()
    with pytest.raises(ZeroDivisionError):
        it.turn(it.main)
