"""One run of the suite: its servers, started when first needed, and what is collected."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conformance.baseline import Baseline, load_baseline
from conformance.blame import ClientError
from conformance.case import Case, selected
from conformance.checks.checker import Checker
from conformance.coverage.measure import Coverage
from conformance.report.results import Results
from conformance.server import Server, refuse_if_in_use
from conformance.targets.resolve import open_target
from spec.model import load as spec_load
from spec.model.release import parse_version

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.report.results import Outcome
    from conformance.targets.base import Target
    from conformance.targets.identity import Identity
    from conformance.wire.exchange import Exchange
    from spec.model.load import Spec


@dataclass(frozen=True)
class Settings:
    """What the command line asks for."""

    target: str = "refimpl"
    against: str | None = None
    protocols: tuple[int, ...] = (2, 3)
    clauses: tuple[str, ...] = ()
    reruns: int = 0
    flush_allowed: bool = False
    results: Path | None = None
    all_exchanges: bool = False
    coverage_minimum: float | None = None
    coverage_json: Path | None = None

    @property
    def sides(self) -> tuple[str, ...]:
        """`target`, and `against` if there is one."""
        return ("target",) if self.against is None else ("target", "against")

    def text_of(self, side: str) -> str:
        """How the server of that side was named."""
        return self.target if side == "target" else self.against or ""


@dataclass(frozen=True)
class Seen:
    """A server that took part, for the report; `lacking` are commands of the spec it hasn't."""

    side: str
    text: str
    identity: Identity
    address: str
    restarts: int
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """What one of several processes has found out; it goes to the one that reports."""

    outcomes: list[Outcome]
    seen: list[Seen]
    coverage: Coverage | None
    accepted: dict[str, set[tuple[str, str]]]
    """By side: clause and file of the accepted differences whose case has run."""


