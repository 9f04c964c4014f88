"""``python -m benchmarks profile``: where refimpl spends its time under a test of redis-benchmark.

py-spy looks at the running server's stack hundreds of times a second from outside, so that nothing
is slowed down or weighted wrongly as by a profiler that hooks every call. What C functions take
(the system calls too) counts as their caller's own time.
"""

from __future__ import annotations

import argparse
import collections
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import servers, tests

Stacks = dict[tuple[str, ...], int]


def main(words: list[str]) -> int:
    """Exit status 0; 1 when py-spy couldn't look into the process."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks profile", description=__doc__)
    by_name = {test.name: test for test in tests.TESTS}
    parser.add_argument("--test", choices=by_name, default="set")
    parser.add_argument("--pipeline", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--lines", action="store_true", help="by line, not by function")
    parser.add_argument("--top", type=int, default=25, help="rows of the table")
    parser.add_argument("--flame", type=Path, metavar="SVG", help="draw a flame graph instead")
    options = parser.parse_args(words)
    case = tests.Requests(by_name[options.test], options.pipeline)
    kind = "flamegraph" if options.flame else "raw"
    with tempfile.TemporaryDirectory() as directory:
        output = options.flame or Path(directory, "stacks.txt")
        line = ["py-spy", "record", "--rate", "400", "--duration", str(options.seconds)]
        line += [
            "--format",
            kind,
            "--output",
            str(output),
            *([] if options.lines else ["--function"]),
        ]
        with servers.running("refimpl", servers.SERVER_CORE) as server:
            done = threading.Event()
            load = threading.Thread(target=_load, args=(case, server, done))
            load.start()
            try:
                spied = subprocess.run([*line, "--pid", str(server.pid)], capture_output=True)
            finally:
                done.set()
                load.join()
        if spied.returncode:
            print(spied.stderr.decode(errors="replace"), file=sys.stderr)
            return 1
        if not options.flame:
            stacks = read_stacks(output.read_text(encoding="utf-8"))
            Console().print(table(stacks, case.name, options.top))
    return 0


def _load(case: tests.Requests, server: servers.Running, done: threading.Event) -> None:
    count = case.least * 20
    while not done.is_set():
        case.prepare(server, count)
        case.run(server, count)


def read_stacks(text: str) -> Stacks:
    """How often each stack was seen, outermost frame first."""
    seen: Stacks = collections.Counter()
    for line in text.splitlines():
        frames, _, count = line.rpartition(" ")
        seen[tuple(frames.split(";"))] += int(count)
    return seen


def table(stacks: Stacks, title: str, rows: int) -> Table:
    """Shares of the time, most of its own first."""
    own: collections.Counter[str] = collections.Counter()
    whole: collections.Counter[str] = collections.Counter()
    for frames, count in stacks.items():
        own[frames[-1]] += count
        for frame in set(frames):
            whole[frame] += count
    samples = sum(stacks.values())
    made = Table(title=f"{title}: % of {samples:,} samples")
    made.add_column("own", justify="right")
    made.add_column("with calls", justify="right")
    made.add_column("where")
    for frame, count in own.most_common(rows):
        made.add_row(f"{count / samples:.1%}", f"{whole[frame] / samples:.1%}", frame)
    return made
