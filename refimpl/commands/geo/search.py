"""Members within a circle or a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from refimpl.commands.geo.places import distance_reply, position_reply
from refimpl.commands.sorted_set.entries import stored
from refimpl.datatypes.geo_area import METRES, Box, Circle, within
from refimpl.datatypes.geohash import position_of
from refimpl.datatypes.partial_sort import partial_sort
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import EMPTY_ARRAY, ZERO, array, array_header, bulk, bulks, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.geo_area import Area, Found
    from refimpl.datatypes.geohash import Position
    from refimpl.resp.wire import Wire
    from refimpl.session.call import Call
    from refimpl.table.generated.geo import (
        GeoradiusArgs,
        GeoradiusbymemberArgs,
        GeoradiusbymemberRoArgs,
        GeoradiusRoArgs,
        GeosearchArgs,
        GeosearchstoreArgs,
    )


class _Selecting(Protocol):
    """Which of the members found are wanted, and in which order."""

    any: bool
    asc: bool
    desc: bool
    count: int | None


class _Detailing(Protocol):
    """What is told of each member."""

    withdist: bool
    withhash: bool
    withcoord: bool


@handles("GEOSEARCH")
def search(call: Call, args: GeosearchArgs) -> bytes:
    """The members within the area."""
    value = call.keys.read(args.key, SortedSetValue)
    args.rest(lambda member: _position_of(value, member))
    if value is None:
        return EMPTY_ARRAY
    area, metres = _area(value, args)
    return _reply(call.wire, args, _select(value, area, args), metres)


@handles("GEOSEARCHSTORE")
def search_store(call: Call, args: GeosearchstoreArgs) -> bytes:
    """Store the members within the area; none of them deletes the destination."""
    value = call.keys.read(args.source, SortedSetValue)
    args.rest(lambda member: _position_of(value, member))
    if value is None:
        return _store(call, "geosearchstore", args.destination, [], None)
    area, metres = _area(value, args)
    found = _select(value, area, args)
    return _store(
        call, "geosearchstore", args.destination, found, metres if args.storedist else None
    )


@handles("GEORADIUS")
def radius(call: Call, args: GeoradiusArgs) -> bytes:
    """The members within a circle, answered or stored."""
    value = call.keys.read(args.key, SortedSetValue)
    args.rest()
    metres = METRES[args.unit]
    area = Circle((args.longitude, args.latitude), args.radius * metres)
    found = [] if value is None else _select(value, area, args)
    return _answer_or_store(call, args, found, metres)


@handles("GEORADIUS_RO")
def radius_ro(call: Call, args: GeoradiusRoArgs) -> bytes:
    """The members within a circle."""
    value = call.keys.read(args.key, SortedSetValue)
    args.rest()
    if value is None:
        return EMPTY_ARRAY
    metres = METRES[args.unit]
    area = Circle((args.longitude, args.latitude), args.radius * metres)
    return _reply(call.wire, args, _select(value, area, args), metres)


@handles("GEORADIUSBYMEMBER")
def radius_by_member(call: Call, args: GeoradiusbymemberArgs) -> bytes:
    """The members within a circle around one of them, answered or stored."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        args.rest()
        return _answer_or_store(call, args, [], 1.0)
    area, metres = _circle_around(value, args)
    args.rest()
    return _answer_or_store(call, args, _select(value, area, args), metres)


@handles("GEORADIUSBYMEMBER_RO")
def radius_by_member_ro(call: Call, args: GeoradiusbymemberRoArgs) -> bytes:
    """The members within a circle around one of them."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        args.rest()
        return EMPTY_ARRAY
    area, metres = _circle_around(value, args)
    args.rest()
    return _reply(call.wire, args, _select(value, area, args), metres)


def _position_of(value: SortedSetValue | None, member: bytes) -> Position:
    """Where a member is that must be there; in an index that is missing nobody minds."""
    if value is None:
        return 0.0, 0.0
    score = value.score(member)
    if score is None:
        raise CommandError(errors.GEO_NO_SUCH_MEMBER)
    return position_of(score)


def _area(value: SortedSetValue, args: GeosearchArgs | GeosearchstoreArgs) -> tuple[Area, float]:
    """The area, and how many metres its unit has."""
    if args.longitude is not None and args.latitude is not None:
        centre = args.longitude, args.latitude
    else:
        assert args.frommember is not None
        centre = _position_of(value, args.frommember)
    if args.radius is not None and args.radius_unit is not None:
        metres = METRES[args.radius_unit]
        return Circle(centre, args.radius * metres), metres
    assert args.width is not None
    assert args.height is not None
    assert args.box_unit is not None
    metres = METRES[args.box_unit]
    return Box(centre, args.width * metres, args.height * metres), metres


def _circle_around(
    value: SortedSetValue, args: GeoradiusbymemberArgs | GeoradiusbymemberRoArgs
) -> tuple[Area, float]:
    """The circle around a member, and how many metres its unit has."""
    centre = _position_of(value, args.member)
    radius = args.radius()
    metres = METRES[args.unit()]
    return Circle(centre, radius * metres), metres


def _select(value: SortedSetValue, area: Area, args: _Selecting) -> list[Found]:
    """The members within the area that are wanted, in the order that is wanted.

    Without an order that is the one they are met in. A count takes the nearest ones unless
    it may take any.
    """
    found: list[Found] = []
    for each in within(value, area):
        found.append(each)
        if args.any and len(found) == args.count:
            break
    wanted = len(found) if args.count is None else min(args.count, len(found))
    if args.desc:
        _sort(found, wanted, descending=True)
    elif args.asc or (args.count is not None and not args.any):
        _sort(found, wanted, descending=False)
    return found[:wanted]


def _sort(found: list[Found], wanted: int, *, descending: bool) -> None:
    """Put the first ones in order of distance; it shows in equal ones whether all are wanted."""
    if wanted == len(found):
        found.sort(key=lambda each: each.metres, reverse=descending)
        return
    sign = -1 if descending else 1

    def compare(one: Found, other: Found) -> int:
        if one.metres == other.metres:
            return 0
        return sign if one.metres > other.metres else -sign

    partial_sort(found, compare, 0, wanted - 1)


def _reply(wire: Wire, args: _Detailing, found: list[Found], metres: float) -> bytes:
    """The members, with the details that are wanted; `metres` is what their unit has."""
    details = args.withdist + args.withhash + args.withcoord
    if not details:
        return bulks([each.member for each in found])
    header = array_header(1 + details)
    replies = []
    for each in found:
        reply = header + bulk(each.member)
        if args.withdist:
            reply += distance_reply(each.metres / metres)
        if args.withhash:
            reply += integer(int(each.score))
        if args.withcoord:
            reply += position_reply(wire, each.position)
        replies.append(reply)
    return array(replies)


def _answer_or_store(
    call: Call, args: GeoradiusArgs | GeoradiusbymemberArgs, found: list[Found], metres: float
) -> bytes:
    """Answer with the members, or store them with their positions or their distances."""
    event = "georadiusstore"
    if args.storedist is not None:
        return _store(call, event, args.storedist, found, metres)
    if args.store is not None:
        return _store(call, event, args.store, found, None)
    return _reply(call.wire, args, found, metres)


def _store(call: Call, event: str, key: bytes, found: list[Found], metres: float | None) -> bytes:
    """Store members with their positions, or with distances in a unit of so many metres."""
    if not found:
        stored(call, event, key, None)
        return ZERO
    scores = {each.member: each.score if metres is None else each.metres / metres for each in found}
    stored(call, event, key, SortedSetValue.of(scores, call.limits), len(found))
    return integer(len(found))
