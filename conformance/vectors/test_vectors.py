"""Every case of every vector file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.from_spec.parametrize import cases_from
from conformance.steps import run_steps
from conformance.vectors.load import vector_cases

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.case import Case


@cases_from(lambda run: vector_cases(run.spec().release))
def test_vector(case: Case, arena: Arena) -> None:
    """The steps, one after the other."""
    arena.configure(case.body.get("config", {}))
    run_steps(arena, case.body["steps"])
