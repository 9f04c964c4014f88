"""Which hash has fields that expire next."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.datatypes.hash import HashValue

_STALE_ALLOWANCE = 64
"""Outdated entries the schedule may carry, besides as many as there are hashes."""


class FieldDeadlines:
    """Hashes by the earliest deadline of their fields, as far as it was noted.

    It learns of new deadlines and nothing else: a hash may have been deleted or replaced since, or
    have lost its fields. So what `next_due` gives is to be looked at, and noted or forgotten.
    """

    __slots__ = ("_keys", "_schedule")

    def __init__(self) -> None:
        self._keys: dict[bytes, int] = {}
        self._schedule: list[tuple[int, bytes]] = []
        """A heap. May hold entries that are no longer true."""

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[bytes]:
        """The keys of the hashes."""
        return iter(self._keys)

    def note(self, key: bytes, value: HashValue) -> None:
        """The hash at key has got a deadline, or may have lost some: what is the next one?"""
        deadline = value.next_deadline()
        if deadline is None:
            self._keys.pop(key, None)
        elif self._keys.get(key) != deadline:
            self._keys[key] = deadline
            heappush(self._schedule, (deadline, key))
            if len(self._schedule) > 2 * len(self._keys) + _STALE_ALLOWANCE:
                self._schedule = [(moment, name) for name, moment in self._keys.items()]
                heapify(self._schedule)

    def forget(self, key: bytes) -> None:
        """There is no such hash any more."""
        self._keys.pop(key, None)

    def next_due(self, now: int) -> bytes | None:
        """A hash with a deadline before now, the earliest; None when there is none."""
        schedule = self._schedule
        while schedule and schedule[0][0] < now:
            deadline, key = schedule[0]
            if self._keys.get(key) == deadline:
                return key
            heappop(schedule)
        return None
