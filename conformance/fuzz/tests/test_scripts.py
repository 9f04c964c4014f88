"""Scripts that the fuzzer draws: Lua, mostly; the same for the same seed; without line breaks."""

from __future__ import annotations

import hashlib
import random
from functools import cache

import pytest

from conformance.fuzz import scripts
from conformance.fuzz.compile import Call, compile_call
from conformance.fuzz.origins import with_origins
from conformance.fuzz.scripts import LIBRARIES, Script, call_of, subject, usable
from conformance.fuzz.steps import Step
from spec.model.load import load

lua51 = pytest.importorskip("lupa.lua51")


@cache
def subjects() -> list[Call]:
    """Calls that scripts make."""
    spec = load("redis", "8.2")
    return [subject(spec, each) for each in spec.every_command() if usable(each)]


def test_many_commands_take_part() -> None:
    assert len(subjects()) > 100


def test_most_are_lua() -> None:
    check = lua51.LuaRuntime(encoding="latin-1").eval("function(t) return loadstring(t) ~= nil end")
    draw = random.Random(5).random
    texts = [Script(draw, subjects()).text() for _ in range(400)]
    good = sum(check(text.partition("\n")[2] if text.startswith("#!") else text) for text in texts)
    assert 350 < good < 400


@pytest.mark.parametrize("name", sorted(scripts.SCRIPTED | {"SCRIPT LOAD", "FUNCTION LOAD"}))
def test_same_seed_same_call(name: str) -> None:
    make = call_of(name, subjects())
    assert make is not None
    assert make(random.Random(7).random) == make(random.Random(7).random)


@pytest.mark.parametrize("name", ["EXPIRE", "PEXPIRE", "HEXPIRE", "HPEXPIRE"])
def test_no_script_asks_whether_the_same_time_to_live_ends_later(name: str) -> None:
    spec = load("redis", "8.2")
    command = next(each for each in spec.every_command() if each.name == name)
    draw = random.Random(3).random
    free, scripted = compile_call(spec, command), subject(spec, command)
    assert any(b"GT" in free(draw) for _ in range(500))
    assert not any(b"GT" in map(bytes.upper, scripted(draw)) for _ in range(5000))


def test_no_library_has_another_name_than_those_that_epochs_begin_without() -> None:
    make = call_of("FUNCTION LOAD", subjects())
    assert make is not None
    draw = random.Random(11).random
    heads = {make(draw)[-1].partition(b"\n")[0].decode() for _ in range(500)}
    assert heads == {f"#!lua name={name}" for name in LIBRARIES}


def test_a_call_is_told_with_what_it_runs() -> None:
    script = b"return 1"
    sha = hashlib.sha1(script).hexdigest().upper().encode()
    library = b"#!lua name=lib2\nredis.register_function('f2', function() end)"
    before = [
        Step(0, (b"SCRIPT", b"LOAD", script)),
        Step(0, (b"EVAL", b"return 2", b"0")),
        Step(1, (b"FUNCTION", b"LOAD", b"REPLACE", library.replace(b"2", b"3"))),
        Step(1, (b"function", b"load", library)),
        Step(0, (b"PING",)),
    ]
    called, ran = Step(0, (b"FCALL", b"f2", b"0")), Step(0, (b"EVALSHA", sha, b"0"))
    assert with_origins([*before, called, ran], 2) == [before[0], before[3], called, ran]
    assert with_origins([*before, called], 1) == [before[3], called]
    assert with_origins([called, ran], 12) == [called, ran]


def test_words_hold_no_line_breaks() -> None:
    make = call_of("EVALSHA", subjects())
    assert make is not None
    draw = random.Random(9).random
    for _ in range(2000):
        assert not any(b"\r" in word or b"\n" in word for word in make(draw))
