"""Taking expired fields out of hashes although nobody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.hash import HashValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refimpl.keyspace.database import Database, Environment

_FIELDS_PER_HASH = 1000
"""Fields taken out of one hash before the others get their turn."""
_TIME_SHARE = 25
"""Percent of the time a cycle may take."""


class FieldExpiryCycle:
    """Goes through the hashes with fields that are due, those first that have been so longest."""

    def __init__(
        self,
        databases: Sequence[Database],
        environment: Environment,
        monotonic_us: Callable[[], int],
    ) -> None:
        self._databases = databases
        self._environment = environment
        self._monotonic_us = monotonic_us
        self._next = 0
        """The database whose turn it is."""

    def run(self, hz: int) -> None:
        """One round through all databases, of at most its share of 1/hz seconds."""
        limit = self._monotonic_us() + _TIME_SHARE * 10_000 // max(hz, 1)
        for _ in range(len(self._databases)):
            database = self._databases[self._next]
            if database.field_deadlines and not self._round(database, limit):
                return
            self._next = (self._next + 1) % len(self._databases)

    def _round(self, database: Database, limit: int) -> bool:
        """Go through the due hashes of a database; False when the time was up before the end."""
        now = self._environment.moment.ms
        while (key := database.field_deadlines.next_due(now)) is not None:
            self._sweep(database, key)
            if self._monotonic_us() > limit:
                return False
        return True

    def _sweep(self, database: Database, key: bytes) -> None:
        """Take expired fields out of a hash, if there still is one."""
        value = database.values.get(key)
        if not isinstance(value, HashValue):
            database.field_deadlines.forget(key)
            return
        environment = self._environment
        database.changing(key)
        removed = value.remove_expired(environment.moment.ms, _FIELDS_PER_HASH)
        database.field_deadlines.note(key, value)
        if removed:
            environment.statistics.expired_fields += len(removed)
            if not len(value):
                database.remove(key)
            database.touch_watchers(key)
            if environment.on_modified is not None:
                environment.on_modified(key, None)
            if environment.on_event is not None:
                environment.on_event("hexpired", key, database)
                if not len(value):
                    environment.on_event("del", key, database)
