"""Verdicts, scores, the choice of mutants and the order of tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from conformance.blame import ClientError
from conformance.case import Case
from conformance.selftest.__main__ import chosen, drawn, main
from conformance.selftest.collection import Test, likely_first
from conformance.selftest.mutant import mutant
from conformance.selftest.mutants import mutants
from conformance.selftest.trial import Failed
from conformance.selftest.verdict import BROKEN, KILLED, SURVIVED, Report, Verdict

if TYPE_CHECKING:
    from conformance.arena import Arena

BY = Failed("GET/arity", 2, "difference", "expected …")


def report() -> Report:
    return Report(
        [
            Verdict("a", "parsing", "breaks a", KILLED, BY, tried=3),
            Verdict("b", "parsing", "breaks b", SURVIVED),
            Verdict("c", "expiry", "breaks c", KILLED, BY),
            Verdict("d", "expiry", "breaks d", BROKEN, note="no such place"),
        ],
        tests=10,
    )


def test_scores() -> None:
    """Of those that ran; by area and in all."""
    assert report().score("parsing") == 50
    assert report().score("expiry") == 100
    assert report().score() == pytest.approx(66.7, abs=0.1)
    assert Report([]).score() == 0


def test_lines() -> None:
    """Survivors and broken ones are named, with what they break."""
    text = "\n".join(report().lines())
    assert "SURVIVED  parsing/b: breaks b" in text
    assert "BROKEN    expiry/d: no such place" in text
    assert "2 by difference" in text


def test_json() -> None:
    """It can be written, and tells who killed."""
    told = json.loads(json.dumps(report().as_json()))
    assert told["mutants"][0]["by"]["clause"] == "GET/arity"
    assert told["areas"] == {"parsing": 50.0, "expiry": 100.0}


def test_order() -> None:
    """Hinted tests first, written ones before others; the same group; vectors; the rest."""

    def test(clause: str, kind: str, group: str) -> Test:
        def function(arena: Arena) -> None:
            """Never run."""

        return Test(function, Case(clause, kind, group=group), 2, frozenset({"arena"}))

    tests = [
        test("PING/arity/none", "arity", "connection"),
        test("CLIENT ID/arity", "arity", "connection"),
        test("CLIENT ID/examples/x", "example", "connection"),
        test("CLIENTS/examples/x", "example", "other"),
        test("GET/arity/none", "arity", "string"),
        test("expiry/lifetimes/x", "vector", "expiry"),
    ]
    hinted = mutant("m", "nothing", hints=("CLIENT",))
    assert [one.case.clause for one in likely_first(tests, hinted)] == [
        "CLIENT ID/examples/x",
        "CLIENT ID/arity",
        "PING/arity/none",
        "expiry/lifetimes/x",
        "CLIENTS/examples/x",
        "GET/arity/none",
    ]


def test_chosen() -> None:
    """By area, by id, or all."""
    assert chosen([]) == list(mutants().values())
    assert {one.area for one in chosen(["blocking"])} == {"blocking"}
    assert [one.id for one in chosen(["resp3-null"])] == ["resp3-null"]
    with pytest.raises(ClientError):
        chosen(["nonesuch"])


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """`--list` tries nothing."""
    assert main(["--list", "--only", "resp3-null"]) == 0
    assert capsys.readouterr().out == "protocol/resp3-null: RESP3 has the null of RESP2\n"


def test_unknown_mutant(capsys: pytest.CaptureFixture[str]) -> None:
    """The exit status for wrong usage."""
    assert main(["--only", "nonesuch"]) == 2
    assert "nonesuch" in capsys.readouterr().err


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    every = list(mutants().values())
    sample = drawn(every, 20, "seed")
    assert sample == drawn(every, 20, "seed") != drawn(every, 20, "another")
    assert len(sample) == 20
    assert sample == [mutant for mutant in every if mutant in sample]


def test_a_sample_of_all() -> None:
    every = list(mutants().values())
    assert drawn(every, None, "") == drawn(every, len(every) + 1, "") == every
