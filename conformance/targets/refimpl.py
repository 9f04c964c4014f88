"""`refimpl`: the reference server of this repository, as a process of its own.

`mutant:ID` is the same with a fault that the suite should notice (see `conformance.selftest`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure
from conformance.targets.base import Target
from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from refimpl.testing import RunningServer

MUTANT_LAUNCHER = "conformance.selftest.serve"


class RefimplTarget(Target):
    """Started and stopped by its own launcher; with `mutant`, by that of the self-test."""

    owned = True

    def __init__(self, text: str, mutant: str | None = None) -> None:
        super().__init__(text)
        self._program = ("refimpl",) if mutant is None else (MUTANT_LAUNCHER, mutant)
        self._server: RunningServer | None = None

    def start(self) -> Tcp:
        """Start it on a free port."""
        from refimpl.testing import start_subprocess

        try:
            self._server = start_subprocess(
                program=self._program, enable_debug_command="yes", save=""
            )
        except Exception as error:
            raise HarnessFailure(f"refimpl does not start: {error}") from error
        return Tcp("127.0.0.1", self._server.port)

    def stop(self) -> None:
        """Stop it."""
        if self._server is not None:
            self._server.stop()
        self._server = None
