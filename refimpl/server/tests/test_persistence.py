"""Saving and loading, in a simulation: its time is virtual, its files are real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from refimpl.persistence.loading import LoadError, load_file
from refimpl.reactor.children import ForkedChildren
from refimpl.reactor.simulated import Simulation
from refimpl.testing import SimulatedClient, start_simulated

if TYPE_CHECKING:
    from pathlib import Path

    from refimpl.server.server import Server

HOST = "10.0.0.1"


@pytest.fixture
def room() -> Simulation:
    return Simulation(seed=1)


def serve(room: Simulation, directory: Path, save: str = "") -> Server:
    return start_simulated(room, HOST, protected_mode=False, dir=str(directory), save=save)


def test_everything_comes_back(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path)
    client = SimulatedClient(room, HOST)
    client.send("SET k v PX 100000", "RPUSH l a b", "SELECT 3", "SET other v")
    assert client.send("SAVE") == b"+OK\r\n"
    before = [dict(database.values) for database in server.state.databases]
    expires = dict(server.state.databases[0].expires)
    for database in server.state.databases:
        database.clear()
    assert server.load()
    loaded = server.state.databases
    assert [set(database.values) for database in loaded] == [set(values) for values in before]
    assert loaded[0].expires == expires
    assert server.state.saving.keys_loaded == 3


def test_save_point(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path, "60 2")
    client = SimulatedClient(room, HOST)
    client.send("SET k v")
    room.run_for(70_000)
    assert not list(tmp_path.iterdir())  # one change isn't enough
    client.send("SET k w")
    room.run_for(300)
    assert [path.name for path in tmp_path.iterdir()] == ["dump.rdb"]
    assert (server.state.dirty, server.state.saving.saves) == (0, 1)


def test_rest_after_failure(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path, "1 1")
    record = server.state.saving
    (tmp_path / "dump.rdb").mkdir()
    client = SimulatedClient(room, HOST)
    client.send("SET k v")
    room.run_for(3000)
    assert (record.ok, record.saves) == (False, 1)
    assert client.send("SET k w").startswith(b"-MISCONF ")
    (tmp_path / "dump.rdb").rmdir()
    room.run_for(2000)
    assert record.saves == 1
    room.run_for(5000)
    assert (record.ok, record.saves) == (True, 2)
    assert client.send("SET k w") == b"+OK\r\n"


def test_old_file_stays_when_writing_fails(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path)
    client = SimulatedClient(room, HOST)
    client.send("SET k v", "SAVE")
    good = (tmp_path / "dump.rdb").read_bytes()
    server.state.databases[0].values[b"odd"] = object()  # a value that no file can hold
    assert client.send("SAVE") == b"-ERR\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["dump.rdb"]
    assert (tmp_path / "dump.rdb").read_bytes() == good


def test_changes_while_saving_count(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path)
    client = SimulatedClient(room, HOST)
    client.send("SET a v", "SET b v", "BGSAVE", "SET c v", ms=1)
    assert server.state.dirty == 3
    room.run_for(300)
    assert server.state.dirty == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Unexpected EOF"),
        (b"RED", "Unexpected EOF"),
        (b"REDIS0012", "Unexpected EOF"),
        (b"XEDIS0012", "Wrong signature"),
        (b"REDIS0099\xff", "Can't handle RDB format version 99"),
        (b"REDISabcd\xff", "Can't handle RDB format version 0"),
        (b"REDIS0012\xfe\xff", "encoded string"),
        (b"REDIS0012\xfe\x80\xff\xff\xff\xff", "Unexpected EOF|more than 16"),
        (b"REDIS0012\xfe\x20", "more than 16 databases"),
        (b"REDIS0012\x63\x01k", "99"),
        (b"REDIS0012\x00\x01k\x01v\x00\x01k\x01v\xff", "duplicated key"),
        (b"REDIS0012\x00\x01k\x81\xff\xff\xff\xff\xff\xff\xff\xff", "Unexpected EOF"),
        (b"REDIS0012\xf7\x00", "isn't known"),
        (b"REDIS0012\xff" + bytes(7) + b"\1", "checksum"),
    ],
)
def test_damage_is_told(room: Simulation, tmp_path: Path, content: bytes, reason: str) -> None:
    server = serve(room, tmp_path)
    path = tmp_path / "dump.rdb"
    path.write_bytes(content)
    with pytest.raises(LoadError, match=reason):
        load_file(bytes(path), server.state, merge=False)


def test_file_without_checksum(room: Simulation, tmp_path: Path) -> None:
    server = serve(room, tmp_path)
    path = tmp_path / "dump.rdb"
    path.write_bytes(b"REDIS0012\xfc" + b"\xff" * 7 + b"\x00\x00\x01k\x01v\xff" + bytes(8))
    assert load_file(bytes(path), server.state, merge=False).keys == 1
    path.write_bytes(b"REDIS0003\x00\x01l\x01v\xff")
    assert load_file(bytes(path), server.state, merge=False).keys == 1


def test_forked_child() -> None:
    children = ForkedChildren()
    good, bad = children.start(lambda: True), children.start(lambda: False)
    outcomes: list[bool | None] = [None, None]
    while None in outcomes:
        outcomes = [
            child.result() if outcome is None else outcome
            for child, outcome in zip((good, bad), outcomes, strict=True)
        ]
    assert outcomes == [True, False]
