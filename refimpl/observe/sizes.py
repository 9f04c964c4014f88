"""How many keys of each type have how many elements, or bytes, by powers of two."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.keyspace.database import Database

_KINDS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("strings_sizes", (bytes, bytearray)),
    ("lists_items", (ListValue,)),
    ("sets_items", (SetValue,)),
    ("zsets_items", (SortedSetValue,)),
    ("hashes_items", (HashValue,)),
)
_UNITS = ("", "K", "M", "G", "T")


def distributions(database: Database) -> Iterator[tuple[str, str]]:
    """For each kind of value that there is: its name, and ``least size=keys`` of each class.

    This looks at every key. To count when keys change would slow down every write, for a section
    that is rarely read.
    """
    by_type: dict[type, Counter[int]] = {}
    for value in database.values.values():
        counter = by_type.get(type(value))
        if counter is None:
            counter = by_type[type(value)] = Counter()
        counter[len(value).bit_length() if hasattr(value, "__len__") else 0] += 1
    for name, types in _KINDS:
        total: Counter[int] = Counter()
        for each in types:
            total.update(by_type.get(each, {}))
        if total:
            yield name, ",".join(f"{_label(bits)}={total[bits]}" for bits in sorted(total))


def _label(bits: int) -> str:
    """The least size of a class: 0, 1, 2, 4 … 512, 1K …"""
    if not bits:
        return "0"
    power = bits - 1
    return f"{1 << power % 10}{_UNITS[power // 10]}"
