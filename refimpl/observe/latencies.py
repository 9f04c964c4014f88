"""What the counted latencies of a command say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.table.command import Command


def _counts(command: Command) -> Iterator[tuple[int, int]]:
    """Microseconds (the upper bound of a class) and how many calls took that long, ascending."""
    for usec, count in enumerate(command.latencies):
        if count:
            yield usec, count
    for power, count in enumerate(command.slow_latencies):
        if count:
            yield (1 << power) - 1, count


def cumulative(command: Command) -> list[tuple[int, int]]:
    """For each power of two in which calls fell: it, and how many calls took at most that."""
    found: dict[int, int] = {}
    total = 0
    for usec, count in _counts(command):
        total += count
        found[1 << max(usec - 1, 0).bit_length()] = total
    return list(found.items())


def percentile(command: Command, share: float) -> int:
    """The microseconds that `share` percent of the calls took at most."""
    wanted = command.calls * share / 100
    seen = 0
    usec = 0
    for usec, count in _counts(command):  # noqa: B007  # the last one is the answer
        seen += count
        if seen >= wanted:
            break
    return usec
