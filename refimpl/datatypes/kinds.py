"""What all kinds of values have in common: a type, an encoding, that they can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.string import EmbeddedString
from refimpl.datatypes.vector.vector_set import VectorSetValue

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPE_NAMES: Final[dict[type, str]] = {
    bytes: "string",
    bytearray: "string",
    EmbeddedString: "string",
    ListValue: "list",
    SetValue: "set",
    SortedSetValue: "zset",
    HashValue: "hash",
    StreamValue: "stream",
    VectorSetValue: "vectorset",
}
"""What TYPE calls a value of that class."""


class Container(Protocol):
    """A value with elements."""

    @property
    def encoding(self) -> str: ...

    def __len__(self) -> int: ...

    def copy(self) -> Container: ...

    def dismantle(self) -> Iterator[None]: ...


def type_name(value: object) -> str:
    """The name of a value's type."""
    return TYPE_NAMES[type(value)]


def copy_value(value: object) -> object:
    """A copy that can be changed without changing the original."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, bytearray):
        return bytearray(value)
    container: Container = value  # type: ignore[assignment]
    return container.copy()
