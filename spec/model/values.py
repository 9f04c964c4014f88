"""What a word of each type means: the plain reading of types.yaml that the interpreter uses.

Written for the reader, with regular expressions and Python's own numbers; the server has fast
functions of its own for the same rules, and a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from spec.model.filter import fault

INT64 = range(-(2**63), 2**63)
UINT64 = range(2**64)


class BadWord(Exception):
    """A word that isn't of its type: the id of the error, None for the argument's own error."""

    def __init__(self, error: str | None = None, **placeholders: str) -> None:
        super().__init__(error)
        self.error = error
        self.placeholders = placeholders


Params = dict[str, str]
Conversion = Callable[[bytes, Params, int], Any]


def integer(word: bytes, _params: Params, _now: int) -> int:
    """A signed 64-bit integer in its canonical form."""
    if re.fullmatch(rb"0|-?[1-9][0-9]*", word) is None or int(word) not in INT64:
        raise BadWord
    return int(word)


def unsigned(word: bytes, _params: Params, _now: int) -> int:
    """An unsigned 64-bit integer in its canonical form."""
    if re.fullmatch(rb"0|[1-9][0-9]*", word) is None or int(word) not in UINT64:
        raise BadWord
    return int(word)


def cursor(word: bytes, _params: Params, _now: int) -> int:
    """An unsigned 64-bit integer as C's strtoul reads it: spaces, signs and zeros in front pass."""
    word = word.partition(b"\0")[0]
    if re.fullmatch(rb"0|-?[1-9][0-9]*", word) and int(word) in INT64:
        if int(word) < 0:
            raise BadWord
        return int(word)
    match = re.fullmatch(rb"[ \t\n\v\f\r]*([+-]?)([0-9]+)", word)
    if match is None or int(match[2]) not in UINT64:
        raise BadWord
    return -int(match[2]) % 2**64 if match[1] == b"-" else int(match[2])


def loose_cursor(word: bytes, _params: Params, _now: int) -> int:
    """A cursor as old releases read it: no space in front, and what is negative wraps around."""
    word = word.partition(b"\0")[0]
    match = re.fullmatch(rb"([+-]?)([0-9]+)|", word)
    if match is None or int(match[2] or 0) not in UINT64:
        raise BadWord
    return (-int(match[2]) if match[1] == b"-" else int(match[2] or 0)) % 2**64


_DECIMAL = re.compile(rb"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", re.I)
_HEXADECIMAL = re.compile(rb"[+-]?0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(p[+-]?[0-9]+)?", re.I)
_INFINITE = re.compile(rb"[+-]?inf(inity)?", re.I)
_TWICE_SIGNED = re.compile(rb"-\+inf(inity)?", re.I)


def double(word: bytes, _params: Params, _now: int) -> float:
    """A double: decimal, hexadecimal or infinite; never NaN, out of range or with spaces."""
    if _INFINITE.fullmatch(word):
        return float(word)
    if _TWICE_SIGNED.fullmatch(word):
        return float("-inf")
    if _HEXADECIMAL.fullmatch(word):
        return float.fromhex(word.decode())
    if _DECIMAL.fullmatch(word) is None:
        raise BadWord
    value = float(word)
    if value in (float("inf"), float("-inf")) or (value == 0 and Decimal(word.decode()) != 0):
        raise BadWord
    return value


def timeout(word: bytes, _params: Params, now: int) -> int:
    """Seconds, possibly fractional → milliseconds, rounded up; the moment must fit 64 bits."""
    milliseconds = _timeout_in_ms(word)
    if milliseconds > INT64[-1] - now:
        raise BadWord("timeout-out-of-range")
    if milliseconds <= -1:
        raise BadWord("timeout-negative")
    return int(milliseconds.to_integral_value(rounding="ROUND_CEILING"))


def overflowing_timeout(word: bytes, _params: Params, _now: int) -> int:
    """A timeout as old releases read it: what doesn't fit 64 bits comes out negative."""
    milliseconds = _timeout_in_ms(word)
    if milliseconds <= -1 or milliseconds > INT64[-1]:
        raise BadWord("timeout-negative")
    return int(milliseconds.to_integral_value(rounding="ROUND_CEILING"))


def _timeout_in_ms(word: bytes) -> Decimal:
    if _INFINITE.fullmatch(word):
        return Decimal(word.decode())
    if _HEXADECIMAL.fullmatch(word):
        return Decimal(float.fromhex(word.decode())) * 1000
    if _DECIMAL.fullmatch(word):
        return Decimal(word.decode()) * 1000
    raise BadWord("timeout-not-float")


def deadline(word: bytes, params: Params, now: int) -> int:
    """A positive time to live, or time of the clock → milliseconds since the epoch."""
    value = _number(word)
    if value <= 0:
        raise BadWord("invalid-expire")
    return _moment(value, params, now)


def past_deadline(word: bytes, params: Params, now: int) -> int:
    """The same where the past is welcome."""
    return _moment(_number(word), params, now)


