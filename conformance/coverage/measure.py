"""Collects what was covered, by protocol."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from conformance.coverage.clauses import KINDS, clauses_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from spec.model.command import Command
    from spec.model.load import Spec


class Coverage:
    """The clauses of one release, and which were exercised in which protocol.

    Commands that the server lacks (by full name) are not in scope: the run tells them by name.
    """

    def __init__(self, spec: Spec, lacking: Collection[str] = ()) -> None:
        self._release = str(spec.release)
        self._groups: dict[str, str] = {}
        self._clauses: dict[str, list[str]] = {}
        for command in spec.every_command():
            found = clauses_of(spec, command)
            if found and command.full_name not in lacking:
                self._groups[command.name] = command.group
                self._clauses[command.name] = found
        self._hits: dict[int, Counter[str]] = {}

    def record(self, command: Command, clauses: Iterable[str], protocol: int, *, ok: bool) -> None:
        """A call of the command touched these clauses; `ok` if it was not answered by an error."""
        hits = self._hits.setdefault(protocol, Counter())
        hits.update(clauses)
        if ok:
            hits[command.name] += 1

    @property
    def counted(self) -> dict[int, Counter[str]]:
        """How often each clause was exercised, by protocol."""
        return self._hits

    def merge(self, counted: Mapping[int, Counter[str]]) -> None:
        """Add what another process has counted."""
        for protocol, hits in counted.items():
            self._hits.setdefault(protocol, Counter()).update(hits)

    def hits(self, protocol: int) -> frozenset[str]:
        """The clauses exercised in one protocol, unknown ones included."""
        return frozenset(self._hits.get(protocol, ()))

    def as_json(self, protocols: Iterable[int]) -> dict[str, Any]:
        """See `coverage` in the results' schema; for these protocols."""
        return {
            "release": self._release,
            "protocols": {
                f"RESP{protocol}": self._protocol(set(self._hits.get(protocol, ())))
                for protocol in protocols
            },
        }

    def _protocol(self, hits: set[str]) -> dict[str, Any]:
        every = [clause for clauses in self._clauses.values() for clause in clauses]
        missing = [clause for clause in every if clause not in hits]
        total, hit = len(every), len(every) - len(missing)
        return {
            "total": total,
            "hit": hit,
            "percent": percent(hit, total),
            "kinds": {
                kind: _count([clause for clause in every if kind_of(clause) == kind], hits)
                for kind in KINDS
            },
            "commands": {
                name: {"group": self._groups[name], **_count(clauses, hits)}
                for name, clauses in self._clauses.items()
            },
            "missing": missing,
        }


def _count(clauses: list[str], hits: set[str]) -> dict[str, int]:
    return {"total": len(clauses), "hit": sum(1 for clause in clauses if clause in hits)}


def percent(hit: int, total: int) -> float:
    """Rounded down to a hundredth, so that 100 means all."""
    return 100.0 if hit == total else int(10000 * hit / total) / 100
