"""Commands that add and take elements at the ends of lists, and never wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.list.ends import move, pop, pop_many, push
from refimpl.datatypes.list import ListValue
from refimpl.resp.replies import EMPTY_ARRAY, ZERO, array, bulk, bulks, integer
from refimpl.session.registry import handles, handles_short

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.list import LmoveArgs, LmpopArgs, LpopArgs, RpopArgs


@handles("LPUSH")
def lpush(call: Call, argv: Argv) -> bytes:
    """Add elements at the front, each before the one that was first."""
    return integer(push(call, argv[1], argv[2:], first=True))


@handles("RPUSH")
def rpush(call: Call, argv: Argv) -> bytes:
    """Add elements at the end."""
    return integer(push(call, argv[1], argv[2:], first=False))


# The short forms of both directions are written out: what they share would be one call more.


@handles_short("LPUSH", words=3)
def lpush_one(call: Call, argv: Argv) -> bytes:
    """Add one element at the front."""
    key = argv[1]
    value = call.keys.write(key, ListValue)
    if value is None:
        value = ListValue()
        call.keys.add(key, value)
    length = value.push_one(argv[2], True, call.limits)
    call.changed("lpush", key)
    return integer(length)


@handles_short("RPUSH", words=3)
def rpush_one(call: Call, argv: Argv) -> bytes:
    """Add one element at the end."""
    key = argv[1]
    value = call.keys.write(key, ListValue)
    if value is None:
        value = ListValue()
        call.keys.add(key, value)
    length = value.push_one(argv[2], False, call.limits)
    call.changed("rpush", key)
    return integer(length)


@handles("LPUSHX")
def lpushx(call: Call, argv: Argv) -> bytes:
    """Add elements at the front of a list that exists."""
    return _push_existing(call, argv, first=True)


@handles("RPUSHX")
def rpushx(call: Call, argv: Argv) -> bytes:
    """Add elements at the end of a list that exists."""
    return _push_existing(call, argv, first=False)


def _push_existing(call: Call, argv: Argv, first: bool) -> bytes:
    if call.keys.write(argv[1], ListValue) is None:
        return ZERO
    return integer(push(call, argv[1], argv[2:], first))


@handles("LPOP")
def lpop(call: Call, args: LpopArgs) -> bytes:
    """Take the first element, or the first so many."""
    return _pop(call, args.key, args.count, first=True)


@handles("RPOP")
def rpop(call: Call, args: RpopArgs) -> bytes:
    """Take the last element, or the last so many from the end on."""
    return _pop(call, args.key, args.count, first=False)


@handles_short("LPOP", words=2)
def lpop_one(call: Call, argv: Argv) -> bytes:
    """Take the first element."""
    key = argv[1]
    value = call.keys.write(key, ListValue)
    return call.wire.null if value is None else bulk(pop(call, key, value, first=True))


@handles_short("RPOP", words=2)
def rpop_one(call: Call, argv: Argv) -> bytes:
    """Take the last element."""
    key = argv[1]
    value = call.keys.write(key, ListValue)
    return call.wire.null if value is None else bulk(pop(call, key, value, first=False))


def _pop(call: Call, key: bytes, count: int | None, first: bool) -> bytes:
    value = call.keys.write(key, ListValue)
    if value is None:
        return call.wire.null if count is None else call.wire.null_array
    if count is None:
        return bulk(pop(call, key, value, first))
    if count == 0:
        return EMPTY_ARRAY
    return bulks(pop_many(call, key, value, first, count))


@handles("LMPOP")
def lmpop(call: Call, args: LmpopArgs) -> bytes:
    """Take elements from the first of several lists that has any."""
    for key in args.keys:
        value = call.keys.write(key, ListValue)
        if value is not None:
            elements = pop_many(call, key, value, args.where == "left", args.count or 1)
            return array([bulk(key), bulks(elements)])
    return call.wire.null_array


@handles("LMOVE")
def lmove(call: Call, args: LmoveArgs) -> bytes:
    """Move an element from one end of a list to one end of another."""
    take, put = args.wherefrom == "left", args.whereto == "left"
    return _move(call, args.source, args.destination, take, put)


@handles("RPOPLPUSH")
def rpoplpush(call: Call, argv: Argv) -> bytes:
    """Move the last element of a list to the front of another."""
    return _move(call, argv[1], argv[2], take=False, put=True)


def _move(call: Call, source: bytes, destination: bytes, take: bool, put: bool) -> bytes:
    value = call.keys.write(source, ListValue)
    if value is None:
        return call.wire.null
    return bulk(move(call, source, value, destination, take, put))
