"""Filters; the whole language is tried on servers in conformance/vectors/vector_sets."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.vector.attributes import NoSuchFieldError, field
from refimpl.datatypes.vector.filter import Filter, FilterSyntaxError

WORDS = (
    *(".y", ".", "1", "-1", " -1", "2.5", "1e3", "1e", '"a"', "'b", "null", "[1,", "]", "[1]", ","),
    *("+", "-", "*", "/", "%", "**", "==", "=", "!", "!=", "<", ">=", "in", "and", "or", "not"),
    *("(", ")"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_any_filter_can_be_asked(text: str) -> None:
    try:
        compiled = Filter(text.encode())
    except FilterSyntaxError:
        return
    for attribute in (b"", b"{}", b'{"y":1}', b'{"y":[1,"a",[null]]}', b'{"y":"inf"}'):
        assert compiled.accepts(attribute) in (True, False)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        (b"0 / 0", True),
        (b"0 / 0 == 0 / 0", False),
        (b"-1 / 0 < 0", True),
        (b"1 / -0 < 0", True),
        (b"5 % 0 != 5", True),
        (b"(0 - 8) ** 0.5 == 1", False),
        (b"0 ** -1 > 5", True),
        (b"(0 - 10) ** 999 < 0", True),
        (b"10 ** 999 > 1e300", True),
        (b"1e400 % 2 == 0", False),
        (b'"-inf" < 0', True),
        (b'"0x1p5000" > 1e300', True),
    ],
)
def test_numbers_beyond_numbers(text: bytes, holds: bool) -> None:
    assert Filter(text).accepts(b"{}") is holds


def test_deep_arrays() -> None:
    assert field(b'{"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}", b"a")
    with pytest.raises(NoSuchFieldError):
        field(b'{"a":' + b"[" * 10_000, b"a")


@given(st.text(alphabet='{}[],:"\\ y1e-+.tnfalsru', max_size=20))
def test_any_attribute_can_be_read(text: str) -> None:
    try:
        content = field(b'{"y":' + text.encode(), b"y")
    except NoSuchFieldError:
        return
    assert content is None or isinstance(content, float | bytes | list)
    assert not (isinstance(content, float) and math.isnan(content))
