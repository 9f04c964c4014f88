"""Streams as RDB objects: nodes as listpacks, counters, groups with all that is pending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.rdb import packed, writer
from refimpl.datatypes.stream import GREATEST_ID, Node, StreamValue, parts_after
from refimpl.datatypes.stream_group import Delivery, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.datatypes.limits import Limits
    from refimpl.datatypes.rdb.reader import Reader

STREAM_1: Final = 15
"""What servers before 7.0 wrote: no counters but the length."""
STREAM_2: Final = 19
"""7.0: counters and how much groups have read."""
STREAM_3: Final = 21
"""7.2: when consumers were active."""

_DELETED, _SAME_FIELDS = 1, 2
_ID_BYTES = 16
_HALF = (1 << 64) - 1
_UNKNOWN = _HALF
"""How much a group has read when nobody can tell: minus one in 64 bits."""


# Writing


def serialize(value: StreamValue) -> bytes:
    """The object of a stream, its type included."""
    nodes = [value.nodes[master] for master in value.nodes]
    parts = [bytes((STREAM_3,)), writer.length(len(nodes))]
    for node in nodes:
        parts.append(writer.string(_raw_id(node.master)))
        parts.append(writer.string(packed.listpack(elements_of(node))))
    parts.append(writer.length(value.length))
    parts += map(_id, (value.last_id, value.first_id, value.max_deleted_id))
    parts.append(writer.length(value.entries_added))
    parts.append(writer.length(len(value.groups)))
    parts += [_group(name, group) for name, group in value.sorted_groups()]
    return b"".join(parts)


def _raw_id(number: int) -> bytes:
    return number.to_bytes(_ID_BYTES, "big")


def _id(number: int) -> bytes:
    return writer.length(number >> 64) + writer.length(number & _HALF)


def _time(milliseconds: int) -> bytes:
    return (milliseconds & _HALF).to_bytes(8, "little")


def elements_of(node: Node) -> list[bytes]:
    """The elements of a node's listpack: the fields of the first entry, then entry by entry."""
    elements = [b"%d" % len(node), b"%d" % len(node.tombstones), b"%d" % len(node.fields)]
    elements += [*node.fields, b"0"]
    for number, names, values, flags in _with_tombstones(node):
        same = names == node.fields
        words: list[bytes] = list(values)
        if not same:
            pairs = zip(names, values, strict=True)
            words = [b"%d" % len(names), *(part for pair in pairs for part in pair)]
        elements.append(b"%d" % (flags | (_SAME_FIELDS if same else 0)))
        elements += [b"%d" % part for part in parts_after(node.master, number)]
        elements += [*words, b"%d" % (len(words) + 3)]
    return elements


_Stored = tuple[int, tuple[bytes, ...], tuple[bytes, ...], int]


def _with_tombstones(node: Node) -> Iterator[_Stored]:
    """All entries in their order: ID, fields, values, flags."""
    buried = {tombstone.place: tombstone for tombstone in node.tombstones}
    living = iter(range(len(node)))
    for place in range(len(node) + len(buried)):
        if place in buried:
            _, number, names, values = buried[place]
            yield number, names, values, _DELETED
        else:
            index = next(living)
            yield node.ids[index], node.names(index), node.values[index], 0


def _group(name: bytes, group: Group) -> bytes:
    read = _UNKNOWN if group.entries_read is None else group.entries_read
    parts = [writer.string(name), _id(group.last_id), writer.length(read)]
    parts.append(writer.length(len(group.pending)))
    for number in group.pending:
        delivery = group.pending[number]
        parts += (_raw_id(number), _time(delivery.time), writer.length(delivery.count))
    parts.append(writer.length(len(group.consumers)))
    for consumer in group.sorted_consumers():
        parts += (writer.string(consumer.name), _time(consumer.seen), _time(consumer.active))
        parts.append(writer.length(len(consumer.pending)))
        parts += map(_raw_id, consumer.pending)
    return b"".join(parts)


# Reading


def read_first_form(reader: Reader, limits: Limits) -> StreamValue:
    """A stream as servers before 7.0 wrote it."""
    return _read(reader, STREAM_1)


