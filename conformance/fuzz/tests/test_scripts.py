"""Scripts that the fuzzer draws: Lua, mostly; the same for the same seed; without line breaks."""

from __future__ import annotations

import random
from functools import cache

import pytest

from conformance.fuzz import scripts
from conformance.fuzz.compile import Call, compile_call
from conformance.fuzz.scripts import Script, call_of, usable
from spec.model.load import load

lua51 = pytest.importorskip("lupa.lua51")


@cache
def subjects() -> list[Call]:
    """Calls that scripts make."""
    spec = load("redis", "8.2")
    return [compile_call(spec, each) for each in spec.every_command() if usable(each)]


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


def test_words_hold_no_line_breaks() -> None:
    make = call_of("EVALSHA", subjects())
    assert make is not None
    draw = random.Random(9).random
    for _ in range(2000):
        assert not any(b"\r" in word or b"\n" in word for word in make(draw))
