"""MONITOR: what is shown, how, to whom, and what not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.test_limits import closed_after
from conformance.scenarios.test_pubsub import entry_of
from conformance.wire.values import Array, Bulk, Error, Integer, Simple

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.client import Client

LINE = re.compile(rb"(\d+)\.(\d{6}) \[(\d+) ([^\]]+)\] (.*)", re.DOTALL)
END = b'"ECHO" "the end"'


def watching(arena: Arena, *others: str) -> tuple[Client, Client]:
    """A connection in MONITOR, and one to call; connecting would be shown, so others are first."""
    for name in others:
        arena.client(name)
    caller = arena.client("caller")
    monitor = arena.client("monitor")
    assert monitor.call("MONITOR") == Simple(b"OK")
    return monitor, caller


def next_line(monitor: Client) -> re.Match[bytes]:
    """The next line, in its parts."""
    line = monitor.receive()
    assert isinstance(line, Simple), line
    match = LINE.fullmatch(line.text)
    assert match is not None, line
    return match


def shown(monitor: Client, caller: Client) -> list[bytes]:
    """What the monitor is shown of requests until now, without time and address."""
    assert caller.call("ECHO", "the end") == Bulk(b"the end")
    found: list[bytes] = []
    while True:
        words = next_line(monitor)[5]
        if words == END:
            return found
        found.append(words)


@pytest.mark.clause(requires=("owned",))
def test_line(arena: Arena) -> None:
    """Seconds and microseconds, the database, the address, the words as they were sent."""
    monitor, caller = watching(arena)
    address = entry_of(arena, caller)["addr"].encode()
    caller.call("SELECT", "3")
    caller.call("gEt", "Some Key")
    times = []
    for database, words in ((b"3", b'"SELECT" "3"'), (b"3", b'"gEt" "Some Key"')):
        line = next_line(monitor)
        assert line.groups()[2:] == (database, address, words)
        times.append((int(line[1]), int(line[2])))
    assert times == sorted(times)


@pytest.mark.clause(requires=("owned",))
def test_escapes(arena: Arena) -> None:
    """Quotes, backslashes, control characters and bytes beyond ASCII are escaped."""
    monitor, caller = watching(arena)
    caller.call("ECHO", bytes(range(32)))
    caller.call("ECHO", b"\" \\ ' ~ \x7f \x80 \xff \xc3\xa9")
    caller.call("ECHO", b"")
    assert shown(monitor, caller) == [
        rb'"ECHO" "\x00\x01\x02\x03\x04\x05\x06\a\b\t\n\x0b\x0c\r\x0e\x0f'
        rb'\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"',
        rb'''"ECHO" "\" \\ ' ~ \x7f \x80 \xff \xc3\xa9"''',
        b'"ECHO" ""',
    ]


@pytest.mark.clause(requires=("owned",))
def test_what_is_not_shown(arena: Arena) -> None:
    """What an administrator calls, what doesn't exist, what is refused before it is executed."""
    monitor, caller = watching(arena)
    caller.call("CONFIG", "GET", "port")
    caller.call("CLIENT", "LIST", "ID", "1")
    caller.call("CLIENT", "KILL", "ID", "999999999")
    caller.call("SLOWLOG", "LEN")
    caller.call("NOSUCH", "x")
    caller.call("GET")
    caller.call("CLIENT", "GETNAME")
    caller.call("LPUSH", "k", "v")
    caller.call("GET", "k")
    assert shown(monitor, caller) == [
        b'"CLIENT" "GETNAME"',
        b'"LPUSH" "k" "v"',
        b'"GET" "k"',
    ]


