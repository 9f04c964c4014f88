"""Asking for sizes, scores and ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import ZERO, array, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.sorted_set import (
        ZcountArgs,
        ZlexcountArgs,
        ZrankArgs,
        ZrevrankArgs,
    )


@handles("ZCARD")
def size(call: Call, argv: Argv) -> bytes:
    """How many members there are."""
    value = call.keys.read(argv[1], SortedSetValue)
    return ZERO if value is None else integer(len(value))


@handles("ZSCORE")
def score(call: Call, argv: Argv) -> bytes:
    """A member's score."""
    value = call.keys.read(argv[1], SortedSetValue)
    found = None if value is None else value.score(argv[2])
    return call.wire.null if found is None else call.wire.double(found)


@handles("ZMSCORE")
def scores(call: Call, argv: Argv) -> bytes:
    """The scores of several members, null for those that aren't there."""
    value = call.keys.read(argv[1], SortedSetValue)
    wire = call.wire
    if value is None:
        return array([wire.null] * (len(argv) - 2))
    found = map(value.score, argv[2:])
    return array([wire.null if each is None else wire.double(each) for each in found])


@handles("ZRANK")
def rank(call: Call, args: ZrankArgs) -> bytes:
    """How many members come before this one."""
    return _rank(call, args, reverse=False)


@handles("ZREVRANK")
def reverse_rank(call: Call, args: ZrevrankArgs) -> bytes:
    """How many members come behind this one."""
    return _rank(call, args, reverse=True)


def _rank(call: Call, args: ZrankArgs | ZrevrankArgs, *, reverse: bool) -> bytes:
    value = call.keys.read(args.key, SortedSetValue)
    before = None if value is None else value.rank(args.member)
    if value is None or before is None:
        return call.wire.null_array if args.withscore else call.wire.null
    position = len(value) - 1 - before if reverse else before
    if not args.withscore:
        return integer(position)
    ((found, _),) = value.entries(before, before + 1)
    return array([integer(position), call.wire.double(found)])


@handles("ZCOUNT")
def count_scores(call: Call, args: ZcountArgs) -> bytes:
    """How many members have a score in a range."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return ZERO
    start, stop = value.score_span(args.min, args.max)
    return integer(stop - start)


@handles("ZLEXCOUNT")
def count_members(call: Call, args: ZlexcountArgs) -> bytes:
    """How many members are between two others."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return ZERO
    start, stop = value.lex_span(args.min, args.max)
    return integer(stop - start)
