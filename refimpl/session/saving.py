"""What is known of the dataset's copies on disk."""

from __future__ import annotations


class SaveRecord:
    """How saving went, and whether it is going on; INFO's section Persistence tells it."""

    __slots__ = (
        "began",
        "duration",
        "fork_usec",
        "forks",
        "keys_expired",
        "keys_loaded",
        "last",
        "last_attempt",
        "ok",
        "saves",
        "scheduled",
    )

    def __init__(self, now: int) -> None:
        self.last = now
        """When the dataset was saved or loaded last, seconds since the epoch."""
        self.last_attempt = 0
        """When saving in the background began last, seconds since the epoch."""
        self.ok = True
        """Whether the last attempt succeeded."""
        self.began: int | None = None
        """When the saving in the background that is going on began; None when there is none."""
        self.duration = -1
        """Seconds that the last one in the background took; -1 before there was one."""
        self.scheduled = False
        """Whether one is to begin as soon as it can."""
        self.saves = 0
        """How many were begun by SAVE, BGSAVE or a save point."""
        self.forks = 0
        self.fork_usec = 0
        """Microseconds that the last fork took."""
        self.keys_loaded = 0
        self.keys_expired = 0
        """Keys that were left out when the dataset was loaded, because their time had passed."""

    @property
    def running(self) -> bool:
        """Whether the dataset is being saved in the background."""
        return self.began is not None
