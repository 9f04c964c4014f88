"""A server process of our own: free port, own directory, nothing persisted, always stopped."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure
from conformance.targets.base import START_SECONDS, Target, free_port
from conformance.wire.address import Address, Tcp, Unix
from conformance.wire.client import Client
from conformance.wire.decoder import ProtocolViolation
from conformance.wire.transport import Closed, NoReply

if TYPE_CHECKING:
    from collections.abc import Callable

GUARD = Path(__file__).with_name("guard.py")
ATTEMPTS = 3


class ServerProcess(Target):
    """A server started on a free loopback port under a guard (see `guard`).

    `command` starts the server, `options` make it the suite's own (see `server_options`).
    """

    owned = True

    def __init__(self, text: str, command: list[str], options: list[str]) -> None:
        super().__init__(text)
        self.command = command
        self.options = options
        self.directory: Path | None = None
        self.address: Tcp | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    def start(self) -> Tcp:
        """Start it; another port is tried if somebody took ours in between."""
        for attempt in range(ATTEMPTS):
            port = free_port()
            try:
                self._launch(port)
                return self._wait_ready(port)
            except HarnessFailure:
                self.stop()
                if attempt == ATTEMPTS - 1:
                    raise
        raise AssertionError

    def _launch(self, port: int) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="conformance-"))
        self._guard = subprocess.Popen(
            [
                *(sys.executable, "-S", "-E", str(GUARD), str(self.directory)),
                *(*self.command, "--port", str(port), "--dir", str(self.directory)),
                *("--unixsocket", str(self.directory / "socket")),
                *self.options,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait_ready(self, port: int) -> Tcp:
        assert self._guard is not None
        address = Tcp("127.0.0.1", port)
        wait_ready(address, lambda: self.last_words() if self._ended() else None)
        self.address = address
        return address

    @property
    def nearby(self) -> Unix | None:
        """Its Unix socket: a call and its reply cost a third of what they do over TCP."""
        return Unix(str(self.directory / "socket")) if self.directory is not None else None

    def _ended(self) -> bool:
        words = self.last_words()
        return self._guard is None or self._guard.poll() is not None or "exiting" in words

    def last_words(self) -> str:
        """The last lines of the server's log."""
        if self.directory is None:
            return ""
        with contextlib.suppress(OSError):
            text = (self.directory / "log").read_text(errors="replace")
            return "\n".join(text.splitlines()[-12:])
        return ""

    def stop(self) -> None:
        """Close the guard's pipe, which ends the server and removes its directory."""
        if self._guard is None:
            return
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        try:
            self._guard.wait(10)
        except subprocess.TimeoutExpired:
            self._guard.kill()
        if self.directory is not None:
            shutil.rmtree(self.directory, ignore_errors=True)
        self._guard = self.directory = self.address = None


def wait_ready(address: Address, died: Callable[[], str | None]) -> None:
    """Poll with PING until the server answers. Raises HarnessFailure when it died or is too slow.

    `died()` gives the server's last words once it is known to be dead, else None.
    """
    deadline = time.monotonic() + START_SECONDS
    pause = 0.005
    while True:
        try:
            client = Client.connect(address, timeout=1.0)
        except OSError as error:
            why = str(error)
        else:
            try:
                client.call("PING")
                return
            except (OSError, NoReply, Closed, ProtocolViolation) as error:
                why = str(error)
            finally:
                client.close()
        words = died()
        if words is not None:
            raise HarnessFailure(f"the server ended before it was ready:\n{words}")
        if time.monotonic() > deadline:
            raise HarnessFailure(f"no server at {address} within {START_SECONDS:g} s: {why}")
        time.sleep(pause)
        pause = min(0.1, pause * 1.5)


def binary_process(text: str, binary: Path) -> ServerProcess:
    """A server binary as a target. Raises HarnessFailure if it doesn't tell its version."""
    return ServerProcess(text, [str(binary)], server_options(version_of(binary)))


def version_of(binary: Path) -> tuple[str, tuple[int, int, int]]:
    """Family and version that `BINARY --version` tells. Raises HarnessFailure."""
    try:
        output = subprocess.run(
            [str(binary), "--version"], capture_output=True, text=True, timeout=10, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HarnessFailure(f"{binary} does not run: {error}") from error
    found = re.search(r"(Redis|Valkey) server v=(\d+)\.(\d+)\.(\d+)", output)
    if not found:
        raise HarnessFailure(f"{binary} --version tells no version: {output[:200]!r}")
    major, minor, patch = (int(part) for part in found.groups()[1:])
    return found[1].lower(), (major, minor, patch)


def server_options(known: tuple[str, tuple[int, int, int]]) -> list[str]:
    """The options that make a server of that version the suite's own."""
    _, version = known
    options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no"]
    if version >= (7, 0, 0):
        options += ["--enable-debug-command", "yes"]
    return options
