"""The last commands that took longer than slowlog-log-slower-than."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refimpl.table.command import Argv

MOST_ARGS = 32
"""Arguments that an entry keeps; the last one of more tells how many are left out."""
MOST_BYTES = 128
"""Bytes of an argument that an entry keeps."""


class Entry(NamedTuple):
    """One slow command."""

    id: int
    second: int
    """Seconds since the epoch."""
    usec: int
    argv: Argv
    address: bytes
    client_name: bytes


class SlowLog:
    """Bounded, newest first."""

    def __init__(self, length: int) -> None:
        self.entries: deque[Entry] = deque(maxlen=length)
        self._next_id = 0

    def add(self, second: int, usec: int, argv: Argv, address: bytes, client_name: bytes) -> None:
        """Remember a command, shortening what is long."""
        kept = [shorten(word) for word in argv[:MOST_ARGS]]
        if len(argv) > MOST_ARGS:
            kept[-1] = b"... (%d more arguments)" % (len(argv) - MOST_ARGS + 1)
        entry = Entry(self._next_id, second, usec, kept, address, client_name)
        self.entries.appendleft(entry)
        self._next_id += 1

    def resize(self, length: int) -> None:
        """Keep at most length entries from now on."""
        self.entries = deque(list(self.entries)[:length], maxlen=length)


def shorten(word: bytes) -> bytes:
    """The word as an entry shows it."""
    if len(word) <= MOST_BYTES:
        return word
    return word[:MOST_BYTES] + b"... (%d more bytes)" % (len(word) - MOST_BYTES)
