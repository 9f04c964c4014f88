"""Shapes, written-down replies and rules, in both protocols."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.compare.errors import ErrorBook
from conformance.compare.expect import FormError, differs
from conformance.compare.mismatch import Context
from conformance.compare.rules import compare
from conformance.compare.shape import ShapeError, misfit
from conformance.wire.values import (
    Array,
    Boolean,
    Bulk,
    Double,
    Error,
    Integer,
    Map,
    Null,
    NullKind,
    Set,
    Simple,
    Value,
    Verbatim,
)
from spec.model.load import load

A, B = Bulk(b"a"), Bulk(b"b")
BOOK = ErrorBook(load())


def context(protocol: int, *argv: bytes) -> Context:
    return Context(protocol, BOOK, load().lookup(list(argv)), argv)


FITS: list[tuple[Any, Value | None, Value | None]] = [
    ("bulk", A, A),
    ("null-bulk", Null(NullKind.BULK), Null(NullKind.RESP3)),
    ("null-array", Null(NullKind.ARRAY), Null(NullKind.RESP3)),
    ("double", Bulk(b"1.5"), Double(b"1.5")),
    ("boolean", Integer(1), Boolean(True)),
    ("verbatim", A, Verbatim(b"txt", b"a")),
    ({"simple": "OK"}, Simple(b"OK"), Simple(b"OK")),
    ({"bulk": "a"}, A, A),
    ({"bulk": {"matches": "[ab]"}}, B, B),
    ({"bulk": {"one_of": ["a", "c"]}}, A, A),
    ({"integer": "3"}, Integer(3), Integer(3)),
    ({"integer": {"min": "0", "max": "1"}}, Integer(1), Integer(1)),
    ({"double": {"min": "1"}}, Bulk(b"inf"), Double(b"inf")),
    ({"array": "bulk"}, Array((A, B)), Array((A, B))),
    ({"array": "bulk", "max": "1"}, Array((A,)), Array(())),
    ({"tuple": ["bulk", "integer"]}, Array((A, Integer(1))), Array((A, Integer(1)))),
    ({"set": "bulk"}, Array((A,)), Set((A,))),
    ({"map": {"key": "bulk", "value": "bulk"}}, Array((A, B)), Map(((A, B),))),
    ({"map": {"fields": {"a": "bulk"}}}, Array((A, B)), Map(((A, B),))),
    ({"either": ["integer", "bulk"]}, A, A),
    ({"resp2": "bulk", "resp3": "integer"}, A, Integer(1)),
    ({"error": "syntax"}, Error(b"ERR syntax error"), Error(b"ERR syntax error")),
]


@pytest.mark.parametrize(("shape", "two", "three"), FITS, ids=lambda part: str(part)[:30])
def test_shapes_that_fit(shape: Any, two: Value, three: Value) -> None:
    assert misfit(shape, two, context(2)) is None
    assert misfit(shape, three, context(3)) is None


MISFITS: list[tuple[Any, int, Value]] = [
    ("bulk", 2, Simple(b"a")),
    ("null-bulk", 2, Null(NullKind.ARRAY)),
    ("null-bulk", 3, Null(NullKind.BULK)),
    ("double", 3, Bulk(b"1.5")),
    ("double", 2, A),
    ({"bulk": "a"}, 2, B),
    ({"integer": {"max": "1"}}, 2, Integer(2)),
    ({"array": "bulk"}, 2, Array((Integer(1),))),
    ({"array": "bulk", "min": "1"}, 2, Array(())),
    ({"tuple": ["bulk"]}, 2, Array((A, B))),
    ({"set": "bulk"}, 3, Array((A,))),
    ({"map": {"key": "bulk", "value": "bulk"}}, 3, Array((A, B))),
    ({"map": {"fields": {"a": "bulk"}}}, 2, Array((B, A))),
    ({"error": "syntax"}, 2, Error(b"ERR syntax error ")),
]


@pytest.mark.parametrize(("shape", "protocol", "value"), MISFITS, ids=lambda part: str(part)[:30])
def test_shapes_that_do_not(shape: Any, protocol: int, value: Value) -> None:
    assert misfit(shape, value, context(protocol)) is not None


def test_a_shape_that_is_none_is_our_bug() -> None:
    with pytest.raises(ShapeError):
        misfit("nosuch", A, context(2))
    with pytest.raises(FormError):
        differs({"nosuch": "x"}, A, context(2))


def test_forms() -> None:
    two, three = context(2), context(3)
    assert differs({"array": ["a", {"bulk": "b"}]}, Array((A, B)), two) is None
    assert differs({"map": [["a", "b"]]}, Array((A, B)), two) is None
    assert differs({"map": [["a", "b"]]}, Map(((A, B),)), three) is None
    assert differs({"set": ["a", "b"]}, Set((B, A)), three) is not None
    assert differs({"unordered": {"set": ["a", "b"]}}, Set((B, A)), three) is None
    assert differs({"unordered": ["a", "a"]}, Array((A, B)), two) is not None
    assert differs({"verbatim": "txt:a"}, Verbatim(b"txt", b"a"), three) is None
    assert differs({"verbatim": "txt:a"}, A, two) is None
    assert differs({"approximate": {"integer": "10"}, "within": "2"}, Integer(12), two) is None
    assert differs({"approximate": {"integer": "10"}, "within": "2"}, Integer(13), two) is not None
    assert differs({"bulk": "\xff"}, Bulk(b"\xff"), two) is None
    captured: dict[str, Value] = {}
    assert differs({"array": [{"capture": "x"}]}, Array((A,)), two, captured) is None
    assert captured == {"x": A}


def test_where_a_reply_differs() -> None:
    bad = differs({"array": ["a", {"array": ["b"]}]}, Array((A, Array((A,)))), context(2))
    assert bad is not None
    assert (bad.where, bad.expected, bad.received) == ("[1][0]", 'bulk "b"', 'bulk "a"')


def test_errors_are_whole_lines_of_that_command() -> None:
    line = b"ERR wrong number of arguments for 'get' command"
    assert differs({"error": "wrong-arity"}, Error(line), context(2, b"GET")) is None
    assert differs({"error": "wrong-arity"}, Error(line), context(2, b"SET")) is not None
    given = {"error": {"id": "wrong-arity", "command": "get"}}
    assert differs(given, Error(line), context(2, b"SET")) is None


def test_rules() -> None:
    ab, ba = Array((A, B)), Array((B, A))
    assert compare(ab, ba) is not None
    assert compare(ab, ba, "unordered") is None
    assert compare(Array((A, B, B, A)), Array((B, A, A, B)), "unordered-pairs") is None
    assert compare(Array((A, B, B, A)), Array((A, A, B, B)), "unordered-pairs") is not None
    assert compare(Bulk(b"1.000001"), Bulk(b"1.0"), "approximate", 0.01) is None
    assert compare(Bulk(b"1.1"), Bulk(b"1.0"), "approximate", 0.01) is not None
    assert compare(Integer(1), Integer(2), "nondeterministic") is None
    assert compare(Integer(1), A, "nondeterministic") is not None
