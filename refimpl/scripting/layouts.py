"""Values as bytes in the layouts of C, as the library `struct` of scripts has them."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SIZES = {b"b": 1, b"h": 2, b"l": 8, b"t": 8, b"f": 4, b"d": 8, b"x": 1, b"s": 0}
_INTEGERS = b"bBhHlLTiI"
_CONTROLS = b" <>!"
_MOST_INTEGER = 32
_MOST_NUMBER = (1 << 31) - 1
_DEFAULT_ALIGNMENT = 8
_WORD = 1 << 64


class _Problem(Exception):
    """What a script is told."""


class _Layout:
    """Walks through a format: yields options, their sizes, and the padding before them."""

    def __init__(self, text: bytes, strict: bool = True) -> None:
        self._text = text.partition(b"\0")[0]
        self._strict = strict
        self._at = 0
        self._alignment = 1
        self.order = "<"

    def options(self) -> Iterator[tuple[bytes, int]]:
        """Options in turn, with their sizes in bytes; 0 where the value tells."""
        text = self._text
        while self._at < len(text):
            option = text[self._at : self._at + 1]
            self._at += 1
            if option in _CONTROLS:
                self._control(option)
            elif option in (b"i", b"I"):
                size = self._number(4)
                if size > _MOST_INTEGER:
                    raise _Problem(f"integral size {size} is larger than limit of {_MOST_INTEGER}")
                yield option, size
            elif option == b"c":
                yield option, self._number(1)
            elif option in b"bBhHlLTfdxs":
                yield option, _SIZES[option.lower()]
            elif self._strict:
                raise _Problem(
                    f"bad argument #1 to '?' (invalid format option '{option.decode('latin-1')}')"
                )

    def _control(self, option: bytes) -> None:
        if option in b"<>":
            self.order = option.decode()
        elif option == b"!":
            alignment = self._number(_DEFAULT_ALIGNMENT)
            if alignment == 0 or alignment & (alignment - 1):
                raise _Problem(f"alignment {alignment} is not a power of 2")
            self._alignment = alignment

    def _number(self, default: int) -> int:
        start = self._at
        while self._text[self._at : self._at + 1].isdigit():
            self._at += 1
            if int(self._text[start : self._at]) > _MOST_NUMBER:
                raise _Problem("integral size overflow")
        return int(self._text[start : self._at]) if self._at > start else default

    def padding(self, position: int, option: bytes, size: int) -> int:
        """Bytes to leave out before an option at a position."""
        if size == 0 or option == b"c":
            return 0
        size = min(size, self._alignment)
        return (size - (position & (size - 1))) & (size - 1)


def _integer(number: float) -> int:
    """A double as an unsigned integer of 64 bits, as processors convert it."""
    if number != number:
        return 1 << 63
    if number < 0:
        return int(number) % _WORD if number >= -(1 << 63) else 1 << 63
    return int(number) if number < _WORD else 0


def _as_number(value: Any) -> float | None:
    if type(value) is bytes:
        text = value.strip()
        try:
            if b"x" in text.lower():
                return float(int(text, 16))
            return float(text) if b"_" not in text else None
        except ValueError:
            return None
    return value  # type: ignore[no-any-return]


class Packer:
    """Collects the values of a call, since Lua hands them over one by one, then packs them."""

    def __init__(self) -> None:
        self._format = b""
        self._values: list[tuple[Any, bytes]] = []

    def begin(self, text: Any) -> None:
        """A call with this format begins."""
        self._format = _text(text)
        self._values.clear()

    def value(self, value: Any, kind: bytes) -> None:
        """The next value: a number, a string, or None for one of another type."""
        self._values.append((value, kind))

    def pack(self) -> Any:
        """None and the bytes, or what is wrong."""
        try:
            return None, self._packed()
        except _Problem as problem:
            return str(problem).encode("latin-1")
        finally:
            self._values.clear()

    def _packed(self) -> bytes:
        layout = _Layout(self._format)
        out = bytearray()
        values = iter(enumerate(self._values, start=2))
        for option, size in layout.options():
            out += bytes(layout.padding(len(out), option, size))
            if option == b"x":
                out.append(0)
                continue
            index, (value, kind) = next(values, (len(self._values) + 2, (None, b"nil")))
            if option in b"cs":
                out += self._string(option, size, index, value, kind)
                continue
            number = _as_number(value)
            if number is None:
                raise _Problem(
                    f"bad argument #{index} to '?' (number expected, got {kind.decode()})"
                )
            if option in _INTEGERS:
                word = _integer(float(number)) % (1 << 8 * size)
                out += word.to_bytes(size, "little" if layout.order == "<" else "big")
            else:
                out += _packed_double(layout.order, option, float(number))
        return bytes(out)

    @staticmethod
    def _string(option: bytes, size: int, index: int, value: Any, kind: bytes) -> bytes:
        if value is None:
            raise _Problem(f"bad argument #{index} to '?' (string expected, got {kind.decode()})")
        text = _text(value)
        if option == b"s":
            return text + b"\0"
        if size > len(text):
            raise _Problem(f"bad argument #{index + 1} to '?' (string too short)")
        return text[:size] if size else text


def _text(value: Any) -> bytes:
    """A string or number as string, as Lua makes one of the other."""
    if type(value) is bytes:
        return value
    if value != value and math.copysign(1.0, value) < 0:
        return b"-nan"
    return b"%.14g" % value


def _packed_double(order: str, option: bytes, number: float) -> bytes:
    try:
        return struct.pack(order + option.decode(), number)
    except OverflowError:
        return struct.pack(order + "f", math.copysign(math.inf, number))


def _unpack(text: Any, data: Any, start: float) -> Any:
    """None, the values and the position behind them; or what is wrong."""
    try:
        return (None, *_unpacked(_text(text), _text(data), start))
    except _Problem as problem:
        return str(problem).encode("latin-1")


def _unpacked(text: bytes, data: bytes, start: float) -> list[Any]:
    first = _as_number(start) or 0
    position = (int(first) if abs(first) < 1 << 63 else -(1 << 63)) - 1
    if position == -1:
        raise _Problem("bad argument #3 to '?' (offset must be 1 or greater)")
    layout = _Layout(text)
    values: list[Any] = []
    for option, size in layout.options():
        position += layout.padding(position, option, size)
        _must_hold(data, position, size)
        if option in _INTEGERS:
            values.append(_read_integer(data[position : position + size], option, layout.order))
        elif option in b"fd":
            values.append(struct.unpack_from(layout.order + option.decode(), data, position)[0])
        elif option == b"c":
            if size == 0:
                count = _as_number(values[-1]) if values else None
                if count is None:
                    raise _Problem("format 'c0' needs a previous size")
                size = _integer(float(count))
                values.pop()
                _must_hold(data, position, size)
            values.append(data[position : position + size])
        elif option == b"s":
            stop = data.find(b"\0", position)
            if stop < 0:
                raise _Problem("unfinished string in data")
            values.append(data[position:stop])
            size = stop + 1 - position
        position += size
    return [*values, position + 1]


def _must_hold(data: bytes, position: int, size: int) -> None:
    if position < 0 or position + size > len(data):
        raise _Problem("bad argument #2 to '?' (data string too short)")


def _read_integer(data: bytes, option: bytes, order: str) -> float:
    if order == ">":
        data = data[::-1]
    number = int.from_bytes(data[:8], "little")
    if option.islower() and 0 < len(data) <= 8 and number >> 8 * len(data) - 1:
        return number - (1 << 8 * len(data))
    if option.islower() and number >> 63:
        return number - _WORD
    return float(number) if number >> 63 else number


def _size(text: Any) -> Any:
    """None and how many bytes a format takes; or what is wrong."""
    layout = _Layout(_text(text), strict=False)
    total = 0
    try:
        for option, size in layout.options():
            total += layout.padding(total, option, size)
            if size == 0 and option in b"cs":
                name = "c0" if option == b"c" else "s"
                return f"bad argument #1 to '?' (option '{name}' has no fixed size)".encode()
            total += size
    except _Problem as problem:
        return str(problem).encode("latin-1")
    return None, total


def _pack_number(number: float) -> bytes:
    """A number as MessagePack has it, in the fewest bytes."""
    if number == number and -(1 << 63) <= number < 1 << 63 and int(number) == number:
        whole = int(number)
        if -32 <= whole < 128:
            return struct.pack(">b", whole)
        for mark, letter in (b"\xcc\xd0", "b"), (b"\xcd\xd1", "h"), (b"\xce\xd2", "i"):
            try:
                if whole >= 0:
                    return mark[:1] + struct.pack(">" + letter.upper(), whole)
                return mark[1:] + struct.pack(">" + letter, whole)
            except struct.error:
                continue
        return struct.pack(">BQ", 0xCF, whole) if whole >= 0 else struct.pack(">Bq", 0xD3, whole)
    number = float(number)
    try:
        single = struct.pack(">f", number)
    except OverflowError:
        return b"\xcb" + struct.pack(">d", number)
    if struct.unpack(">f", single)[0] == number:
        return b"\xca" + single
    return b"\xcb" + struct.pack(">d", number)


def layout_functions() -> dict[str, Callable[..., Any]]:
    """The functions by the names under which the sandbox knows them."""
    packer = Packer()
    return {
        "struct_begin": packer.begin,
        "struct_value": packer.value,
        "struct_pack": packer.pack,
        "struct_unpack": _unpack,
        "struct_size": _size,
        "pack_number": _pack_number,
        "read_float": lambda data: struct.unpack(">f" if len(data) == 4 else ">d", data)[0],
        "read_signed": lambda data: int.from_bytes(data, "big", signed=True),
    }
