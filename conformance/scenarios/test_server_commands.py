"""Commands that govern the server, as far as a test may use them."""

from __future__ import annotations

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
