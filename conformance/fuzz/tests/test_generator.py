"""The generator: the same seed gives the same calls, and every command is called."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.fuzz.compile import compile_call
from conformance.fuzz.generate import Generator, Selection
from conformance.fuzz.manners import NOW, SOON, Guard, allowed, reason
from conformance.fuzz.source import Bytes
from conformance.fuzz.steps import Step, is_tidy, parts, turns
from spec.model.interpret import interpret
from spec.model.load import Spec, load

if TYPE_CHECKING:
    from spec.model.command import Command

SEED = 20


@cache
def spec() -> Spec:
    """The newest release of the main line."""
    return load("redis", "8.2")


@cache
def generator() -> Generator:
    """A generator of all commands."""
    return Generator(spec(), Selection(), SEED)


def steps_of(seed: int, number: int, size: int = 400) -> list[Step]:
    """The first steps of an epoch."""
    epoch = Generator(spec(), Selection(groups=("list", "set")), seed).epoch(number)
    epoch.grow(size)
    return epoch.steps


def sent() -> list[Command]:
    return generator().commands


def test_the_same_seed_gives_the_same_steps() -> None:
    assert steps_of(7, 3) == steps_of(7, 3)
    assert steps_of(7, 3) != steps_of(8, 3)
    assert steps_of(7, 3) != steps_of(7, 4)


def test_steps_do_not_depend_on_how_they_are_asked_for() -> None:
    epoch = Generator(spec(), Selection(groups=("list", "set")), 7).epoch(3)
    for size in range(10, 401, 10):
        epoch.grow(size)
    assert epoch.steps == steps_of(7, 3)


@pytest.mark.parametrize("size", [0, 1, 50, 333])
def test_steps_made_too_early_are_dropped(size: int) -> None:
    epoch = Generator(spec(), Selection(groups=("list", "set")), 7).epoch(3)
    epoch.grow(600)
    epoch.trim(size)
    assert epoch.steps == steps_of(7, 3, size)


def test_every_command_is_sent_or_there_is_a_reason() -> None:
    made: Counter[str] = Counter()
    for number in range(300):
        epoch = generator().epoch(number)
        epoch.grow(1500)
        for step in epoch.steps:
            command = spec().lookup(list(step.argv))
            if command is not None:
                made[command.name] += 1
    every = [each for each in spec().every_command() if not each.subcommands]
    missing = [each.name for each in every if not made[each.name] and reason(each) is None]
    assert missing == []
    assert len(made) > 150


def test_most_calls_are_right_and_some_are_wrong() -> None:
    rnd = random.Random(SEED).random
    errors: Counter[bool] = Counter()
    for _ in range(3000):
        argv = list(generator().call(rnd))
        command = spec().lookup(argv)
        if command is not None and not command.subcommands:
            errors[interpret(spec(), command, argv).error is not None] += 1
    assert 0.05 < errors[True] / errors.total() < 0.4


@pytest.mark.parametrize("command", sent(), ids=lambda command: command.name)
def test_every_command_can_be_called_rightly(command: Command) -> None:
    make = compile_call(spec(), command)
    rnd = random.Random(SEED).random
    calls = [make(rnd) for _ in range(200)]
    assert any(interpret(spec(), command, argv, NOW).error is None for argv in calls)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=80))
def test_no_call_makes_replies_a_matter_of_time(data: bytes) -> None:
    argv = generator().call(Bytes(data))
    command = spec().lookup(list(argv))
    if command is None or command.subcommands:
        return
    outcome = interpret(spec(), command, list(argv), NOW)
    moments = [value for value in outcome.values.values() if isinstance(value, int)]
    assert not any(NOW < moment < NOW + SOON for moment in moments)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_turns_keep_every_call_in_order(data: bytes) -> None:
    rnd = Bytes(data)
    words = ([b"MULTI"], [b"EXEC"], [b"GET", b"k"], [b"DISCARD"], [b"RESET"])
    steps = [Step(int(rnd() * 3), tuple(words[int(rnd() * 5)])) for _ in range(len(data) // 4)]
    inside: set[int] = set()
    found = [(turn.client, argv) for turn in turns(steps, inside) for argv in turn.calls]
    assert found == [(step.client, step.argv) for step in steps]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_turns_that_count_lines_lie_within_a_block(data: bytes) -> None:
    rnd = Bytes(data)
    words = ([b"MULTI"], [b"EXEC"], [b"GET", b"k"])
    steps = [Step(int(rnd() * 2), tuple(words[int(rnd() * 3)])) for _ in range(len(data) // 4)]
    inside: set[int] = set()
    for turn in turns(steps, inside):
        if turn.lines:
            assert (b"EXEC",) not in turn.calls


def test_parts_do_not_end_in_a_random_write() -> None:
    steps = [Step(0, (b"SPOP", b"k"), random=True), Step(0, (b"DEL", b"k"))] * 5
    cut = list(parts(steps, 3))
    assert [start for start, _ in cut] == [0, 4, 8]
    assert all(is_tidy(part) and not part[-1].random for _, part in cut)


def test_guard_knows_what_takes_time() -> None:
    guard = Guard(spec())
    assert guard.harmless((b"SET", b"k", b"v"))
    assert guard.harmless((b"SET", b"k", b"v", b"EX", b"10000"))
    assert not guard.harmless((b"SET", b"k", b"v", b"EX", b"10"))
    assert not guard.harmless((b"BLPOP", b"k", b"0"))
    assert not guard.harmless((b"FUNCTION", b"LIST", b"a\r\n"))
    assert guard.harmless((b"BLPOP", b"k", b"0.001"))


def test_a_call_has_the_steps_around_it_that_it_needs() -> None:
    names = [step.argv[0] for step in generator().steps_of(0, (b"SORT", b"k", b"BY", b"w*"))]
    assert names == [b"HSCAN", b"SORT"]
    stored = generator().steps_of(0, (b"SORT", b"k", b"BY", b"w*", b"STORE", b"d"))
    assert [step.argv[0] for step in stored] == [b"HSCAN", b"SORT", b"DEL"]
    assert stored[1].random and is_tidy(stored)


def test_guard_knows_whose_keys_lapse() -> None:
    guard = Guard(spec())
    assert guard.lapses((b"SET", b"k", b"v", b"EXAT", b"100"))
    assert guard.lapses((b"PEXPIREAT", b"k", b"100"))
    assert not guard.lapses((b"SET", b"k", b"v", b"EX", b"10000"))
    assert not guard.lapses((b"SET", b"k", b"v"))


def test_costly_numbers_are_not_drawn() -> None:
    command = spec().commands["SRANDMEMBER"]
    count = next(step for step in command.grammar.walk() if getattr(step, "id", "") == "count")
    may = allowed(command, count)  # type: ignore[arg-type]
    assert may(b"5") and may(b"-20") and may(b"-9223372036854775808")
    assert not may(b"-2147483649")
