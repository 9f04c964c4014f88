"""What a campaign tells: progress while it runs, the account at its end, the same as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

from conformance.coverage.clauses import clauses_of
from conformance.coverage.measure import percent

if TYPE_CHECKING:
    from rich.console import Console

    from conformance.fuzz.campaign import Campaign
    from conformance.fuzz.checks import Checks
    from conformance.fuzz.findings import Finding

MISSING_SHOWN = 12
OUTCOMES_SHOWN = 20


def progress_of(console: Console) -> Progress:
    """The line that shows how far a campaign is."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=False),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )


def coverage_of(campaign: Campaign, checks: Checks) -> dict[str, Any]:
    """Which clauses of the commands that were chosen have been touched, in any protocol."""
    hits = checks.coverage.hits(2) | checks.coverage.hits(3)
    spec = campaign.generator.spec
    every = [
        clause for command in campaign.generator.commands for clause in clauses_of(spec, command)
    ]
    missing = [clause for clause in every if clause not in hits]
    touched = len(every) - len(missing)
    return {
        "total": len(every),
        "hit": touched,
        "percent": percent(touched, len(every)) if every else 0.0,
        "missing": missing,
    }


def as_json(campaign: Campaign, checks: Checks) -> dict[str, Any]:
    """The whole account."""
    tally = campaign.tally
    return {
        "seed": campaign.generator.seed,
        "target": campaign.names[0],
        "against": campaign.names[1],
        "commands": tally.commands,
        "epochs": tally.epochs,
        "seconds": round(tally.seconds, 3),
        "commands_per_second": round(tally.rate),
        "outcomes": {"ok": tally.commands - tally.outcomes.total(), **tally.outcomes},
        "coverage": coverage_of(campaign, checks),
        "checked_against_spec": checks.checked,
        "calls": calls_of(campaign),
        "not_sent": campaign.generator.left_out,
        "muted": campaign.muted,
        "untold": campaign.untold,
        "differences": [finding_json(finding) for finding in campaign.findings],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One difference."""
    return {
        "cause": finding.cause._asdict(),
        "title": finding.title,
        "met": finding.met,
        "epoch": finding.epoch,
        "shrink_attempts": finding.attempts,
        "reproduced": finding.reproduced,
        "steps": len(finding.steps),
        "transcript": finding.transcript(),
    }


def calls_of(campaign: Campaign) -> dict[str, int]:
    """How often each name was called, in whatever letter case."""
    counts: dict[str, int] = {}
    for name, count in campaign.tally.calls.items():
        key = name.decode("latin1").upper()
        counts[key] = counts.get(key, 0) + count
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def tell(console: Console, campaign: Campaign, checks: Checks) -> None:
    """The account for people."""
    tally, coverage = campaign.tally, coverage_of(campaign, checks)
    outcomes = Table("outcome", "count", "share", title="Outcomes", title_justify="left")
    ok = tally.commands - tally.outcomes.total()
    rows = [("ok", ok), *tally.outcomes.most_common(OUTCOMES_SHOWN)]
    for name, count in rows:
        share = 100 * count / tally.commands if tally.commands else 0
        outcomes.add_row(name, f"{count:,}", f"{share:.1f} %")
    console.print(outcomes)
    console.print(
        f"{tally.commands:,} commands in {tally.seconds:.1f} s: {tally.rate:,.0f} commands/s, "
        f"{tally.epochs} epochs, seed {campaign.generator.seed}",
        highlight=False,
    )
    console.print(
        f"grammar coverage {coverage['percent']:.2f} % "
        f"({coverage['hit']} of {coverage['total']} clauses of "
        f"{len(campaign.generator.commands)} commands)",
        highlight=False,
    )
    missing = coverage["missing"]
    if missing:
        more = f" and {len(missing) - MISSING_SHOWN} more" if len(missing) > MISSING_SHOWN else ""
        console.print("  not touched: " + ", ".join(missing[:MISSING_SHOWN]) + more, markup=False)
    if campaign.generator.left_out:
        console.print("  not sent: " + ", ".join(campaign.generator.left_out), markup=False)
    if campaign.muted:
        console.print("  left out after many differences: " + ", ".join(campaign.muted))
    if not campaign.findings:
        console.print("[green]no difference[/green]")
        return
    total = sum(finding.met for finding in campaign.findings)
    console.print(f"[red]{len(campaign.findings)} causes of difference[/red], met {total} times")
    if campaign.untold:
        console.print(f"{campaign.untold} more differences were not looked into")
    for finding in campaign.findings:
        console.print(f"  {finding.met:>5} × {finding.title}", markup=False, highlight=False)
