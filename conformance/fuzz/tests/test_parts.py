"""A campaign in parts: the same calls however many pairs of servers play them, one account."""

from __future__ import annotations

from collections import Counter

import pytest

from conformance.blame import ClientError
from conformance.fuzz import spread
from conformance.fuzz.account import Account
from conformance.fuzz.duel import Setting
from conformance.fuzz.findings import Finding
from conformance.fuzz.generate import USUAL_LIMITS
from conformance.fuzz.parts import EPOCHS, Pair, Part, Plan
from conformance.fuzz.steps import Step
from conformance.fuzz.trial import REPLY, Cause
from conformance.targets.resolve import open_target

COMMANDS, SIZE = 2400, 700


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    found = str(request.config.getoption("--target"))
    if not open_target(found).owned:
        pytest.skip(f"{found} is not started by the suite, so there are no two of it")
    return found


def plan(text: str, against: str | None = None) -> Plan:
    return Plan(text, against or text, COMMANDS, 3, groups=("set", "list"), size=SIZE)


def finding(command: str) -> Finding:
    cause = Cause(REPLY, command, "integer", "integer")
    return Finding(cause, Setting((2,), USUAL_LIMITS), [Step(0, (command.encode(), b"k"))])


def test_parts_make_up_the_whole_and_share_no_epoch() -> None:
    parts = list(plan("refimpl").parts())
    assert [part.commands for part in parts] == [700, 700, 700, 300]
    assert [part.first for part in parts] == [0, EPOCHS, 2 * EPOCHS, 3 * EPOCHS]


def test_accounts_are_added_and_each_cause_is_told_once() -> None:
    whole = Account()
    one, other = finding("LREM"), finding("SREM")
    new = whole.add(
        Account(10, 1, outcomes=Counter(syntax=2), findings=[one], met=Counter([one.cause]))
    )
    assert new == [one]
    again = Account(5, 1, findings=[finding("LREM"), other], met=Counter([one.cause, other.cause]))
    again.clauses, again.muted = {"LREM"}, ["LREM"]
    assert whole.add(again) == [other]
    assert (whole.commands, whole.epochs, whole.findings) == (15, 2, [one, other])
    assert whole.met == Counter({one.cause: 2, other.cause: 1})
    assert whole.add(Account(muted=["LREM"])) == [] and whole.muted == ["LREM"]


def test_a_part_is_the_same_whenever_it_is_played(text: str) -> None:
    with Pair(plan(text)) as pair:
        first = pair.play(Part(EPOCHS, SIZE))
        pair.play(Part(0, SIZE))
        again = pair.play(Part(EPOCHS, SIZE))
    assert first.findings == again.findings == []
    assert first.calls == again.calls and first.outcomes == again.outcomes
    assert first.clauses and first.checked


def test_known_causes_are_only_counted(text: str) -> None:
    mutant = plan("mutant:llen-off-by-one", text)
    with Pair(mutant) as pair:
        found = pair.play(Part(0, SIZE))
        assert [each.cause.command for each in found.findings] == ["LLEN"]
        known = {each.cause for each in found.findings}
        again = pair.play(Part(EPOCHS, SIZE), known)
    assert again.findings == [] and again.met.keys() == known


def test_parts_on_workers_are_those_of_one_process(text: str) -> None:
    pytest.importorskip("distributed")
    here, there = Account(), Account()
    with Pair(plan(text)) as pair:
        for part in plan(text).parts():
            here.add(pair.play(part))
    with spread.cluster(2, None) as client:
        for account in spread.play(client, plan(text), there.met.keys()):
            there.add(account)
    assert there.commands == here.commands >= COMMANDS
    assert there.calls == here.calls and there.outcomes == here.outcomes
    assert there.findings == []


def test_what_workers_find_is_told_once(text: str) -> None:
    pytest.importorskip("distributed")
    whole = Account()
    mutant = plan("mutant:llen-off-by-one", text)
    with spread.cluster(2, None) as client:
        for account in spread.play(client, mutant, whole.met.keys()):
            whole.add(account)
    assert [each.cause.command for each in whole.findings] == ["LLEN"]
    assert whole.findings[0].transcript().count("\n> ") <= 3
    assert whole.met.total() > 1


def test_one_server_is_not_shared() -> None:
    with pytest.raises(ClientError, match="one of its own"):
        spread.refuse_shared(Plan("tcp://127.0.0.1:1", "refimpl", 1, 1))


def test_a_scheduler_that_is_not_there_is_the_users_mistake() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(ClientError, match="no scheduler"), spread.cluster(1, "tcp://127.0.0.1:1"):
        pass
