"""Stream sockets: listeners and connections over TCP and Unix sockets, never blocking.

An operation that cannot go on now raises BlockingIOError; a broken connection raises another
OSError. Only the look-up of a host's name may wait; numeric addresses need none.
"""

import os
import socket
import stat
import sys
from contextlib import suppress
from typing import Final, NamedTuple, Protocol

from refimpl.reactor.poller import READABLE, WRITABLE

LOOPBACK: Final = "127.0.0.1"
BACKLOG: Final = 511


class Address(NamedTuple):
    """One end of a connection; of a Unix socket, `host` is the path and `port` is 0."""

    host: str
    port: int

    def __str__(self) -> str:
        """`127.0.0.1:6379`, `[::1]:6379` or `/path/to/socket:0`, as client lists show it."""
        if ":" in self.host and not self.is_unix:
            return f"[{self.host}]:{self.port}"
        return f"{self.host}:{self.port}"

    @property
    def is_unix(self) -> bool:
        """Whether this is a Unix socket."""
        return "/" in self.host

    @property
    def is_local(self) -> bool:
        """Whether only this machine can be at the other end."""
        return self.is_unix or self.host in ("127.0.0.1", "::1")


class Connection(Protocol):
    """A stream of bytes in both directions."""

    def fileno(self) -> int:
        """The descriptor to watch."""

    def recv(self, limit: int, /) -> bytes:
        """Up to `limit` bytes; none at all when the peer has closed its direction."""

    def send(self, data: bytes | bytearray | memoryview, /) -> int:
        """Hand over as much as there is room for; returns how many bytes that was."""

    def close(self) -> None:
        """Close both directions; what was sent still arrives. Closing twice is harmless."""

    def peername(self) -> Address:
        """The other end, as it was when the connection was made."""

    def sockname(self) -> Address:
        """This end."""

    def failure(self) -> OSError | None:
        """Why an attempt to connect failed, once the connection is writable; None: it did not."""

    def set_nodelay(self, on: bool) -> None:
        """Send small pieces at once instead of waiting to fill a packet. On unless changed."""

    def set_keepalive(self, seconds: int) -> None:
        """Probe an idle peer after so many seconds and give up after about as many again.

        0 turns probing off.
        """


class Listener(Protocol):
    """A socket that others connect to; readable when somebody has."""

    address: Address
    """Where it listens; a port that was asked for as 0 is the real one here."""

    def fileno(self) -> int:
        """The descriptor to watch."""

    def accept(self) -> Connection:
        """The next connection; BlockingIOError when nobody is waiting."""

    def close(self) -> None:
        """Stop listening; a Unix socket's file is removed. Closing twice is harmless."""


class Network(Protocol):
    """Makes listeners and connections. All methods raise OSError when they cannot."""

    def listen_tcp(self, port: int, host: str = LOOPBACK, backlog: int = BACKLOG) -> Listener:
        """Listen on an IPv4 or IPv6 address; `*` and `::*` are all of a family, port 0 any."""

    def listen_unix(
        self, path: str, permissions: int | None = None, backlog: int = BACKLOG
    ) -> Listener:
        """Listen on a Unix socket; a socket left over at `path` is replaced.

        `permissions` are the mode bits of its file; None leaves them to the umask.
        """

    def connect_tcp(self, host: str, port: int, source: str | None = None) -> Connection:
        """Begin to connect, from the address `source` if given.

        The connection is writable as soon as the attempt has ended; then `failure` tells how.
        """

    def connect_unix(self, path: str) -> Connection:
        """Begin to connect to a Unix socket; as `connect_tcp`."""

    def wait(self, connection: Connection, mask: int, timeout_ms: int) -> bool:
        """Do nothing else until the connection is ready for one of these directions.

        Returns whether it is: false when the time is up. For who must not go on without an answer.
        """


