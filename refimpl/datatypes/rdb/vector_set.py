"""Vector sets in RDB data: what a module's value looks like, and the graph of neighbours in it.

Servers that search by graph load it with the elements. This one has none: it writes one that finds
every element from every other, near ones in few steps, and leaves out the one that it reads.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.rdb import writer
from refimpl.datatypes.vector.single import signs
from refimpl.datatypes.vector.stored import KINDS
from refimpl.datatypes.vector.vector_set import Element, VectorSetValue

if TYPE_CHECKING:
    from refimpl.datatypes.rdb.reader import Reader

MODULE: Final = 0xBDE72DA2BB1EB400
"""The module's name and the version of its format, in six bits a character and ten."""

_END, _UNSIGNED, _STRING = 0, 2, 5
_QUANTIZATIONS: Final = ("f32", "int8", "bin")
_PROJECTED, _WITH_ATTRIBUTES = 1, 2
_FORMAT: Final = 1 << 24
_MOST_LEVELS: Final = 16
_SAMPLE, _WIDTH, _ROUNDS = 32, 1, 4
"""To link an element: how many others are looked at first, and from how many one goes on."""


# Writing


def serialize(value: VectorSetValue) -> bytes:
    """The contents of a set, without the byte for the type."""
    attributes = any(element.attribute is not None for element in value.elements.values())
    parts = [
        writer.length(MODULE),
        _unsigned(value.dimension),
        _unsigned(len(value)),
        _unsigned(_QUANTIZATIONS.index(value.quantization) | value.links << 8),
        _unsigned(_PROJECTED * (value.input_dimension is not None) | _WITH_ATTRIBUTES * attributes),
    ]
    if value.input_dimension is not None:
        parts.append(_unsigned(value.input_dimension))
        parts.append(_string(signs(value.input_dimension, value.dimension).tobytes()))
    links = _graph(value)
    for name, element in reversed(value.elements.items()):
        parts.append(_string(name))
        if attributes:
            parts.append(_string(element.attribute or b""))
        parts.append(_string(element.vector.data()))
        parts += map(_unsigned, _node(value, element, links[element.number]))
    parts.append(writer.length(_END))
    return b"".join(parts)


def _unsigned(number: int) -> bytes:
    return writer.length(_UNSIGNED) + writer.length(number)


def _string(text: bytes) -> bytes:
    return writer.length(_STRING) + writer.string(text)


def _bits(number: float) -> int:
    """A single-precision number as an integer of the same bits."""
    return int(struct.unpack("<I", struct.pack("<f", number))[0])


def _node(value: VectorSetValue, element: Element, linked: list[Element]) -> list[int]:
    """An element's node in the graph, after how many numbers that are: all are at the bottom."""
    distances = [element.vector.distance(other.vector) for other in linked]
    farthest = max(distances, default=0.0)
    worst = distances.index(farthest) if farthest > 0 else 0
    numbers = [
        element.number,
        _FORMAT,
        len(linked),
        value.links * 2,
        *(other.number for other in linked),
        _bits(max(farthest, 0.0)) << 32 | worst,
        _bits(element.vector.range) << 32 | _bits(element.vector.length),
    ]
    return [len(numbers), *numbers]


def _graph(value: VectorSetValue) -> dict[int, list[Element]]:
    """The neighbours of each element, by its number; who is one's neighbour has that one as his."""
    order = list(value.elements.values())
    links: dict[int, list[Element]] = {}
    room = value.links * 2
    for at, element in enumerate(order):
        mine = links[element.number] = []
        if not at:
            continue
        # The one before is always a neighbour, so that nobody is out of reach.
        for other in (order[at - 1], *_near(element, order[: at - 1], links)):
            theirs = links[other.number]
            has_room = len(theirs) < room - 1 or other is order[at - 1]
            if has_room and other not in mine and len(mine) < value.links:
                mine.append(other)
                theirs.append(element)
    return links


def _near(
    element: Element, before: list[Element], links: dict[int, list[Element]]
) -> list[Element]:
    """Elements near to this one, the nearest first: all others if they are few.

    Else some from all over, then the neighbours of those that are nearest so far, again and again.
    """
    sample = before[:: len(before) // _SAMPLE + 1]
    known = {other.number: element.vector.distance(other.vector) for other in sample}
    found = sorted(sample, key=lambda other: known[other.number])
    for _ in range(_ROUNDS if len(found) < len(before) else 0):
        for other in [each for near in found[:_WIDTH] for each in links[near.number]]:
            if other.number not in known and other is not element:
                known[other.number] = element.vector.distance(other.vector)
                found.append(other)
        found.sort(key=lambda other: known[other.number])
    return found


# Reading


def deserialize(reader: Reader) -> VectorSetValue:
    """A set from its contents. Raises ValueError or IndexError when they are none."""
    if reader.length() != MODULE:
        raise ValueError("another module's value")
    dimension, count = _number(reader), _number(reader)
    configuration, flags = _number(reader), _number(reader)
    quantization, links = _QUANTIZATIONS[configuration & 0xFF], configuration >> 8
    if not dimension or flags > _PROJECTED + _WITH_ATTRIBUTES:
        raise ValueError("no vector set")
    input_dimension = None
    if flags & _PROJECTED:
        input_dimension = _number(reader)
        matrix = _text(reader)
        if len(matrix) != 4 * input_dimension * dimension or not input_dimension:
            raise ValueError("a projection of another size")
        if matrix != signs(input_dimension, dimension).tobytes():
            raise ValueError("another projection")
    value = VectorSetValue(quantization, dimension, links, input_dimension)
    found = [_element(reader, value, flags & _WITH_ATTRIBUTES) for _ in range(count)]
    if reader.length() != _END:
        raise ValueError("more than a vector set")
    for name, element in sorted(found, key=lambda each: each[1].number):
        value.elements[name] = element
        value.last_number = element.number
    if len(value) != count:
        raise ValueError("an element twice")
    return value


def _number(reader: Reader) -> int:
    if reader.length() != _UNSIGNED:
        raise ValueError("no number")
    return reader.length()


def _text(reader: Reader) -> bytes:
    if reader.length() != _STRING:
        raise ValueError("no string")
    return reader.string()


def _element(reader: Reader, value: VectorSetValue, attributed: int) -> tuple[bytes, Element]:
    name = _text(reader)
    attribute = (_text(reader) or None) if attributed else None
    data = _text(reader)
    numbers = [_number(reader) for _ in range(_number(reader))]
    if len(numbers) < 3 or numbers[1] >> 24 != 1 or numbers[1] & 0xFFFFFF >= _MOST_LEVELS:
        raise ValueError("no node")
    size, greatest = struct.unpack("<ff", struct.pack("<Q", numbers[-1]))
    vector = KINDS[value.quantization].read(data, value.dimension, size, greatest)
    return name, Element(numbers[0], vector, attribute)
