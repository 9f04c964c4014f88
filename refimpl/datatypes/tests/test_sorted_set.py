"""Sorted sets: order, ranges and encodings, small and long."""

from __future__ import annotations

from math import copysign, inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from refimpl.datatypes.bounds import FIRST, LAST, LexBound, ScoreBound
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.sorted_set import FLAT_LIMIT, Entry, SortedSetValue

LIMITS = Limits()
MANY = {b"m%d" % number: float(number) for number in range(FLAT_LIMIT + 1000)}


def of(*entries: tuple[bytes, float]) -> SortedSetValue:
    return SortedSetValue.of(dict(entries), LIMITS)


def members(value: SortedSetValue, span: tuple[int, int]) -> list[bytes]:
    return [member for _, member in value.entries(*span)]


def is_negative_zero(score: float | None) -> bool:
    return score == 0 and copysign(1, score) < 0


class TestEncoding:
    def test_stays_packed_to_the_limit(self) -> None:
        value = SortedSetValue(LIMITS)
        for number in range(128):
            value.add(b"%d" % number, number, LIMITS)
        assert value.encoding == "listpack"
        value.add(b"one more", 1, LIMITS)
        assert value.encoding == "skiplist"

    def test_long_member_and_no_way_back(self) -> None:
        value = SortedSetValue(LIMITS)
        value.add(b"x" * 64, 1, LIMITS)
        assert value.encoding == "listpack"
        value.add(b"x" * 65, 1, LIMITS)
        value.remove(b"x" * 65)
        assert value.encoding == "skiplist"

    def test_what_is_to_come_decides(self) -> None:
        assert SortedSetValue(LIMITS, 128, 64).encoding == "listpack"
        assert SortedSetValue(LIMITS, 129, 1).encoding == "skiplist"
        assert SortedSetValue(LIMITS, 1, 65).encoding == "skiplist"
        value = of((b"a", 1))
        value.expect(128, LIMITS)
        assert value.encoding == "listpack"
        value.expect(129, LIMITS)
        assert value.encoding == "skiplist"

    def test_made_whole(self) -> None:
        assert SortedSetValue.of({}, LIMITS).encoding == "listpack"
        assert (
            SortedSetValue.of(dict.fromkeys(list(MANY)[:128], 0.0), LIMITS).encoding == "listpack"
        )
        assert (
            SortedSetValue.of(dict.fromkeys(list(MANY)[:129], 0.0), LIMITS).encoding == "skiplist"
        )
        assert SortedSetValue.of({b"x" * 65: 0.0}, LIMITS).encoding == "skiplist"

    def test_no_listpack_at_all(self) -> None:
        limits = Limits()
        limits.zset_max_listpack_entries = 0
        assert SortedSetValue(limits, 1, 1).encoding == "skiplist"

    def test_copy_keeps_the_encoding_and_shares_nothing(self) -> None:
        value = of((b"a", 1), (b"x" * 65, 2))
        value.remove(b"x" * 65)
        twin = value.copy()
        twin.add(b"b", 0, LIMITS)
        assert twin.encoding == "skiplist"
        assert list(value) == [(1, b"a")]
        assert list(twin) == [(0, b"b"), (1, b"a")]

    def test_negative_zero_needs_a_skiplist(self) -> None:
        value = of((b"a", -0.0), (b"b", 1))
        assert not is_negative_zero(value.score(b"a"))
        value.move(b"b", 1, -0.0)
        assert not is_negative_zero(value.score(b"b"))
        value.add(b"x" * 65, -0.0, LIMITS)
        value.move(b"x" * 65, 0, 1)
        value.move(b"x" * 65, 1, -0.0)
        assert is_negative_zero(value.score(b"x" * 65))
        assert is_negative_zero(value.entries(2, 3)[0][0])


