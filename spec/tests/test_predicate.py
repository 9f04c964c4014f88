"""The `when` grammar."""

import pytest

from spec.model.predicate import (
    And,
    Compare,
    Count,
    Given,
    Has,
    Not,
    Or,
    PredicateError,
    Value,
    names,
    parse,
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("nx", Given("nx")),
        ("not get", Not(Given("get"))),
        ("nx and xx", And((Given("nx"), Given("xx")))),
        ("a or b and c", Or((Given("a"), And((Given("b"), Given("c")))))),
        ("(a or b) and c", And((Or((Given("a"), Given("b"))), Given("c")))),
        ("not a and b", And((Not(Given("a")), Given("b")))),
        ("count(pairs) > 1", Compare(Count("pairs"), ">", 1)),
        ("limit-count < -1", Compare(Value("limit-count"), "<", -1)),
        ("where == left", Compare(Value("where"), "==", "left")),
        ("has(get)", Has("GET")),
        ("argc == 3", Compare(Value("argc"), "==", 3)),
    ],
)
def test_parses(text: str, meaning: object) -> None:
    assert parse(text) == meaning


@pytest.mark.parametrize(
    "text", ["", "and", "nx and", "nx xx", "(nx", "nx)", "count(x)", "a == ", "a + b", "not"]
)
def test_refuses(text: str) -> None:
    with pytest.raises(PredicateError):
        parse(text)


def test_names() -> None:
    assert names(parse("a and (not b or count(c) > 1) and has(X)")) == {"a", "b", "c"}
