"""Words to values: what the generated parsers call.

A function answers None for a word that doesn't convert, and the parser raises the error that the
specification names; those with several errors of their own raise them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.bounds import LexBound, ScoreBound, parse_lex_bound, parse_score_bound
from refimpl.datatypes.numbers import (
    INT64_MAX,
    INT64_MIN,
    UINT64_MAX,
    LongDouble,
    parse_double,
    parse_int,
    parse_long_double,
    parse_timeout,
    parse_uint,
    parse_uint_loose,
)
from refimpl.datatypes.vector.filter import Filter, FilterSyntaxError
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.limits import Limits

to_int = parse_int
to_unsigned = parse_uint
to_cursor = parse_uint_loose
to_double = parse_double
to_long_double = parse_long_double
to_score_bound = parse_score_bound
to_lex_bound = parse_lex_bound

__all__ = [
    "Filter",
    "LexBound",
    "LongDouble",
    "ScoreBound",
    "to_bitfield_offset",
    "to_bitfield_type",
    "to_box_height",
    "to_client_name",
    "to_cursor",
    "to_database",
    "to_deadline",
    "to_deleted_stream_id",
    "to_double",
    "to_existing_database",
    "to_field_deadline",
    "to_filter",
    "to_fp32",
    "to_group_position",
    "to_group_start",
    "to_int",
    "to_latitude",
    "to_lex_bound",
    "to_new_stream_id",
    "to_past_deadline",
    "to_positive_double",
    "to_score_bound",
    "to_stream_bound",
    "to_stream_end",
    "to_stream_id",
    "to_timeout",
    "to_timeout_ms",
    "to_unsigned",
]

# What a geospatial index can hold: the square of the Web Mercator projection.
_LONGITUDE_MAX: Final = 180.0
_LATITUDE_MAX: Final = 85.05112878

GREATEST_STREAM_ID: Final = (1 << 128) - 1

_MILLISECONDS: Final = {"s": 1000, "ms": 1}


def to_timeout(word: bytes, now: int) -> int:
    """Seconds, possibly fractional, as milliseconds; 0 waits for ever.

    The moment the wait ends must fit 64 bits.
    """
    milliseconds = parse_timeout(word)
    if milliseconds is None:
        raise CommandError(errors.TIMEOUT_NOT_FLOAT)
    if milliseconds > INT64_MAX - now:
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


MOST_FIELD_DEADLINE: Final = 2**46 - 1
"""The last millisecond of the Unix time at which a hash field can expire."""


def to_field_deadline(word: bytes, now: int, unit: str, base: str, error: bytes) -> int:
    """When a hash field expires: a moment that has passed is welcome, a negative number isn't."""
    value = parse_int(word)
    if value is None:
        raise CommandError(errors.NOT_INTEGER)
    if value < 0:
        raise CommandError(errors.FIELD_EXPIRE_NEGATIVE)
    milliseconds = _deadline(value, now, unit, base, error)
    if milliseconds > MOST_FIELD_DEADLINE:
        raise CommandError(error)
    return milliseconds


def _deadline(value: int, now: int, unit: str, base: str, error: bytes) -> int:
    milliseconds = value * _MILLISECONDS[unit]
    if not INT64_MIN <= milliseconds <= INT64_MAX:
        raise CommandError(error)
    if base == "now":
        milliseconds += now
        if milliseconds > INT64_MAX:
            raise CommandError(error)
    return milliseconds


def to_timeout_ms(word: bytes, now: int) -> int:
    """Milliseconds to wait; 0 waits for ever."""
    milliseconds = parse_int(word)
    if milliseconds is None:
        raise CommandError(errors.TIMEOUT_NOT_INTEGER)
    if milliseconds < 0:
        raise CommandError(errors.TIMEOUT_NEGATIVE)
    if milliseconds > INT64_MAX - now:
        raise CommandError(errors.TIMEOUT_OUT_OF_RANGE)
    return milliseconds


def to_stream_id(word: bytes) -> int | None:
    """`ms` or `ms-seq` in one number; a missing sequence number is 0."""
    return _stream_id(word, 0)


def _stream_id(word: bytes, missing: int) -> int | None:
    milliseconds, dash, sequence = word.partition(b"-")
    ms = parse_uint_loose(milliseconds)
    seq = parse_uint_loose(sequence) if dash else missing
    return None if ms is None or seq is None else ms << 64 | seq


def to_deleted_stream_id(word: bytes, last: int) -> int:
    """The greatest ID that was deleted: never greater than the last one, which was read before."""
    number = _stream_bound_id(word, 0)
    if number > last:
        raise CommandError(errors.XSETID_BELOW_GIVEN_DELETED)
    return number


def to_new_stream_id(word: bytes) -> tuple[int, int | None] | None:
    """`ms-*`, `ms` or `ms-seq`; None stands for what the server is to choose."""
    if word.endswith(b"-*"):
        ms = parse_uint_loose(word[:-2])
        return None if ms is None else (ms, None)
    number = to_stream_id(word)
    return None if number is None else (number >> 64, number & UINT64_MAX)


