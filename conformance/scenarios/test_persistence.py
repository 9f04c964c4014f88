"""The dataset on disk: written, read again, and what happens when that fails."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conformance.compare.shape import pairs_of
from conformance.scenarios.beside import program, started
from conformance.scenarios.test_statistics import fields
from conformance.targets.base import free_port
from conformance.wire.transport import Closed
from conformance.wire.values import Array, Bulk, Error, Integer, Simple, Value, error_line

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.client import Client

FILES = Path(__file__).with_name("rdb")
NAME = "dump.rdb"
OK = Simple(b"OK")
STARTED = Simple(b"Background saving started")


def told(client: Client, name: str) -> str:
    """A field of INFO."""
    reply = client.call("INFO")
    assert isinstance(reply, Bulk)
    lines = reply.data.decode("latin1").splitlines()
    return dict(line.split(":", 1) for line in lines if ":" in line)[name]


def fill(client: Client) -> None:
    """Values of all kinds, in two databases, with and without a time to live."""
    for words in (
        ("SET", "text", "some text"),
        ("SET", "number", "-12345"),
        ("SET", "long", "0123456789" * 30),
        ("SET", "later", "v", "PXAT", "4102444800000"),
        ("RPUSH", "list", "a", "1", "-200", "70000", "x" * 300),
        ("RPUSH", "quicklist", *(f"element {number}" for number in range(1500))),
        ("SADD", "integers", "1", "-70000", "8000000000"),
        ("SADD", "members", "a", "b", "3"),
        ("SADD", "table", *(f"member {number}" for number in range(200))),
        ("ZADD", "scores", "1", "a", "-inf", "b", "2.5", "c"),
        ("ZADD", "skiplist", *(word for n in range(200) for word in (str(n / 7), f"m{n}"))),
        ("HSET", "hash", "field", "value", "number", "12"),
        ("HSET", "fields", *(word for n in range(600) for word in (f"f{n}", str(n)))),
        ("SELECT", "9"),
        ("SET", "elsewhere", "v"),
        ("SELECT", "0"),
    ):
        reply = client.call(*words)
        assert not isinstance(reply, Error), (words, reply)


@pytest.mark.clause(commands=("save", "debug"), requires=("owned",), since={"redis": "7.0.0"})
def test_save_and_start(arena: Arena, tmp_path: Path) -> None:
    """What SAVE writes is there after a start: values, databases, times to live."""
    with started(arena, tmp_path) as client:
        fill(client)
        assert int(told(client, "rdb_changes_since_last_save")) > 0
        assert client.call("SAVE") == OK
        assert told(client, "rdb_changes_since_last_save") == "0"
        assert told(client, "rdb_saves") == "1"
        client.call("SET", "unsaved", "v")
        digest = client.call("DEBUG", "DIGEST")
        client.call("DEL", "unsaved")
        saved = client.call("DEBUG", "DIGEST")
        assert saved != digest
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".rdb"] == [NAME]
    with started(arena, tmp_path) as client:
        assert client.call("DEBUG", "DIGEST") == saved
        assert client.call("PEXPIRETIME", "later") == Integer(4102444800000)
        assert told(client, "rdb_last_load_keys_loaded") == "14"
        assert told(client, "rdb_changes_since_last_save") == "0"


def library(name: str, function: str, reply: int) -> str:
    """The text of a library of one function."""
    body = f"function() return {reply} end"
    return f"#!lua name={name}\nredis.register_function('{function}', {body})"


@pytest.mark.clause(commands=("function", "save"), requires=("owned",), since={"redis": "7.0.0"})
def test_libraries_are_saved(arena: Arena, tmp_path: Path) -> None:
    """Libraries of functions are part of the dataset."""
    with started(arena, tmp_path) as client:
        client.call("FUNCTION", "LOAD", library("one", "f", 1))
        client.call("FUNCTION", "LOAD", library("two", "g", 2) + " -- " + "long " * 5000)
        assert client.call("SAVE") == OK
        client.call("FUNCTION", "LOAD", library("three", "h", 3))
    with started(arena, tmp_path) as client:
        assert client.call("FCALL", "f", "0") == Integer(1)
        assert client.call("FCALL", "g", "0") == Integer(2)
        assert isinstance(client.call("FCALL", "h", "0"), Error)
        assert told(client, "number_of_libraries") == "2"


@pytest.mark.clause(error=True, commands=("debug",), requires=("owned",), since={"redis": "8.2.0"})
def test_libraries_are_loaded_over_others(arena: Arena, tmp_path: Path) -> None:
    """DEBUG RELOAD forgets libraries, or replaces those of the same name, or finds them there."""
    failed = b"ERR Error trying to load the RDB dump, check server logs."
    with started(arena, tmp_path, "--enable-debug-command", "yes") as client:
        client.call("FUNCTION", "LOAD", library("one", "f", 1))
        assert client.call("SAVE") == OK
        client.call("FUNCTION", "LOAD", "REPLACE", library("one", "f", 2))
        client.call("FUNCTION", "LOAD", library("two", "g", 3))
        merged = client.call("DEBUG", "RELOAD", "NOSAVE", "NOFLUSH", "MERGE")
        assert merged == OK
        assert client.call("FCALL", "f", "0") == Integer(1)
        assert client.call("FCALL", "g", "0") == Integer(3)
        again = client.call("DEBUG", "RELOAD", "NOSAVE", "NOFLUSH")
        assert error_line(again) == failed
        assert client.call("DEBUG", "RELOAD", "NOSAVE") == OK
        assert client.call("FCALL", "f", "0") == Integer(1)
        assert isinstance(client.call("FCALL", "g", "0"), Error)
        client.call("FUNCTION", "DELETE", "one")
        client.call("FUNCTION", "LOAD", library("three", "f", 4))
        collided = client.call("DEBUG", "RELOAD", "NOSAVE", "NOFLUSH", "MERGE")
        assert error_line(collided) == failed
        assert client.call("FCALL", "f", "0") == Integer(4)


@pytest.mark.clause(commands=("hpexpireat",), requires=("owned",), since={"redis": "8.2.0"})
def test_times_of_fields(arena: Arena, tmp_path: Path) -> None:
    """Fields of a hash keep their own times."""
    with started(arena, tmp_path, "--hash-max-listpack-entries", "2") as client:
        for key, names in (("short", ("a", "b")), ("wide", ("a", "b", "c"))):
            client.call("HSET", key, *(word for name in names for word in (name, "v")))
            client.call("HPEXPIREAT", key, "4102444800000", "FIELDS", "1", "a")
        assert client.call("SAVE") == OK
    with started(arena, tmp_path, "--hash-max-listpack-entries", "2") as client:
        for key in ("short", "wide"):
            reply = client.call("HPEXPIRETIME", key, "FIELDS", "2", "a", "b")
            assert isinstance(reply, Array)
            assert list(reply.items) == [Integer(4102444800000), Integer(-1)]


@pytest.mark.clause(commands=("save",), requires=("owned",), since={"redis": "7.0.0"})
@pytest.mark.parametrize(
    ("policy", "field"), [("allkeys-lru", "IDLETIME"), ("allkeys-lfu", "FREQ")]
)
def test_accesses_are_saved(arena: Arena, tmp_path: Path, policy: str, field: str) -> None:
    """How long keys were idle, or how often they were used, as the policy wants to know."""
    options = ("--maxmemory-policy", policy)
    with started(arena, tmp_path, *options) as client:
        client.call("SET", "k", "v")
        payload = client.call("DUMP", "k")
        assert isinstance(payload, Bulk)
        assert client.call("RESTORE", "old", "0", payload.data, field, "200") == OK
        assert client.call("SAVE") == OK
    with started(arena, tmp_path, *options) as client:
        reply = client.call("OBJECT", field, "old")
        assert isinstance(reply, Integer)
        assert 190 <= reply.value <= 210


@pytest.mark.clause(commands=("debug",), requires=("owned",), since={"redis": "7.0.0"})
@pytest.mark.parametrize(("release", "gone"), [("6.2", 1), ("7.0", 1), ("8.2", 1)])
def test_files_of_other_releases(arena: Arena, tmp_path: Path, release: str, gone: int) -> None:
    """Files of older servers are read, whatever encodings they know; what has expired is left."""
    who = arena.identity
    if release == "8.2" and (who.family != "redis" or who.version < (8, 2, 0)):
        pytest.skip("a file of a newer release, or of another line")
    (tmp_path / NAME).write_bytes((FILES / f"redis-{release}.rdb").read_bytes())
    with started(arena, tmp_path) as client:
        expected = "0f26661802725480b14a91bf9e58fa23662140a0"
        if release != "8.2":
            expected = "bab7953da5a31c7e2e17ad392472b5c0eeb3fe46"
        assert client.call("DEBUG", "DIGEST") == Simple(expected.encode())
        assert told(client, "rdb_last_load_keys_loaded") == "17"
        assert told(client, "rdb_last_load_keys_expired") == str(gone)
        encodings = {
            key: client.call("OBJECT", "ENCODING", key)
            for key in ("ints", "table", "small", "hash", "quicklist", "text", "number")
        }
        assert encodings["ints"] == Bulk(b"intset")
        assert encodings["small"] == encodings["hash"] == Bulk(b"listpack")


def damaged(how: str) -> bytes:
    """The bytes of a file that no server can load."""
    good = (FILES / "redis-7.0.rdb").read_bytes()
    return {
        "checksum": good[:-1] + bytes([good[-1] ^ 1]),
        "short": good[:-30],
        "signature": b"XEDIS" + good[5:],
        "version": good[:5] + b"9999" + good[9:],
        "empty": b"",
    }[how]


@pytest.mark.clause(error=True, commands=("save",), requires=("owned",))
@pytest.mark.parametrize("how", ["checksum", "short", "signature", "version", "empty"])
def test_damaged_files(arena: Arena, tmp_path: Path, how: str) -> None:
    """A server doesn't start with a file that it can't read: it would overwrite it."""
    content = damaged(how)
    (tmp_path / NAME).write_bytes(content)
    like = program(arena)
    if arena.protocol == 3:
        pytest.skip("nothing is said in any protocol")
    words = [*like.command, *like.options, "--port", str(free_port()), "--dir", str(tmp_path)]
    ended = subprocess.run(words, capture_output=True, timeout=20, check=False)
    assert ended.returncode != 0
    assert (tmp_path / NAME).read_bytes() == content


@pytest.mark.clause(error=True, commands=("save", "bgsave"), requires=("owned",))
def test_in_the_background(arena: Arena) -> None:
    """BGSAVE answers at once, one at a time; LASTSAVE and INFO tell when it is done."""
    arena.call("SET", "k", "v")
    saves = int(fields(arena, "persistence")["rdb_saves"])
    client = arena.client()
    client.send("BGSAVE")
    client.send("BGSAVE")
    client.send("SAVE")
    client.send("BGSAVE", "SCHEDULE")
    busy = b"ERR Background save already in progress"
    assert client.receive() == STARTED
    assert [error_line(client.receive()) for _ in range(3)] == [busy, busy, busy]

    def done() -> bool:
        return fields(arena, "persistence")["rdb_bgsave_in_progress"] == "0"

    arena.until(done, what="the file written")
    after = fields(arena, "persistence")
    assert int(after["rdb_saves"]) == saves + 1
    assert after["rdb_last_bgsave_status"] == "ok"
    assert after["rdb_changes_since_last_save"] == "0"
    assert int(after["rdb_last_bgsave_time_sec"]) >= 0
    assert arena.call("LASTSAVE") == Integer(int(after["rdb_last_save_time"]))


@pytest.mark.clause(commands=("bgsave",), requires=("owned",), since={"redis": "7.0.0"})
def test_scheduled_in_a_transaction(arena: Arena) -> None:
    """A transaction isn't interrupted by a fork: it begins afterwards."""
    saves = int(fields(arena, "persistence")["rdb_saves"])
    arena.call("MULTI")
    arena.call("BGSAVE")
    arena.expect({"array": [{"simple": "Background saving scheduled"}]}, "EXEC")

    def done() -> bool:
        now = fields(arena, "persistence")
        return int(now["rdb_saves"]) == saves + 1 and now["rdb_bgsave_in_progress"] == "0"

    arena.until(done, seconds=10, what="the file written")


