"""Connections to other servers that a command talks to while its own server waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.reactor.poller import READABLE, WRITABLE

if TYPE_CHECKING:
    from random import Random

    from refimpl.reactor.network import Connection, Network

_MOST_PEERS = 64
_IDLE_SECONDS = 10
_READ_SIZE = 16 * 1024
_LONGEST_LINE = 1023
"""Bytes of a line that are kept; the rest of a longer one is taken for the next."""


class PeerTimeoutError(OSError):
    """The other server didn't do its part in time."""


class Peer:
    """Another server, spoken to in requests and lines, each waited for at most the time given."""

    __slots__ = ("_connection", "_network", "_received", "database", "last_used")

    def __init__(self, network: Network, connection: Connection, now: int) -> None:
        self._network = network
        self._connection = connection
        self._received = b""
        self.database = -1
        """The database that was selected there last; -1 when that isn't known."""
        self.last_used = now
        """Seconds since the epoch."""

    def send(self, data: bytes, timeout_ms: int) -> None:
        """Send all of it; OSError when the connection breaks."""
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[self._connection.send(rest) :]
            except BlockingIOError:
                self._wait(WRITABLE, timeout_ms)

    def read_line(self, timeout_ms: int) -> bytes:
        """The next line without its end; OSError when the connection breaks before."""
        while b"\n" not in self._received and len(self._received) < _LONGEST_LINE:
            try:
                data = self._connection.recv(_READ_SIZE)
            except BlockingIOError:
                self._wait(READABLE, timeout_ms)
                continue
            if not data:
                raise ConnectionResetError
            self._received += data
        end = self._received.find(b"\n", 0, _LONGEST_LINE)
        if end < 0:
            line, self._received = self._received[:_LONGEST_LINE], self._received[_LONGEST_LINE:]
            return line
        line, self._received = self._received[:end], self._received[end + 1 :]
        return line.removesuffix(b"\r")

    def _wait(self, mask: int, timeout_ms: int) -> None:
        if not self._network.wait(self._connection, mask, timeout_ms):
            raise PeerTimeoutError

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class Peers:
    """Keeps connections for a while, for the next command to the same server."""

    __slots__ = ("_network", "_peers", "_random")

    def __init__(self, network: Network, random: Random) -> None:
        self._network = network
        self._random = random
        self._peers: dict[tuple[bytes, int], Peer] = {}

    def __len__(self) -> int:
        return len(self._peers)

    def connect(self, host: bytes, port: int, timeout_ms: int, now: int) -> Peer:
        """The connection to a server, made if there is none; OSError when that can't be tried.

        That the server refuses shows when something is sent.
        """
        peer = self._peers.get((host, port))
        if peer is not None:
            peer.last_used = now
            return peer
        if len(self._peers) >= _MOST_PEERS:
            self.drop(*self._random.choice(list(self._peers)))
        connection = self._network.connect_tcp(host.decode(), port)
        if not self._network.wait(connection, WRITABLE, timeout_ms):
            connection.close()
            raise PeerTimeoutError
        peer = self._peers[host, port] = Peer(self._network, connection, now)
        return peer

    def drop(self, host: bytes, port: int) -> None:
        """Close the connection to a server."""
        peer = self._peers.pop((host, port), None)
        if peer is not None:
            peer.close()

    def close_idle(self, now: int) -> None:
        """Close what nobody has used lately; now and then."""
        for server, peer in list(self._peers.items()):
            if now - peer.last_used > _IDLE_SECONDS:
                self.drop(*server)

    def close(self) -> None:
        """Close all connections."""
        for server in list(self._peers):
            self.drop(*server)
