"""DEBUG's looks at how values are held: the shapes; numbers are each server's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Array, Bulk, Simple, Verbatim, error_line

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


def told(arena: Arena, key: str) -> dict[str, str]:
    """DEBUG OBJECT's fields."""
    reply = arena.call("DEBUG", "OBJECT", key)
    assert isinstance(reply, Simple)
    words = reply.text.decode().split()
    assert words[0] == "Value"
    return dict(word.split(":", 1) for word in words[1:])


SMALL = [
    (("SET", "k", "hello"), "embstr", "6"),
    (("SET", "k", "12345"), "int", "3"),
    (("RPUSH", "k", "a", "b"), "listpack", "16"),
    (("SADD", "k", "1", "2"), "intset", "13"),
    (("HSET", "k", "a", "1"), "listpack", "13"),
    (("ZADD", "k", "1", "a"), "listpack", "13"),
]


@pytest.mark.clause(error=True, requires=("debug",), since="7.2.0")
def test_object(arena: Arena) -> None:
    """Encoding, and the bytes of the value in an RDB file; of nothing but a key."""
    for words, encoding, length in SMALL:
        arena.call("DEL", "k")
        arena.call(*words)
        fields = told(arena, "k")
        assert (fields["encoding"], fields["serializedlength"]) == (encoding, length)
        assert (fields["refcount"], fields["lru_seconds_idle"]) == ("1", "0")
    arena.expect_error("no-such-key", "DEBUG", "OBJECT", "none")


@pytest.mark.clause(requires=("debug",), since={"redis": "6.2.0", "valkey": "99.0.0"})
def test_object_of_several(arena: Arena) -> None:
    """It is told of one key only; Valkey takes what follows for options."""
    arena.call("SET", "k", "v")
    arena.expect_error("debug-unknown", "DEBUG", "OBJECT", "k", "x")


@pytest.mark.clause(requires=("debug", "config-set"), since="7.2.0")
def test_nodes(arena: Arena) -> None:
    """Of a quicklist DEBUG OBJECT tells the nodes."""
    arena.configure({"list-max-listpack-size": "2"})
    arena.call("RPUSH", "k", "a", "b", "c")
    fields = told(arena, "k")
    shown = {name: fields[name] for name in fields if name.startswith("ql_")}
    assert shown == {
        "ql_nodes": "2",
        "ql_avg_node": "1.50",
        "ql_listpack_max": "2",
        "ql_compressed": "0",
        "ql_uncompressed_size": "23",
    }


@pytest.mark.clause(error=True, requires=("debug", "config-set"), since="7.2.0")
def test_packed_threshold(arena: Arena) -> None:
    """Elements of so many bytes get nodes of their own, in lists that are there as in new ones."""
    arena.configure({"list-max-listpack-size": "3"})
    arena.call("RPUSH", "old", "a", "b", "c", "d")
    assert told(arena, "old")["ql_nodes"] == "2"
    try:
        assert arena.call("DEBUG", "QUICKLIST-PACKED-THRESHOLD", "5b") == Simple(b"OK")
        arena.call("RPUSH", "old", "abcde", "abcd")
        assert told(arena, "old")["ql_nodes"] == "4"
        arena.call("RPUSH", "k", "a", "b", "c", "d", "e", "longer", "f", "longer still", "g")
        fields = told(arena, "k")
        assert (fields["ql_nodes"], fields["ql_avg_node"]) == ("6", "1.50")
        arena.call("LINSERT", "k", "BEFORE", "b", "inserted")
        assert told(arena, "k")["ql_nodes"] == "8"
        arena.call("LSET", "k", "-1", "replaced")
        assert told(arena, "k")["ql_nodes"] == "8"
        arena.call("LSET", "k", "-1", "x")
        assert told(arena, "k")["ql_nodes"] == "8"
        reply = arena.call("LRANGE", "k", "0", "-1")
        wanted = [b"a", b"inserted", b"b", b"c", b"d", b"e", b"longer", b"f", b"longer still", b"x"]
        assert [getattr(item, "data", None) for item in getattr(reply, "items", ())] == wanted
        arena.call("RPUSH", "packed", "abcdefgh")
        assert told(arena, "packed")["encoding"] == "listpack"
    finally:
        assert arena.call("DEBUG", "QUICKLIST-PACKED-THRESHOLD", "0") == Simple(b"OK")
    before = told(arena, "k")["ql_nodes"]
    arena.call("RPUSH", "k", "no node of its own")
    assert told(arena, "k")["ql_nodes"] == before
    for word in ("x", "-1", "4gb"):
        arena.expect_error("packed-threshold", "DEBUG", "QUICKLIST-PACKED-THRESHOLD", word)


