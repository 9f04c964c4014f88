"""Writing RDB data: lengths and strings."""

from __future__ import annotations

from refimpl.datatypes.numbers import parse_int


def length(number: int) -> bytes:
    """A length, or any other non-negative number."""
    if number < 1 << 6:
        return bytes((number,))
    if number < 1 << 14:
        return (0x4000 | number).to_bytes(2, "big")
    if number < 1 << 32:
        return b"\x80" + number.to_bytes(4, "big")
    return b"\x81" + number.to_bytes(8, "big")


def string(value: bytes | bytearray) -> bytes:
    """A string after its length; a small integer takes one to four bytes."""
    if len(value) <= 11:
        number = parse_int(value)
        if number is not None:
            for encoding, size in enumerate((1, 2, 4)):
                if -(1 << 8 * size - 1) <= number < 1 << 8 * size - 1:
                    return bytes((0xC0 | encoding,)) + number.to_bytes(size, "little", signed=True)
    return length(len(value)) + value
