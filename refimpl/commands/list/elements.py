"""Commands on the elements of one list wherever they are: by index, by range, by value."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.commands.list.ends import remove_if_empty
from refimpl.datatypes.list import ListValue
from refimpl.resp.replies import EMPTY_ARRAY, OK, ZERO, array, bulk, bulks, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.list import (
        LindexArgs,
        LinsertArgs,
        LposArgs,
        LrangeArgs,
        LremArgs,
        LsetArgs,
        LtrimArgs,
    )


@handles("LLEN")
def llen(call: Call, argv: Argv) -> bytes:
    """How many elements the list has."""
    value = call.keys.read(argv[1], ListValue)
    return ZERO if value is None else integer(len(value))


@handles("LINDEX")
def lindex(call: Call, args: LindexArgs) -> bytes:
    """The element at an index."""
    value = call.keys.read(args.key, ListValue)
    if value is None:
        return call.wire.null
    index, length = args.index(), len(value)
    if index < 0:
        index += length
    return bulk(value[index]) if 0 <= index < length else call.wire.null


@handles("LSET")
def lset(call: Call, args: LsetArgs) -> bytes:
    """Replace the element at an index."""
    value = call.keys.write(args.key, ListValue)
    if value is None:
        raise CommandError(errors.NO_SUCH_KEY)
    # Real servers keep the low 32 bits of the index, so that of 2**32 + 1 is the second element.
    index = (args.index() + (1 << 31)) % (1 << 32) - (1 << 31)
    if not value.replace(index, args.element, call.limits):
        raise CommandError(errors.INDEX_OUT_OF_RANGE)
    call.changed("lset", args.key)
    return OK


@handles("LRANGE")
def lrange(call: Call, args: LrangeArgs) -> bytes:
    """The elements between two indices."""
    value = call.keys.read(args.key, ListValue)
    if value is None:
        return EMPTY_ARRAY
    start, stop = _bounds(args.start, args.stop, len(value))
    return bulks(value.slice(start, stop))


@handles("LTRIM")
def ltrim(call: Call, args: LtrimArgs) -> bytes:
    """Keep only the elements between two indices."""
    value = call.keys.write(args.key, ListValue)
    if value is None:
        return OK
    length = len(value)
    start, stop = _bounds(args.start, args.stop, length)
    value.trim(start, length - stop, call.limits)
    call.changed("ltrim", args.key, length - (stop - start))
    remove_if_empty(call, args.key, value)
    return OK


def _bounds(start: int, stop: int, length: int) -> tuple[int, int]:
    """Indices as sent → the first element, and the one behind the last; both 0 if none is left."""
    if start < 0:
        start = max(start + length, 0)
    stop = min(stop + length if stop < 0 else stop, length - 1)
    return (start, stop + 1) if start <= stop else (0, 0)


@handles("LREM")
def lrem(call: Call, args: LremArgs) -> bytes:
    """Remove the first, the last or all elements equal to the one given."""
    value = call.keys.write(args.key, ListValue)
    if value is None:
        return ZERO
    removed = value.remove(args.element, args.count, call.limits)
    if removed:
        call.changed("lrem", args.key, removed)
        remove_if_empty(call, args.key, value)
    return integer(removed)


@handles("LINSERT")
def linsert(call: Call, args: LinsertArgs) -> bytes:
    """Put an element beside the first one equal to the pivot."""
    value = call.keys.write(args.key, ListValue)
    if value is None:
        return ZERO
    if not value.insert(args.pivot, args.element, args.where == "after", call.limits):
        return integer(-1)
    call.changed("linsert", args.key)
    return integer(len(value))


@handles("LPOS")
def lpos(call: Call, args: LposArgs) -> bytes:
    """Where an element is: one index, or an array of them with COUNT."""
    value = call.keys.read(args.key, ListValue)
    if value is None:
        return call.wire.null if args.count is None else EMPTY_ARRAY
    length = len(value)
    rank = args.rank or 1
    compared = min(args.maxlen or length, length)
    skipped = min(abs(rank) - 1, length)
    wanted = min(1 if args.count is None else args.count or length, length)
    matches = _matches(value, args.element, compared, backwards=rank < 0)
    found = list(islice(matches, skipped, skipped + wanted))
    if args.count is not None:
        return array([integer(index) for index in found])
    return integer(found[0]) if found else call.wire.null


def _matches(value: ListValue, element: bytes, compared: int, backwards: bool) -> Iterator[int]:
    """The indices of an element among the first `compared` ones, or, backwards, the last."""
    length = len(value)
    if backwards:
        yield from reversed(value.indices(element, length - compared))
        return
    index = value.find(element, 0, compared)
    while index is not None:
        yield index
        index = value.find(element, index + 1, compared)
