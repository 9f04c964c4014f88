"""What fuzzing has found, tried again on every target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.from_spec.parametrize import cases_from
from conformance.fuzz.vectors import corpus_cases
from conformance.steps import run_steps

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.case import Case


@cases_from(lambda run: corpus_cases(run.spec().release))
def test_corpus(case: Case, arena: Arena) -> None:
    """The shortest calls that once made two servers differ."""
    arena.configure(case.body.get("config", {}))
    run_steps(arena, case.body["steps"])