class TestRanges:
    def test_ties_are_in_order_of_bytes(self) -> None:
        value = of((b"b", 1), (b"\xff", 1), (b"", 1), (b"a\0", 1), (b"a", 1), (b"z", -inf))
        assert members(value, (0, 6)) == [b"z", b"", b"a", b"a\0", b"b", b"\xff"]

    @pytest.mark.parametrize(
        ("low", "low_open", "high", "high_open", "found"),
        [
            (1, False, 2, False, b"bc"),
            (1, True, 2, False, b"c"),
            (1, False, 2, True, b"b"),
            (1, True, 2, True, b""),
            (2, False, 1, False, b""),
            (1, True, 1, False, b""),
            (-inf, False, inf, False, b"abcd"),
            (-inf, True, inf, True, b"bc"),
            (inf, True, inf, False, b""),
            (inf, False, inf, False, b"d"),
            (-inf, False, -inf, False, b"a"),
            (3, False, 9, False, b""),
            (-0.0, False, 1, False, b"b"),
        ],
    )
    def test_by_score(
        self, low: float, low_open: bool, high: float, high_open: bool, found: bytes
    ) -> None:
        value = of((b"a", -inf), (b"b", 1), (b"c", 2), (b"d", inf))
        span = value.score_span(ScoreBound(low, low_open), ScoreBound(high, high_open))
        assert b"".join(members(value, span)) == found

    @pytest.mark.parametrize("reverse", [False, True])
    @pytest.mark.parametrize(
        ("low", "high", "found"),
        [
            (FIRST, LAST, b"abcd"),
            (LAST, FIRST, b""),
            (FIRST, FIRST, b""),
            (LAST, LAST, b""),
            (LexBound(0, b"b", False), LexBound(0, b"c", False), b"bc"),
            (LexBound(0, b"b", True), LexBound(0, b"c", False), b"c"),
            (LexBound(0, b"b", False), LexBound(0, b"c", True), b"b"),
            (LexBound(0, b"b", True), LexBound(0, b"c", True), b""),
            (LexBound(0, b"b", False), LexBound(0, b"b", False), b"b"),
            (LexBound(0, b"b", True), LexBound(0, b"b", False), b""),
            (LexBound(0, b"c", False), LexBound(0, b"b", False), b""),
            (LexBound(0, b"", False), LexBound(0, b"aa", True), b"a"),
            (LexBound(0, b"x", False), LAST, b""),
            (FIRST, LexBound(0, b"", False), b""),
        ],
    )
    def test_by_member(self, low: LexBound, high: LexBound, found: bytes, reverse: bool) -> None:
        value = of((b"a", 5), (b"b", 5), (b"c", 5), (b"d", 5))
        assert b"".join(members(value, value.lex_span(low, high, reverse))) == found

    def test_by_member_with_mixed_scores_is_a_walk(self) -> None:
        value = of((b"c", 1), (b"a", 2), (b"d", 3), (b"b", 4))
        b_up, c_down = LexBound(0, b"b", False), LexBound(0, b"c", False)
        assert members(value, value.lex_span(b_up, LAST)) == [b"c", b"a", b"d", b"b"]
        assert members(value, value.lex_span(LexBound(0, b"d", False), LAST)) == []
        assert members(value, value.lex_span(FIRST, c_down)) == [b"c", b"a"]
        assert members(value, value.lex_span(FIRST, c_down, reverse=True)) == [
            b"c",
            b"a",
            b"d",
            b"b",
        ]
        assert members(value, value.lex_span(b_up, c_down, reverse=True)) == [b"d", b"b"]

    def test_by_member_of_nothing(self) -> None:
        assert SortedSetValue(LIMITS).lex_span(FIRST, LAST) == (0, 0)


class TestLong:
    def test_order_outlives_the_flat_list(self) -> None:
        value = SortedSetValue(LIMITS)
        for member, score in MANY.items():
            value.add(member, -score, LIMITS)
        assert value.rank(b"m0") == len(MANY) - 1
        assert value.entries(0, 1) == [(-float(len(MANY) - 1), b"m%d" % (len(MANY) - 1))]
        value.move(b"m0", 0, -inf)
        assert value.rank(b"m0") == 0
        assert value.cut(0, 2) == [(-inf, b"m0"), (-float(len(MANY) - 1), b"m%d" % (len(MANY) - 1))]
        assert value.remove(b"m7")
        assert value.score_span(ScoreBound(-9, False), ScoreBound(-5, True)) == (
            len(value) - 8,
            len(value) - 5,
        )
        assert len(value.copy()) == len(MANY) - 3

    def test_by_member(self) -> None:
        value = SortedSetValue.of(dict.fromkeys(MANY, 1.0), LIMITS)
        ordered = sorted(MANY)
        low, high = LexBound(0, b"m2", True), LexBound(0, b"m3", False)
        span = value.lex_span(low, high)
        assert members(value, span) == [name for name in ordered if b"m2" < name <= b"m3"]


