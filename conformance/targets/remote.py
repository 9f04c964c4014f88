"""A server that somebody else runs: `tcp://host:port[/db]`, `unix:PATH`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure
from conformance.targets.base import Target

if TYPE_CHECKING:
    from conformance.wire.address import Address


class Remote(Target):
    """Not ours: neither started nor stopped."""

    def __init__(self, text: str, address: Address) -> None:
        super().__init__(text)
        self.address = address

    def start(self) -> Address:
        """See that somebody listens."""
        try:
            self.address.connect(5.0).close()
        except OSError as error:
            raise HarnessFailure(f"nobody answers at {self.address}: {error}") from error
        return self.address

    def stop(self) -> None:
        """Nothing: it is not ours."""
