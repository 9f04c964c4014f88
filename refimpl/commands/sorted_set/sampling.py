"""Random members, and walking through all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.commands.sorted_set.entries import members, members_with_scores
from refimpl.datatypes.glob import glob_match
from refimpl.datatypes.numbers import format_double
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import EMPTY_ARRAY, array, bulk, bulks
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.sorted_set import ZrandmemberArgs, ZscanArgs

_DEFAULT_PAGE: Final = 10
"""Members a ZSCAN without COUNT looks at."""


@handles("ZRANDMEMBER")
def random_members(call: Call, args: ZrandmemberArgs) -> bytes:
    """One random member; or several different ones, or (a negative count) the same ones again."""
    value = call.keys.read(args.key, SortedSetValue)
    if args.count is None:
        return call.wire.null if value is None else bulk(value.random_entry(call.random)[1])
    if value is None or args.count == 0:
        return EMPTY_ARRAY
    if args.count < 0:
        entries = [value.random_entry(call.random) for _ in range(-args.count)]
    elif args.count >= len(value):
        # A server that needs no luck to answer goes from the highest to the lowest.
        entries = value.entries(0, len(value))[::-1]
    else:
        entries = value.random_entries(call.random, args.count)
    return members_with_scores(call.wire, entries) if args.withscores else members(entries)


@handles("ZSCAN")
def scan(call: Call, args: ZscanArgs) -> bytes:
    """The next members and scores of a walk. Scores are bulk strings in RESP3, too."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return array([bulk(b"0"), EMPTY_ARRAY])
    args.options()
    cursor, entries = value.scan(args.cursor, args.count or _DEFAULT_PAGE)
    # The pattern alone does not match an empty member; as an option it means "all".
    pattern = None if args.match == b"*" else args.match
    # A skip list's scores are printed with all 17 digits here, and only here.
    text = format_double if value.encoding == "listpack" else _seventeen_digits
    found: list[bytes] = []
    for score, member in entries:
        if pattern is None or glob_match(pattern, member):
            found += (member, text(score))
    return array([bulk(b"%d" % cursor), bulks(found)])


def _seventeen_digits(score: float) -> bytes:
    return b"%.17g" % score
