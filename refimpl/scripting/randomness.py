"""The pseudo-random numbers of scripts: the 48-bit linear congruence of the C function drand48.

Scripts that seed it get the numbers that a real server gives for that seed.
"""

_MASK = (1 << 48) - 1
_LARGEST = (1 << 31) - 1


class Drand48:
    """A generator; it starts where the C library's does that was never seeded."""

    def __init__(self) -> None:
        self._state = 0x1234ABCD330E

    def seed(self, seed: int) -> None:
        """Start anew; only the lower 32 bits of the seed matter."""
        self._state = (seed & 0xFFFFFFFF) << 16 | 0x330E

    def fraction(self) -> float:
        """At least 0, less than 1."""
        self._state = (self._state * 0x5DEECE66D + 0xB) & _MASK
        return (self._state >> 17) % _LARGEST / _LARGEST
