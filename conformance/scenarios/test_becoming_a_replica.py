"""REPLICAOF with an address: the server becomes a replica, whether or not anybody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.beside import started
from conformance.wire.values import Array, Bulk, Simple

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena


@pytest.mark.clause(commands=("replicaof", "role"))
def test_becoming_a_replica(arena: Arena, tmp_path: Path) -> None:
    """OK comes before the master is connected to; NO ONE makes it a master again."""
    with started(arena, tmp_path) as client:
        assert client.call("REPLICAOF", "127.0.0.1", "1") == Simple(b"OK")
        again = Simple(b"OK Already connected to specified master")
        assert client.call("REPLICAOF", "127.0.0.1", "1") == again
        role = client.call("ROLE")
        assert isinstance(role, Array)
        assert role.items[0] == Bulk(b"slave")
        assert client.call("REPLICAOF", "NO", "ONE") == Simple(b"OK")
        role = client.call("ROLE")
        assert isinstance(role, Array)
        assert role.items[0] == Bulk(b"master")
