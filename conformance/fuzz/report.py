"""What a campaign tells: progress while it runs, the account at its end, the same as JSON."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table

from conformance.coverage.measure import percent
from conformance.fuzz.account import Account

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from rich.console import Console

    from conformance.fuzz.findings import Finding
    from conformance.fuzz.parts import Facts, Plan

MISSING_SHOWN = 12
OUTCOMES_SHOWN = 20


class Teller:
    """Tells of a campaign's parts as they come, and keeps their account; saves what they found."""

    def __init__(
        self, console: Console, plan: Plan, facts: Facts, corpus: Path | None, quiet: bool
    ) -> None:
        self.account = Account()
        self._console, self._plan, self._facts, self._corpus = console, plan, facts, corpus
        self._quiet, self._tenths = quiet, 0
        self._began = time.monotonic()
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(show_speed=False),
            TextColumn("{task.fields[rate]:,.0f}/s, {task.fields[found]} differences"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._progress.add_task("fuzzing", total=plan.commands, rate=0.0, found=0)

    def begin(self) -> None:
        """Say what is going to be done."""
        plan, facts = self._plan, self._facts
        self._console.print(
            f"{plan.target} ({facts.identities[0]}) against {plan.against} "
            f"({facts.identities[1]}): {plan.commands:,} calls of {len(facts.commands)} commands, "
            f"seed {plan.seed}",
            highlight=False,
            soft_wrap=True,
        )
        self._began = time.monotonic()

    def reached(self, done: int) -> None:
        """Show how far the part has come that is being played."""
        commands, found = self.account.commands + done, len(self.account.findings)
        rate = commands / (time.monotonic() - self._began)
        self._progress.update(self._task, completed=commands, rate=rate, found=found)

    def hear(self, part: Account) -> None:
        """Add a part that was played, and tell what is new in it."""
        new = self.account.add(part)
        self.account.seconds = time.monotonic() - self._began
        for finding in new:
            self._told(finding)
        self.reached(0)
        if not self._quiet and not self._console.is_terminal:
            self._tell_tenths()

    def _tell_tenths(self) -> None:
        """A line now and then, where no bar can move."""
        account = self.account
        tenths = 10 * account.commands // self._plan.commands
        if tenths > self._tenths:
            self._tenths = tenths
            self._console.print(
                f"{account.commands:,} commands, {account.rate:,.0f}/s, "
                f"{len(account.findings)} differences",
                highlight=False,
            )

    def _told(self, finding: Finding) -> None:
        console = self._console
        console.print()
        console.print(finding.transcript(), markup=False, highlight=False, soft_wrap=True)
        if finding.is_vector and self._corpus is not None:
            console.print(f"saved as {finding.save(self._corpus)}", highlight=False)

    def tell(self) -> None:
        """The whole account, for people."""
        tell(self._console, self._plan, self._facts, self.account)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()


def coverage_of(facts: Facts, account: Account) -> dict[str, Any]:
    """Which clauses of the commands that were chosen have been touched, in any protocol."""
    every = facts.clauses
    missing = [clause for clause in every if clause not in account.clauses]
    touched = len(every) - len(missing)
    return {
        "total": len(every),
        "hit": touched,
        "percent": percent(touched, len(every)) if every else 0.0,
        "missing": missing,
    }


def as_json(plan: Plan, facts: Facts, account: Account) -> dict[str, Any]:
    """The whole account."""
    return {
        "seed": plan.seed,
        "target": plan.target,
        "against": plan.against,
        "commands": account.commands,
        "epochs": account.epochs,
        "seconds": round(account.seconds, 3),
        "commands_per_second": round(account.rate),
        "outcomes": outcomes_of(account),
        "coverage": coverage_of(facts, account),
        "checked_against_spec": account.checked,
        "calls": calls_of(account),
        "not_sent": facts.left_out,
        "muted": account.muted,
        "untold": account.untold,
        "differences": [finding_json(finding, account) for finding in account.findings],
    }


def outcomes_of(account: Account) -> dict[str, int]:
    """How often each outcome came, the most frequent error first."""
    errors = dict(account.outcomes.most_common())
    return {"ok": account.commands - account.outcomes.total(), **errors}


def finding_json(finding: Finding, account: Account) -> dict[str, Any]:
    """One difference."""
    return {
        "cause": finding.cause._asdict(),
        "title": finding.title,
        "met": account.met[finding.cause],
        "epoch": finding.epoch,
        "shrink_attempts": finding.attempts,
        "shrink_seconds": round(finding.seconds, 3),
        "reproduced": finding.reproduced,
        "steps": len(finding.steps),
        "transcript": finding.transcript(),
    }


def calls_of(account: Account) -> dict[str, int]:
    """How often each name was called, in whatever letter case."""
    counts: dict[str, int] = {}
    for name, count in account.calls.items():
        key = name.decode("latin1").upper()
        counts[key] = counts.get(key, 0) + count
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def tell(console: Console, plan: Plan, facts: Facts, account: Account) -> None:
    """The account for people."""
    coverage = coverage_of(facts, account)
    outcomes = Table("outcome", "count", "share", title="Outcomes", title_justify="left")
    for name, count in list(outcomes_of(account).items())[: OUTCOMES_SHOWN + 1]:
        share = 100 * count / account.commands if account.commands else 0
        outcomes.add_row(name, f"{count:,}", f"{share:.1f} %")
    console.print(outcomes)
    console.print(
        f"{account.commands:,} commands in {account.seconds:.1f} s: {account.rate:,.0f} "
        f"commands/s, {account.epochs} epochs, seed {plan.seed}",
        highlight=False,
    )
    console.print(
        f"grammar coverage {coverage['percent']:.2f} % "
        f"({coverage['hit']} of {coverage['total']} clauses of "
        f"{len(facts.commands)} commands)",
        highlight=False,
    )
    missing = coverage["missing"]
    if missing:
        more = f" and {len(missing) - MISSING_SHOWN} more" if len(missing) > MISSING_SHOWN else ""
        console.print("  not touched: " + ", ".join(missing[:MISSING_SHOWN]) + more, markup=False)
    if facts.left_out:
        console.print("  not sent: " + ", ".join(facts.left_out), markup=False)
    if account.muted:
        console.print("  left out after many differences: " + ", ".join(account.muted))
    if not account.findings:
        console.print("[green]no difference[/green]")
        return
    total = account.met.total()
    console.print(f"[red]{len(account.findings)} causes of difference[/red], met {total} times")
    if account.untold:
        console.print(f"{account.untold} more differences were not looked into")
    for finding in account.findings:
        line = f"  {account.met[finding.cause]:>5} × {finding.title}"
        console.print(line, markup=False, highlight=False)
