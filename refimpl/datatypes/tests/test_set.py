"""Sets: membership against a model, the way through the encodings, the order of each."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.limits import Limits
from refimpl.datatypes.set import SetValue

LIMITS = Limits()
INTEGERS = [b"%d" % number for number in range(600)]


def a_set(*members: bytes, limits: Limits = LIMITS) -> SetValue:
    value = SetValue.for_members(members[0], len(members), limits)
    value.extend(members, limits)
    return value


def test_integers_ascend_and_later_members_follow_them() -> None:
    value = a_set(b"5", b"-3", b"19", b"1")
    assert (value.encoding, value.members()) == ("intset", [b"-3", b"1", b"5", b"19"])
    value.extend((b"b", b"a"), LIMITS)
    value.remove(b"1")
    value.add(b"1", LIMITS)
    assert (value.encoding, list(value)) == (
        "listpack",
        [b"-3", b"5", b"19", b"b", b"a", b"1"],
    )


@pytest.mark.parametrize("text", [b"01", b"-0", b"+1", b" 1", b"9223372036854775808", b""])
def test_no_integer_to_a_set(text: bytes) -> None:
    assert a_set(text).encoding == "listpack"


def test_encoding_of_the_first_command_follows_the_number_of_arguments() -> None:
    assert SetValue.for_members(b"1", 512, LIMITS).encoding == "intset"
    assert SetValue.for_members(b"1", 513, LIMITS).encoding == "hashtable"
    assert SetValue.for_members(b"a", 128, LIMITS).encoding == "listpack"
    assert SetValue.for_members(b"a", 129, LIMITS).encoding == "hashtable"
    few = Limits()
    few.set_max_intset_entries = 4
    assert SetValue.for_members(b"1", 8, few).encoding == "listpack"


def test_many_arguments_convert_a_set_whatever_they_are() -> None:
    value = a_set(b"a")
    value.expect(128, LIMITS)
    assert value.encoding == "listpack"
    value.expect(129, LIMITS)
    assert value.encoding == "hashtable"
    value = a_set(b"1")
    value.expect(512, LIMITS)
    assert value.encoding == "intset"
    value.expect(513, LIMITS)
    assert value.encoding == "hashtable"


def test_growing_out_of_an_intset() -> None:
    value = a_set(*INTEGERS[:512])
    assert value.encoding == "intset"
    value.add(INTEGERS[0], LIMITS)
    assert value.encoding == "intset"
    value.add(INTEGERS[512], LIMITS)
    assert (value.encoding, len(value)) == ("hashtable", 513)


def test_growing_out_of_a_listpack() -> None:
    value = a_set(*INTEGERS[:127])
    value.add(b"a", LIMITS)
    assert value.encoding == "listpack"
    value.add(b"b", LIMITS)
    assert value.encoding == "hashtable"
    value = a_set(*INTEGERS[:128])
    value.add(b"a", LIMITS)
    assert value.encoding == "hashtable"


def test_long_members_want_a_hash_table() -> None:
    assert a_set(b"x" * 64).encoding == "listpack"
    assert a_set(b"x" * 65).encoding == "hashtable"
    assert a_set(b"1", b"x" * 65).encoding == "hashtable"
    short = Limits()
    short.set_max_listpack_value = 2
    assert a_set(b"1", b"a", limits=short).encoding == "listpack"
    assert a_set(b"-10", b"a", limits=short).encoding == "hashtable"


def test_samples() -> None:
    random = Random(3)
    listpack = a_set(b"x", *INTEGERS[:20])
    sample = listpack.sample(random, 8)
    assert len(set(sample)) == 8
    places = [listpack.members().index(member) for member in sample]
    assert places == sorted(places)
    assert listpack.sample(random, 30) == listpack.members()
    table = a_set(*INTEGERS)
    assert len(set(table.sample(random, 100))) == 100
    assert {a_set(b"1", b"2").random(random) for _ in range(50)} == {b"1", b"2"}


@pytest.mark.parametrize(
    ("members", "count", "encoding"),
    [
        (200, 190, "intset"),
        (200, 10, "intset"),
        (600, 10, "hashtable"),
        (600, 450, "hashtable"),
        (600, 590, "listpack"),
    ],
)
def test_popping_most_members_rebuilds(members: int, count: int, encoding: str) -> None:
    value = a_set(*INTEGERS[:members])
    popped = value.pop_many(Random(5), count, LIMITS)
    assert (len(popped), value.encoding) == (count, encoding)
    assert sorted([*popped, *value.members()]) == sorted(INTEGERS[:members])
    assert set(value.scan(0, 1000)[1]) == set(value.members())


def test_scan_of_a_table_survives_changes() -> None:
    value = a_set(*INTEGERS)
    cursor, seen = value.scan(0, 100)
    for member in INTEGERS[:50]:
        value.remove(member)
    value.add(b"new", LIMITS)
    while cursor:
        cursor, page = value.scan(cursor, 100)
        seen += page
    assert set(INTEGERS[50:]) <= set(seen)


def test_copy_is_independent() -> None:
    value = a_set(b"2", b"1", b"x")
    twin = value.copy()
    value.remove(b"x")
    assert (twin.members(), twin.encoding) == ([b"1", b"2", b"x"], "listpack")


MEMBERS = st.one_of(
    st.integers(-5, 30).map(lambda number: b"%d" % number), st.sampled_from([b"a", b"b", b"long"])
)


@given(st.lists(st.tuples(st.sampled_from("aaarp"), MEMBERS)), st.integers(0, 2**32))
def test_like_a_model(steps: list[tuple[str, bytes]], seed: int) -> None:
    limits, random = Limits(), Random(seed)
    limits.set_max_intset_entries = 6
    limits.set_max_listpack_entries = 9
    limits.set_max_listpack_value = 3
    value, model = SetValue("intset"), set[bytes]()
    ranks = ["intset", "listpack", "hashtable"]
    rank = 0
    for step, member in steps:
        if step == "a":
            assert value.add(member, limits) == (member not in model)
            model.add(member)
        elif step == "r":
            assert value.remove(member) == (member in model)
            model.discard(member)
        elif model:
            model.remove(value.pop(random))
        assert set(value) == set(value.members()) == model
        assert len(value) == len(model)
        assert set(value.scan(0, 100)[1]) == model
        assert (member in value) == (member in model)
        assert ranks.index(value.encoding) >= rank
        rank = ranks.index(value.encoding)
        if value.encoding == "intset":
            assert value.members() == [b"%d" % number for number in sorted(map(int, model))]