@pytest.mark.clause(error=True, requires=("debug",), since="7.2.0")
def test_populate(arena: Arena) -> None:
    """Keys with numbers; those that are there stay, and a size cuts or fills the value."""
    assert arena.call("DEBUG", "POPULATE", "3") == Simple(b"OK")
    assert arena.call("MGET", "key:0", "key:2", "key:3") == arena.call(
        "MGET", "key:0", "key:2", "none"
    )
    arena.expect({"bulk": "value:2"}, "GET", "key:2")
    arena.call("DEBUG", "POPULATE", "2", "p", "3")
    arena.expect({"bulk": "val"}, "GET", "p:1")
    arena.call("DEBUG", "POPULATE", "3", "p", "10")
    arena.expect({"bulk": "val"}, "GET", "p:1")
    arena.expect({"bulk": "value:2\x00\x00\x00"}, "GET", "p:2")
    arena.expect({"integer": "6"}, "DBSIZE")
    for words in (("x",), ("-1",), ("1", "p", "x"), ("1", "p", "-1")):
        arena.expect_error("must-be-positive", "DEBUG", "POPULATE", *words)
    arena.expect_error("debug-unknown", "DEBUG", "POPULATE", "1", "p", "1", "x")


@pytest.mark.clause(requires=("debug",))
def test_digests(arena: Arena) -> None:
    """The same data have the same fingerprint, in whatever order they came; nothing has zeros."""
    nothing = Simple(b"0" * 40)
    assert arena.call("DEBUG", "DIGEST") == nothing
    arena.call("SADD", "s", "a", "b", "c")
    arena.call("ZADD", "z", "1", "a", "2.5", "b")
    arena.call("HSET", "h", "f", "1", "g", "2")
    arena.call("RPUSH", "l", "1", "2")
    arena.call("SET", "k", "v")
    first = arena.call("DEBUG", "DIGEST")
    values = arena.call("DEBUG", "DIGEST-VALUE", "s", "z", "h", "l", "k", "none")
    arena.call("DEL", "s", "z", "h")
    assert arena.call("DEBUG", "DIGEST") != first
    arena.call("HSET", "h", "g", "2", "f", "1")
    arena.call("ZADD", "z", "2.5", "b", "1", "a")
    arena.call("SADD", "s", "c", "b", "a")
    assert arena.call("DEBUG", "DIGEST") == first
    again = arena.call("DEBUG", "DIGEST-VALUE", "s", "z", "h", "l", "k", "none")
    assert again == values
    assert isinstance(values, Array)
    assert values.items[-1] == nothing
    arena.call("EXPIRE", "k", "1000")
    assert arena.call("DEBUG", "DIGEST") != first


@pytest.mark.clause(error=True, requires=("debug",), since="7.2.0")
def test_every_type_of_reply(arena: Arena) -> None:
    """DEBUG PROTOCOL answers with any type, in RESP2 as far as that has it."""
    forms = {
        "string": {"bulk": "Hello World"},
        "integer": {"integer": "12345"},
        "double": {"double": "3.141"},
        "null": "null-bulk",
        "array": {"array": [{"integer": "0"}, {"integer": "1"}, {"integer": "2"}]},
        "set": {"set": [{"integer": "0"}, {"integer": "1"}, {"integer": "2"}]},
        "map": {
            "map": [
                [{"integer": "0"}, {"boolean": "false"}],
                [{"integer": "1"}, {"boolean": "true"}],
                [{"integer": "2"}, {"boolean": "false"}],
            ]
        },
        "verbatim": {"verbatim": "txt:This is a verbatim\nstring"},
        "true": {"boolean": "true"},
        "false": {"boolean": "false"},
    }
    for name, form in forms.items():
        arena.expect(form, "DEBUG", "PROTOCOL", name)
    if arena.protocol == 2:
        arena.expect_error("debug-only-resp3", "DEBUG", "PROTOCOL", "push")
    arena.expect_error("debug-protocol", "DEBUG", "PROTOCOL", "x")


