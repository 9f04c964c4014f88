"""What INFO counts, and what else the server tells of itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from conformance.compare.shape import pairs_of
from conformance.wire.values import Array, Bulk, Integer, Value, Verbatim
from spec.model.load import behaviour

if TYPE_CHECKING:
    from conformance.arena import Arena


def text_of(value: Value) -> str:
    """The text of a bulk or verbatim string."""
    assert isinstance(value, Bulk | Verbatim)
    return value.data.decode("latin1")


def fields(arena: Arena, section: str) -> dict[str, str]:
    """A section of INFO."""
    lines = text_of(arena.call("INFO", section)).splitlines()
    return dict(line.split(":", 1) for line in lines if ":" in line)


def counts(text: str) -> dict[str, str]:
    """`keys=1,expires=0` as a mapping."""
    return dict(part.split("=", 1) for part in text.split(","))


@pytest.mark.clause(requires=("owned",))
def test_hits_and_misses(arena: Arena) -> None:
    """Reading counts; writing doesn't."""
    arena.call("MSET", "k", "v", "l", "v")
    arena.call("RPUSH", "list", "v")
    before = fields(arena, "stats")
    arena.call("GET", "k")
    arena.call("LLEN", "list")
    arena.call("EXISTS", "k", "none")
    arena.call("MGET", "k", "none", "none")
    arena.call("APPEND", "k", "v")
    after = fields(arena, "stats")
    told = {
        name: int(after[name]) - int(before[name]) for name in ("keyspace_hits", "keyspace_misses")
    }
    assert told == {"keyspace_hits": 4, "keyspace_misses": 3}


@pytest.mark.clause(requires=("debug", "owned"))
def test_expired_keys(arena: Arena) -> None:
    """Keys that were deleted because their time had passed are counted."""
    before = int(fields(arena, "stats")["expired_keys"])
    arena.call("SET", "k", "v", "PX", "1")
    arena.until(lambda: arena.call("DBSIZE") == Integer(0), what="the key gone")
    assert int(fields(arena, "stats")["expired_keys"]) == before + 1


@pytest.mark.clause(requires=("whole-server",))
def test_keyspace(arena: Arena) -> None:
    """Keys and those of them with a time to live, by database."""
    arena.call("MSET", "a", "v", "b", "v")
    arena.call("SET", "c", "v", "EX", "100")
    told = fields(arena, "keyspace")
    assert set(told) == {"db0"}
    shown = counts(told["db0"])
    assert (shown["keys"], shown["expires"]) == ("3", "1")


@pytest.mark.clause(requires=("owned",), error=True, since={"redis": "6.2.0"})
def test_calls_by_command(arena: Arena) -> None:
    """Calls, and those that were refused or failed."""
    arena.control.call("CONFIG", "RESETSTAT")
    arena.call("SET", "k", "v")
    arena.call("GET", "k")
    arena.call("GET", "none")
    arena.call("LPUSH", "k", "v")
    arena.call("LLEN")
    told = fields(arena, "commandstats")
    get, push, length = (counts(told[f"cmdstat_{name}"]) for name in ("get", "lpush", "llen"))
    assert (get["calls"], get["failed_calls"], get["rejected_calls"]) == ("2", "0", "0")
    assert (push["calls"], push["failed_calls"]) == ("1", "1")
    assert (length["calls"], length["rejected_calls"]) == ("0", "1")


@pytest.mark.clause(requires=("owned",), error=True, since={"redis": "6.2.0"})
def test_errors_by_code(arena: Arena) -> None:
    """Error replies, by their first word."""
    arena.control.call("CONFIG", "RESETSTAT")
    arena.call("SET", "k", "v")
    arena.call("LPUSH", "k", "v")
    arena.call("LPUSH", "k", "v")
    arena.call("NOSUCH")
    told = fields(arena, "errorstats")
    assert told["errorstat_WRONGTYPE"] == "count=2"
    assert told["errorstat_ERR"] == "count=1"
    assert fields(arena, "stats")["total_error_replies"] == "3"


