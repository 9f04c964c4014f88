"""What is thrown away is freed in bounded parts, and counted as real servers count it."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.stream_group import Group
from refimpl.keyspace.database import Database, Environment
from refimpl.keyspace.frequency import FrequencyLog
from refimpl.keyspace.moment import Moment
from refimpl.keyspace.statistics import KeyspaceStatistics
from refimpl.keyspace.trash import Trash, free_effort

if TYPE_CHECKING:
    from refimpl.datatypes.kinds import Container

LIMITS = Limits()
MANY = 100_000


def a_set(size: int) -> SetValue:
    value = SetValue("hashtable")
    value.extend((b"%d" % number for number in range(size)), LIMITS)
    return value


def a_hash(size: int) -> HashValue:
    value = HashValue()
    for number in range(size):
        value.set(b"%d" % number, b"v", LIMITS)
        value.expire_at(b"%d" % number, 1 << 50)
    return value


def a_stream(size: int) -> StreamValue:
    value = StreamValue()
    group = Group(0, 0)
    consumer = group.add_consumer(b"c", 0)
    for number in range(1, size + 1):
        value.append(number << 64, ((b"f", b"v"),), LIMITS)
        group.deliver(number << 64, consumer, 0)
    value.add_group(b"g", group)
    return value


def a_list(size: int) -> ListValue:
    return ListValue.of([b"%030d" % number for number in range(size)], LIMITS)


def a_sorted_set(size: int) -> SortedSetValue:
    return SortedSetValue.of({b"%d" % number: float(number) for number in range(size)}, LIMITS)


VALUES = [a_set, a_hash, a_list, a_sorted_set, a_stream]


def make_trash(usec_per_look: int) -> tuple[Trash, list[str]]:
    """A trash whose clock goes on by so much whenever it is looked at, and who was woken."""
    trash, woken = Trash(), list[str]()
    clock = count(0, usec_per_look)
    trash.connect(lambda: next(clock), lambda: woken.append("woken"))
    return trash, woken


@pytest.mark.parametrize("make", VALUES)
def test_values_are_taken_apart_to_the_last_element(make: type) -> None:
    value: Container = make(MANY)
    steps = sum(1 for _ in value.dismantle())
    assert steps >= 20, "no step frees much"
    slots = [getattr(value, name, None) for name in ("_members", "_fields", "_slots", "_scores")]
    assert not any(slots)
    if isinstance(value, StreamValue):
        assert not len(value.nodes)
        assert not len(value.groups[b"g"].pending)
        assert not len(value.groups[b"g"].consumers[b"c"].pending)


@pytest.mark.parametrize("make", VALUES)
def test_large_values_wait(make: type) -> None:
    trash, woken = make_trash(usec_per_look=200)
    trash.throw(make(MANY))
    assert (woken, trash.pending, trash.freed) == (["woken"], 1, 0)
    rounds = 1
    while trash.run():
        rounds += 1
    assert rounds >= 5
    assert (woken, trash.pending, trash.freed) == (["woken"], 0, 1)


def test_small_values_and_strings_do_not() -> None:
    trash, woken = make_trash(1)
    for value in (a_set(64), a_list(300), b"x" * 100_000, bytearray(100_000), StreamValue()):
        trash.throw(value)
    assert (woken, trash.pending, trash.freed) == ([], 0, 0)


def test_without_a_loop_nothing_waits() -> None:
    trash = Trash()
    trash.throw(a_set(MANY))
    assert (trash.pending, trash.freed) == (0, 1)


def test_who_throws_away_too_much_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refimpl.keyspace.trash._MOST", MANY)
    trash, _ = make_trash(10**6)
    for _ in range(5):
        trash.throw(a_set(MANY))
    assert trash.pending <= 2


def test_effort_of_a_stream() -> None:
    value = StreamValue()
    value.append(1, ((b"f", b"v"),), LIMITS)
    for number in range(62):
        value.add_group(b"%d" % number, Group(0, 0))
    assert free_effort(value) == 64
    value.add_group(b"more", Group(0, 0))
    assert free_effort(value) == 65


# Databases


@pytest.fixture
def environment() -> Environment:
    moment = Moment()
    moment.synchronize(0, 1_000_000_000)
    made = Environment(moment, KeyspaceStatistics(), TypeError)
    made.trash = make_trash(10**6)[0]
    return made


def test_unlink_and_delete(environment: Environment) -> None:
    database = Database(0, environment)
    for key in (b"a", b"b"):
        database.put(key, a_set(100))
    assert database.delete(b"a")
    assert environment.trash.pending == 0
    assert database.unlink(b"b")
    assert not database.unlink(b"b")
    assert environment.trash.pending == 1


@pytest.mark.parametrize("lazily", [True, False])
def test_a_database_is_emptied_at_once_and_freed_as_wanted(
    environment: Environment, lazily: bool
) -> None:
    database = Database(0, environment)
    database.put(b"set", a_set(10_000))
    for number in range(999):
        database.put(b"%d" % number, b"v", 1 << 50)
    values = database.values
    database.volatile()
    assert database.clear(lazily) == 1000
    assert not database.values
    assert not database.expires
    assert not database.accessed
    assert not len(database.volatile())
    assert environment.trash.pending == 1000 * lazily
    database.put(b"new", b"v", 1 << 50)
    assert database.accessed
    while environment.trash.run():
        pass
    assert database.keys() == [b"new"]
    assert (values is database.values) is not lazily


def test_frequencies_go_on_being_counted(environment: Environment) -> None:
    database = Database(0, environment)
    database.accessed = database.touching = FrequencyLog(Random(1), 7, 9)
    database.put(b"k", b"v")
    database.clear(lazily=True)
    assert isinstance(database.touching, FrequencyLog)
    assert database.touching is database.accessed
    assert (database.touching.log_factor, database.touching.decay_minutes) == (7, 9)


@pytest.mark.parametrize("lazily", [True, False])
def test_a_value_whose_time_has_passed(environment: Environment, lazily: bool) -> None:
    environment.expires_lazily = lazily
    database = Database(0, environment)
    database.put(b"k", a_set(100), environment.moment.ms - 1)
    assert b"k" not in database
    assert environment.trash.pending == lazily


@pytest.mark.parametrize("tells", [True, False])
def test_what_commands_replace(environment: Environment, tells: bool) -> None:
    database = Database(0, environment)
    database.put(b"k", a_set(100))
    database.configure(tells, frees_lazily=True)
    told: list[str] = []
    environment.on_event = lambda event, key, keys: told.append(event)
    database.put(b"k", b"v")
    assert environment.trash.pending == 1
    database.put(b"j", kept := a_set(100))
    database.put(b"j", kept)
    assert environment.trash.pending == 1, "a value that stays is not thrown away"
    assert database.remove(b"j")
    assert environment.trash.pending == 2
    database.put(b"s", a_set(100))
    database.put_strings([(b"s", b"v")])
    assert environment.trash.pending == 3
    assert bool(told) == tells
