"""Taking members from either end, waiting for them if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.sorted_set.entries import members_with_scores, pairs, removed
from refimpl.datatypes.sorted_set import Entry, SortedSetValue
from refimpl.resp.replies import EMPTY_ARRAY, array, bulk
from refimpl.session.registry import handles, handles_short

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.sorted_set import (
        BzmpopArgs,
        BzpopmaxArgs,
        BzpopminArgs,
        ZmpopArgs,
        ZpopmaxArgs,
        ZpopminArgs,
    )


@handles("ZPOPMIN")
def pop_lowest(call: Call, args: ZpopminArgs) -> bytes:
    """Take the members of the lowest scores."""
    return _pop(call, args, highest=False)


@handles_short("ZPOPMIN", words=2)
def pop_one_lowest(call: Call, argv: Argv) -> bytes:
    """Take the member of the lowest score."""
    return _pop_one(call, argv[1], call.keys.write(argv[1], SortedSetValue), highest=False)


@handles("ZPOPMAX")
def pop_highest(call: Call, args: ZpopmaxArgs) -> bytes:
    """Take the members of the highest scores."""
    return _pop(call, args, highest=True)


def _pop(call: Call, args: ZpopminArgs | ZpopmaxArgs, *, highest: bool) -> bytes:
    value = call.keys.write(args.key, SortedSetValue)
    if args.count is None:
        return _pop_one(call, args.key, value, highest=highest)
    if value is None or args.count == 0:
        return EMPTY_ARRAY
    return members_with_scores(call.wire, _take(call, args.key, value, highest, args.count))


def _pop_one(call: Call, key: bytes, value: SortedSetValue | None, *, highest: bool) -> bytes:
    if value is None:
        return EMPTY_ARRAY
    ((score, member),) = _take(call, key, value, highest, 1)
    return array([bulk(member), call.wire.double(score)])


@handles("ZMPOP")
def pop_from_any(call: Call, args: ZmpopArgs) -> bytes:
    """Take members from the first key that has any."""
    reply = _pop_from_first(call, args)
    return call.wire.null_array if reply is None else reply


@handles("BZMPOP")
def wait_and_pop_from_any(call: Call, args: BzmpopArgs) -> bytes:
    """Take members from the first key that has any, or wait for one."""
    reply = _pop_from_first(call, args)
    if reply is None:
        call.block(args.keys, args.timeout, call.wire.null_array, SortedSetValue)
    return reply


def _pop_from_first(call: Call, args: ZmpopArgs | BzmpopArgs) -> bytes | None:
    count = 1 if args.count is None else args.count
    for key in args.keys:
        value = call.keys.write(key, SortedSetValue)
        if value is not None:
            gone = _take(call, key, value, args.where == "max", count)
            return array([bulk(key), pairs(call.wire, gone)])
    return None


@handles("BZPOPMIN")
def wait_and_pop_lowest(call: Call, args: BzpopminArgs) -> bytes:
    """Take the member of the lowest score, or wait for one."""
    return _wait_and_pop(call, args, highest=False)


@handles("BZPOPMAX")
def wait_and_pop_highest(call: Call, args: BzpopmaxArgs) -> bytes:
    """Take the member of the highest score, or wait for one."""
    return _wait_and_pop(call, args, highest=True)


def _wait_and_pop(call: Call, args: BzpopminArgs | BzpopmaxArgs, *, highest: bool) -> bytes:
    for key in args.keys:
        value = call.keys.write(key, SortedSetValue)
        if value is not None:
            ((score, member),) = _take(call, key, value, highest, 1)
            return array([bulk(key), bulk(member), call.wire.double(score)])
    return call.block(args.keys, args.timeout, call.wire.null_array, SortedSetValue)


def _take(call: Call, key: bytes, value: SortedSetValue, highest: bool, count: int) -> list[Entry]:
    """Remove up to `count` entries from one end, outermost first."""
    if highest:
        size = len(value)
        gone = value.cut(max(size - count, 0), size)[::-1]
    else:
        gone = value.cut(0, count)
    removed(call, "zpopmax" if highest else "zpopmin", key, value, len(gone))
    return gone