class SystemConnection:
    """A connection over a real socket."""

    __slots__ = ("_peername", "_socket", "_sockname", "fileno", "recv", "send")

    def __init__(self, sock: socket.socket, peer: Address | None = None) -> None:
        sock.setblocking(False)
        self._socket = sock
        # The socket's own methods: these three are called for every request, and a method that
        # passes the call on would double what the call costs.
        self.fileno = sock.fileno
        self.recv = sock.recv
        self.send = sock.send
        if sock.family != socket.AF_UNIX:
            self.set_nodelay(True)
        self._sockname = _address(sock.getsockname())
        if peer is not None:
            self._peername = peer
        elif sock.family == socket.AF_UNIX:
            self._peername = self._sockname  # who connects to a Unix socket has no name
        else:
            self._peername = _address(sock.getpeername())

    def close(self) -> None:
        self._socket.close()

    def peername(self) -> Address:
        return self._peername

    def sockname(self) -> Address:
        return self._sockname

    def failure(self) -> OSError | None:
        number = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        return OSError(number, os.strerror(number)) if number else None

    def set_nodelay(self, on: bool) -> None:
        if self._socket.family != socket.AF_UNIX:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, on)

    def set_keepalive(self, seconds: int) -> None:
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, seconds > 0)
        if seconds <= 0 or self._socket.family == socket.AF_UNIX:
            return
        tcp = socket.IPPROTO_TCP
        if sys.platform == "darwin":
            self._socket.setsockopt(tcp, socket.TCP_KEEPALIVE, seconds)
        elif sys.platform != "win32":
            self._socket.setsockopt(tcp, socket.TCP_KEEPIDLE, seconds)
        # Three probes within one more period.
        self._socket.setsockopt(tcp, socket.TCP_KEEPINTVL, max(1, seconds // 3))
        self._socket.setsockopt(tcp, socket.TCP_KEEPCNT, 3)


class SystemListener:
    """A listener on a real socket."""

    __slots__ = ("_socket", "address")

    def __init__(self, sock: socket.socket, backlog: int) -> None:
        sock.setblocking(False)
        sock.listen(backlog)
        self._socket = sock
        self.address = _address(sock.getsockname())

    def fileno(self) -> int:
        return self._socket.fileno()

    def accept(self) -> Connection:
        sock, peer = self._socket.accept()
        try:
            return SystemConnection(sock, None if self.address.is_unix else _address(peer))
        except OSError:
            sock.close()
            raise

    def close(self) -> None:
        if self._socket.fileno() >= 0 and self.address.is_unix:
            from pathlib import Path  # loads slowly, and only Unix sockets need it

            with suppress(FileNotFoundError):
                Path(self.address.host).unlink()
        self._socket.close()


class SystemNetwork:
    """The machine's own network."""

    __slots__ = ()

    def listen_tcp(self, port: int, host: str = LOOPBACK, backlog: int = BACKLOG) -> Listener:
        family, numeric = _resolve({"*": "0.0.0.0", "::*": "::"}.get(host, host))
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            # Lets a server that was just stopped be started again on its port.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if sock.family == socket.AF_INET6:
                # IPv4 has listeners of its own.
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            sock.bind((numeric, port))
            return SystemListener(sock, backlog)
        except OSError:
            sock.close()
            raise

    def listen_unix(
        self, path: str, permissions: int | None = None, backlog: int = BACKLOG
    ) -> Listener:
        from pathlib import Path

        file = Path(path)
        with suppress(FileNotFoundError):
            if stat.S_ISSOCK(file.stat().st_mode):
                file.unlink()
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.bind(path)
            if permissions is not None:
                file.chmod(permissions)
            return SystemListener(sock, backlog)
        except OSError:
            sock.close()
            raise

    def connect_tcp(self, host: str, port: int, source: str | None = None) -> Connection:
        family, numeric = _resolve(host)
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            if source is not None:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                sock.bind((source, 0))
            with suppress(BlockingIOError):  # the usual case: the attempt goes on
                sock.connect((numeric, port))
            return SystemConnection(sock, Address(numeric, port))
        except OSError:
            sock.close()
            raise

    def connect_unix(self, path: str) -> Connection:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            sock.connect(path)
            return SystemConnection(sock, Address(path, 0))
        except OSError:
            sock.close()
            raise

    def wait(self, connection: Connection, mask: int, timeout_ms: int) -> bool:
        import selectors  # few servers ever wait for another

        events = selectors.EVENT_READ if mask & READABLE else 0
        events |= selectors.EVENT_WRITE if mask & WRITABLE else 0
        with selectors.DefaultSelector() as selector:
            selector.register(connection.fileno(), events)
            return bool(selector.select(timeout_ms / 1000))


def _resolve(host: str) -> tuple[socket.AddressFamily, str]:
    """The family and the numeric address of a host."""
    # As bytes: text would load the codec of international names, 3 % of a start.
    family, _, _, _, name = socket.getaddrinfo(host.encode(), None, type=socket.SOCK_STREAM)[0]
    return family, str(name[0])


def _address(name: str | tuple[str, int] | tuple[str, int, int, int]) -> Address:
    """From what the socket module returns for TCP (a tuple) or a Unix socket (its path)."""
    return Address(name, 0) if isinstance(name, str) else Address(name[0], name[1])
