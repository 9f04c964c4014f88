"""Adding, moving and removing members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.sorted_set.entries import rank_span, removed
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import ONE, ZERO, integer
from refimpl.session.registry import handles, handles_short
from refimpl.table import errors
from refimpl.table.convert import to_double
from refimpl.table.failure import CommandError, NotShort

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.sorted_set import (
        ZaddArgs,
        ZincrbyArgs,
        ZremrangebylexArgs,
        ZremrangebyrankArgs,
        ZremrangebyscoreArgs,
    )


@handles("ZADD")
def add(call: Call, args: ZaddArgs) -> bytes:
    """Give each member its score, as far as the options allow."""
    entries = args.entries
    if args.incr:
        return _add_to_score(call, args)
    value = call.keys.write(args.key, SortedSetValue)
    is_new = value is None
    if value is None:
        if args.xx:
            return ZERO
        if len(entries) > call.limits.zset_max_listpack_entries:
            scores = {member: score for score, member in entries}
            if len(scores) == len(entries):  # nobody is named twice
                return _add_all(call, args.key, scores)
        # Of the members to come only the first one's length is looked at.
        value = SortedSetValue(call.limits, len(entries), len(entries[0][1]))
    else:
        value.expect(len(entries), call.limits)

    added = updated = 0
    for score, member in entries:
        old = value.score(member)
        if old is None:
            if not args.xx:
                value.add(member, score, call.limits)
                added += 1
        elif score != old and not args.nx and not _goes_wrong_way(args, old, score):
            value.move(member, old, score)
            updated += 1

    if is_new:
        call.keys.add(args.key, value)
    if added or updated:
        call.changed("zadd", args.key, added + updated)
    return integer(added + updated if args.ch else added)


def _add_all(call: Call, key: bytes, scores: dict[bytes, float]) -> bytes:
    """Make a set of many members: to sort them once takes two thirds of the time."""
    call.keys.add(key, SortedSetValue.of(scores, call.limits))
    call.changed("zadd", key, len(scores))
    return integer(len(scores))


@handles_short("ZADD", words=4)
def add_one(call: Call, argv: Argv) -> bytes:
    """Give one member its score."""
    score = to_double(argv[2])
    if score is None:
        raise NotShort
    key, member = argv[1], argv[3]
    value = call.keys.write(key, SortedSetValue)
    if value is None:
        value = SortedSetValue(call.limits, 1, len(member))
        value.add(member, score, call.limits)
        call.keys.add(key, value)
        call.changed("zadd", key)
        return ONE
    old = value.put(member, score, call.limits)
    if old != score:
        call.changed("zadd", key)
    return ONE if old is None else ZERO


def _add_to_score(call: Call, args: ZaddArgs) -> bytes:
    """ZADD … INCR: the new score, or null where an option forbids the change."""
    increment, member = args.entries[0]
    value = call.keys.write(args.key, SortedSetValue)
    old = None if value is None else value.score(member)
    if args.xx if old is None else args.nx:
        return call.wire.null
    score = increment if old is None else _sum(old, increment)
    if old is not None and _goes_wrong_way(args, old, score):
        return call.wire.null
    _rescore(call, args.key, value, member, old, score)
    return call.wire.double(score)


def _goes_wrong_way(args: ZaddArgs, old: float, score: float) -> bool:
    """Whether GT or LT forbids the change."""
    return (args.gt and score <= old) or (args.lt and score >= old)


@handles("ZINCRBY")
def increment_by(call: Call, args: ZincrbyArgs) -> bytes:
    """Add to a member's score; a new member starts from 0."""
    value = call.keys.write(args.key, SortedSetValue)
    old = None if value is None else value.score(args.member)
    score = args.increment if old is None else _sum(old, args.increment)
    _rescore(call, args.key, value, args.member, old, score)
    return call.wire.double(score)


def _sum(old: float, increment: float) -> float:
    score = old + increment
    if score != score:
        raise CommandError(errors.SCORE_NOT_A_NUMBER)
    return score


def _rescore(
    call: Call,
    key: bytes,
    value: SortedSetValue | None,
    member: bytes,
    old: float | None,
    score: float,
) -> None:
    """Set a score that was computed from the old one (None: the member is new)."""
    if value is None:
        value = SortedSetValue(call.limits, 1, len(member))
        value.add(member, score, call.limits)
        call.keys.add(key, value)
        call.changed("zincr", key)
        return
    value.expect(1, call.limits)
    if old is None:
        value.add(member, score, call.limits)
    elif score != old:
        value.move(member, old, score)
    else:
        return
    call.changed("zincr", key)


@handles("ZREM")
def remove(call: Call, argv: Argv) -> bytes:
    """Remove members; an empty set goes with its key."""
    value = call.keys.write(argv[1], SortedSetValue)
    if value is None:
        return ZERO
    count = sum(map(value.remove, argv[2:]))
    if count:
        removed(call, "zrem", argv[1], value, count)
    return integer(count)


@handles("ZREMRANGEBYRANK")
def remove_by_rank(call: Call, args: ZremrangebyrankArgs) -> bytes:
    """Remove the members of a range of ranks."""
    value = call.keys.write(args.key, SortedSetValue)
    if value is None:
        return ZERO
    return _cut(
        call, args.key, value, "zremrangebyrank", rank_span(len(value), args.start, args.stop)
    )


@handles("ZREMRANGEBYSCORE")
def remove_by_score(call: Call, args: ZremrangebyscoreArgs) -> bytes:
    """Remove the members whose score is in a range."""
    value = call.keys.write(args.key, SortedSetValue)
    if value is None:
        return ZERO
    return _cut(call, args.key, value, "zremrangebyscore", value.score_span(args.min, args.max))


@handles("ZREMRANGEBYLEX")
def remove_by_member(call: Call, args: ZremrangebylexArgs) -> bytes:
    """Remove the members between two others."""
    value = call.keys.write(args.key, SortedSetValue)
    if value is None:
        return ZERO
    return _cut(call, args.key, value, "zremrangebylex", value.lex_span(args.min, args.max))


def _cut(call: Call, key: bytes, value: SortedSetValue, event: str, span: tuple[int, int]) -> bytes:
    count = len(value.cut(*span))
    if count:
        removed(call, event, key, value, count)
    return integer(count)
