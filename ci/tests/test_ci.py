"""The driver of the checks: a step that fails or can't run is never a pass."""

from __future__ import annotations

import pytest

from ci import steps
from ci.__main__ import Result, run, summary
from ci.environment import SYSTEM
from ci.steps import Step


def test_steps_have_names_of_their_own_and_known_needs() -> None:
    for job in (steps.TEST, steps.DEMO):
        names = [step.name for step in job]
        assert len(names) == len(set(names))
        assert {need for step in job for need in step.needs} <= set(SYSTEM)


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        (["passed", "passed"], 0),
        (["passed", "failed (1)"], 1),
        (["not run: dockerd missing"], 1),
    ],
)
def test_exit_status(outcomes: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    results = [Result(Step(f"step {i}", ("true",)), each, 0.1) for i, each in enumerate(outcomes)]
    assert summary(results) == code
    bad = sum(each != "passed" for each in outcomes)
    assert f"{len(outcomes) - bad} passed, {bad} failed" in capsys.readouterr().out


def test_a_step_is_judged_by_its_exit_status() -> None:
    assert run(Step("fine", ("true",)), "python", []).outcome == "passed"
    assert run(Step("broken", ("false",)), "python", []).outcome == "failed (1)"


def test_a_step_whose_program_is_missing_is_not_run() -> None:
    result = run(Step("docker", ("false",), needs=("dockerd",)), "python", ["dockerd"])
    assert result.outcome == "not run: dockerd missing"
