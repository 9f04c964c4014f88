"""A whole run: epochs one after the other, differences shrunk, grouped by cause and told once."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from conformance.fuzz.account import Account
from conformance.fuzz.duel import UNDER_WAY
from conformance.fuzz.findings import Finding, Said, replay
from conformance.fuzz.generate import USUAL_LIMITS
from conformance.fuzz.origins import with_origins
from conformance.fuzz.shrink import ATTEMPTS, Shrinker
from conformance.fuzz.steps import TURN_LIMIT, Step, ends_its_blocks, is_tidy
from conformance.fuzz.trial import KEYSPACE, SILENT, SPEC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from conformance.fuzz.duel import Setting
    from conformance.fuzz.generate import Epoch, Generator
    from conformance.fuzz.judge import Reply
    from conformance.fuzz.trial import Cause, Found, Trial
    from spec.model.release import Release

EPOCH_STEPS = 2400
TALK_STEPS = 600  # turns are short where clients talk, and looked at one by one
INTERVAL = 600
MUTE_AFTER = 25
# A difference of the keyspace names no command before it is shrunk: several may lie behind it.
SHRINKS = 4
SILENT_ATTEMPTS = 150
MOST_FINDINGS = 60
AT_A_TIME = 10
"""Steps of the next epoch that are made while servers are busy, before they are looked after."""
LAST = 12
"""So many steps are told of a difference that was seen once."""


class Campaign:
    """Runs epochs and keeps what was found."""

    def __init__(
        self,
        generator: Generator,
        trial: Trial,
        names: tuple[str, str],
        told: Callable[[Finding], None] = lambda finding: None,
        *,
        first: int = 0,
        known: Iterable[Cause] = (),
    ) -> None:
        """Epochs are played from number `first` on; causes that are `known` are only counted."""
        self.generator, self.trial, self.names = generator, trial, names
        self.account = Account()
        self._first = first
        self._known = frozenset(known)
        self._upcoming: Epoch | None = None
        self._told = told
        self._by_cause: dict[Cause, Cause] = {cause: cause for cause in self._known}
        self._shrunk: Counter[Cause] = Counter(dict.fromkeys(self._known, SHRINKS))
        self._tired: Counter[str] = Counter()

    def run(self, commands: int, progress: Callable[[int], None] = lambda done: None) -> None:
        """Play epochs until so many commands were compared in all, or none are left to send.

        An interrupt ends the campaign; what was found until then is kept.
        """
        began = time.monotonic() - self.account.seconds
        with contextlib.suppress(KeyboardInterrupt):
            self._epochs(commands, began, progress)
        self.account.seconds = time.monotonic() - began

    def _epochs(self, commands: int, began: float, progress: Callable[[int], None]) -> None:
        generator, account = self.generator, self.account
        upcoming = generator.epoch(self._first + account.epochs)
        while account.commands < commands and (generator.calls or generator.topics):
            epoch, self._upcoming = upcoming, generator.epoch(upcoming.number + 1)
            size = min(_steps(epoch), commands - account.commands)
            epoch.grow(size)
            epoch.trim(size)
            self._epoch(epoch)
            upcoming = self._upcoming
            account.epochs += 1
            account.seconds = time.monotonic() - began
            progress(account.commands)

    def _epoch(self, epoch: Epoch) -> None:
        self.trial.heard = self._heard
        self.trial.duel.meanwhile = self._prepare
        # A block that stays open over a look at the keyspace is no place for messages.
        interval = len(epoch.steps) if epoch.setting.messages else INTERVAL
        found = self.trial.run(epoch.setting, epoch.steps, interval, check=True)
        self.trial.heard = lambda replies: None
        self.trial.duel.meanwhile = lambda: False
        if found is not None and (epoch.setting.messages or found.cause.what == SILENT):
            # A server that has died may owe the replies to what it was sent before, too.
            end = found.at + 1 + (UNDER_WAY if found.cause.what == SILENT else 0)
            found = self.trial.run(epoch.setting, epoch.steps[:end], check=True) or found
        if found is not None:
            self._found(epoch, found)

    def _prepare(self) -> bool:
        """Make a few more steps of the next epoch, if it lacks any."""
        epoch = self._upcoming
        if epoch is None or len(epoch.steps) >= _steps(epoch):
            return False
        epoch.grow(min(len(epoch.steps) + AT_A_TIME, _steps(epoch)))
        return True

    def _heard(self, replies: list[Reply]) -> None:
        """Count replies."""
        self.account.commands += len(replies)
        for reply in replies:
            raw = reply.right
            if raw[:1] == b"-":
                self.account.outcomes[self.trial.outcomes.of(raw)] += 1
        self.account.calls.update([reply.argv[0] for reply in replies])

    # -- differences --------------------------------------------------------------------------

    def _found(self, epoch: Epoch, found: Found) -> None:
        cause = self._by_cause.get(found.cause)
        several = found.cause.what in (KEYSPACE, SILENT)
        if len(self.account.findings) >= MOST_FINDINGS:
            self.account.untold += 1
            return
        if cause is not None and self._shrunk[found.cause] >= (SHRINKS if several else 1):
            self.account.met[cause] += 1
            self._tire_of(cause.command)
            return
        self._shrunk[found.cause] += 1
        finding = self._shrink(epoch, found)
        self._by_cause.setdefault(found.cause, finding.cause)
        self.account.met[finding.cause] += 1
        if self.account.met[finding.cause] > 1 or finding.cause in self._known:
            return
        self.account.findings.append(finding)
        self._told(finding)

    def _tire_of(self, command: str) -> None:
        """Stop sending a command that keeps ending epochs with what was told before."""
        if not command:
            return
        self._tired[command] += 1
        if self._tired[command] == MUTE_AFTER:
            self.generator.mute(command)
            self.account.muted.append(command)

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
            if met is None or not _is_like(met.cause, found.cause):
                return False
            last[0] = met
            return True

        silent = found.cause.what == SILENT
        attempts = SILENT_ATTEMPTS if silent else ATTEMPTS
        shrinker = Shrinker(fails, self.generator.guard.harmless, attempts)
        began = time.monotonic()
        reproduced = fails(steps)
        if silent and not reproduced:
            # The call that killed may be a later one of the turn, which took replies with it.
            steps = epoch.steps[: found.at + TURN_LIMIT]
            reproduced = fails(steps)
        if reproduced:
            steps = shrinker.shrink(steps)
            simpler = (each for each in _simpler_settings(setting) if fails(steps, each))
            setting = next(simpler, setting)
        else:
            steps = with_origins(epoch.steps[: found.at + 1], LAST)
        finding = self._finding(epoch, last[0], setting, steps, reproduced)
        finding.attempts, finding.seconds = shrinker.attempts, time.monotonic() - began
        return finding

    def _finding(
        self,
        epoch: Epoch,
        found: Found,
        setting: Setting,
        steps: list[Step],
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
            reproduced=reproduced,
            note="; ".join(notes),
            since=_bound(self.generator.spec.release),
            left=found.left,
            right=found.right,
        )


def _is_like(cause: Cause, other: Cause) -> bool:
    """Whether two causes are the same; of those who fall silent, whichever call is unanswered."""
    if cause.what == SILENT:
        cause = cause._replace(command=other.command)
    return cause == other


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
