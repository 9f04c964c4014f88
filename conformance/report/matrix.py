"""What the page shows, counted from the results of one or several runs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

OUTCOMES = ("passed", "failed", "known", "stale", "skipped")
SHARED = "between commands"
"""Where cases stand that are about no one command: protocol, transactions, limits."""


@dataclass
class Run:
    """One server of one results file: a column of the matrix."""

    title: str
    target: str
    complete: bool
    started: str
    seconds: float
    outcomes: Counter[str]
    error_cases: int
    coverage: dict[str, Any]
    problems: list[str]


@dataclass
class Cell:
    """The cases of one command (or group) on one server."""

    outcomes: Counter[str] = field(default_factory=Counter)
    covered: float | None = None  # percent of the spec's clauses, None where not measured

    @property
    def tried(self) -> int:
        return sum(self.outcomes.values()) - self.outcomes["skipped"]

    @property
    def mark(self) -> str:
        """The worst thing that happened: a class of the page's style sheet."""
        for outcome in ("failed", "stale", "known", "passed", "skipped"):
            if self.outcomes[outcome]:
                return outcome
        return "none"


@dataclass
class Row:
    """A command, or a group with its commands."""

    name: str
    cells: list[Cell]
    rows: list[Row] = field(default_factory=list)


@dataclass
class Page:
    """Everything on the page."""

    runs: list[Run]
    groups: list[Row]
    stories: dict[str, list[dict[str, Any]]]  # command → its cases that didn't simply pass


def page(results: list[dict[str, Any]]) -> Page:
    """The page of these results, in the order given."""
    runs, columns = [], []
    for result in results:
        for server in result["header"]["servers"]:
            cases = [case for case in result["cases"] if case["side"] == server["side"]]
            runs.append(_run(result, server, cases))
            columns.append((result, cases))
    commands: dict[tuple[str, str], list[Cell]] = {}
    stories: dict[str, list[dict[str, Any]]] = {}
    for index, (_, cases) in enumerate(columns):
        for case in cases:
            place = (case["group"] or SHARED, case["command"] or case["clause"].split("/")[0])
            cells = commands.setdefault(place, [Cell() for _ in columns])
            cells[index].outcomes[case["outcome"]] += 1
            if case["outcome"] != "passed":
                stories.setdefault(place[1], []).append(
                    {**case, "server": f"{runs[index].title}, {runs[index].target}"}
                )
    for index, (result, _) in enumerate(columns):
        _add_coverage(commands, index, result.get("coverage"))
    return Page(runs, _groups(commands, len(columns)), _tellable(stories))


def _run(result: dict[str, Any], server: dict[str, Any], cases: list[dict[str, Any]]) -> Run:
    footer = result.get("footer") or {}
    protocols = (result.get("coverage") or {}).get("protocols", {})
    return Run(
        title=f"{server['label']} {server['version']}",
        target=server["target"],
        complete=bool(footer.get("complete")),
        started=result["header"]["started"][:19].replace("T", " "),
        seconds=footer.get("seconds", 0.0),
        outcomes=Counter(case["outcome"] for case in cases),
        error_cases=sum(case["error_case"] for case in cases if case["outcome"] != "skipped"),
        coverage={name: each["percent"] for name, each in protocols.items()},
        problems=list(footer.get("problems", [])),
    )


def _add_coverage(
    commands: dict[tuple[str, str], list[Cell]], index: int, coverage: dict[str, Any] | None
) -> None:
    """The lower percentage of the protocols, of each command that has cases."""
    for protocol in (coverage or {}).get("protocols", {}).values():
        for name, counts in protocol.get("commands", {}).items():
            cells = commands.get((counts["group"], name))
            if cells is not None and counts["total"]:
                percent = 100 * counts["hit"] / counts["total"]
                known = cells[index].covered
                cells[index].covered = percent if known is None else min(known, percent)


def _groups(commands: dict[tuple[str, str], list[Cell]], width: int) -> list[Row]:
    groups: dict[str, Row] = {}
    for (group, command), cells in sorted(commands.items()):
        row = groups.setdefault(group, Row(group, [Cell() for _ in range(width)]))
        row.rows.append(Row(command, cells))
        for total, cell in zip(row.cells, cells, strict=True):
            total.outcomes += cell.outcomes
    return list(groups.values())


def _tellable(stories: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Differences whole; of the skipped cases one for each reason, with their number."""
    told: dict[str, list[dict[str, Any]]] = {}
    for command, cases in stories.items():
        skipped: dict[tuple[str, str], dict[str, Any]] = {}
        for case in cases:
            if case["outcome"] != "skipped":
                told.setdefault(command, []).append(case)
                continue
            key = (case["server"], case.get("reason", ""))
            first = skipped.setdefault(key, {**case, "count": 0})
            first["count"] += 1
        told.setdefault(command, []).extend(skipped.values())
    return told
