"""Vector sets: elements with a vector each, searched by nearness.

Real servers keep a graph of neighbours (HNSW), because looking at every vector takes long when
there are millions. This one looks at every vector: what it finds is what they approximate.
"""

from __future__ import annotations

import heapq
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.vector.single import Singles, projected, singles
from refimpl.datatypes.vector.stored import Stored, store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from refimpl.datatypes.vector.filter import Filter

DEFAULT_LINKS: Final = 16
"""HNSW's M when none is asked for: how many neighbours a node has, twice that at the bottom."""

_serial = count()


class Element:
    """What a set knows of one member. `number` grows with every vector that is added."""

    __slots__ = ("attribute", "number", "vector")

    def __init__(self, number: int, vector: Stored, attribute: bytes | None) -> None:
        self.number = number
        self.vector = vector
        self.attribute = attribute


class Neighbour(NamedTuple):
    """An element that was found, and how far away it is: from 0 to 2."""

    distance: float
    name: bytes
    element: Element


class VectorSetValue:
    """Elements by name, those whose vector was set last at the end."""

    __slots__ = (
        "dimension",
        "elements",
        "input_dimension",
        "last_number",
        "links",
        "quantization",
        "serial",
    )

    encoding = "raw"

    def __init__(
        self,
        quantization: str,
        dimension: int,
        links: int = DEFAULT_LINKS,
        input_dimension: int | None = None,
    ) -> None:
        """An empty set; `input_dimension` is that of vectors before they are projected."""
        self.quantization = quantization
        self.dimension = dimension
        self.links = links
        self.input_dimension = input_dimension
        self.elements: dict[bytes, Element] = {}
        self.last_number = 0
        self.serial = next(_serial)
        """How many sets were made before it."""

    def __len__(self) -> int:
        return len(self.elements)

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        return emptied(self.elements)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.elements)

    def memory_usage(self) -> int:
        """Bytes the set takes, roughly: as if all elements were like the first one."""
        for name, element in self.elements.items():
            each = 200 + len(name) + len(element.vector.data()) + len(element.attribute or b"")
            return 500 + each * len(self.elements)
        return 500

    def attributes(self) -> int:
        """How many elements have an attribute."""
        return sum(element.attribute is not None for element in self.elements.values())

    def add(self, name: bytes, vector: Singles, attribute: bytes | None) -> bool:
        """Set an element's vector, and its attribute if one is given; whether it is new.

        An empty attribute takes away what an element has. A new one has it, though, and it is
        empty: so real servers do it.
        """
        known = self.elements.pop(name, None)
        if known is not None and attribute is not None:
            attribute = attribute or None
        elif known is not None:
            attribute = known.attribute
        self.last_number += 1
        if self.input_dimension is not None:
            vector = projected(vector, self.dimension)
        stored = store(self.quantization, vector)
        self.elements[name] = Element(self.last_number, stored, attribute)
        return known is None

    def remove(self, name: bytes) -> bool:
        """Whether it was there."""
        return self.elements.pop(name, None) is not None

    def query(self, vector: Singles) -> Stored:
        """A vector to look for; one that has the set's dimensions already is not projected."""
        if len(vector) != self.dimension:
            vector = projected(vector, self.dimension)
        return store(self.quantization, vector)

    def query_like(self, element: Element) -> Stored:
        """An element's vector to look for: read back and stored anew, which moves it a little."""
        return store(self.quantization, element.vector.components())

    def nearest(
        self, query: Stored, limit: int, farthest: float | None, accepts: Filter | None
    ) -> list[Neighbour]:
        """The nearest elements, the nearest first; of equally near ones the oldest."""
        found = (
            Neighbour(query.distance(element.vector), name, element)
            for name, element in self.elements.items()
            if accepts is None
            or (element.attribute is not None and accepts.accepts(element.attribute))
        )
        best = heapq.nsmallest(min(limit, len(self.elements)), found, key=_rank)
        if farthest is not None:
            return [each for each in best if not each.distance / 2 > farthest]
        return best

    def neighbours(self, name: bytes) -> list[Neighbour]:
        """The elements that a graph would link to this one: the nearest others."""
        element = self.elements[name]
        found = self.nearest(element.vector, self.links * 2 + 1, None, None)
        return [each for each in found if each.element is not element][: self.links * 2]

    def random_name(self, random: Random) -> bytes:
        """One of the elements."""
        return random.choice(list(self.elements))

    def random_names(self, random: Random, limit: int) -> list[bytes]:
        """Different elements in no order; if the limit is negative so many, with repetitions."""
        names = list(self.elements)
        if limit < 0:
            return random.choices(names, k=-limit)
        return random.sample(names, min(limit, len(names)))


def _rank(neighbour: Neighbour) -> float:
    """The distance; what isn't a number comes last."""
    distance = neighbour.distance
    return distance if distance == distance else float("inf")


def vector_from(blob: bytes) -> Singles:
    """A vector from its bytes: single precision, the lowest byte first."""
    vector = singles(())
    vector.frombytes(blob)
    return vector
