"""Cases that redis-benchmark has no test for: scripts, large replies and values, hand-overs.

One client of our own makes them, so that only the server's CPU time says much about small ones.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.servers import CLIENT_CORE, FailedError, encode, pinned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.servers import Running

_READ = 1 << 18
_MEMBERS = 100_000
_MANY = 10_000
_SUBSCRIBERS = 100


@dataclass(frozen=True)
class Exchange:
    """One connection: a request, its reply, the next."""

    name: str
    request: Callable[[int], tuple[bytes, ...]]
    reply: Callable[[bytes], bool]  # is what has come so far whole?
    filling: tuple[tuple[bytes, ...], ...] = ()
    least: int = 1
    group: str = ""

    def prepare(self, server: Running, count: int) -> None:
        """An empty database but for what the requests are about."""
        server.call(b"FLUSHALL")
        for words in self.filling:
            server.call(*words)

    def run(self, server: Running, count: int) -> float:
        """Makes so many requests; the seconds they took."""
        requests = [encode(self.request(number)) for number in range(count)]
        with pinned(CLIENT_CORE), connection(server) as client:
            started = time.perf_counter()
            for request in requests:
                client.sendall(request)
                read_whole(client, self.reply)
            return time.perf_counter() - started


@dataclass(frozen=True)
class HandOver:
    """A client that waits in BLPOP, another that pushes: what waited gets the element."""

    name: str = "BLPOP hand-over"
    group: str = ""
    least: int = 100

    def prepare(self, server: Running, count: int) -> None:
        """Nothing to pop."""
        server.call(b"FLUSHALL")

    def run(self, server: Running, count: int) -> float:
        """Hands over so many elements; the seconds it took."""
        wait, push = encode((b"BLPOP", b"list", b"0")), encode((b"RPUSH", b"list", b"xxx"))
        popped = len(encode((b"list", b"xxx")))
        with pinned(CLIENT_CORE), connection(server) as waiter, connection(server) as pusher:
            started = time.perf_counter()
            for _ in range(count):
                waiter.sendall(wait)
                pusher.sendall(push)
                read_whole(pusher, lambda read: len(read) == len(b":1\r\n"))
                read_whole(waiter, lambda read: len(read) == popped)
            return time.perf_counter() - started


@dataclass(frozen=True)
class Publish:
    """A message to 100 subscribers, and the next when all have it."""

    name: str = f"PUBLISH to {_SUBSCRIBERS} subscribers"
    group: str = ""
    least: int = 5

    def prepare(self, server: Running, count: int) -> None:
        """The subscribers come with their connections."""

    def run(self, server: Running, count: int) -> float:
        """Publishes so many messages; the seconds until the last has arrived."""
        message = encode((b"message", b"channel", b"x" * 32))
        with contextlib.ExitStack() as stack:
            stack.enter_context(pinned(CLIENT_CORE))
            publisher = stack.enter_context(connection(server))
            selector = stack.enter_context(selectors.DefaultSelector())
            for _ in range(_SUBSCRIBERS):
                subscriber = stack.enter_context(connection(server))
                subscriber.sendall(encode((b"SUBSCRIBE", b"channel")))
                read_whole(subscriber, lambda read: read.endswith(b":1\r\n"))
                selector.register(subscriber, selectors.EVENT_READ, subscriber)
            started = time.perf_counter()
            for _ in range(count):
                publisher.sendall(encode((b"PUBLISH", b"channel", b"x" * 32)))
                read_whole(publisher, lambda read: read.endswith(b"\r\n"))
                missing = _SUBSCRIBERS * len(message)
                while missing:
                    missing -= sum(len(key.data.recv(_READ)) for key, _ in selector.select())
            return time.perf_counter() - started


@contextlib.contextmanager
def connection(server: Running) -> Iterator[socket.socket]:
    """A connection that sends at once."""
    with socket.create_connection(("127.0.0.1", server.port)) as made:
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield made


def read_whole(client: socket.socket, is_whole: Callable[[bytes], bool]) -> None:
    """Reads one reply. Raises FailedError when it is an error or the server has gone."""
    whole = b""
    while not whole or not is_whole(whole):
        read = client.recv(_READ)
        whole += read
        if whole.startswith(b"-") or not read:
            raise FailedError(f"the server answered {whole[:100]!r}")


def _members(start: int, count: int) -> tuple[bytes, ...]:
    """Scores and members, in no order."""
    words = []
    for index in range(start, start + count):
        words += [b"%d" % (index * 7919 % 1_000_003), b"member:%d" % index]
    return tuple(words)


def _is_line(read: bytes) -> bool:
    return read.endswith(b"\r\n")


def _has_elements(count: int) -> Callable[[bytes], bool]:
    """Whether an array of so many bulk strings has come, by its line ends."""
    return lambda read: read.endswith(b"\r\n") and read.count(b"\r\n") == 1 + 2 * count


_ZSET = tuple((b"ZADD", b"z", *_members(start, 1000)) for start in range(0, _MEMBERS, 1000))
_LIST = tuple(
    (b"RPUSH", b"l", *(b"element:%d" % i for i in range(start, start + 1000)))
    for start in range(0, _MEMBERS, 1000)
)
_MIDDLE = (b"%d" % (_MEMBERS // 2), b"%d" % (_MEMBERS // 2 + _MANY - 1))
_GET = (b"EVAL", b"return redis.call('get', KEYS[1])", b"1", b"key")
_LOOP = (b"EVAL", b"local n = 0 for i = 1, 100000 do n = n + i end return n", b"0")
_LARGE = (b"SET", b"large", b"x" * (4 << 20))
_ADDED = _members(0, _MANY)

CASES = (
    Exchange("EVAL of a GET", lambda _: _GET, _is_line, ((b"SET", b"key", b"xxx"),), least=100),
    Exchange("EVAL of 100,000 turns of a loop", lambda _: _LOOP, _is_line),
    Exchange(f"ZADD of {_MANY:,} new members", lambda i: (b"ZADD", b"z%d" % i, *_ADDED), _is_line),
    Exchange(
        f"ZRANGE of {_MANY:,} of {_MEMBERS:,}",
        lambda _: (b"ZRANGE", b"z", *_MIDDLE),
        _has_elements(_MANY),
        _ZSET,
    ),
    Exchange(
        f"LRANGE of {_MANY:,} of {_MEMBERS:,}",
        lambda _: (b"LRANGE", b"l", *_MIDDLE),
        _has_elements(_MANY),
        _LIST,
    ),
    Exchange("SET of 4 MiB", lambda _: _LARGE, _is_line),
    HandOver(),
    Publish(),
)