@pytest.mark.clause(requires=("owned",))
def test_secrets(arena: Arena) -> None:
    """Passwords are hidden, wherever they stand."""
    monitor, caller = watching(arena)
    protocol = str(arena.protocol)
    caller.call("AUTH", "secret")
    caller.call("AUTH", "somebody", "secret")
    caller.call("HELLO", protocol, "SETNAME", "x", "AUTH", "somebody", "secret")
    caller.call("HELLO", protocol, "auth", "default", "secret", "SETNAME", "x")
    caller.call("MIGRATE", "127.0.0.1", "1", "absent", "0", "10", "COPY", "AUTH", "secret")
    caller.call("MIGRATE", "127.0.0.1", "1", "absent", "0", "10", "AUTH2", "somebody", "secret")
    hidden = b'"(redacted)"'
    number = protocol.encode()
    assert shown(monitor, caller) == [
        b'"AUTH" ' + hidden,
        b'"AUTH" ' + hidden + b" " + hidden,
        b'"HELLO" "' + number + b'" "SETNAME" "x" "AUTH" ' + hidden + b" " + hidden,
        b'"HELLO" "' + number + b'" "auth" ' + hidden + b" " + hidden + b' "SETNAME" "x"',
        b'"MIGRATE" "127.0.0.1" "1" "absent" "0" "10" "COPY" "AUTH" ' + hidden,
        b'"MIGRATE" "127.0.0.1" "1" "absent" "0" "10" "AUTH2" ' + hidden + b" " + hidden,
    ]


@pytest.mark.clause(requires=("owned",))
def test_transactions(arena: Arena) -> None:
    """What is queued is shown when it runs, before its EXEC; an EXEC that fails is shown too."""
    monitor, caller = watching(arena)
    for words in ("MULTI", "SET k v", "GET k", "EXEC", "MULTI", "GET k", "DISCARD", "EXEC"):
        caller.call(*words.split())
    for words in ("MULTI", "NOSUCH", "GET k", "EXEC"):
        caller.call(*words.split())
    assert shown(monitor, caller) == [
        b'"MULTI"',
        b'"SET" "k" "v"',
        b'"GET" "k"',
        b'"EXEC"',
        b'"MULTI"',
        b'"DISCARD"',
        b'"EXEC"',
        b'"MULTI"',
        b'"EXEC"',
    ]


@pytest.mark.clause(requires=("owned",))
def test_own_transaction(arena: Arena) -> None:
    """A monitor that executes a transaction has a line behind each reply, inside of the array."""
    monitor, caller = watching(arena)
    caller.call("PING")
    next_line(monitor)
    monitor.transport.send(b"MULTI\r\nPING\r\nECHO x\r\nEXEC\r\n", 1.0)
    received = [monitor.receive() for _ in range(2)]
    assert isinstance(received[1], Simple)
    assert received[1].text.endswith(b'"MULTI"')
    assert [monitor.receive() for _ in range(2)] == [Simple(b"QUEUED")] * 2
    results = monitor.receive()
    assert isinstance(results, Array)
    pong, line = results.items
    assert pong == Simple(b"PONG")
    assert isinstance(line, Simple)
    assert line.text.endswith(b'"PING"')
    assert monitor.receive() == Bulk(b"x")
    assert next_line(monitor)[5] == b'"ECHO" "x"'
    assert next_line(monitor)[5] == b'"EXEC"'


@pytest.mark.clause(requires=("owned",), commands=("eval",))
def test_scripts(arena: Arena) -> None:
    """What a script calls is shown after the script, as if somebody named lua had called it."""
    monitor, caller = watching(arena)
    script = "redis.call('set', KEYS[1], ARGV[1]) return redis.call('get', KEYS[1])"
    assert caller.call("EVAL", script, "1", "k", "v") == Bulk(b"v")
    address = entry_of(arena, caller)["addr"].encode()
    seen = [next_line(monitor).groups()[3:] for _ in range(3)]
    assert seen == [
        (address, b'"EVAL" "%b" "1" "k" "v"' % script.encode()),
        (b"lua", b'"set" "k" "v"'),
        (b"lua", b'"get" "k"'),
    ]


@pytest.mark.clause(requires=("owned",))
def test_waiting(arena: Arena) -> None:
    """A call that waits is shown when it comes, not again when it is served."""
    monitor, caller = watching(arena, "waiting")
    waiting = arena.client("waiting")
    waiting.send("BLPOP", "k", "0")
    arena.settle("waiting")
    caller.call("RPUSH", "k", "v")
    assert waiting.receive() == Array((Bulk(b"k"), Bulk(b"v")))
    found = [line for line in shown(monitor, caller) if line != b'"PING"']
    assert found == [b'"BLPOP" "k" "0"', b'"RPUSH" "k" "v"']


