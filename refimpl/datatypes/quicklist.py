"""How a quicklist cuts its elements into nodes.

The elements themselves lie in a `GappedList`; this is only the layout: for each node how many
elements and bytes it has. It decides when a list is small enough to be a listpack again, what
DEBUG OBJECT shows, and the nodes an RDB file gets.
"""

from __future__ import annotations

from collections import deque
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.listpack import EMPTY_SIZE, LONGEST_INTEGER, entry_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refimpl.datatypes.gapped_list import GappedList

_SAFE_SIZE: Final = 8192
"""Bytes that a node limited by its number of elements may have all the same."""

_ENTRY_OVERHEAD: Final = 8
"""Bytes by which an entry about to be added is taken to exceed its payload."""

_UNLIMITED: Final = 1 << 62


def node_limits(fill: int) -> tuple[int, int]:
    """Bytes and elements a node may have by a list-max-listpack-size of `fill`."""
    if fill < 0:
        return 4096 << min(-fill - 1, 4), _UNLIMITED
    return _UNLIMITED, max(fill, 1)


def exceeds_node(fill: int, size: int, count: int) -> bool:
    """Whether `size` bytes in `count` elements are too much for one node."""
    if fill < 0:
        return size > 4096 << min(-fill - 1, 4)
    return size > _SAFE_SIZE or count > max(fill, 1)


class Node:
    """One node: a listpack of several elements, or a single large element as it is (`plain`)."""

    __slots__ = ("count", "plain", "size")

    def __init__(self, count: int, size: int, plain: bool = False) -> None:
        self.count = count
        self.size = size
        self.plain = plain


def _node_of(element: bytes) -> Node:
    return Node(1, EMPTY_SIZE + entry_size(element))


def _plain_node_of(element: bytes) -> Node:
    return Node(1, len(element), plain=True)


