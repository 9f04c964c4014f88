"""Commands that take an element from a list, and wait for one where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.list.ends import move, pop, pop_many
from refimpl.datatypes.list import ListValue
from refimpl.resp.replies import array, bulk, bulks
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.list import (
        BlmoveArgs,
        BlmpopArgs,
        BlpopArgs,
        BrpopArgs,
        BrpoplpushArgs,
    )


@handles("BLPOP")
def blpop(call: Call, args: BlpopArgs) -> bytes:
    """Take the first element of the first list that has one."""
    return _pop(call, args.keys, args.timeout, first=True)


@handles("BRPOP")
def brpop(call: Call, args: BrpopArgs) -> bytes:
    """Take the last element of the first list that has one."""
    return _pop(call, args.keys, args.timeout, first=False)


def _pop(call: Call, keys: list[bytes], timeout: int, first: bool) -> bytes:
    for key in keys:
        value = call.keys.write(key, ListValue)
        if value is not None:
            return bulks((key, pop(call, key, value, first)))
    return call.block(keys, timeout, call.wire.null_array)


@handles("BLMPOP")
def blmpop(call: Call, args: BlmpopArgs) -> bytes:
    """Take elements from the first of several lists that has any."""
    for key in args.keys:
        value = call.keys.write(key, ListValue)
        if value is not None:
            elements = pop_many(call, key, value, args.where == "left", args.count or 1)
            return array([bulk(key), bulks(elements)])
    return call.block(args.keys, args.timeout, call.wire.null_array)


@handles("BLMOVE")
def blmove(call: Call, args: BlmoveArgs) -> bytes:
    """Move an element from one end of a list to one end of another."""
    take, put = args.wherefrom == "left", args.whereto == "left"
    return _move(call, args.source, args.destination, args.timeout, take, put)


@handles("BRPOPLPUSH")
def brpoplpush(call: Call, args: BrpoplpushArgs) -> bytes:
    """Move the last element of a list to the front of another."""
    return _move(call, args.source, args.destination, args.timeout, take=False, put=True)


def _move(
    call: Call, source: bytes, destination: bytes, timeout: int, take: bool, put: bool
) -> bytes:
    value = call.keys.write(source, ListValue)
    if value is None:
        # Whoever may not wait gets the answer of the command that never does.
        return call.block([source], timeout, call.wire.null_array, if_forbidden=call.wire.null)
    return bulk(move(call, source, value, destination, take, put))
