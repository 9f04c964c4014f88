"""How often keys are used: the logarithmic counter of the LFU policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

INITIAL: Final = 5
"""A new key's counter: not so low that it would be evicted before it is used a second time."""


class FrequencyLog(dict[bytes, int]):
    """Stands in for the dict of access times while an LFU policy is configured.

    Storing a time counts an access, so that those who touch keys need not know which of the two
    they write to. A value is ``minute << 8 | counter``.
    """

    __slots__ = ("decay_minutes", "log_factor", "random")

    def __init__(self, random: Random, log_factor: int, decay_minutes: int) -> None:
        super().__init__()
        self.random = random
        self.log_factor = log_factor
        self.decay_minutes = decay_minutes

    def anew(self) -> FrequencyLog:
        """An empty one with the same parameters."""
        return FrequencyLog(self.random, self.log_factor, self.decay_minutes)

    def __setitem__(self, key: bytes, second: int) -> None:
        """Count an access to key at that second."""
        counter = INITIAL
        if key in self:
            counter = self.counter(key, second)
            if counter < 255:
                above = max(counter - INITIAL, 0)
                if self.random.random() < 1.0 / (above * self.log_factor + 1):
                    counter += 1
        dict.__setitem__(self, key, second // 60 << 8 | counter)

    def set_counter(self, key: bytes, second: int, counter: int) -> None:
        """Give a key a counter (0 to 255) as of that second."""
        dict.__setitem__(self, key, second // 60 << 8 | counter)

    def counter(self, key: bytes, second: int) -> int:
        """The key's counter, less one for each decay period without access."""
        packed = self.get(key)
        if packed is None:
            return INITIAL
        counter = packed & 255
        if self.decay_minutes:
            counter -= (second // 60 - (packed >> 8)) // self.decay_minutes
        return max(counter, 0)