def field_deadline(word: bytes, params: Params, now: int) -> int:
    """When a hash field expires: never negative, and before 2^46 ms of the Unix time."""
    value = _number(word)
    if value < 0:
        raise BadWord("field-expire-negative")
    milliseconds = _moment(value, params, now)
    if milliseconds >= 2**46:
        raise BadWord("invalid-expire")
    return milliseconds


def _number(word: bytes) -> int:
    try:
        return integer(word, {}, 0)
    except BadWord:
        raise BadWord("not-integer") from None


def _moment(value: int, params: Params, now: int) -> int:
    milliseconds = value * (1000 if params["unit"] == "s" else 1)
    if milliseconds not in INT64:
        raise BadWord("invalid-expire")
    if params["base"] == "now":
        milliseconds += now
    if milliseconds not in INT64:
        raise BadWord("invalid-expire")
    return milliseconds


_LONG_DOUBLE_MOST = Decimal("1.189731495357231765085759326628007e4932")
_LONG_DOUBLE_LEAST = Decimal("1.822599765941237301264202966809709908e-4951")


def long_double(word: bytes, _params: Params, _now: int) -> Decimal:
    """An extended (80-bit) number: decimal, hexadecimal or infinite; nothing out of its range."""
    if _INFINITE.fullmatch(word):
        return Decimal(word.decode())
    if _HEXADECIMAL.fullmatch(word):
        return Decimal(float.fromhex(word.decode()))
    if _DECIMAL.fullmatch(word) is None or len(word) > 5119:
        raise BadWord
    value = Decimal(word.decode())
    if value and not _LONG_DOUBLE_LEAST <= abs(value) <= _LONG_DOUBLE_MOST:
        raise BadWord
    return value


def client_name(word: bytes, _params: Params, _now: int) -> bytes:
    """Printable and without spaces as far as the first NUL."""
    if re.fullmatch(rb"[!-~]*(\0.*)?", word, re.DOTALL) is None:
        raise BadWord
    return word


def sha1(word: bytes, _params: Params, _now: int) -> bytes:
    """As long as a hash is in hexadecimal."""
    if len(word) != 40:
        raise BadWord
    return word


def database(word: bytes, _params: Params, _now: int) -> int:
    """A database's number, as far as it can be told without knowing how many there are."""
    index = _number(word)
    if index not in range(-(2**31), 2**31):
        raise BadWord("not-an-int")
    if index < 0:
        raise BadWord("db-out-of-range")
    return index


def existing_database(word: bytes, params: Params, now: int) -> int:
    """The number of one of the databases that there are unless the configuration says otherwise."""
    index = database(word, params, now)
    if index >= 16:
        raise BadWord("db-out-of-range")
    return index


def bitfield_type(word: bytes, _params: Params, _now: int) -> tuple[bool, int]:
    """``u1`` to ``u63``, ``i1`` to ``i64`` → whether it is signed, and its bits."""
    match = re.fullmatch(rb"([ui])([1-9][0-9]?)", word)
    if match is None or int(match[2]) > (64 if match[1] == b"i" else 63):
        raise BadWord
    return match[1] == b"i", int(match[2])


def bitfield_offset(word: bytes, params: Params, _now: int) -> int:
    """A bit's number; after ``#`` in units of the type that ``encoding`` names."""
    bits = int(re.findall(r"[0-9]+", params["encoding"])[-1])
    offset = integer(word.removeprefix(b"#"), {}, 0) * (bits if word.startswith(b"#") else 1)
    if offset not in range(2**32):
        raise BadWord
    return offset


def score_bound(word: bytes, _params: Params, _now: int) -> tuple[float, bool]:
    """A number, exclusive after ``(``; what a NUL byte ends; nothing at all is 0."""
    exclusive = word.startswith(b"(")
    text = word[exclusive:].partition(b"\0")[0]
    if not text:
        return 0.0, exclusive
    if _TWICE_SIGNED.fullmatch(text):
        return float("-inf"), exclusive
    if _INFINITE.fullmatch(text) is None and _DECIMAL.fullmatch(text) is None:
        raise BadWord
    return float(text), exclusive


def lex_bound(word: bytes, _params: Params, _now: int) -> tuple[bytes, bool]:
    """``-``, ``+``, ``[text`` or ``(text``."""
    if word in (b"-", b"+") or word[:1] in (b"[", b"("):
        return word, word.startswith(b"(")
    raise BadWord


def _stream_id(word: bytes, missing: int) -> int:
    ms, dash, seq = word.partition(b"-")
    return cursor(ms, {}, 0) * 2**64 + (cursor(seq, {}, 0) if dash else missing)


def stream_id(word: bytes, _params: Params, _now: int) -> int:
    """``ms`` or ``ms-seq``, each read as a cursor is."""
    return _stream_id(word, 0)


def deleted_stream_id(word: bytes, params: Params, _now: int) -> int:
    """An ID up to `last`, which is an ID's number or its text."""
    try:
        number = _stream_id(word, 0)
    except BadWord:
        raise BadWord("stream-id-invalid") from None
    last = params["last"]
    if number > (int(last) if last.isdigit() else _stream_id(last.encode(), 0)):
        raise BadWord("xsetid-below-given-deleted")
    return number


