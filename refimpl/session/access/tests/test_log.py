"""The log of refusals."""

from __future__ import annotations

from refimpl.session.access.log import AccessLog

NOW = 1_000_000


def add(log: AccessLog, target: bytes, now: int = NOW, longest: int = 128) -> None:
    """Note that a key was refused."""
    log.add(b"key", b"toplevel", target, b"someone", b"id=1", now, longest)


def shown(log: AccessLog) -> list[tuple[bytes, int]]:
    """Words and counts, newest first."""
    return [(entry.object, entry.count) for entry in log.entries]


def test_same_refusals_are_one_entry() -> None:
    """For a minute; the entry is the newest then."""
    log = AccessLog()
    add(log, b"a")
    add(log, b"b")
    add(log, b"a", NOW + 60_000)
    assert shown(log) == [(b"a", 2), (b"b", 1)]
    assert [entry.id for entry in log.entries] == [0, 1]
    assert (log.entries[0].created, log.entries[0].updated) == (NOW, NOW + 60_000)
    add(log, b"b", NOW + 60_001)
    assert shown(log) == [(b"b", 1), (b"a", 2), (b"b", 1)]
    assert log.entries[0].id == 2
    assert log.denied[b"key"] == 4


def test_length() -> None:
    """The oldest entries go; with no room nothing is kept, but counted."""
    log = AccessLog()
    for word in (b"a", b"b", b"c"):
        add(log, word, longest=2)
    assert shown(log) == [(b"c", 1), (b"b", 1)]
    add(log, b"d", longest=0)
    assert log.entries == []
    assert log.denied[b"key"] == 4
