"""Positions on the globe as sorted-set scores: interleaved cells of a grid, and distances.

The grid is the square that the Web Mercator projection covers, halved `level` times in either
direction. A cell's number takes a bit of its column and a bit of its row by turns, so that all
positions within one cell have neighbouring scores, whatever the level.

Every expression here is a double computed in one certain order: the last digits show in replies.
"""

from __future__ import annotations

from math import asin, cos, inf, nan, pi, sin, sqrt
from typing import Final, NamedTuple

FINEST: Final = 26
"""The level of what is stored: 26 bits of either coordinate, 52 together, exact in a double."""

LONGITUDE_MAX: Final = 180.0
LATITUDE_MAX: Final = 85.05112878
EARTH_RADIUS: Final = 6372797.560856
"""Metres."""

_RADIANS: Final = pi / 180.0
_UINT64: Final = 2**64 - 1
_ALPHABET: Final = b"0123456789bcdefghjkmnpqrstuvwxyz"
_TEXT_CHARACTERS: Final = 11

# Half the circumference of the earth, a bit more than that, in metres: what one cell of level 1
# is wide.
_COARSEST_REACH: Final = 20037726.37

Position = tuple[float, float]
"""Longitude and latitude in degrees."""


class Cell(NamedTuple):
    """One cell of the grid of 2**level columns and rows, counted from the south-west.

    A position on the very edge of the grid is in a column (row) one beyond the last.
    """

    column: int
    row: int
    level: int

    def beside(self, east: int, north: int) -> Cell:
        """The cell that lies so many columns and rows from here; behind an edge is the other."""
        wrap = (1 << self.level) - 1
        return Cell(
            self.column + east & wrap if east else self.column,
            self.row + north & wrap if north else self.row,
            self.level,
        )

    @property
    def scores(self) -> tuple[int, int]:
        """The lowest score of a position inside, and the lowest that is beyond all of them."""
        number = _spread(self.row) | _spread(self.column) << 1
        shift = 2 * (FINEST - self.level)
        return number << shift, number + 1 << shift

    @property
    def west(self) -> float:
        """The longitude of an edge."""
        return _along(self.column, self.level, LONGITUDE_MAX)

    @property
    def east(self) -> float:
        """The longitude of an edge."""
        return _along(self.column + 1, self.level, LONGITUDE_MAX)

    @property
    def south(self) -> float:
        """The latitude of an edge."""
        return _along(self.row, self.level, LATITUDE_MAX)

    @property
    def north(self) -> float:
        """The latitude of an edge."""
        return _along(self.row + 1, self.level, LATITUDE_MAX)


def cell_of(position: Position, level: int, latitude_max: float = LATITUDE_MAX) -> Cell:
    """The cell that a position of the grid lies in."""
    longitude, latitude = position
    size = float(1 << level)
    column = (longitude + LONGITUDE_MAX) / (LONGITUDE_MAX + LONGITUDE_MAX) * size
    row = (latitude + latitude_max) / (latitude_max + latitude_max) * size
    return Cell(int(column), int(row), level)


def score_of(position: Position) -> float:
    """The score that stands for a position."""
    return float(cell_of(position, FINEST).scores[0])


def position_of(score: float) -> Position:
    """The position that a score stands for: the middle of its cell.

    A score that no position has, leads to the edges of the grid.
    """
    number = _as_uint64(score)
    cell = Cell(_gather(number >> 1), _gather(number), FINEST)
    return (
        _within((cell.west + cell.east) / 2, LONGITUDE_MAX),
        _within((cell.south + cell.north) / 2, LATITUDE_MAX),
    )


def text_of(score: float) -> bytes:
    """The standard geohash string of the position: its grid reaches to the poles.

    52 bits fill ten characters, so the eleventh is always ``0``.
    """
    number = cell_of(position_of(score), FINEST, 90.0).scores[0]
    shifts = range(2 * FINEST - 5, -1, -5)
    text = bytes(_ALPHABET[number >> shift & 31] for shift in shifts)
    return text.ljust(_TEXT_CHARACTERS, b"0")


def distance(start: Position, end: Position) -> float:
    """Metres between two positions along the earth's surface, as if that were a sphere's."""
    half_east = sin((end[0] * _RADIANS - start[0] * _RADIANS) / 2)
    if half_east == 0.0:
        return distance_north(start[1], end[1])
    here, there = start[1] * _RADIANS, end[1] * _RADIANS
    half_north = sin((there - here) / 2)
    square = half_north * half_north + cos(here) * cos(there) * half_east * half_east
    # Rounding may put antipodes beyond 1, where there is no arc sine.
    return 2.0 * EARTH_RADIUS * asin(min(sqrt(square), 1.0))


