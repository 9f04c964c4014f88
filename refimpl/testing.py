"""Servers for tests: in a process of their own, in a thread, or in a simulation.

    with start_subprocess(maxmemory="10mb") as server:
        client = redis.Redis(port=server.port)

Keyword arguments are parameters of the configuration, with ``_`` for ``-``. Ports are free ones
unless given, and nothing is saved. Every function returns when the server is ready.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from random import Random
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeAlias

from refimpl.reactor.clock import SystemClock
from refimpl.reactor.loop import Loop
from refimpl.reactor.network import LOOPBACK, SystemNetwork
from refimpl.reactor.poller import best_poller
from refimpl.server.arguments import configure, parse_arguments
from refimpl.server.server import Server
from refimpl.session.log import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from refimpl.reactor.network import Network
    from refimpl.reactor.simulated import Simulation

Setting: TypeAlias = str | int | bool | list[str]

_LOG_LINES = 1000


class NotReadyError(RuntimeError):
    """The server ended, or didn't get ready in time; the message holds its log."""


class Handle:
    """A running server."""

    host: str = LOOPBACK
    port: int
    """0 when it listens on a Unix socket only."""
    pid: int

    def stop(self) -> None:
        """Stop the server and wait until it is gone; again does nothing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def command_line(settings: dict[str, Setting]) -> list[str]:
    """Settings as options of the command line."""
    words: list[str] = []
    for name, value in {"port": 0, "bind": LOOPBACK, "save": "", **settings}.items():
        words.append("--" + name.replace("_", "-"))
        if isinstance(value, bool):
            words.append("yes" if value else "no")
        elif isinstance(value, list):
            words += value
        else:
            words.append(str(value))
    return words


class SubprocessHandle(Handle):
    """A server in a process of its own, and what it writes to its log."""

    def __init__(self, words: list[str], timeout: float, program: Sequence[str]) -> None:
        # A pipe to a thread, so that the server never waits for somebody to read its log.
        self._process = subprocess.Popen(
            [sys.executable, "-m", *program, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.pid = self._process.pid
        self.port = 0
        self.log: deque[str] = deque(maxlen=_LOG_LINES)
        self._settled = Event()
        self._ready = False
        self._reader = Thread(target=self._read_log, daemon=True)
        self._reader.start()
        self._settled.wait(timeout)
        if not self._ready:
            self.stop()
            raise NotReadyError("".join(self.log))

    def _read_log(self) -> None:
        stream = self._process.stdout
        if stream is None:
            return
        for line in stream:
            self.log.append(line)
            if " Running mode=" in line:
                self.port = int(line.rsplit("port=", 1)[1].rstrip(".\n"))
            elif " Ready to accept connections " in line:
                self._ready = True
                self._settled.set()
        self._settled.set()

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
        self._process.wait()
        self._reader.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def kill(self) -> None:
        """End the process at once, as a crash would."""
        self._process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        self.stop()


def start_subprocess(
    timeout: float = 30.0, program: Sequence[str] = ("refimpl",), **settings: Setting
) -> SubprocessHandle:
    """A server in a process of its own; NotReadyError when it doesn't get ready in time (s).

    ``program`` is a module, and words before the options, that run the server instead of refimpl.
    """
    return SubprocessHandle(command_line(settings), timeout, program)


def make_server(
    make_loop: Callable[[], Loop], network: Network, random: Random, settings: dict[str, Setting]
) -> Server:
    """A server that listens, to be run by the caller. Its log is silent unless asked for."""
    words = command_line({"loglevel": "nothing", **settings})
    directives = configure(parse_arguments(words))
    loop, *io_loops = (make_loop() for _ in range(directives.config.io_threads))
    log = Log(loop.clock)
    server = Server(directives, loop, network, random, log, io_loops=io_loops)
    server.listen()
    server.announce()
    return server


class ThreadHandle(Handle):
    """A server in a thread of this process."""

    def __init__(self, settings: dict[str, Setting]) -> None:
        self.server = make_server(
            lambda: Loop(best_poller(), SystemClock()), SystemNetwork(), Random(), settings
        )
        self._loop = self.server.loop
        self.port = self.server.state.port
        self.pid = os.getpid()
        self._thread = Thread(target=self.server.run, name="refimpl", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon(self.server.request_shutdown)
            self._thread.join()
            self._loop.poller.close()


def start_in_process(**settings: Setting) -> ThreadHandle:
    """A server in a thread of this process, over real sockets."""
    return ThreadHandle(settings)


def start_simulated(room: Simulation, host: str, **settings: Setting) -> Server:
    """A server on a host of a simulation, at port 6379 unless told otherwise.

    Nobody runs it: letting the simulation's time pass does. The same seed of the simulation gives
    the same run.
    """
    seed = room.random.getrandbits(64)
    return make_server(
        room.add_loop, room.network(host), Random(seed), {"port": 6379, "bind": "*", **settings}
    )


class SimulatedClient:
    """A client in a simulation: sends requests line by line, and takes what comes in a while."""

    def __init__(self, room: Simulation, host: str, port: int = 6379) -> None:
        self._room = room
        self._connection = room.network("client").connect_tcp(host, port)
        room.run_for(2)

    def send(self, *lines: str, ms: int = 5) -> bytes:
        """Send requests at once; what came within that time."""
        self._connection.send("".join(f"{line}\r\n" for line in lines).encode())
        return self.receive(ms)

    def receive(self, ms: int = 5) -> bytes:
        """What came by the end of that time; nothing, too, when the server has closed."""
        self._room.run_for(ms)
        try:
            return self._connection.recv(1 << 20)
        except BlockingIOError:
            return b""
