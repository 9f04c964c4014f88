"""A table whose keys, integers, are kept in order: found by hash, walked from any key on.

The keys lie in blocks of bounded length. Appending behind all keys, the common case, costs O(1);
anything else moves the keys of one block and finds it by halving.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from refimpl.datatypes.dismantling import emptied

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK: Final = 512
"""Keys of a block that was filled from the end; one that is filled in the middle may have twice as
many before it is cut."""

Value = TypeVar("Value")


class OrderedTable(Generic[Value]):
    """Values by integer. It must not change while it is walked."""

    __slots__ = ("_blocks", "_lows", "_values")

    def __init__(self) -> None:
        self._values: dict[int, Value] = {}
        self._blocks: list[list[int]] = []
        self._lows: list[int] = []
        """The first key of each block."""

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: int) -> bool:
        return key in self._values

    def __getitem__(self, key: int) -> Value:
        return self._values[key]

    def get(self, key: int) -> Value | None:
        """The value of a key, or None."""
        return self._values.get(key)

    def first(self) -> int | None:
        """The least key, or None."""
        return self._lows[0] if self._lows else None

    def last(self) -> int | None:
        """The greatest key, or None."""
        return self._blocks[-1][-1] if self._blocks else None

    def floor(self, key: int) -> int | None:
        """The greatest key that isn't greater than this one, or None."""
        at = bisect_right(self._lows, key) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        return block[bisect_right(block, key) - 1]

    def put(self, key: int, value: Value) -> None:
        """Bind a key, new or not."""
        if key not in self._values:
            self._insert(key)
        self._values[key] = value

    def pop(self, key: int) -> Value:
        """Take a key out; KeyError when it isn't there."""
        value = self._values.pop(key)
        at = bisect_right(self._lows, key) - 1
        block = self._blocks[at]
        place = bisect_left(block, key)
        del block[place]
        if not block:
            del self._blocks[at]
            del self._lows[at]
        elif not place:
            self._lows[at] = block[0]
        return value

    def keys_from(self, key: int) -> Iterator[int]:
        """The keys from this one on, ascending."""
        at = max(bisect_right(self._lows, key) - 1, 0)
        for number in range(at, len(self._blocks)):
            block = self._blocks[number]
            start = bisect_left(block, key) if number == at else 0
            for place in range(start, len(block)):
                yield block[place]

    def keys_down_from(self, key: int) -> Iterator[int]:
        """The keys from this one on, descending."""
        at = bisect_right(self._lows, key) - 1
        for number in range(at, -1, -1):
            block = self._blocks[number]
            stop = bisect_right(block, key) if number == at else len(block)
            for place in range(stop - 1, -1, -1):
                yield block[place]

    def __iter__(self) -> Iterator[int]:
        """All keys, ascending."""
        return self.keys_from(0)

    def dismantle(self, weight: int) -> Iterator[None]:
        """Free it in parts; a value is as much work as so many short strings."""
        self._lows.clear()
        yield from emptied(self._blocks, weight=2 * _BLOCK)
        yield from emptied(self._values, weight=weight)

    def _insert(self, key: int) -> None:
        blocks, lows = self._blocks, self._lows
        if not blocks or key > blocks[-1][-1]:
            if blocks and len(blocks[-1]) < _BLOCK:
                blocks[-1].append(key)
            else:
                blocks.append([key])
                lows.append(key)
            return
        at = max(bisect_right(lows, key) - 1, 0)
        block = blocks[at]
        insort(block, key)
        lows[at] = block[0]
        if len(block) > 2 * _BLOCK:
            blocks.insert(at + 1, block[_BLOCK:])
            lows.insert(at + 1, block[_BLOCK])
            del block[_BLOCK:]
