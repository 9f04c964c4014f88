"""Numbered slots over a set of keys: a random key in O(1), and a cursor that survives changes.

A dict gives neither. `Slots` puts the keys side by side in a list and remembers where each one
is; a removed key's slot is filled by the last key. Its owner builds it at the first SCAN or
random pick and from then on tells it of every key that comes or goes.

The cursor walks from the highest slot down. New keys are appended above it, and the key that
fills a hole comes from the top: from the part already walked (it may then be returned twice), or
from a slot still ahead to another slot still ahead. So a key that is present from the first call
to the last is always returned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random


class Slots:
    """The keys of one dict, numbered."""

    __slots__ = ("_keys", "_positions")

    def __init__(self, keys: Iterable[bytes]) -> None:
        """Number distinct `keys` in the order given."""
        self._keys: list[bytes] = list(keys)
        self._positions: dict[bytes, int] = {key: slot for slot, key in enumerate(self._keys)}

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._positions

    def add(self, key: bytes) -> None:
        """Number a key that came; it must not be there yet."""
        self._positions[key] = len(self._keys)
        self._keys.append(key)

    def remove(self, key: bytes) -> None:
        """Forget a key that went; KeyError when it isn't there."""
        slot = self._positions.pop(key)
        last = self._keys.pop()
        if slot < len(self._keys):
            self._keys[slot] = last
            self._positions[last] = slot

    def clear(self) -> None:
        """Forget every key."""
        self._keys.clear()
        self._positions.clear()

    def random(self, random: Random) -> bytes:
        """Any key, each equally likely; IndexError when there is none."""
        return self._keys[int(random.random() * len(self._keys))]

    def sample(self, random: Random, count: int) -> list[bytes]:
        """`count` different keys in random order, all of them when there are fewer."""
        return random.sample(self._keys, min(count, len(self._keys)))

    def scan(self, cursor: int, count: int) -> tuple[int, list[bytes]]:
        """The next at most `count` keys of a walk, after the cursor to go on with.

        A walk starts with cursor 0 and has ended when 0 comes back. Any other number is taken as
        the slot below which the walk goes on, so a cursor never handed out does no harm.
        """
        total = len(self._keys)
        stop = min(cursor, total) if cursor else total
        start = max(stop - max(count, 1), 0)
        return start, self._keys[start:stop][::-1]