@pytest.mark.clause(commands=("bgsave",), requires=("owned",), since={"redis": "7.0.0"})
def test_save_points(arena: Arena, tmp_path: Path) -> None:
    """Enough changes in enough time let the server save by itself."""
    if arena.protocol == 3:
        pytest.skip("it takes seconds, and no reply is about it")
    with started(arena, tmp_path, "--save", "1 2") as client:
        client.call("SET", "k", "v")
        client.call("SET", "k", "w")
        arena.until(lambda: (tmp_path / NAME).exists(), seconds=10, what="the file written")
        arena.until(
            lambda: told(client, "rdb_changes_since_last_save") == "0", what="the file noted"
        )
        client.call("SET", "k", "x")
        assert told(client, "rdb_changes_since_last_save") == "1"


@pytest.mark.clause(error=True, commands=("save", "bgsave"), requires=("owned",))
def test_when_the_disk_fails(arena: Arena, tmp_path: Path) -> None:
    """Nothing is lost: the saving is refused, and so are writes if there are save points."""
    with started(arena, tmp_path) as client:
        client.call("SET", "k", "v")
        (tmp_path / NAME).mkdir()  # no file can take that name
        assert error_line(client.call("SAVE")) == b"ERR"
        assert client.call("BGSAVE") == STARTED
        arena.until(
            lambda: told(client, "rdb_last_bgsave_status") == "err", what="the failure noted"
        )
        assert told(client, "rdb_changes_since_last_save") == "1"
        assert client.call("SET", "k", "w") == OK  # nobody asked for a file

        client.call("CONFIG", "SET", "save", "3600 1")
        misconf = arena.book.shown("misconf").encode()
        for words in (("SET", "k", "x"), ("PING",), ("DEL", "k"), ("PING", "text")):
            assert error_line(client.call(*words)) == misconf
        assert client.call("GET", "k") == Bulk(b"w")
        client.call("MULTI")
        assert error_line(client.call("SET", "k", "x")) == misconf
        assert (error_line(client.call("EXEC")) or b"").startswith(b"EXECABORT")
        assert error_line(client.call("SHUTDOWN")) == (
            b"ERR Errors trying to SHUTDOWN. Check logs."
        )
        client.call("CONFIG", "SET", "stop-writes-on-bgsave-error", "no")
        assert client.call("SET", "k", "x") == OK
        client.call("CONFIG", "SET", "stop-writes-on-bgsave-error", "yes")
        assert error_line(client.call("SET", "k", "y")) == misconf

        (tmp_path / NAME).rmdir()
        assert client.call("SAVE") == OK
        assert client.call("SET", "k", "z") == OK
        assert told(client, "rdb_last_bgsave_status") == "ok"


