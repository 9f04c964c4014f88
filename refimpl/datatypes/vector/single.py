"""Arithmetic in single precision, in the order in which servers do it.

Python computes in doubles. Rounding each sum, product, quotient and root of singles gives exactly
what computing it in singles gives, and an array of floats rounds all of its elements at once.
"""

from __future__ import annotations

import math
from array import array
from operator import add, mul
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Singles: TypeAlias = "array[float]"


def singles(numbers: Iterable[float]) -> Singles:
    """Numbers, rounded; those that are too large become infinite."""
    return array("f", numbers)


def single(number: float) -> float:
    """One number, rounded."""
    return array("f", (number,))[0]


def length(vector: Singles) -> float:
    """The Euclidean norm: squares are summed up by fours, what is left over one by one."""
    squares = array("f", map(mul, vector, vector))
    whole = len(squares) & ~3
    total = 0.0
    for square in (*_quads(squares[:whole], 4), *squares[whole:]):
        total = single(total + square)
    return single(math.sqrt(total))


def dot(left: Singles, right: Singles) -> float:
    """The inner product.

    Of every eight products the first four go into one sum, the others into a second one; what is
    left over at the end goes into the first.
    """
    products = array("f", map(mul, left, right))
    whole = len(products) & ~7
    first = second = 0.0
    quads = _quads(products[:whole], 4)
    for quad in quads[::2]:
        first = single(first + quad)
    for quad in quads[1::2]:
        second = single(second + quad)
    for product in products[whole:]:
        first = single(first + product)
    return single(first + second)


def _quads(numbers: Singles, width: int) -> Singles:
    """The sums of four numbers each."""
    sums = numbers[::width]
    for column in range(1, width):
        sums = array("f", map(add, sums, numbers[column::width]))
    return sums


def signs(dimension: int, reduced: int) -> Singles:
    """The matrix that projects, by rows."""
    scale = _scale(dimension)
    return singles(
        -scale if (row & column).bit_count() & 1 else scale
        for row in range(reduced)
        for column in range(dimension)
    )


def _scale(dimension: int) -> float:
    return single(1 / math.sqrt(dimension))


def projected(vector: Singles, dimension: int) -> Singles:
    """The vector in another number of dimensions, by signs that alternate as a Hadamard matrix's.

    Every vector of a set goes through the same signs, so that near ones stay near.
    """
    scale = _scale(len(vector))
    sums = singles([0.0]) * dimension
    for column, number in enumerate(vector):
        number = single(scale * number)
        sums = array(
            "f",
            [
                total - number if (row & column).bit_count() & 1 else total + number
                for row, total in enumerate(sums)
            ],
        )
    return sums
