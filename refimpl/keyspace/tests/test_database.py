"""Databases: expiry, signals, watchers, swapping, walking."""

from __future__ import annotations

from random import Random

import pytest

from refimpl.datatypes.hash import HashValue
from refimpl.keyspace.database import Database, Environment
from refimpl.keyspace.expiry import ExpiryCycle
from refimpl.keyspace.frequency import INITIAL, FrequencyLog
from refimpl.keyspace.moment import Moment
from refimpl.keyspace.statistics import KeyspaceStatistics

MS = 1_000_000


class WrongType(Exception):
    pass


class Watcher:
    dirty_cas = False


@pytest.fixture
def environment() -> Environment:
    moment = Moment()
    moment.synchronize(0, 1_000_000_000)
    return Environment(moment, KeyspaceStatistics(), WrongType)


@pytest.fixture
def database(environment: Environment) -> Database:
    return Database(0, environment)


def test_a_key_is_there_until_its_time_has_passed(
    database: Database, environment: Environment
) -> None:
    now = environment.moment.ms
    database.put(b"k", b"v", now + 10)
    environment.moment.tick += 10 * MS
    assert database.read_string(b"k") == b"v", "at the very millisecond it is still there"
    environment.moment.tick += MS
    assert len(database) == 1
    assert database.read_string(b"k") is None
    assert len(database) == 0
    assert environment.statistics.expired == 1
    assert (environment.statistics.hits, environment.statistics.misses) == (1, 1)


def test_put_replaces_the_expiry_unless_told_to_keep_it(database: Database) -> None:
    database.put(b"k", b"v", 1 << 50)
    database.put(b"k", b"w", keep_ttl=True)
    assert database.expiry(b"k") == 1 << 50
    database.put(b"k", b"x")
    assert database.expiry(b"k") is None


def test_removing_a_due_key_removes_nothing(database: Database) -> None:
    database.put(b"k", b"v", 1)
    assert not database.remove(b"k")
    assert not database.remove(b"k")


def test_wrong_type(database: Database) -> None:
    database.add(b"k", {"other": "type"})
    with pytest.raises(WrongType):
        database.read_string(b"k")
    with pytest.raises(WrongType):
        database.write(b"k", list)
    assert database.read(b"k", dict) == {"other": "type"}


def test_signals_come_once_and_only_for_keys_somebody_waits_for(
    database: Database, environment: Environment
) -> None:
    database.add(b"k", b"v")
    database.waiting[b"k"] = {}
    database.put(b"k", b"v")
    database.signal(b"k")
    database.signal(b"l")
    assert environment.ready == [(database, b"k")]
    database.signal_taken(b"k")
    database.signal(b"k")
    assert len(environment.ready) == 2


def test_watchers_of_a_dead_key_are_not_touched_by_its_burial(database: Database) -> None:
    early, late = Watcher(), Watcher()
    database.put(b"k", b"v", 1)
    database.watchers[b"k"] = {early: database.is_due(b"k"), late: False}
    assert database.peek(b"k") is None
    assert not early.dirty_cas
    assert late.dirty_cas
    database.touch_watchers(b"k")
    assert early.dirty_cas


def test_swap_exchanges_contents_but_neither_watchers_nor_waiters(
    environment: Environment,
) -> None:
    first, second = Database(0, environment), Database(1, environment)
    first.add(b"k", b"1")
    first.expire_at(b"k", 1 << 50)
    second.waiting[b"k"] = {}
    watcher = Watcher()
    second.watchers[b"k"] = {watcher: False}
    first.swap(second)
    assert b"k" not in first
    assert second.read_string(b"k") == b"1"
    assert second.expiry(b"k") == 1 << 50
    assert environment.ready == [(second, b"k")]
    assert watcher.dirty_cas


def test_scan_returns_what_is_there_throughout(database: Database) -> None:
    for number in range(100):
        database.add(b"%d" % number, b"v")
    seen: set[bytes] = set()
    cursor = 0
    for step in range(1000):
        cursor, keys = database.scan(cursor, 7)
        seen.update(keys)
        database.remove(b"%d" % (step * 3))
        database.put(b"new%d" % step, b"v")
        if not cursor:
            break
    assert seen >= {b"%d" % number for number in range(100) if number % 3}


