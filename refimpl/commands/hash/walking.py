"""Random fields, and walking through all of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from refimpl.commands.hash.lapse import remove_if_empty, tell_lapsed
from refimpl.datatypes.glob import glob_match
from refimpl.datatypes.hash import HashValue
from refimpl.resp.replies import EMPTY_ARRAY, array, bulk, bulks
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.hash import HrandfieldArgs, HscanArgs

_DEFAULT_PAGE: Final = 10
"""Fields an HSCAN without COUNT looks at."""

_NO_PATTERN: Final = b"*"
"""MATCH with this alone means all fields, the empty one too."""


@handles("HRANDFIELD")
def hrandfield(call: Call, args: HrandfieldArgs) -> bytes:
    """One random field; or several different ones, or (a negative count) the same ones again."""
    value = _without_lapsed(call, args.key)
    count = args.count
    if count is None:
        return call.wire.null if value is None else bulk(value.random(call.random))
    if value is None or count == 0:
        return EMPTY_ARRAY
    if count < 0:
        fields = [value.random(call.random) for _ in range(-count)]
    else:
        fields = value.sample(call.random, count)
    if args.withvalues is None:
        return bulks(fields)
    pairs = [(field, value.get(field) or b"") for field in fields]
    if call.wire.version == 2:
        return bulks(chain.from_iterable(pairs))
    return array([bulks(pair) for pair in pairs])


def _without_lapsed(call: Call, key: bytes) -> HashValue | None:
    """The hash, once all fields whose time has passed are out of it."""
    value = call.keys.read(key, HashValue)
    if value is None or not value.expires:
        return value
    lapsed = value.remove_expired(call.now)
    if not lapsed:
        return value
    call.server.keyspace_statistics.expired_fields += len(lapsed)
    tell_lapsed(call, key)
    return None if remove_if_empty(call, key, value) else value


@handles("HSCAN")
def hscan(call: Call, args: HscanArgs) -> bytes:
    """The next fields, and values if wanted, of a walk through all of them."""
    value = call.keys.read(args.key, HashValue)
    if value is None:
        return array([bulk(b"0"), EMPTY_ARRAY])
    args.options()
    cursor, fields = value.scan(args.cursor, args.count or _DEFAULT_PAGE, call.now)
    pattern = args.match
    if pattern is not None and pattern != _NO_PATTERN:
        fields = [field for field in fields if glob_match(pattern, field)]
    if not args.novalues:
        fields = [part for field in fields for part in (field, value.get(field) or b"")]
    return array([bulk(b"%d" % cursor), bulks(fields)])
