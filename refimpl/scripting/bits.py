"""Numbers of 32 bits, signed, as the library `bit` of scripts has them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SHIFT_TO_INTEGER = 2.0**52 + 2.0**51
"""Added to a double, it moves the integer's lowest bits to the lowest of the double."""

_DOUBLE = struct.Struct("<d")
_MASK = 0xFFFFFFFF


def _unsigned(number: float) -> int:
    """The lowest 32 bits of a number, rounded to an integer as processors round: half to even."""
    packed = _DOUBLE.pack(float(number) + _SHIFT_TO_INTEGER)
    return int.from_bytes(packed[:4], "little")


def _signed(bits: int) -> int:
    bits &= _MASK
    return bits - (1 << 32) if bits >> 31 else bits


def _to_hex(number: float, digits: float) -> bytes:
    """The lowest hexadecimal digits of a number; in upper case if `digits` is negative."""
    count = _signed(_unsigned(digits))
    text = b"%08x" % _unsigned(number)
    if count < 0:
        text, count = text.upper(), -count
    return text[-min(count, 8) :] if count else b""


def _arithmetic_right(number: float, count: float) -> int:
    return _signed(_unsigned(number)) >> (_unsigned(count) & 31)


def _rotate_left(number: float, count: float) -> int:
    bits, places = _unsigned(number), _unsigned(count) & 31
    return _signed(bits << places | bits >> (32 - places))


def bit_functions() -> dict[str, Callable[..., int | bytes]]:
    """The functions by the names under which the sandbox knows them."""
    return {
        "to_bit": lambda a: _signed(_unsigned(a)),
        "bit_not": lambda a: _signed(~_unsigned(a)),
        "bit_and": lambda a, b: _signed(_unsigned(a) & _unsigned(b)),
        "bit_or": lambda a, b: _signed(_unsigned(a) | _unsigned(b)),
        "bit_xor": lambda a, b: _signed(_unsigned(a) ^ _unsigned(b)),
        "lshift": lambda a, n: _signed(_unsigned(a) << (_unsigned(n) & 31)),
        "rshift": lambda a, n: _signed(_unsigned(a) >> (_unsigned(n) & 31)),
        "arshift": _arithmetic_right,
        "rol": _rotate_left,
        "ror": lambda a, n: _rotate_left(a, -(_unsigned(n) & 31)),
        "swap_bytes": lambda a: _signed(int.from_bytes(_unsigned(a).to_bytes(4, "little"), "big")),
        "to_hex": _to_hex,
    }
