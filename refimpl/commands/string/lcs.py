"""The longest common subsequence of two strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.resp.replies import array, bulk, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.keyspace.database import Value
    from refimpl.session.call import Call
    from refimpl.table.generated.string import LcsArgs

_CELL: Final = 4
"""Bytes that a server's table of lengths has for each pair of prefixes."""


@handles("LCS")
def lcs(call: Call, args: LcsArgs) -> bytes:
    """Answer the subsequence, its length, or the ranges that it consists of."""
    values = call.keys.read_any(args.key1), call.keys.read_any(args.key2)
    first, second = [_string(value) for value in values]
    args.options()
    if (len(first) + 1) * (len(second) + 1) * _CELL > call.limits.proto_max_bulk_len:
        raise CommandError(errors.LCS_MEMORY)
    matches = common_runs(first, second)
    length = sum(size for _, _, size in matches)
    if args.len:
        return integer(length)
    if not args.idx:
        return bulk(b"".join([first[at : at + size] for at, _, size in reversed(matches)]))
    shortest = args.minmatchlen or 0
    ranges = [
        _range(at, also_at, size, args.withmatchlen)
        for at, also_at, size in matches
        if size >= shortest
    ]
    return call.wire.map([bulk(b"matches"), array(ranges), bulk(b"len"), integer(length)])


def _string(value: Value | None) -> bytes:
    if value is None:
        return b""
    if not isinstance(value, (bytes, bytearray)):
        raise CommandError(errors.LCS_NOT_STRINGS)
    return bytes(value)


def _range(at: int, also_at: int, size: int, with_size: bool) -> bytes:
    """Where a run stands in both strings, first and last byte."""
    parts = [
        array([integer(at), integer(at + size - 1)]),
        array([integer(also_at), integer(also_at + size - 1)]),
    ]
    if with_size:
        parts.append(integer(size))
    return array(parts)


def common_runs(first: bytes, second: bytes) -> list[tuple[int, int, int]]:
    """A longest common subsequence as runs (position, position, length), from the last on.

    Of several subsequences it is the one that comes out of going back through the table of
    prefixes' lengths and preferring a shorter second string. A row of that table is an integer
    here: a 0 bit where the length grows with that byte of the second string (Hyyrö, 2004).
    """
    where: dict[int, int] = {}
    for at, byte in enumerate(second):
        where[byte] = where.get(byte, 0) | 1 << at
    mask = (1 << len(second)) - 1
    row, rows = mask, []
    for byte in first:
        hits = row & where.get(byte, 0)
        row = (row + hits | row - hits) & mask
        rows.append(row)

    runs: list[tuple[int, int, int]] = []
    i, j, size = len(first), len(second), 0
    while i and j:
        if first[i - 1] == second[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
            continue
        if size:
            runs.append((i, j, size))
            size = 0
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
        else:
            i -= 1
    if size:
        runs.append((i, j, size))
    return runs
