"""``python -m benchmarks.io_threads``: what I/O threads give, to refimpl and to a real Redis.

All servers take turns in every round, in another order each time. Ratios are to the first of the
servers, which mostly has no I/O threads, in the same round; the figures are medians. No server is
bound to a core, or its threads could do nothing at the same time: on a machine that is busy with
other things, only processor time tells something.
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

from benchmarks import load, servers
from benchmarks.__main__ import measure

NAMES = ("refimpl", "redis")
TEST = "get"


class Figures(NamedTuple):
    """Of one server in one round."""

    rate: float
    """Requests a second."""
    used: float
    """Processor microseconds of a request."""
    main: float
    """The main thread's part of them."""


def main() -> int:
    """Exit status 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.io_threads", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds (default 9)")
    parser.add_argument("--requests", type=int, default=20_000, help="requests a server and round")
    parser.add_argument("--pipelines", type=int, nargs="+", default=[1, 16, 100])
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2, 4])
    options = parser.parse_args()
    lock = "without" if sysconfig.get_config_var("Py_GIL_DISABLED") else "with"
    table = Table(title=f"CPython {sys.version.split()[0]}, {lock} a global interpreter lock")
    titles = ("requests/s", "ratio", "CPU µs", "ratio", "main µs", "ratio")
    for title in ("", "threads", "pipeline", *titles):
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
                    cells += [f"{median(own):.4g}", f"{median(ratios):.2f}"]
                table.add_row(*cells)
    Console().print(table)
    return 0


def compare(
    name: str, threads: list[int], pipeline: int, rounds: int, requests: int
) -> list[dict[int, Figures]]:
    """Each round's figures by the number of threads."""
    count = max(requests, pipeline * load.CONNECTIONS)
    taken = []
    with ExitStack() as stack:
        alive = {}
        for number in threads:
            server = servers.running(name, options=("--io-threads", str(number)))
            alive[number] = stack.enter_context(server)
        for _ in track(range(rounds), f"{name}, pipeline {pipeline}"):
            shuffled = random.sample(threads, len(threads))
            taken.append({n: once(alive[n], count, pipeline) for n in shuffled})
    return taken


def once(server: servers.Running, count: int, pipeline: int) -> Figures:
    """Of that many requests."""
    before = server.thread_seconds()
    rate = measure(server.port, TEST, count, pipeline)
    after = server.thread_seconds()
    return Figures(
        rate, (sum(after) - sum(before)) / count * 1e6, (after[0] - before[0]) / count * 1e6
    )


if __name__ == "__main__":
    sys.exit(main())
