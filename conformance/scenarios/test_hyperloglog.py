"""HyperLogLogs that are filled: their bytes and estimates on the way."""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Bulk, Integer

if TYPE_CHECKING:
    from conformance.arena import Arena

# How many of the elements "0", "1", "2"… were added: the estimate, the length, and the bytes'
# digest. The first ones are sparse.
FILLED: tuple[tuple[int, int, int, str], ...] = (
    (1, 1, 21, "7f3f06b6f9e93dc7c695e22d0d28c9eb505d1d3a"),
    (10, 10, 48, "c52b437994b58f7ceafcac4e964963979aaec487"),
    (100, 100, 287, "bd7a67f7bb0d666dfbc43a5e6be0eece01238c3d"),
    (1000, 1001, 1923, "056844b23674733cdc7948ceec9b35608aef10d1"),
    (1400, 1411, 2604, "50e1bb3e95f9d3b35441fabe017238ecd154eddb"),
    (1600, 1611, 2926, "9fad45d3154ea56112237897db613286af77d5b0"),
    (3000, 3004, 12304, "d5a28cac3c17a1ffb2cba6a67f0e4236ce7d985c"),
    (10000, 9987, 12304, "0100d7c90cd0c4a8d2b778575b7ee39ebc0cd7e0"),
    (40000, 40380, 12304, "cf19d3dca83ddace5eecdcb9f6e51ecd3ca1f999"),
)
# Keys that are merged, and the estimate for all of them.
MERGED: tuple[tuple[str, int], ...] = (
    ("ab", 706),
    ("cd", 8966),
    ("ac", 5984),
    ("bd", 6372),
    ("abcd", 8966),
)
BATCH = 500


@pytest.mark.clause("hyperloglog/filled", commands=("pfadd", "pfcount"))
def test_filled(arena: Arena) -> None:
    """With the numbers from 0 on, in order."""
    arena.configure({"hll-sparse-max-bytes": "3000"})
    added = 0
    for upto, estimate, length, digest in FILLED:
        while added < upto:
            batch = min(upto - added, BATCH)
            arena.call("PFADD", "h", *(b"%d" % n for n in range(added, added + batch)))
            added += batch
        assert arena.call("PFCOUNT", "h") == Integer(estimate)
        value = arena.call("GET", "h")
        assert isinstance(value, Bulk)
        assert (len(value.data), sha1(value.data).hexdigest()) == (length, digest)


@pytest.mark.clause("hyperloglog/merged", commands=("pfadd", "pfcount", "pfmerge"))
def test_merged(arena: Arena) -> None:
    """Of several sparse ones, of all dense ones, and both."""
    arena.configure({"hll-sparse-max-bytes": "3000"})
    for key, first, count in (("a", 0, 400), ("b", 300, 400), ("c", 0, 6000), ("d", 3000, 6000)):
        for start in range(first, first + count, BATCH):
            stop = min(start + BATCH, first + count)
            arena.call("PFADD", key, *(b"%d" % n for n in range(start, stop)))
    for keys, estimate in MERGED:
        assert arena.call("PFCOUNT", *keys) == Integer(estimate)
        arena.call("PFMERGE", f"merged:{keys}", *keys)
        assert arena.call("PFCOUNT", f"merged:{keys}") == Integer(estimate)
