"""Servers beside the one under test, of the same kind: with files of ours, or to migrate to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from conformance.targets.process import ServerProcess
from conformance.targets.resolve import process_like
from conformance.wire.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conformance.arena import Arena


def program(arena: Arena) -> ServerProcess:
    """The server under test as a program; skips where it is none of this machine."""
    process = process_like(arena.server.target)
    if process is None:
        pytest.skip("a second server can't be started where files and ports are ours")
    return process


@contextmanager
def started(arena: Arena, directory: Path, *options: str) -> Iterator[Client]:
    """A server with its files in that directory, and these options."""
    like = program(arena)
    words = [*like.options, "--dir", str(directory), *options]
    with ServerProcess(like.text, like.command, words) as process:
        assert process.address is not None
        client = Client.connect(process.address, "second")
        arena.adopt(client)
        try:
            yield client
        finally:
            client.close()
