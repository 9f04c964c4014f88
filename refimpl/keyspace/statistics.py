"""What is counted while keys are looked up and expire."""


class KeyspaceStatistics:
    """Counters that INFO shows and CONFIG RESETSTAT clears."""

    __slots__ = (
        "evicted",
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
        self.expired_stale_share = 0.0
        """Running estimate of the share of volatile keys that are due but still there."""
        self.expire_time_cap_reached = 0
        self.expire_cycle_usec = 0
