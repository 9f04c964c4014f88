"""A client that keeps many connections busy, for machines without redis-benchmark."""

from __future__ import annotations

import selectors
import socket
import time

CONNECTIONS = 50
_READ = 1 << 16


def requests_per_second(port: int, request: bytes, total: int, pipeline: int, lines: int) -> float:
    """Sends `request` `total` times over 50 connections, `pipeline` at a time; replies a second.

    `lines` is the number of CRLF in one reply: counting them is all that is done with replies.
    """
    batch, expected = request * pipeline, lines * pipeline
    selector = selectors.DefaultSelector()
    left = total // pipeline
    pending: dict[socket.socket, int] = {}
    started = time.perf_counter()
    for _ in range(min(CONNECTIONS, left)):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(connection, selectors.EVENT_READ, connection)
        connection.sendall(batch)
        pending[connection] = expected
        left -= 1
    while pending:
        for key, _ in selector.select():
            connection = key.data
            pending[connection] -= connection.recv(_READ).count(b"\r\n")
            if pending[connection] > 0:
                continue
            if left > 0:
                connection.sendall(batch)
                pending[connection] = expected
                left -= 1
            else:
                selector.unregister(connection)
                connection.close()
                del pending[connection]
    return total / (time.perf_counter() - started)
