"""Databases that free lazily what commands delete on their way: `lazyfree-lazy-server-del`.

A change of class makes an ordinary one such a one, so that the others don't ask for each key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.keyspace.database import Database
from refimpl.keyspace.talkative import TalkativeDatabase

if TYPE_CHECKING:
    from refimpl.keyspace.database import Value


class LazyDatabase(Database):
    """Throws values that are replaced, or deleted by a command that isn't DEL, into the trash."""

    __slots__ = ()

    remove = Database.unlink

    def put(
        self, key: bytes, value: Value, expire_at: int | None = None, keep_ttl: bool = False
    ) -> None:
        previous = self.peek(key)
        super().put(key, value, expire_at, keep_ttl)
        if previous is not None and previous is not value:
            self._environment.trash.throw(previous)

    def put_strings(self, pairs: list[tuple[bytes, bytes]]) -> None:
        for key, value in pairs:
            self.put(key, value)


class LazyTalkativeDatabase(TalkativeDatabase, LazyDatabase):
    """One that does both."""

    __slots__ = ()
