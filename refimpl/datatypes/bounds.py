"""The ends of a range over a sorted set: scores (`1.5`, `(1.5`) or members (`[a`, `(a`, `-`)."""

from __future__ import annotations

import re
from typing import NamedTuple

DECIMAL = re.compile(
    rb"[+-]?(?:[0-9]+\.?[0-9]*(?:e[+-]?[0-9]+)?|\.[0-9]+(?:e[+-]?[0-9]+)?|inf|infinity)",
    re.IGNORECASE,
)
"""Decimal notation and infinity; neither hexadecimal nor not-a-number."""


class ScoreBound(NamedTuple):
    """One end of a range of scores."""

    score: float
    open: bool
    """True when the score itself is outside."""


class LexBound(NamedTuple):
    """One end of a range of members."""

    side: int
    """-1 before every member (`-`), 1 after every member (`+`), 0 at `member`."""
    member: bytes
    open: bool
    """True when the member itself is outside."""


FIRST = LexBound(-1, b"", True)
LAST = LexBound(1, b"", True)


def parse_score_bound(text: bytes) -> ScoreBound | None:
    """Read a score, exclusive after `(`; None when it isn't one.

    Laxer than a score that is stored: nothing at all is 0, a number too big is infinite, one too
    small is 0, and whatever follows a NUL byte is ignored.
    """
    is_open = text.startswith(b"(")
    if is_open:
        text = text[1:]
    if b"\0" in text:
        text = text[: text.index(b"\0")]
    if not text:
        return ScoreBound(0.0, is_open)
    if DECIMAL.fullmatch(text) is None:
        return None
    return ScoreBound(float(text), is_open)


def parse_lex_bound(text: bytes) -> LexBound | None:
    """Read `-`, `+`, `[member` or `(member`; None when it is none of them."""
    if text.startswith(b"["):
        return LexBound(0, text[1:], False)
    if text.startswith(b"("):
        return LexBound(0, text[1:], True)
    if text == b"-":
        return FIRST
    if text == b"+":
        return LAST
    return None
