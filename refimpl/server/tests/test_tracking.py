"""Tracking costs nothing while nobody tracks: when changes are listened to, and when no more."""

from __future__ import annotations

from refimpl.reactor.simulated import Simulation
from refimpl.session.client import Unusual
from refimpl.testing import SimulatedClient, start_simulated

HOST = "server"


def test_listening_ends_with_the_last_entry() -> None:
    room = Simulation(seed=1)
    server = start_simulated(room, HOST, protected_mode=False)
    state = server.state
    client, other = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
    assert state.on_modified is None
    client.send("CLIENT TRACKING ON")
    client.send("GET k")
    assert state.on_modified is not None
    assert state.environment.on_modified is not None
    client.send("CLIENT TRACKING OFF")
    assert state.tracking.table
    assert state.on_modified is not None
    other.send("SET k v")
    assert not state.tracking.table
    assert state.tracking.items == 0
    assert state.on_modified is None
    assert state.environment.on_modified is None


def test_closed_clients_are_forgotten() -> None:
    room = Simulation(seed=1)
    state = start_simulated(room, HOST, protected_mode=False).state
    client = SimulatedClient(room, HOST)
    client.send("CLIENT TRACKING ON BCAST PREFIX p")
    assert list(state.tracking.prefixes) == [b"p"]
    number = next(iter(state.clients))
    state.clients[number].transport.close()
    assert not state.tracking.prefixes
    assert state.tracking.clients == 0
    assert state.on_modified is None


def test_the_short_way_is_open_again() -> None:
    room = Simulation(seed=1)
    state = start_simulated(room, HOST, protected_mode=False).state
    client = SimulatedClient(room, HOST)
    client.send("CLIENT TRACKING ON")
    (tracked,) = state.clients.values()
    assert tracked.unusual & Unusual.TRACKING
    client.send("CLIENT TRACKING OFF")
    assert tracked.unusual == 0
