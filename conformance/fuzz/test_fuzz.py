"""With `--against`: short campaigns between the two servers, one by seed, one by Hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conformance.conftest import RUN
from conformance.fuzz.duel import Setting
from conformance.fuzz.generate import USUAL_LIMITS, Generator, Selection
from conformance.fuzz.session import Session
from conformance.fuzz.source import calls
from conformance.fuzz.steps import is_tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = 8000
SEEDS = (1, 2)


@pytest.fixture(scope="module")
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    run = request.config.stash[RUN]
    if run.settings.against is None:
        pytest.skip("two servers are compared; --against names the second")
    with Session(run.server("target"), run.server("against")) as made:
        yield made


@pytest.mark.parametrize("seed", SEEDS)
def test_campaign(session: Session, seed: int) -> None:
    """No difference in some thousand calls."""
    campaign = session.campaign(Selection(offered=session.common), seed)
    campaign.run(COMMANDS)
    assert [finding.transcript() for finding in campaign.account.findings] == []


def test_calls_of_hypothesis(session: Session) -> None:
    """The same, the calls chosen by Hypothesis, which shrinks what it finds by itself."""
    generator = Generator(session.spec, Selection(offered=session.common), 0)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(calls(generator), st.sampled_from((2, 3)))
    def compare(found: list[tuple[bytes, ...]], protocol: int) -> None:
        steps = [step for argv in found for step in generator.steps_of(0, argv)]
        assert is_tidy(steps)
        difference = session.trial.run(Setting((protocol,), USUAL_LIMITS), steps, check=True)
        assert difference is None, (difference, steps)

    compare()