@pytest.mark.clause(commands=("shutdown",), requires=("owned",))
@pytest.mark.parametrize(
    ("points", "words", "written"),
    [
        ("", (), False),
        ("", ("SAVE",), True),
        ("3600 1", (), True),
        ("3600 1", ("NOSAVE",), False),
    ],
)
def test_shutdown_saves(
    arena: Arena, tmp_path: Path, points: str, words: tuple[str, ...], written: bool
) -> None:
    """If it is told to, or if there are save points and it isn't told otherwise."""
    if arena.protocol == 3:
        pytest.skip("no reply is about it")
    with started(arena, tmp_path, "--save", points) as client:
        client.call("SET", "k", "v")
        with pytest.raises((Closed, ConnectionError)):
            client.call("SHUTDOWN", *words)
        arena.until(lambda: (tmp_path / NAME).exists() == written, what="the file")
    assert (tmp_path / NAME).exists() == written


@pytest.mark.clause(commands=("flushall",), requires=("owned",))
def test_flushall_empties_the_file(arena: Arena, tmp_path: Path) -> None:
    """Where there are save points: what was flushed doesn't come back."""
    with started(arena, tmp_path, "--save", "3600 1") as client:
        client.call("SET", "k", "v" * 1000)
        assert client.call("SAVE") == OK
        size = (tmp_path / NAME).stat().st_size
        assert client.call("FLUSHALL") == OK
        assert (tmp_path / NAME).stat().st_size < size


