"""Moves bytes between a socket and the decoder, never longer than a deadline."""

from __future__ import annotations

import select
import time
from typing import TYPE_CHECKING

from conformance.wire.decoder import Decoded, Decoder

if TYPE_CHECKING:
    import socket

    from conformance.wire.address import Address

READ_SIZE = 65536


def _after(pending: bytes) -> str:
    return f" after {pending[:80]!r}" if pending else ""


class NoReply(Exception):
    """Nothing complete came before the deadline; `pending` is what did come."""

    def __init__(self, seconds: float, pending: bytes) -> None:
        super().__init__(f"no reply within {seconds:g} s{_after(pending)}")
        self.pending = pending


class Closed(Exception):
    """The server closed the connection; `pending` is what came before and made no value."""

    def __init__(self, pending: bytes, reset: bool = False) -> None:
        how = "reset" if reset else "closed"
        super().__init__(f"connection {how} by the server{_after(pending)}")
        self.pending = pending
        self.reset = reset


class Transport:
    """A connected socket with a decoder behind it."""

    __slots__ = ("_decoder", "_ended", "_poll", "_reset", "_sock")

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self._sock = sock
        self._decoder = Decoder()
        self._ended = False
        self._reset = False
        self._poll = select.poll()
        self._poll.register(sock, select.POLLIN)

    @classmethod
    def connect(cls, address: Address, timeout: float) -> Transport:
        """Connect to `address`. Raises OSError."""
        return cls(address.connect(timeout))

    def fileno(self) -> int:
        """The socket's descriptor."""
        return self._sock.fileno()

    def send(self, data: bytes, timeout: float) -> None:
        """Send everything, reading meanwhile what arrives so that neither side stalls.

        Raises NoReply if the server takes nothing for `timeout` seconds, Closed if it is gone
        before everything was taken.
        """
        view = memoryview(data)
        while view:
            try:
                sent = self._sock.send(view)
            except BlockingIOError:
                self._wait_writable(timeout)
                continue
            except (BrokenPipeError, ConnectionResetError):
                self._drain()
                raise Closed(self._decoder.pending, reset=True) from None
            view = view[sent:]

    def _wait_writable(self, timeout: float) -> None:
        self._poll.modify(self._sock, select.POLLIN | select.POLLOUT)
        try:
            events = self._poll.poll(timeout * 1000)
        finally:
            self._poll.modify(self._sock, select.POLLIN)
        if not events:
            raise NoReply(timeout, self._decoder.pending)
        if events[0][1] & select.POLLIN and self._read() == 0:
            raise Closed(self._decoder.pending, self._reset)

    def _drain(self) -> None:
        while self._read() not in (0, None):
            pass

    def _read(self) -> int | None:
        """Read once; bytes read, 0 at the end of the stream, None if there was nothing."""
        if self._ended:
            return 0
        try:
            data = self._sock.recv(READ_SIZE)
        except BlockingIOError:
            return None
        except ConnectionResetError:
            self._reset = True
            data = b""
        if not data:
            self._ended = True
            return 0
        self._decoder.feed(data)
        return len(data)

    def receive(self, timeout: float) -> Decoded:
        """The next value. Raises NoReply, Closed, ProtocolViolation."""
        decoded = self._decoder.next()
        if decoded is not None:
            return decoded
        deadline = time.monotonic() + timeout
        while True:
            left = deadline - time.monotonic()
            if not self._ended and not self._poll.poll(max(0.0, left) * 1000):
                raise NoReply(timeout, self._decoder.pending)
            if self._read() == 0:
                raise Closed(self._decoder.pending, self._reset)
            decoded = self._decoder.next()
            if decoded is not None:
                return decoded

    def receive_known(self, raw: bytes, timeout: float) -> Decoded | None:
        """Pass over the next value if it is exactly `raw` (None), else give it.

        Raises NoReply, Closed, ProtocolViolation.
        """
        deadline = time.monotonic() + timeout
        while (same := self._decoder.skip(raw)) is None:
            left = max(0.0, deadline - time.monotonic())
            if self._ended or not self._poll.poll(left * 1000) or self._read() == 0:
                break
        return None if same else self.receive(timeout)

    def poll(self) -> Decoded | None:
        """A value that is already there, without waiting. Raises Closed, ProtocolViolation."""
        decoded = self._decoder.next()
        while decoded is None:
            count = self._read()
            if count is None:
                return None
            if count == 0:
                raise Closed(self._decoder.pending, self._reset)
            decoded = self._decoder.next()
        return decoded

    @property
    def ended(self) -> bool:
        """Whether the server has closed its side, as far as was read."""
        return self._ended

    def close(self) -> None:
        """Close the socket; harmless when done before."""
        self._sock.close()
