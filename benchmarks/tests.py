"""The tests of redis-benchmark's default run, as cases that any of the servers can be put through.

redis-benchmark makes the load where it is installed, else our own client (`load.py`) sends the same
requests.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import load
from benchmarks.servers import CLIENT_CORE, FailedError, encode, pinned

if TYPE_CHECKING:
    from benchmarks.servers import Running

PIPELINES = (1, 16, 100)
_BATCH = 1_000


@dataclass(frozen=True)
class Test:
    """A test of redis-benchmark: the request, and the line ends in a reply to it."""

    name: str
    words: tuple[bytes, ...]
    lines: int = 1
    elements: int = 0  # the list's length beforehand
    pops: bool = False  # each request takes one more of them

    @property
    def request(self) -> bytes:
        """What is sent."""
        return b"PING\r\n" if self.name == "ping_inline" else encode(self.words)


def _range(name: str, count: int) -> Test:
    words = (b"LRANGE", b"mylist", b"0", b"%d" % (count - 1))
    return Test(name, words, lines=1 + 2 * count, elements=count)


_KEY = b"key:__rand_int__"
TESTS = (
    Test("ping_inline", (b"PING",)),
    Test("ping_mbulk", (b"PING",)),
    Test("set", (b"SET", _KEY, b"xxx")),
    Test("get", (b"GET", _KEY), lines=2),
    Test("incr", (b"INCR", b"counter:__rand_int__")),
    Test("lpush", (b"LPUSH", b"mylist", b"xxx")),
    Test("rpush", (b"RPUSH", b"mylist", b"xxx")),
    Test("lpop", (b"LPOP", b"mylist"), lines=2, pops=True),
    Test("rpop", (b"RPOP", b"mylist"), lines=2, pops=True),
    Test("sadd", (b"SADD", b"myset", b"element:__rand_int__")),
    Test("hset", (b"HSET", b"myhash", b"element:__rand_int__", b"xxx")),
    Test("spop", (b"SPOP", b"myset")),
    Test("zadd", (b"ZADD", b"myzset", b"0", b"element:__rand_int__")),
    Test("zpopmin", (b"ZPOPMIN", b"myzset")),
    _range("lrange_100", 100),
    _range("lrange_300", 300),
    _range("lrange_500", 500),
    _range("lrange_600", 600),
    Test("mset", (b"MSET", *(_KEY, b"xxx") * 10)),
)


@dataclass(frozen=True)
class Requests:
    """A test at one pipeline depth, over 50 connections."""

    test: Test
    pipeline: int

    @property
    def name(self) -> str:
        """What tables and files call it."""
        return f"{self.test.name}, pipeline {self.pipeline}"

    @property
    def group(self) -> str:
        """The cases that a mean is taken over."""
        return f"the tests, pipeline {self.pipeline}"

    @property
    def least(self) -> int:
        """A full pipeline for each connection."""
        return load.CONNECTIONS * self.pipeline

    def prepare(self, server: Running, count: int) -> None:
        """Leaves the keys as so many requests need them."""
        server.call(b"DEL", b"mylist", b"myset", b"myzset")
        server.call(b"SET", _KEY, b"xxx")
        elements = count if self.test.pops else self.test.elements
        for start in range(0, elements, _BATCH):
            server.call(b"RPUSH", b"mylist", *[b"xxx"] * min(_BATCH, elements - start))

    def run(self, server: Running, count: int) -> float:
        """Makes so many requests; the seconds they took. Raises FailedError."""
        program = shutil.which("redis-benchmark")
        if program is None:
            test = self.test
            rate = load.requests_per_second(
                server.port, test.request, count, self.pipeline, test.lines
            )
            return count / rate
        line = [program, "-p", str(server.port), "-n", str(count), "-P", str(self.pipeline)]
        # Its own lrange tests first fill the list, in the time and CPU that are measured.
        if self.test.elements:
            line += ["--csv", *(word.decode() for word in self.test.words)]
        else:
            line += ["--csv", "-t", self.test.name]
        with pinned(CLIENT_CORE):
            done = subprocess.run(line, capture_output=True, text=True, check=False)
        if done.returncode:
            raise FailedError(f"{self.name} on {server.name}: {done.stderr.strip()}")
        return count / float(list(csv.DictReader(done.stdout.splitlines()))[-1]["rps"])
