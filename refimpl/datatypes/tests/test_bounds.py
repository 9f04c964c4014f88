"""Bounds of ranges: what is one, and what it means."""

from __future__ import annotations

from math import inf

import pytest

from refimpl.datatypes.bounds import (
    FIRST,
    LAST,
    LexBound,
    ScoreBound,
    parse_lex_bound,
    parse_score_bound,
)


@pytest.mark.parametrize(
    ("text", "score", "is_open"),
    [
        (b"1", 1.0, False),
        (b"(1", 1.0, True),
        (b"-1.5e3", -1500.0, False),
        (b".5", 0.5, False),
        (b"5.", 5.0, False),
        (b"+inf", inf, False),
        (b"(-Infinity", -inf, True),
        (b"1e400", inf, False),
        (b"-1e400", -inf, False),
        (b"1e-400", 0.0, False),
        (b"", 0.0, False),
        (b"(", 0.0, True),
        (b"1\x002", 1.0, False),
    ],
)
def test_score_bound(text: bytes, score: float, is_open: bool) -> None:
    assert parse_score_bound(text) == ScoreBound(score, is_open)


@pytest.mark.parametrize(
    "text",
    [b"((1", b" 1", b"1 ", b"nan", b"0x10", b"1_0", b"1e", b".", b"-", b"--1", b"infinit", b"[1"],
)
def test_not_a_score_bound(text: bytes) -> None:
    assert parse_score_bound(text) is None


def test_lex_bound() -> None:
    assert parse_lex_bound(b"[a") == LexBound(0, b"a", False)
    assert parse_lex_bound(b"(") == LexBound(0, b"", True)
    assert parse_lex_bound(b"-") is FIRST
    assert parse_lex_bound(b"+") is LAST


@pytest.mark.parametrize("text", [b"", b"a", b"-a", b"+inf", b"-inf"])
def test_not_a_lex_bound(text: bytes) -> None:
    assert parse_lex_bound(text) is None
