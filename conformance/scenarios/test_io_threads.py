"""I/O threads: whose a client is, what INFO counts, and that nobody can tell by the replies."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.beside import program
from conformance.targets.process import ServerProcess
from conformance.wire.client import Client
from conformance.wire.values import Array, Bulk, Integer, Simple, Value, Verbatim, error_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conformance.arena import Arena

ALONE = {"protocols": (2,), "requires": ("owned",), "since": {"redis": "8.2.0"}}
OK = Simple(b"OK")
PONG = Simple(b"PONG")
THREADS = 4
"""The main one is number 0."""


class Crew:
    """A server with I/O threads, and connections to it."""

    def __init__(self, arena: Arena, process: ServerProcess) -> None:
        self._process = process
        self.clients: list[Client] = []
        # Who saw that the server is ready may be there still, and have got the first thread.
        early = self.watcher = self.connect()
        arena.until(lambda: len(self.threads()) == 1, what="one client alone")
        if self.threads()[0] > 1:
            self.watcher = self.connect()
            self.clients.remove(early)
            early.close()
            arena.until(lambda: len(self.threads()) == 1, what="one client alone")

    def connect(self) -> Client:
        """One more client, which the server knows by the time this returns."""
        assert self._process.address is not None
        client = Client.connect(self._process.address, f"client{len(self.clients)}")
        assert client.call("PING") == PONG
        self.clients.append(client)
        return client

    def threads(self) -> list[int]:
        """The threads of all clients, in the order in which they came."""
        lines = text_of(self.watcher.call("CLIENT", "LIST")).splitlines()
        told = [dict(word.split("=", 1) for word in line.split(" ")) for line in lines]
        return [int(each["io-thread"]) for each in sorted(told, key=lambda each: int(each["id"]))]

    def info(self, section: str) -> dict[str, str]:
        """A section of INFO."""
        lines = text_of(self.watcher.call("INFO", section)).splitlines()
        return dict(line.split(":", 1) for line in lines if ":" in line)

    def loads(self) -> list[dict[str, int]]:
        """What INFO tells of each thread."""
        told = self.info("threads")
        assert list(told) == [f"io_thread_{number}" for number in range(len(told))]
        return [
            {
                name: int(count)
                for name, _, count in (part.partition("=") for part in text.split(","))
            }
            for text in told.values()
        ]


def text_of(value: Value) -> str:
    """The text of a bulk or verbatim string."""
    assert isinstance(value, Bulk | Verbatim)
    return value.data.decode("latin1")


@contextmanager
def a_crew(arena: Arena, directory: Path, *options: str) -> Iterator[Crew]:
    """A server like the one under test with these options."""
    like = program(arena)
    words = [*like.options, "--dir", str(directory), *options]
    with ServerProcess(like.text, like.command, words) as process:
        crew = Crew(arena, process)
        try:
            yield crew
        finally:
            for client in crew.clients:
                client.close()


@pytest.fixture
def crew(arena: Arena, tmp_path: Path) -> Iterator[Crew]:
    """A server with four threads."""
    with a_crew(arena, tmp_path, "--io-threads", str(THREADS)) as crew:
        yield crew


@pytest.mark.clause(**ALONE)
def test_configuration(arena: Arena, tmp_path: Path) -> None:
    """The number stays as it was at the start; who reads is no question any more, but may stand."""
    options = ("--io-threads", "3", "--io-threads-do-reads", "no")
    with a_crew(arena, tmp_path, *options) as crew:
        call = crew.watcher.call
        assert call("CONFIG", "GET", "io-threads*") == Array((Bulk(b"io-threads"), Bulk(b"3")))
        refusal = error_line(call("CONFIG", "SET", "io-threads", "2"))
        assert refusal is not None
        assert refusal.endswith(
            b"(possibly related to argument 'io-threads') - can't set immutable config"
        )
        assert crew.info("server")["io_threads_active"] == "1"
        assert len(crew.loads()) == 3
        assert crew.threads() == [1]


@pytest.mark.clause(**ALONE)
def test_the_main_thread_alone(arena: Arena, tmp_path: Path) -> None:
    """With one thread there are no others."""
    with a_crew(arena, tmp_path, "--io-threads", "1") as crew:
        crew.connect()
        assert crew.threads() == [0, 0]
        (load,) = crew.loads()
        assert load["clients"] == 2
        assert load["reads"] > load["writes"] > 0
        assert crew.info("server")["io_threads_active"] == "0"
        told = crew.info("stats")
        assert told["io_threaded_reads_processed"] == told["io_threaded_writes_processed"] == "0"


@pytest.mark.clause(**ALONE)
def test_clients_are_shared_out(arena: Arena, crew: Crew) -> None:
    """Who comes goes to the thread that has the fewest, the first of these."""
    for _ in range(4):
        crew.connect()
    assert crew.threads() == [1, 2, 3, 1, 2]
    assert [load["clients"] for load in crew.loads()] == [0, 2, 2, 1]
    assert crew.clients[1].call("QUIT") == OK
    assert crew.clients[4].call("QUIT") == OK
    arena.until(lambda: len(crew.threads()) == 3, what="two clients gone")
    crew.connect()
    assert crew.threads() == [1, 3, 1, 2]


@pytest.mark.clause(**ALONE)
@pytest.mark.parametrize(
    ("enter", "leave"),
    [
        pytest.param(["SUBSCRIBE", "c"], ["UNSUBSCRIBE", "c"], id="subscribed"),
        pytest.param(["PSUBSCRIBE", "c"], ["PUNSUBSCRIBE", "c"], id="pattern"),
        pytest.param(["MONITOR"], ["RESET"], id="monitor"),
        pytest.param(["CLIENT", "TRACKING", "ON"], ["CLIENT", "TRACKING", "OFF"], id="tracking"),
    ],
)
def test_who_is_pushed_to_is_the_main_threads(
    arena: Arena, crew: Crew, enter: list[str], leave: list[str]
) -> None:
    """Until they can't be any more; the reply to that still comes from there."""
    client = crew.connect()
    assert crew.threads() == [1, 2]
    client.send(*enter)
    arena.until(lambda: crew.threads() == [1, 0], what="the client at the main thread")
    client.send(*leave)
    client.send("ECHO", "end")
    while client.receive_any(5.0) != Bulk(b"end"):
        pass
    arena.until(lambda: crew.threads() == [1, 2], what="the client back")


