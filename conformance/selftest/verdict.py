"""What became of each mutant, and the score."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformance.selftest.trial import Failed

KILLED, SURVIVED, BROKEN = "killed", "survived", "broken"


@dataclass
class Verdict:
    """`killed` by a test, `survived` all of them, or `broken`: no server came of it.

    `tried` tests were run on it, in `seconds`; `note` tells what is broken.
    """

    mutant: str
    area: str
    breaks: str
    verdict: str
    by: Failed | None = None
    tried: int = 0
    seconds: float = 0.0
    note: str = ""


@dataclass
class Report:
    """The whole run. `red` are the tests that fail without any fault."""

    verdicts: list[Verdict]
    red: list[Failed] = field(default_factory=list)
    tests: int = 0
    seconds: float = 0.0

    def count(self, verdict: str, area: str = "") -> int:
        """How many mutants (of that area) got that verdict."""
        return sum(v.verdict == verdict and area in ("", v.area) for v in self.verdicts)

    def score(self, area: str = "") -> float:
        """Percent killed, of those that ran."""
        killed, survived = self.count(KILLED, area), self.count(SURVIVED, area)
        return 100.0 * killed / (killed + survived) if killed + survived else 0.0

    def named(self, verdict: str) -> list[Verdict]:
        """The mutants that got that verdict."""
        return [each for each in self.verdicts if each.verdict == verdict]

    def lines(self) -> list[str]:
        """For people."""
        lines = []
        if self.red:
            lines.append(f"RED       {len(self.red)} tests fail without any fault; left out")
        for each in self.named(BROKEN):
            lines.append(f"BROKEN    {each.area}/{each.mutant}: {each.note}")
        for each in self.named(SURVIVED):
            lines.append(f"SURVIVED  {each.area}/{each.mutant}: {each.breaks}")
        lines.append(f"{'area':<16}{'killed':>8}{'survived':>10}{'broken':>8}{'score':>9}")
        for area in [*dict.fromkeys(each.area for each in self.verdicts), ""]:
            counts = [self.count(verdict, area) for verdict in (KILLED, SURVIVED, BROKEN)]
            lines.append(
                f"{area or 'all':<16}{counts[0]:>8}{counts[1]:>10}{counts[2]:>8}"
                f"{self.score(area):>7.1f} %"
            )
        blames = Counter(each.by.blame for each in self.verdicts if each.by is not None)
        killers = ", ".join(f"{count} by {blame}" for blame, count in blames.most_common())
        lines.append(f"{self.tests} tests; {killers}; {self.seconds:.0f} s")
        return lines

    def as_json(self) -> dict[str, object]:
        """For machines."""
        areas = dict.fromkeys(each.area for each in self.verdicts)
        return {
            "score": self.score(),
            "areas": {area: self.score(area) for area in areas},
            "tests": self.tests,
            "seconds": self.seconds,
            "red": [asdict(failed) for failed in self.red],
            "mutants": [asdict(each) for each in self.verdicts],
        }
