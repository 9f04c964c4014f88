"""Vectors as a set stores them: as they are, in a byte for each dimension, or in a bit.

All are brought to length 1 first; the length is kept beside them. Distances are half of the
squared Euclidean ones between such vectors, from 0 (same direction) to 2 (opposite).
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from array import array
from operator import mul
from typing import TYPE_CHECKING, ClassVar, Final, Self

from refimpl.datatypes.vector.single import dot, length, single, singles

if TYPE_CHECKING:
    from refimpl.datatypes.vector.single import Singles

_STEPS: Final = 127
"""The greatest value of a quantised dimension."""


class Stored(ABC):
    """A vector of one quantisation. Only those of the same kind have a distance."""

    __slots__ = ("length",)

    quantization: ClassVar[str]
    """What VINFO and VEMB RAW call it."""

    length: float
    """Of the vector as it came; 1 for one that has none."""
    range: float = 0.0
    """The greatest dimension, where the others are fractions of it."""

    @classmethod
    @abstractmethod
    def read(cls, data: bytes, dimension: int, size: float, greatest: float) -> Self:
        """A vector from what `data`, `length` and `range` gave. Raises ValueError."""

    @abstractmethod
    def components(self) -> Singles:
        """About the vector that was stored."""

    @abstractmethod
    def data(self) -> bytes:
        """The vector of length 1 as it lies in memory."""

    @abstractmethod
    def distance(self, other: Stored) -> float:
        """The distance, in single precision."""


def store(quantization: str, vector: Singles) -> Stored:
    """A vector in one of the three forms."""
    size = length(vector)
    if size:
        vector = singles([number / size for number in vector])
    return KINDS[quantization](vector, size or 1.0)


class FloatVector(Stored):
    """NOQUANT: every dimension in single precision."""

    __slots__ = ("numbers",)

    quantization = "f32"

    def __init__(self, unit: Singles, size: float) -> None:
        self.numbers = unit
        self.length = size

    @classmethod
    def read(cls, data: bytes, dimension: int, size: float, greatest: float) -> Self:
        if len(data) != 4 * dimension:
            raise ValueError("another dimension")
        unit = singles(())
        unit.frombytes(data)
        return cls(unit, size)

    def components(self) -> Singles:
        return singles([number * self.length for number in self.numbers])

    def data(self) -> bytes:
        return self.numbers.tobytes()

    def distance(self, other: Stored) -> float:
        assert isinstance(other, FloatVector)
        return single(1 - dot(self.numbers, other.numbers))


class ByteVector(Stored):
    """Q8: every dimension as a fraction of the greatest one, in 127 steps either way."""

    __slots__ = ("range", "scale", "steps")

    quantization = "int8"

    def __init__(self, unit: Singles, size: float) -> None:
        self.length = size
        # What isn't a number is not the greatest, and no fraction of it.
        self.range = max([abs(number) for number in unit if number == number], default=0.0)
        if self.range:
            scale = single(_STEPS / self.range)
            scaled = singles([number * scale for number in unit])
            self.steps = array("b", [_nearest(number) for number in scaled])
        else:
            self.steps = array("b", bytes(len(unit)))
        self.scale = single(self.range / _STEPS)

    @classmethod
    def read(cls, data: bytes, dimension: int, size: float, greatest: float) -> Self:
        if len(data) != dimension:
            raise ValueError("another dimension")
        vector = cls(singles(()), size)
        vector.steps = array("b", data)
        vector.range = greatest
        vector.scale = single(greatest / _STEPS)
        return vector

    def components(self) -> Singles:
        found = singles([step * self.range for step in self.steps])
        found = singles([number / _STEPS for number in found])
        return singles([number * self.length for number in found])

    def data(self) -> bytes:
        return self.steps.tobytes()

    def distance(self, other: Stored) -> float:
        assert isinstance(other, ByteVector)
        scale = single(self.scale * other.scale)
        product = single(scale * single(sum(map(mul, self.steps, other.steps))))
        # Rounding may have made the vectors longer than 1.
        return min(max(single(1 - product), 0.0), 2.0)


class BitVector(Stored):
    """BIN: the sign of every dimension."""

    __slots__ = ("bits", "dimension")

    quantization = "bin"

    def __init__(self, unit: Singles, size: float) -> None:
        self.length = size
        self.dimension = len(unit)
        digits = "".join(["1" if number > 0 else "0" for number in reversed(unit)])
        self.bits = int(digits or "0", 2)

    @classmethod
    def read(cls, data: bytes, dimension: int, size: float, greatest: float) -> Self:
        if len(data) != (dimension + 63) // 64 * 8:
            raise ValueError("another dimension")
        vector = cls(singles(()), size)
        vector.dimension = dimension
        vector.bits = int.from_bytes(data, "little")
        return vector

    def components(self) -> Singles:
        return singles([1.0 if self.bits >> at & 1 else -1.0 for at in range(self.dimension)])

    def data(self) -> bytes:
        return self.bits.to_bytes((self.dimension + 63) // 64 * 8, "little")

    def distance(self, other: Stored) -> float:
        assert isinstance(other, BitVector)
        return single((self.bits ^ other.bits).bit_count() * 2 / self.dimension)


KINDS: Final[dict[str, type[FloatVector | ByteVector | BitVector]]] = {
    kind.quantization: kind for kind in (FloatVector, ByteVector, BitVector)
}


def _nearest(number: float) -> int:
    """The nearest step, of two the outer one; 0 for what is no finite number."""
    if not math.isfinite(number):
        return 0
    return int(number + (0.5 if number > 0 else -0.5))
