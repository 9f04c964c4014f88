"""Taking expired fields out of hashes although nobody asks for them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.hash import HashValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refimpl.keyspace.database import Database, Environment

_HASHES_PER_LOOP: Final = 64
"""Hashes looked at between two looks at the clock."""
_FIELDS_PER_HASH: Final = 1000
"""Fields taken out of one hash before the others get their turn."""
_TIME_SHARE: Final = 25
"""Percent of the time a cycle may take."""


class FieldExpiryCycle:
    """Goes through the hashes with expiring fields, from where it stopped the last time."""

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
        self._positions = [0] * len(databases)

    def run(self, hz: int) -> None:
        """One round through all databases, of at most its share of 1/hz seconds."""
        limit = self._monotonic_us() + _TIME_SHARE * 10_000 // max(hz, 1)
        for _ in range(len(self._databases)):
            index = self._next
            if self._databases[index].field_expiries and not self._round(index, limit):
                return
            self._next = (index + 1) % len(self._databases)

    def _round(self, index: int, limit: int) -> bool:
        """Go through one database; False when the time was up before the end."""
        database = self._databases[index]
        while self._positions[index] < len(database.field_expiries):
            start = self._positions[index]
            keys = list(islice(database.field_expiries, start, start + _HASHES_PER_LOOP))
            dropped = 0
            for key in keys:
                if not self._sweep(database, key):
                    del database.field_expiries[key]
                    dropped += 1
            self._positions[index] = start + len(keys) - dropped
            if self._monotonic_us() > limit:
                return False
        self._positions[index] = 0
        return True

    def _sweep(self, database: Database, key: bytes) -> bool:
        """Take expired fields out of a hash; whether it has fields left that will expire."""
        value = database.values.get(key)
        if not isinstance(value, HashValue) or not value.expires:
            return False
        environment = self._environment
        removed = value.remove_expired(environment.moment.ms, _FIELDS_PER_HASH)
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
        return value.expires
