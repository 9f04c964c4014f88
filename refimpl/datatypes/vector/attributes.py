"""One field of an element's attribute, which ought to be a JSON object and may be anything.

Only as much of the text is read as is needed to find the field: what stands behind it may be
nonsense, what stands before it must be well formed as far as one has to know where it ends.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Scalar: TypeAlias = "float | bytes | None"
Content: TypeAlias = "Scalar | list[Content]"
"""What a field holds: numbers and booleans (1 or 0) are floats, null is None."""


class NoSuchFieldError(LookupError):
    """The text has no such field, or one that can't be read: an object, or a broken value."""


LONGEST_NUMBER: Final = 255
"""Digits of the longest number that is one."""

_SPACE: Final = re.compile(rb"[ \t\n\v\f\r]*")
_STRING: Final = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_NUMBER: Final = re.compile(rb"[-+.eE0-9]+")
_BRACKETS: Final = {
    b"{": re.compile(rb'["{}]'),
    b"[": re.compile(rb'["\[\]]'),
}
# A literal ends where something follows that could stand behind a value, or nothing.
_LITERAL: Final = re.compile(rb"(true|false|null)(?=[ \t\n\v\f\r,}\]]|\Z)")
_LITERALS: Final[dict[bytes, float | None]] = {b"true": 1.0, b"false": 0.0, b"null": None}
_ESCAPE: Final = re.compile(rb"\\(.)", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def field(text: bytes, name: bytes) -> Content:
    """What the first field of that name at the top of the object holds. Raises NoSuchFieldError.

    Names are compared as they are written: an escape in one is not undone. Nothing has no name.
    """
    if not name:
        raise NoSuchFieldError
    at = _after_space(text, 0)
    if text[at : at + 1] != b"{":
        raise NoSuchFieldError
    while True:
        key = _STRING.match(text, _after_space(text, at + 1))
        if key is None:
            raise NoSuchFieldError
        at = _after_space(text, key.end())
        if text[at : at + 1] != b":":
            raise NoSuchFieldError
        at = _after_space(text, at + 1)
        if key[1] == name:
            return _value(text, at)
        at = _after_space(text, _skip(text, at))
        if text[at : at + 1] != b",":
            raise NoSuchFieldError


def _after_space(text: bytes, at: int) -> int:
    space = _SPACE.match(text, at)
    assert space is not None
    return space.end()


def _skip(text: bytes, at: int) -> int:
    """Where the value that begins here ends."""
    start = text[at : at + 1]
    if start in _BRACKETS:
        return _skip_brackets(text, at)
    for form in (_STRING, _NUMBER, _LITERAL):
        found = form.match(text, at)
        if found is not None:
            return found.end()
    raise NoSuchFieldError


def _skip_brackets(text: bytes, at: int) -> int:
    """Where the bracket that opens here is closed. Brackets of the other kind don't count."""
    opening = text[at : at + 1]
    telling, depth = _BRACKETS[opening], 0
    while (found := telling.search(text, at)) is not None:
        at = found.end()
        if found[0] == b'"':
            string = _STRING.match(text, found.start())
            if string is None:
                break
            at = string.end()
        elif found[0] == opening:
            depth += 1
        else:
            depth -= 1
            if not depth:
                return at
    raise NoSuchFieldError


def _value(text: bytes, at: int) -> Content:
    if text[at : at + 1] == b"[":
        return _array(text, at)
    return _scalar(text, at)[0]


def _scalar(text: bytes, at: int) -> tuple[Scalar, int]:
    """The string, number or literal that begins here, and where it ends."""
    string = _STRING.match(text, at)
    if string is not None:
        return _ESCAPE.sub(_unescaped, string[1]), string.end()
    literal = _LITERAL.match(text, at)
    if literal is not None:
        return _LITERALS[literal[1]], literal.end()
    number = _NUMBER.match(text, at)
    if number is None or number[0][:1] not in b"-+0123456789" or len(number[0]) > LONGEST_NUMBER:
        raise NoSuchFieldError
    try:
        return float(number[0]), number.end()
    except ValueError:
        raise NoSuchFieldError from None


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """The character that an escape stands for; what is no escape is the character itself."""
    return _ESCAPED.get(escape[1], escape[1])


def _array(text: bytes, at: int) -> list[Content]:
    """The array that begins here. Arrays may lie in arrays, to any depth; objects may not."""
    whole: list[Content] = []
    open_arrays = [whole]
    at = _after_space(text, at + 1)
    ended = text[at : at + 1] == b"]"
    while True:
        if ended:
            open_arrays.pop()
            at += 1
            if not open_arrays:
                return whole
        elif text[at : at + 1] == b"[":
            inner: list[Content] = []
            open_arrays[-1].append(inner)
            open_arrays.append(inner)
            at = _after_space(text, at + 1)
            ended = text[at : at + 1] == b"]"
            continue
        else:
            scalar, at = _scalar(text, at)
            open_arrays[-1].append(scalar)
        at = _after_space(text, at)
        ended = text[at : at + 1] == b"]"
        if not ended:
            if text[at : at + 1] != b",":
                raise NoSuchFieldError
            at = _after_space(text, at + 1)