@pytest.mark.clause(
    error=True, commands=("debug",), requires=("owned", "debug"), since={"redis": "7.0.0"}
)
def test_debug_reload(arena: Arena) -> None:
    """Save, forget and load: each can be left out."""
    arena.call("SET", "k", "v", "PXAT", "4102444800000")
    arena.call("RPUSH", "l", "a", "b")
    before = arena.call("DEBUG", "DIGEST")
    assert arena.call("DEBUG", "RELOAD") == OK
    assert arena.call("DEBUG", "DIGEST") == before

    arena.call("SET", "k", "other")
    arena.call("SET", "new", "v")
    assert arena.call("DEBUG", "RELOAD", "nosave", "NOFLUSH", "MERGE") == OK
    arena.expect({"bulk": "v"}, "GET", "k")
    arena.expect({"integer": "1"}, "EXISTS", "new")
    assert arena.call("DEBUG", "RELOAD", "NOSAVE") == OK
    assert arena.call("DEBUG", "DIGEST") == before
    arena.expect_error("debug-reload-options", "DEBUG", "RELOAD", "FOO")


@pytest.mark.clause(commands=("save",), requires=("owned",))
def test_config_of_the_file(arena: Arena, tmp_path: Path) -> None:
    """Its name is the configuration's."""
    with started(arena, tmp_path, "--dbfilename", "other.rdb") as client:
        reply: Value = client.call("CONFIG", "GET", "dir")
        shown = pairs_of(reply, 2)
        assert shown is not None
        assert shown[0][1] == Bulk(str(tmp_path).encode())
        assert client.call("SAVE") == OK
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".rdb"] == ["other.rdb"]
