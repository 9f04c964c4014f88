"""What every target offers: an address, a start, a stop."""

from __future__ import annotations

import socket
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from conformance.wire.address import Address

START_SECONDS = 15.0


class Target(ABC):
    """A server to test. `text` is how the user named it; `owned` whether we started it."""

    owned = False

    def __init__(self, text: str) -> None:
        self.text = text

    @abstractmethod
    def start(self) -> Address:
        """Start it, or find it running. Raises HarnessFailure."""

    @abstractmethod
    def stop(self) -> None:
        """Stop what `start` started; harmless when nothing runs."""

    @property
    def nearby(self) -> Address | None:
        """A quicker way to the server that was started, for those on its machine."""
        return None

    def last_words(self) -> str:
        """The end of the server's log, for the report of its death; empty if there is none."""
        return ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def free_port() -> int:
    """A TCP port of the loopback that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
