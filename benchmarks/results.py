"""What was measured, where and of what, in a file that a later run can be compared with."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

RATE, CPU = "per s", "server CPU µs"
MORE_IS_BETTER = (RATE,)
REFERENCE = "redis"


@dataclass(frozen=True)
class Figure:
    """One thing measured: a value of each round, by server."""

    case: str
    group: str  # cases with a mean in common; "" for none
    unit: str
    values: dict[str, list[float]]

    def middle(self, server: str) -> float | None:
        """The median of the rounds; None when that server wasn't measured."""
        values = self.values.get(server)
        return statistics.median(values) if values else None

    def ratio(self, server: str) -> float | None:
        """To the real Redis: the median of the ratios of each round."""
        values, references = self.values.get(server), self.values.get(REFERENCE)
        if not values or not references or min(references) <= 0:
            return None
        if len(values) != len(references):
            return statistics.median(values) / statistics.median(references)
        return statistics.median(x / y for x, y in zip(values, references, strict=True))


@dataclass(frozen=True)
class Results:
    """All figures of a run, and what has to be known to compare them."""

    about: dict[str, str]
    figures: list[Figure]

    def save(self, path: Path) -> None:
        """Writes it as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Results:
        """What `save` wrote. Raises OSError, ValueError, KeyError or TypeError."""
        read = json.loads(path.read_text(encoding="utf-8"))
        return cls(read["about"], [Figure(**figure) for figure in read["figures"]])

    def servers(self) -> list[str]:
        """The reference first, then the others in the order they came."""
        names = dict.fromkeys([REFERENCE])
        for figure in self.figures:
            names |= dict.fromkeys(sorted(figure.values, reverse=True))
        return list(names)


def mean_ratio(figures: list[Figure], server: str) -> float | None:
    """The geometric mean of the ratios."""
    ratios = [ratio for figure in figures if (ratio := figure.ratio(server))]
    return statistics.geometric_mean(ratios) if ratios else None


def surroundings() -> dict[str, str]:
    """The machine, the Python and the commit."""
    return {
        "commit": _git("describe", "--always", "--dirty", "--abbrev=12"),
        "date": _git("show", "-s", "--format=%cI"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0))),
        "arguments": " ".join(sys.argv[1:]),
    }


def _git(*words: str) -> str:
    line = ["git", "-C", str(Path(__file__).parent), *words]
    try:
        return subprocess.run(line, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        return ""


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()
