"""Geohash cells, scores and distances: what goes in comes out, and what real servers show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.geo_area import Box, Circle, within
from refimpl.datatypes.geohash import (
    FINEST,
    LATITUDE_MAX,
    LONGITUDE_MAX,
    Cell,
    Position,
    cell_of,
    distance,
    level_for,
    position_of,
    score_of,
    text_of,
)
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.sorted_set import SortedSetValue

# What is just below the far edges is rounded to a cell beyond the last one.
longitudes = st.floats(-LONGITUDE_MAX, LONGITUDE_MAX - 1e-9)
latitudes = st.floats(-LATITUDE_MAX, LATITUDE_MAX - 1e-9)
positions = st.tuples(longitudes, latitudes)

PALERMO = (13.361389, 38.115556)
CATANIA = (15.087269, 37.502669)


@given(positions)
def test_a_score_is_within_half_a_cell_of_its_position(position: Position) -> None:
    longitude, latitude = position_of(score_of(position))
    assert abs(longitude - position[0]) <= LONGITUDE_MAX / 2**FINEST + 1e-9
    assert abs(latitude - position[1]) <= LATITUDE_MAX / 2**FINEST + 1e-9


@given(positions)
def test_the_score_of_a_decoded_position_is_the_same(position: Position) -> None:
    score = score_of(position)
    assert score_of(position_of(score)) == score


@given(positions, st.integers(1, FINEST))
def test_a_cell_has_the_scores_of_what_lies_in_it(position: Position, level: int) -> None:
    low, high = cell_of(position, level).scores
    assert low <= score_of(position) < high


@given(positions, st.integers(1, FINEST), st.integers(-1, 1), st.integers(-1, 1))
def test_there_and_back(position: Position, level: int, east: int, north: int) -> None:
    cell = cell_of(position, level)
    assert cell.beside(east, north).beside(-east, -north) == cell


def test_beside_the_last_column_is_the_first() -> None:
    assert Cell(7, 0, 3).beside(1, -1) == Cell(0, 7, 3)


def test_palermo() -> None:
    assert score_of(PALERMO) == 3479099956230698
    assert position_of(3479099956230698) == (13.361389338970184, 38.1155563954963)
    assert text_of(3479099956230698) == b"sqc8b49rny0"


@pytest.mark.parametrize(
    ("score", "position"),
    [
        (-1.0, (180.0, 85.05112878)),
        (float("inf"), (-179.99999731779099, -85.05112751263943)),
        (float("-inf"), (180.0, -85.05112751263943)),
        (2.0**53, (180.0, -85.05112751263943)),
        (2.0**64, (-179.99999731779099, -85.05112751263943)),
    ],
)
def test_scores_that_are_no_positions(score: float, position: Position) -> None:
    assert position_of(score) == position


def test_distance() -> None:
    palermo, catania = position_of(score_of(PALERMO)), position_of(score_of(CATANIA))
    assert round(distance(palermo, catania), 4) == 166274.1516
    assert distance(palermo, palermo) == 0.0


@given(positions, positions)
def test_distance_is_the_same_both_ways(start: Position, end: Position) -> None:
    assert distance(start, end) == pytest.approx(distance(end, start))
    assert distance(start, end) <= 3.1416 * 6372797.560856


@pytest.mark.parametrize(
    ("reach", "latitude", "level"),
    [
        (0.0, 0.0, 26),
        (1e-300, 0.0, 26),
        (1.0, 0.0, 24),
        (19568.0, 0.0, 9 + 1),
        (19569.0, 0.0, 9),
        (19569.0, 66.0, 9),
        (19569.0, 66.1, 8),
        (19569.0, -80.1, 7),
        (1e7, 81.0, 1),
        (float("inf"), 0.0, 1),
    ],
)
def test_levels(reach: float, latitude: float, level: int) -> None:
    assert level_for(reach, latitude) == level


@given(st.lists(positions, max_size=60), positions, st.floats(1.0, 4e6))
def test_a_circle_away_from_the_edges_is_searched_whole(
    places: list[Position], centre: Position, radius: float
) -> None:
    centre = (centre[0] / 3, centre[1] / 3)
    value = SortedSetValue.of(
        {b"%d" % number: score_of(place) for number, place in enumerate(places)}, Limits()
    )
    found = sorted(each.member for each in within(value, Circle(centre, radius)))
    inside = [member for score, member in value if distance(centre, position_of(score)) <= radius]
    assert found == sorted(inside)


def test_a_box_without_extent_holds_its_centre() -> None:
    place = position_of(score_of(PALERMO))
    assert Box(place, 0.0, 0.0).metres_to(place) == 0.0
    assert Box(place, 0.0, 10.0).metres_to((place[0] + 0.001, place[1])) is None
