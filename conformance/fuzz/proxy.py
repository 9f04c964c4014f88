"""A server with a fault of our choosing: calls are changed on their way to a real one."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING

from conformance.fuzz.link import encode
from conformance.targets.base import Target
from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conformance.wire.address import Address


class ProxyTarget(Target):
    """A target behind a proxy that changes every call by `twist`."""

    owned = True

    def __init__(self, inner: Target, twist: Callable[[list[bytes]], list[bytes]]) -> None:
        super().__init__(f"proxy of {inner.text}")
        self._inner, self._twist = inner, twist
        self._listener: socket.socket | None = None

    def start(self) -> Tcp:
        """Start the server, and the proxy on a free port."""
        behind = self._inner.start()
        listener = self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, args=(listener, behind), daemon=True).start()
        return Tcp("127.0.0.1", listener.getsockname()[1])

    def stop(self) -> None:
        """Stop both; connections end with the server."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        self._inner.stop()

    def _accept(self, listener: socket.socket, behind: Address) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                server = behind.connect(5.0)
                server.settimeout(None)
                for work in (self._calls, self._replies):
                    threading.Thread(target=work, args=(client, server), daemon=True).start()

    def _calls(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError), server:
            for calls in _read_calls(client):
                server.sendall(b"".join(encode(self._twist(argv)) for argv in calls))

    @staticmethod
    def _replies(client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            try:
                while data := server.recv(65536):
                    client.sendall(data)
            finally:
                # The other thread still reads from it, so that closing alone would tell nobody.
                client.shutdown(socket.SHUT_RDWR)


def _read_calls(client: socket.socket) -> Iterator[list[list[bytes]]]:
    """All calls that are whole, each time that something has come."""
    data = b""
    while more := client.recv(65536):
        data += more
        calls = []
        while (found := _first_call(data)) is not None:
            argv, data = found
            calls.append(argv)
        yield calls


def _first_call(data: bytes) -> tuple[list[bytes], bytes] | None:
    """The first call and what comes after it; None while it isn't whole."""
    argv: list[bytes] = []
    head, end, rest = data.partition(b"\r\n")
    if not end:
        return None
    for _ in range(int(head[1:])):
        head, end, rest = rest.partition(b"\r\n")
        size = int(head[1:]) if end else 0
        if not end or len(rest) < size + 2:
            return None
        argv.append(rest[:size])
        rest = rest[size + 2 :]
    return argv, rest
