"""How cases are measured: servers take turns in every round, in an order that is shuffled.

What else the machine does then hits all of them alike, and ratios of one round mean something.
"""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING, Protocol, TypeVar

from rich.console import Console
from rich.progress import track

from benchmarks.results import CPU, RATE, Figure
from benchmarks.servers import FailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.servers import Running

T = TypeVar("T")


class Case(Protocol):
    """Something to ask of a server, any number of times."""

    @property
    def name(self) -> str:
        """What tables and files call it."""

    @property
    def group(self) -> str:
        """The cases that a mean is taken over; "" for none."""

    @property
    def least(self) -> int:
        """The smallest number of requests that makes sense."""

    def prepare(self, server: Running, count: int) -> None:
        """Leaves the data as so many requests need it, outside of what is measured."""

    def run(self, server: Running, count: int) -> float:
        """Makes so many requests; the seconds they took. Raises FailedError."""


def requests(
    cases: Sequence[Case], servers: Sequence[Running], rounds: int, seconds: float
) -> list[Figure]:
    """Requests a second and server CPU time a request.

    Each server gets as many requests of a case as keep it busy for about `seconds`: a slow one gets
    fewer.
    """
    terminal = Console(stderr=True)  # the table may go into a file
    counts: dict[tuple[Case, str], int] = {}
    for case in track(cases, "how many requests", console=terminal):
        for server in servers:
            try:
                counts[case, server.name] = _enough(case, server, seconds)
            except FailedError as error:  # it is left out of this case
                print(error, file=sys.stderr)
    rates: dict[Case, dict[str, list[float]]] = {case: {} for case in cases}
    spent: dict[Case, dict[str, list[float]]] = {case: {} for case in cases}
    for _ in track(range(rounds), "requests", console=terminal):
        for case in cases:
            for server in random.sample(servers, len(servers)):
                if (case, server.name) not in counts:
                    continue
                count = counts[case, server.name]
                case.prepare(server, count)
                before = server.cpu_seconds()
                taken = case.run(server, count)
                used = server.cpu_seconds() - before
                rates[case].setdefault(server.name, []).append(count / taken)
                spent[case].setdefault(server.name, []).append(used / count * 1e6)
    return [
        figure
        for case in cases
        for figure in (
            Figure(case.name, case.group, RATE, rates[case]),
            Figure(case.name, case.group, CPU, spent[case]),
        )
    ]


def _enough(case: Case, server: Running, seconds: float) -> int:
    """The number of requests that takes so long; finding out warms up the server."""
    count = case.least
    while True:
        case.prepare(server, count)
        taken = case.run(server, count)
        if taken > seconds / 4:
            return max(case.least, int(count * seconds / taken))
        count *= 4


def in_turns(names: list[str], rounds: int, once: Callable[[str], T]) -> dict[str, list[T]]:
    """What `once` gives for each server, measured in turns."""
    taken: dict[str, list[T]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in random.sample(names, len(names)):
            taken[name].append(once(name))
    return taken
