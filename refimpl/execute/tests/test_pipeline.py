"""The way of a request: gates in their order, queueing, waiting and being executed anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from refimpl.reactor.simulated import Simulation
from refimpl.server.table import load_commands
from refimpl.testing import SimulatedClient, start_simulated

HOST = "server"
ROOT = next(folder for folder in Path(__file__).parents if (folder / "spec").is_dir())
ORDER: list[dict[str, Any]] = yaml.load(
    (ROOT / "spec/behaviour/gates.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)["order"]
COMMANDS = load_commands()
BEGINNINGS = {
    "unknown-command": b"-ERR unknown command",
    "wrong-arity": b"-ERR wrong number of arguments",
    "noauth": b"-NOAUTH ",
    "out-of-memory": b"-OOM ",
    "not-in-transaction": b"-ERR Command not allowed inside a transaction",
}


@pytest.fixture
def room() -> Simulation:
    return Simulation(seed=1)


@pytest.fixture
def client(room: Simulation) -> SimulatedClient:
    start_simulated(room, HOST, protected_mode=False)
    return SimulatedClient(room, HOST)


def settings(clause: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in clause.get("config", {}).items()}


def can_run(clause: dict[str, Any]) -> bool:
    """Whether the commands that lead to the refusal are there."""
    requests = [*clause.get("before", []), clause["send"]]
    names = {request[0].lower().encode() for request in requests} - {b"nosuch"}
    return names <= COMMANDS.keys()


@pytest.mark.parametrize(
    "clause",
    [each for each in ORDER if "since" not in each and can_run(each)],
    ids=lambda clause: clause["id"],
)
def test_gates_stand_in_order(room: Simulation, clause: dict[str, Any]) -> None:
    start_simulated(room, HOST, protected_mode=False, **settings(clause))
    client = SimulatedClient(room, HOST)
    for request in clause.get("before", []):
        assert client.send(" ".join(request))[:1] in b"+*"
    reply = client.send(" ".join(clause["send"]))
    if clause.get("waits"):
        assert reply == b""
    else:
        assert reply.startswith(BEGINNINGS[clause["error"]])


def test_transaction(client: SimulatedClient) -> None:
    assert client.send("MULTI", "SET k v", "GET k") == b"+OK\r\n+QUEUED\r\n+QUEUED\r\n"
    assert client.send("EXEC") == b"*2\r\n+OK\r\n$1\r\nv\r\n"
    assert client.send("EXEC") == b"-ERR EXEC without MULTI\r\n"


def test_error_while_executing_does_not_end_a_transaction(client: SimulatedClient) -> None:
    client.send("MULTI", "SET k v", "LPUSH k x", "GET k")
    reply = client.send("EXEC")
    assert reply.startswith(b"*3\r\n+OK\r\n-WRONGTYPE ")
    assert reply.endswith(b"\r\n$1\r\nv\r\n")


def test_error_while_queueing_spoils_a_transaction(client: SimulatedClient) -> None:
    client.send("MULTI", "SET k v", "GET")
    assert client.send("EXEC").startswith(b"-EXECABORT ")
    assert client.send("EXISTS k") == b":0\r\n"


def test_watched_key_that_changed_spoils_a_transaction(
    room: Simulation, client: SimulatedClient
) -> None:
    other = SimulatedClient(room, HOST)
    client.send("WATCH k", "MULTI", "SET k mine")
    other.send("SET k theirs")
    assert client.send("EXEC") == b"*-1\r\n"
    assert client.send("GET k") == b"$6\r\ntheirs\r\n"


def test_time_stands_still_in_a_transaction(room: Simulation, client: SimulatedClient) -> None:
    client.send("SET k v PX 50")
    assert client.send("MULTI", "GET k", "EXEC").endswith(b"*1\r\n$1\r\nv\r\n")
    room.run_for(60)
    assert client.send("MULTI", "GET k", "EXEC").endswith(b"*1\r\n$-1\r\n")


def test_nobody_waits_in_a_transaction(client: SimulatedClient) -> None:
    assert client.send("MULTI", "BLPOP k 0", "EXEC").endswith(b"*1\r\n*-1\r\n")


def test_waiting_clients_are_served_in_their_order(
    room: Simulation, client: SimulatedClient
) -> None:
    first, second = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
    assert first.send("BLPOP k 0") == b""
    assert second.send("BLPOP k 0") == b""
    assert client.send("RPUSH k a") == b":1\r\n"
    assert first.receive() == b"*2\r\n$1\r\nk\r\n$1\r\na\r\n"
    assert second.receive() == b""
    assert client.send("RPUSH k b") == b":1\r\n"
    assert second.receive() == b"*2\r\n$1\r\nk\r\n$1\r\nb\r\n"


def test_another_type_does_not_end_the_wait(room: Simulation, client: SimulatedClient) -> None:
    waiting = SimulatedClient(room, HOST)
    waiting.send("BLPOP k 1")
    client.send("SET k v", "DEL k")
    assert waiting.receive() == b""
    assert waiting.receive(1100) == b"*-1\r\n"


def test_push_within_a_transaction_serves_at_its_end(
    room: Simulation, client: SimulatedClient
) -> None:
    waiting = SimulatedClient(room, HOST)
    waiting.send("BLPOP k 0")
    assert client.send("MULTI", "RPUSH k a", "DEL k", "EXEC").endswith(b"*2\r\n:1\r\n:1\r\n")
    assert waiting.receive() == b""
    client.send("RPUSH k b")
    assert waiting.receive() == b"*2\r\n$1\r\nk\r\n$1\r\nb\r\n"


def test_served_client_may_serve_another(room: Simulation, client: SimulatedClient) -> None:
    mover, popper = SimulatedClient(room, HOST), SimulatedClient(room, HOST)
    popper.send("BLPOP to 0")
    mover.send("BLMOVE from to LEFT RIGHT 0")
    client.send("RPUSH from x")
    assert mover.receive() == b"$1\r\nx\r\n"
    assert popper.receive() == b"*2\r\n$2\r\nto\r\n$1\r\nx\r\n"


def test_requests_behind_a_wait_follow_it(room: Simulation, client: SimulatedClient) -> None:
    waiting = SimulatedClient(room, HOST)
    assert waiting.send("BLPOP k 0", "ECHO after") == b""
    client.send("RPUSH k a")
    assert waiting.receive() == b"*2\r\n$1\r\nk\r\n$1\r\na\r\n$5\r\nafter\r\n"


@pytest.mark.parametrize("line", ["POST / HTTP/1.1", "host: localhost"])
def test_browsers_are_repelled(room: Simulation, client: SimulatedClient, line: str) -> None:
    assert client.send(line, "SET k v") == b""
    assert SimulatedClient(room, HOST).send("CLIENT ID", "EXISTS k") == b":2\r\n:0\r\n"
