"""String values: plain ``bytes``, or ``bytearray`` where a command edits them in place.

What OBJECT ENCODING names is read off the value:

- ``bytes`` that are the canonical text of a 64-bit integer are ``int``, short ones are ``embstr``,
  longer ones ``raw``;
- a ``bytearray`` is ``raw`` whatever it holds: that is what APPEND, SETRANGE, SETBIT, BITOP and
  the HyperLogLog commands leave behind;
- ``EmbeddedString`` is ``embstr`` or ``raw`` by its length even if it reads as an integer: that is
  what INCRBYFLOAT leaves behind.
"""

from __future__ import annotations

from typing import Final

from refimpl.datatypes.numbers import parse_int

_TOGETHER_MAX: Final = 41
"""The most bytes that key and value may have together to be kept in one piece."""

_DEADLINE_SIZE: Final = 8
"""What an expiry takes of that room."""


class EmbeddedString(bytes):
    """Bytes that were stored without an attempt to see an integer in them."""

    __slots__ = ()


String = bytes | bytearray


def string_encoding(value: String, key_length: int, expires: bool) -> str:
    """The name of a string's encoding (int, embstr or raw) at a key with or without expiry."""
    if isinstance(value, bytearray):
        return "raw"
    if type(value) is bytes and parse_int(value) is not None:
        return "int"
    room = _TOGETHER_MAX - _DEADLINE_SIZE if expires else _TOGETHER_MAX
    return "embstr" if key_length + len(value) <= room else "raw"
