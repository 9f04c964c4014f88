"""How many bytes a value takes, estimated from some of its elements."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CONTAINER = 200
"""An empty value with what belongs to it."""
_PLACE = 8
"""A reference in a list."""
_ENTRY = 100
"""A place in a dict, with its share of those that are free."""
_STREAM_NODE = 600
_STREAM_ENTRY = 120
"""An ID and the tuple that holds an entry's values."""
_PENDING = 300
"""A delivery, and its places in two ordered tables."""
_CONSUMER = 400


def value_size(value: object, samples: int | None = 1) -> int:
    """Bytes a value takes, its other elements being as large as the first `samples`; None: all."""
    match value:
        case bytes() | bytearray():
            return sys.getsizeof(value)
        case ListValue():
            each = (sys.getsizeof(element) + _PLACE for element in value)
        case SetValue():
            each = (sys.getsizeof(member) + _ENTRY for member in value)
        case HashValue():
            each = (
                sys.getsizeof(field)
                + sys.getsizeof(content)
                + _ENTRY * (1 if deadline is None else 3)
                for field, content, deadline in value.entries()
            )
        case SortedSetValue():
            each = (sys.getsizeof(member) + 2 * _ENTRY for member in value.scores)
        case StreamValue():
            return _stream_size(value, samples)
        case _:
            measure = getattr(value, "memory_usage", None)
            return sys.getsizeof(value) if measure is None else int(measure())
    return _CONTAINER + _extrapolated(each, len(value), samples)


def _extrapolated(sizes: Iterable[int], count: int, samples: int | None) -> int:
    """The sum of `count` sizes, of which only the first ones are looked at."""
    if not count:
        return 0
    seen = list(islice(sizes, samples))
    return sum(seen) * count // len(seen)


def _stream_size(stream: StreamValue, samples: int | None) -> int:
    """Entries by the nodes that hold the first of them; groups with all that is pending."""
    size = _CONTAINER
    entries = nodes = taken = 0
    for entries_there, bytes_there in islice(_stream_nodes(stream), samples):
        nodes += 1
        entries += entries_there
        taken += bytes_there
    if nodes:
        # By entry: a node that is only half full is no reason to think others are.
        size += taken * len(stream) // entries if entries else taken
    for group in stream.groups.values():
        size += _CONTAINER + _PENDING * len(group.pending)
        size += sum(_CONSUMER + len(name) for name in group.consumers)
    return size


def _stream_nodes(stream: StreamValue) -> Iterator[tuple[int, int]]:
    """Entries and bytes of each node."""
    for master in stream.nodes:
        node = stream.nodes[master]
        yield len(node), _STREAM_NODE + _STREAM_ENTRY * len(node) + node.size
