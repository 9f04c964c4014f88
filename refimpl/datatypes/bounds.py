"""The ends of a range over a sorted set: scores (`1.5`, `(1.5`) or members (`[a`, `(a`, `-`)."""

from __future__ import annotations

from typing import Final, NamedTuple

from refimpl.datatypes import numbers


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


FIRST: Final = LexBound(-1, b"", True)
LAST: Final = LexBound(1, b"", True)


def parse_score_bound(text: bytes) -> ScoreBound | None:
    """Read a score, exclusive after `(`; None when it isn't one.

    Laxer than a score that is stored (`numbers.parse_double`): "" is 0, "1e400" is infinite.
    """
    is_open = text.startswith(b"(")
    score = numbers.parse_score_bound(text[1:] if is_open else text)
    return None if score is None else ScoreBound(score, is_open)


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
