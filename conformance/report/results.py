"""The results of a run: collected case by case, written as JSON.

`results.schema.json` beside this file describes the form. The file is written when the run begins
without its footer and anew with it at the end: a file without a footer is that of a run that was
cut short, and is to be refused.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema

if TYPE_CHECKING:
    from conformance.case import Case
    from conformance.targets.identity import Identity
    from conformance.wire.exchange import Exchange

FORM = 1
SCHEMA = Path(__file__).with_name("results.schema.json")
MAX_EXCHANGES = 60

PASSED, FAILED, SKIPPED, KNOWN, STALE = "passed", "failed", "skipped", "known", "stale"
OUTCOMES = (PASSED, FAILED, SKIPPED, KNOWN, STALE)


class InvalidReportError(Exception):
    """A results file that is malformed, or of a run that did not end."""


@dataclass
class Failure:
    """What is told of a case that did not pass; `text` is the whole, as printed."""

    text: str
    step: str = ""
    sent: str = ""
    expected: str = ""
    received: str = ""
    note: str = ""


@dataclass
class Outcome:
    """One case on one side in one protocol."""

    node: str
    case: Case
    protocol: int
    side: str
    outcome: str
    seconds: float = 0.0
    blame: str = ""
    reason: str = ""
    failure: Failure | None = None
    exchanges: list[Exchange] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """See the schema's `case`."""
        out: dict[str, Any] = {
            "id": self.node,
            "clause": self.case.clause,
            "kind": self.case.kind,
            "command": self.case.command,
            "group": self.case.group,
            "error_case": self.case.error_case,
            "protocol": self.protocol,
            "side": self.side,
            "outcome": self.outcome,
            "seconds": round(self.seconds, 6),
        }
        if self.blame:
            out["blame"] = self.blame
        if self.reason:
            out["reason"] = self.reason
        if self.failure is not None:
            out["failure"] = {key: value for key, value in vars(self.failure).items() if value}
        if self.exchanges:
            out["exchanges"] = [one.as_json() for one in self.exchanges[-MAX_EXCHANGES:]]
        return out


class Results:
    """Collects outcomes."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.servers: list[dict[str, Any]] = []
        self.coverage: dict[str, Any] | None = None
        self.problems: list[str] = []
        self._started = time.time()

    def add_server(self, side: str, text: str, identity: Identity) -> None:
        """A server takes part."""
        self.servers.append({"side": side, "target": text, **identity.as_json(), "lacks": []})

    def lacks(self, side: str, names: list[str]) -> None:
        """The server of that side does not know these commands of the spec."""
        for server in self.servers:
            if server["side"] == side:
                server["lacks"] = names

    def add(self, outcome: Outcome) -> None:
        """A case is done."""
        self.outcomes.append(outcome)

    def count(self) -> dict[str, int]:
        """How many cases had each outcome."""
        counted = Counter(one.outcome for one in self.outcomes)
        return {name: counted[name] for name in OUTCOMES}

    def blames(self) -> dict[str, int]:
        """How many failed cases were whose fault."""
        return dict(Counter(one.blame for one in self.outcomes if one.outcome == FAILED))

    def error_share(self) -> tuple[int, int]:
        """Cases about something being refused, of all that were tried."""
        tried = [one for one in self.outcomes if one.outcome != SKIPPED]
        return sum(1 for one in tried if one.case.error_case), len(tried)

    def header(self) -> dict[str, Any]:
        """When, where, with what."""
        return {
            "started": datetime.fromtimestamp(self._started, UTC).isoformat(),
            "arguments": sys.argv[1:],
            "python": platform.python_version(),
            "machine": platform.platform(),
            "servers": self.servers,
        }

    def footer(self, exit_status: int) -> dict[str, Any]:
        """Counts; its presence says that the run came to its end."""
        errors, tried = self.error_share()
        return {
            "complete": True,
            "seconds": round(time.time() - self._started, 3),
            "outcomes": self.count(),
            "blames": self.blames(),
            "tried": tried,
            "error_cases": errors,
            "problems": self.problems,
            "exit_status": exit_status,
        }

    def write(self, path: Path, exit_status: int | None) -> None:
        """Write the file, without the footer if `exit_status` is None."""
        document: dict[str, Any] = {"form": FORM, "header": self.header()}
        if exit_status is not None:
            document["cases"] = [one.as_json() for one in self.outcomes]
            document["coverage"] = self.coverage
            document["footer"] = self.footer(exit_status)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document, indent=1, ensure_ascii=True), encoding="utf-8")


def read_results(path: Path) -> dict[str, Any]:
    """A results file, checked. Raises InvalidReportError."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidReportError(f"{path}: {error}") from error
    if not isinstance(document, dict) or "footer" not in document:
        raise InvalidReportError(f"{path}: no footer: the run did not come to its end")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    problem = jsonschema.exceptions.best_match(
        jsonschema.Draft202012Validator(schema).iter_errors(document)
    )
    if problem is not None:
        raise InvalidReportError(f"{path}: {problem.json_path}: {problem.message[:300]}")
    return document
