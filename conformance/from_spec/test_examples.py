"""Every example of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.from_spec.parametrize import cases_from
from conformance.steps import run_steps

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
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
            commands=(command.full_name,),
            absent=absent,
            body=example,
        )
        for command in spec.every_command()
        for example in command.examples
    ]


@cases_from(example_cases)
def test_example(case: Case, arena: Arena) -> None:
    """The steps of the example, on an empty keyspace."""
    arena.configure(case.body.config)
    run_steps(arena, case.body.steps)
