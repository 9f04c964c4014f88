"""What isn't requests: starting, memory, how long the suite takes and how fast the fuzzer is."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import servers
from benchmarks.measure import in_turns
from benchmarks.results import RATE, Figure
from benchmarks.servers import SERVER_CORE, Running

if TYPE_CHECKING:
    from collections.abc import Callable

_COUNT = 100_000
_BATCH = 1_000
_FUZZED = 300_000
_TARGETS = {"refimpl": "refimpl", "redis": f"wheel:{servers.WHEEL}"}


def startup(names: list[str], rounds: int) -> list[Figure]:
    """To the first PONG: in time, in CPU time, and beside a Python that does nothing."""

    def once(name: str) -> tuple[float, float, float]:
        with servers.pinned(SERVER_CORE):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", "pass"], check=True)
            bare = time.perf_counter() - started
        with servers.running(name, SERVER_CORE) as server:
            return server.first_pong * 1e3, server.start_cpu * 1e3, server.first_pong / bare

    taken = in_turns(names, rounds, once)
    return [
        Figure(case, "", unit, {name: [each[i] for each in taken[name]] for name in names})
        for i, (case, unit) in enumerate(
            [
                ("start to first PONG", "ms"),
                ("start to first PONG, CPU", "ms"),
                ("start to first PONG, beside `python -c pass`", "times"),
            ]
        )
    ]


def memory(names: list[str], rounds: int) -> list[Figure]:
    """Resident MiB at rest, and what 100,000 keys or members of a sorted set add."""
    fills: dict[str, Callable[[Running], None]] = {
        f"memory of {_COUNT:,} string keys": partial(_fill_strings, length=11),
        f"memory of {_COUNT:,} string keys, 100 bytes each": partial(_fill_strings, length=100),
        f"memory of a sorted set of {_COUNT:,}": _fill_sorted_set,
    }

    def once(name: str) -> list[float]:
        taken = []
        for fill in fills.values():
            with servers.running(name) as server:
                idle = server.resident() / 2**20
                fill(server)
                taken.append(server.resident() / 2**20 - idle)
        return [idle, *taken]

    taken = in_turns(names, rounds, once)
    cases = ["memory at rest", *fills]
    return [
        Figure(case, "", "MiB", {name: [each[i] for each in taken[name]] for name in names})
        for i, case in enumerate(cases)
    ]


def _fill_strings(server: Running, length: int) -> None:
    for start in range(0, _COUNT, _BATCH):
        words = [b"MSET"]
        for number in range(start, start + _BATCH):
            words += [b"key:%012d" % number, b"value:%0*d" % (length - 6, number)]
        server.call(*words)


def _fill_sorted_set(server: Running) -> None:
    for start in range(0, _COUNT, _BATCH):
        words = [b"ZADD", b"sorted"]
        for number in range(start, start + _BATCH):
            words += [b"%d" % (number * 7919 % 1_000_003), b"member:%012d" % number]
        server.call(*words)


def suite(rounds: int) -> list[Figure]:
    """Seconds that the conformance suite takes on refimpl and on the real Redis, on all cores."""

    def once(name: str) -> float:
        with tempfile.TemporaryDirectory() as directory:
            results = Path(directory, "results.json")
            options = ["--target", _TARGETS[name], "--results", str(results), "-q", "-n", "auto"]
            started = time.perf_counter()
            _run_python("pytest", "conformance", *options)
            taken = time.perf_counter() - started
            json.loads(results.read_text(encoding="utf-8"))  # it has run to its end
        return taken

    return [Figure("conformance suite", "", "s", in_turns(list(_TARGETS), rounds, once))]


def fuzzer(rounds: int) -> list[Figure]:
    """Compared commands a second: refimpl with the real server, and that one with itself."""

    def once(name: str) -> float:
        real = _TARGETS["redis"]
        with tempfile.TemporaryDirectory() as directory:
            report = Path(directory, "fuzz.json")
            options = ["--target", _TARGETS[name], "--against", real, "--commands", str(_FUZZED)]
            _run_python("conformance.fuzz", *options, "--seed", "1", "--json", str(report))
            figures = json.loads(report.read_text(encoding="utf-8"))
        return float(figures["commands_per_second"])

    return [Figure("fuzzer, compared commands", "", RATE, in_turns(list(_TARGETS), rounds, once))]


def _run_python(module: str, *options: str) -> None:
    """Runs a module of the repository. Its findings don't matter here, only its figures."""
    line = [sys.executable, "-m", module, *options]
    subprocess.run(line, capture_output=True, check=False, cwd=Path(__file__).parent.parent)
