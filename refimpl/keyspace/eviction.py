"""Keeping the dataset below maxmemory: how large it is, and which key goes first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from refimpl.keyspace.database import Database, Environment

KEY_OVERHEAD = 104
"""Bytes that a key costs beside its own and its value's: its share of the dicts."""

_SAMPLED = 16
"""Keys of a database that are measured to estimate what all of them take."""


class Policy(Protocol):
    """The parameters of the configuration that eviction obeys."""

    maxmemory: int
    maxmemory_policy: str
    maxmemory_samples: int


def value_size(value: object) -> int:
    """Bytes a value takes, roughly."""
    if isinstance(value, (bytes, bytearray)):
        return sys.getsizeof(value)
    measure = getattr(value, "memory_usage", None)
    if measure is not None:
        return int(measure())
    size = sys.getsizeof(value)
    items = getattr(value, "__len__", None)
    return size + 64 * (items() if items is not None else 0)


def dataset_size(databases: Iterable[Database]) -> int:
    """Bytes the keys and values take, estimated from a few values of each database."""
    total = 0
    for database in databases:
        count = len(database.values)
        if not count:
            continue
        sampled = measured = 0
        for key, value in database.values.items():
            measured += len(key) + KEY_OVERHEAD + value_size(value)
            sampled += 1
            if sampled == _SAMPLED:
                break
        total += measured * count // sampled
    return total


def make_room(
    databases: Sequence[Database], environment: Environment, policy: Policy, random: Random
) -> bool:
    """Evict keys until the dataset is below maxmemory; whether that could be reached."""
    if not policy.maxmemory:
        return True
    while environment.base_memory + dataset_size(databases) > policy.maxmemory:
        victim = _victim(databases, policy, random)
        if victim is None:
            return False
        database, key = victim
        database.remove(key)
        environment.statistics.evicted += 1
        if database.watchers:
            database.touch_watchers(key)
        if environment.on_modified is not None:
            environment.on_modified(key, None)
        if environment.on_event is not None:
            environment.on_event("evicted", key, database)
    return True


def _victim(
    databases: Sequence[Database], policy: Policy, random: Random
) -> tuple[Database, bytes] | None:
    """The best of some sampled keys, by the configured policy; None when no key may go."""
    name = policy.maxmemory_policy
    if name == "noeviction":
        return None
    scope, _, criterion = name.partition("-")
    volatile = scope == "volatile"
    best: tuple[int, Database, bytes] | None = None
    for database in databases:
        if not (database.expires if volatile else database.values):
            continue
        for key in database.sample(random, policy.maxmemory_samples, volatile):
            if criterion == "ttl":
                rank = -(database.expiry(key) or 0)
            elif criterion == "lfu":
                rank = 255 - database.frequency(key)
            elif criterion == "lru":
                rank = database.idle_seconds(key)
            else:
                rank = random.getrandbits(30)
            if best is None or rank > best[0]:
                best = (rank, database, key)
    return None if best is None else (best[1], best[2])
