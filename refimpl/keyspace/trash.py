"""What nobody can reach any more but hasn't been freed yet.

UNLINK and its like take a large value out of the keyspace at once; its memory is given back a
little at each turn of the event loop. What is counted is what INFO tells of it: a value of many
parts is one object, however many, as is each key of a database that was emptied.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from refimpl.datatypes.list import ListValue
from refimpl.datatypes.stream import StreamValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from refimpl.datatypes.kinds import Container

_FEW = 64
"""Parts up to which a real server frees a value at once."""

_SHORT = 2_000
"""Elements up to which this one does, too, if that isn't to be counted."""

_SLICE_USEC = 500
"""How long freeing may take at each turn of the loop."""

_KEYS = 200
"""Keys of an emptied database that are taken at a time."""

_MOST = 5_000_000
"""Elements that may wait. Who throws away more at a faster pace frees what came before."""


class Trash:
    """Takes values, and frees them when there is time; without a loop to find that, at once."""

    __slots__ = ("_elements", "_heaps", "_monotonic_us", "_wake", "freed", "pending")

    def __init__(self) -> None:
        self._heaps: deque[tuple[int, int, Iterator[None]]] = deque()
        """How many objects and elements each is, and the steps that free it."""
        self._elements = 0
        self._monotonic_us: Callable[[], int] | None = None
        self._wake: Callable[[], object] | None = None
        self.pending = 0
        """Objects that wait."""
        self.freed = 0
        """Objects that were freed after they had waited."""

    def connect(self, monotonic_us: Callable[[], int], wake: Callable[[], object]) -> None:
        """From now on `wake` is called when there is something to do: call `run` then."""
        self._monotonic_us = monotonic_us
        self._wake = wake

    def throw(self, value: object) -> None:
        """Free a value that was deleted; later, if that takes long."""
        if isinstance(value, bytes | bytearray):
            return
        container: Container = value  # type: ignore[assignment]
        counts = free_effort(container) > _FEW
        if counts or len(container) > _SHORT:
            self._add(int(counts), len(container), container.dismantle())

    def throw_keyspace(self, values: dict[bytes, object], beside: Iterator[None]) -> None:
        """Free the keys and values of a database, and then what is known beside them."""
        if values:
            self._add(len(values), len(values), _dismantle(values, beside))

    def note_freed(self, parts: int, objects: int) -> None:
        """Count what a real server would have freed later, and this one needn't."""
        if parts > _FEW:
            self.freed += objects

    def run(self) -> bool:
        """Free some, if only a little; whether anything is left."""
        monotonic_us = self._monotonic_us
        assert monotonic_us is not None
        deadline = monotonic_us() + _SLICE_USEC
        while self._heaps:
            self._step()
            if monotonic_us() >= deadline:
                break
        return bool(self._heaps)

    def _add(self, objects: int, elements: int, steps: Iterator[None]) -> None:
        while self._heaps and self._elements > _MOST:
            self._step()
        idle = not self._heaps
        self._heaps.append((objects, elements, steps))
        self._elements += elements
        self.pending += objects
        if self._wake is None:
            while self._heaps:
                self._step()
        elif idle:
            self._wake()

    def _step(self) -> None:
        """Do a bounded part of the work for what has waited longest."""
        objects, elements, steps = self._heaps[0]
        for _ in steps:
            return
        self._heaps.popleft()
        self._elements -= elements
        self.pending -= objects
        self.freed += objects


def _dismantle(values: dict[bytes, object], beside: Iterator[None]) -> Iterator[None]:
    while values:
        for _ in range(min(_KEYS, len(values))):
            _, value = values.popitem()
            if value.__class__ is not bytes and not isinstance(value, bytes | bytearray):
                container: Container = value  # type: ignore[assignment]
                if len(container) > _SHORT:
                    yield from container.dismantle()
        yield
    yield from beside


def free_effort(value: Container) -> int:
    """How many parts a real server would have to free one by one."""
    if isinstance(value, StreamValue):
        return _stream_effort(value)
    if isinstance(value, ListValue):
        return 1 if value.quicklist is None else len(value.quicklist.nodes)
    # In the other encodings a value is one piece of memory; vector sets aren't looked into.
    return len(value) if value.encoding in ("hashtable", "skiplist") else 1


def _stream_effort(value: StreamValue) -> int:
    """The nodes of the tree, and for each group as much as the first one holds."""
    nodes = len(value.nodes)
    # The tree has at least as many; to count them takes long.
    parts = nodes if nodes > _FEW else value.tree_nodes()
    if value.groups:
        first = value.groups[min(value.groups)]
        parts += len(value.groups) * (1 + len(first.pending))
    return parts
