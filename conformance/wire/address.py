"""Where a server listens."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Tcp:
    """A TCP address; `db` is the database to use, None for the whole server."""

    host: str
    port: int
    db: int | None = None

    def connect(self, timeout: float) -> socket.socket:
        """A connected socket without Nagle's delay. Raises OSError."""
        sock = socket.create_connection((self.host, self.port), timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"tcp://{host}:{self.port}" + ("" if self.db is None else f"/{self.db}")


@dataclass(frozen=True, slots=True)
class Unix:
    """A Unix socket path."""

    path: str
    db: int | None = None

    def connect(self, timeout: float) -> socket.socket:
        """A connected socket. Raises OSError."""
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.settimeout(timeout)
        try:
            sock.connect(self.path)
        except OSError:
            sock.close()
            raise
        return sock

    def __str__(self) -> str:
        return f"unix:{self.path}"


Address = Tcp | Unix


def parse_address(text: str) -> Address:
    """`tcp://host:port[/db]` or `unix:PATH`. Raises ValueError with the reason."""
    if text.startswith("unix:"):
        path = text.removeprefix("unix:").removeprefix("//")
        if not path:
            raise ValueError("unix: needs a path")
        return Unix(path)
    parts = urlsplit(text)
    if parts.scheme != "tcp" or not parts.hostname:
        raise ValueError(f"not an address: {text!r} (tcp://host:port[/db] or unix:PATH)")
    database = parts.path.strip("/")
    if database and not database.isdecimal():
        raise ValueError(f"not a database number: {database!r}")
    return Tcp(parts.hostname, parts.port or 6379, int(database) if database else None)
