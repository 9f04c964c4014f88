"""What a test leaves behind is found and undone; its connections come back as new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.arena import Arena
from conformance.blame import Leak
from conformance.server import Server
from conformance.targets.resolve import open_target
from conformance.wire.client import Client
from conformance.wire.values import Integer, Map, Simple
from spec.model.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server(open_target("refimpl"))
    yield made
    made.close()


@pytest.fixture(params=(2, 3))
def place(server: Server, request: pytest.FixtureRequest) -> Arena:
    return Arena(server, load(), request.param, None)


def test_nothing(place: Arena) -> None:
    place.call("SET", "k", "v")
    place.configure({"hz": "20"})
    place.user("somebody", "+@all")
    place.finish()
    assert place.control.call("EXISTS", "k") == Integer(0)


def test_configuration(place: Arena) -> None:
    place.call("CONFIG", "SET", "hz", "20")
    with pytest.raises(Leak, match="config hz = b'20'"):
        place.finish()
    place.finish()


def test_users(place: Arena) -> None:
    place.call("ACL", "SETUSER", "somebody")
    with pytest.raises(Leak, match="user somebody"):
        place.finish()
    place.finish()


def test_strangers(server: Server, place: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conformance.server.HEALTH_SECONDS", 0.2)
    stranger = Client.connect(server.address)
    stranger.call("SUBSCRIBE", "c")
    with pytest.raises(Leak, match=r"client 127\.0\.0\.1:\d+"):
        place.finish()
    stranger.close()
    place.finish()


@pytest.mark.parametrize("words", [("SUBSCRIBE", "c"), ("PSUBSCRIBE", "c*"), ("MONITOR",)])
def test_connections_are_made_as_new(place: Arena, words: tuple[str, ...]) -> None:
    before = place.client().client_id
    place.call("SELECT", "3")
    place.call(*words)
    place.finish()
    assert place.client().client_id == before
    assert place.client().protocol == place.protocol
    assert place.call("PUBLISH", "c", "x") == Integer(0)
    assert isinstance(place.call("HELLO", "3"), Map)
    assert place.call("MULTI") == Simple(b"OK")
    place.finish()


def test_connections_that_reset_does_not_make_as_new(place: Arena) -> None:
    before = place.client().client_id
    place.call("CLIENT", "NO-EVICT", "ON")
    place.finish()
    assert place.client().client_id != before
    place.finish()


def test_connections_that_the_server_will_not_have_back(server: Server) -> None:
    client = server.acquire("somebody", 3)
    server.control.call("CONFIG", "SET", "requirepass", "secret")
    server.release(client)
    for _ in range(2):  # then all is executed that was sent before, whoever is read first
        server.control.call("PING")
    server.control.call("CONFIG", "SET", "requirepass", "")
    server.clean(frozenset())
    another = server.acquire("another", 3)
    assert another.client_id != client.client_id
    assert another.call("PING") == Simple(b"PONG")
    server.release(another)
    server.clean(frozenset())
