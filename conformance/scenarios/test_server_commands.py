"""Commands that govern the server, as far as a test may use them."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from conformance.compare.shape import pairs_of
from conformance.wire.values import Bulk, Error, Simple, Value, error_line

if TYPE_CHECKING:
    from conformance.arena import Arena

OK = Simple(b"OK")


def config_of(arena: Arena, name: str) -> Value:
    """The value of one parameter."""
    pairs = pairs_of(arena.call("CONFIG", "GET", name), arena.protocol)
    assert pairs is not None
    assert len(pairs) == 1
    return pairs[0][1]


@pytest.mark.clause(requires=("config-set",))
def test_config_set_is_seen(arena: Arena) -> None:
    """By CONFIG GET, on every connection, at once."""
    arena.configure({"hash-max-listpack-entries": "512"})  # restored after the test
    assert arena.call("CONFIG", "SET", "hash-max-listpack-entries", "3") == OK
    assert config_of(arena, "hash-max-listpack-entries") == Bulk(b"3")
    other = arena.client("other")
    reply = pairs_of(other.call("CONFIG", "GET", "hash-max-listpack-entries"), arena.protocol)
    assert reply is not None
    assert reply[0][1] == Bulk(b"3")


@pytest.mark.clause(error=True, requires=("config-set",), since={"redis": "7.0.0"})
def test_config_set_all_or_nothing(arena: Arena) -> None:
    """Of several parameters in one call none is set if one can't be."""
    arena.configure({"hash-max-listpack-entries": "512"})
    before = config_of(arena, "hash-max-listpack-entries")
    arguments = ("hash-max-listpack-entries", "7", "maxmemory-policy", "nosuch")
    reply = arena.call("CONFIG", "SET", *arguments)
    assert (error_line(reply) or b"").startswith(b"ERR CONFIG SET failed")
    assert config_of(arena, "hash-max-listpack-entries") == before


@pytest.mark.clause(error=True, requires=("config-set",))
def test_config_set_unknown(arena: Arena) -> None:
    """A parameter that there isn't is refused."""
    line = error_line(arena.call("CONFIG", "SET", "nosuch", "1"))
    assert line is not None
    assert b"nosuch" in line


@pytest.mark.clause(error=True, requires=("owned",))
def test_config_rewrite_without_file(arena: Arena) -> None:
    """A server that was started without a configuration file has none to write to."""
    reply = arena.call("CONFIG", "REWRITE")
    assert reply == Error(b"ERR The server is running without a config file")


@pytest.mark.clause(requires=("owned",))
def test_config_resetstat(arena: Arena) -> None:
    """The counts of INFO begin anew."""
    arena.call("GET", "k")
    assert arena.call("CONFIG", "RESETSTAT") == OK
    reply = arena.call("INFO", "stats")
    text = getattr(reply, "data", b"").decode()
    assert "\r\nkeyspace_misses:0\r\n" in text


@pytest.mark.clause()
def test_reset(arena: Arena) -> None:
    """RESET answers RESET, whatever state the connection was in."""
    client = arena.client()
    client.call("MULTI")
    client.call("SET", "k", "v")
    assert client.call("RESET") == Simple(b"RESET")
    assert client.call("GET", "k") == arena.call("GET", "k")


@pytest.mark.clause()
def test_hello_without_version(arena: Arena) -> None:
    """It tells of the server, and leaves the protocol as it is."""
    pairs = pairs_of(arena.call("HELLO"), arena.protocol)
    assert pairs is not None
    told = {key.data: value for key, value in pairs if isinstance(key, Bulk)}
    assert getattr(told[b"proto"], "value", None) == arena.protocol


@pytest.mark.clause(error=True, requires=("debug",))
def test_debug(arena: Arena) -> None:
    """Allowed by configuration, DEBUG does what it is told; a subcommand that isn't is refused."""
    assert arena.call("DEBUG", "SLEEP", "0") == OK
    line = error_line(arena.call("DEBUG", "NOSUCH"))
    assert line is not None
    assert b"NOSUCH" in line


