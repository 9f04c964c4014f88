"""Glob patterns as KEYS, SCAN, PSUBSCRIBE, ACL rules and CONFIG GET understand them.

``*`` any run of bytes, ``?`` one byte, ``[...]`` one byte of a class (``^`` first negates it,
``a-z`` is a range, its ends in either order), ``\\`` takes the next byte literally. No pattern
is an error: an unclosed class ends with the pattern, a backslash at the very end stands for
itself. Some corners that clients can see:

- the empty text matches the empty pattern only, not ``*`` (commands that scan treat a lone
  ``*`` as "no pattern" before they get here);
- bytes are signed where a range is concerned, so 0x80 to 0xff come before 0x00;
- without regard to case, an escaped byte within a class still minds its case;
- a pattern with more than 1000 stars in front of something matches nothing.

A pattern is translated to a regular expression once. Between two stars a pattern matches a fixed
number of bytes, so the earliest place where such a piece fits is always good enough; the atomic
groups say so, and no pattern takes more than (pattern times text) steps.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_STAR, _QUESTION, _OPEN, _CLOSE, _BACKSLASH, _CARET, _DASH = b"*?[]\\^-"
_ANY_BYTE: Final = b"."
_NO_BYTE: Final = b"(?!)"
_MAX_STARS: Final = 1000


def glob_match(pattern: bytes, text: bytes, nocase: bool = False) -> bool:
    """Whether the whole of `text` matches; `nocase` folds ASCII letters only."""
    return compile_glob(pattern, nocase)(text) is not None


@lru_cache(maxsize=256)
def compile_glob(pattern: bytes, nocase: bool = False) -> Callable[[bytes], object | None]:
    """A function that answers None for a text that doesn't match: for loops over many texts."""
    first, *rest = _pieces(pattern, nocase)
    if not rest:
        expression = first
    elif not first and not any(rest):
        expression = b".+"
    elif len(rest) - (not rest[-1]) > _MAX_STARS:
        expression = _NO_BYTE
    else:
        middle = b"".join([b"(?>.*?%s)" % piece for piece in rest[:-1]])
        expression = b"%s%s.*%s" % (first, middle, rest[-1])
    return re.compile(expression, re.DOTALL).fullmatch


def _pieces(pattern: bytes, nocase: bool) -> list[bytes]:
    """The regular expressions of what stands between the stars; one more than there are stars."""
    pieces: list[bytes] = []
    piece: list[bytes] = []
    at, end = 0, len(pattern)
    while at < end:
        byte = pattern[at]
        at += 1
        if byte == _STAR:
            while at < end and pattern[at] == _STAR:
                at += 1
            pieces.append(b"".join(piece))
            piece = []
        elif byte == _QUESTION:
            piece.append(_ANY_BYTE)
        elif byte == _OPEN:
            expression, at = _class(pattern, at, nocase)
            piece.append(expression)
        else:
            if byte == _BACKSLASH and at < end:
                byte = pattern[at]
                at += 1
            piece.append(_one_of(_both_cases(byte)) if nocase else re.escape(b"%c" % byte))
    pieces.append(b"".join(piece))
    return pieces


def _class(pattern: bytes, at: int, nocase: bool) -> tuple[bytes, int]:
    """The expression of a class whose bracket ends before `at`, and where the pattern goes on."""
    end = len(pattern)
    negated = at < end and pattern[at] == _CARET
    if negated:
        at += 1
    members: set[int] = set()
    while at < end:
        byte = pattern[at]
        if byte == _BACKSLASH and end - at >= 2:
            members.add(pattern[at + 1])
            at += 2
        elif byte == _CLOSE:
            at += 1
            break
        elif end - at >= 3 and pattern[at + 1] == _DASH:
            members |= _range(byte, pattern[at + 2], nocase)
            at += 3
        else:
            members |= _both_cases(byte) if nocase else {byte}
            at += 1
    if negated:
        members = set(range(256)) - members
    return _one_of(members), at


def _range(start: int, stop: int, nocase: bool) -> set[int]:
    """The bytes between two ends in either order, compared as signed ones."""
    low, high = sorted((_signed(start), _signed(stop)))
    if not nocase:
        return {byte for byte in range(256) if low <= _signed(byte) <= high}
    low, high = _lower(low), _lower(high)
    return {byte for byte in range(256) if low <= _lower(_signed(byte)) <= high}


def _signed(byte: int) -> int:
    return byte - 256 if byte > 127 else byte


def _lower(byte: int) -> int:
    return byte + 32 if 65 <= byte <= 90 else byte


def _both_cases(byte: int) -> set[int]:
    lowered = _lower(byte)
    return {lowered, lowered - 32} if 97 <= lowered <= 122 else {byte}


def _one_of(members: set[int]) -> bytes:
    """The expression of one byte out of `members`."""
    if len(members) == 256:
        return _ANY_BYTE
    if not members:
        return _NO_BYTE
    return b"[%s]" % b"".join([b"\\x%02x" % member for member in sorted(members)])
