"""CONFIG SET of every parameter, with words in and out of its range: behaviour/config.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.blame import Difference
from conformance.case import Case
from conformance.compare.shape import pairs_of
from conformance.from_spec.parametrize import cases_from
from conformance.wire.render import render
from conformance.wire.values import Bulk, Error, Simple
from spec.model.load import behaviour
from spec.model.parameters import Parameter, parameters

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run


def parameter_cases(run: Run) -> list[Case]:
    """One case for each parameter: of the release whose facts the spec states."""
    release = run.spec().release
    absent = "" if release.publishes_our_facts else f"the parameters are not those of {release}"
    return [
        Case(
            clause=f"behaviour/config/{parameter.name}",
            kind="config",
            error_case=True,
            command="CONFIG SET",
            group="behaviour",
            requires=("config-set", "owned"),
            commands=("config|set", "config|get"),
            absent=absent,
            body=parameter,
        )
        for parameter in parameters(behaviour("config"))
    ]


@cases_from(parameter_cases)
def test_parameter(case: Case, arena: Arena) -> None:
    """It is shown under all its names, takes what suits it and says why it refuses the rest."""
    parameter: Parameter = case.body
    name = parameter.name
    before = _shown(arena, name)
    for alias in parameter.names[1:]:
        assert _shown(arena, alias) == before
    if parameter.raw.get("set") is None and parameter.words():
        arena.configure({name: before})  # restored after the test
    for word in parameter.words():
        now = _shown(arena, name)
        outcome = parameter.outcome(word, now)
        arena.at(f"CONFIG SET {name} {word!r}")
        reply = arena.call("CONFIG", "SET", name, word.encode())
        if outcome.reason is None:
            expected: Simple | Error = Simple(b"OK")
        else:
            line = f"ERR CONFIG SET failed (possibly related to argument '{name}') - "
            expected = Error((line + outcome.reason).encode())
        if reply != expected:
            raise Difference(
                sent=f"CONFIG SET {name} {word!r}",
                expected=render(expected),
                received=render(reply),
                step=arena.step,
            )
        shown = _shown(arena, name)
        wanted = outcome.shown if outcome.reason is None else now
        if shown != wanted:
            raise Difference(
                sent=f"CONFIG SET {name} {word!r}, then CONFIG GET {name}",
                expected=repr(wanted),
                received=repr(shown),
                step=arena.step,
            )


def _shown(arena: Arena, name: str) -> str:
    pairs = pairs_of(arena.call("CONFIG", "GET", name), arena.protocol)
    if not pairs:
        pytest.fail(f"the server has no parameter {name}")
    (_, value), *_ = pairs
    assert isinstance(value, Bulk)
    return value.data.decode()
