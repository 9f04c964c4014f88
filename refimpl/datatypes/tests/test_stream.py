"""Streams: nodes and what they weigh, IDs, trimming, what groups know, serialized forms."""

from __future__ import annotations

from random import Random

import pytest

from refimpl.build import COMPILED
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.rdb import packed, streams
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.stream import GREATEST_ID, Node, StreamValue, id_text
from refimpl.datatypes.stream_group import Group
from refimpl.datatypes.stream_trim import References, Trim, default_limit


def limits(entries: int = 100, size: int = 4096) -> Limits:
    made = Limits()
    made.stream_node_max_entries, made.stream_node_max_bytes = entries, size
    return made


def number(ms: int, seq: int = 0) -> int:
    return ms << 64 | seq


def a_stream(*ms: int, entries: int = 100) -> StreamValue:
    value = StreamValue()
    for each in ms:
        value.append(number(each), [(b"f", b"%d" % each)], limits(entries))
    return value


def times(value: StreamValue) -> list[int]:
    return [each >> 64 for each, _ in value.entries()]


def trim(value: StreamValue, **kind: object) -> int:
    wish = {"maxlen": None, "minid": None, "approximate": False, "limit": 0}
    return Trim(**{**wish, "references": References.KEEP, **kind}).apply(value)  # type: ignore[arg-type]


def test_ids_as_text() -> None:
    assert id_text(number(5, 3)) == b"5-3"
    assert id_text(GREATEST_ID) == b"18446744073709551615-18446744073709551615"


def test_the_next_id_never_goes_back() -> None:
    value = a_stream(10)
    assert value.next_id(20) == number(20)
    assert value.next_id(10) == number(10, 1)
    assert value.next_id(5) == number(10, 1)
    assert value.given_id(10, None) == number(10, 1)
    assert value.given_id(11, None) == number(11)
    assert value.given_id(9, None) == 0
    value.last_id = number(10, (1 << 64) - 1)
    assert value.given_id(10, None) == 0
    assert value.next_id(5) == number(11)


def test_entries_between_ids() -> None:
    value = a_stream(1, 3, 5, 7, entries=2)
    assert times(value) == [1, 3, 5, 7]
    assert [each >> 64 for each, _ in value.entries(number(2), number(5))] == [3, 5]
    assert [each >> 64 for each, _ in value.entries_down(number(6), number(3))] == [5, 3]
    assert value.get(number(5)) == (b"f", b"5")
    assert value.get(number(4)) is None
    assert value.remove(number(5))
    assert not value.remove(number(5))
    assert number(5) not in value
    assert value.get(number(7)) == (b"f", b"7")


