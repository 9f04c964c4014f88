"""Reading RDB data: lengths, strings, numbers."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.rdb.lzf import decompress

if TYPE_CHECKING:
    from mmap import mmap

_INT8, _INT16, _INT32, _COMPRESSED = range(4)
_INT_SIZES: Final = {_INT8: 1, _INT16: 2, _INT32: 4}


class Reader:
    """A position in RDB data. Whatever is wrong with them raises ValueError or its like."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes | mmap, at: int = 0) -> None:
        self.data = data
        self.at = at

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        start, self.at = self.at, self.at + count
        if self.at > len(self.data):
            raise ValueError("the data end early")
        return self.data[start : self.at]

    def length(self) -> int:
        """A length, or any other number of that form."""
        length, special = self._length()
        if special:
            raise ValueError("an encoded string instead of a length")
        return length

    def _length(self) -> tuple[int, bool]:
        """A length; or the number of a special encoding, and True."""
        first = self.take(1)[0]
        form = first >> 6
        if form == 0:
            return first, False
        if form == 1:
            return (first & 63) << 8 | self.take(1)[0], False
        if form == 3:
            return first & 63, True
        if first == 0x80:
            return int.from_bytes(self.take(4), "big"), False
        if first == 0x81:
            return int.from_bytes(self.take(8), "big"), False
        raise ValueError("no such length")

    def string(self) -> bytes:
        """A string, whichever way it is stored."""
        length, special = self._length()
        if not special:
            return self.take(length)
        if length == _COMPRESSED:
            packed, size = self.length(), self.length()
            return decompress(self.take(packed), size)
        return b"%d" % int.from_bytes(self.take(_INT_SIZES[length]), "little", signed=True)

    def double(self) -> float:
        """A double as its eight bytes."""
        value: float = struct.unpack("<d", self.take(8))[0]
        return value

    def text_double(self) -> float:
        """A double as a text after its length, of which the last three values are special."""
        length = self.take(1)[0]
        special = {253: "nan", 254: "inf", 255: "-inf"}.get(length)
        return float(special if special is not None else self.take(length).decode("ascii"))

    def milliseconds(self) -> int:
        """A time, in eight bytes."""
        return int.from_bytes(self.take(8), "little")
