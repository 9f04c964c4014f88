"""SCAN, SSCAN, HSCAN and ZSCAN of collections that others change meanwhile, in made-up walks.

Whatever was there from the first call of a walk to the last is returned, with every COUNT, pattern
and option, in every encoding; and a call returns nothing that isn't there at that time, that the
pattern doesn't match, or with another value. The walks are the same in every run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conformance.wire.values import Array, Bulk, Double

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conformance.arena import Arena
    from conformance.wire.values import Value

WALKS = 60
LONGEST = 2000
"""Calls after which a walk in small pages has surely gone round."""

LIMITS = {
    "set-max-intset-entries": "16",
    "set-max-listpack-entries": "16",
    "hash-max-listpack-entries": "16",
    "zset-max-listpack-entries": "16",
}

# Patterns that mean the same to a server and to fnmatch, but for how they say "none of".
PATTERNS = ("*", "1*", "*7", "?", "??", "[0-4]*", "*[^5]", "9*9", "1?3", "nosuch", "17")

COUNTS = (None, 1, 2, 3, 5, 10, 64, 1000)
SIZES = (0, 1, 5, 16, 17, 40, 40, 90, 120)
DISTURBANCES = (
    *("nothing", "add", "remove", "replace", "return"),
    *("change", "pick", "grow", "shrink", "surge"),
)


@dataclass(frozen=True)
class Plan:
    """A walk: what is there and stays, how it is asked for, what happens between the calls."""

    size: int
    every: int
    words: bool
    count: int | None
    pattern: str | None
    option: bool
    disturbances: tuple[str, ...]


def plan_of(seed: int) -> Plan:
    """A plan; every choice as likely whatever the others are, which Hypothesis' own aren't."""
    random = Random(seed)
    return Plan(
        size=random.choice(SIZES),
        every=random.choice((1, 2, 3, 10)),
        words=random.random() < 0.5,
        count=random.choice(COUNTS),
        pattern=random.choice((None, None, None, *PATTERNS)),
        option=random.random() < 0.5,
        disturbances=tuple(random.choices(DISTURBANCES, k=random.randrange(13))),
    )


PLANS = st.integers(0, 2**64 - 1).map(plan_of)


@dataclass
class Collection:
    """What a walk goes through, and what the test knows of it.

    Members are numbers, so that a set of them can be an intset; `w` is put in front of them where
    words are wanted. `present` are all members with their values, `stays` those that remain.
    """

    arena: Arena
    plan: Plan
    stays: set[str] = field(default_factory=set)
    comes_and_goes: list[str] = field(default_factory=list)
    present: dict[str, str | None] = field(default_factory=dict)
    made: int = 0
    changes: int = 0

    adding, removing, picking, scanning, key = "", "", "", "", "k"
    paired = False

    def fill(self) -> None:
        """Put in what is there at the start."""
        names = [self.name(number) for number in range(self.plan.size)]
        self.made = len(names)
        self.add(names)
        self.stays = set(names[:: self.plan.every])
        self.comes_and_goes = [name for name in names if name not in self.stays]

    def name(self, number: int) -> str:
        """A member."""
        return f"w{number}" if self.plan.words else str(number)

    def add(self, names: list[str]) -> None:
        """Put members in, or give those that are there another value."""
        words = []
        for name in names:
            self.changes += 1
            self.present[name] = str(self.changes)
            words += self.entry(name, str(self.changes))
        if words:
            self.send(self.adding, words)

    def remove(self, names: list[str]) -> None:
        """Take members out."""
        for name in names:
            del self.present[name]
        if names:
            self.send(self.removing, names)

    def send(self, command: str, words: list[str]) -> None:
        """A change, by another connection."""
        self.arena.control.call(command, self.key, *words)

    def entry(self, name: str, value: str) -> list[str]:
        """The words that put a member in."""
        return [name]

    def pick(self) -> None:
        """Look at some members at random, which may tidy up behind those that have gone."""
        self.arena.control.call(self.picking, self.key, "20")

    def page(self, cursor: bytes) -> tuple[bytes, list[tuple[str, str | None]]]:
        """The next cursor, and members with their values."""
        plan = self.plan
        words = [] if plan.count is None else ["COUNT", str(plan.count)]
        if plan.pattern is not None:
            words = [*words, "MATCH", plan.pattern]
        reply = self.arena.call(*self.scan(cursor), *words, *self.options())
        assert isinstance(reply, Array)
        following, found = reply.items
        assert isinstance(following, Bulk)
        assert isinstance(found, Array)
        return following.data, list(self.entries(found.items))

    def scan(self, cursor: bytes) -> tuple[bytes | str, ...]:
        """The call without its options."""
        return self.scanning, self.key, cursor

    def options(self) -> list[str]:
        """Options that only this command has."""
        return []

    def entries(self, items: tuple[Value, ...]) -> Iterator[tuple[str, str | None]]:
        """The members of a page; alone or each followed by its value."""
        texts = [text_of(item) for item in items]
        if self.paired:
            assert len(texts) % 2 == 0
            yield from zip(texts[::2], texts[1::2], strict=True)
        else:
            for text in texts:
                yield text, None

    def wanted(self, name: str) -> bool:
        """Whether the walk asks for the member."""
        pattern = self.plan.pattern
        return pattern is None or fnmatchcase(name, pattern.replace("[^", "[!"))


class Keys(Collection):
    """The keys of a database, strings and lists by turns; TYPE is the option."""

    def add(self, names: list[str]) -> None:
        for name in names:
            self.present[name] = None
            if int(name.lstrip("w")) % 2:
                self.arena.control.call("RPUSH", name, "v")
            else:
                self.arena.control.call("SET", name, "v")

    def remove(self, names: list[str]) -> None:
        for name in names:
            del self.present[name]
            self.arena.control.call("DEL", name)

    def pick(self) -> None:
        for _ in range(20):
            self.arena.control.call("RANDOMKEY")

    def scan(self, cursor: bytes) -> tuple[bytes | str, ...]:
        return "SCAN", cursor

    def options(self) -> list[str]:
        return ["TYPE", "list"] if self.plan.option else []

    def wanted(self, name: str) -> bool:
        return super().wanted(name) and (not self.plan.option or int(name.lstrip("w")) % 2 == 1)


class Set(Collection):
    """The members of a set."""

    adding, removing, picking, scanning = "SADD", "SREM", "SRANDMEMBER", "SSCAN"


class SortedSet(Collection):
    """The members of a sorted set, with their scores."""

    adding, removing, picking, scanning = "ZADD", "ZREM", "ZRANDMEMBER", "ZSCAN"
    paired = True

    def entry(self, name: str, value: str) -> list[str]:
        return [value, name]


class Hash(Collection):
    """The fields of a hash, with their values unless NOVALUES is given."""

    adding, removing, picking, scanning = "HSET", "HDEL", "HRANDFIELD", "HSCAN"

    @property
    def without(self) -> bool:
        """Whether no values are asked for, of a server that knows how."""
        command = self.arena.spec.lookup([b"HSCAN"])
        assert command is not None
        known = any(getattr(step, "id", "") == "novalues" for step in command.grammar.walk())
        return self.plan.option and known

    @property
    def paired(self) -> bool:  # type: ignore[override]
        return not self.without

    def entry(self, name: str, value: str) -> list[str]:
        return [name, value]

    def options(self) -> list[str]:
        return ["NOVALUES"] if self.without else []


def text_of(item: Value) -> str:
    """A member, a value, or a score as a whole number."""
    if isinstance(item, Double):
        return item.text.decode()
    assert isinstance(item, Bulk)
    return item.data.decode()


def disturb(collection: Collection, what: str) -> None:
    """Something that others do between two calls of a walk."""
    going = collection.comes_and_goes

    def new(count: int) -> None:
        names = [collection.name(collection.made + number) for number in range(count)]
        collection.made += count
        collection.add(names)
        going.extend(names)

    def gone(count: int) -> list[str]:
        # Every second one, from the newest on: those around them stay.
        names = going[::-2][:count] if count < len(going) else list(going)
        going[:] = [name for name in going if name not in names]
        collection.remove(names)
        return names

    match what:
        case "add":
            new(3)
        case "grow":
            new(100)
        case "remove":
            gone(7)
        case "shrink":
            gone(len(going))
        case "surge":
            before = len(going)
            new(150)
            collection.remove(going[before:])
            del going[before:]
        case "replace":
            gone(5)
            new(5)
        case "return":
            names = gone(5)
            collection.add(names)
            going.extend(names)
        case "change":
            collection.add(sorted(collection.stays)[:10])
        case "pick":
            collection.pick()


def walk(collection: Collection, disturbances: tuple[str, ...] = ()) -> set[str]:
    """All members that a walk finds, with disturbances between its first calls."""
    cursor, found = b"0", set()
    for step in range(LONGEST):
        cursor, here = collection.page(cursor)
        for name, value in here:
            assert name in collection.present
            assert collection.wanted(name)
            assert value in (None, collection.present[name])
            found.add(name)
        if cursor == b"0":
            return found
        if step < len(disturbances):
            disturb(collection, disturbances[step])
    raise AssertionError(f"the walk has not ended after {LONGEST} calls")


def walks(arena: Arena, make: Callable[[Arena, Plan], Collection]) -> None:
    """Walks of all kinds; every one from an empty keyspace."""
    known = arena.identity.config
    arena.configure({name: value for name, value in LIMITS.items() if name in known})

    @settings(
        max_examples=WALKS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(PLANS)
    def each(plan: Plan) -> None:
        arena.server.flush()
        collection = make(arena, plan)
        collection.fill()
        found = walk(collection, plan.disturbances)
        assert {name for name in collection.stays if collection.wanted(name)} <= found
        if len(plan.disturbances) % 2:  # half of the time, for it takes as long again
            everything = {name for name in collection.present if collection.wanted(name)}
            assert walk(collection) == everything

    each()


@pytest.mark.clause("walks/keys", requires=("config-set",))
def test_keys(arena: Arena) -> None:
    """SCAN."""
    walks(arena, Keys)


@pytest.mark.clause("walks/sets", requires=("config-set",))
def test_sets(arena: Arena) -> None:
    """SSCAN."""
    walks(arena, Set)


@pytest.mark.clause("walks/hashes", requires=("config-set",))
def test_hashes(arena: Arena) -> None:
    """HSCAN."""
    walks(arena, Hash)


@pytest.mark.clause("walks/sorted-sets", requires=("config-set",))
def test_sorted_sets(arena: Arena) -> None:
    """ZSCAN."""
    walks(arena, SortedSet)