def test_fields_of_their_own() -> None:
    value = StreamValue()
    value.append(number(1), [(b"a", b"1"), (b"b", b"2")], limits())
    value.append(number(2), [(b"b", b"1"), (b"a", b"2")], limits())
    value.append(number(3), [(b"a", b"3"), (b"b", b"4")], limits())
    assert [flat for _, flat in value.entries()] == [
        (b"a", b"1", b"b", b"2"),
        (b"b", b"1", b"a", b"2"),
        (b"a", b"3", b"b", b"4"),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_a_node_weighs_what_its_listpack_does(seed: int) -> None:
    random = Random(seed)
    value = StreamValue()
    for ms in range(1, 200):
        fields = [
            (random.choice((b"a", b"b", b"12")), random.choice((b"", b"7", b"-300", b"x" * 200)))
            for _ in range(random.randint(1, 3))
        ]
        value.append(number(ms * 100, random.randint(0, 9)), fields, limits(0, 0))
        if random.random() < 0.4:
            value.remove(random.choice([each for each, _ in value.entries()]))
    for master in value.nodes:
        node = value.nodes[master]
        assert node.size == len(packed.listpack(streams.elements_of(node)))


def test_the_radix_tree_has_a_node_for_each_fork() -> None:
    assert StreamValue().tree_nodes() == 1
    assert a_stream(1, entries=1).tree_nodes() == 2
    # Two times that differ in their last byte: a shared run, the fork, a run and a leaf for each.
    assert a_stream(1, 2, entries=1).tree_nodes() == 6
    assert a_stream(1, 2, 3, entries=1).tree_nodes() == 8
    # 1 and 2 fork below where 256 forks off; no byte is left over between the two forks.
    assert a_stream(1, 2, 256, entries=1).tree_nodes() == 9


def test_the_tree_does_not_depend_on_the_way_to_it() -> None:
    ids = list(range(1, 700, 3))
    straight = a_stream(*ids, entries=1)
    detour = a_stream(*range(1, 700), entries=1)
    for ms in range(1, 700):
        if ms not in ids:
            detour.remove(number(ms))
    assert straight.tree_nodes() == detour.tree_nodes()


def test_trimming_takes_whole_nodes_or_single_entries() -> None:
    value = a_stream(*range(1, 11), entries=4)
    assert trim(value, maxlen=5, approximate=True) == 4
    assert trim(value, maxlen=5) == 1
    assert times(value) == [6, 7, 8, 9, 10]
    assert value.first_id == number(6)
    assert trim(value, minid=number(9), approximate=True) == 3
    assert trim(value, minid=number(10)) == 1
    assert trim(value, maxlen=0) == 1
    assert (value.first_id, value.length, len(value.nodes)) == (0, 0, 0)
    assert value.max_deleted_id == 0


def test_trimming_stops_at_its_limit() -> None:
    value = a_stream(*range(1, 11), entries=4)
    assert trim(value, maxlen=0, approximate=True, limit=7) == 4
    assert trim(value, maxlen=0, approximate=True, limit=3) == 0
    assert [default_limit(limits(entries)) for entries in (1, 100, 0, 1 << 30)] == [
        100,
        10_000,
        10_000,
        1_000_000,
    ]


def test_trimming_minds_references() -> None:
    value = a_stream(1, 2, 3, 4)
    group = Group(number(3), None)
    value.add_group(b"g", group)
    consumer = group.add_consumer(b"c", 0)
    group.deliver(number(2), consumer, 0)
    assert trim(value, maxlen=0, references=References.RESPECT) == 2
    assert times(value) == [2, 4]
    assert trim(value, maxlen=0, references=References.DELETE) == 2
    assert len(group.pending) == len(consumer.pending) == 0


def test_a_delivery_changes_hands() -> None:
    group = Group(0, None)
    one, other = group.add_consumer(b"a", 1), group.add_consumer(b"b", 1)
    group.deliver(number(1), one, 5)
    group.pending[number(1)].count = 7
    group.deliver(number(1), other, 6)
    delivery = group.pending[number(1)]
    assert (delivery.consumer, delivery.time, delivery.count) == (other, 6, 1)
    assert (list(one.pending), list(other.pending)) == ([], [number(1)])
    assert group.remove_consumer(b"b") == 1
    assert group.remove_consumer(b"b") is None
    assert not group.acknowledge(number(1))


def test_how_much_has_been_read_is_known_only_without_gaps() -> None:
    value = a_stream(1, 2, 3)
    assert [value.entries_up_to(number(ms)) for ms in (0, 1, 2, 3, 4)] == [0, 1, None, 3, None]
    value.remove(number(2))
    assert [value.entries_up_to(number(ms)) for ms in (1, 3)] == [None, 3]
    assert value.lag(Group(number(3), None)) == 0
    assert value.lag(Group(number(1), 1)) is None
    assert value.lag(Group(0, 0)) is None
    value.remove(number(1))
    assert value.lag(Group(0, 0)) == 1


def test_a_copy_is_independent() -> None:
    value = a_stream(1, 2, 3, entries=2)
    group = Group(number(2), 2)
    value.add_group(b"g", group)
    group.deliver(number(1), group.add_consumer(b"c", 4), 5)
    twin = value.copy()
    assert streams.serialize(twin) == streams.serialize(value)
    twin.remove(number(1))
    twin.groups[b"g"].acknowledge(number(1))
    twin.append(number(9), [(b"x", b"y")], limits())
    assert times(value) == [1, 2, 3]
    assert list(group.pending) == [number(1)]


def read(data: bytes) -> StreamValue:
    assert data[0] == streams.STREAM_3
    return streams.read_third_form(Reader(data, 1), limits())


@pytest.mark.parametrize("seed", range(4))
def test_read_as_written(seed: int) -> None:
    random = Random(seed)
    value = StreamValue()
    made = limits(random.choice((0, 1, 5)), random.choice((0, 90)))
    group = Group(number(5), None)
    value.add_group(b"g", group)
    consumers = [group.add_consumer(name, 1_700_000_000_000) for name in (b"c", b"d", b"")]
    for ms in range(1, 60):
        value.append(number(ms), [(random.choice((b"f", b"g")), b"%d" % ms)], made)
        if random.random() < 0.3:
            value.remove(number(random.randint(1, ms)))
        if random.random() < 0.5:
            group.deliver(number(ms), random.choice(consumers), ms)
    trim(value, maxlen=random.choice((30, 0)), approximate=True)
    data = streams.serialize(value)
    again = read(data)
    assert streams.serialize(again) == data
    assert list(again.entries()) == list(value.entries())
    assert again.groups[b"g"].consumers[b"c"].active == -1


def test_damage_is_noticed() -> None:
    value = a_stream(1, 2, 3)
    group = Group(number(2), 2)
    value.add_group(b"g", group)
    group.deliver(number(1), group.add_consumer(b"c", 4), 5)
    data = streams.serialize(value)
    for cut in range(1, len(data)):
        with pytest.raises((ValueError, IndexError)):
            read(data[:cut])


@pytest.mark.skipif(COMPILED, reason="a compiled class can't be patched")
def test_trimming_by_id_looks_no_further_than_the_id(monkeypatch: pytest.MonkeyPatch) -> None:
    value = StreamValue()
    for ms in range(1, 1001):
        value.append(number(ms), ((b"f", b"v"),), Limits())
    looked: list[int] = []
    thin = Trim._thin

    def noting(self: Trim, stream: StreamValue, node: Node) -> int:
        looked.append(node.master)
        return thin(self, stream, node)

    monkeypatch.setattr(Trim, "_thin", noting)
    trim = Trim(None, number(3), approximate=False, limit=0, references=References.KEEP)
    assert trim.apply(value) == 2
    assert looked == [number(1)]
    assert trim.apply(value) == 0
    assert looked == [number(1)]
