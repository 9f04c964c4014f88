"""Every example of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.case import Case
from conformance.compare.text import to_bytes
from conformance.from_spec.parametrize import cases_from
from conformance.steps import run_steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command
    from spec.model.load import Spec


def example_cases(run: Run) -> list[Case]:
    """The examples of this release, and as absent those that only the latest one has."""
    spec = run.spec()
    here = _cases(spec, "")
    known = {case.clause for case in here}
    latest = _cases(run.latest_spec(), f"not a clause of {spec.release}")
    return here + [case for case in latest if case.clause not in known]


def _cases(spec: Spec, absent: str) -> list[Case]:
    return [
        Case(
            clause=command.clause("examples", example.id),
            kind="example",
            error_case=any("error" in step for step in example.steps),
            command=command.name,
            group=command.group,
            requires=(
                *example.raw.get("requires", ()),
                *(("config-set",) if example.config else ()),
            ),
            commands=needed(spec, command, example.steps),
            absent=absent,
            body=example,
        )
        for command in spec.every_command()
        for example in command.examples
    ]


def needed(spec: Spec, command: Command, steps: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The commands that the steps use, those apart that are to be refused."""
    names = [command.full_name]
    for step in steps:
        words = step.get("send", step.get("control", ()))
        if not words or "error" in step or not all(isinstance(word, str) for word in words[:2]):
            continue
        found = spec.lookup([to_bytes(word) for word in words])
        names.append(found.full_name if found is not None else words[0].lower())
    return tuple(dict.fromkeys(names))


@cases_from(example_cases)
def test_example(case: Case, arena: Arena) -> None:
    """The steps of the example, on an empty keyspace."""
    arena.configure(case.body.config)
    run_steps(arena, case.body.steps)
