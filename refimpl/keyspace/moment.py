"""The time at which a command runs."""

from __future__ import annotations

from typing import Any


class Moment:
    """The present, frozen while a command, a script or a transaction runs.

    Whoever runs commands sets ``tick`` when one starts; the wall clock is worked out only if
    somebody asks for it, because most commands never do.
    """

    __slots__ = ("offset", "second", "tick")

    def __init__(self) -> None:
        self.tick = 0
        """Monotonic nanoseconds at the start of the running command."""
        self.offset = 0
        """What to add to ``tick`` to get nanoseconds since the epoch."""
        self.second: Any = 0
        """Seconds since the epoch, refreshed at every turn of the loop: the access clock.

        Not int: that would be a machine word once compiled, and each key that notes its access get
        an object of its own instead of sharing this one.
        """

    @property
    def ms(self) -> int:
        """Milliseconds since the epoch."""
        return (self.tick + self.offset) // 1_000_000

    @property
    def us(self) -> int:
        """Microseconds since the epoch."""
        return (self.tick + self.offset) // 1_000

    def synchronize(self, tick: int, wall_us: int) -> None:
        """Begin a turn of the loop: the wall clock may have been set since the last one."""
        self.tick = tick
        self.offset = wall_us * 1000 - tick
        self.second = wall_us // 1_000_000
