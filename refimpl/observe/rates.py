"""Rates over the last seconds, from counters sampled now and then."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refimpl.session.state import ServerState

_SAMPLES = 16
_PERIOD_US = 100_000


class Rates:
    """Commands, bytes and turns of the loop per second, averaged over the last samples."""

    def __init__(self, server: ServerState) -> None:
        self._server = server
        self._last_us = 0
        self._last: tuple[int, ...] = (0,) * 5
        self._samples: deque[tuple[float, ...]] = deque(maxlen=_SAMPLES)

    def sample(self, now_us: int) -> None:
        """Note the counters; more often than ten times a second does nothing."""
        elapsed = now_us - self._last_us
        if elapsed < _PERIOD_US:
            return
        statistics = self._server.statistics
        counters = (
            self._server.commands_processed(),
            statistics.input_bytes,
            statistics.output_bytes,
            self._server.turns.count,
            self._server.turns.nsec,
        )
        if self._last_us:
            self._samples.append(
                tuple(
                    max(now - before, 0) * 1e6 / elapsed
                    for now, before in zip(counters, self._last, strict=True)
                )
            )
        self._last_us = now_us
        self._last = counters

    def reset(self) -> None:
        """Start anew, because the counters did."""
        self._last_us = 0
        self._samples.clear()

    def _averages(self) -> list[float]:
        count = len(self._samples) or 1
        return [sum(sample[at] for sample in self._samples) / count for at in range(5)]

    def per_second(self) -> tuple[int, float, float]:
        """Commands, bytes read and bytes written per second."""
        commands, read, written, _, _ = self._averages()
        return int(commands), read, written

    def turns(self) -> tuple[int, int]:
        """Turns of the event loop per second, and the microseconds that one takes."""
        *_, turns, nsec = self._averages()
        return int(turns), int(nsec / turns / 1000) if turns else 0
