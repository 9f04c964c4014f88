"""Positions, distances, and the search of areas."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

GEOHASH = "datatypes.geohash"
AREA = "datatypes.geo_area"
SEARCH = "commands.geo.search"
PLACES = "commands.geo.places"
VECTORS = "geo/search"

MUTANTS = (
    mutant(
        "geo-rounded-position",
        "a position goes to the nearest cell rather than the one it lies in",
        edit(f"{GEOHASH}:cell_of", "int(column), int(row)", "round(column), round(row)"),
        hints=("GEOADD", "GEOHASH"),
    ),
    mutant(
        "geo-corner-position",
        "a member's position is its cell's corner",
        edit(f"{GEOHASH}:position_of", "(cell.west + cell.east) / 2", "cell.west"),
        hints=("GEOPOS",),
    ),
    mutant(
        "geo-last-column",
        "180 degrees east are in the last column",
        edit(f"{GEOHASH}:cell_of", "int(column)", "min(int(column), (1 << level) - 1)"),
        hints=("GEOADD", VECTORS),
    ),
    mutant(
        "geo-earth-radius",
        "the earth has its mean radius",
        put(f"{GEOHASH}:EARTH_RADIUS", 6371000.0),
        hints=("GEODIST",),
    ),
    mutant(
        "geo-mile",
        "a mile has all its decimals",
        edit(
            f"{PLACES}:distance_between",
            'METRES[args.unit or "m"]',
            '{**METRES, "mi": 1609.344}[args.unit or "m"]',
        ),
        hints=("GEODIST",),
    ),
    mutant(
        "geo-distance-cut",
        "distances are cut rather than rounded",
        edit(f"{PLACES}:distance_reply", "round(distance * 10_000)", "int(distance * 10_000)"),
        hints=("GEODIST", "GEOSEARCH"),
    ),
    mutant(
        "geo-text-of-grid",
        "geohash strings are made of the index's own grid",
        edit(f"{GEOHASH}:text_of", "FINEST, 90.0", "FINEST"),
        hints=("GEOHASH",),
    ),
    mutant(
        "geo-text-short",
        "geohash strings have ten characters",
        edit(f"{GEOHASH}:text_of", "_TEXT_CHARACTERS", "10"),
        hints=("GEOHASH",),
    ),
    mutant(
        "geo-radius-open",
        "what is exactly as far as the radius is outside",
        edit(f"{AREA}:Circle.metres_to", "metres > self._radius", "metres >= self._radius"),
        hints=("GEOSEARCH", "GEORADIUSBYMEMBER"),
    ),
    mutant(
        "geo-box-width",
        "a box's width is measured at its centre",
        edit(
            f"{AREA}:Box.metres_to",
            "distance((centre[0], position[1]), position)",
            "distance(centre, (position[0], centre[1]))",
        ),
        hints=("GEOSEARCH",),
    ),
    mutant(
        "geo-box-whole",
        "a box reaches its whole width to either side",
        edit(f"{AREA}:Box.metres_to", "> self._half_width", "> 2 * self._half_width"),
        hints=("GEOSEARCH",),
    ),
    mutant(
        "geo-in-order-of-score",
        "members are met in the order of the index",
        edit(f"{AREA}:within", "area.cells()", "sorted(area.cells())"),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-sides-order",
        "cells to the east and west come before those to the north and south",
        put(
            f"{GEOHASH}:_SIDES",
            ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)),
        ),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-double-cell",
        "a cell that is neighbour on both sides is looked through twice",
        edit(f"{GEOHASH}:cells_around", "if len(found) == 1 or cell != found[-1]:", "if True:"),
        hints=(VECTORS, "GEOSEARCH"),
    ),
    mutant(
        "geo-poles",
        "the level of cells doesn't depend on the latitude",
        edit(f"{GEOHASH}:level_for", "abs(latitude) > 66", "abs(latitude) > 90"),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-near-poles",
        "beyond 80 degrees cells are as large as beyond 66",
        edit(f"{GEOHASH}:level_for", "abs(latitude) > 80", "abs(latitude) > 90"),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-mercator-width",
        "the coarsest cell is as wide as the projection",
        put(f"{GEOHASH}:_COARSEST_REACH", 20037508.34),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-no-coarser",
        "cells that turn out too small are kept",
        edit(f"{GEOHASH}:cells_around", "level > 1 and _overlap(middle, bounds)", "False"),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-no-antimeridian",
        "the grid ends at 180 degrees",
        edit(
            f"{AREA}:within",
            "area.cells()",
            "[cell for cell in area.cells() if abs(cell.column - area.cells()[0].column) < 2]",
        ),
        hints=(VECTORS, "GEOSEARCH"),
    ),
    mutant(
        "geo-count-any-order",
        "COUNT without ANY takes the first ones that are met",
        edit(f"{SEARCH}:_select", "args.any and", "True and"),
        hints=("GEOSEARCH", "GEORADIUS"),
    ),
    mutant(
        "geo-any-sorted",
        "COUNT ANY answers in order of distance",
        edit(f"{SEARCH}:_select", "and not args.any)", ")"),
        hints=("GEOSEARCH", VECTORS),
    ),
    mutant(
        "geo-ties-whole",
        "a part of equally far members is in the order they were met",
        edit(f"{SEARCH}:_sort", "if wanted == len(found):", "if True:"),
        hints=(VECTORS,),
    ),
    mutant(
        "geo-ties-reversed",
        "equally far members come in reverse with DESC",
        edit(
            f"{SEARCH}:_sort",
            "found.sort(key=lambda each: each.metres, reverse=descending)",
            "found.sort(key=lambda each: each.metres)\n"
            "        if descending:\n            found.reverse()",
        ),
        hints=("GEOSEARCH", VECTORS),
    ),
    mutant(
        "geo-store-distances",
        "STOREDIST stores metres whatever the unit",
        edit(f"{SEARCH}:_store", "each.metres / metres", "each.metres"),
        hints=("GEORADIUS", "GEOSEARCHSTORE"),
    ),
    mutant(
        "geo-store-nothing",
        "storing nothing leaves the destination alone",
        edit(f"{SEARCH}:_store", "    stored(call, event, key, None)\n", "    pass\n"),
        hints=("GEORADIUS", "GEOSEARCHSTORE"),
    ),
    mutant(
        "geo-hash-text",
        "WITHHASH answers the score as text",
        edit(f"{SEARCH}:_reply", "integer(int(each.score))", 'bulk(b"%d" % int(each.score))'),
        hints=("GEOSEARCH", "GEORADIUS"),
    ),
    mutant(
        "geo-member-late",
        "a member that is missing is told after the options were read",
        edit(
            f"{SEARCH}:search",
            "args.rest(lambda member: _position_of(value, member))",
            "args.rest(bytes)",
        ),
        hints=("GEOSEARCH",),
    ),
    mutant(
        "geo-missing-key-radius",
        "GEORADIUSBYMEMBER of a missing key looks at its radius",
        edit(
            f"{SEARCH}:radius_by_member",
            "    if value is None:\n        args.rest()\n",
            "    if value is None:\n        args.radius()\n        args.rest()\n",
        ),
        hints=("GEORADIUSBYMEMBER",),
    ),
    mutant(
        "geo-infinite",
        "an infinite radius is none",
        edit(f"{AREA}:Circle.__init__", "= radius", "= radius if radius < 1e300 else 0.0"),
        hints=("GEOSEARCH",),
    ),
)
