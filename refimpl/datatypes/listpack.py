"""Sizes of listpacks, the flat encoding of small containers: several thresholds are in bytes.

An entry is its encoding and payload followed by their length written backwards. Strings that are
canonical 64-bit integers are stored as integers.
"""

from __future__ import annotations

from refimpl.datatypes.numbers import parse_int

EMPTY_SIZE = 7
"""Bytes of a listpack without entries: total length, number of entries, end mark."""

_DIGITS = b"0123456789"
_LONGEST_INTEGER = 20

_INTEGER_ENCODINGS = (
    (-(1 << 12), (1 << 12) - 1, 2),
    (-(1 << 15), (1 << 15) - 1, 3),
    (-(1 << 23), (1 << 23) - 1, 4),
    (-(1 << 31), (1 << 31) - 1, 5),
)
"""Least and greatest integer, and bytes of encoding and payload; any other takes nine."""


def entry_size(element: bytes) -> int:
    """Bytes that an element takes in a listpack."""
    length = len(element)
    # The commonest elements first: this runs for every element pushed to or popped from a list.
    if length < 64 and (length > _LONGEST_INTEGER or element[-1:] not in _DIGITS):
        return length + 2
    if length <= _LONGEST_INTEGER:
        number = parse_int(element)
        if number is not None:
            return _integer_size(number) + 1
        return length + 2
    if length < 4096:
        body = length + 2
        return body + (1 if body < 128 else 2)
    body = length + 5
    if body < 1 << 14:
        return body + 2
    if body < 1 << 21:
        return body + 3
    return body + (4 if body < 1 << 28 else 5)


def _integer_size(number: int) -> int:
    if 0 <= number < 128:
        return 1
    for least, greatest, size in _INTEGER_ENCODINGS:
        if least <= number <= greatest:
            return size
    return 9
