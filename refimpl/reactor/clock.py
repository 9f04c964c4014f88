"""Where time comes from. Everything that needs the time is given a clock."""

import time
from typing import Protocol


class Clock(Protocol):
    """Two clocks in one: the calendar's, which may jump, and one that only moves forward."""

    def wall_ms(self) -> int:
        """Milliseconds since 1970-01-01 UTC."""

    def wall_us(self) -> int:
        """Microseconds since 1970-01-01 UTC."""

    def monotonic_us(self) -> int:
        """Microseconds since some moment in the past that never changes during a run."""


class SystemClock:
    """The machine's clocks."""

    __slots__ = ()

    monotonic_ns = staticmethod(time.monotonic_ns)
    """The clock behind monotonic_us, for who reads it so often that a Python call would show."""

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def wall_us(self) -> int:
        return time.time_ns() // 1_000

    def monotonic_us(self) -> int:
        return time.monotonic_ns() // 1_000
