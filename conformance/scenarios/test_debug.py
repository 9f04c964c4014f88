"""DEBUG's looks at how values are held: the shapes; numbers are each server's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Bulk, Simple, Verbatim

if TYPE_CHECKING:
    from conformance.arena import Arena


@pytest.mark.clause(error=True, requires=("debug", "config-set"), since="7.2.0")
def test_packed_values(arena: Arena) -> None:
    """A listpack or a quicklist is printed where nobody sees it; other values are refused."""
    arena.configure({"list-max-listpack-size": "2"})
    arena.call("RPUSH", "l", "a", "1")
    arena.call("RPUSH", "q", "a", "b", "c")
    assert arena.call("DEBUG", "LISTPACK", "l") == Simple(b"Listpack structure printed on stdout")
    for words in (("q",), ("q", "1")):
        reply = arena.call("DEBUG", "QUICKLIST", *words)
        assert reply == Simple(b"Quicklist structure printed on stdout")
    arena.expect_error("debug-not-listpack", "DEBUG", "LISTPACK", "q")
    arena.expect_error("debug-not-quicklist", "DEBUG", "QUICKLIST", "l")
    arena.expect_error("no-such-key", "DEBUG", "LISTPACK", "none")
    arena.expect_error("debug-unknown", "DEBUG", "QUICKLIST", "q", "0", "x")


@pytest.mark.clause(error=True, requires=("debug",), since="8.0.0")
def test_string_lengths(arena: Arena) -> None:
    """SDSLEN tells of strings that aren't numbers."""
    arena.call("MSET", "key", "hello", "number", "12")
    reply = arena.call("DEBUG", "SDSLEN", "key")
    assert isinstance(reply, Simple)
    pattern = (
        rb"key_sds_len:3, key_sds_avail:\d+, key_zmalloc: \d+, "
        rb"val_sds_len:5, val_sds_avail:\d+, val_zmalloc: \d+"
    )
    assert re.fullmatch(pattern, reply.text)
    arena.expect_error("debug-not-string", "DEBUG", "SDSLEN", "number")
    arena.expect_error("no-such-key", "DEBUG", "SDSLEN", "none")


@pytest.mark.clause(error=True, requires=("debug",), since="8.0.0")
def test_hash_tables(arena: Arena) -> None:
    """HTSTATS and HTSTATS-KEY count elements, and with FULL the chains they hang in."""
    arena.call("SADD", "s", *map(str, range(200)), "word")
    arena.call("SADD", "small", "a")
    pattern = (
        rb"Hash table 0 stats \(main hash table\):\n table size: \d+\n number of elements: 201\n"
    )
    reply = arena.call("DEBUG", "HTSTATS-KEY", "s")
    assert isinstance(reply, Bulk | Verbatim)
    assert re.match(pattern, reply.data)
    reply = arena.call("DEBUG", "HTSTATS-KEY", "s", "full")
    assert isinstance(reply, Bulk | Verbatim)
    assert b" Chain length distribution:\n   0: " in reply.data
    reply = arena.call("DEBUG", "HTSTATS", "0")
    assert isinstance(reply, Bulk | Verbatim)
    assert re.match(rb"\[Dictionary HT\]\nHash .*\[Expires HT\]\n", reply.data, re.DOTALL)
    arena.expect_error("debug-no-hash-table", "DEBUG", "HTSTATS-KEY", "small")
    arena.expect_error("debug-no-database", "DEBUG", "HTSTATS", "9999")
    arena.expect_error("not-integer", "DEBUG", "HTSTATS", "x")