@pytest.mark.clause(requires=("owned",))
def test_own_calls(arena: Arena) -> None:
    """A monitor's own calls are shown to it after their replies."""
    monitor, _ = watching(arena)
    assert monitor.call("PING") == Simple(b"PONG")
    assert next_line(monitor)[5] == b'"PING"'
    assert monitor.call("CONFIG", "GET", "nosuch") is not None
    assert monitor.quiet() is None


@pytest.mark.clause(error=True, since="7.0.0", requires=("owned",))
def test_no_keys(arena: Arena) -> None:
    """A monitor is refused what reads or may write keys, or publishes; also in MULTI."""
    arena.client("main")
    monitor, _ = watching(arena)
    refusal = Error(b"ERR Replica can't interact with the keyspace")
    for words in ("GET k", "SET k v", "DBSIZE", "PUBLISH c x", "BLPOP k 0", "KEYS *"):
        assert monitor.call(*words.split()) == refusal
    assert monitor.call("MULTI") == Simple(b"OK")
    monitor.receive()
    assert monitor.call("GET", "k") == refusal
    aborted = Error(b"EXECABORT Transaction discarded because of previous errors.")
    assert monitor.call("EXEC") == aborted
    monitor.receive()
    arena.expect({"integer": "0"}, "EXISTS", "k")


@pytest.mark.clause(requires=("owned",))
def test_twice(arena: Arena) -> None:
    """MONITOR of a monitor is not answered at all, and shows nothing twice."""
    monitor, caller = watching(arena)
    monitor.expect_none(monitor.send("MONITOR"))
    caller.call("GET", "k")
    assert shown(monitor, caller) == [b'"GET" "k"']


@pytest.mark.clause(requires=("owned",))
def test_several_monitors(arena: Arena) -> None:
    """Each is shown everything, and the others' calls too."""
    caller = arena.client("caller")
    monitors = [arena.client(f"monitor{number}") for number in range(3)]
    for monitor in monitors:
        assert monitor.call("MONITOR") == Simple(b"OK")
    caller.call("GET", "k")
    for monitor in monitors:
        assert shown(monitor, caller)[0] == b'"GET" "k"'


@pytest.mark.clause(requires=("owned",))
def test_client_list(arena: Arena) -> None:
    """The flag O; for filters it is a normal connection."""
    monitor, _ = watching(arena)
    entry = entry_of(arena, monitor)
    assert (entry["flags"], entry["cmd"]) == ("O", "monitor")
    number = monitor.client_id or 0
    assert arena.control.call("CLIENT", "KILL", "TYPE", "replica", "ID", number) == Integer(0)
    assert arena.control.call("CLIENT", "KILL", "TYPE", "normal", "ID", number) == Integer(1)
    assert closed_after(monitor) == []
    arena.forget("monitor")


@pytest.mark.clause(requires=("owned",))
def test_reset(arena: Arena) -> None:
    """RESET ends it, and shows nothing of itself."""
    monitor, caller = watching(arena)
    assert monitor.call("RESET") == Simple(b"RESET")
    caller.call("GET", "k")
    assert monitor.call("PING") == Simple(b"PONG")
    assert monitor.quiet() is None
    assert entry_of(arena, monitor)["flags"] == "N"


@pytest.mark.clause(requires=("owned",))
def test_replies_off(arena: Arena) -> None:
    """Lines are replies: who wants none is shown nothing."""
    monitor = arena.client("monitor")
    monitor.expect_none(monitor.send("CLIENT", "REPLY", "OFF"))
    monitor.expect_none(monitor.send("MONITOR"))
    arena.until(lambda: entry_of(arena, monitor)["flags"] == "O", what="a monitor")
    arena.client("caller").call("GET", "k")
    assert monitor.quiet() is None
    monitor.transport.send(b"CLIENT REPLY ON\r\n", 1.0)
    assert monitor.receive() == Simple(b"OK")