def new_stream_id(word: bytes, _params: Params, _now: int) -> tuple[int, int | None]:
    """``ms-*``, ``ms`` or ``ms-seq``."""
    if word.endswith(b"-*"):
        return cursor(word[:-2], {}, 0), None
    return divmod(_stream_id(word, 0), 2**64)


def stream_bound(word: bytes, _params: Params, _now: int) -> int:
    """``-``, ``+``, an ID, or the one after an ID behind ``(``."""
    first = _stream_edge(word, 0) + word.startswith(b"(")
    if first >> 128:
        raise BadWord("stream-start-invalid")
    return first


def stream_end(word: bytes, _params: Params, _now: int) -> int:
    """``-``, ``+``, an ID, or the one before an ID behind ``(``."""
    last = _stream_edge(word, UINT64[-1]) - word.startswith(b"(")
    if last < 0:
        raise BadWord("stream-end-invalid")
    return last


def _stream_edge(word: bytes, missing: int) -> int:
    if word in (b"-", b"+"):
        return 0 if word == b"-" else 2**128 - 1
    try:
        return _stream_id(word.removeprefix(b"("), missing)
    except BadWord:
        raise BadWord("stream-id-invalid") from None


def group_start(word: bytes, _params: Params, _now: int) -> int | None:
    """``$`` or an ID."""
    if word in (b"-", b"+"):
        raise BadWord("stream-id-invalid")
    return group_position(word, {}, 0)


def group_position(word: bytes, _params: Params, _now: int) -> int | None:
    """``$``, ``-``, ``+`` or an ID."""
    if word.startswith(b"("):
        raise BadWord("stream-id-invalid")
    return None if word == b"$" else _stream_edge(word, 0)


def timeout_ms(word: bytes, _params: Params, now: int) -> int:
    """Milliseconds; the moment they end must fit 64 bits."""
    value = unbounded_timeout_ms(word, {}, now)
    if value + now not in INT64:
        raise BadWord("timeout-out-of-range")
    return value


def unbounded_timeout_ms(word: bytes, _params: Params, _now: int) -> int:
    """Milliseconds as old releases read them: any number that isn't negative."""
    try:
        value = integer(word, {}, 0)
    except BadWord:
        raise BadWord("timeout-not-integer") from None
    if value < 0:
        raise BadWord("timeout-negative")
    return value


def latitude(word: bytes, params: Params, _now: int) -> float:
    """A latitude; with its longitude, within the Web Mercator square."""
    try:
        value = double(word, {}, 0)
    except BadWord:
        raise BadWord("not-float") from None
    longitude = float(params["longitude"])
    if abs(longitude) > 180 or abs(value) > 85.05112878:
        pair = {"longitude": f"{longitude:f}", "latitude": f"{value:f}"}
        raise BadWord("geo-pair", **pair)
    return value


def box_height(word: bytes, params: Params, _now: int) -> float:
    """A height; neither it nor the width is negative."""
    try:
        value = double(word, {}, 0)
    except BadWord:
        raise BadWord("geo-height") from None
    if value < 0 or float(params["width"]) < 0:
        raise BadWord("geo-box-negative")
    return value


def fp32(word: bytes, _params: Params, _now: int) -> bytes:
    """Numbers in single precision, four bytes each; at least one."""
    if not word or len(word) % 4:
        raise BadWord
    return word


def positive_double(word: bytes, _params: Params, _now: int) -> float:
    """A double above 0."""
    value = double(word, {}, 0)
    if not value > 0:
        raise BadWord
    return value


def filter_expression(word: bytes, _params: Params, _now: int) -> bytes:
    """An expression over attributes."""
    near = fault(word)
    if near is not None:
        raise BadWord("filter-syntax", near=near.decode("latin-1"))
    return word


CONVERSIONS: dict[str, Conversion] = {
    "int": integer,
    "unsigned": unsigned,
    "cursor": cursor,
    "loose-cursor": loose_cursor,
    "double": double,
    "long-double": long_double,
    "timeout": timeout,
    "overflowing-timeout": overflowing_timeout,
    "deadline": deadline,
    "past-deadline": past_deadline,
    "field-deadline": field_deadline,
    "client-name": client_name,
    "sha1": sha1,
    "database": database,
    "existing-database": existing_database,
    "bitfield-type": bitfield_type,
    "bitfield-offset": bitfield_offset,
    "score-bound": score_bound,
    "lex-bound": lex_bound,
    "stream-id": stream_id,
    "new-stream-id": new_stream_id,
    "deleted-stream-id": deleted_stream_id,
    "stream-bound": stream_bound,
    "stream-end": stream_end,
    "group-start": group_start,
    "group-position": group_position,
    "timeout-ms": timeout_ms,
    "unbounded-timeout-ms": unbounded_timeout_ms,
    "latitude": latitude,
    "box-height": box_height,
    "fp32": fp32,
    "positive-double": positive_double,
    "filter": filter_expression,
}
"""By rule: a type's id unless a release reads otherwise. A type that isn't here keeps its words."""
