"""Keeping the dataset below maxmemory: how large it is, and which key goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from refimpl.keyspace.sizes import value_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random

    from refimpl.keyspace.database import Database, Environment

KEY_OVERHEAD: Final = 104
"""Bytes that a key costs beside its own and its value's: its share of the dicts."""

_SAMPLED: Final = 16
"""Keys of a database that are measured to estimate what all of them take."""


_BETWEEN_LOOKS: Final = 16
"""Keys evicted between two looks at the clock."""


class Policy(Protocol):
    """The parameters of the configuration that eviction obeys."""

    lazyfree_lazy_eviction: bool
    maxmemory: int
    maxmemory_eviction_tenacity: int
    maxmemory_policy: str
    maxmemory_samples: int


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
    databases: Sequence[Database],
    environment: Environment,
    policy: Policy,
    random: Random,
    monotonic_us: Callable[[], int],
) -> bool:
    """Evict keys until the dataset is below maxmemory; whether that could be reached.

    It may take only so long at a time: then `environment.evicting` tells that it isn't there yet,
    and who calls goes on later.
    """
    environment.evicting = False
    statistics = environment.statistics
    deadline: int | None = None
    evicted = 0
    while policy.maxmemory and (
        environment.base_memory + dataset_size(databases) > policy.maxmemory
    ):
        if deadline is None:
            now = monotonic_us()
            deadline = now + _patience_us(policy.maxmemory_eviction_tenacity)
            if statistics.exceeded_since_us is None:
                statistics.exceeded_since_us = now
        elif evicted % _BETWEEN_LOOKS == 0 and monotonic_us() > deadline:
            environment.evicting = True
            return True
        victim = _victim(databases, policy, random)
        if victim is None:
            return False
        evicted += 1
        database, key = victim
        if policy.lazyfree_lazy_eviction:
            database.unlink(key)
        else:
            database.delete(key)
        environment.statistics.evicted += 1
        if database.watchers:
            database.touch_watchers(key)
        if environment.on_modified is not None:
            environment.on_modified(key, None)
        if environment.on_event is not None:
            environment.on_event("evicted", key, database)
    statistics.end_exceeding(monotonic_us)
    return True


def _patience_us(tenacity: int) -> int:
    """Microseconds that evicting may take at a time, for a tenacity from 0 to 100."""
    if tenacity >= 100:
        return 1 << 62
    if tenacity <= 10:
        return 50 * tenacity
    return int(500 * 1.15 ** (tenacity - 10))


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
