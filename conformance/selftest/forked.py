"""Mutants (and the server without a fault) as children of the process that tries them.

They are the servers of `mutant:ID` and `refimpl`, but started in a tenth of the time.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import tempfile
import time
from pathlib import Path

from conformance.blame import HarnessFailure
from conformance.selftest.serve import fork
from conformance.targets.base import START_SECONDS, Target
from conformance.wire.address import Tcp

OPTIONS = ("--port", "0", "--save", "", "--enable-debug-command", "yes")
READY = re.compile(r"port=(\d+)\.\n(?:.*\n)*?.*Ready to accept connections tcp")
GRACE_SECONDS = 2.0


class ForkedServer(Target):
    """A server in a child process; without a fault if `mutant` is empty."""

    owned = True

    def __init__(self, mutant: str = "") -> None:
        super().__init__(f"mutant:{mutant}" if mutant else "refimpl")
        self._mutant = mutant
        self._pid = 0
        self._directory = Path()

    def start(self) -> Tcp:
        """Fork, and wait for the port. It works in a directory of its own, and finds no data."""
        self._directory = Path(tempfile.mkdtemp(prefix="conformance-mutant-"))
        options = [*OPTIONS, "--dir", str(self._directory)]
        self._pid = fork(self._mutant, options, self._log)
        deadline = time.monotonic() + START_SECONDS
        while (found := READY.search(self._text())) is None:
            if self._ended() or time.monotonic() > deadline:
                words = self.last_words()
                self.stop()
                raise HarnessFailure(f"it does not start: {words}")
            time.sleep(0.003)
        return Tcp("127.0.0.1", int(found[1]))

    def stop(self) -> None:
        """End the child, gently first."""
        if not self._ended():
            os.kill(self._pid, signal.SIGTERM)
            deadline = time.monotonic() + GRACE_SECONDS
            while not self._ended() and time.monotonic() < deadline:
                time.sleep(0.003)
        if not self._ended():
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self._pid = 0
        shutil.rmtree(self._directory, ignore_errors=True)

    @property
    def _log(self) -> Path:
        return self._directory / "log"

    def last_words(self) -> str:
        """The end of the log."""
        return "\n".join(self._text().splitlines()[-12:])

    def _text(self) -> str:
        with contextlib.suppress(OSError):
            return self._log.read_text(errors="replace")
        return ""

    def _ended(self) -> bool:
        if self._pid and os.waitpid(self._pid, os.WNOHANG)[0]:
            self._pid = 0
        return not self._pid