@pytest.mark.clause(**ALONE)
def test_who_waits_is_the_main_threads(arena: Arena, crew: Crew) -> None:
    """Blocked on a key or held up by CLIENT PAUSE; in a transaction it stays where it is."""
    client = crew.connect()
    client.send("BLPOP", "k", "0")
    arena.until(lambda: crew.threads() == [1, 0], what="the client at the main thread")
    crew.watcher.call("RPUSH", "k", "v")
    assert client.receive() == Array((Bulk(b"k"), Bulk(b"v")))
    assert client.call("PING") == PONG
    arena.until(lambda: crew.threads() == [1, 2], what="the client back")
    client.call("WATCH", "k")
    client.call("MULTI")
    assert crew.threads() == [1, 2]
    client.call("DISCARD")
    crew.watcher.call("CLIENT", "PAUSE", "100000", "WRITE")
    client.send("SET", "k", "v")
    arena.until(lambda: crew.threads() == [1, 0], what="the client at the main thread")
    crew.watcher.call("CLIENT", "UNPAUSE")
    assert client.receive() == OK
    arena.until(lambda: crew.threads() == [1, 2], what="the client back")


@pytest.mark.clause(**ALONE)
def test_what_threads_do_is_counted(arena: Arena, crew: Crew) -> None:
    """By thread, and all but the main one together."""
    client = crew.connect()
    crew.watcher.call("CONFIG", "RESETSTAT")
    for _ in range(10):
        client.call("PING")
    arena.until(lambda: crew.loads()[2]["writes"] == 10, what="ten writes")
    assert crew.loads()[2] == {"clients": 1, "reads": 10, "writes": 10}
    assert crew.loads()[0]["clients"] == 0
    told = {name: int(n) for name, n in crew.info("stats").items() if n.isdecimal()}
    assert told["io_threaded_reads_processed"] >= 12
    assert told["io_threaded_writes_processed"] >= 11
    assert told["total_reads_processed"] >= told["io_threaded_reads_processed"]


@pytest.mark.clause(**ALONE)
def test_order(arena: Arena, crew: Crew) -> None:
    """Each gets its replies in the order of its requests, whatever the others do."""
    clients = [crew.connect() for _ in range(6)]
    count = 300
    for begun in range(0, count, 50):
        for number, client in enumerate(clients):
            client.send_many(
                [("EVAL", "return redis.call('INCR', KEYS[1])", "1", "all")]
                + [("INCR", f"k{number}")] * 50
            )
        for client in clients:
            client.receive()
            received = [client.receive() for _ in range(50)]
            assert received == [Integer(n) for n in range(begun + 1, begun + 51)]
    assert crew.watcher.call("GET", "all") == Bulk(b"%d" % (len(clients) * count // 50))


@pytest.mark.clause(**ALONE)
def test_closing_others(arena: Arena, crew: Crew) -> None:
    """A client of another thread is closed at once, whatever it has sent meanwhile."""
    victim = crew.connect()
    identity = victim.call("CLIENT", "ID")
    assert isinstance(identity, Integer)
    victim.send_many([("PING",)] * 1000)
    assert crew.watcher.call("CLIENT", "KILL", "ID", str(identity.value)) == Integer(1)
    arena.until(lambda: crew.threads() == [1], what="the client gone")
    assert crew.loads()[2]["clients"] == 0
