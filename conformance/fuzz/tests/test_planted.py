"""A server with a planted fault against one without: it is found, and shrunk to a few calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from conformance.fuzz.duel import Setting
from conformance.fuzz.findings import replay
from conformance.fuzz.generate import USUAL_LIMITS, Epoch, Selection
from conformance.fuzz.proxy import ProxyTarget
from conformance.fuzz.session import Session
from conformance.fuzz.steps import TURN_LIMIT, Step
from conformance.fuzz.trial import SILENT
from conformance.server import Server
from conformance.targets.resolve import open_target

if TYPE_CHECKING:
    from conformance.fuzz.campaign import Campaign
    from conformance.fuzz.findings import Finding
    from conformance.targets.base import Target

SEED = 2
Twist = Callable[[list[bytes]], list[bytes]]


@dataclass(frozen=True)
class Fault:
    """How calls are changed, in which group, and who must be blamed within how many steps."""

    name: str
    group: str
    command: str
    steps: int
    twist: Twist


def _lrem(argv: list[bytes]) -> list[bytes]:
    """LREM counts from the head although the count is negative."""
    if argv[0].upper() == b"LREM" and len(argv) == 4:
        return [*argv[:2], argv[2].removeprefix(b"-"), argv[3]]
    return argv


def _zadd(argv: list[bytes]) -> list[bytes]:
    """ZADD forgets GT."""
    if argv[0].upper() == b"ZADD":
        return [word for word in argv if word.upper() != b"GT"]
    return argv


def _exec(argv: list[bytes]) -> list[bytes]:
    """WATCH watches another key."""
    return [b"WATCH", b"elsewhere"] if argv[0].upper() == b"WATCH" and len(argv) > 1 else argv


def _persist(argv: list[bytes]) -> list[bytes]:
    """GETEX doesn't persist."""
    if argv[0].upper() == b"GETEX" and argv[-1].upper() == b"PERSIST" and len(argv) == 3:
        return argv[:2]
    return argv


def _sadd(argv: list[bytes]) -> list[bytes]:
    """SADD leaves a set as a hash table: it adds a long member and takes it out again."""
    if argv[0].upper() == b"SMOVE" and len(argv) == 4:
        return [b"SMOVE", argv[2], argv[1], argv[3]]
    return argv


FAULTS = (
    Fault("lrem", "list", "LREM", 4, _lrem),
    Fault("zadd-gt", "sorted_set", "ZADD", 3, _zadd),
    Fault("watch", "transactions", "EXEC", 5, _exec),
    Fault("getex-persist", "string", "GETEX", 4, _persist),
    Fault("smove", "set", "SMOVE", 4, _sadd),
)


@contextmanager
def started(target: Target, side: str) -> Iterator[Server]:
    server = Server(target, side)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def session(text: str, twist: Twist) -> Iterator[Session]:
    """A server behind a proxy that twists, against one of the same kind."""
    inner, right = open_target(text), open_target(text)
    if not right.owned:
        pytest.skip(f"{text} is not started by the suite, so there are no two of it")
    with (
        started(ProxyTarget(inner, twist), "target") as one,
        started(right, "against") as other,
        Session(one, other) as made,
    ):
        yield made


def campaign(made: Session, group: str, commands: int, blamed: str = "") -> Campaign:
    """A campaign that ends after so many commands, or when the blamed one was found."""
    extra = ("SET", "EXPIRE") if group in ("transactions", "string") else ()
    run = made.campaign(Selection(groups=(group,), commands=extra), SEED)
    while run.account.commands < commands and not _about(run, blamed):
        run.run(run.account.commands + 500)
    return run


def _about(run: Campaign, command: str) -> list[Finding]:
    return [finding for finding in run.account.findings if finding.cause.command == command]


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    return str(request.config.getoption("--target"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found_and_shrunk(fault: Fault, text: str) -> None:
    with session(text, fault.twist) as made:
        run = campaign(made, fault.group, 12000, fault.command)
    blamed = _about(run, fault.command)
    assert blamed, [finding.title for finding in run.account.findings]
    shortest = min(blamed, key=lambda finding: len(finding.steps))
    assert shortest.reproduced
    assert len(shortest.steps) <= fault.steps, shortest.transcript()
    assert shortest.attempts < 1500


def test_without_a_fault_there_is_no_difference(text: str) -> None:
    with session(text, lambda argv: argv) as made:
        run = campaign(made, "set", 3000)
    assert [finding.transcript() for finding in run.account.findings] == []
    assert run.account.commands >= 3000
    assert run.account.outcomes["wrong-type"] > 0


def test_a_difference_is_told_once(text: str) -> None:
    def twist(argv: list[bytes]) -> list[bytes]:
        return [b"STRLEN", *argv[1:]] if argv[0].upper() == b"LLEN" else argv

    with session(text, twist) as made:
        run = campaign(made, "list", 6000)
    titles = [finding.title for finding in run.account.findings]
    assert len(titles) == len(set(titles))
    assert run.account.met.total() > len(titles)


def test_functions_of_an_earlier_epoch_are_gone(text: str) -> None:
    with session(text, lambda argv: argv) as made:
        if "function|load" not in made.common:
            pytest.skip("there are no functions")
        setting = Setting((3,), USUAL_LIMITS)
        library = b"#!lua name=lib2\nredis.register_function('f2', function() return 1 end)"
        load = Step(0, (b"FUNCTION", b"LOAD", library))
        call = Step(0, (b"FCALL", b"f2", b"0"))
        first = replay(made.trial.duel, setting, [load, call])
        second = replay(made.trial.duel, setting, [call])
    assert [said.reply.right for said in first if said.reply] == [b"$4\r\nlib2\r\n", b":1\r\n"]
    assert [said.reply.right for said in second if said.reply] == [b"-ERR Function not found\r\n"]


def test_who_dies_in_a_later_turn_under_way_is_told_with_the_call_that_killed(text: str) -> None:
    """Several turns were written: some are answered, one kills, what follows finds nobody."""

    def twist(argv: list[bytes]) -> list[bytes]:
        return [b"SHUTDOWN", b"NOSAVE"] if argv == [b"GETDEL", b"poison"] else argv

    steps = [Step(0, (b"RPUSH", b"list1", b"%d" % number)) for number in range(3 * TURN_LIMIT)]
    steps[TURN_LIMIT + 20] = Step(0, (b"GETDEL", b"poison"))
    setting = Setting((3,), USUAL_LIMITS)
    with session(text, twist) as made:
        found = made.trial.run(setting, steps, len(steps))
        assert found is not None and found.cause.what == SILENT
        assert found.at <= TURN_LIMIT + 20
        run = made.campaign(Selection(groups=("list",)), SEED)
        epoch = Epoch(0, setting, iter([steps]))
        epoch.grow(len(steps))
        run._epoch(epoch)
        said = replay(made.trial.duel, setting, steps[: TURN_LIMIT + 20])
    (finding,) = run.account.findings
    assert finding.reproduced and finding.cause.command == "GETDEL"
    assert [step.argv for step in finding.steps] == [(b"GETDEL", b"poison")]
    assert len(said) == TURN_LIMIT + 20
