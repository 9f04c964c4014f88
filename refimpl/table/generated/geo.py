# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the geo commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_box_height, to_double, to_int, to_latitude
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable


class GeoaddArgs:
    """Arguments of GEOADD."""

    key: bytes
    nx: bool = False
    xx: bool = False
    ch: bool = False
    places: list[tuple[float, float, bytes]]


def parse_geoadd(argv: Argv, now: int) -> GeoaddArgs:
    args = GeoaddArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    while at < argc:
        option = argv[at].upper()
        if option not in {b"NX", b"XX", b"CH"}:
            break
        at += 1
        if option == b"NX":
            if args.xx:
                raise CommandError(errors.SYNTAX)
            args.nx = True
        elif option == b"XX":
            if args.nx:
                raise CommandError(errors.SYNTAX)
            args.xx = True
        elif option == b"CH":
            args.ch = True
    if argc < at + 3:
        raise CommandError(errors.SYNTAX)
    if (argc - at) % 3:
        raise CommandError(errors.SYNTAX)
    items = argv[at:]
    places_groups: list[tuple[float, float, bytes]] = []
    for index in range(0, len(items), 3):
        longitude_item = to_double(items[index])
        if longitude_item is None:
            raise CommandError(errors.NOT_FLOAT)
        latitude_item = to_latitude(items[index + 1], longitude_item)
        places_groups.append((longitude_item, latitude_item, items[index + 2]))
    args.places = places_groups
    return args


class GeodistArgs:
    """Arguments of GEODIST."""

    key: bytes
    member1: bytes
    member2: bytes
    unit: str | None = None


def parse_geodist(argv: Argv, now: int) -> GeodistArgs:
    args = GeodistArgs()
    argc = len(argv)
    args.key = argv[1]
    args.member1 = argv[2]
    args.member2 = argv[3]
    if argc == 5:
        if 4 >= argc:
            raise CommandError(errors.SYNTAX)
        unit = argv[4].lower().decode("latin-1")
        if unit not in ("m", "km", "ft", "mi"):
            raise CommandError(errors.GEO_UNIT)
        args.unit = unit
        at = 5
    else:
        at = 4
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


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
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        longitude = to_double(argv[2])
        if longitude is None:
            raise CommandError(errors.NOT_FLOAT)
        self.longitude = longitude
        latitude = to_latitude(argv[3], self.longitude)
        self.latitude = latitude
        radius = to_double(argv[4])
        if radius is None:
            raise CommandError(errors.GEO_RADIUS)
        if radius < 0:
            raise CommandError(errors.GEO_RADIUS_NEGATIVE)
        self.radius = radius
        unit = argv[5].lower().decode("latin-1")
        if unit not in ("m", "km", "ft", "mi"):
            raise CommandError(errors.GEO_UNIT)
        self.unit = unit
        at = 6
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            elif option == b"STORE" and at < argc:
                self.storedist = None
                self.store = argv[at]
                at += 1
            elif option == b"STOREDIST" and at < argc:
                self.store = None
                self.storedist = argv[at]
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if (self.store is not None or self.storedist is not None) and (
            self.withdist or self.withhash or self.withcoord
        ):
            raise CommandError(errors.GEORADIUS_STORE_WITH)
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_georadius(argv: Argv, now: int) -> GeoradiusArgs:
    args = GeoradiusArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class GeoradiusbymemberArgs:
    """Arguments of GEORADIUSBYMEMBER."""

    key: bytes
    member: bytes
    _radius: bytes
    _unit: bytes
    withdist: bool = False
    withhash: bool = False
    withcoord: bool = False
    any: bool = False
    asc: bool = False
    desc: bool = False
    count: int | None = None
    store: bytes | None = None
    storedist: bytes | None = None
    _argv: Argv

    def radius(self) -> float:
        """Converts when asked for; raises CommandError."""
        value = to_double(self._radius)
        if value is None:
            raise CommandError(errors.GEO_RADIUS)
        if value < 0:
            raise CommandError(errors.GEO_RADIUS_NEGATIVE)
        return value

    def unit(self) -> str:
        """Converts when asked for; raises CommandError."""
        value = self._unit.lower().decode("latin-1")
        if value not in ("m", "km", "ft", "mi"):
            raise CommandError(errors.GEO_UNIT)
        return value

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 5
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            elif option == b"STORE" and at < argc:
                self.storedist = None
                self.store = argv[at]
                at += 1
            elif option == b"STOREDIST" and at < argc:
                self.store = None
                self.storedist = argv[at]
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if (self.store is not None or self.storedist is not None) and (
            self.withdist or self.withhash or self.withcoord
        ):
            raise CommandError(errors.GEORADIUS_STORE_WITH)
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_georadiusbymember(argv: Argv, now: int) -> GeoradiusbymemberArgs:
    args = GeoradiusbymemberArgs()
    args.key = argv[1]
    args.member = argv[2]
    args._radius = argv[3]
    args._unit = argv[4]
    args._argv = argv
    return args


