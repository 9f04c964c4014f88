"""How many keys of each type have how many elements, or bytes, by powers of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.keyspace.database import Database

_UNITS = ("", "K", "M", "G", "T")


def distributions(database: Database) -> Iterator[tuple[str, str]]:
    """For each kind of value that there is: its name, and ``least size=keys`` of each class."""
    for name, counts in database.sizes():
        yield name, ",".join(f"{_label(bits)}={count}" for bits, count in counts.items())


def _label(bits: int) -> str:
    """The least size of a class: 0, 1, 2, 4 … 512, 1K …"""
    if not bits:
        return "0"
    power = bits - 1
    return f"{1 << power % 10}{_UNITS[power // 10]}"
