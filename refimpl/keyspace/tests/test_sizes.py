"""Estimated sizes follow what is in the values."""

from __future__ import annotations

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.stream_group import Group
from refimpl.keyspace.sizes import value_size

LIMITS = Limits()


def stream(entries: int) -> StreamValue:
    value = StreamValue()
    for number in range(1, entries + 1):
        value.append(number << 64, [(b"field", b"v" * 20)], LIMITS)
    return value


def test_a_stream_grows_with_every_entry() -> None:
    value = StreamValue()
    before = value_size(value, 5)
    for number in range(1, 500):
        value.append(number << 64, [(b"field", b"value")], LIMITS)
        assert value_size(value, 5) > before
        before = value_size(value, 5)


def test_a_stream_of_ten_times_the_entries_is_about_ten_times_as_large() -> None:
    small, large = value_size(stream(1000), 5), value_size(stream(10_000), 5)
    assert 9 < large / small < 11


def test_what_is_pending_counts() -> None:
    value = stream(10)
    before = value_size(value)
    group = Group(0, 0)
    value.add_group(b"g", group)
    consumer = group.add_consumer(b"c", 0)
    empty = value_size(value)
    for number in range(10):
        group.deliver(number << 64, consumer, 0)
    assert before < empty < value_size(value)


def test_samples_are_the_first_elements() -> None:
    value = ListValue.of([b"x"] * 9 + [b"y" * 100_000], LIMITS)
    assert value_size(value, 5) < 2_000
    assert value_size(value, 10) == value_size(value, None) > 100_000


def test_of_a_hash_fields_and_values_count() -> None:
    value = HashValue()
    sizes = [value_size(value)]
    for field, content in ((b"f", b"v"), (b"g" * 1000, b"v"), (b"h", b"w" * 1000)):
        value.set(field, content, LIMITS)
        sizes.append(value_size(value, None))
    assert sizes == sorted(sizes)
    assert sizes[-1] > 2000
