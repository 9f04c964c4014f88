"""Raw connections: bytes out, bytes in, nothing decoded on the way."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conformance.wire.address import Address

READ_SIZE = 1 << 18
CONNECT_SECONDS = 5.0
_RESET_AT_CLOSE = struct.pack("ii", 1, 0)


class Silent(Exception):
    """The reply that was due did not come in time, or the connection ended before it was whole."""

    def __init__(self, got: bytes, *, closed: bool) -> None:
        super().__init__("closed" if closed else "no reply")
        self.got = got
        self.closed = closed


class Link:
    """One connection of the fuzzer's own. A reading function must be given all that was asked."""

    __slots__ = ("_rest", "_sock", "client_id")

    def __init__(self, address: Address, seconds: float) -> None:
        self._sock = address.connect(CONNECT_SECONDS)
        # Campaigns open connections by the thousand; closing by reset leaves no port occupied.
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
        self._sock.settimeout(seconds)
        self._rest = b""
        self.client_id = b""

    def send(self, data: bytes) -> None:
        """Write everything. Raises Silent when the connection is gone or takes nothing."""
        try:
            self._sock.sendall(data)
        except TimeoutError:
            raise Silent(b"", closed=False) from None
        except OSError:
            raise Silent(b"", closed=True) from None

    def is_readable(self) -> bool:
        """Whether something has come that wasn't given out."""
        return bool(self._rest) or bool(select.select((self._sock,), (), (), 0)[0])

    def read_until(self, sentinel: bytes) -> bytes:
        """What comes before the sentinel, which must be the last that the server has to say."""
        data, self._rest = self._rest, b""
        while not data.endswith(sentinel):
            data = self._receive(data)
        return data[: -len(sentinel)]

    def read_before(self, sentinel: bytes) -> bytes:
        """What comes before the sentinel; what has come after it is kept for later."""
        data, self._rest = self._rest, b""
        while (at := data.find(sentinel)) < 0:
            data = self._receive(data)
        self._rest = data[at + len(sentinel) :]
        return data[:at]

    def read_past(self, marker: bytes) -> None:
        """Read the marker; what came before it, messages, and after it is kept for later."""
        data = self._rest
        while (at := data.find(marker)) < 0:
            data = self._receive(data)
        self._rest = data[:at] + data[at + len(marker) :]

    def read_lines(self, count: int) -> bytes:
        """Replies of one line each."""
        data, self._rest = self._rest, b""
        while data.count(b"\r\n") < count:
            data = self._receive(data)
        return data

    def _receive(self, data: bytes) -> bytes:
        try:
            more = self._sock.recv(READ_SIZE)
        except TimeoutError:
            raise Silent(data, closed=False) from None
        except OSError:
            more = b""
        if not more:
            raise Silent(data, closed=True)
        return data + more

    def close(self) -> None:
        """Close the socket; harmless when done before."""
        with contextlib.suppress(OSError):
            self._sock.close()


_words: dict[bytes, bytes] = {}
_WORDS_LIMIT = 20_000


def encode(argv: Iterable[bytes]) -> bytes:
    """A call as an array of bulk strings; the words' own encodings are remembered."""
    known, parts = _words, [b""]
    for word in argv:
        encoded = known.get(word)
        if encoded is None:
            encoded = b"$%d\r\n%b\r\n" % (len(word), word)
            if len(known) < _WORDS_LIMIT:
                known[word] = encoded
        parts.append(encoded)
    parts[0] = b"*%d\r\n" % (len(parts) - 1)
    return b"".join(parts)


def encode_all(calls: Iterable[Iterable[bytes]]) -> bytes:
    """Calls one after the other."""
    return b"".join(map(encode, calls))


def split(data: bytes, count: int) -> list[bytes]:
    """The replies that the bytes hold, as many as `count`, undecoded.

    Raises ValueError when they hold fewer, or something that is no reply.
    """
    replies = complete(data, count)
    if len(replies) < count:
        raise ValueError(f"{len(replies)} replies to {count} calls")
    if sum(map(len, replies)) != len(data):
        raise ValueError("more replies than calls")
    return replies


def bulks(data: bytes) -> list[bytes]:
    """The strings in an array of strings: a third of the time that decoding takes."""
    end = data.index(b"\r\n")
    items = complete(data[end + 2 :], int(data[1:end]))
    return [item[item.index(b"\n") + 1 : -2] for item in items]


def complete(data: bytes, count: int) -> list[bytes]:
    """The replies, at most `count`, that are there to their end. Raises ValueError."""
    replies: list[bytes] = []
    at, find = 0, data.find
    for _ in range(count):
        start, due = at, 1
        while due:
            end = find(b"\r\n", at)
            if end < 0:
                return replies
            kind = data[at]
            due -= 1
            if kind in b":+-_,#(":
                at = end + 2
                continue
            length = int(data[at + 1 : end])
            at = end + 2
            if kind in b"$=!":
                if length >= 0:
                    at += length + 2
            elif kind in b"*~>":
                due += max(0, length)
            elif kind == 0x25:
                due += 2 * length
            elif kind == 0x7C:
                due += 2 * length + 1
            else:
                raise ValueError(f"no reply starts with {data[start : start + 1]!r}")
        if at > len(data):
            return replies
        replies.append(data[start:at])
    return replies
