"""Words to values: what the generated parsers call.

A function answers None for a word that doesn't convert, and the parser raises the error that the
specification names; those with several errors of their own raise them.
"""

from __future__ import annotations

from refimpl.datatypes.bounds import LexBound, ScoreBound, parse_lex_bound, parse_score_bound
from refimpl.datatypes.numbers import (
    INT64_MAX,
    INT64_MIN,
    parse_double,
    parse_int,
    parse_timeout,
    parse_uint,
    parse_uint_loose,
)
from refimpl.table import errors
from refimpl.table.failure import CommandError

to_int = parse_int
to_unsigned = parse_uint
to_cursor = parse_uint_loose
to_double = parse_double
to_score_bound = parse_score_bound
to_lex_bound = parse_lex_bound

__all__ = [
    "LexBound",
    "ScoreBound",
    "to_cursor",
    "to_deadline",
    "to_double",
    "to_int",
    "to_lex_bound",
    "to_past_deadline",
    "to_score_bound",
    "to_timeout",
    "to_unsigned",
]

_MILLISECONDS = {"s": 1000, "ms": 1}


def to_timeout(word: bytes) -> int:
    """Seconds, possibly fractional, as milliseconds; 0 waits for ever."""
    milliseconds = parse_timeout(word)
    if milliseconds is None:
        raise CommandError(errors.TIMEOUT_NOT_FLOAT)
    if milliseconds > INT64_MAX:
        raise CommandError(errors.TIMEOUT_OUT_OF_RANGE)
    if milliseconds < 0:
        raise CommandError(errors.TIMEOUT_NEGATIVE)
    return milliseconds


def to_deadline(word: bytes, now: int, unit: str, base: str, error: bytes) -> int:
    """A time to live or a time of the clock as milliseconds since the epoch; never zero or less."""
    value = parse_int(word)
    if value is None:
        raise CommandError(errors.NOT_INTEGER)
    if value <= 0:
        raise CommandError(error)
    return _deadline(value, now, unit, base, error)


def to_past_deadline(word: bytes, now: int, unit: str, base: str, error: bytes) -> int:
    """The same where a moment that has passed is welcome (EXPIRE then deletes)."""
    value = parse_int(word)
    if value is None:
        raise CommandError(errors.NOT_INTEGER)
    return _deadline(value, now, unit, base, error)


def _deadline(value: int, now: int, unit: str, base: str, error: bytes) -> int:
    milliseconds = value * _MILLISECONDS[unit]
    if not INT64_MIN <= milliseconds <= INT64_MAX:
        raise CommandError(error)
    if base == "now":
        milliseconds += now
        if milliseconds > INT64_MAX:
            raise CommandError(error)
    return milliseconds