def distance_north(start: float, end: float) -> float:
    """Metres between two latitudes on one meridian."""
    return EARTH_RADIUS * abs(end * _RADIANS - start * _RADIANS)


class Bounds(NamedTuple):
    """A rectangle of degrees."""

    west: float
    south: float
    east: float
    north: float


def bounds_around(centre: Position, half_width: float, half_height: float) -> Bounds:
    """What reaches so many metres from the centre; at its width where that is furthest."""
    longitude, latitude = centre
    up = half_height / EARTH_RADIUS / _RADIANS
    edge = latitude - up if latitude < 0 else latitude + up
    # Behind an infinite edge nothing has a longitude.
    across = half_width / EARTH_RADIUS / cos(edge * _RADIANS) / _RADIANS if up < inf else nan
    return Bounds(longitude - across, latitude - up, longitude + across, latitude + up)


def level_for(reach: float, latitude: float) -> int:
    """The finest level at which nine cells hold what reaches so many metres from a centre.

    Towards the poles cells get narrower, and coarser ones are taken.
    """
    if reach == 0.0:
        return FINEST
    level = -1
    while reach < _COARSEST_REACH and level < FINEST + 2:
        reach *= 2
        level += 1
    if abs(latitude) > 66:
        level -= 1
        if abs(latitude) > 80:
            level -= 1
    return min(max(level, 1), FINEST)


def cells_around(centre: Position, reach: float, bounds: Bounds) -> list[Cell]:
    """The cells in which everything within the bounds lies, in the order they are looked through.

    That is the centre's cell, the four beside it, then the four at its corners, without those
    that lie outside.
    """
    level = level_for(reach, centre[1])
    middle = cell_of(centre, level)
    if level > 1 and _overlap(middle, bounds):
        level -= 1
        middle = cell_of(centre, level)
    found = [middle]
    for east, north in _SIDES:
        if level > 1 and (
            (north < 0 and middle.south < bounds.south)
            or (north > 0 and middle.north > bounds.north)
            or (east < 0 and middle.west < bounds.west)
            or (east > 0 and middle.east > bounds.east)
        ):
            continue
        cell = middle.beside(east, north)
        # With two columns or rows, both neighbours are the same cell.
        if len(found) == 1 or cell != found[-1]:
            found.append(cell)
    return found


_SIDES: Final = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))


def _overlap(middle: Cell, bounds: Bounds) -> bool:
    """Whether the bounds reach beyond the cells beside the middle one."""
    return (
        middle.beside(0, 1).north < bounds.north
        or middle.beside(0, -1).south > bounds.south
        or middle.beside(1, 0).east < bounds.east
        or middle.beside(-1, 0).west > bounds.west
    )


def _along(index: int, level: int, limit: float) -> float:
    """The degree at which a column (row) begins, of those that divide -limit to limit."""
    return -limit + index / (1 << level) * (limit + limit)


def _within(degrees: float, limit: float) -> float:
    return min(max(degrees, -limit), limit)


def _as_uint64(score: float) -> int:
    """The number that an x86-64 processor makes of a double that is to have no sign."""
    if score - score != 0.0:
        return 0 if score > 0 else 2**63
    whole = int(score)
    if whole > _UINT64:
        return 0
    return 2**63 if whole < -(2**63) else whole & _UINT64


def _spread(bits: int) -> int:
    """The lower 32 bits with a zero between each two."""
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFF
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FF
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F
    bits = (bits | bits << 2) & 0x3333333333333333
    return (bits | bits << 1) & 0x5555555555555555


def _gather(bits: int) -> int:
    """Every second bit of 64, from the lowest on: what `_spread` was given."""
    bits &= 0x5555555555555555
    bits = (bits | bits >> 1) & 0x3333333333333333
    bits = (bits | bits >> 2) & 0x0F0F0F0F0F0F0F0F
    bits = (bits | bits >> 4) & 0x00FF00FF00FF00FF
    bits = (bits | bits >> 8) & 0x0000FFFF0000FFFF
    return (bits | bits >> 16) & 0x00000000FFFFFFFF
