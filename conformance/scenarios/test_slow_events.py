"""LATENCY and what else tells of slow commands. Slow is what takes a millisecond, or any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Array, Bulk, Integer, Simple, Verbatim

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.values import Value

SLEEP = ("DEBUG", "SLEEP", "0.004")
"""Long enough to be an event with a threshold of one millisecond."""


def data(value: Value) -> bytes:
    """The bytes of a bulk or verbatim string."""
    assert isinstance(value, Bulk | Verbatim)
    return value.data


def watch(arena: Arena) -> None:
    """Begin to note slow events, with none noted yet."""
    arena.configure({"latency-monitor-threshold": "1"})
    arena.call("LATENCY", "RESET")


def latest(arena: Arena) -> dict[bytes, list[int]]:
    """LATENCY LATEST by event."""
    reply = arena.call("LATENCY", "LATEST")
    assert isinstance(reply, Array)
    found = {}
    for entry in reply.items:
        assert isinstance(entry, Array)
        name, *numbers = entry.items
        assert all(isinstance(number, Integer) for number in numbers)
        found[data(name)] = [getattr(number, "value", 0) for number in numbers]
    return found


@pytest.mark.clause(requires=("debug", "owned", "config-set"), since="7.0.0")
def test_slow_command(arena: Arena) -> None:
    """An event per second: when, how long, and the longest of all."""
    watch(arena)
    arena.call(*SLEEP)
    arena.call("DEBUG", "SLEEP", "0.002")
    second, last, longest = latest(arena)[b"command"][:3]
    assert longest >= last >= 2
    assert longest >= 4
    reply = arena.call("LATENCY", "HISTORY", "command")
    assert isinstance(reply, Array)
    assert reply.items[-1] == Array((Integer(second), Integer(last)))
    drawing = data(arena.call("LATENCY", "GRAPH", "command"))
    assert drawing.startswith(b"command - high ")
    assert b"(all time high %d ms)\n%b\n" % (longest, b"-" * 80) in drawing
    assert b"command" in data(arena.call("LATENCY", "DOCTOR"))
    assert arena.call("LATENCY", "RESET", "nosuch", "command", "COMMAND") == Integer(1)
    assert b"command" not in latest(arena)
    assert arena.call("LATENCY", "HISTORY", "command") == Array(())


@pytest.mark.clause(requires=("debug", "owned", "config-set"), since="7.0.0")
def test_threshold_of_zero_is_off(arena: Arena) -> None:
    """By default nothing is noted; what was noted stays when it is switched off."""
    arena.configure({"latency-monitor-threshold": "0"})
    arena.call("LATENCY", "RESET")
    arena.call(*SLEEP)
    assert latest(arena) == {}
    arena.call("CONFIG", "SET", "latency-monitor-threshold", "1")
    arena.call(*SLEEP)
    arena.call("CONFIG", "SET", "latency-monitor-threshold", "0")
    assert b"command" in latest(arena)
    arena.call("LATENCY", "RESET")
    assert latest(arena) == {}


@pytest.mark.clause(requires=("debug", "owned", "config-set"), since="7.0.0")
def test_quick_commands_are_no_events(arena: Arena) -> None:
    """What takes less than the threshold isn't noted."""
    arena.configure({"latency-monitor-threshold": "60000"})
    arena.call("LATENCY", "RESET")
    arena.call(*SLEEP)
    arena.call("GET", "k")
    assert latest(arena) == {}


@pytest.mark.clause(requires=("debug", "owned", "config-set"), since="7.0.0")
def test_slow_log_and_events_are_apart(arena: Arena) -> None:
    """Each has a threshold of its own."""
    watch(arena)
    arena.configure({"slowlog-log-slower-than": "60000000"})
    arena.call("SLOWLOG", "RESET")
    arena.call(*SLEEP)
    assert b"command" in latest(arena)
    assert arena.call("SLOWLOG", "LEN") == Integer(0)
    arena.configure({"slowlog-log-slower-than": "1000", "latency-monitor-threshold": "0"})
    arena.call("LATENCY", "RESET")
    arena.call("SLOWLOG", "RESET")
    arena.call(*SLEEP)
    assert latest(arena) == {}
    assert arena.call("SLOWLOG", "LEN") == Integer(1)
    arena.configure({"slowlog-log-slower-than": "-1"})
    arena.call(*SLEEP)
    assert arena.call("SLOWLOG", "LEN") == Integer(1)


@pytest.mark.clause(requires=("owned",), since="7.0.0")
def test_histogram(arena: Arena) -> None:
    """Calls by powers of two of microseconds, cumulated; of a container its subcommands, too."""
    arena.control.call("CONFIG", "RESETSTAT")
    for _ in range(3):
        arena.call("SET", "k", "v")
    arena.call("CLIENT", "ID")
    reply = arena.call("LATENCY", "HISTOGRAM", "SET", "client", "get", "nosuch")
    flat = flatten(reply)
    names = [name for name in flat if name in (b"set", b"client|id", b"get", b"client")]
    assert names == [b"set", b"client|id"]
    at = flat.index(b"set")
    assert flat[at + 1 : at + 4] == [b"calls", 3, b"histogram_usec"]
    end = flat.index(b"client|id")
    pairs = flat[at + 4 : end]
    assert pairs[-1] == 3
    times = [number for number in pairs[::2] if isinstance(number, int)]
    assert times == sorted(set(times))


def flatten(value: Value) -> list[object]:
    """The words and numbers of a nested reply, in order."""
    match value:
        case Bulk(text):
            return [text]
        case Integer():
            return [value.value]
        case Array(items):
            return [leaf for item in items for leaf in flatten(item)]
    pairs = getattr(value, "pairs", ())
    return [leaf for pair in pairs for item in pair for leaf in flatten(item)]


@pytest.mark.clause(requires=("owned", "config-set"), commands=("eval",), since="8.0.0", error=True)
def test_too_many_error_codes(arena: Arena) -> None:
    """Codes are counted until there are 128; then none is, until the statistics begin anew."""
    arena.control.call("CONFIG", "RESETSTAT")
    arena.call("NOSUCH")
    fail = ("EVAL", "return redis.error_reply(ARGV[1])", "0")
    for number in range(127):
        arena.call(*fail, f"CODE{number:03} text")
    lines = data(arena.call("INFO", "errorstats")).split(b"\r\n")
    assert lines[1:129] == sorted(lines[1:129])
    assert len([line for line in lines if line.startswith(b"errorstat_")]) == 128
    arena.call(*fail, "ONEMORE text")
    arena.call("NOSUCH")
    lines = data(arena.call("INFO", "errorstats")).split(b"\r\n")
    assert lines[1] == b"errorstat_ERRORSTATS_DISABLED:count=1"
    assert lines[2:] == [b""]
    assert b"total_error_replies:130\r\n" in data(arena.call("INFO", "stats"))
    assert arena.call("CONFIG", "RESETSTAT") == Simple(b"OK")
    arena.call(*fail, "A:B text")
    lines = data(arena.call("INFO", "errorstats")).split(b"\r\n")
    assert lines[1] == b"errorstat_A_B:count=1"
