"""What a server can say, with nothing lost.

A status and a bulk string with the same text are different values, so are the three nulls, and a
double keeps the text that stood on the wire. All values are immutable and hashable, so that replies
can be compared as multisets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NullKind(Enum):
    """Which of the protocol's three nulls was sent."""

    BULK = "$-1"
    ARRAY = "*-1"
    RESP3 = "_"


@dataclass(frozen=True, slots=True)
class Simple:
    """A status line: `+OK`."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Error:
    """An error line without its `-` and line end, whole: `ERR syntax error`."""

    line: bytes


@dataclass(frozen=True, slots=True)
class BlobError:
    """RESP3's length-prefixed error: `!21`."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Integer:
    """A 64-bit signed integer: `:1`."""

    value: int


@dataclass(frozen=True, slots=True)
class Bulk:
    """A length-prefixed string: `$3`."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Null:
    """No value, with the way it was spelt."""

    kind: NullKind


@dataclass(frozen=True, slots=True)
class Array:
    """`*n`, in order."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """`%n`: pairs in the order sent, duplicates kept."""

    pairs: tuple[tuple[Value, Value], ...]


@dataclass(frozen=True, slots=True)
class Set:
    """`~n`: elements in the order sent, duplicates kept."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Double:
    """`,1.5`: the text on the wire; `value` is what it means."""

    text: bytes

    @property
    def value(self) -> float:
        """The number, `inf` and `nan` included."""
        return float(self.text)


@dataclass(frozen=True, slots=True)
class Boolean:
    """`#t` or `#f`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Verbatim:
    """`=n` text with its three-letter format (`txt`, `mkd`)."""

    format: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class BigNumber:
    """`(` followed by an integer of any size, as text."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Push:
    """`>n`: something that is nobody's reply."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """A value preceded by `|n` attributes."""

    attributes: Map
    value: Value


Value = (
    Simple
    | Error
    | BlobError
    | Integer
    | Bulk
    | Null
    | Array
    | Map
    | Set
    | Double
    | Boolean
    | Verbatim
    | BigNumber
    | Push
    | Attributed
)

AnyError = Error | BlobError


def error_line(value: Value) -> bytes | None:
    """The error text if `value` is an error of either form, else None."""
    if isinstance(value, Error):
        return value.line
    if isinstance(value, BlobError):
        return value.data
    return None
