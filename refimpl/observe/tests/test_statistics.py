"""What INFO counts."""

from __future__ import annotations

import pytest

from refimpl.reactor.simulated import Simulation
from refimpl.testing import SimulatedClient, start_simulated

HOST = "server"


@pytest.fixture
def room() -> Simulation:
    return Simulation(seed=1)


@pytest.fixture
def client(room: Simulation) -> SimulatedClient:
    start_simulated(room, HOST, protected_mode=False)
    return SimulatedClient(room, HOST)


def info(client: SimulatedClient, section: str) -> dict[str, str]:
    """The fields of a section."""
    lines = client.send(f"INFO {section}").decode().split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def calls(client: SimulatedClient, command: str) -> dict[str, str]:
    """A command's statistics."""
    line = info(client, "commandstats").get(f"cmdstat_{command}", "")
    return dict(pair.split("=") for pair in line.split(",") if pair)


def test_calls_failures_and_refusals(client: SimulatedClient) -> None:
    client.send("SET k v", "SET k v", "INCR k", "GET", "SET k v BAD")
    assert calls(client, "set")["calls"] == "3"
    assert calls(client, "set")["failed_calls"] == "1"
    assert calls(client, "incr")["failed_calls"] == "1"
    assert calls(client, "get") == {
        "calls": "0",
        "usec": "0",
        "usec_per_call": "0.00",
        "rejected_calls": "1",
        "failed_calls": "0",
    }


def test_errors_are_counted_by_their_first_word(client: SimulatedClient) -> None:
    client.send("SET k v", "LPUSH k x", "LPUSH k x", "NOSUCH")
    errors = info(client, "errorstats")
    assert errors["errorstat_WRONGTYPE"] == "count=2"
    assert errors["errorstat_ERR"] == "count=1"
    assert info(client, "stats")["total_error_replies"] == "3"


def test_hits_misses_and_expired_keys(room: Simulation, client: SimulatedClient) -> None:
    client.send("SET k v PX 100", "GET k", "GET none", "GET none")
    room.run_for(500)
    stats = info(client, "stats")
    assert stats["keyspace_hits"] == "1"
    assert stats["keyspace_misses"] == "2"
    assert stats["expired_keys"] == "1"


def test_queued_commands_are_counted_when_executed(client: SimulatedClient) -> None:
    client.send("MULTI", "INCR k")
    client.send("DISCARD")
    assert calls(client, "incr") == {}
    client.send("MULTI", "INCR k", "EXEC")
    assert calls(client, "incr")["calls"] == "1"


def test_blocked_command_is_counted_when_served(room: Simulation, client: SimulatedClient) -> None:
    waiting = SimulatedClient(room, HOST)
    waiting.send("BLPOP k 0")
    assert info(client, "clients")["blocked_clients"] == "1"
    assert calls(client, "blpop") == {}
    client.send("RPUSH k a")
    assert info(client, "clients")["blocked_clients"] == "0"
    assert calls(client, "blpop")["calls"] == "1"


def test_reset(client: SimulatedClient) -> None:
    client.send("SET k v", "GET k", "NOSUCH", "CONFIG RESETSTAT")
    stats = info(client, "stats")
    assert stats["keyspace_hits"] == "0"
    assert stats["total_error_replies"] == "0"
    assert calls(client, "set") == {}


def test_uptime_is_the_clock_s(room: Simulation, client: SimulatedClient) -> None:
    room.run_for(90_000)
    assert info(client, "server")["uptime_in_seconds"] == "90"