class GeoradiusbymemberRoArgs:
    """Arguments of GEORADIUSBYMEMBER_RO."""

    key: bytes
    member: bytes
    _radius: bytes
    _unit: bytes
    withdist: bool = False
    withhash: bool = False
    withcoord: bool = False
    any: bool = False
    asc: bool = False
    desc: bool = False
    count: int | None = None
    _argv: Argv

    def radius(self) -> float:
        """Converts when asked for; raises CommandError."""
        value = to_double(self._radius)
        if value is None:
            raise CommandError(errors.GEO_RADIUS)
        if value < 0:
            raise CommandError(errors.GEO_RADIUS_NEGATIVE)
        return value

    def unit(self) -> str:
        """Converts when asked for; raises CommandError."""
        value = self._unit.lower().decode("latin-1")
        if value not in ("m", "km", "ft", "mi"):
            raise CommandError(errors.GEO_UNIT)
        return value

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 5
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_georadiusbymember_ro(argv: Argv, now: int) -> GeoradiusbymemberRoArgs:
    args = GeoradiusbymemberRoArgs()
    args.key = argv[1]
    args.member = argv[2]
    args._radius = argv[3]
    args._unit = argv[4]
    args._argv = argv
    return args


class GeoradiusRoArgs:
    """Arguments of GEORADIUS_RO."""

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
    _argv: Argv

    def rest(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        longitude = to_double(argv[2])
        if longitude is None:
            raise CommandError(errors.NOT_FLOAT)
        self.longitude = longitude
        latitude = to_latitude(argv[3], self.longitude)
        self.latitude = latitude
        radius = to_double(argv[4])
        if radius is None:
            raise CommandError(errors.GEO_RADIUS)
        if radius < 0:
            raise CommandError(errors.GEO_RADIUS_NEGATIVE)
        self.radius = radius
        unit = argv[5].lower().decode("latin-1")
        if unit not in ("m", "km", "ft", "mi"):
            raise CommandError(errors.GEO_UNIT)
        self.unit = unit
        at = 6
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_georadius_ro(argv: Argv, now: int) -> GeoradiusRoArgs:
    args = GeoradiusRoArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class GeosearchArgs:
    """Arguments of GEOSEARCH."""

    key: bytes
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
    _argv: Argv

    def rest(self, look_up: Callable[[bytes], object]) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 2
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            elif option == b"FROMMEMBER" and at < argc:
                if self.fromlonlat:
                    raise CommandError(errors.SYNTAX)
                look_up(argv[at])
                self.frommember = argv[at]
                at += 1
            elif option == b"FROMLONLAT" and argc - at >= 2:
                if self.frommember is not None:
                    raise CommandError(errors.SYNTAX)
                self.fromlonlat = True
                longitude = to_double(argv[at])
                if longitude is None:
                    raise CommandError(errors.NOT_FLOAT)
                self.longitude = longitude
                latitude = to_latitude(argv[at + 1], self.longitude)
                self.latitude = latitude
                at += 2
            elif option == b"BYRADIUS" and argc - at >= 2:
                if self.bybox:
                    raise CommandError(errors.SYNTAX)
                self.byradius = True
                radius = to_double(argv[at])
                if radius is None:
                    raise CommandError(errors.GEO_RADIUS)
                if radius < 0:
                    raise CommandError(errors.GEO_RADIUS_NEGATIVE)
                self.radius = radius
                radius_unit = argv[at + 1].lower().decode("latin-1")
                if radius_unit not in ("m", "km", "ft", "mi"):
                    raise CommandError(errors.GEO_UNIT)
                self.radius_unit = radius_unit
                at += 2
            elif option == b"BYBOX" and argc - at >= 3:
                if self.byradius:
                    raise CommandError(errors.SYNTAX)
                self.bybox = True
                width = to_double(argv[at])
                if width is None:
                    raise CommandError(errors.GEO_WIDTH)
                self.width = width
                height = to_box_height(argv[at + 1], self.width)
                self.height = height
                box_unit = argv[at + 2].lower().decode("latin-1")
                if box_unit not in ("m", "km", "ft", "mi"):
                    raise CommandError(errors.GEO_UNIT)
                self.box_unit = box_unit
                at += 3
            else:
                raise CommandError(errors.SYNTAX)
        if not (self.frommember is not None) and not self.fromlonlat:
            raise CommandError(errors.geosearch_from(argv[0]))
        if not self.byradius and not self.bybox:
            raise CommandError(errors.geosearch_by(argv[0]))
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_geosearch(argv: Argv, now: int) -> GeosearchArgs:
    args = GeosearchArgs()
    args.key = argv[1]
    args._argv = argv
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
    _argv: Argv

    def rest(self, look_up: Callable[[bytes], object]) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHDIST":
                self.withdist = True
            elif option == b"WITHHASH":
                self.withhash = True
            elif option == b"WITHCOORD":
                self.withcoord = True
            elif option == b"ANY":
                self.any = True
            elif option == b"ASC":
                self.desc = False
                self.asc = True
            elif option == b"DESC":
                self.asc = False
                self.desc = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.STREAM_COUNT_NOT_POSITIVE)
                self.count = count
                at += 1
            elif option == b"FROMMEMBER" and at < argc:
                if self.fromlonlat:
                    raise CommandError(errors.SYNTAX)
                look_up(argv[at])
                self.frommember = argv[at]
                at += 1
            elif option == b"FROMLONLAT" and argc - at >= 2:
                if self.frommember is not None:
                    raise CommandError(errors.SYNTAX)
                self.fromlonlat = True
                longitude = to_double(argv[at])
                if longitude is None:
                    raise CommandError(errors.NOT_FLOAT)
                self.longitude = longitude
                latitude = to_latitude(argv[at + 1], self.longitude)
                self.latitude = latitude
                at += 2
            elif option == b"BYRADIUS" and argc - at >= 2:
                if self.bybox:
                    raise CommandError(errors.SYNTAX)
                self.byradius = True
                radius = to_double(argv[at])
                if radius is None:
                    raise CommandError(errors.GEO_RADIUS)
                if radius < 0:
                    raise CommandError(errors.GEO_RADIUS_NEGATIVE)
                self.radius = radius
                radius_unit = argv[at + 1].lower().decode("latin-1")
                if radius_unit not in ("m", "km", "ft", "mi"):
                    raise CommandError(errors.GEO_UNIT)
                self.radius_unit = radius_unit
                at += 2
            elif option == b"BYBOX" and argc - at >= 3:
                if self.byradius:
                    raise CommandError(errors.SYNTAX)
                self.bybox = True
                width = to_double(argv[at])
                if width is None:
                    raise CommandError(errors.GEO_WIDTH)
                self.width = width
                height = to_box_height(argv[at + 1], self.width)
                self.height = height
                box_unit = argv[at + 2].lower().decode("latin-1")
                if box_unit not in ("m", "km", "ft", "mi"):
                    raise CommandError(errors.GEO_UNIT)
                self.box_unit = box_unit
                at += 3
            elif option == b"STOREDIST":
                self.storedist = True
            else:
                raise CommandError(errors.SYNTAX)
        if self.withdist or self.withhash or self.withcoord:
            raise CommandError(errors.GEOSEARCHSTORE_WITH)
        if not (self.frommember is not None) and not self.fromlonlat:
            raise CommandError(errors.geosearch_from(argv[0]))
        if not self.byradius and not self.bybox:
            raise CommandError(errors.geosearch_by(argv[0]))
        if self.any and not (self.count is not None):
            raise CommandError(errors.GEO_ANY_WITHOUT_COUNT)


def parse_geosearchstore(argv: Argv, now: int) -> GeosearchstoreArgs:
    args = GeosearchstoreArgs()
    args.destination = argv[1]
    args.source = argv[2]
    args._argv = argv
    return args