@pytest.mark.clause()
def test_sections(arena: Arena) -> None:
    """A section by name, in any letter case; of several those that there are."""
    assert text_of(arena.call("INFO", "KEYSPACE")).startswith("# Keyspace\r\n")
    assert text_of(arena.call("INFO", "nosuch")) == ""
    assert "# Commandstats" not in text_of(arena.call("INFO"))
    assert "# Commandstats" in text_of(arena.call("INFO", "all"))
    assert "redis_version" in fields(arena, "server") or "valkey_version" in fields(arena, "server")


@pytest.mark.clause(requires=("owned",))
def test_time(arena: Arena) -> None:
    """Seconds since the epoch and microseconds of the second, which don't go back."""
    told = []
    for _ in range(20):
        reply = arena.call("TIME")
        assert isinstance(reply, Array)
        seconds, microseconds = (int(text_of(item)) for item in reply.items)
        assert 0 <= microseconds < 1_000_000
        told.append(seconds * 1_000_000 + microseconds)
    assert told == sorted(told)
    # Twenty requests take some milliseconds at least between them, and each has its own time.
    assert len({moment // 10 for moment in told}) > 1
    assert any(moment % 1_000_000 > 1000 for moment in told)
    assert abs(time.time() - told[-1] / 1_000_000) < 60


@pytest.mark.clause(since={"redis": "7.0.0"})
def test_commands_are_counted_without_subcommands(arena: Arena) -> None:
    """COMMAND COUNT and COMMAND tell of the same commands; COMMAND LIST of subcommands, too."""
    everything, names = arena.call("COMMAND"), arena.call("COMMAND", "LIST")
    assert isinstance(everything, Array)
    assert isinstance(names, Array)
    assert arena.call("COMMAND", "COUNT") == Integer(len(everything.items))
    listed = [text_of(name) for name in names.items]
    assert len([name for name in listed if "|" not in name]) == len(everything.items)
    assert {"get", "client", "client|id"} <= set(listed)


@pytest.mark.clause(since={"redis": "7.2.0"})
def test_library_is_told(arena: Arena) -> None:
    """CLIENT SETINFO's two attributes stand in CLIENT INFO."""
    arena.call("CLIENT", "SETINFO", "lib-name", "somelib")
    arena.call("CLIENT", "SETINFO", "LIB-VER", "1.2.3")
    entry = text_of(arena.call("CLIENT", "INFO")).split()
    assert "lib-name=somelib" in entry
    assert "lib-ver=1.2.3" in entry


@pytest.mark.clause()
def test_protocol_and_database_are_told(arena: Arena) -> None:
    """CLIENT INFO tells what HELLO and SELECT have chosen."""
    arena.call("SELECT", "0")
    entry = text_of(arena.call("CLIENT", "INFO")).split()
    assert "db=0" in entry
    if arena.identity.version >= (7, 0, 0):
        assert f"resp={arena.protocol}" in entry


@pytest.mark.clause(requires=("whole-server",))
def test_selected_database_is_told(arena: Arena) -> None:
    """CLIENT INFO of a connection that works elsewhere."""
    arena.call("SELECT", "3")
    assert "db=3" in text_of(arena.call("CLIENT", "INFO")).split()


@pytest.mark.clause(requires=("owned", "config-set"))
def test_statistics_begin_anew(arena: Arena) -> None:
    """CONFIG RESETSTAT sets the counters to zero."""
    arena.call("GET", "none")
    arena.call("CONFIG", "RESETSTAT")
    stats = fields(arena, "stats")
    assert (stats["keyspace_misses"], stats["keyspace_hits"]) == ("0", "0")
    assert "cmdstat_get" not in fields(arena, "commandstats")


@pytest.mark.clause(requires=("config-set",), since={"redis": "7.0.0"})
def test_config_by_several_patterns(arena: Arena) -> None:
    """CONFIG GET tells each parameter that any of the patterns matches, once."""
    reply = arena.call("CONFIG", "GET", "maxmemory", "maxmemory*", "HZ")
    pairs = pairs_of(reply, arena.protocol)
    assert pairs is not None
    names = [text_of(name) for name, _ in pairs]
    assert len(names) == len(set(names))
    assert {"maxmemory", "maxmemory-policy"} <= set(names)
    assert any(name.lower() == "hz" for name in names)


@pytest.mark.clause(requires=("whole-server",), since={"redis": "8.2.0"})
def test_sizes_of_keys(arena: Arena) -> None:
    """Keys of each type by their elements or bytes, in classes of powers of two."""
    arena.call("MSET", "empty", "", "one", "a", "number", "12345", "long", "x" * 1024)
    arena.call("SETRANGE", "longer", "1048575", "x")
    arena.call("RPUSH", "l", *map(str, range(11)))
    arena.call("SADD", "s", "a", "b", "c", "d", "e")
    arena.call("SADD", "t", "1", "2", "3")
    arena.call("HSET", "h", "f", "v", "g", "w")
    arena.call("ZADD", "z", "1", "a")
    assert fields(arena, "keysizes") == {
        "db0_distrib_strings_sizes": "0=1,1=1,4=1,1K=1,1M=1",
        "db0_distrib_lists_items": "8=1",
        "db0_distrib_sets_items": "2=1,4=1",
        "db0_distrib_zsets_items": "1=1",
        "db0_distrib_hashes_items": "2=1",
    }


def keys_by_size(arena: Arena) -> dict[str, str]:
    """What INFO tells of database 0, by kind."""
    told = fields(arena, "keysizes")
    return {name.removeprefix("db0_distrib_"): sizes for name, sizes in told.items()}


@pytest.mark.clause(requires=("whole-server",), since={"redis": "8.2.0"})
def test_sizes_of_keys_that_change(arena: Arena) -> None:
    """Whoever has asked once is told of every change since."""
    assert keys_by_size(arena) == {}
    arena.call("MSET", "a", "1", "b", "22", "c", "4444")
    arena.call("APPEND", "a", "234")
    arena.call("INCRBYFLOAT", "n", "1.5")
    assert keys_by_size(arena) == {"strings_sizes": "2=2,4=2"}
    arena.call("DEL", "b", "n")
    arena.call("RENAME", "a", "c")
    arena.call("COPY", "c", "d")
    assert keys_by_size(arena) == {"strings_sizes": "4=2"}
    arena.call("FLUSHALL")
    assert keys_by_size(arena) == {}
    arena.call("RPUSH", "l", "1", "2", "3", "4")
    arena.call("LPOP", "l")
    arena.call("RPOPLPUSH", "l", "m")
    arena.call("SADD", "s", "a", "b")
    arena.call("SMOVE", "s", "t", "a")
    arena.call("ZADD", "z", "1", "a", "2", "b", "3", "c", "4", "d")
    arena.call("ZREM", "z", "a")
    arena.call("HSET", "h", "f", "v", "g", "w")
    arena.call("HDEL", "h", "g")
    assert keys_by_size(arena) == {
        "lists_items": "1=1,2=1",
        "sets_items": "1=2",
        "zsets_items": "2=1",
        "hashes_items": "1=1",
    }
    arena.call("HPEXPIRE", "h", "0", "FIELDS", "1", "f")
    arena.call("PEXPIRE", "z", "0")
    arena.call("SET", "s", "v")
    arena.call("SUNIONSTORE", "l", "t")
    assert keys_by_size(arena) == {
        "strings_sizes": "1=1",
        "lists_items": "1=1",
        "sets_items": "1=2",
    }


@pytest.mark.clause(requires=("whole-server",), since={"redis": "8.2.0"})
def test_sizes_of_keys_whose_time_passes(arena: Arena) -> None:
    """Keys and fields that expire by themselves, and databases that are exchanged."""
    arena.call("MSET", "stays", "v", "other", "long value")
    arena.call("HSET", "h", "f", "v", "g", "w")
    assert keys_by_size(arena) == {"strings_sizes": "1=1,8=1", "hashes_items": "2=1"}
    arena.call("PEXPIRE", "other", "10")
    arena.call("HPEXPIRE", "h", "10", "FIELDS", "1", "f")
    gone = {"strings_sizes": "1=1", "hashes_items": "1=1"}
    arena.until(lambda: keys_by_size(arena) == gone, what="key and field gone")
    arena.call("SWAPDB", "0", "1")
    arena.call("SET", "a", "")
    assert fields(arena, "keysizes") == {
        "db0_distrib_strings_sizes": "0=1",
        "db1_distrib_strings_sizes": "1=1",
        "db1_distrib_hashes_items": "1=1",
    }


@pytest.mark.clause(requires=("owned",), since={"redis": "7.2.0"})
def test_event_loop(arena: Arena) -> None:
    """Turns of the event loop and the time they take grow, and begin anew."""
    before = fields(arena, "stats")
    arena.call("PING")
    arena.call("PING")
    after = fields(arena, "stats")
    assert int(after["eventloop_cycles"]) > int(before["eventloop_cycles"])
    assert int(after["eventloop_duration_sum"]) >= int(before["eventloop_duration_sum"])
    assert int(after["eventloop_duration_cmd_sum"]) <= int(after["eventloop_duration_sum"])
    arena.call("CONFIG", "RESETSTAT")
    assert int(fields(arena, "stats")["eventloop_cycles"]) < int(after["eventloop_cycles"])


SECTION_CHOICES = [
    ((), "default"),
    (("default",), "default"),
    (("all",), "all"),
    (("everything",), "everything"),
    (("keyspace", "server"), "Server Keyspace"),
    (("server", "SERVER", "nosuch"), "Server"),
    (("default", "commandstats"), "default+Commandstats"),
    (("everything", "server"), "everything"),
]
DEFAULT_SECTIONS = (
    "Server Clients Memory Persistence Threads Stats Replication CPU Modules Errorstats Cluster "
    "Keyspace Keysizes"
)
MORE_SECTIONS = (
    "Server Clients Memory Persistence Threads Stats Replication CPU Modules Commandstats "
    "Errorstats {}Cluster Keyspace Keysizes"
)


@pytest.mark.clause(requires=("owned",), since={"redis": "8.2.0"})
def test_choice_of_sections(arena: Arena) -> None:
    """Sections come in their own order, each once; three words stand for several."""
    wanted = {
        "default": DEFAULT_SECTIONS,
        "all": MORE_SECTIONS.format("Latencystats "),
        "everything": MORE_SECTIONS.format("Latencystats "),
        "default+Commandstats": MORE_SECTIONS.format(""),
    }
    for words, expected in SECTION_CHOICES:
        text = text_of(arena.call("INFO", *words))
        shown = [line[2:] for line in text.splitlines() if line.startswith("# ")]
        assert shown == wanted.get(expected, expected).split(), words


NUMBERED = ("listener", "io_thread_")
"""Fields of which there are as many as the server was told to have of such things."""


@pytest.mark.clause(requires=("whole-server",), since={"redis": "8.2.0"})
def test_fields_of_info(arena: Arena) -> None:
    """Every section has its fields, in their order."""
    known = behaviour("info")["sections"]
    own = {name for names in behaviour("info")["own"].values() for name in names}
    shown: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text_of(arena.call("INFO", "everything")).splitlines():
        if line.startswith("# "):
            current = shown.setdefault(line[2:], [])
        elif ":" in line:
            current.append(line.split(":", 1)[0])
    for section, names in known.items():
        told = [name for name in shown[section] if name not in own]
        listed = [name for name in told if not name.startswith(NUMBERED)]
        assert listed == [name for name in names if not name.startswith(NUMBERED)], section
