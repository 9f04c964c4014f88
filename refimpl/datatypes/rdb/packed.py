"""The flat encodings of small containers as bytes: listpack, intset and the older ziplist."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.numbers import parse_int

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_END: Final = 0xFF
_COUNT_UNKNOWN: Final = 0xFFFF
_HEADER: Final = struct.Struct("<IH")

# First byte of a listpack's wider integers, and the bytes that follow.
_INT_SIZES: Final = {0xF1: 2, 0xF2: 3, 0xF3: 4, 0xF4: 8}
# The same of a ziplist.
_ZIPLIST_INT_SIZES: Final = {0xC0: 2, 0xD0: 4, 0xE0: 8, 0xF0: 3, 0xFE: 1}


def listpack(elements: Iterable[bytes]) -> bytes:
    """A listpack of these elements; canonical 64-bit integers are stored as such."""
    entries = [_entry(element) for element in elements]
    body = b"".join(entries)
    header = _HEADER.pack(len(body) + 7, min(len(entries), _COUNT_UNKNOWN))
    return header + body + b"\xff"


def _entry(element: bytes) -> bytes:
    number = parse_int(element)
    body = _text(element) if number is None else _integer(number)
    return body + _length_backwards(len(body))


def _text(element: bytes) -> bytes:
    length = len(element)
    if length < 64:
        return bytes((0x80 | length,)) + element
    if length < 4096:
        return bytes((0xE0 | length >> 8, length & 255)) + element
    return b"\xf0" + length.to_bytes(4, "little") + element


def _integer(number: int) -> bytes:
    if 0 <= number < 128:
        return bytes((number,))
    if -4096 <= number < 4096:
        number &= 0x1FFF
        return bytes((0xC0 | number >> 8, number & 255))
    for first, size in _INT_SIZES.items():
        if -(1 << 8 * size - 1) <= number < 1 << 8 * size - 1:
            return bytes((first,)) + number.to_bytes(size, "little", signed=True)
    raise OverflowError(number)


def _length_backwards(length: int) -> bytes:
    """An entry's length so that it can be read from its last byte to the front."""
    groups = [length & 127]
    while length := length >> 7:
        groups.append(length & 127)
    return bytes([groups[-1], *(group | 128 for group in groups[-2::-1])])


def read_listpack(data: bytes) -> list[bytes]:
    """The elements of a listpack. Raises ValueError, IndexError or struct.error."""
    total, count = _HEADER.unpack_from(data)
    elements = _read_entries(data, total, 6, _read_listpack_entry)
    if count not in (_COUNT_UNKNOWN, len(elements)):
        raise ValueError("another count than announced")
    return elements


def _read_entries(
    data: bytes, total: int, at: int, read: Callable[[bytes, int], tuple[bytes, int]]
) -> list[bytes]:
    if total != len(data) or data[-1] != _END:
        raise ValueError("another size than announced")
    elements = []
    while data[at] != _END:
        element, at = read(data, at)
        elements.append(element)
    if at != len(data) - 1:
        raise ValueError("ends early")
    return elements


def _read_listpack_entry(data: bytes, at: int) -> tuple[bytes, int]:
    """The element at a position, and the position of the next one."""
    first = data[at]
    if first < 0x80:
        element, size = b"%d" % first, 1
    elif first < 0xC0:
        size = 1 + (first & 63)
        element = data[at + 1 : at + size]
    elif first < 0xE0:
        number = (first & 31) << 8 | data[at + 1]
        element, size = b"%d" % (number - 8192 if number > 4095 else number), 2
    elif first < 0xF0:
        size = 2 + ((first & 15) << 8 | data[at + 1])
        element = data[at + 2 : at + size]
    elif first == 0xF0:
        size = 5 + int.from_bytes(data[at + 1 : at + 5], "little")
        element = data[at + 5 : at + size]
    else:
        size = 1 + _INT_SIZES.get(first, len(data))
        element = b"%d" % int.from_bytes(data[at + 1 : at + size], "little", signed=True)
    following = at + size + len(_length_backwards(size))
    if following >= len(data):
        raise ValueError("an entry beyond the end")
    return element, following


def read_ziplist(data: bytes) -> list[bytes]:
    """The elements of a ziplist, which servers before 7.0 wrote."""
    return _read_entries(data, int.from_bytes(data[:4], "little"), 10, _read_ziplist_entry)


def _read_ziplist_entry(data: bytes, at: int) -> tuple[bytes, int]:
    at += 5 if data[at] == 0xFE else 1  # the length of the entry before
    first = data[at]
    if first < 0x40:
        start, size = at + 1, first
    elif first < 0x80:
        start, size = at + 2, (first & 63) << 8 | data[at + 1]
    elif first == 0x80:
        start, size = at + 5, int.from_bytes(data[at + 1 : at + 5], "big")
    elif first in _ZIPLIST_INT_SIZES:
        start, size = at + 1, _ZIPLIST_INT_SIZES[first]
        number = int.from_bytes(data[start : start + size], "little", signed=True)
        return b"%d" % number, start + size
    elif 0xF1 <= first <= 0xFD:
        return b"%d" % (first - 0xF1), at + 1
    else:
        raise ValueError("no such entry")
    if start + size >= len(data):
        raise ValueError("an entry beyond the end")
    return data[start : start + size], start + size


def intset(members: Iterable[bytes]) -> bytes:
    """An intset of members that are integers in ascending order."""
    numbers = [int(member) for member in members]
    size = next(
        size
        for size in (2, 4, 8)
        if all(-(1 << 8 * size - 1) <= n < 1 << 8 * size - 1 for n in numbers)
    )
    code = {2: "h", 4: "i", 8: "q"}[size]
    return struct.pack(f"<II{len(numbers)}{code}", size, len(numbers), *numbers)


def read_intset(data: bytes) -> list[bytes]:
    """The members of an intset."""
    size, count = struct.unpack_from("<II", data)
    code = {2: "h", 4: "i", 8: "q"}.get(size)
    if code is None or len(data) != 8 + size * count:
        raise ValueError("another size than announced")
    return [b"%d" % number for number in struct.unpack_from(f"<{count}{code}", data, 8)]
