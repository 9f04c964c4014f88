"""Bytes to values, without a socket.

The decoder is stricter than a client library: a number with a leading zero, a length that no
server should send or a line end that is not CRLF is a `ProtocolViolation`, because here the
server is what is being judged.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from conformance.wire.values import (
    Array,
    Attributed,
    BigNumber,
    BlobError,
    Boolean,
    Bulk,
    Double,
    Error,
    Integer,
    Map,
    Null,
    NullKind,
    Push,
    Set,
    Simple,
    Value,
    Verbatim,
)

MAX_DEPTH = 128
MAX_LENGTH = 1 << 40

_INTEGER = re.compile(rb"-?(?:0|[1-9][0-9]*)\Z")
_DOUBLE = re.compile(
    rb"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?inf|-?nan)\Z",
)
_INT64_MIN, _INT64_MAX = -(1 << 63), (1 << 63) - 1


class ProtocolViolation(Exception):
    """The server sent something that no version of the protocol allows.

    `data` is the unread part of the stream, from the start of the value that was refused.
    """

    def __init__(self, why: str, data: bytes) -> None:
        super().__init__(f"{why}: {data[:120]!r}")
        self.why = why
        self.data = data


class Decoded(NamedTuple):
    """One value and the exact bytes it came from."""

    value: Value
    raw: bytes


class _Incomplete(Exception):
    """More bytes are needed."""


class Decoder:
    """Feed bytes, take values.

    `next()` gives the next complete value, or None while one is incomplete. An incomplete value is
    read anew when more bytes have come, but not before the length that was missing is there, so
    that large replies cost no quadratic time.
    """

    __slots__ = ("_buffer", "_need", "_start")

    def __init__(self) -> None:
        # Bytes as they came, as long as nothing is to be appended: a slice of these is bytes.
        self._buffer: bytes | bytearray = b""
        self._start = 0
        self._need = 1

    def feed(self, data: bytes) -> None:
        """Append what was received."""
        if self._start == len(self._buffer):
            self._buffer, self._start = data, 0
            return
        if isinstance(self._buffer, bytes):
            self._buffer, self._start = bytearray(self._buffer[self._start :]), 0
        self._buffer += data

    @property
    def pending(self) -> bytes:
        """Bytes received that belong to no value given yet."""
        return bytes(self._buffer[self._start :])

    def next(self) -> Decoded | None:
        """The next value and its bytes, or None if it is not complete.

        Raises ProtocolViolation; the stream is of no use afterwards.
        """
        if len(self._buffer) - self._start < self._need:
            return None
        try:
            value, end = self._value(self._start, 0)
        except _Incomplete:
            return None
        raw = bytes(self._buffer[self._start : end])
        self._pass_to(end)
        return Decoded(value, raw)

    def skip(self, raw: bytes) -> bool | None:
        """Pass over `raw` undecoded if it is what comes next; None if that can't be told yet.

        For replies of many kilobytes of which it is known what they should be.
        """
        here = self._buffer[self._start : self._start + len(raw)]
        if len(here) < len(raw):
            return None if raw.startswith(here) else False
        if here != raw:
            return False
        self._pass_to(self._start + len(raw))
        return True

    def _pass_to(self, end: int) -> None:
        """Go on there."""
        self._start, self._need = end, 1
        if end == len(self._buffer):
            self._buffer, self._start = b"", 0
        elif end > 65536 and isinstance(self._buffer, bytearray):
            del self._buffer[:end]
            self._start = 0

    # -- reading ------------------------------------------------------------------------------

    def _fail(self, why: str) -> ProtocolViolation:
        return ProtocolViolation(why, self.pending)

    def _line(self, at: int) -> tuple[bytes, int]:
        """The text up to CRLF and the position after it."""
        end = self._buffer.find(b"\n", at)
        if end < 0:
            self._need = len(self._buffer) - self._start + 1
            raise _Incomplete
        if end == at or self._buffer[end - 1] != 0x0D:
            raise self._fail("line feed without carriage return")
        text = bytes(self._buffer[at : end - 1])
        if b"\r" in text:
            raise self._fail("carriage return within a line")
        return text, end + 1

    def _length(self, text: bytes) -> int:
        # A third of the time that a regular expression takes.
        if not text.isdigit() or (text[0] == 0x30 and len(text) > 1):
            raise self._fail("malformed length")
        length = int(text)
        if length > MAX_LENGTH:
            raise self._fail("absurd length")
        return length

    def _blob(self, at: int, length: int) -> tuple[bytes, int]:
        end = at + length
        missing = end + 2 - len(self._buffer)
        if missing > 0:
            self._need = len(self._buffer) - self._start + missing
            raise _Incomplete
        if self._buffer[end : end + 2] != b"\r\n":
            raise self._fail("bulk not ended by CRLF")
        return bytes(self._buffer[at:end]), end + 2

    def _items(self, at: int, count: int, depth: int) -> tuple[tuple[Value, ...], int]:
        """The items, and where the next value begins.

        Whole values of the plainest form are read here: most of long replies are such items, and
        going through `_value` for each takes as long again as reading it.
        """
        items: list[Value] = []
        buffer, find = self._buffer, self._buffer.find
        for _ in range(count):
            end = find(b"\r\n", at)
            kind, text = buffer[at : at + 1], buffer[at + 1 : end]
            if end > at and text.isdigit() and (text[0] != 0x30 or len(text) == 1):
                number = int(text)
                after = end + 2 + number
                if kind == b"$" and buffer[after : after + 2] == b"\r\n":
                    items.append(Bulk(bytes(buffer[end + 2 : after])))
                    at = after + 2
                    continue
                if kind == b":" and number <= _INT64_MAX:
                    items.append(Integer(number))
                    at = end + 2
                    continue
                if kind == b"*" and depth + 1 < MAX_DEPTH:
                    inner, at = self._items(end + 2, number, depth + 1)
                    items.append(Array(inner))
                    continue
            elif kind == b"+" and end > at and b"\r" not in text and b"\n" not in text:
                items.append(Simple(bytes(text)))
                at = end + 2
                continue
            item, at = self._value(at, depth + 1)
            items.append(item)
        return tuple(items), at

    def _pairs(self, at: int, count: int, depth: int) -> tuple[Map, int]:
        flat, at = self._items(at, 2 * count, depth)
        return Map(tuple(zip(flat[::2], flat[1::2], strict=True))), at

    def _value(self, at: int, depth: int) -> tuple[Value, int]:
        if depth > MAX_DEPTH:
            raise self._fail("nested too deep")
        if at >= len(self._buffer):
            self._need = len(self._buffer) - self._start + 1
            raise _Incomplete
        kind = self._buffer[at]
        text, at = self._line(at + 1)
        match kind:
            case 0x24:  # $
                if text == b"-1":
                    return Null(NullKind.BULK), at
                data, at = self._blob(at, self._length(text))
                return Bulk(data), at
            case 0x3A:  # :
                if not _INTEGER.match(text) or text == b"-0":
                    raise self._fail("malformed integer")
                number = int(text)
                if not _INT64_MIN <= number <= _INT64_MAX:
                    raise self._fail("integer beyond 64 bits")
                return Integer(number), at
            case 0x2B:  # +
                return Simple(text), at
            case 0x2D:  # -
                return Error(text), at
            case 0x2A:  # *
                if text == b"-1":
                    return Null(NullKind.ARRAY), at
                items, at = self._items(at, self._length(text), depth)
                return Array(items), at
            case 0x5F:  # _
                if text:
                    raise self._fail("malformed null")
                return Null(NullKind.RESP3), at
            case 0x25:  # %
                return self._pairs(at, self._length(text), depth)
            case 0x7E:  # ~
                items, at = self._items(at, self._length(text), depth)
                return Set(items), at
            case 0x2C:  # ,
                if not _DOUBLE.match(text):
                    raise self._fail("malformed double")
                return Double(text), at
            case 0x23:  # #
                if text not in (b"t", b"f"):
                    raise self._fail("malformed boolean")
                return Boolean(text == b"t"), at
            case 0x3D:  # =
                data, at = self._blob(at, self._length(text))
                if len(data) < 4 or data[3:4] != b":":
                    raise self._fail("verbatim string without format")
                return Verbatim(data[:3], data[4:]), at
            case 0x28:  # (
                if not _INTEGER.match(text):
                    raise self._fail("malformed big number")
                return BigNumber(text), at
            case 0x21:  # !
                data, at = self._blob(at, self._length(text))
                return BlobError(data), at
            case 0x3E:  # >
                items, at = self._items(at, self._length(text), depth)
                if depth and not _is_confirmation(items):
                    raise self._fail("push within a reply")
                return Push(items), at
            case 0x7C:  # |
                attributes, at = self._pairs(at, self._length(text), depth)
                value, at = self._value(at, depth + 1)
                return Attributed(attributes, value), at
            case _:
                raise self._fail("unknown type byte")


def _is_confirmation(items: tuple[Value, ...]) -> bool:
    """Whether a push tells of a subscription: in EXEC's reply that is the reply to SUBSCRIBE."""
    return bool(items) and isinstance(items[0], Bulk) and items[0].data.endswith(b"subscribe")