class Quicklist:
    """The nodes of one list, under the limit that was configured when it became a quicklist.

    The methods that change it are called before the elements change, with `elements` as they
    still are; indices are from the front and in range.
    """

    __slots__ = ("_max_count", "_max_plainless", "_max_size", "fill", "nodes")

    def __init__(self, fill: int, nodes: Sequence[Node], plain_from: int = 0) -> None:
        """`plain_from` is `Limits.list_plain_from`."""
        self.fill = min(max(fill, -5), (1 << 15) - 1)
        max_size, self._max_count = node_limits(self.fill)
        self._max_size = min(max_size, _SAFE_SIZE) if self.fill >= 0 else max_size
        self.set_plain_from(plain_from)
        self.nodes: deque[Node] = deque(nodes)

    def set_plain_from(self, size: int) -> None:
        """Let elements of that many bytes get nodes of their own; 0 for those that fit in none."""
        # An element longer than this is large: it gets a plain node for itself.
        self._max_plainless = size - 1 if size else self._max_size

    def push(self, element: bytes, first: bool) -> None:
        """Note that `element` is about to be put before all others (`first`) or after them."""
        nodes = self.nodes
        size = len(element)
        if nodes:
            node = nodes[0] if first else nodes[-1]
            # What `_admits`, `_grow` and `entry_size` do, without the calls, which would take
            # 130 ns of the 900 of an LPUSH: every push comes through here.
            if (
                node.size + size + _ENTRY_OVERHEAD <= self._max_size
                and node.count < self._max_count
                and not node.plain
                and size <= self._max_plainless
            ):
                node.count += 1
                if 0 < size < 64 and (size > LONGEST_INTEGER or not 48 <= element[-1] <= 57):
                    node.size += size + 2
                else:
                    node.size += entry_size(element)
                return
        node = self._node_for(element)
        if first:
            nodes.appendleft(node)
        else:
            nodes.append(node)

    def pop(self, element: bytes, first: bool) -> None:
        """Note that the first or else the last element, which this is, goes."""
        nodes = self.nodes
        node = nodes[0] if first else nodes[-1]
        if node.count > 1:
            node.count -= 1
            size = len(element)  # as in `push`
            if 0 < size < 64 and (size > LONGEST_INTEGER or not 48 <= element[-1] <= 57):
                node.size -= size + 2
            else:
                node.size -= entry_size(element)
        elif first:
            nodes.popleft()
        else:
            nodes.pop()

    def delete_first(self, elements: GappedList, count: int) -> None:
        """Note that the first `count` elements are about to go."""
        offset = 0
        while offset < count:
            node = self.nodes[0]
            gone = min(node.count, count - offset)
            if gone == node.count:
                self.nodes.popleft()
            else:
                _shrink(node, elements.slice(offset, offset + gone))
            offset += gone

    def delete_last(self, elements: GappedList, count: int) -> None:
        """Note that the last `count` elements are about to go."""
        stop = len(elements)
        while count:
            node = self.nodes[-1]
            gone = min(node.count, count)
            if gone == node.count:
                self.nodes.pop()
            else:
                _shrink(node, elements.slice(stop - gone, stop))
            stop -= gone
            count -= gone

    def delete_at(self, elements: GappedList, indices: Sequence[int]) -> None:
        """Note that the elements at ascending `indices` are about to go."""
        ends = accumulate(node.count for node in self.nodes)
        pending = iter(indices)
        index = next(pending, None)
        for node, end in zip(list(self.nodes), ends, strict=True):
            while index is not None and index < end:
                _shrink(node, [elements[index]])
                index = next(pending, None)
        self.nodes = deque(node for node in self.nodes if node.count)

    def replace(self, elements: GappedList, index: int, element: bytes) -> None:
        """Note that the element at `index` is about to become `element`.

        A listpack takes any element that isn't large, full or not. Otherwise the new one gets a
        node to itself, and the listpack is cut behind the old one, which leaves it; the halves
        join their other neighbours where they can.
        """
        at, start = self._locate(index)
        node, old = self.nodes[at], elements[index]
        large = len(element) > self._max_plainless
        if node.plain:
            if large:
                node.size = len(element)
            else:
                self._push_beside(at, element, after=True)
                del self.nodes[at]
        elif not large:
            node.size += entry_size(element) - entry_size(old)
        else:
            if index + 1 < start + node.count:
                self._split(elements, at, start, index + 1)
            self.nodes.insert(at + 1, _plain_node_of(element))
            _shrink(node, [old])
            if node.count:
                self._merge_around(at + 1)
            else:
                del self.nodes[at]

    def insert(self, elements: GappedList, pivot: int, element: bytes, after: bool) -> None:
        """Note that `element` is about to go beside the one at index `pivot`."""
        at, start = self._locate(pivot)
        node = self.nodes[at]
        at_edge = pivot == (start + node.count - 1 if after else start)
        if len(element) > self._max_plainless:
            if not at_edge:
                self._split(elements, at, start, pivot + after)
            self.nodes.insert(at + (after or not at_edge), _plain_node_of(element))
        elif self._allows(node, element):
            _grow(node, element)
        elif at_edge:
            self._push_beside(at, element, after)
        else:
            self._split(elements, at, start, pivot + after)
            _grow(self.nodes[at + after], element)
            self._merge_around(at if after else at + 1)

    def fits_listpack(self, fill: int, shrinking: bool) -> bool:
        """Whether one listpack can hold all; while shrinking, only if it would be half empty."""
        if len(self.nodes) != 1 or self.nodes[0].plain:
            return False
        max_size, max_count = node_limits(fill)
        if shrinking:
            max_size, max_count = max_size // 2, max_count // 2
        return self.nodes[0].size <= max_size and self.nodes[0].count <= max_count

    def copy(self) -> Quicklist:
        """The same layout, independent of this one."""
        twin = Quicklist(self.fill, [Node(n.count, n.size, n.plain) for n in self.nodes])
        twin._max_plainless = self._max_plainless
        return twin

    def cut(self, elements: GappedList) -> Iterator[tuple[bool, list[bytes]]]:
        """Each node's elements, after whether it is a plain one."""
        start = 0
        for node in self.nodes:
            yield node.plain, elements.slice(start, start + node.count)
            start += node.count

    def _allows(self, node: Node, element: bytes) -> bool:
        if node.plain:
            return False
        size = node.size + len(element) + _ENTRY_OVERHEAD
        return size <= self._max_size and node.count < self._max_count

    def _admits(self, node: Node, element: bytes) -> bool:
        """Whether `element`, which may be large, can be added to `node`."""
        return len(element) <= self._max_plainless and self._allows(node, element)

    def _node_for(self, element: bytes) -> Node:
        """A new node with `element` alone."""
        large = len(element) > self._max_plainless
        return _plain_node_of(element) if large else _node_of(element)

    def _push_beside(self, at: int, element: bytes, after: bool) -> None:
        """Add `element` to the neighbour of the node at `at`, or else to a node between them."""
        neighbour = at + 1 if after else at - 1
        exists = 0 <= neighbour < len(self.nodes)
        if exists and self._admits(self.nodes[neighbour], element):
            _grow(self.nodes[neighbour], element)
        else:
            self.nodes.insert(at + after, self._node_for(element))

    def _locate(self, index: int) -> tuple[int, int]:
        """The position of the node that holds `index`, and the index of its first element."""
        start = 0
        for at, node in enumerate(self.nodes):
            if index < start + node.count:
                return at, start
            start += node.count
        raise IndexError(index)

    def _split(self, elements: GappedList, at: int, start: int, cut: int) -> None:
        """Cut the node at `at`, whose first element has index `start`, before index `cut`."""
        node = self.nodes[at]
        tail = elements.slice(cut, start + node.count)
        _shrink(node, tail)
        self.nodes.insert(at + 1, Node(len(tail), EMPTY_SIZE + sum(map(entry_size, tail))))

    def _merge_around(self, at: int) -> None:
        """Join the node at `at` and the two on each side of it where they fit together."""
        if at >= 2 and self._merge(at - 2):
            at -= 1
        self._merge(at + 1)
        if at >= 1 and self._merge(at - 1):
            at -= 1
        self._merge(at)

    def _merge(self, at: int) -> bool:
        """Join the nodes at `at` and behind it if both exist and fit together."""
        if at + 1 >= len(self.nodes):
            return False
        left, right = self.nodes[at], self.nodes[at + 1]
        size, count = left.size + right.size - EMPTY_SIZE, left.count + right.count
        if left.plain or right.plain or size > self._max_size or count > self._max_count:
            return False
        left.size, left.count = size, count
        del self.nodes[at + 1]
        return True


def _grow(node: Node, element: bytes) -> None:
    node.count += 1
    node.size += entry_size(element)


def _shrink(node: Node, gone: Sequence[bytes]) -> None:
    node.count -= len(gone)
    node.size -= sum(map(entry_size, gone))
