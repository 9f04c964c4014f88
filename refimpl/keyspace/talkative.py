"""A database that tells what others keep to themselves: keys missed, made, replaced.

An ordinary one becomes such a one, and back, by a change of its class: as long as nobody wants to
know, the methods that every command goes through ask nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.kinds import type_name
from refimpl.keyspace.database import Database

if TYPE_CHECKING:
    from refimpl.keyspace.database import Kind, Value


class TalkativeDatabase(Database):
    """Tells its environment's `on_event`."""

    __slots__ = ()

    def _tell(self, event: str, key: bytes) -> None:
        tell = self._environment.on_event
        if tell is not None:
            tell(event, key, self)

    # Keys that aren't there

    def read_string(self, key: bytes) -> bytes | bytearray | None:
        value = Database.read_string(self, key)
        if value is None:
            self._tell("keymiss", key)
        return value

    def read(self, key: bytes, kind: type[Kind]) -> Kind | None:
        value = Database.read(self, key, kind)
        if value is None:
            self._tell("keymiss", key)
        return value

    def read_any(self, key: bytes) -> Value | None:
        value = Database.read_any(self, key)
        if value is None:
            self._tell("keymiss", key)
        return value

    def glance(self, key: bytes) -> Value | None:
        value = Database.glance(self, key)
        if value is None:
            self._tell("keymiss", key)
        return value

    # Keys that come, or change as a whole

    def put(
        self,
        key: bytes,
        value: Value,
        expire_at: int | None = None,
        keep_ttl: bool = False,
    ) -> None:
        previous = self.peek(key)
        super().put(key, value, expire_at, keep_ttl)
        if previous is None:
            self._tell("new", key)
            return
        self._tell("overwritten", key)
        if type_name(previous) != type_name(value):
            self._tell("type_changed", key)

    def revise(self, key: bytes, value: Value) -> None:
        fresh = key not in self.values
        super().revise(key, value)
        if fresh:
            self._tell("new", key)

    def add(self, key: bytes, value: Value) -> None:
        super().add(key, value)
        self._tell("new", key)
