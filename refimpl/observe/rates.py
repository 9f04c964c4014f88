"""Rates over the last seconds, from counters sampled now and then."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refimpl.session.state import ServerState

_SAMPLES = 16
_PERIOD_US = 100_000


class Rates:
    """Commands and bytes per second, averaged over the last samples."""

    def __init__(self, server: ServerState) -> None:
        self._server = server
        self._last_us = 0
        self._last: tuple[int, int, int] = (0, 0, 0)
        self._samples: deque[tuple[float, float, float]] = deque(maxlen=_SAMPLES)

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
        )
        if self._last_us:
            self._samples.append(
                (
                    max(counters[0] - self._last[0], 0) * 1e6 / elapsed,
                    max(counters[1] - self._last[1], 0) * 1e6 / elapsed,
                    max(counters[2] - self._last[2], 0) * 1e6 / elapsed,
                )
            )
        self._last_us = now_us
        self._last = counters

    def reset(self) -> None:
        """Start anew, because the counters did."""
        self._last_us = 0
        self._samples.clear()

    def per_second(self) -> tuple[int, float, float]:
        """Commands, bytes read and bytes written per second."""
        count = len(self._samples) or 1
        return (
            int(sum(sample[0] for sample in self._samples) / count),
            sum(sample[1] for sample in self._samples) / count,
            sum(sample[2] for sample in self._samples) / count,
        )
