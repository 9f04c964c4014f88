"""Slow events: by kind, the longest of each second in which there was one."""

from __future__ import annotations

from collections import deque

MOST_SAMPLES = 160
"""Seconds that are remembered of each kind."""


class Series:
    """The slow events of one kind."""

    __slots__ = ("longest", "samples")

    def __init__(self) -> None:
        self.samples: deque[tuple[int, int]] = deque(maxlen=MOST_SAMPLES)
        """Seconds since the epoch and milliseconds, oldest first."""
        self.longest = 0
        """Milliseconds; of all that there ever were."""

    def add(self, second: int, ms: int) -> None:
        """Remember one; of several in a second the longest stands for all."""
        self.longest = max(self.longest, ms)
        if self.samples and self.samples[-1][0] == second:
            ms = max(ms, self.samples.pop()[1])
        self.samples.append((second, ms))


class LatencyMonitor:
    """All kinds of slow events; what counts as slow says latency-monitor-threshold."""

    __slots__ = ("series",)

    def __init__(self) -> None:
        self.series: dict[bytes, Series] = {}

    def add(self, event: bytes, second: int, ms: int) -> None:
        """Remember an event that took so long."""
        self.series.setdefault(event, Series()).add(second, ms)

    def forget(self, events: list[bytes]) -> int:
        """Forget kinds of events, all if none is named; how many there were."""
        names = set(events) & set(self.series) if events else set(self.series)
        for name in names:
            del self.series[name]
        return len(names)
