"""The keyspace events of every example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.blame import Difference
from conformance.case import Case
from conformance.compare.text import to_bytes
from conformance.events.declared import names, undeclared
from conformance.events.observe import observe
from conformance.events.record import recorded
from conformance.from_spec.common import DATA_GROUPS
from conformance.from_spec.parametrize import cases_from
from conformance.from_spec.test_examples import needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from conformance.arena import Arena
    from conformance.events.observe import Events
    from conformance.run import Run
    from spec.model.load import Spec

RECORDED = ("redis", (8, 2))
"""The release whose events are recorded."""
CLASSES = "Amnoc"
"""All classes of the latest release."""
_OLDER_CLASSES = "Am"
_SEPARATE = frozenset({"MIGRATE", "WAIT", "WAITAOF"})
"""Their examples are about time or other servers."""


def event_cases(run: Run) -> list[Case]:
    """The examples of all commands that work on keys."""
    return events_cases(run.spec())


def events_cases(spec: Spec) -> list[Case]:
    """The same for a release."""
    return [
        Case(
            clause=command.clause("events", example.id),
            kind="events",
            command=command.name,
            group=command.group,
            requires=("config-set", "whole-server", *example.raw.get("requires", ())),
            commands=(*needed(spec, command, example.steps), "psubscribe"),
            protocols=(3,),
            body=example,
        )
        for command in spec.every_command()
        if command.group in DATA_GROUPS and command.name not in _SEPARATE
        for example in command.examples
        if "notify-keyspace-events" not in example.config
    ]


def _comparable(events: Events, steps: Sequence[Mapping[str, Any]]) -> Events:
    """Without the keys that a refused call missed: when it looked for them is a server's own."""
    kept = {
        number: [
            event
            for event in told
            if "error" not in steps[number - 1] or not event.startswith("keymiss ")
        ]
        for number, told in events.items()
    }
    return {number: told for number, told in kept.items() if told}


def _of_others(spec: Spec, steps: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The events of calls that may take place in another step than their own."""
    commands = [
        spec.lookup([to_bytes(word) for word in step.get("send", ()) if isinstance(word, str)])
        for step in steps
    ]
    found = [command for command in commands if command is not None]
    if not any(command.name == "EXEC" or "blocking" in command.flags for command in found):
        return frozenset()
    return frozenset().union(*map(names, found))


@cases_from(event_cases)
def test_events(case: Case, arena: Arena) -> None:
    """Each step causes the events that were recorded, or none that isn't declared."""
    example = case.body
    release = arena.spec.release
    latest = (release.line.name, release.version[:2]) == RECORDED
    classes = CLASSES if latest else _OLDER_CLASSES
    told = observe(arena, example.steps, example.config, classes)
    others = _of_others(arena.spec, example.steps)
    for number, events in told.items():
        stray = undeclared(arena.spec, example.steps[number - 1], events, others)
        if stray:
            raise Difference(
                step=f"step {number}",
                expected=f"events that effects.events of {case.command} declares",
                received=stray,
            )
    if not latest:
        return
    expected = recorded(case.group).get(case.clause)
    if expected is None:
        return
    told, expected = (_comparable(events, example.steps) for events in (told, expected))
    if told != expected:
        step = min(n for n in {*told, *expected} if told.get(n) != expected.get(n))
        raise Difference(
            step=f"step {step}",
            expected=", ".join(expected.get(step, ["no event"])),
            received=", ".join(told.get(step, ["no event"])),
        )
