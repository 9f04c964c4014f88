"""The two readings of filter expressions: the server's and the specification's."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from refimpl.datatypes.vector.filter import Filter, FilterSyntaxError
from spec.model.filter import fault

WORDS = (
    *(".y", ".", "1", "-1", " -1", "2.5", "1e3", "1e", '"a"', "'b", "null", "[1,", "]", "[1]", ","),
    *("+", "-", "*", "/", "%", "**", "==", "=", "!", "!=", "<", ">=", "in", "and", "or", "not"),
    *("(", ")", " ", "&&", "||", "@", "foo", "x", "\\", "\0", "9" * 256),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
@example([".y", ")", "("])
def test_both_readings_agree(words: list[str]) -> None:
    text = "".join(words).encode()
    try:
        Filter(text)
        near = None
    except FilterSyntaxError as error:
        near = error.near
    assert fault(text) == near
