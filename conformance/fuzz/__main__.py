"""`python -m conformance.fuzz`: one campaign between two servers."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from conformance.blame import ClientError, HarnessFailure, TargetFailure
from conformance.fuzz.generate import Selection
from conformance.fuzz.report import as_json, progress_of, tell
from conformance.fuzz.session import Session
from conformance.run import parse_protocols
from conformance.server import Server, refuse_if_in_use
from conformance.targets.resolve import FORMS, open_target
from spec.model.yaml import SpecError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.fuzz.campaign import Campaign
    from conformance.fuzz.findings import Finding

CORPUS = Path(__file__).with_name("corpus")
NO_DIFFERENCE, DIFFERENCES, FAILURE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a campaign; 0 no difference, 1 differences, 2 it could not be run."""
    options = _options().parse_args(arguments)
    console = Console(stderr=False)
    try:
        return _run(options, console)
    except (ClientError, HarnessFailure, TargetFailure, SpecError, OSError) as error:
        console.print(f"{type(error).__name__}: {error}", style="red", markup=False)
        return FAILURE


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m conformance.fuzz",
        description="Send the same generated calls to two servers and compare what they say.",
        epilog=f"Servers:\n{FORMS}\n\n"
        "Exit status: 0 no difference, 1 differences, 2 the campaign could not be run.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--target", default="refimpl", help="the server under test (default: %(default)s)")
    add("--against", default="redis", help="the server that is right (default: %(default)s)")
    add(
        "--commands", type=int, default=100_000, metavar="N", help="how many (default: %(default)s)"
    )
    add("--seed", type=int, help="the same seed gives the same calls (default: a random one)")
    add("--group", action="append", default=[], help="only commands of this group; repeatable")
    add("--command", action="append", default=[], help="only this command; repeatable")
    add("--resp", default="both", metavar="2|3|both", help="protocols (default: %(default)s)")
    add("--clients", type=int, default=3, metavar="N", help="connections (default: %(default)s)")
    add(
        "--check-every",
        type=int,
        default=1,
        metavar="N",
        help="hold every Nth turn's replies against the specification's reply branches; 0: none "
        "(default: %(default)s)",
    )
    add("--timeout", type=float, default=3.0, metavar="S", help="seconds to wait for a reply")
    add("--json", type=Path, metavar="FILE", help="write the account as JSON")
    add("--corpus", type=Path, default=CORPUS, metavar="DIR", help="where vectors are saved")
    add("--no-save", action="store_true", help="save no vectors")
    add("--flush", action="store_true", help="allow to empty a server that somebody else runs")
    add("--quiet", action="store_true", help="no progress display")
    return parser


def _run(options: argparse.Namespace, console: Console) -> int:
    if options.commands < 1 or not 1 <= options.clients <= 8:
        raise ClientError("--commands must be positive, --clients from 1 to 8")
    servers: list[Server] = []
    try:
        for side, text in (("target", options.target), ("against", options.against)):
            server = Server(open_target(text), side)
            servers.append(server)
            refuse_if_in_use(server, allowed=options.flush)
        return _campaign(options, console, servers[0], servers[1])
    finally:
        for server in servers:
            server.close()


def _campaign(
    options: argparse.Namespace, console: Console, target: Server, against: Server
) -> int:
    seed = options.seed if options.seed is not None else secrets.randbelow(1 << 32)

    def told(finding: Finding) -> None:
        console.print()
        console.print(finding.transcript(), markup=False, highlight=False, soft_wrap=True)
        if finding.is_vector and not options.no_save:
            console.print(f"saved as {finding.save(options.corpus)}", highlight=False)

    with Session(
        target, against, seconds=options.timeout, check_every=options.check_every
    ) as session:
        selection = Selection(
            tuple(options.group),
            tuple(name.upper() for name in options.command),
            parse_protocols(options.resp),
            options.clients,
            session.common,
        )
        campaign = session.campaign(selection, seed, told)
        count = len(campaign.generator.commands)
        if not count:
            raise ClientError("no command is chosen; groups are those of spec/commands")
        console.print(
            f"{options.target} ({target.identity}) against {options.against} "
            f"({against.identity}): {options.commands:,} calls of {count} commands, seed {seed}",
            highlight=False,
            soft_wrap=True,
        )
        _play(campaign, options, console)
    tell(console, campaign, session.checks)
    if options.json is not None:
        options.json.write_text(json.dumps(as_json(campaign, session.checks), indent=1))
    return DIFFERENCES if campaign.findings else NO_DIFFERENCE


def _play(campaign: Campaign, options: argparse.Namespace, console: Console) -> None:
    if options.quiet or not console.is_terminal:
        campaign.run(options.commands)
        return
    with progress_of(console) as progress:
        task = progress.add_task("fuzzing", total=options.commands, rate=0.0)
        campaign.run(
            options.commands,
            lambda done: progress.update(task, completed=done, rate=campaign.tally.rate),
        )


if __name__ == "__main__":
    sys.exit(main())