def to_stream_bound(word: bytes) -> int:
    """The first ID of an interval: an ID, `-`, `+`, or what follows an ID behind `(`."""
    if word[:1] != b"(":
        return _stream_bound(word, 0)
    number = _stream_bound_id(word[1:], 0)
    if number == GREATEST_STREAM_ID:
        raise CommandError(errors.STREAM_START_INVALID)
    return number + 1


def to_stream_end(word: bytes) -> int:
    """The last ID of an interval: an ID, `-`, `+`, or what precedes an ID behind `(`.

    An ID without a sequence number is the last one of its millisecond.
    """
    if word[:1] != b"(":
        return _stream_bound(word, UINT64_MAX)
    number = _stream_bound_id(word[1:], UINT64_MAX)
    if number == 0:
        raise CommandError(errors.STREAM_END_INVALID)
    return number - 1


def _stream_bound(word: bytes, missing: int) -> int:
    if word == b"-":
        return 0
    if word == b"+":
        return GREATEST_STREAM_ID
    return _stream_bound_id(word, missing)


def _stream_bound_id(word: bytes, missing: int) -> int:
    number = _stream_id(word, missing)
    if number is None:
        raise CommandError(errors.STREAM_ID_INVALID)
    return number


def to_group_start(word: bytes) -> int | None:
    """Behind which ID a group begins; None for `$`, the last one."""
    return None if word == b"$" else _stream_bound_id(word, 0)


def to_group_position(word: bytes) -> int | None:
    """Behind which ID a group goes on, `-` and `+` too; None for `$`, the last one."""
    return None if word == b"$" else _stream_bound(word, 0)


def to_latitude(word: bytes, longitude: float) -> float:
    """A latitude that makes, with the longitude read before, a position the index can hold."""
    latitude = parse_double(word)
    if latitude is None:
        raise CommandError(errors.NOT_FLOAT)
    if abs(longitude) > _LONGITUDE_MAX or abs(latitude) > _LATITUDE_MAX:
        raise CommandError(errors.geo_pair(b"%f" % longitude, b"%f" % latitude))
    return latitude


def to_box_height(word: bytes, width: float) -> float:
    """The height of a box whose width was read before; neither may be negative."""
    height = parse_double(word)
    if height is None:
        raise CommandError(errors.GEO_HEIGHT)
    if height < 0 or width < 0:
        raise CommandError(errors.GEO_BOX_NEGATIVE)
    return height


def to_fp32(word: bytes) -> bytes | None:
    """Numbers in single precision, four bytes each; at least one."""
    return word if word and len(word) % 4 == 0 else None


def to_positive_double(word: bytes) -> float | None:
    """A double above 0."""
    number = parse_double(word)
    return number if number is not None and number > 0 else None


def to_filter(word: bytes) -> Filter:
    """A compiled expression over attributes."""
    try:
        return Filter(word)
    except FilterSyntaxError as fault:
        raise CommandError(errors.filter_syntax(fault.near)) from None


def to_bitfield_type(word: bytes) -> tuple[bool, int] | None:
    """``u1`` to ``u63`` or ``i1`` to ``i64``: whether it is signed, and how many bits it has."""
    bits = parse_int(word[1:])
    sign = word[:1]
    if bits is None or sign not in (b"u", b"i") or not 1 <= bits <= 63 + (sign == b"i"):
        return None
    return sign == b"i", bits


def to_bitfield_offset(word: bytes, limits: Limits, encoding: tuple[bool, int]) -> int | None:
    """The number of a bit; after a ``#``, the number of an integer as wide as `encoding` says."""
    multiple = word[:1] == b"#"
    offset = parse_int(word[1:] if multiple else word)
    if offset is None:
        return None
    if multiple:
        offset *= encoding[1]
    return offset if 0 <= offset < limits.proto_max_bulk_len * 8 else None


def to_client_name(word: bytes) -> bytes | None:
    """A connection's name: printable and without spaces as far as the first NUL."""
    return word if all(0x21 <= sign <= 0x7E for sign in word.partition(b"\0")[0]) else None


def to_sha1(word: bytes) -> bytes | None:
    """A script's hash: any other length than that of one is no hash."""
    return word if len(word) == 40 else None


def to_database(word: bytes) -> int:
    """The number of a database: how many there are, the handler knows."""
    index = parse_int(word)
    if index is None:
        raise CommandError(errors.NOT_INTEGER)
    if not -(2**31) <= index < 2**31:
        raise CommandError(errors.NOT_AN_INT)
    if index < 0:
        raise CommandError(errors.DB_OUT_OF_RANGE)
    return index


def to_existing_database(word: bytes, limits: Limits) -> int:
    """The number of a database that there is."""
    index = to_database(word)
    if index >= limits.databases:
        raise CommandError(errors.DB_OUT_OF_RANGE)
    return index