class TestRandomAndScan:
    def test_random(self) -> None:
        value, random = of((b"a", 1), (b"b", 2), (b"c", 3)), Random(3)
        assert {value.random_entry(random)[1] for _ in range(100)} == {b"a", b"b", b"c"}
        assert sorted(value.random_entries(random, 9)) == list(value)
        assert len(set(value.random_entries(random, 2))) == 2

    def test_listpack_is_scanned_whole(self) -> None:
        value = of((b"a", 2), (b"b", 1))
        assert value.scan(0, 1) == (0, [(1, b"b"), (2, b"a")])

    def test_walk_survives_changes(self) -> None:
        value = SortedSetValue.of(MANY, LIMITS)
        cursor, found = value.scan(0, 100)
        value.add(b"new", 1, LIMITS)
        value.remove(b"m0")
        value.cut(0, 10)
        while cursor:
            cursor, more = value.scan(cursor, 100)
            found += more
        assert {member for _, member in found} >= set(list(MANY)[11:])
        assert len(found) <= len(MANY) + 1


NAMES = st.sampled_from([b"", b"a", b"b", b"c", b"d", b"e\xff", b"x" * 65])
SCORES = st.sampled_from([-inf, -1.5, 0.0, -0.0, 1.0, 2.0, 1e17, inf])


class AgainstSortedDict(RuleBasedStateMachine):
    """The value against a dict that is sorted anew for every question."""

    def __init__(self) -> None:
        super().__init__()
        self.value = SortedSetValue(LIMITS)
        self.model: dict[bytes, float] = {}

    def order(self) -> list[Entry]:
        return sorted((score, member) for member, score in self.model.items())

    @rule(member=NAMES, score=SCORES)
    def put(self, member: bytes, score: float) -> None:
        old = self.value.score(member)
        assert old == self.model.get(member)
        if old is None:
            self.value.add(member, score, LIMITS)
        else:
            self.value.move(member, old, score)
        self.model[member] = score

    @rule(member=NAMES)
    def remove(self, member: bytes) -> None:
        assert self.value.remove(member) == (self.model.pop(member, None) is not None)

    @rule(start=st.integers(0, 3), stop=st.integers(0, 5))
    def cut(self, start: int, stop: int) -> None:
        gone = self.order()[start:stop]
        assert self.value.cut(start, stop) == gone
        for _, member in gone:
            del self.model[member]

    @precondition(lambda self: len(self.model) == 0)
    @rule()
    def scan_once(self) -> None:
        assert self.value.scan(0, 10) == (0, [])

    @rule(low=SCORES, low_open=st.booleans(), high=SCORES, high_open=st.booleans())
    def by_score(self, low: float, low_open: bool, high: float, high_open: bool) -> None:
        span = self.value.score_span(ScoreBound(low, low_open), ScoreBound(high, high_open))
        assert self.value.entries(*span) == [
            entry
            for entry in self.order()
            if low <= entry[0] <= high
            and not (low_open and entry[0] == low)
            and not (high_open and entry[0] == high)
        ]

    @invariant()
    def same(self) -> None:
        order = self.order()
        assert list(self.value) == order
        assert len(self.value) == len(order)
        for rank, (score, member) in enumerate(order):
            assert self.value.rank(member) == rank
            assert self.value.score(member) == score
        assert sorted(self.value.scan(0, 100)[1]) == order


AgainstSortedDict.TestCase.settings = settings(max_examples=50, stateful_step_count=20)
TestAgainstSortedDict = AgainstSortedDict.TestCase


@given(st.sets(NAMES), NAMES, st.booleans(), NAMES, st.booleans(), st.booleans())
def test_members_between(
    names: set[bytes], low: bytes, low_open: bool, high: bytes, high_open: bool, reverse: bool
) -> None:
    value = SortedSetValue.of(dict.fromkeys(names, 7.0), LIMITS)
    span = value.lex_span(LexBound(0, low, low_open), LexBound(0, high, high_open), reverse)
    assert members(value, span) == [
        name
        for name in sorted(names)
        if low <= name <= high
        and not (low_open and name == low)
        and not (high_open and name == high)
    ]
