"""Slots: random picks, and the promise of the cursor."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.slots import Slots

KEYS = [b"%d" % number for number in range(20)]


def test_walk_without_changes_returns_each_key_once() -> None:
    slots = Slots(KEYS)
    cursor, found = slots.scan(0, 7)
    while cursor:
        cursor, more = slots.scan(cursor, 7)
        found += more
    assert sorted(found) == sorted(KEYS)


def test_scan_of_nothing_ends_at_once() -> None:
    assert Slots([]).scan(0, 10) == (0, [])


def test_foreign_cursor_is_harmless() -> None:
    slots = Slots(KEYS)
    assert slots.scan(2**64 - 1, 100) == (0, KEYS[::-1])


def test_random_reaches_every_key() -> None:
    slots, random = Slots(KEYS), Random(1)
    assert {slots.random(random) for _ in range(1000)} == set(KEYS)


def test_random_of_nothing() -> None:
    with pytest.raises(IndexError):
        Slots([]).random(Random(1))


def test_sample_is_distinct_and_capped() -> None:
    slots, random = Slots(KEYS), Random(1)
    assert len(set(slots.sample(random, 5))) == 5
    assert sorted(slots.sample(random, 99)) == sorted(KEYS)


def test_clear() -> None:
    slots = Slots(KEYS)
    slots.clear()
    assert len(slots) == 0
    assert slots.scan(0, 10) == (0, [])


@given(
    st.sets(st.sampled_from(KEYS)),
    st.lists(st.tuples(st.integers(1, 6), st.lists(st.sampled_from(KEYS)))),
)
def test_keys_present_throughout_are_returned(
    start: set[bytes], rounds: list[tuple[int, list[bytes]]]
) -> None:
    """Between the calls of a walk, keys are toggled at will."""
    present, throughout = set(start), set(start)
    slots = Slots(sorted(start))
    cursor, found = slots.scan(0, 1)
    for count, toggled in rounds:
        if cursor == 0:
            break
        for key in toggled:
            if key in present:
                present.remove(key)
                throughout.discard(key)
                slots.remove(key)
            else:
                present.add(key)
                slots.add(key)
        cursor, more = slots.scan(cursor, count)
        found += more
    if cursor:
        found += slots.scan(cursor, 1000)[1]
    assert throughout <= set(found)
    assert len(slots) == len(present)
    assert sorted(slots.scan(0, 1000)[1]) == sorted(present)


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 5))), st.randoms())
def test_picks_are_of_what_is_there(changes: list[tuple[bytes, int]], random: Random) -> None:
    """Whatever has gone, random picks give keys that are there, and all of them when asked."""
    present = set(KEYS)
    slots = Slots(KEYS)
    for key, picks in changes:
        if key in present:
            present.remove(key)
            slots.remove(key)
        else:
            present.add(key)
            slots.add(key)
        for _ in range(picks if present else 0):
            assert slots.random(random) in present
        sampled = slots.sample(random, picks)
        assert len(set(sampled)) == len(sampled) == min(picks, len(present))
        assert set(sampled) <= present
    assert sorted(slots.sample(random, 99)) == sorted(present)
