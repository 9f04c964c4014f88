"""How often the event loop turns, and how long it works between two waits."""

from __future__ import annotations


class Turns:
    """Counters of the loop's turns: one is from when the loop wakes until it sleeps."""

    __slots__ = ("count", "cron_nsec", "longest_nsec", "nsec", "started")

    def __init__(self) -> None:
        self.started = 0
        """When the present turn began, nanoseconds of the monotonic clock; 0 before the first."""
        self.reset()

    def reset(self) -> None:
        """Start counting anew."""
        self.count = 0
        self.nsec = 0
        self.longest_nsec = 0
        self.cron_nsec = 0

    def begin(self, now: int) -> None:
        """The loop has woken."""
        self.started = now
        self.count += 1

    def end(self, now: int) -> None:
        """The loop is about to sleep."""
        if self.started:
            spent = now - self.started
            self.nsec += spent
            if spent > self.longest_nsec:
                self.longest_nsec = spent
