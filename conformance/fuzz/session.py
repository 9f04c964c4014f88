"""Two started servers put together for a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from conformance.fuzz.campaign import Campaign
from conformance.fuzz.checks import Checks
from conformance.fuzz.duel import Duel, Side
from conformance.fuzz.generate import USUAL_LIMITS, Generator
from conformance.fuzz.judge import Judge
from conformance.fuzz.keyspace import Keyspaces
from conformance.fuzz.trial import Trial
from spec.model import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from conformance.fuzz.findings import Finding
    from conformance.fuzz.generate import Selection
    from conformance.server import Server

SECONDS = 3.0


class Session:
    """The parts of a campaign; `right` is the server whose release decides what is right."""

    def __init__(
        self, left: Server, right: Server, *, seconds: float = SECONDS, check_every: int = 1
    ) -> None:
        identity = right.identity
        self.spec = load.load(identity.family, identity.version_text)
        self.common = left.identity.commands & identity.commands
        self.sides = (Side("left", left, seconds), Side("right", right, seconds))
        self.checks = Checks(self.spec, check_every)
        self.trial = Trial(Duel(*self.sides), Judge(self.spec), Keyspaces(*self.sides), self.checks)
        self.names = _names(left.target.text, right.target.text)

    def campaign(
        self,
        selection: Selection,
        seed: int,
        told: Callable[[Finding], None] = lambda finding: None,
    ) -> Campaign:
        """A campaign over the chosen commands."""
        generator = Generator(self.spec, selection, seed)
        return Campaign(generator, self.trial, self.names, told)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for side in self.sides:
            side.close(name for name, _ in USUAL_LIMITS)


def _names(left: str, right: str) -> tuple[str, str]:
    """What the two servers are called in transcripts."""
    return (left, right) if left != right else (f"{left} (1)", f"{right} (2)")
