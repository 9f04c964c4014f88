"""Eviction: whom it takes, and for how long."""

from __future__ import annotations

from itertools import count
from random import Random

import pytest

from refimpl.keyspace.database import Database, Environment
from refimpl.keyspace.eviction import make_room
from refimpl.keyspace.moment import Moment
from refimpl.keyspace.statistics import KeyspaceStatistics


class Settings:
    """What of the configuration counts."""

    lazyfree_lazy_eviction = False
    maxmemory = 1
    maxmemory_eviction_tenacity = 10
    maxmemory_policy = "allkeys-random"
    maxmemory_samples = 5


def databases(keys: int) -> tuple[Environment, list[Database]]:
    environment = Environment(Moment(), KeyspaceStatistics(), RuntimeError)
    first, second = Database(0, environment), Database(1, environment)
    for number in range(keys):
        first.add(b"%d" % number, b"v")
    return environment, [first, second]


def test_time_is_up() -> None:
    environment, held = databases(100)
    settings = Settings()
    settings.maxmemory_eviction_tenacity = 0
    ticks = count()
    assert make_room(held, environment, settings, Random(1), lambda: next(ticks))
    assert environment.evicting
    assert 0 < len(held[0]) < 100
    rounds = 0
    while environment.evicting:
        make_room(held, environment, settings, Random(1), lambda: next(ticks))
        rounds += 1
    assert rounds > 2
    assert not held[0].values
    assert environment.statistics.evicted == 100
    assert environment.statistics.exceeded_usec > 0


def test_no_end_of_patience() -> None:
    environment, held = databases(100)
    settings = Settings()
    settings.maxmemory_eviction_tenacity = 100
    ticks = count(0, 1_000_000)
    assert make_room(held, environment, settings, Random(1), lambda: next(ticks))
    assert not environment.evicting
    assert not held[0].values


@pytest.mark.parametrize("policy", ["noeviction", "volatile-lru", "volatile-ttl"])
def test_nobody_to_evict(policy: str) -> None:
    environment, held = databases(3)
    settings = Settings()
    settings.maxmemory_policy = policy
    assert not make_room(held, environment, settings, Random(1), lambda: 0)
    assert len(held[0]) == 3
    assert environment.statistics.exceeded_ms(5000) == (5, 5)


def test_volatile_keys_of_every_database() -> None:
    environment, held = databases(3)
    held[0].expire_at(b"1", 1 << 50)
    held[1].add(b"other", b"v")
    held[1].expire_at(b"other", 1 << 50)
    settings = Settings()
    settings.maxmemory_policy = "volatile-random"
    assert not make_room(held, environment, settings, Random(1), lambda: 0)
    assert set(held[0].values) == {b"0", b"2"}
    assert not held[1].values
