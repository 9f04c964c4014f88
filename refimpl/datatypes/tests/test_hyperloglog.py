"""HyperLogLog: the bytes of either encoding, estimates, and strings that are none."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes import hyperloglog as hll

elements = st.lists(st.integers(0, 400).map(lambda number: b"%d" % number), max_size=200)
HEADER = b"HYLL\x01" + bytes(10) + b"\x80"


def made_of(added: list[bytes], sparse_max: int) -> bytearray:
    value = hll.create()
    for element in added:
        hll.add(value, element, sparse_max)
    return value


def test_murmur64() -> None:
    # By the places that a real server puts these elements in.
    assert hll.murmur64(b"") & hll.REGISTERS - 1 == 5938
    assert hll.murmur64(b"a") & hll.REGISTERS - 1 == 12711
    assert hll.murmur64(b"12345678") == hll.murmur64(b"12345678")
    assert hll.murmur64(b"12345678") != hll.murmur64(b"123456789")


def test_bytes_of_a_sparse_one() -> None:
    value = made_of([b"a"], 3000)
    assert value[hll.HEADER_SIZE :] == b"\x71\xa6\x84\x4e\x57"
    for element in (b"b", b"c", b"d"):
        hll.add(value, element, 3000)
    assert value[hll.HEADER_SIZE :] == b"\\{\x80Dv\x80P\xb1\x84K\xfb\x80BZ"


@given(elements)
def test_both_encodings_hold_the_same(added: list[bytes]) -> None:
    sparse, dense = made_of(added, 3000), made_of(added, 0)
    assert not hll.is_dense(sparse)
    assert hll.is_dense(dense) or not added
    counts = hll.registers(sparse)
    assert hll.histogram(sparse) == hll.histogram(dense) == hll.tally(counts)
    assert counts == hll.registers(dense)
    hll.to_dense(sparse)
    assert len(sparse) == hll.DENSE_SIZE
    assert hll.registers(sparse) == counts


@given(elements, elements)
def test_adding_again_changes_nothing(added: list[bytes], more: list[bytes]) -> None:
    value = made_of(added + more, 3000)
    before = bytes(value)
    raised = [hll.add(value, element, 3000) for element in added]
    assert not any(raised)
    assert value == before


@given(elements, elements)
def test_raising_all_registers_is_adding_all(added: list[bytes], more: list[bytes]) -> None:
    value = made_of(added, 3000)
    hll.raise_registers(value, hll.registers(made_of(more, 3000)), 3000)
    assert hll.registers(value) == hll.registers(made_of(added + more, 0))


def test_the_highest_of_each() -> None:
    random = Random(1)
    one, other = (bytes(random.choices(range(64), k=hll.REGISTERS)) for _ in range(2))
    assert hll.highest(one, other) == bytes(map(max, one, other))


def test_becomes_dense_when_it_would_get_too_long() -> None:
    value = hll.create()
    number = 0
    while not hll.is_dense(value):
        size = len(value)
        hll.add(value, b"%d" % number, 300)
        number += 1
    assert 290 <= size <= 300


@pytest.mark.parametrize("count", [1, 100, 10_000, 100_000])
def test_estimates(count: int) -> None:
    value = hll.create()
    hll.to_dense(value)
    for number in range(count):
        hll.add(value, b"%d" % number, 0)
    assert hll.estimate(hll.histogram(value)) == pytest.approx(count, rel=0.02)


def test_estimates_of_what_is_empty_and_full() -> None:
    assert hll.estimate(hll.tally(bytes(hll.REGISTERS))) == 0
    assert hll.estimate(hll.tally(b"\x02" * hll.REGISTERS)) == 47274


def test_the_last_estimate() -> None:
    value = hll.create()
    assert hll.last_estimate(value) == 0
    hll.keep_estimate(value, 300)
    assert value[8:16] == b"\x2c\x01" + bytes(6)
    assert hll.last_estimate(value) == 300
    hll.drop_estimate(value)
    assert hll.last_estimate(value) is None


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        (HEADER, True),
        (HEADER[:-1], False),
        (b"HYLM" + HEADER[4:], False),
        (b"HYLL\x02" + HEADER[5:], False),
        (b"HYLL\x00" + HEADER[5:], False),
        (b"HYLL" + bytes(hll.DENSE_SIZE - 4), True),
    ],
)
def test_validity(value: bytes, valid: bool) -> None:
    assert hll.is_valid(value) is valid


@pytest.mark.parametrize("runs", [b"", b"\x40\xff", b"\x7f\xff\x00", b"\x7f\xff" * 1000, b"\x40"])
def test_runs_that_are_not_all_registers(runs: bytes) -> None:
    with pytest.raises(hll.Corrupted):
        hll.registers(HEADER + runs)
    with pytest.raises(hll.Corrupted):
        hll.histogram(HEADER + runs)
    with pytest.raises(hll.Corrupted):
        hll.to_dense(bytearray(HEADER + runs))


@given(st.lists(st.integers(0, 2000), min_size=50, max_size=400), st.sampled_from((300, 3000)))
def test_what_is_known_of_the_runs_follows_their_changes(added: list[int], most: int) -> None:
    """A copy is looked at for the first time, so that nothing is known of it."""
    value = hll.create()
    for number in added:
        copy = bytearray(value)
        element = b"%d" % number
        assert hll.add(value, element, most) == hll.add(copy, element, most)
        assert value == copy


@given(st.binary(min_size=1, max_size=30), st.lists(st.integers(0, 99), min_size=2, max_size=9))
def test_corrupted_ones_stay_as_they_are_read_the_first_time(runs: bytes, added: list[int]) -> None:
    value = bytearray(HEADER + runs)
    for number in added:
        copy = bytearray(value)
        outcomes: list[bool | None] = []
        for each in (value, copy):
            try:
                outcomes.append(hll.add(each, b"%d" % number, 3000))
            except hll.Corrupted:
                outcomes.append(None)
        assert value == copy
        assert outcomes[0] == outcomes[1]


def test_description() -> None:
    assert hll.describe(HEADER + b"\x83\x3f\x40\x00\xff\x40") == b"v:1,4 z:64 Z:1 v:32,4 Z:1"


def test_self_test() -> None:
    assert hll.self_test() is None
