"""redis-benchmark's own tests, which fail at the first error reply."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from conformance.clients.programs import Program, find

if TYPE_CHECKING:
    from conformance.arena import Arena

# As --csv names them, and as -t does.
TESTS = {
    "PING_INLINE": "ping_inline",
    "PING_MBULK": "ping_mbulk",
    "SET": "set",
    "GET": "get",
    "INCR": "incr",
    "LPUSH": "lpush",
    "RPUSH": "rpush",
    "LPOP": "lpop",
    "RPOP": "rpop",
    "SADD": "sadd",
    "HSET": "hset",
    "SPOP": "spop",
    "ZADD": "zadd",
    "ZPOPMIN": "zpopmin",
    "LPUSH (needed to benchmark LRANGE)": "lrange",
    "LRANGE_100 (first 100 elements)": "lrange_100",
    "MSET (10 keys)": "mset",
}
REQUESTS = 320  # a multiple of what is in flight at once, or more are sent


@pytest.mark.clause
def test_default_run(arena: Arena) -> None:
    """All of the tests that redis-benchmark runs when it is told none."""
    program: Program = find("redis-benchmark", "--dbnum")
    words = ["-c", "5", "-n", str(REQUESTS), "--csv"]
    output = program.run(arena.server.address, arena.protocol, *words).succeeded()
    rows = list(csv.reader(output.splitlines()))
    ran = [row[0] for row in rows[1:]]
    assert set(TESTS) | {f"LRANGE_{n} (first {n} elements)" for n in (300, 500, 600)} <= set(ran)
    assert all(float(row[1]) > 0 for row in rows[1:])


@pytest.mark.clause
@pytest.mark.parametrize("options", ["", "-P 16", "-r 1000", "-P 4 -r 10 -c 1 -d 2000"])
def test_benchmark(arena: Arena, options: str) -> None:
    """Every test in scope: alone, pipelined, with random keys, with large values."""
    program: Program = find("redis-benchmark", "--dbnum")
    names = ",".join(name for name in TESTS.values() if name != "lrange")
    words = ["-c", "5", "-n", str(REQUESTS), "-t", names, "--csv", *options.split()]
    output = program.run(arena.server.address, arena.protocol, *words).succeeded()
    rows = list(csv.reader(output.splitlines()))
    assert [row[0] for row in rows[1:]] == list(TESTS)
    assert all(float(row[1]) > 0 for row in rows[1:])
    random = "-r" in options
    arena.expect({"integer": "0"}, "EXISTS", "key:__rand_int__" if random else "none")
    arena.expect({"integer": str(REQUESTS)}, "LLEN", "mylist")
