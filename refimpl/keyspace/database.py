"""One database: keys, their values, and when they expire.

Every access is expiry-aware: a key whose time has passed is deleted by whoever meets it first and
then looks absent. The checks for what is rare (keys with an expiry, blocked or watching clients,
an index for SCAN, events that only databases know of) are tests of an empty container or a flag,
because these methods are the hottest there are.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.kinds import type_name
from refimpl.datatypes.slots import Slots
from refimpl.datatypes.string import EmbeddedString
from refimpl.keyspace.field_deadlines import FieldDeadlines
from refimpl.keyspace.frequency import FrequencyLog
from refimpl.keyspace.size_counts import SizeCounts
from refimpl.keyspace.trash import Trash

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from refimpl.keyspace.moment import Moment
    from refimpl.keyspace.statistics import KeyspaceStatistics

Value: TypeAlias = object
"""bytes, bytearray, or one of the containers of refimpl.datatypes."""

Kind = TypeVar("Kind")


class Watcher(Protocol):
    """Who watches keys (a client): is told that one of them was touched."""

    dirty_cas: bool


class Environment:
    """What all databases of a server share."""

    __slots__ = (
        "base_memory",
        "evicting",
        "expires_lazily",
        "moment",
        "on_event",
        "on_modified",
        "ready",
        "statistics",
        "trash",
        "wrong_type",
    )

    def __init__(
        self,
        moment: Moment,
        statistics: KeyspaceStatistics,
        wrong_type: Callable[[], Exception],
    ) -> None:
        self.moment = moment
        self.statistics = statistics
        self.wrong_type = wrong_type
        """Makes the exception for a value of another type than the command works on."""
        self.ready: list[tuple[Database, bytes]] = []
        """Keys that blocked clients wait for and that may now serve them, in order."""
        self.on_event: Callable[[str, bytes, Database], None] | None = None
        """Told of the events that no command causes, and of what only databases know."""
        self.on_modified: Callable[[bytes, None], None] | None = None
        """Told, with None, of each key that was changed by time or lack of memory."""
        self.evicting = False
        """Whether keys are being evicted, and more must go."""
        self.base_memory = 0
        """Bytes the server takes without any key."""
        self.trash = Trash()
        """What was deleted and is to be freed."""
        self.expires_lazily = False
        """Whether a large value goes there when its time has passed."""


class Database:
    """The keys of one database."""

    __slots__ = (
        "_attended",
        "_environment",
        "_frees_lazily",
        "_moment",
        "_signalled",
        "_size_counts",
        "_slots",
        "_statistics",
        "_tells",
        "_volatiles",
        "accessed",
        "expires",
        "field_deadlines",
        "index",
        "mourned",
        "touching",
        "values",
        "waiting",
        "watchers",
    )

    def __init__(self, index: int, environment: Environment) -> None:
        self.index = index
        """The number SELECT knows it by; SWAPDB exchanges contents, not numbers."""
        self._environment = environment
        self._moment = environment.moment
        self._statistics = environment.statistics
        self.values: dict[bytes, Value] = {}
        self.expires: dict[bytes, int] = {}
        """Milliseconds since the epoch after which a key is gone."""
        self.field_deadlines = FieldDeadlines()
        """Hashes that may have fields with an expiry of their own."""
        self.accessed: dict[bytes, int] = {}
        """When keys were last used (seconds since the epoch), or a FrequencyLog."""
        self.touching = self.accessed
        """Where accesses are noted: ``accessed``, or nowhere for a client in NO-TOUCH mode."""
        self._slots: Slots | None = None
        self._volatiles: Slots | None = None
        self._tells = False
        self._frees_lazily = False
        self._attended = False
        """Whether a key that is bound asks for more than that: one of the two, numbers, counts."""
        self._size_counts: SizeCounts | None = None
        self.waiting: dict[bytes, object] = {}
        """Keys that clients are blocked on; what hangs there belongs to the session."""
        self.mourned: dict[bytes, int] = {}
        """Keys that clients are blocked on who want to know when one is gone or replaced: how many
        they are."""
        self._signalled: set[bytes] = set()
        self.watchers: dict[bytes, dict[Watcher, bool]] = {}
        """Who watches a key, and whether it had expired already when WATCH was called."""

    def configure(self, tells: bool, frees_lazily: bool) -> None:
        """Whether to tell of keys missed, made, replaced; whether to free lazily what is replaced,
        or deleted by a command that isn't DEL."""
        self._tells = tells
        self._frees_lazily = frees_lazily
        self._attend()

    def _attend(self) -> None:
        numbered = self._slots is not None or self._size_counts is not None
        self._attended = self._tells or self._frees_lazily or numbered

    # Reading

    def read_string(self, key: bytes) -> bytes | bytearray | None:
        """The string at key, or None; counts a hit or miss. Another type is an error."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            self._statistics.misses += 1
            if self._tells:
                self._tell("keymiss", key)
            return None
        self._statistics.hits += 1
        self.touching[key] = self._moment.second
        kind = value.__class__
        if kind is bytes or kind is bytearray or kind is EmbeddedString:
            return value  # type: ignore[return-value]
        raise self._environment.wrong_type()

    def read(self, key: bytes, kind: type[Kind]) -> Kind | None:
        """The container at key, or None; counts a hit or miss. Another type is an error."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            self._statistics.misses += 1
            if self._tells:
                self._tell("keymiss", key)
            return None
        self._statistics.hits += 1
        self.touching[key] = self._moment.second
        if isinstance(value, kind):
            return value
        raise self._environment.wrong_type()

    def read_any(self, key: bytes) -> Value | None:
        """The value at key whatever its type, or None; counts a hit or miss."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            self._statistics.misses += 1
            if self._tells:
                self._tell("keymiss", key)
            return None
        self._statistics.hits += 1
        self.touching[key] = self._moment.second
        return value

    def glance(self, key: bytes) -> Value | None:
        """The value at key, or None; counts a hit or miss but doesn't note the access."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            self._statistics.misses += 1
            if self._tells:
                self._tell("keymiss", key)
        else:
            self._statistics.hits += 1
        return value

    def inspect(self, key: bytes) -> Value | None:
        """As ``glance``, for one who asks about the key and not for its value: no event."""
        value = self.peek(key)
        if value is None:
            self._statistics.misses += 1
        else:
            self._statistics.hits += 1
        return value

    def peek(self, key: bytes) -> Value | None:
        """The value at key, or None, without counting or noting the access."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        return self.values.get(key)

    def __contains__(self, key: object) -> bool:
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        return key in self.values

    def __len__(self) -> int:
        """Keys, with those that are due but that nobody has met yet."""
        return len(self.values)

    def __bool__(self) -> bool:
        return True

    # Writing

    def write_string(self, key: bytes) -> bytes | bytearray | None:
        """The string at key for a command that will write; no hit or miss is counted."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            return None
        if self._size_counts is not None:
            self._size_counts.set_aside(key, self.values)
        self.touching[key] = self._moment.second
        kind = value.__class__
        if kind is bytes or kind is bytearray or kind is EmbeddedString:
            return value  # type: ignore[return-value]
        raise self._environment.wrong_type()

    def write(self, key: bytes, kind: type[Kind]) -> Kind | None:
        """The container at key for a command that will write; no hit or miss is counted."""
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        value = self.values.get(key)
        if value is None:
            return None
        if self._size_counts is not None:
            self._size_counts.set_aside(key, self.values)
        self.touching[key] = self._moment.second
        # The class itself is a third cheaper to compare than isinstance is to call.
        if value.__class__ is kind or isinstance(value, kind):
            return value
        raise self._environment.wrong_type()

    def put(
        self, key: bytes, value: Value, expire_at: int | None = None, keep_ttl: bool = False
    ) -> None:
        """Bind key to value, whatever was there, and replace its expiry unless keep_ttl.

        Blocked clients are woken only if the key was absent: who waits for a list isn't served by
        one that replaces a set. A key whose time has passed is gone before, and so is its expiry.
        """
        if self.expires and key in self.expires:
            self._expire_if_due(key)
        if self._attended or self.waiting:
            self.changing(key)
            if key not in self.values:
                self._note_new(key)
            elif self._tells or self._frees_lazily or key in self.mourned:
                self._note_replaced(key, value)
        self.values[key] = value
        if value.__class__ is HashValue and value.expires:
            self.field_deadlines.note(key, value)
        self.touching[key] = self._moment.second
        if expire_at is not None:
            if self._volatiles is not None and key not in self.expires:
                self._volatiles.add(key)
            self.expires[key] = expire_at
        elif self.expires and not keep_ttl:
            self.persist(key)

    def put_strings(self, pairs: list[tuple[bytes, bytes]]) -> None:
        """Bind several keys to strings that don't expire, as one ``put`` after the other does.

        Half the time, while nobody waits for keys and none has an expiry or a number.
        """
        if self.expires or self.waiting or self._attended or type(self.touching) is not dict:
            for key, value in pairs:
                self.put(key, value)
            return
        values, touching, second = self.values, self.touching, self._moment.second
        for key, value in pairs:  # 55 ns each; updating from the pairs takes 120
            values[key] = value
            touching[key] = second

    def revise(self, key: bytes, value: Value) -> None:
        """Bind key to what became of its value, or to the first one; its expiry stays.

        A command that has just looked the key up calls it: it isn't about to expire.
        """
        if self._attended or self.waiting:
            self.changing(key)
            if key not in self.values:
                self._note_new(key)
        self.values[key] = value
        self.touching[key] = self._moment.second

    def add(self, key: bytes, value: Value) -> None:
        """Bind key, which is known to be absent."""
        if self._attended or self.waiting:
            self.changing(key)
            self._note_new(key)
        self.values[key] = value
        if type(value) is HashValue and value.expires:
            self.field_deadlines.note(key, value)
        self.touching[key] = self._moment.second

    def changing(self, key: bytes) -> None:
        """The value at key may be about to change, to come or to go."""
        if self._size_counts is not None:
            self._size_counts.set_aside(key, self.values)

    def _note_new(self, key: bytes) -> None:
        """Key, which is absent, is about to be bound."""
        if self._slots is not None:
            self._slots.add(key)
        if self.waiting:
            self.signal(key)
        if self._tells:
            self._tell("new", key)

    def _note_replaced(self, key: bytes, value: Value) -> None:
        """Key is about to be bound to this instead of the value it has."""
        previous = self.values[key]
        if key in self.mourned:
            self.signal(key)
        if self._tells:
            self._tell("overwritten", key)
            if type_name(previous) != type_name(value):
                self._tell("type_changed", key)
        if self._frees_lazily and previous is not value:
            self._environment.trash.throw(previous)

    def delete(self, key: bytes) -> bool:
        """Delete key; tell whether it was there (one whose time has passed was not)."""
        if self.expires and key in self.expires:
            if self._expire_if_due(key):
                return False
            self.persist(key)
        if self._size_counts is not None:
            self._size_counts.set_aside(key, self.values)
        if self.values.pop(key, None) is None:
            return False
        self.accessed.pop(key, None)
        if self._slots is not None:
            self._slots.remove(key)
        if key in self.mourned:
            self.signal(key)
        return True

    def remove(self, key: bytes) -> bool:
        """The same for commands that delete something on their way: lazily, if so configured."""
        return self.unlink(key) if self._frees_lazily else self.delete(key)

    def unlink(self, key: bytes) -> bool:
        """Delete key, and free a large value later; tell whether it was there."""
        value = self.values.get(key)
        if not self.delete(key):
            return False
        self._environment.trash.throw(value)
        return True

    def clear(self, lazily: bool = False) -> int:
        """Delete all keys; the number deleted. Watching clients are touched."""
        count = len(self.values)
        for key in self.watchers:
            if key in self.values:
                self.touch_watchers(key)
        for key in self.mourned:
            self.signal(key)
        if lazily:
            self._throw_away()
        else:
            for content in (self.values, self.expires, self.accessed):
                content.clear()
        self.field_deadlines = FieldDeadlines()
        self._slots = self._volatiles = None
        if self._size_counts is not None:
            self._size_counts = SizeCounts(self.values)
        self._attend()
        return count

    def _throw_away(self) -> None:
        """Start anew without keys."""
        accessed = self.accessed
        beside = emptied(accessed, self.expires)
        for slots in (self._slots, self._volatiles):
            if slots is not None:
                beside = chain(beside, slots.dismantle())
        self._environment.trash.throw_keyspace(self.values, beside)
        self.values, self.expires = {}, {}
        self.accessed = accessed.anew() if isinstance(accessed, FrequencyLog) else {}
        if self.touching is accessed:
            self.touching = self.accessed

    def swap(self, other: Database) -> None:
        """Exchange contents with another database: what blocks or watches stays where it is."""
        for database, partner in ((self, other), (other, self)):
            for key in database.watchers:
                if key in database.values or key in partner.values:
                    database.touch_watchers(key)
        for name in (
            *("values", "expires", "field_deadlines", "accessed", "touching"),
            *("_attended", "_size_counts", "_slots", "_volatiles"),
        ):
            mine, theirs = getattr(self, name), getattr(other, name)
            setattr(self, name, theirs)
            setattr(other, name, mine)
        for database in (self, other):
            for key in database.waiting:
                if key in database.values or key in database.mourned:
                    database.signal(key)

    # Expiry

    def expiry(self, key: bytes) -> int | None:
        """Milliseconds since the epoch after which key is gone; None when it stays or is absent."""
        return self.expires.get(key)

    def expire_at(self, key: bytes, ms: int) -> None:
        """Let key, which is there, be gone after that time."""
        if self._volatiles is not None and key not in self.expires:
            self._volatiles.add(key)
        self.expires[key] = ms

    def persist(self, key: bytes) -> bool:
        """Let key stay; tell whether it had an expiry."""
        if self.expires.pop(key, None) is None:
            return False
        if self._volatiles is not None:
            self._volatiles.remove(key)
        return True

    def note_field_expiry(self, key: bytes, value: HashValue) -> None:
        """The hash at key has fields that expire: they are to be deleted in time."""
        self.field_deadlines.note(key, value)

    def is_due(self, key: bytes) -> bool:
        """Whether key is still there although its time has passed."""
        due = self.expires.get(key)
        return due is not None and due < self._moment.ms

    def _expire_if_due(self, key: bytes) -> bool:
        if self.expires[key] >= self._moment.ms:
            return False
        self.expire_now(key)
        return True

    def delete_expired(self, key: bytes) -> None:
        """Delete key, which a command has given a time that has passed: it doesn't count as one
        that expired, but is freed as those are."""
        if self._environment.expires_lazily:
            self.unlink(key)
        else:
            self.delete(key)

    def expire_now(self, key: bytes) -> None:
        """Delete key because its time has passed."""
        if self._environment.expires_lazily:
            self._environment.trash.throw(self.values[key])
        self.persist(key)
        self.changing(key)
        del self.values[key]
        self.accessed.pop(key, None)
        if self._slots is not None:
            self._slots.remove(key)
        self._statistics.expired += 1
        if key in self.mourned:
            self.signal(key)
        if self.watchers:
            self.touch_watchers(key)
        if self._environment.on_modified is not None:
            self._environment.on_modified(key, None)
        if self._environment.on_event is not None:
            self._environment.on_event("expired", key, self)

    # Walking

    def keys(self) -> list[bytes]:
        """All keys whose time has not passed."""
        if not self.expires:
            return list(self.values)
        due = self.expires
        now = self._moment.ms
        return [key for key in self.values if key not in due or due[key] >= now]

    def scan(self, cursor: int, count: int) -> tuple[int, list[bytes]]:
        """Walk on for some count keys: the next cursor (0 at the end) and the keys met."""
        following, keys = self._index().scan(cursor, count)
        if self.expires:
            keys = [key for key in keys if key in self]
        return following, keys

    def random_key(self, random: Random) -> bytes | None:
        """Any key whose time has not passed, or None when there is none."""
        slots = self._index()
        while len(slots):
            key = slots.random(random)
            if key in self:
                return key
        return None

    def sample(self, random: Random, count: int, volatile: bool = False) -> list[bytes]:
        """Some keys picked at random, with volatile only among those that have an expiry."""
        return (self.volatile() if volatile else self._index()).sample(random, count)

    def volatile(self) -> Slots:
        """The keys that have an expiry, numbered: to be looked at, not to be changed."""
        if self._volatiles is None:
            self._volatiles = Slots(self.expires)
        return self._volatiles

    def _index(self) -> Slots:
        if self._slots is None:
            self._slots = Slots(self.values)
            self._attended = True
        return self._slots

    def sizes(self) -> list[tuple[str, dict[int, int]]]:
        """How many values of each kind are how large, by the bits of their size."""
        if self._size_counts is None:
            self._size_counts = SizeCounts(self.values)
            self._attended = True
        return self._size_counts.by_kind(self.values)

    # Access

    def idle_seconds(self, key: bytes) -> int:
        """Seconds since key was last used."""
        second: int = self._moment.second
        return max(second - self.accessed.get(key, second), 0)

    def frequency(self, key: bytes) -> int:
        """The access counter of key under an LFU policy."""
        if isinstance(self.accessed, FrequencyLog):
            return self.accessed.counter(key, self._moment.second)
        return 0

    def set_access(self, key: bytes, idle_seconds: int | None, frequency: int | None) -> None:
        """Pretend a past of key: what the policy in force doesn't keep is left out."""
        log = self.accessed
        second = self._moment.second
        if isinstance(log, FrequencyLog):
            if frequency is not None:
                log.set_counter(key, second, frequency)
        elif idle_seconds is not None:
            log[key] = second - idle_seconds

    # Telling others

    def _tell(self, event: str, key: bytes) -> None:
        tell = self._environment.on_event
        if tell is not None:
            tell(event, key, self)

    def signal(self, key: bytes) -> None:
        """Wake who is blocked on key, once the running command or transaction is over."""
        if key in self.waiting and key not in self._signalled:
            self._signalled.add(key)
            self._environment.ready.append((self, key))

    def signal_taken(self, key: bytes) -> None:
        """The signal for key is being handled: a later one counts again."""
        self._signalled.discard(key)

    def touch_watchers(self, key: bytes) -> None:
        """Spoil the transactions of those who watch key."""
        watchers = self.watchers.get(key)
        if watchers is None:
            return
        for watcher, was_due in watchers.items():
            if was_due and key not in self.values:
                # It was dead when WATCH was called, and now it is buried: nothing changed.
                watchers[watcher] = False
            else:
                watcher.dirty_cas = True
