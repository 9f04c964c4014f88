"""`python -m conformance.events TARGET`: record the events of all examples on a real server."""

from __future__ import annotations

import argparse
import sys

from conformance.arena import Arena
from conformance.blame import Difference
from conformance.events.observe import Events, observe
from conformance.events.record import write
from conformance.from_spec.test_events import CLASSES, events_cases
from conformance.server import Server
from conformance.targets.resolve import open_target
from spec.model.load import Spec, load


def main() -> int:
    """Record twice, and keep what is the same both times."""
    parser = argparse.ArgumentParser(prog="python -m conformance.events", description=__doc__)
    parser.add_argument("target", help="a server of the latest release, as --target takes it")
    arguments = parser.parse_args()
    spec = load()
    server = Server(open_target(arguments.target))
    try:
        first, second = _record(server, spec), _record(server, spec)
    finally:
        server.target.stop()
    for group, examples in first.items():
        kept = {
            clause: events for clause, events in examples.items() if second[group][clause] == events
        }
        for clause in examples.keys() - kept.keys():
            print(f"not the same each time: {clause}", file=sys.stderr)
        write(group, kept)
        print(f"{group}: {len(kept)} examples")
    return 0


def _record(server: Server, spec: Spec) -> dict[str, dict[str, Events]]:
    found: dict[str, dict[str, Events]] = {}
    for case in events_cases(spec):
        arena = Arena(server, spec, 3, None)
        example = case.body
        try:
            events = observe(arena, example.steps, example.config, CLASSES)
        except Difference as difference:
            print(f"{case.clause}: {difference}", file=sys.stderr)
            continue
        finally:
            arena.finish()
        found.setdefault(case.group, {})[case.clause] = events
    return found


sys.exit(main())
