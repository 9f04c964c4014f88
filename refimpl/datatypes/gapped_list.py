"""A list with room at the front: O(1) at both ends, and slices anywhere at the speed of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL: Final = 256
"""Below this many slots moving everything up by one is cheaper than keeping a gap."""


class GappedList:
    """Byte strings in order, kept in one Python list after a gap of unused slots.

    Prepending fills the gap and, when there is none, makes one in proportion to the length;
    removing at the front widens it until it is as long as what it precedes.
    """

    __slots__ = ("_gap", "_slots")

    def __init__(self) -> None:
        self._slots: list[bytes] = []
        self._gap: int = 0

    def __len__(self) -> int:
        return len(self._slots) - self._gap

    def __iter__(self) -> Iterator[bytes]:
        """The elements as they are when the iteration starts."""
        return iter(self._slots[self._gap :])

    def __getitem__(self, index: int) -> bytes:
        """The element at `index`, which is from 0 to the length less one."""
        return self._slots[self._gap + index]

    def slice(self, start: int, stop: int) -> list[bytes]:
        """The elements from `start` up to but without `stop`; neither is negative."""
        return self._slots[self._gap + start : self._gap + stop]

    def find(self, element: bytes, start: int, stop: int) -> int | None:
        """The first index at or after `start` and before `stop` that holds `element`."""
        try:
            return self._slots.index(element, self._gap + start, self._gap + stop) - self._gap
        except ValueError:
            return None

    def _append(self, element: bytes) -> None:
        self._slots.append(element)

    def _prepend(self, element: bytes) -> None:
        if not self._gap:
            if len(self._slots) < _SMALL:
                self._slots.insert(0, element)
                return
            self._gap = len(self._slots) >> 1
            self._slots[:0] = [b""] * self._gap
        self._gap -= 1
        self._slots[self._gap] = element

    def _insert(self, index: int, element: bytes) -> None:
        """Put `element` before the one at `index`, or last when index is the length."""
        self._slots.insert(self._gap + index, element)

    def _replace(self, index: int, element: bytes) -> None:
        self._slots[self._gap + index] = element

    def _pop_first(self) -> bytes:
        """Remove the first element; IndexError when there is none."""
        slots, gap = self._slots, self._gap
        if not gap and len(slots) < _SMALL:
            return slots.pop(0)
        element = slots[gap]
        slots[gap] = b""
        gap += 1
        if 2 * gap >= len(slots):
            del slots[:gap]
            gap = 0
        self._gap = gap
        return element

    def _pop_last(self) -> bytes:
        """Remove the last element; there must be one."""
        element = self._slots.pop()
        if len(self._slots) == self._gap:
            self._clear()
        return element

    def _delete_first(self, count: int) -> None:
        gap = self._gap + count
        if 2 * gap >= len(self._slots):
            del self._slots[:gap]
            self._gap = 0
        else:
            self._slots[self._gap : gap] = [b""] * count
            self._gap = gap

    def _delete_last(self, count: int) -> None:
        del self._slots[len(self._slots) - count :]
        if len(self._slots) == self._gap:
            self._clear()

    def _delete_at(self, indices: list[int]) -> None:
        """Remove the elements at ascending `indices`."""
        if len(indices) == 1:
            del self._slots[self._gap + indices[0]]
        elif indices:
            gone = set(indices)
            self._slots = [element for index, element in enumerate(self) if index not in gone]
            self._gap = 0

    def _clear(self) -> None:
        self._slots.clear()
        self._gap = 0
