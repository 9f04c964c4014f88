"""Circles and boxes on the globe: which positions lie inside, and in which order they are met."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from refimpl.datatypes.bounds import ScoreBound
from refimpl.datatypes.geohash import (
    bounds_around,
    cells_around,
    distance,
    distance_north,
    position_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.datatypes.geohash import Cell, Position
    from refimpl.datatypes.sorted_set import SortedSetValue

METRES: Final = {"m": 1.0, "km": 1000.0, "ft": 0.3048, "mi": 1609.34}
"""By unit."""


class Found(NamedTuple):
    """A member inside an area."""

    metres: float
    """From the area's centre."""
    score: float
    member: bytes
    position: Position


class Area(Protocol):
    """What is searched."""

    def cells(self) -> list[Cell]:
        """Cells that hold all of the area, in the order they are looked through."""

    def metres_to(self, position: Position) -> float | None:
        """How far a position inside is from the centre; None for one outside."""


class Circle:
    """All that is at most `radius` metres from the centre."""

    def __init__(self, centre: Position, radius: float) -> None:
        self._centre = centre
        self._radius = radius

    def cells(self) -> list[Cell]:
        """Cells that hold all of the circle."""
        bounds = bounds_around(self._centre, self._radius, self._radius)
        return cells_around(self._centre, self._radius, bounds)

    def metres_to(self, position: Position) -> float | None:
        """How far a position inside is from the centre; None for one outside."""
        metres = distance(self._centre, position)
        return None if metres > self._radius else metres


class Box:
    """All that is at most half of `height` north or south, and half of `width` east or west.

    Metres; the latter are measured along the parallel of each position.
    """

    def __init__(self, centre: Position, width: float, height: float) -> None:
        self._centre = centre
        self._half_width = width / 2
        self._half_height = height / 2

    def cells(self) -> list[Cell]:
        """Cells that hold all of the box."""
        wide, high = self._half_width, self._half_height
        bounds = bounds_around(self._centre, wide, high)
        return cells_around(self._centre, sqrt(wide * wide + high * high), bounds)

    def metres_to(self, position: Position) -> float | None:
        """How far a position inside is from the centre; None for one outside."""
        centre = self._centre
        if distance_north(centre[1], position[1]) > self._half_height:
            return None
        if distance((centre[0], position[1]), position) > self._half_width:
            return None
        return distance(centre, position)


def within(places: SortedSetValue, area: Area) -> Iterator[Found]:
    """The members inside the area: cell by cell, in each in the order of the sorted set."""
    for cell in area.cells():
        low, high = cell.scores
        span = places.score_span(ScoreBound(low, open=False), ScoreBound(high, open=True))
        for score, member in places.entries(*span):
            position = position_of(score)
            metres = area.metres_to(position)
            if metres is not None:
                yield Found(metres, score, member, position)
