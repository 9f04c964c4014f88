"""What is counted while keys are looked up and expire."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class KeyspaceStatistics:
    """Counters that INFO shows and CONFIG RESETSTAT clears."""

    __slots__ = (
        "evicted",
        "exceeded_since_us",
        "exceeded_usec",
        "expire_cycle_usec",
        "expire_time_cap_reached",
        "expired",
        "expired_fields",
        "expired_stale_share",
        "hits",
        "misses",
    )

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Start counting anew."""
        self.hits = 0
        self.misses = 0
        self.expired = 0
        self.expired_fields = 0
        self.evicted = 0
        self.exceeded_usec = 0
        """How long the dataset was larger than maxmemory, those times that are over."""
        self.exceeded_since_us: int | None = None
        """Since when it is, on the monotonic clock; None while it isn't."""
        self.expired_stale_share = 0.0
        """Running estimate of the share of volatile keys that are due but still there."""
        self.expire_time_cap_reached = 0
        self.expire_cycle_usec = 0

    def end_exceeding(self, monotonic_us: Callable[[], int]) -> None:
        """The dataset is no larger than maxmemory any more."""
        if self.exceeded_since_us is not None:
            self.exceeded_usec += monotonic_us() - self.exceeded_since_us
            self.exceeded_since_us = None

    def exceeded_ms(self, now_us: int) -> tuple[int, int]:
        """For how long the dataset has been larger than maxmemory now, and in all."""
        since = self.exceeded_since_us
        current = 0 if since is None else now_us - since
        return current // 1000, (self.exceeded_usec + current) // 1000