def read_second_form(reader: Reader, limits: Limits) -> StreamValue:
    """A stream as 7.0 wrote it."""
    return _read(reader, STREAM_2)


def read_third_form(reader: Reader, limits: Limits) -> StreamValue:
    """A stream as servers since 7.2 write it."""
    return _read(reader, STREAM_3)


def _read(reader: Reader, form: int) -> StreamValue:
    value = StreamValue()
    for _ in range(reader.length()):
        _read_node(reader, value)
    if reader.length() != value.length:
        raise ValueError("another number of entries than announced")
    value.last_id = _read_id(reader)
    value.find_first()
    if form == STREAM_1:
        value.entries_added = value.length
        if not value.length:
            value.first_id = GREATEST_ID  # what real servers make of it
    else:
        value.first_id = _read_id(reader)
        value.max_deleted_id = _read_id(reader)
        value.entries_added = reader.length()
    for _ in range(reader.length()):
        _read_group(reader, value, form)
    return value


def _read_id(reader: Reader) -> int:
    ms = reader.length()
    return ms << 64 | reader.length()


def _read_raw_id(reader: Reader) -> int:
    return int.from_bytes(reader.take(_ID_BYTES), "big")


def _read_node(reader: Reader, value: StreamValue) -> None:
    key = reader.string()
    if len(key) != _ID_BYTES:
        raise ValueError("no such ID")
    master = int.from_bytes(key, "big")
    if master in value.nodes:
        raise ValueError("a node twice")
    elements = iter(packed.read_listpack(reader.string()))
    try:
        count, deleted, fields = (int(next(elements)) for _ in range(3))
        node = Node(master, tuple(next(elements) for _ in range(fields)))
        next(elements)
        for flags in elements:
            _read_entry(node, int(flags), elements)
    except (StopIteration, RuntimeError) as end:  # a generator that meets the end raises the latter
        raise ValueError("a node that ends early") from end
    if (count, deleted) != (len(node), len(node.tombstones)):
        raise ValueError("other entries than announced")
    value.nodes.put(master, node)
    value.length += count


def _read_entry(node: Node, flags: int, elements: Iterator[bytes]) -> None:
    ms, seq = int(next(elements)), int(next(elements))
    master = node.master
    number = ((master >> 64) + ms & _HALF) << 64 | ((master & _HALF) + seq & _HALF)
    if flags & _SAME_FIELDS:
        names = node.fields
        values = tuple(next(elements) for _ in names)
    else:
        parts = [next(elements) for _ in range(2 * int(next(elements)))]
        names, values = tuple(parts[::2]), tuple(parts[1::2])
    next(elements)
    if len(node) and number <= node.ids[-1]:
        raise ValueError("IDs in the wrong order")
    node.append(number, names, values)
    if flags & _DELETED:
        node.remove(len(node) - 1)


def _read_group(reader: Reader, value: StreamValue, form: int) -> None:
    name = reader.string()
    if name in value.groups:
        raise ValueError("a group twice")
    last_id = _read_id(reader)
    if form == STREAM_1:
        read = value.entries_up_to(last_id)
    else:
        count = reader.length()
        read = None if count == _UNKNOWN else count
    group = Group(last_id, read)
    value.add_group(name, group)
    waiting = {}
    for _ in range(reader.length()):
        number = _read_raw_id(reader)
        time = reader.milliseconds()
        if number in waiting:
            raise ValueError("pending twice")
        waiting[number] = time, reader.length()
    for _ in range(reader.length()):
        name, seen = reader.string(), reader.milliseconds()
        if name in group.consumers:
            raise ValueError("a consumer twice")
        consumer = group.add_consumer(name, seen)
        consumer.active = seen
        if form == STREAM_3:
            active = reader.milliseconds()
            consumer.active = -1 if active == _UNKNOWN else active
        for _ in range(reader.length()):
            number = _read_raw_id(reader)
            time, count = waiting.pop(number)
            group.add_delivery(number, Delivery(consumer, time, count))
    if waiting:
        raise ValueError("pending with nobody")
