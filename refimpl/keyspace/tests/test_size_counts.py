"""Counts of sizes stay true whatever happens to the keys."""

from __future__ import annotations

from random import Random

from refimpl.datatypes.limits import Limits
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.string import EmbeddedString
from refimpl.keyspace.size_counts import SizeCounts

LIMITS = Limits()


def test_every_kind_by_powers_of_two() -> None:
    values: dict[bytes, object] = {
        b"s": b"",
        b"t": bytearray(b"xyz"),
        b"u": EmbeddedString(b"12"),
        b"l": ListValue.of([b"a", b"b", b"c", b"d"], LIMITS),
        b"x": StreamValue(),
    }
    assert SizeCounts(values).by_kind(values) == [
        ("strings_sizes", {0: 1, 2: 2}),
        ("lists_items", {3: 1}),
    ]


def test_what_was_set_aside_is_counted_as_it_is_then() -> None:
    values: dict[bytes, object] = {b"k": b"one", b"gone": b"longer"}
    counts = SizeCounts(values)
    for key in (b"k", b"new", b"k", b"gone", b"nothing"):
        counts.set_aside(key, values)
    values[b"k"] = b"much longer"
    values[b"new"] = b""
    del values[b"gone"]
    assert counts.by_kind(values) == [("strings_sizes", {0: 1, 4: 1})]
    assert counts.by_kind(values) == SizeCounts(values).by_kind(values)


def test_many_changes_agree_with_a_count_from_nothing() -> None:
    random = Random(1)
    values: dict[bytes, object] = {}
    counts = SizeCounts(values)
    for _ in range(20_000):
        key = b"%d" % random.randrange(3_000)
        counts.set_aside(key, values)
        if random.random() < 0.3:
            values.pop(key, None)
        else:
            values[key] = bytes(random.randrange(40))
    assert counts.by_kind(values) == SizeCounts(values).by_kind(values)


def test_a_value_may_change_some_time_after_it_was_taken() -> None:
    """A command that takes many keys goes on with one of the first."""
    values: dict[bytes, object] = {b"k": bytearray(b"x")}
    counts = SizeCounts(values)
    counts.set_aside(b"k", values)
    for number in range(1_000):
        counts.set_aside(b"%d" % number, values)
    values[b"k"] = bytearray(b"longer")
    assert counts.by_kind(values) == [("strings_sizes", {3: 1})]
