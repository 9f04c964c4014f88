"""Requests typed by hand: one line, words separated by blanks, quotes around what holds blanks."""

import re
from typing import Final

# A word is a run of plain bytes, then perhaps one quoted part, with which it ends: a blank or the
# line's end must follow a closing quote. A quote may so begin inside of a word: k"a b" is `ka b`.
# Vertical tab and form feed are blanks before a word or after a quote, but plain within a word.
# The quoted part isn't possessive (it could be: what follows decides): Python up to 3.11.3 gets
# possessive repetitions wrong that have groups inside.
_WORD: Final = re.compile(
    rb"""
    ([^ \t\n\r"']*+)
    (?: "( (?: [^"\\] | \\. )*+ )"            # backslash escapes any byte
      | '( (?: [^'\\] | \\' | \\(?!') )*+ )'  # backslash escapes the quote only
    )?
    (?= [ \t-\r] | \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANKS: Final = re.compile(rb"[ \t-\r]*+")
_NEEDS_CARE: Final = re.compile(rb"[\"'\x0b\x0c]")

_ESCAPE: Final = re.compile(rb"\\(?:x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CONTROL: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"a": b"\a"}


def split_words(line: bytes) -> list[bytes] | None:
    """The words of a line without its line end; None when its quotes don't balance.

    Between double quotes, `\\xHH` is a byte in hexadecimal, `\\n \\r \\t \\b \\a` are control bytes
    and a backslash before any other byte stands for that byte.
    """
    if not _NEEDS_CARE.search(line):
        return line.split()
    words = []
    position = _end_of_blanks(line, 0)
    while position < len(line):
        word = _WORD.match(line, position)
        if word is None:
            return None
        plain, double, single = word.groups(b"")
        words.append(plain + _ESCAPE.sub(_unescape, double) + single.replace(b"\\'", b"'"))
        position = _end_of_blanks(line, word.end())
    return words


def _end_of_blanks(line: bytes, position: int) -> int:
    blanks = _BLANKS.match(line, position)
    assert blanks is not None  # it matches nothing at all, too
    return blanks.end()


def _unescape(escape: re.Match[bytes]) -> bytes:
    hexadecimal, other = escape.groups()
    if hexadecimal is not None:
        return bytes.fromhex(hexadecimal.decode("ascii"))
    return _CONTROL.get(other, other)
