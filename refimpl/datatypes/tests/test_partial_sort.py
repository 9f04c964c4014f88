"""The partial quicksort: right where it must be, and with ties as a real server leaves them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.partial_sort import partial_sort


def compare(one: int, other: int) -> int:
    return one - other


@given(st.lists(st.integers(0, 60), min_size=1, max_size=150), st.data())
def test_places_of_the_range_are_right(items: list[int], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(items) - 1))
    last = data.draw(st.integers(first, len(items) - 1))
    expected = sorted(items)
    partial_sort(items, compare, first, last)
    assert items[first : last + 1] == expected[first : last + 1]
    assert sorted(items) == expected


def test_ties_are_exchanged_as_observed() -> None:
    items = list(range(9))
    partial_sort(items, lambda one, other: 0, 0, 7)
    assert items == [8, 1, 2, 3, 4, 5, 6, 7, 0]
