"""`python -m conformance.fuzz`: one campaign between two servers, or between several such pairs."""

from __future__ import annotations

import argparse
import contextlib
import json
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from conformance.blame import ClientError, HarnessFailure, TargetFailure
from conformance.fuzz import spread
from conformance.fuzz.parts import Pair, Plan
from conformance.fuzz.report import Teller, as_json
from conformance.run import parse_protocols
from conformance.targets.resolve import FORMS
from spec.model.yaml import SpecError

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        "--jobs",
        type=int,
        default=1,
        metavar="N",
        help="pairs of servers, each with a process that plays a part of the same campaign; more "
        "than one need dask.distributed (default: %(default)s)",
    )
    add(
        "--scheduler",
        metavar="ADDRESS",
        help="play the parts on the workers of this dask scheduler (tcp://HOST:PORT)",
    )
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


def _plan(options: argparse.Namespace) -> Plan:
    if options.commands < 1 or not 1 <= options.clients <= 8 or options.jobs < 1:
        raise ClientError("--commands and --jobs must be positive, --clients from 1 to 8")
    return Plan(
        options.target,
        options.against,
        options.commands,
        options.seed if options.seed is not None else secrets.randbelow(1 << 32),
        tuple(options.group),
        tuple(name.upper() for name in options.command),
        parse_protocols(options.resp),
        options.clients,
        options.timeout,
        options.check_every,
        options.flush,
    )


def _run(options: argparse.Namespace, console: Console) -> int:
    plan = _plan(options)
    spreads = options.jobs > 1 or options.scheduler is not None
    if spreads:
        spread.refuse_shared(plan)
    corpus = None if options.no_save else options.corpus
    with Pair(plan) as pair, Teller(console, plan, pair.facts, corpus, options.quiet) as teller:
        teller.begin()
        if spreads:
            pair.close()
            _spread(options, plan, teller)
        else:
            _here(pair, plan, teller)
    teller.tell()
    if options.json is not None:
        options.json.write_text(json.dumps(as_json(plan, pair.facts, teller.account), indent=1))
    return DIFFERENCES if teller.account.findings else NO_DIFFERENCE


def _here(pair: Pair, plan: Plan, teller: Teller) -> None:
    """All parts one after the other, on the pair that is there."""
    for part in plan.parts():
        account = pair.play(part, teller.account.met.keys(), teller.reached)
        teller.hear(account)
        if account.commands < part.commands:
            break  # interrupted, or nothing is left to send


def _spread(options: argparse.Namespace, plan: Plan, teller: Teller) -> None:
    """The parts on several pairs."""
    with (
        contextlib.suppress(KeyboardInterrupt),
        spread.cluster(options.jobs, options.scheduler) as client,
    ):
        for account in spread.play(client, plan, teller.account.met.keys()):
            teller.hear(account)


if __name__ == "__main__":
    sys.exit(main())
