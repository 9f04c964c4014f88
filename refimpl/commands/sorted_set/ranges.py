"""Members of a range of ranks, scores or members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.sorted_set.entries import (
    members,
    members_with_scores,
    rank_span,
    stored,
)
from refimpl.datatypes.sorted_set import Entry, SortedSetValue
from refimpl.resp.replies import EMPTY_ARRAY, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.sorted_set import (
        ZrangeArgs,
        ZrangebylexArgs,
        ZrangebyscoreArgs,
        ZrangestoreArgs,
        ZrevrangeArgs,
        ZrevrangebylexArgs,
        ZrevrangebyscoreArgs,
    )


@handles("ZRANGE")
def range_(call: Call, args: ZrangeArgs) -> bytes:
    """The members of a range, by rank unless BYSCORE or BYLEX is given."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return EMPTY_ARRAY
    return _reply(call, _select(value, args), args.withscores)


@handles("ZRANGESTORE")
def range_store(call: Call, args: ZrangestoreArgs) -> bytes:
    """Store the members of a range in another key; a range that holds none deletes it."""
    value = call.keys.read(args.source, SortedSetValue)
    entries = [] if value is None else _select(value, args)
    result = None
    if entries:
        # Only a range of ranks is known to be long before it is walked.
        count = 0 if args.byscore or args.bylex else len(entries)
        result = SortedSetValue(call.limits, count)
        for score, member in entries:
            result.add(member, score, call.limits)
    stored(call, "zrangestore", args.destination, result)
    return integer(len(entries))


def _select(value: SortedSetValue, args: ZrangeArgs | ZrangestoreArgs) -> list[Entry]:
    if not (args.byscore or args.bylex):
        return _by_rank(value, args.start, args.stop, args.rev)
    low, high = (args.stop, args.start) if args.rev else (args.start, args.stop)
    span = value.score_span(low, high) if args.byscore else value.lex_span(low, high, args.rev)
    return _limited(value, span, args.offset, args.count, args.rev)


@handles("ZREVRANGE")
def reverse_range(call: Call, args: ZrevrangeArgs) -> bytes:
    """The members of a range of ranks, counted from the highest score down."""
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return EMPTY_ARRAY
    return _reply(call, _by_rank(value, args.start, args.stop, reverse=True), args.withscores)


@handles("ZRANGEBYSCORE")
def range_by_score(call: Call, args: ZrangebyscoreArgs) -> bytes:
    """The members whose score is in a range."""
    return _by_score(call, args, reverse=False)


@handles("ZREVRANGEBYSCORE")
def reverse_range_by_score(call: Call, args: ZrevrangebyscoreArgs) -> bytes:
    """The members whose score is in a range, from the highest score down."""
    return _by_score(call, args, reverse=True)


def _by_score(
    call: Call, args: ZrangebyscoreArgs | ZrevrangebyscoreArgs, *, reverse: bool
) -> bytes:
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return EMPTY_ARRAY
    span = value.score_span(args.min, args.max)
    entries = _limited(value, span, args.offset, args.count, reverse)
    return _reply(call, entries, args.withscores)


@handles("ZRANGEBYLEX")
def range_by_member(call: Call, args: ZrangebylexArgs) -> bytes:
    """The members between two others."""
    return _by_member(call, args, reverse=False)


@handles("ZREVRANGEBYLEX")
def reverse_range_by_member(call: Call, args: ZrevrangebylexArgs) -> bytes:
    """The members between two others, from the last to the first."""
    return _by_member(call, args, reverse=True)


def _by_member(call: Call, args: ZrangebylexArgs | ZrevrangebylexArgs, *, reverse: bool) -> bytes:
    value = call.keys.read(args.key, SortedSetValue)
    if value is None:
        return EMPTY_ARRAY
    span = value.lex_span(args.min, args.max, reverse)
    return members(_limited(value, span, args.offset, args.count, reverse))


def _by_rank(value: SortedSetValue, start: int, stop: int, reverse: bool) -> list[Entry]:
    first, end = rank_span(len(value), start, stop)
    if not reverse:
        return value.entries(first, end)
    return value.entries(len(value) - end, len(value) - first)[::-1]


def _limited(
    value: SortedSetValue,
    span: tuple[int, int],
    offset: int | None,
    count: int | None,
    reverse: bool,
) -> list[Entry]:
    """The entries of a span in the order asked, without the first `offset`, at most `count`.

    A negative offset leaves nothing, a negative count means all.
    """
    start, stop = span
    if offset is not None and count is not None:
        if offset < 0:
            return []
        count = stop - start if count < 0 else count
        if reverse:
            stop = max(stop - offset, start)
            start = max(stop - count, start)
        else:
            start = min(start + offset, stop)
            stop = min(start + count, stop)
    entries = value.entries(start, stop)
    return entries[::-1] if reverse else entries


def _reply(call: Call, entries: list[Entry], withscores: bool) -> bytes:
    return members_with_scores(call.wire, entries) if withscores else members(entries)