@pytest.mark.clause(error=True, requires=("debug",), since="8.2.0")
def test_switches(arena: Arena) -> None:
    """What tests switch off and on: checksums of payloads, and what is beside the point here."""
    arena.call("SET", "k", "v")
    reply = arena.call("DUMP", "k")
    assert isinstance(reply, Bulk)
    damaged = reply.data[:-1] + bytes((reply.data[-1] ^ 1,))
    arena.expect_error("dump-payload", "RESTORE", "copy", "0", damaged)
    assert arena.call("DEBUG", "SET-SKIP-CHECKSUM-VALIDATION", "1") == Simple(b"OK")
    try:
        arena.expect({"simple": "OK"}, "RESTORE", "copy", "0", damaged)
    finally:
        arena.call("DEBUG", "SET-SKIP-CHECKSUM-VALIDATION", "0")
    arena.expect_error("dump-payload", "RESTORE", "copy", "0", damaged, "REPLACE")
    arena.expect({"bulk": "v"}, "GET", "copy")
    for words in (
        ("DICT-RESIZING", "1"),
        ("PAUSE-CRON", "0"),
        ("REPLYBUFFER", "PEAK-RESET-TIME", "NEVER"),
        ("REPLYBUFFER", "PEAK-RESET-TIME", "RESET"),
        ("REPLYBUFFER", "RESIZING", "1"),
        ("SET-ACTIVE-EXPIRE", "1"),
        ("REPLICATE", "0", "SET", "k", "v"),
        ("SLEEP", "0"),
        ("LOG", "text"),
        ("CHANGE-REPL-ID",),
    ):
        assert arena.call("DEBUG", *words) == Simple(b"OK"), words
    arena.expect_error("not-integer", "DEBUG", "REPLYBUFFER", "PEAK-RESET-TIME", "x")
    arena.expect_error("debug-unknown", "DEBUG", "REPLYBUFFER", "x", "1")
    for words in (("STRINGMATCH-LEN", "1", "a"), ("SLEEP",), ("REPLICATE",), ("PAUSE-CRON",)):
        arena.expect_error("debug-unknown", "DEBUG", *words)
    arena.expect_error("client-eviction-disabled", "DEBUG", "CLIENT-EVICTION")
    arena.expect_error("no-internal-secret", "DEBUG", "INTERNAL_SECRET")
    arena.expect_error("debug-only-cluster", "DEBUG", "CLUSTERLINK", "KILL", "to", "x")


@pytest.mark.clause(error=True, requires=("debug", "owned"), commands=("eval",), since="7.2.0")
def test_scripts_may_all(arena: Arena) -> None:
    """DEBUG SET-DISABLE-DENY-SCRIPTS lets scripts call what is not for scripts."""
    script = ("EVAL", "return redis.call('DEBUG', 'SLEEP', '0')", "0")
    assert error_line(arena.call(*script)) is not None
    assert arena.call("DEBUG", "SET-DISABLE-DENY-SCRIPTS", "1") == Simple(b"OK")
    try:
        assert arena.call(*script) == Simple(b"OK")
    finally:
        arena.call("DEBUG", "SET-DISABLE-DENY-SCRIPTS", "0")
    assert error_line(arena.call(*script)) is not None


@pytest.mark.clause(error=True, requires=("debug", "owned"), since="7.2.0")
def test_error_is_not_counted(arena: Arena) -> None:
    """DEBUG ERROR answers with any error, in one line; the call is none that failed."""
    arena.control.call("CONFIG", "RESETSTAT")
    line = error_line(arena.control.call("DEBUG", "ERROR", "CODE some\r\ntext"))
    assert line == b"CODE some  text"
    reply = arena.call("INFO", "errorstats", "commandstats")
    text = getattr(reply, "data", b"").decode()
    assert "errorstat_CODE" not in text
    counted = next(line for line in text.splitlines() if line.startswith("cmdstat_debug:"))
    assert counted.endswith(",rejected_calls=0,failed_calls=0")
