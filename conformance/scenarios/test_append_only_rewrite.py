"""BGREWRITEAOF: begun, put off, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.beside import started
from conformance.wire.values import Array, Bulk, Error, Simple

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena
    from conformance.wire.client import Client

STARTED = Simple(b"Background append only file rewriting started")
SCHEDULED = Simple(b"Background append only file rewriting scheduled")
BUSY = Error(b"ERR Background append only file rewriting already in progress")
ALONE = {"protocols": (2,), "requires": ("owned", "debug"), "since": {"redis": "8.2.0"}}


def working(client: Client) -> bool:
    """Whether a child is writing, or is about to."""
    text = client.call("INFO", "persistence")
    assert isinstance(text, Bulk)
    fields = ("rdb_bgsave_in_progress", "aof_rewrite_in_progress", "aof_rewrite_scheduled")
    return any(f"{name}:1".encode() in text.data for name in fields)


@pytest.mark.clause(**ALONE, error=True, commands=("bgrewriteaof",))
def test_rewriting(arena: Arena, tmp_path: Path) -> None:
    """One at a time; while the dataset is saved it is put off, as it is in a transaction."""
    with started(arena, tmp_path) as client:
        client.call("DEBUG", "POPULATE", "200000")  # enough for a child to be busy for a moment
        assert client.pipeline([["BGREWRITEAOF"], ["BGREWRITEAOF"]]) == [STARTED, BUSY]
        arena.until(lambda: not working(client), 30, "the end of the rewriting")
        saving = Simple(b"Background saving started")
        assert client.pipeline([["BGSAVE"], ["BGREWRITEAOF"]]) == [saving, SCHEDULED]
        arena.until(lambda: not working(client), 30, "the end of both")
        client.call("MULTI")
        client.call("BGREWRITEAOF")
        assert client.call("EXEC") == Array((SCHEDULED,))
        arena.until(lambda: not working(client), 30, "the end of the rewriting")
