"""Numbered slots over a set of keys: a random key in O(1), and a cursor that survives changes.

A dict gives neither. `Slots` puts the keys side by side in a list. Its owner builds it at the
first SCAN or random pick and from then on tells it of every key that comes or goes. Where a key
stands isn't known, so one that goes is only noted as gone; its slot is filled by the last key when
a random pick happens upon it, or a hand that goes round while such slots are more than half of
all. (To note every key's position would make the first pick in a million keys ten times as slow,
and take more memory than the list itself. To close all such slots at once would let somebody wait
for 100 ms at a million.)

The cursor walks from the highest slot down. New keys are appended above it, a key that comes back
before its slot was reused keeps the slot, and the key that fills a hole comes from above: from the
part already walked (it may then be returned twice), or from a slot still ahead to another slot
still ahead. So a key that is present from the first call to the last is always returned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.dismantling import emptied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

_STRIDE: Final = 8
"""Slots that the hand looks at when a key goes. Where every second one is to be closed it meets
four: each of them makes up for half of a key that goes, so that two suffice."""


class Slots:
    """The keys of one dict, numbered."""

    __slots__ = ("_gone", "_hand", "_keys")

    def __init__(self, keys: Iterable[bytes]) -> None:
        """Number distinct `keys` in the order given."""
        self._keys: list[bytes] = list(keys)
        self._gone: set[bytes] = set()
        self._hand = 0

    def __len__(self) -> int:
        return len(self._keys) - len(self._gone)

    def add(self, key: bytes) -> None:
        """Number a key that came; it must not be there yet."""
        if key in self._gone:
            self._gone.remove(key)
        else:
            self._keys.append(key)

    def remove(self, key: bytes) -> None:
        """Forget a key that went; it must be there."""
        if self._keys[-1] == key:
            self._keys.pop()
            return
        self._gone.add(key)
        if 2 * len(self._gone) > len(self._keys):
            self._close_some()

    def clear(self) -> None:
        """Forget every key."""
        self._keys.clear()
        self._gone.clear()

    def random(self, random: Random) -> bytes:
        """Any key, each equally likely; IndexError when there is none."""
        while True:
            slot = int(random.random() * len(self._keys))
            key = self._keys[slot]
            if key not in self._gone:
                return key
            self._fill(slot)

    def sample(self, random: Random, count: int) -> list[bytes]:
        """`count` different keys in random order, all of them when there are fewer."""
        while True:
            found = random.sample(range(len(self._keys)), min(count, len(self)))
            holes = [slot for slot in found if self._keys[slot] in self._gone] if self._gone else []
            if not holes:
                return [self._keys[slot] for slot in found]
            for slot in sorted(holes, reverse=True):
                self._fill(slot)

    def scan(self, cursor: int, count: int) -> tuple[int, list[bytes]]:
        """The next at most `count` keys of a walk, after the cursor to go on with.

        A walk starts with cursor 0 and has ended when 0 comes back. Any other number is taken as
        the slot below which the walk goes on, so a cursor never handed out does no harm.
        """
        total = len(self._keys)
        stop = min(cursor, total) if cursor else total
        start = max(stop - max(count, 1), 0)
        found = self._keys[start:stop][::-1]
        if self._gone:
            found = [key for key in found if key not in self._gone]
        return start, found

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        return emptied(self._keys, self._gone)

    def _close_some(self) -> None:
        """Let the hand go on, closing slots whose key has gone, until they are half of all."""
        keys, gone, hand = self._keys, self._gone, self._hand
        for _ in range(_STRIDE):
            if hand >= len(keys):
                hand = 0
            key = keys[hand]
            if key not in gone:
                hand += 1
                continue
            gone.remove(key)
            last = keys.pop()
            if hand < len(keys):
                keys[hand] = last
            if 2 * len(gone) <= len(keys):
                break
        self._hand = hand

    def _fill(self, slot: int) -> None:
        """Put the last key where one has gone."""
        self._gone.remove(self._keys[slot])
        last = self._keys.pop()
        if slot < len(self._keys):
            self._keys[slot] = last
