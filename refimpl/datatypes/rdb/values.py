"""Values as RDB objects: a byte for type and encoding, then the contents."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.numbers import format_double, parse_double
from refimpl.datatypes.rdb import packed, streams, vector_set, writer
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.vector.vector_set import VectorSetValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from refimpl.datatypes.limits import Limits
    from refimpl.datatypes.rdb.reader import Reader

STRING: Final = 0
LIST: Final = 1
SET: Final = 2
SORTED_SET_TEXT: Final = 3
HASH: Final = 4
SORTED_SET: Final = 5
MODULE: Final = 7
LIST_ZIPLIST: Final = 10
SET_INTSET: Final = 11
SORTED_SET_ZIPLIST: Final = 12
HASH_ZIPLIST: Final = 13
QUICKLIST: Final = 14
HASH_LISTPACK: Final = 16
SORTED_SET_LISTPACK: Final = 17
QUICKLIST_2: Final = 18
SET_LISTPACK: Final = 20
HASH_DEADLINES: Final = 24
HASH_LISTPACK_DEADLINES: Final = 25

_PLAIN, _PACKED = 1, 2


class UnknownTypeError(TypeError):
    """A value that has no form in RDB data here."""


class EmptyContainerError(ValueError):
    """A container without members, which no key can hold. The data go on behind it."""


# Writing


def serialize(value: object) -> bytes:
    """The object of a value. Raises UnknownTypeError."""
    if isinstance(value, (bytes, bytearray)):
        return bytes((STRING,)) + writer.string(value)
    if isinstance(value, ListValue):
        return _list(value)
    if isinstance(value, SetValue):
        return _set(value)
    if isinstance(value, SortedSetValue):
        return _sorted_set(value)
    if isinstance(value, HashValue):
        return _hash(value)
    if isinstance(value, StreamValue):
        return streams.serialize(value)
    if isinstance(value, VectorSetValue):
        return bytes((MODULE,)) + vector_set.serialize(value)
    raise UnknownTypeError(type(value).__name__)


def _list(value: ListValue) -> bytes:
    parts = [bytes((QUICKLIST_2,))]
    nodes = value.nodes()
    parts.append(writer.length(len(nodes)))
    for plain, elements in nodes:
        parts.append(writer.length(_PLAIN if plain else _PACKED))
        parts.append(writer.string(elements[0] if plain else packed.listpack(elements)))
    return b"".join(parts)


def _set(value: SetValue) -> bytes:
    members = value.members()
    if value.encoding == "intset":
        return bytes((SET_INTSET,)) + writer.string(packed.intset(members))
    if value.encoding == "listpack":
        return bytes((SET_LISTPACK,)) + writer.string(packed.listpack(members))
    return bytes((SET,)) + writer.length(len(members)) + b"".join(map(writer.string, members))


def _sorted_set(value: SortedSetValue) -> bytes:
    if value.encoding == "listpack":
        flat = [part for score, member in value for part in (member, format_double(score))]
        return bytes((SORTED_SET_LISTPACK,)) + writer.string(packed.listpack(flat))
    # From the greatest on, so that a server that loads them always inserts in front.
    entries = [writer.string(member) + struct.pack("<d", score) for score, member in value]
    return bytes((SORTED_SET,)) + writer.length(len(entries)) + b"".join(reversed(entries))


def _hash(value: HashValue) -> bytes:
    entries = list(value.entries())
    if value.encoding == "listpack":
        flat = [part for field, content, _ in entries for part in (field, content)]
        return bytes((HASH_LISTPACK,)) + writer.string(packed.listpack(flat))
    soonest = min((due for _, _, due in entries if due is not None), default=0)
    since = soonest.to_bytes(8, "little")
    if value.encoding == "listpackex":
        flat = [
            part for field, content, due in entries for part in (field, content, b"%d" % (due or 0))
        ]
        return bytes((HASH_LISTPACK_DEADLINES,)) + since + writer.string(packed.listpack(flat))
    count = writer.length(len(entries))
    if not value.expires:
        pairs = [writer.string(field) + writer.string(content) for field, content, _ in entries]
        return bytes((HASH,)) + count + b"".join(pairs)
    triples = [
        writer.length(0 if due is None else due - soonest + 1)
        + writer.string(field)
        + writer.string(content)
        for field, content, due in entries
    ]
    return bytes((HASH_DEADLINES,)) + since + count + b"".join(triples)


# Reading


def deserialize(reader: Reader, limits: Limits) -> object:
    """The value of an object; its encoding is what the limits ask for.

    Raises ValueError, IndexError, KeyError or struct.error when the data are no such object.
    """
    return contents(reader.take(1)[0], reader, limits)


def contents(kind: int, reader: Reader, limits: Limits) -> object:
    """The value of an object whose first byte has been read, as `deserialize` does it."""
    value = _READERS[kind](reader, limits)
    if not isinstance(value, (bytes, StreamValue)) and not len(value):
        raise EmptyContainerError("an empty container")
    return value


_Value = bytes | ListValue | SetValue | SortedSetValue | HashValue | StreamValue | VectorSetValue


def _read_string(reader: Reader, limits: Limits) -> bytes:
    return reader.string()


def _read_strings(reader: Reader) -> list[bytes]:
    return [reader.string() for _ in range(reader.length())]


def _read_list(reader: Reader, limits: Limits) -> ListValue:
    return ListValue.of(_read_strings(reader), limits)


def _read_list_ziplist(reader: Reader, limits: Limits) -> ListValue:
    return ListValue.of(packed.read_ziplist(reader.string()), limits)


def _read_quicklist(reader: Reader, limits: Limits) -> ListValue:
    nodes = [(False, packed.read_ziplist(node)) for node in _read_strings(reader)]
    return ListValue.from_nodes([node for node in nodes if node[1]], limits)


def _read_quicklist_2(reader: Reader, limits: Limits) -> ListValue:
    nodes = []
    for _ in range(reader.length()):
        container = reader.length()
        content = reader.string()
        if container == _PLAIN:
            nodes.append((True, [content]))
        elif container == _PACKED:
            nodes.append((False, packed.read_listpack(content)))
        else:
            raise ValueError("no such node")
    return ListValue.from_nodes([node for node in nodes if node[1]], limits)


def _read_set(reader: Reader, limits: Limits) -> SetValue:
    return _distinct(_read_strings(reader), limits)


def _read_set_intset(reader: Reader, limits: Limits) -> SetValue:
    return _distinct(packed.read_intset(reader.string()), limits)


def _read_set_listpack(reader: Reader, limits: Limits) -> SetValue:
    members = packed.read_listpack(reader.string())
    value = SetValue("listpack")
    value.expect(len(members), limits)
    return _filled(value, members, limits)


def _distinct(members: list[bytes], limits: Limits) -> SetValue:
    value = SetValue.for_members(members[0] if members else b"", len(members), limits)
    return _filled(value, members, limits)


def _filled(value: SetValue, members: list[bytes], limits: Limits) -> SetValue:
    for member in members:
        if not value.add(member, limits):
            raise ValueError("a member twice")
    return value


def _read_sorted_set_text(reader: Reader, limits: Limits) -> SortedSetValue:
    return _scored(
        [(reader.string(), reader.text_double()) for _ in range(reader.length())], limits
    )


def _read_sorted_set(reader: Reader, limits: Limits) -> SortedSetValue:
    return _scored([(reader.string(), reader.double()) for _ in range(reader.length())], limits)


def _read_sorted_set_ziplist(reader: Reader, limits: Limits) -> SortedSetValue:
    return _scored_flat(packed.read_ziplist(reader.string()), limits)


def _read_sorted_set_listpack(reader: Reader, limits: Limits) -> SortedSetValue:
    return _scored_flat(packed.read_listpack(reader.string()), limits)


def _scored_flat(flat: list[bytes], limits: Limits) -> SortedSetValue:
    entries = []
    for member, text in zip(flat[::2], flat[1::2], strict=True):
        score = parse_double(text)
        if score is None:
            raise ValueError("a score that is none")
        entries.append((member, score))
    return _scored(entries, limits)


def _scored(entries: list[tuple[bytes, float]], limits: Limits) -> SortedSetValue:
    scores = dict(entries)
    if len(scores) != len(entries) or any(score != score for score in scores.values()):
        raise ValueError("a member twice, or a score that is no number")
    return SortedSetValue.of(scores, limits)


def _read_hash(reader: Reader, limits: Limits) -> HashValue:
    entries = ((reader.string(), reader.string(), 0) for _ in range(reader.length()))
    return _bound(entries, limits)


def _read_hash_ziplist(reader: Reader, limits: Limits) -> HashValue:
    return _bound_flat(packed.read_ziplist(reader.string()), limits)


def _read_hash_listpack(reader: Reader, limits: Limits) -> HashValue:
    return _bound_flat(packed.read_listpack(reader.string()), limits)


def _bound_flat(flat: list[bytes], limits: Limits) -> HashValue:
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return _bound(((field, content, 0) for field, content in pairs), limits)


def _read_hash_listpack_deadlines(reader: Reader, limits: Limits) -> HashValue:
    reader.milliseconds()  # the soonest deadline: it is among those that follow
    flat = packed.read_listpack(reader.string())
    triples = zip(flat[::3], flat[1::3], flat[2::3], strict=True)
    value = _bound(((field, content, int(due)) for field, content, due in triples), limits)
    value.note_deadlines()
    return value


def _read_hash_deadlines(reader: Reader, limits: Limits) -> HashValue:
    soonest = reader.milliseconds()
    entries = []
    for _ in range(reader.length()):
        ahead = reader.length()
        due = soonest + ahead - 1 if ahead else 0
        entries.append((reader.string(), reader.string(), due))
    value = _bound(entries, limits)
    value.note_deadlines()
    return value


def _bound(entries: Iterable[tuple[bytes, bytes, int]], limits: Limits) -> HashValue:
    """A hash of fields, contents and deadlines (0: none)."""
    value = HashValue()
    deadlines = []
    for field, content, due in entries:
        if not value.set(field, content, limits):
            raise ValueError("a field twice")
        if due:
            deadlines.append((field, due))
    # Of several fields with the same deadline the one that got it last comes first.
    for field, due in reversed(deadlines):
        value.expire_at(field, due)
    return value


def _read_module(reader: Reader, limits: Limits) -> VectorSetValue:
    return vector_set.deserialize(reader)


_READERS: Final[dict[int, Callable[[Reader, Limits], _Value]]] = {
    STRING: _read_string,
    LIST: _read_list,
    SET: _read_set,
    SORTED_SET_TEXT: _read_sorted_set_text,
    HASH: _read_hash,
    SORTED_SET: _read_sorted_set,
    LIST_ZIPLIST: _read_list_ziplist,
    SET_INTSET: _read_set_intset,
    SORTED_SET_ZIPLIST: _read_sorted_set_ziplist,
    HASH_ZIPLIST: _read_hash_ziplist,
    QUICKLIST: _read_quicklist,
    HASH_LISTPACK: _read_hash_listpack,
    SORTED_SET_LISTPACK: _read_sorted_set_listpack,
    QUICKLIST_2: _read_quicklist_2,
    SET_LISTPACK: _read_set_listpack,
    HASH_DEADLINES: _read_hash_deadlines,
    HASH_LISTPACK_DEADLINES: _read_hash_listpack_deadlines,
    MODULE: _read_module,
    streams.STREAM_1: streams.read_first_form,
    streams.STREAM_2: streams.read_second_form,
    streams.STREAM_3: streams.read_third_form,
}
