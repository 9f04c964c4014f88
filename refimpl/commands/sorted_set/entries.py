"""Replies and ends that the commands of this package share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.resp.replies import array_header, bulk, bulks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refimpl.datatypes.sorted_set import Entry, SortedSetValue
    from refimpl.resp.wire import Wire
    from refimpl.session.call import Call

_PAIR: Final = array_header(2)


def members(entries: Sequence[Entry]) -> bytes:
    """An array of the members alone."""
    return bulks([member for _, member in entries])


def members_with_scores(wire: Wire, entries: Sequence[Entry]) -> bytes:
    """Members and scores: pairs in RESP3, where RESP2 has them by turns in one array."""
    if wire.version > 2:
        return pairs(wire, entries)
    double = wire.double
    run = [bulk(member) + double(score) for score, member in entries]
    return array_header(len(run) * 2) + b"".join(run)


def pairs(wire: Wire, entries: Sequence[Entry]) -> bytes:
    """An array of pairs of member and score, in either protocol."""
    double = wire.double
    run = [_PAIR + bulk(member) + double(score) for score, member in entries]
    return array_header(len(run)) + b"".join(run)


def rank_span(size: int, start: int, stop: int) -> tuple[int, int]:
    """Ranks as clients give them (inclusive, negative from the end) as start and stop of a slice.

    (0, 0) when they hold nothing.
    """
    start = max(start + size, 0) if start < 0 else start
    stop = stop + size if stop < 0 else min(stop, size - 1)
    return (start, stop + 1) if start <= stop else (0, 0)


def removed(call: Call, event: str, key: bytes, value: SortedSetValue, count: int) -> None:
    """Tell that `count` members went, and delete the key when none is left."""
    emptied = not len(value)
    if emptied:
        call.keys.remove(key)
    call.changed(event, key, count)
    if emptied:
        call.event("del", key)


def stored(
    call: Call, event: str, key: bytes, value: SortedSetValue | None, count: int = 1
) -> None:
    """Bind a computed set to the key, or delete what is there when nothing was computed.

    `count` is how many changes that is.
    """
    if value is not None:
        call.keys.put(key, value)
        call.changed(event, key, count)
    elif call.keys.remove(key):
        call.changed("del", key)
