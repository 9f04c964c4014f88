"""``python -m benchmarks io-threads``: what I/O threads give, to refimpl and to a real Redis.

Servers that differ in nothing but their number of threads take turns; ratios are to the first of
them, in the same round. They are bound to no core, or their threads could do nothing at the same
time: on a machine that is busy with other things, only processor time tells something.
"""

from __future__ import annotations

import argparse
import random
import sys
import sysconfig
from contextlib import ExitStack
from statistics import median
from typing import NamedTuple

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import servers
from benchmarks.tests import TESTS, Requests

NAMES = ("refimpl", "redis")
TEST = "get"
_WIDTH = 100


class Figures(NamedTuple):
    """Of one server in one round."""

    rate: float
    """Requests a second."""
    used: float
    """Processor microseconds of a request."""
    main: float
    """The main thread's part of them."""


def main(words: list[str]) -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks io-threads", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default 9)")
    parser.add_argument("--requests", type=int, default=30_000, help="requests a server and round")
    parser.add_argument("--pipelines", type=int, nargs="+", default=[1, 16, 100])
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2, 4])
    options = parser.parse_args(words)
    lock = "without" if sysconfig.get_config_var("Py_GIL_DISABLED") else "with"
    table = Table(title=f"CPython {sys.version.split()[0]}, {lock} a global interpreter lock")
    for title in (
        "",
        "threads",
        "pipeline",
        "rate",
        "ratio",
        "CPU µs",
        "ratio",
        "main µs",
        "ratio",
    ):
        table.add_column(title, justify="right", no_wrap=True)
    for name in [name for name in NAMES if name in servers.commands(0)]:
        for pipeline in options.pipelines:
            rounds = compare(name, options.threads, pipeline, options.rounds, options.requests)
            for threads in options.threads:
                cells = [name, str(threads), str(pipeline)]
                for place in range(len(Figures._fields)):
                    first = [each[options.threads[0]][place] for each in rounds]
                    own = [each[threads][place] for each in rounds]
                    ratios = [one / other for one, other in zip(own, first, strict=True)]
                    cells += [f"{median(own):,.2f}", f"{median(ratios):.2f}"]
                table.add_row(*cells)
    Console(width=_WIDTH).print(table)
    return 0


def compare(
    name: str, threads: list[int], pipeline: int, rounds: int, requests: int
) -> list[dict[int, Figures]]:
    """Each round's figures by the number of threads."""
    (test,) = (each for each in TESTS if each.name == TEST)
    case = Requests(test, pipeline)
    count = max(requests, case.least)
    taken = []
    with ExitStack() as stack:
        alive = {}
        for number in threads:
            server = servers.running(name, options=("--io-threads", str(number)))
            alive[number] = stack.enter_context(server)
            case.prepare(alive[number], count)
        for _ in track(range(rounds), f"{name}, pipeline {pipeline}"):
            shuffled = random.sample(threads, len(threads))
            taken.append({n: once(alive[n], case, count) for n in shuffled})
    return taken


def once(server: servers.Running, case: Requests, count: int) -> Figures:
    """Of that many requests."""
    before = server.thread_seconds()
    seconds = case.run(server, count)
    after = server.thread_seconds()
    used = sum(after) - sum(before), after[0] - before[0]
    return Figures(count / seconds, *(part / count * 1e6 for part in used))