class Run:
    """The servers of a run, each with its spec and accepted differences.

    `target` is given where the server is not one that `--target` could name. A process that only
    reports what others have found out (see `parallel`) starts none, and knows them by `absorb`.
    """

    def __init__(self, settings: Settings, target: Target | None = None) -> None:
        self.settings = settings
        self._target = target
        self.results = Results()
        self.transcripts: dict[tuple[str, int], list[Exchange]] = {}
        self._servers: dict[str, Server] = {}
        self._absorbed: dict[str, Seen] = {}
        self._failed: dict[str, BaseException] = {}
        self._baselines: dict[str, Baseline] = {}
        self._coverage: dict[str, Coverage] = {}
        self._checkers: dict[str, Checker] = {}

    def server(self, side: str = "target") -> Server:
        """The server of that side, started on first use.

        Raises HarnessFailure or ClientError, every time again once it has failed.
        """
        if side in self._failed:
            raise self._failed[side]
        if side not in self._servers:
            try:
                target = self._target or open_target(self.settings.text_of(side))
                server = Server(target, side)
                try:
                    refuse_if_in_use(server, allowed=self.settings.flush_allowed)
                except BaseException:
                    server.close()
                    raise
            except Exception as error:
                self._failed[side] = error
                raise
            self._servers[side] = server
            self.results.add_server(side, server.target.text, server.identity)
        return self._servers[side]

    @property
    def seen(self) -> list[Seen]:
        """The servers that took part so far."""
        return [
            *self._absorbed.values(),
            *(
                Seen(
                    side,
                    server.target.text,
                    server.identity,
                    str(server.address),
                    server.restarts,
                    tuple(self.lacking(side)),
                )
                for side, server in self._servers.items()
            ),
        ]

    def identity(self, side: str = "target") -> Identity:
        """Who the server of that side is; it is started if nobody has told."""
        absorbed = self._absorbed.get(side)
        return self.server(side).identity if absorbed is None else absorbed.identity

    def spec(self, side: str = "target") -> Spec:
        """The spec as the release of that side's server has it."""
        identity = self.identity(side)
        return spec_load.load(identity.family, identity.version_text)

    def latest_spec(self) -> Spec:
        """The spec of the newest release of the line, to tell which clauses others lack."""
        identity = self.identity()
        newest = spec_load.lines()[identity.family].releases[-1]
        if self.spec().release.version >= parse_version(newest):
            return self.spec()
        return spec_load.load(identity.family, newest)

    def wants(self, clause: str, *, above: bool = False) -> bool:
        """Whether `--clause` admits the clause; with `above`, also if it admits one under it.

        Spares the makers of cases a search for calls that nobody will make.
        """
        wanted = self.settings.clauses
        under = above and any(one.startswith(clause + "/") for one in wanted)
        return under or selected(clause, wanted) or selected(clause + "/call", wanted)

    def lacking(self, side: str) -> list[str]:
        """Commands of the spec's release that the server of that side does not know."""
        known = self.identity(side).commands
        return [
            one.full_name for one in self.spec(side).every_command() if one.full_name not in known
        ]

    def observer(self, side: str) -> Checker:
        """What checks every reply of that side's server, and measures coverage."""
        if side not in self._checkers:
            self._checkers[side] = Checker(self.spec(side), self._coverage_of(side))
        return self._checkers[side]

    def _coverage_of(self, side: str) -> Coverage:
        if side not in self._coverage:
            self._coverage[side] = Coverage(self.spec(side), self.lacking(side))
        return self._coverage[side]

    def share(self) -> Share:
        """What this process has found out, without what only it can use."""
        return Share(
            [replace(one, case=replace(one.case, body=None)) for one in self.results.outcomes],
            self.seen,
            self._coverage.get("target"),
            {
                side: {(entry.clause, entry.file) for entry in baseline.entries if entry.seen}
                for side, baseline in self._baselines.items()
            },
        )

    def absorb(self, share: Share) -> None:
        """Take over what another process has found out."""
        for seen in share.seen:
            before = self._absorbed.get(seen.side)
            restarts = seen.restarts + (before.restarts if before else 0)
            self._absorbed[seen.side] = replace(seen, restarts=restarts)
            if before is None:
                self.results.add_server(seen.side, seen.text, seen.identity)
        for outcome in share.outcomes:
            self.results.add(outcome)
        if share.coverage is not None:
            mine = self._coverage.setdefault("target", share.coverage)
            if mine is not share.coverage:
                mine.merge(share.coverage.counted)
        for side, accepted in share.accepted.items():
            for entry in self.baseline(side).entries:
                entry.seen |= (entry.clause, entry.file) in accepted

    def measure_coverage(self) -> None:
        """Put the coverage of the target into the results; a shortfall is a problem of the run."""
        coverage = self._coverage.get("target")
        if coverage is None:
            return
        measured = self.results.coverage = coverage.as_json(self.settings.protocols)
        if self.settings.coverage_json is not None:
            self.settings.coverage_json.parent.mkdir(parents=True, exist_ok=True)
            self.settings.coverage_json.write_text(json.dumps(measured, indent=1))
        minimum = self.settings.coverage_minimum
        for protocol, body in measured["protocols"].items():
            if minimum is not None and body["percent"] < minimum:
                self.results.problems.append(
                    f"{protocol}: {body['percent']:.2f} % of the spec covered, {minimum:g} % wanted"
                )

    def baseline(self, side: str) -> Baseline:
        """The differences that are accepted of that side's server."""
        if side not in self._baselines:
            identity = self.identity(side)
            release = spec_load.release(identity.family, identity.version_text)
            self._baselines[side] = load_baseline(identity, release)
        return self._baselines[side]

    def why_not(self, case: Case, side: str, protocol: int) -> str | None:
        """The reason to skip the case on that server, None if it can be tried."""
        server = self.server(side)
        if case.absent:
            return case.absent
        for capability in case.requires:
            if not server.has(capability):
                return f"{server.identity} has no capability {capability!r}"
        if protocol == 3 and not server.has("resp3"):
            return f"{server.identity} does not speak RESP3"
        for name in case.commands:
            if name not in server.identity.commands:
                return f"{server.identity} does not know {name}"
        return None

    def close(self) -> None:
        """Stop the servers that are ours."""
        for server in self._servers.values():
            server.close()


def parse_protocols(text: str) -> tuple[int, ...]:
    """`2`, `3` or `both`. Raises ClientError."""
    known = {"2": (2,), "3": (3,), "both": (2, 3)}
    if text not in known:
        raise ClientError(f"--resp is 2, 3 or both, not {text!r}")
    return known[text]
