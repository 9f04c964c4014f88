"""Single precision, the three ways to store a vector, searching, and RDB data."""

from __future__ import annotations

import math
import struct
from random import Random

import pytest

from refimpl.datatypes.rdb import vector_set
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.vector.filter import Filter
from refimpl.datatypes.vector.single import dot, length, projected, signs, single, singles
from refimpl.datatypes.vector.stored import BitVector, ByteVector, store
from refimpl.datatypes.vector.vector_set import VectorSetValue

QUANTIZATIONS = ("f32", "int8", "bin")


def test_sums_are_made_by_fours() -> None:
    little = 2.0**-12  # added to 1 one by one, their squares would be lost
    assert length(singles([1, 0, 0, 0, little, little, little, little])) == 1 + 2.0**-23
    assert length(singles([1, 0, 0, 0, little, little, little])) == 1
    ones = singles([1] * 9)
    # So would these be; only the second sum is below the limit, and it is 1.
    assert dot(singles([2.0**24, 1, 0, 0, 0, 0, 0, 1, 1]), ones) == 2.0**24
    assert dot(singles([2.0**24, 1, 0, 0, 0, 0, 1, 1, 1]), ones) == 2.0**24 + 2


def test_a_projection_is_made_of_signs() -> None:
    scale = single(1 / math.sqrt(3))
    assert list(signs(3, 2)) == [scale, scale, scale, scale, -scale, scale]
    assert list(projected(singles([1, 0, 0]), 4)) == [scale] * 4
    assert list(projected(singles([0, 0, 1]), 4)) == [scale, scale, -scale, -scale]


def test_bytes_are_fractions_of_the_greatest_dimension() -> None:
    stored = store("int8", singles([1, 3, -4]))
    assert isinstance(stored, ByteVector)
    assert list(stored.steps) == [32, 95, -127]
    assert stored.length == single(math.sqrt(26))
    assert list(stored.components()) == pytest.approx([32 * 4 / 127, 95 * 4 / 127, -4])


@pytest.mark.parametrize(
    "numbers", [[0.0, 0.0], [math.inf, 1.0], [math.nan, 1.0], [1e-45, 1e-45], [3e38, 3e38]]
)
@pytest.mark.parametrize("quantization", QUANTIZATIONS)
def test_what_has_no_length_is_stored_too(quantization: str, numbers: list[float]) -> None:
    stored = store(quantization, singles(numbers))
    other = store(quantization, singles([1.0, 2.0]))
    assert len(stored.components()) == 2
    assert isinstance(stored.distance(other), float)


def test_bits_are_signs() -> None:
    stored = store("bin", singles([1, -1] * 40))
    assert isinstance(stored, BitVector)
    assert stored.data() == b"\x55" * 10 + bytes(6)
    assert stored.distance(store("bin", singles([1] * 80))) == 1.0


def test_the_nearest_come_first_and_ties_by_age() -> None:
    value = VectorSetValue("f32", 2)
    for name, vector in ((b"a", [0, 1]), (b"b", [1, 0]), (b"c", [1, 1]), (b"d", [2, 2])):
        value.add(name, singles(vector), b'{"n":1}' if name != b"c" else None)
    value.add(b"a", singles([4, 4]), None)
    query = value.query(singles([1, 1]))
    assert [each.name for each in value.nearest(query, 10, None, None)] == [b"c", b"d", b"a", b"b"]
    assert [each.name for each in value.nearest(query, 2, None, Filter(b".n"))] == [b"d", b"a"]
    assert [each.name for each in value.nearest(query, 9, 0.01, None)] == [b"c", b"d", b"a"]
    assert [each.name for each in value.neighbours(b"b")] == [b"c", b"d", b"a"]


@pytest.mark.parametrize("quantization", QUANTIZATIONS)
@pytest.mark.parametrize("size", [1, 2, 40, 150])
def test_there_and_back(quantization: str, size: int) -> None:
    random = Random(size)
    value = VectorSetValue(quantization, 3, 4, 70)
    for number in range(size):
        vector = singles([random.uniform(-1, 1) for _ in range(70)])
        value.add(b"%d" % number, vector, b"x" if number % 3 else None)
    data = vector_set.serialize(value)
    reader = Reader(data)
    back = vector_set.deserialize(reader)
    assert reader.at == len(data)
    assert list(back) == list(value)
    assert (back.links, back.input_dimension, back.last_number) == (4, 70, size)
    for name, element in value.elements.items():
        again = back.elements[name]
        assert again.vector.data() == element.vector.data()
        assert again.vector.components() == element.vector.components()
        assert (again.number, again.attribute) == (element.number, element.attribute)
    assert vector_set.serialize(back) == data


def test_every_element_can_be_reached() -> None:
    value = VectorSetValue("int8", 2, 4)
    for number in range(300):
        value.add(b"%d" % number, singles([math.cos(number), math.sin(number)]), None)
    links = vector_set._graph(value)
    reached, waiting = {1}, [1]
    while waiting:
        for other in links[waiting.pop()]:
            if other.number not in reached:
                reached.add(other.number)
                waiting.append(other.number)
    assert len(reached) == 300
    for number, linked in links.items():
        numbers = [other.number for other in linked]
        assert len(set(numbers)) == len(numbers) <= 8
        assert number not in numbers
        assert all(number in [back.number for back in links[other]] for other in numbers)


def test_damaged_data() -> None:
    value = VectorSetValue("int8", 2)
    value.add(b"a", singles([1, 2]), b"x")
    value.add(b"b", singles([2, 1]), None)
    data = vector_set.serialize(value)
    random = Random(1)
    for _ in range(2000):
        damaged = bytearray(data)
        damaged[random.randrange(len(data))] = random.randrange(256)
        try:
            found = vector_set.deserialize(
                Reader(bytes(damaged[: random.randrange(len(data) + 9)]))
            )
        except (ValueError, IndexError, KeyError, struct.error):
            continue
        assert all(
            len(each.vector.components()) == found.dimension for each in found.elements.values()
        )
