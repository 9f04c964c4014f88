"""Positions of single members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.sorted_set import writes
from refimpl.datatypes.geo_area import METRES
from refimpl.datatypes.geohash import distance, position_of, score_of, text_of
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import array, array_header, bulk
from refimpl.session.registry import handles
from refimpl.table.generated.sorted_set import ZaddArgs

if TYPE_CHECKING:
    from refimpl.datatypes.geohash import Position
    from refimpl.resp.wire import Wire
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.geo import GeoaddArgs, GeodistArgs

_PAIR = array_header(2)


@handles("GEOADD")
def add(call: Call, args: GeoaddArgs) -> bytes:
    """Add members or move them: what ZADD does with scores for positions."""
    scored = ZaddArgs()
    scored.key = args.key
    scored.nx, scored.xx, scored.ch = args.nx, args.xx, args.ch
    scored.entries = [
        (score_of((longitude, latitude)), member) for longitude, latitude, member in args.places
    ]
    return writes.add(call, scored)


@handles("GEODIST")
def distance_between(call: Call, args: GeodistArgs) -> bytes:
    """The distance between two members, in metres or the unit given."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return call.wire.null
    start, end = value.score(args.member1), value.score(args.member2)
    if start is None or end is None:
        return call.wire.null
    metres = distance(position_of(start), position_of(end))
    return distance_reply(metres / METRES[args.unit or "m"])


@handles("GEOHASH")
def hash_strings(call: Call, argv: Argv) -> bytes:
    """Each member's position as a geohash string, null where there is no such member."""
    scores = _scores(call, argv)
    null = call.wire.null
    return array([null if score is None else bulk(text_of(score)) for score in scores])


@handles("GEOPOS")
def positions(call: Call, argv: Argv) -> bytes:
    """Each member's longitude and latitude, null where there is no such member."""
    scores = _scores(call, argv)
    wire = call.wire
    null = wire.null_array
    return array(
        [null if score is None else position_reply(wire, position_of(score)) for score in scores]
    )


def _scores(call: Call, argv: Argv) -> list[float | None]:
    value = call.keys.read(argv[1], SortedSetValue)
    if value is None:
        return [None] * (len(argv) - 2)
    return [value.score(member) for member in argv[2:]]


def distance_reply(distance: float) -> bytes:
    """A distance, with four decimals."""
    return bulk(b"%d.%04d" % divmod(round(distance * 10_000), 10_000))


def position_reply(wire: Wire, position: Position) -> bytes:
    """A pair of longitude and latitude."""
    return _PAIR + wire.double(position[0]) + wire.double(position[1])
