"""Deleting keys whose time has passed although nobody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refimpl.keyspace.database import Database
    from refimpl.keyspace.moment import Moment
    from refimpl.keyspace.statistics import KeyspaceStatistics

_KEYS_PER_LOOP = 20
"""Keys with an expiry looked at before it is judged whether to go on, at effort 1."""
_SLOW_TIME_SHARE = 25
"""Percent of the time a cycle may take, at effort 1."""
_ACCEPTABLE_STALE = 10
"""Percent of due keys among those looked at that are no reason to go on, at effort 1."""


class ExpiryCycle:
    """Goes through the volatile keys of all databases, a little at each call.

    The share of due keys it leaves is bounded: while more than some percent of what it sees in a
    database are due it goes on there, until its share of the time is used up.
    """

    def __init__(
        self,
        databases: Sequence[Database],
        moment: Moment,
        statistics: KeyspaceStatistics,
        monotonic_us: Callable[[], int],
    ) -> None:
        self._databases = databases
        self._moment = moment
        self._statistics = statistics
        self._monotonic_us = monotonic_us
        self._next = 0
        self._cursors = [0] * len(databases)

    def run(self, hz: int, effort: int) -> None:
        """One cycle of at most its share of 1/hz seconds; effort is 1 to 10."""
        extra = effort - 1
        per_loop = _KEYS_PER_LOOP + _KEYS_PER_LOOP // 4 * extra
        acceptable = _ACCEPTABLE_STALE - extra
        start = self._monotonic_us()
        limit = start + (_SLOW_TIME_SHARE + 2 * extra) * 10_000 // max(hz, 1)
        seen = due = 0
        for _ in range(len(self._databases)):
            index = self._next % len(self._databases)
            self._next += 1
            database = self._databases[index]
            while database.expires:
                looked, expired = self._sweep(database, index, per_loop)
                seen += looked
                due += expired
                if self._monotonic_us() > limit:
                    self._statistics.expire_time_cap_reached += 1
                    self._finish(start, seen, due)
                    return
                if expired * 100 <= looked * acceptable:
                    break
        self._finish(start, seen, due)

    def _sweep(self, database: Database, index: int, count: int) -> tuple[int, int]:
        """Look at the next count volatile keys; how many were looked at, how many were due."""
        expires = database.expires
        self._cursors[index], keys = database.volatile().scan(self._cursors[index], count)
        now = self._moment.ms
        due = [key for key in keys if expires[key] < now]
        for key in due:
            database.expire_now(key)
        return len(keys), len(due)

    def _finish(self, start: int, seen: int, due: int) -> None:
        share = due / seen if seen else 0.0
        statistics = self._statistics
        statistics.expired_stale_share = share * 0.05 + statistics.expired_stale_share * 0.95
        statistics.expire_cycle_usec += self._monotonic_us() - start
