"""What a campaign has done and found: of one part of it, or of all parts put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformance.fuzz.findings import Finding
    from conformance.fuzz.trial import Cause


@dataclass(slots=True)
class Account:
    """Counts and differences. Outcomes are `ok` or the ids of errors.

    `met` says how often a cause was met, those of findings that another part has told included.
    `untold` differences were not looked into; `muted` commands were left out in the end. `clauses`
    are those of the specification that were touched, `checked` replies held against it. `seconds`
    are those of the clock, so those of parts that were played side by side are no sum.
    """

    commands: int = 0
    epochs: int = 0
    seconds: float = 0.0
    outcomes: Counter[str] = field(default_factory=Counter)
    calls: Counter[bytes] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    met: Counter[Cause] = field(default_factory=Counter)
    muted: list[str] = field(default_factory=list)
    untold: int = 0
    clauses: set[str] = field(default_factory=set)
    checked: int = 0

    @property
    def rate(self) -> float:
        """Commands compared per second."""
        return self.commands / self.seconds if self.seconds else 0.0

    def add(self, part: Account) -> list[Finding]:
        """Add a part's, but for its seconds; the findings that are new."""
        self.commands += part.commands
        self.epochs += part.epochs
        self.outcomes.update(part.outcomes)
        self.calls.update(part.calls)
        self.met.update(part.met)
        self.muted += (name for name in part.muted if name not in self.muted)
        self.untold += part.untold
        self.clauses |= part.clauses
        self.checked += part.checked
        told = {finding.cause for finding in self.findings}
        new = [finding for finding in part.findings if finding.cause not in told]
        self.findings += new
        return new
