"""A whole run: epochs one after the other, differences shrunk, grouped by cause and told once."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from conformance.fuzz.findings import Finding, Said, replay
from conformance.fuzz.generate import USUAL_LIMITS
from conformance.fuzz.shrink import ATTEMPTS, Shrinker
from conformance.fuzz.steps import Step, ends_its_blocks, is_tidy
from conformance.fuzz.trial import KEYSPACE, SILENT, SPEC, Cause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conformance.fuzz.duel import Setting
    from conformance.fuzz.generate import Epoch, Generator
    from conformance.fuzz.judge import Reply
    from conformance.fuzz.trial import Found, Trial
    from spec.model.release import Release

EPOCH_STEPS = 2400
TALK_STEPS = 600  # turns are short where clients talk, and looked at one by one
INTERVAL = 1200
MUTE_AFTER = 25
# A difference of the keyspace names no command before it is shrunk: several may lie behind it.
SHRINKS = 4
SILENT_ATTEMPTS = 150
MOST_FINDINGS = 60


@dataclass
class Tally:
    """What a campaign has done so far; outcomes are `ok` or the ids of errors."""

    commands: int = 0
    epochs: int = 0
    seconds: float = 0.0
    outcomes: Counter[str] = field(default_factory=Counter)
    calls: Counter[bytes] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """Commands compared per second."""
        return self.commands / self.seconds if self.seconds else 0.0


class Campaign:
    """Runs epochs and keeps what was found."""

    def __init__(
        self,
        generator: Generator,
        trial: Trial,
        names: tuple[str, str],
        told: Callable[[Finding], None] = lambda finding: None,
    ) -> None:
        self.generator, self.trial, self.names = generator, trial, names
        self.tally = Tally()
        self.findings: list[Finding] = []
        self.muted: list[str] = []
        self.untold = 0
        self._upcoming: Epoch | None = None
        self._told = told
        self._by_cause: dict[Cause, Finding] = {}
        self._shrunk: Counter[Cause] = Counter()
        self._met: Counter[str] = Counter()

    def run(self, commands: int, progress: Callable[[int], None] = lambda done: None) -> None:
        """Play epochs until so many commands were compared in all, or none are left to send.

        An interrupt ends the campaign; what was found until then is kept.
        """
        began = time.monotonic() - self.tally.seconds
        with contextlib.suppress(KeyboardInterrupt):
            self._epochs(commands, began, progress)
        self.tally.seconds = time.monotonic() - began

    def _epochs(self, commands: int, began: float, progress: Callable[[int], None]) -> None:
        upcoming = self.generator.epoch(self.tally.epochs)
        generator = self.generator
        while self.tally.commands < commands and (generator.calls or generator.topics):
            epoch, self._upcoming = upcoming, self.generator.epoch(upcoming.number + 1)
            epoch.grow(min(_steps(epoch), commands - self.tally.commands))
            self._epoch(epoch)
            upcoming = self._upcoming
            self.tally.epochs += 1
            self.tally.seconds = time.monotonic() - began
            progress(self.tally.commands)

    def _epoch(self, epoch: Epoch) -> None:
        self.trial.heard = self._heard
        found = self.trial.run(epoch.setting, epoch.steps, INTERVAL, check=True)
        self.trial.heard = lambda replies: None
        if found is not None and epoch.setting.messages:
            found = self.trial.run(epoch.setting, epoch.steps[: found.at + 1], check=True) or found
        if found is not None:
            self._found(epoch, found)

    def _heard(self, replies: list[Reply]) -> None:
        """Count replies; the servers are busy with the next ones, so there is time to prepare."""
        if self._upcoming is not None:
            size = len(self._upcoming.steps) + len(replies)
            self._upcoming.grow(min(size, _steps(self._upcoming)))
        self.tally.commands += len(replies)
        for reply in replies:
            raw = reply.right
            if raw[:1] == b"-":
                self.tally.outcomes[self.trial.outcomes.of(raw)] += 1
        self.tally.calls.update([reply.argv[0] for reply in replies])

    # -- differences --------------------------------------------------------------------------

    def _found(self, epoch: Epoch, found: Found) -> None:
        known = self._by_cause.get(found.cause)
        several = found.cause.what in (KEYSPACE, SILENT)
        if len(self.findings) >= MOST_FINDINGS:
            self.untold += 1
            return
        if known is not None and self._shrunk[found.cause] >= (SHRINKS if several else 1):
            known.met += 1
            self._tire_of(known.cause.command)
            return
        self._shrunk[found.cause] += 1
        finding = self._shrink(epoch, found)
        self._by_cause.setdefault(found.cause, finding)
        same = self._same(finding)
        if same is not None:
            same.met += 1
            return
        self.findings.append(finding)
        self._told(finding)

    def _tire_of(self, command: str) -> None:
        """Stop sending a command that keeps ending epochs with what was told before."""
        if not command:
            return
        self._met[command] += 1
        if self._met[command] == MUTE_AFTER:
            self.generator.mute(command)
            self.muted.append(command)

    def _same(self, finding: Finding) -> Finding | None:
        """The finding of the same cause, met before from elsewhere."""
        return next((each for each in self.findings if each.cause == finding.cause), None)

    def _shrink(self, epoch: Epoch, found: Found) -> Finding:
        check = found.cause.what == SPEC
        setting, steps = epoch.setting, epoch.steps[: found.at + 1]
        last: list[Found] = [found]

        def fails(candidate: list[Step], under: Setting | None = None) -> bool:
            if not candidate or not is_tidy(candidate):
                return False
            if setting.messages and not ends_its_blocks(candidate):
                return False
            met = self.trial.run(under or setting, candidate, check=check)
            if met is None or met.cause != found.cause:
                return False
            last[0] = met
            return True

        silent = found.cause.what == SILENT
        attempts = SILENT_ATTEMPTS if silent else ATTEMPTS
        shrinker = Shrinker(fails, self.generator.guard.harmless, attempts)
        reproduced = fails(steps)
        if reproduced:
            steps = shrinker.shrink(steps)
            simpler = (each for each in _simpler_settings(setting) if fails(steps, each))
            setting = next(simpler, setting)
        else:
            steps = steps[-12:]
        return self._finding(epoch, last[0], setting, steps, shrinker.attempts, reproduced)

    def _finding(
        self,
        epoch: Epoch,
        found: Found,
        setting: Setting,
        steps: list[Step],
        attempts: int,
        reproduced: bool,
    ) -> Finding:
        """The difference with everything that a reader wants."""
        cause = found.cause
        if cause.what == KEYSPACE:
            cause = cause._replace(command=self.trial.judge.name(steps[-1].argv))
            steps = [*steps, *_reads(found, steps[-1].client)]
        notes = []
        if cause.what == SPEC:
            notes.append(f"the specification expects {found.right}")
        if not reproduced:
            notes.append("seen once, not reproduced from an empty keyspace; the last calls before")
        said = []
        if cause.what != SILENT and reproduced:
            said = replay(self.trial.duel, setting, steps)
        return Finding(
            cause=cause,
            setting=setting,
            steps=steps,
            said=said or [Said(step, None) for step in steps],
            names=self.names,
            epoch=epoch.number,
            attempts=attempts,
            reproduced=reproduced,
            note="; ".join(notes),
            since=_bound(self.generator.spec.release),
            left=found.left,
            right=found.right,
        )


def _steps(epoch: Epoch) -> int:
    """How many steps an epoch is to have."""
    return TALK_STEPS if epoch.setting.messages else EPOCH_STEPS


def _bound(release: Release) -> dict[str, str]:
    major, minor, *_ = release.version
    return {release.line.name: f"{major}.{minor}.0"}


def _reads(found: Found, client: int) -> list[Step]:
    """The call that shows a difference of the keyspace."""
    if found.read is None:
        return []
    select = [Step(client, (b"SELECT", b"%d" % found.database))] if found.database else []
    return [*select, Step(client, found.read)]


def _simpler_settings(setting: Setting) -> Iterator[Setting]:
    """With the usual limits, with one protocol; the simplest first."""
    count = len(setting.protocols)
    for config in (USUAL_LIMITS, setting.config):
        for protocol in (2, 3):
            yield replace(setting, protocols=(protocol,) * count, config=config)
        yield replace(setting, config=config)