@pytest.mark.clause(error=True, requires=("owned",), since="7.0.0")
def test_shutdown_abort_without_shutdown(arena: Arena) -> None:
    """There is nothing to abort."""
    assert error_line(arena.call("SHUTDOWN", "ABORT")) == b"ERR No shutdown in progress."


@pytest.mark.clause(error=True)
def test_pause_is_bounded(arena: Arena) -> None:
    """A time that is no number, or (since 7.2) beyond any clock, is refused."""
    beyond = ["9223372036854775807"] if arena.spec.release.applies({"since": "7.2.0"}) else []
    for word in ("-1", "abc", *beyond):
        assert error_line(arena.call("CLIENT", "PAUSE", word)) is not None


@pytest.mark.clause()
def test_kill_by_local_address(arena: Arena) -> None:
    """LADDR is the server's end of the connection."""
    reply = arena.call("CLIENT", "KILL", "LADDR", "127.0.0.1:1")
    assert getattr(reply, "value", None) == 0


def refusal(name: str, reason: str) -> bytes:
    """The error of a CONFIG SET that failed because of that parameter."""
    return f"ERR CONFIG SET failed (possibly related to argument '{name}') - {reason}".encode()


@pytest.mark.clause(error=True, requires=("owned", "config-set"), since={"redis": "7.0.0"})
def test_config_that_cannot_take_effect(arena: Arena) -> None:
    """A port or address that can't be listened on: the error names it, and nothing is changed."""
    before = arena.call("CONFIG", "GET", "port", "bind", "hz")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        busy = str(taken.getsockname()[1])
        for words in (("hz", "20", "port", busy), ("port", busy, "hz", "20")):
            line = error_line(arena.call("CONFIG", "SET", *words))
            assert line == refusal("port", "Unable to listen on this port. Check server logs.")
    line = error_line(arena.call("CONFIG", "SET", "hz", "20", "bind", "192.0.2.1"))
    assert line == refusal("bind", "Failed to bind to specified addresses.")
    assert arena.call("CONFIG", "GET", "port", "bind", "hz") == before
    assert arena.client("newcomer").call("PING") == Simple(b"PONG")


@pytest.mark.clause(error=True, requires=("config-set",), since={"redis": "7.0.0"})
def test_config_set_checks_in_order(arena: Arena) -> None:
    """Names come before values: unknown, immutable, repeated ones; then words that don't suit."""
    arena.configure({"hz": "10", "replica-priority": "100"})  # restored after the test
    unknown = b"ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'"
    for words, line in (
        (("maxmemory-samples", "x", "nosuch", "1"), unknown),
        (("nosuch", "1", "databases", "1"), unknown),
        (("databases", "1", "nosuch", "1"), refusal("databases", "can't set immutable config")),
        (("hz", "x", "databases", "3"), refusal("databases", "can't set immutable config")),
        (("hz", "x", "HZ", "30"), refusal("HZ", "duplicate parameter")),
        (("hz", "20", "Databases", "3"), refusal("Databases", "can't set immutable config")),
        (("hz", "20", "DIR", "/"), refusal("DIR", "can't set protected config")),
        (("hz", "20", "dir", "/"), refusal("dir", "can't set protected config")),
        (("hz", "20", "save", "x y"), refusal("save", "Invalid save parameters")),
        (
            ("HASH-MAX-ZIPLIST-ENTRIES", "x"),
            refusal("hash-max-ziplist-entries", "argument couldn't be parsed into an integer"),
        ),
    ):
        assert error_line(arena.call("CONFIG", "SET", *words)) == line, words
    assert config_of(arena, "hz") == Bulk(b"10")
    # Two names of one parameter are no duplicate: the second is obeyed.
    assert arena.call("CONFIG", "SET", "slave-priority", "1", "replica-priority", "2") == OK
    assert config_of(arena, "slave-priority") == Bulk(b"2")
