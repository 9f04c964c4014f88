# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the geo commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_box_height, to_double, to_int, to_latitude
from refimpl.table.failure import CommandError


class GeoradiusArgs:
    """Arguments of GEORADIUS."""

    key: bytes
    longitude: float
    latitude: float
    radius: float
    unit: str
    withdist: bool = False
    withhash: bool = False
    withcoord: bool = False
    any: bool = False
    asc: bool = False
    desc: bool = False
    count: int | None = None
    store: bytes | None = None
    storedist: bytes | None = None


def parse_georadius(argv: Argv, now: int) -> GeoradiusArgs:
    args = GeoradiusArgs()
    argc = len(argv)
    args.key = argv[1]
    longitude = to_double(argv[2])
    if longitude is None:
        raise CommandError(errors.NOT_FLOAT)
    args.longitude = longitude
    latitude = to_latitude(argv[3], args.longitude)
    args.latitude = latitude
    radius = to_double(argv[4])
    if radius is None:
        raise CommandError(errors.GEO_RADIUS)
    if radius < 0:
        raise CommandError(errors.GEO_RADIUS_NEGATIVE)
    args.radius = radius
    unit = argv[5].lower().decode("latin-1")
    if unit not in ("m", "km", "ft", "mi"):
        raise CommandError(errors.GEO_UNIT)
    args.unit = unit
    if argc == 6:
        return args
    at = 6
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHDIST":
            args.withdist = True
        elif option == b"WITHHASH":
            args.withhash = True
        elif option == b"WITHCOORD":
            args.withcoord = True
        elif option == b"ANY":
            args.any = True
        elif option == b"ASC":
            args.desc = False
            args.asc = True
        elif option == b"DESC":
            args.asc = False
            args.desc = True
        elif option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            if count < 1:
                raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
            args.count = count
            at += 1
        elif option == b"STORE" and at < argc:
            args.store = argv[at]
            at += 1
        elif option == b"STOREDIST" and at < argc:
            args.storedist = argv[at]
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    if (args.store is not None or args.storedist is not None) and (
        args.withdist or args.withhash or args.withcoord
    ):
        raise CommandError(errors.GEORADIUS_STORE_WITH)
    if args.any and not (args.count is not None):
        raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)
    return args


class GeosearchstoreArgs:
    """Arguments of GEOSEARCHSTORE."""

    destination: bytes
    source: bytes
    withdist: bool = False
    withhash: bool = False
    withcoord: bool = False
    any: bool = False
    asc: bool = False
    desc: bool = False
    count: int | None = None
    frommember: bytes | None = None
    fromlonlat: bool = False
    longitude: float | None = None
    latitude: float | None = None
    byradius: bool = False
    radius: float | None = None
    radius_unit: str | None = None
    bybox: bool = False
    width: float | None = None
    height: float | None = None
    box_unit: str | None = None
    storedist: bool = False


def parse_geosearchstore(argv: Argv, now: int) -> GeosearchstoreArgs:
    args = GeosearchstoreArgs()
    argc = len(argv)
    args.destination = argv[1]
    args.source = argv[2]
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"WITHDIST":
            args.withdist = True
        elif option == b"WITHHASH":
            args.withhash = True
        elif option == b"WITHCOORD":
            args.withcoord = True
        elif option == b"ANY":
            args.any = True
        elif option == b"ASC":
            args.desc = False
            args.asc = True
        elif option == b"DESC":
            args.asc = False
            args.desc = True
        elif option == b"COUNT" and at < argc:
            count = to_int(argv[at])
            if count is None:
                raise CommandError(errors.NOT_INTEGER)
            if count < 1:
                raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
            args.count = count
            at += 1
        elif option == b"FROMMEMBER" and at < argc:
            if args.fromlonlat:
                raise CommandError(errors.SYNTAX)
            args.frommember = argv[at]
            at += 1
        elif option == b"FROMLONLAT" and argc - at >= 2:
            if args.frommember is not None:
                raise CommandError(errors.SYNTAX)
            args.fromlonlat = True
            longitude = to_double(argv[at])
            if longitude is None:
                raise CommandError(errors.NOT_FLOAT)
            args.longitude = longitude
            latitude = to_latitude(argv[at + 1], args.longitude)
            args.latitude = latitude
            at += 2
        elif option == b"BYRADIUS" and argc - at >= 2:
            if args.bybox:
                raise CommandError(errors.SYNTAX)
            args.byradius = True
            radius = to_double(argv[at])
            if radius is None:
                raise CommandError(errors.GEO_RADIUS)
            if radius < 0:
                raise CommandError(errors.GEO_RADIUS_NEGATIVE)
            args.radius = radius
            radius_unit = argv[at + 1].lower().decode("latin-1")
            if radius_unit not in ("m", "km", "ft", "mi"):
                raise CommandError(errors.GEO_UNIT)
            args.radius_unit = radius_unit
            at += 2
        elif option == b"BYBOX" and argc - at >= 3:
            if args.byradius:
                raise CommandError(errors.SYNTAX)
            args.bybox = True
            width = to_double(argv[at])
            if width is None:
                raise CommandError(errors.GEO_WIDTH)
            args.width = width
            height = to_box_height(argv[at + 1], args.width)
            args.height = height
            box_unit = argv[at + 2].lower().decode("latin-1")
            if box_unit not in ("m", "km", "ft", "mi"):
                raise CommandError(errors.GEO_UNIT)
            args.box_unit = box_unit
            at += 3
        elif option == b"STOREDIST":
            args.storedist = True
        else:
            raise CommandError(errors.SYNTAX)
    if args.withdist or args.withhash or args.withcoord:
        raise CommandError(errors.GEOSEARCHSTORE_WITH)
    if not (args.frommember is not None) and not args.fromlonlat:
        raise CommandError(errors.GEOSEARCHSTORE_FROM)
    if not args.byradius and not args.bybox:
        raise CommandError(errors.GEOSEARCHSTORE_BY)
    if args.any and not (args.count is not None):
        raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)
    return args