def test_random_key_skips_due_keys(database: Database) -> None:
    database.put(b"due", b"v", 1)
    assert database.random_key(Random(1)) is None
    database.put(b"k", b"v")
    assert database.random_key(Random(1)) == b"k"


def test_frequency_starts_grows_and_decays() -> None:
    log = FrequencyLog(Random(1), log_factor=10, decay_minutes=1)
    log[b"k"] = 0
    assert log.counter(b"k", 0) == INITIAL
    for _ in range(100_000):
        log[b"k"] = 0
    assert 100 < log.counter(b"k", 0) < 255
    high = log.counter(b"k", 0)
    assert log.counter(b"k", 600) == high - 10


def test_keys_used_in_the_same_second_share_its_object(database: Database) -> None:
    """Compiled code would make one for each, 32 bytes a key, if it took the second for an int."""
    database.put(b"a", b"1")
    database.add(b"b", b"2")
    database.put_strings([(b"c", b"3"), (b"d", b"4")])
    assert database.read_string(b"a") == b"1"
    assert len({id(second) for second in database.accessed.values()}) == 1


def test_only_who_is_to_tell_does(database: Database, environment: Environment) -> None:
    told: list[tuple[str, bytes]] = []
    environment.on_event = lambda event, key, keys: told.append((event, key))

    def use() -> list[tuple[str, bytes]]:
        told.clear()
        for miss in (database.read_string, database.read_any, database.glance, database.inspect):
            assert miss(b"k") is None
        assert database.read(b"k", HashValue) is None
        database.add(b"k", b"v")
        database.put(b"k", b"w")
        database.put(b"k", HashValue())
        database.put_strings([(b"s", b"v")])
        database.revise(b"s", b"w")
        database.revise(b"r", b"v")
        database.clear()
        return told

    assert use() == []
    database.configure(tells=True, frees_lazily=False)
    news = [("new", b"k"), ("overwritten", b"k"), ("overwritten", b"k"), ("type_changed", b"k")]
    for _ in range(2):  # as before after all keys are gone
        assert use() == [("keymiss", b"k")] * 4 + news + [("new", b"s"), ("new", b"r")]
    database.configure(tells=False, frees_lazily=False)
    assert use() == []


def test_the_cycle_leaves_few_due_keys(environment: Environment) -> None:
    databases = [Database(number, environment) for number in range(2)]
    now = environment.moment.ms
    for number in range(1000):
        databases[1].put(b"%d" % number, b"v", now + (number % 2) * 1000)
    environment.moment.tick += 5 * MS
    ticks = iter(range(1 << 30))
    cycle = ExpiryCycle(databases, environment.moment, environment.statistics, lambda: next(ticks))
    for _ in range(100):
        cycle.run(10, 1)
    assert len(databases[1]) <= 600
    assert environment.statistics.expired == 1000 - len(databases[1])


def test_strings_put_at_once_are_as_those_put_one_by_one(
    database: Database, environment: Environment
) -> None:
    pairs = [(b"a", b"1"), (b"b", b"2"), (b"a", b"3")]
    environment.moment.synchronize(0, 2_000_000_000)
    database.put_strings(pairs)
    assert database.values == {b"a": b"3", b"b": b"2"}
    assert database.accessed == {b"a": 2000, b"b": 2000}


def test_strings_put_at_once_lose_their_expiry(database: Database) -> None:
    database.put(b"a", b"0", expire_at=10**15)
    database.put_strings([(b"a", b"1"), (b"b", b"2")])
    assert database.values == {b"a": b"1", b"b": b"2"}
    assert not database.expires


def test_strings_put_at_once_are_numbered(database: Database) -> None:
    database.put(b"a", b"0")
    assert database.scan(0, 10) == (0, [b"a"])
    database.put_strings([(b"a", b"1"), (b"b", b"2")])
    assert sorted(database.scan(0, 10)[1]) == [b"a", b"b"]


def test_strings_put_at_once_wake_who_waits(database: Database, environment: Environment) -> None:
    database.waiting[b"b"] = object()
    database.put_strings([(b"a", b"1"), (b"b", b"2")])
    assert environment.ready == [(database, b"b")]


def test_strings_put_at_once_are_counted_by_their_frequency(
    database: Database, environment: Environment
) -> None:
    log = database.accessed = database.touching = FrequencyLog(Random(1), 10, 1)
    database.put_strings([(b"a", b"1")])
    assert log.counter(b"a", environment.moment.second) == INITIAL
