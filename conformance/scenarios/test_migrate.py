"""MIGRATE between two servers of the same kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.beside import program
from conformance.targets.process import ServerProcess
from conformance.wire.client import Client
from conformance.wire.values import Bulk, Integer, Simple, Value, error_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.arena import Arena
    from conformance.wire.address import Tcp

TARGET_ERROR = b"ERR Target instance replied with error: "
PASSWORD = "secret"


class Other:
    """A second server, to migrate to, and a connection that tells what arrived."""

    def __init__(self, address: Tcp) -> None:
        self.port = str(address.port)
        self.client = Client.connect(address)

    def call(self, *argv: str) -> Value:
        """What it answers."""
        return self.client.call(*argv)


@pytest.fixture
def other(arena: Arena) -> Iterator[Other]:
    """A server like the one under test; only where both are processes of this machine."""
    like = program(arena)
    with ServerProcess(like.text, like.command, like.options) as target:
        assert target.address is not None
        made = Other(target.address)
        try:
            yield made
        finally:
            made.client.close()


@pytest.mark.clause(commands=("migrate",), error=True, requires=("owned",))
def test_keys_move(arena: Arena, other: Other) -> None:
    """Keys go with their types and times to the database asked for; what is there is refused."""
    arena.call("SET", "s", "text", "PX", "100000")
    arena.call("RPUSH", "l", "a", "b")
    arena.call("SET", "stays", "here")
    to = ("MIGRATE", "127.0.0.1", other.port)

    arena.expect({"simple": "OK"}, *to, "stays", "0", "2000", "COPY")
    arena.expect({"integer": "1"}, "EXISTS", "stays")
    assert other.call("GET", "stays") == Bulk(b"here")

    arena.call("SET", "stays", "changed")
    assert error_line(arena.call(*to, "stays", "0", "2000")) == (
        TARGET_ERROR + b"BUSYKEY Target key name already exists."
    )
    arena.expect({"integer": "1"}, "EXISTS", "stays")
    arena.expect({"simple": "OK"}, *to, "stays", "0", "2000", "REPLACE")
    arena.expect({"integer": "0"}, "EXISTS", "stays")
    assert other.call("GET", "stays") == Bulk(b"changed")

    arena.expect({"simple": "OK"}, *to, "", "1", "2000", "KEYS", "s", "none", "l")
    arena.expect({"integer": "0"}, "EXISTS", "s", "l")
    assert other.call("EXISTS", "s", "l") == Integer(0)
    assert other.call("SELECT", "1") == Simple(b"OK")
    assert other.call("LPOP", "l") == Bulk(b"a")
    left = other.call("PTTL", "s")
    assert isinstance(left, Integer)
    assert 90_000 < left.value <= 100_000

    arena.call("SET", "k", "v")
    assert error_line(arena.call(*to, "k", "99999", "2000")) == (
        TARGET_ERROR + b"ERR DB index is out of range"
    )
    arena.expect({"integer": "1"}, "EXISTS", "k")


@pytest.mark.clause(commands=("migrate",), error=True, requires=("owned",))
def test_credentials(arena: Arena, other: Other) -> None:
    """The other server's password is sent along; its complaints come back."""
    arena.call("SET", "k", "v")
    other.call("CONFIG", "SET", "requirepass", PASSWORD)
    to = ("MIGRATE", "127.0.0.1", other.port, "k", "0", "2000")
    assert error_line(arena.call(*to)) == TARGET_ERROR + b"NOAUTH Authentication required."
    assert error_line(arena.call(*to, "AUTH", "wrong")) == (
        TARGET_ERROR + b"WRONGPASS invalid username-password pair or user is disabled."
    )
    arena.expect({"integer": "1"}, "EXISTS", "k")
    arena.expect({"simple": "OK"}, *to, "COPY", "AUTH", PASSWORD)
    arena.expect({"simple": "OK"}, *to, "REPLACE", "AUTH2", "default", PASSWORD)
    arena.expect({"integer": "0"}, "EXISTS", "k")
    other.call("AUTH", PASSWORD)
    assert other.call("GET", "k") == Bulk(b"v")
