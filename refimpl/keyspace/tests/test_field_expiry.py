"""Fields expire without being accessed: which, in which order, and who is told."""

from __future__ import annotations

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.limits import Limits
from refimpl.keyspace.database import Database, Environment
from refimpl.keyspace.field_expiry import FieldExpiryCycle
from refimpl.keyspace.moment import Moment
from refimpl.keyspace.statistics import KeyspaceStatistics

LIMITS = Limits()


def at(environment: Environment, ms: int) -> None:
    environment.moment.synchronize(ms * 1_000_000, ms * 1000)


def make() -> tuple[Environment, list[Database]]:
    environment = Environment(Moment(), KeyspaceStatistics(), lambda: TypeError())
    at(environment, 1000)
    return environment, [Database(number, environment) for number in range(2)]


def a_hash(deadlines: dict[bytes, int | None]) -> HashValue:
    value = HashValue()
    for field, deadline in deadlines.items():
        value.set(field, b"v", LIMITS)
        if deadline is not None:
            value.expire_at(field, deadline)
    return value


def test_takes_out_what_is_due_and_deletes_what_runs_empty() -> None:
    environment, databases = make()
    told: list[tuple[str, int, bytes]] = []
    environment.on_event = lambda event, key, database: told.append((event, database.index, key))
    databases[0].add(b"some", a_hash({b"a": 1500, b"b": 2500, b"c": None}))
    databases[1].add(b"all", a_hash({b"a": 1500}))
    databases[1].add(b"none", a_hash({b"a": None}))
    cycle = FieldExpiryCycle(databases, environment, lambda: 0)
    cycle.run(10)
    assert not told
    at(environment, 1501)
    cycle.run(10)
    assert told == [("hexpired", 0, b"some"), ("hexpired", 1, b"all"), ("del", 1, b"all")]
    assert b"all" not in databases[1]
    value = databases[0].read(b"some", HashValue)
    assert value is not None
    assert value.fields(1501) == [b"b", b"c"]
    assert environment.statistics.expired_fields == 2
    assert list(databases[0].field_deadlines) == [b"some"]
    assert not databases[1].field_deadlines


def test_forgets_hashes_that_changed() -> None:
    environment, databases = make()
    database = databases[0]
    database.add(b"h", a_hash({b"a": 1500}))
    database.put(b"h", b"a string")
    database.add(b"g", a_hash({b"a": 1500}))
    value = database.write(b"g", HashValue)
    assert value is not None
    value.persist(b"a")
    at(environment, 2000)
    FieldExpiryCycle(databases, environment, lambda: 0).run(10)
    assert not database.field_deadlines
    assert sorted(database.keys()) == [b"g", b"h"]


def test_goes_on_where_its_time_was_up() -> None:
    environment, databases = make()
    for number in range(200):
        databases[0].add(b"%d" % number, a_hash({b"a": 1500, b"b": None}))
    at(environment, 2000)
    now = 0

    def clock() -> int:
        nonlocal now
        now += 200
        return now

    cycle = FieldExpiryCycle(databases, environment, clock)
    counts = []
    for _ in range(3):
        cycle.run(10)
        counts.append(environment.statistics.expired_fields)
    assert counts[0] < 200
    assert counts[-1] == 200
