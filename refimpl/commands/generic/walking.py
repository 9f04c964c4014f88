"""Finding keys without knowing their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.glob import compile_glob
from refimpl.datatypes.kinds import type_name
from refimpl.resp.replies import array, bulk, bulks
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.generic import ScanArgs

_DEFAULT_PAGE = 10
"""Keys a SCAN without COUNT looks at."""

_ALL = b"*"
"""The pattern that isn't looked at: it means all keys, the one with the empty name too."""


@handles("KEYS")
def keys(call: Call, argv: Argv) -> bytes:
    """Answer the names that match a pattern."""
    pattern = argv[1]
    names = call.keys.keys()
    if pattern != _ALL:
        matches = compile_glob(pattern)
        names = [name for name in names if matches(name) is not None]
    return bulks(names)


@handles("SCAN")
def scan(call: Call, args: ScanArgs) -> bytes:
    """Answer where to go on, and those of the next keys that match."""
    cursor, names = call.keys.scan(args.cursor, args.count or _DEFAULT_PAGE)
    if args.match is not None and args.match != _ALL:
        matches = compile_glob(args.match)
        names = [name for name in names if matches(name) is not None]
    if args.type is not None:
        wanted = args.type.lower().decode("latin-1")
        names = [name for name in names if type_name(call.keys.peek(name)) == wanted]
    return array([bulk(b"%d" % cursor), bulks(names)])


@handles("RANDOMKEY")
def randomkey(call: Call, argv: Argv) -> bytes:
    """Answer any key."""
    key = call.keys.random_key(call.random)
    return call.wire.null if key is None else bulk(key)
