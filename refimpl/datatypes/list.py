"""The list: byte strings in order, cheap at both ends.

A short list is a listpack, a longer one a quicklist. It becomes a quicklist when what is about to
be added would exceed one node, and a listpack again when removing or replacing has left one node
that is at most half full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.gapped_list import GappedList
from refimpl.datatypes.listpack import EMPTY_SIZE, entry_size
from refimpl.datatypes.quicklist import Node, Quicklist, exceeds_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from refimpl.datatypes.limits import Limits


class ListValue(GappedList):
    """A list. Indices are from the front, from 0, and in range unless a method says otherwise."""

    __slots__ = ("_layout", "_size")

    def __init__(self) -> None:
        super().__init__()
        self._layout: Quicklist | None = None
        # Bytes of the listpack; meaningless while there is a layout.
        self._size: int = EMPTY_SIZE

    @classmethod
    def of(cls, elements: Sequence[bytes], limits: Limits) -> ListValue:
        """A list made in one go, which is a listpack if one node can hold all of it."""
        value, layout = cls(), _quicklist(limits, ())
        for element in elements:
            layout.push(element, first=False)
        value._slots = list(elements)
        value._layout = layout
        value._try_listpack(limits, shrinking=False)
        return value

    @classmethod
    def from_nodes(cls, nodes: Iterable[tuple[bool, list[bytes]]], limits: Limits) -> ListValue:
        """A list from stored nodes: for each its elements, after whether it is a plain one."""
        value, layout = cls(), []
        for plain, elements in nodes:
            size = sum(map(len if plain else entry_size, elements))
            layout.append(Node(len(elements), size if plain else EMPTY_SIZE + size, plain))
            value._slots += elements
        value._layout = _quicklist(limits, layout)
        value._try_listpack(limits, shrinking=False)
        return value

    @property
    def encoding(self) -> str:
        """What OBJECT ENCODING says."""
        return "listpack" if self._layout is None else "quicklist"

    @property
    def quicklist(self) -> Quicklist | None:
        """The layout in nodes, None while the list is a listpack."""
        return self._layout

    @property
    def listpack_size(self) -> int:
        """Bytes of the listpack while the list is one."""
        return self._size

    def nodes(self) -> list[tuple[bool, list[bytes]]]:
        """What `from_nodes` takes; a listpack is one node."""
        if self._layout is None:
            return [(False, list(self))]
        return list(self._layout.cut(self))

    def copy(self) -> ListValue:
        """The same elements in the same encoding, independent of this one."""
        twin = ListValue()
        twin._slots = list(self)
        twin._size = self._size
        twin._layout = self._layout and self._layout.copy()
        return twin

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        yield from emptied(self._slots, self._layout and self._layout.nodes)

    def push_first(self, elements: Sequence[bytes], limits: Limits) -> int:
        """Put each of `elements` before all others in turn, so that the last comes first.

        Returns the length then.
        """
        layout = self._layout or self._ensure_room(elements, limits)
        for element in elements:
            if layout is None:
                self._size += entry_size(element)
            else:
                layout.push(element, first=True)
            self._prepend(element)
        return len(self._slots) - self._gap

    def push_last(self, elements: Sequence[bytes], limits: Limits) -> int:
        """Put `elements` after all others, and return the length then."""
        layout = self._layout or self._ensure_room(elements, limits)
        for element in elements:
            if layout is None:
                self._size += entry_size(element)
            else:
                layout.push(element, first=False)
            self._append(element)
        return len(self._slots) - self._gap

    def push_one(self, element: bytes, first: bool, limits: Limits) -> int:
        """Put one element before or after all others, and return the length then.

        The same as a push of several, without what goes with a loop.
        """
        layout = self._layout
        if layout is None:
            layout = self._ensure_room((element,), limits)
        if layout is None:
            self._size += entry_size(element)
        else:
            layout.push(element, first)
        slots = self._slots
        if not first:
            slots.append(element)
        elif self._gap:
            self._gap -= 1
            slots[self._gap] = element
        else:
            self._prepend(element)
        return len(slots) - self._gap

    def pop_one(self, first: bool, limits: Limits) -> bytes:
        """Remove and return the first or else the last element; the list isn't empty."""
        element = self._pop_first() if first else self._pop_last()
        layout = self._layout
        if layout is None:
            self._size -= entry_size(element)
            return element
        layout.pop(element, first)
        if len(layout.nodes) == 1:
            self._try_listpack(limits)
        return element

    def rotate(self, take_first: bool, put_first: bool, limits: Limits) -> bytes:
        """Move the first or last element to the front or the end, and return it.

        Unlike a pop and a push it looks whether the list became small only at the end.
        """
        element = self._pop_first() if take_first else self._pop_last()
        if self._layout is None:
            self._size -= entry_size(element)
        else:
            self._layout.pop(element, take_first)
        if put_first:
            self.push_first((element,), limits)
        else:
            self.push_last((element,), limits)
        self._try_listpack(limits)
        return element

    def trim(self, first: int, last: int, limits: Limits) -> None:
        """Remove `first` elements at the front and `last` at the end, together at most all."""
        if self._layout is None:
            length = len(self)
            self._size -= sum(map(entry_size, self.slice(0, first)))
            self._size -= sum(map(entry_size, self.slice(length - last, length)))
        else:
            self._layout.delete_last(self, last)
            self._layout.delete_first(self, first)
        self._delete_last(last)
        self._delete_first(first)
        self._try_listpack(limits)

    def replace(self, index: int, element: bytes, limits: Limits) -> bool:
        """Put `element` in place of the one at `index`, which counts from the end if negative.

        False if there is no such index. The element counts as added either way, so the list may
        come out a quicklist that could have stayed a listpack.
        """
        self._ensure_room((element,), limits)
        length = len(self)
        if index < 0:
            index += length
        if not 0 <= index < length:
            return False
        if self._layout is None:
            self._size += entry_size(element) - entry_size(self[index])
        else:
            self._layout.replace(self, index, element)
        self._replace(index, element)
        self._try_listpack(limits)
        return True

    def insert(self, pivot: bytes, element: bytes, after: bool, limits: Limits) -> bool:
        """Put `element` before or after the first `pivot`; False if there is no such element.

        Like `replace`, it makes room for the element before it looks for the pivot.
        """
        self._ensure_room((element,), limits)
        index = self.find(pivot, 0, len(self))
        if index is None:
            return False
        if self._layout is None:
            self._size += entry_size(element)
        else:
            self._layout.insert(self, index, element, after)
        self._insert(index + after, element)
        return True

    def remove(self, element: bytes, count: int, limits: Limits) -> int:
        """Remove the first `count` elements equal to `element`, how many were there is returned.

        A negative count takes the last ones, 0 takes all.
        """
        indices = self.indices(element)
        if count > 0:
            indices = indices[:count]
        elif count < 0:
            indices = indices[count:]
        if indices:
            if self._layout is None:
                self._size -= entry_size(element) * len(indices)
            else:
                self._layout.delete_at(self, indices)
            self._delete_at(indices)
            self._try_listpack(limits)
        return len(indices)

    def indices(self, element: bytes, start: int = 0) -> list[int]:
        """Where `element` is from index `start` on, ascending."""
        found, length = [], len(self)
        index = self.find(element, start, length)
        while index is not None:
            found.append(index)
            index = self.find(element, index + 1, length)
        return found

    def _ensure_room(self, elements: Sequence[bytes], limits: Limits) -> Quicklist | None:
        """Become a quicklist if one node can't hold `elements` besides what is there.

        Returns the layout as it then is.
        """
        if self._layout is None:
            size = self._size + sum(map(len, elements))
            count = len(self) + len(elements)
            if exceeds_node(limits.list_max_listpack_size, size, count):
                nodes = [Node(len(self), self._size)] if len(self) else []
                self._layout = _quicklist(limits, nodes)
        return self._layout

    def _try_listpack(self, limits: Limits, shrinking: bool = True) -> None:
        """Become a listpack if the only node is small enough."""
        layout = self._layout
        if layout is not None and layout.fits_listpack(limits.list_max_listpack_size, shrinking):
            self._size = layout.nodes[0].size
            self._layout = None


def _quicklist(limits: Limits, nodes: Sequence[Node]) -> Quicklist:
    return Quicklist(limits.list_max_listpack_size, nodes, limits.list_plain_from)
