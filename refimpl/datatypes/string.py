"""String values: plain ``bytes``, or ``bytearray`` where a command edits them in place.

What OBJECT ENCODING names is read off the value:

- ``bytes`` that are the canonical text of a 64-bit integer are ``int``, up to 44 bytes are
  ``embstr``, longer ones ``raw``;
- a ``bytearray`` is ``raw`` whatever it holds: that is what APPEND, SETRANGE, SETBIT, BITOP and
  the HyperLogLog commands leave behind;
- ``EmbeddedString`` is ``embstr`` or ``raw`` by its length even if it reads as an integer: that is
  what INCRBYFLOAT leaves behind.
"""

from __future__ import annotations

from typing import Final

from refimpl.datatypes.numbers import parse_int

EMBEDDED_MAX: Final = 44
"""The longest string, in bytes, that is kept together with its header."""


class EmbeddedString(bytes):
    """Bytes that were stored without an attempt to see an integer in them."""

    __slots__ = ()


String = bytes | bytearray


def string_encoding(value: String) -> str:
    """The name of a string's encoding: int, embstr or raw."""
    if isinstance(value, bytearray):
        return "raw"
    if type(value) is bytes and parse_int(value) is not None:
        return "int"
    return "embstr" if len(value) <= EMBEDDED_MAX else "raw"
