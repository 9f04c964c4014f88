"""Algebra of sets: the members against Python's sets, order and encoding by example."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes import set_algebra as algebra
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.set import SetValue

LIMITS = Limits()


def a_set(*members: bytes) -> SetValue:
    value = SetValue()
    value.extend(members, LIMITS)
    return value


def numbered(prefix: bytes, count: int) -> list[bytes]:
    return [prefix + b"%d" % number for number in range(count)]


LETTERS = st.lists(
    st.sampled_from([b"a", b"b", b"c", b"d", b"1", b"2", b"3", b"4"]), min_size=1, max_size=8
)


@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_members(lists: list[list[bytes]]) -> None:
    sets = [a_set(*members) for members in lists]
    plain = [set(members) for members in lists]
    common = reduce(set.__and__, plain)
    assert set(algebra.intersection(sets)) == common
    assert set(algebra.stored_intersection(sets, LIMITS)) == common
    assert algebra.intersection_size(sets, 0) == len(common)
    assert algebra.intersection_size(sets, 2) == min(len(common), 2)
    every = reduce(set.__or__, plain)
    assert set(algebra.union(sets, LIMITS)) == every
    assert set(algebra.stored_union(sets, LIMITS)) == every
    rest = reduce(set.__sub__, plain)
    assert set(algebra.difference(sets, LIMITS)) == rest
    assert set(algebra.stored_difference([*sets, None], LIMITS)) == rest


def test_intersection_is_in_the_order_of_the_first_of_the_smallest() -> None:
    one, other = a_set(b"c", b"b", b"a"), a_set(b"b", b"c", b"a")
    larger = a_set(b"a", b"c", b"b", b"d")
    assert algebra.intersection([larger, one, other]) == [b"c", b"b", b"a"]
    assert algebra.intersection([larger, other, one]) == [b"b", b"c", b"a"]


def test_stored_intersection_of_integers_is_an_intset() -> None:
    mixed, integers = a_set(b"1", b"x", b"5"), a_set(b"5", b"1", b"7", b"9")
    result = algebra.stored_intersection([mixed, integers], LIMITS)
    assert (result.encoding, result.members()) == ("intset", [b"1", b"5"])
    table = a_set(*numbered(b"", 600))
    assert algebra.stored_intersection([table, table], LIMITS).encoding == "hashtable"
    assert algebra.stored_intersection([mixed, mixed], LIMITS).encoding == "listpack"


def test_union_stays_in_order() -> None:
    words, integers = a_set(b"9", b"1", b"a"), a_set(b"5", b"3")
    stored = algebra.stored_union([words, integers], LIMITS)
    assert stored.members() == [b"1", b"9", b"a", b"3", b"5"]
    assert algebra.union([integers, a_set(b"4")], LIMITS).members() == [b"3", b"4", b"5"]
    assert algebra.union([words], LIMITS).encoding == "hashtable"


def test_way_of_a_difference_shows_in_its_encoding() -> None:
    first = a_set(b"a", *numbered(b"", 6))
    other = a_set(b"a", b"q")
    assert algebra.stored_difference([first, other, other], LIMITS).encoding == "intset"
    assert algebra.stored_difference([first, other, other, other], LIMITS).encoding == "listpack"


def test_difference_of_nothing_and_of_itself() -> None:
    one = a_set(b"a")
    assert not algebra.difference([None, one], LIMITS).members()
    assert not algebra.difference([one, None, one], LIMITS).members()
