"""A hash: fields with values, and for some fields the time at which they expire.

Encodings and the order they give the fields: a listpack has them by age; a listpackex, which a
listpack becomes with its first expiring field, has those that expire first, soonest in front,
and the others behind; a hash table has none to rely on. There is no way back.

An expired field stays, and is counted, until somebody takes it out: `items` and its like leave
it away, `get` and `set` don't know what time it is. Times are milliseconds since the epoch; a
field has expired when its time has passed, so it still lives in the very millisecond.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from refimpl.datatypes.limits import Limits

_STALE_ALLOWANCE: Final = 32
"""Outdated entries the schedule may carry, besides as many as there are expiring fields."""


class HashValue:
    """Fields and values. Methods that may convert take the server's limits."""

    __slots__ = ("_deadlines", "_fields", "_order", "_schedule", "_slots", "encoding")

    def __init__(self) -> None:
        """An empty hash, a listpack until something demands more."""
        self.encoding: str = "listpack"
        self._fields: dict[bytes, bytes] = {}
        self._deadlines: dict[bytes, int] = {}
        """When each expiring field expires, latest set last."""
        self._schedule: list[tuple[int, bytes]] = []
        """A heap over the deadlines. May hold entries that are no longer true."""
        self._order: list[bytes] | None = None
        """The fields of a listpackex in order, until the next change."""
        self._slots: Slots | None = None

    # -- reading

    def __len__(self) -> int:
        """Number of fields, expired ones that are still here included."""
        return len(self._fields)

    def __contains__(self, field: bytes) -> bool:
        return field in self._fields

    def get(self, field: bytes) -> bytes | None:
        """A field's value, expired or not; None when there is no such field."""
        return self._fields.get(field)

    def items(self, now: int) -> list[tuple[bytes, bytes]]:
        """Fields with their values, without the expired ones, in the encoding's order."""
        if not self._deadlines:
            return list(self._fields.items())
        fields = self._fields
        return [(field, fields[field]) for field in self._live(self._ordered(), now)]

    def fields(self, now: int) -> list[bytes]:
        """The fields that haven't expired, in the encoding's order."""
        return list(self._live(self._ordered(), now) if self._deadlines else self._fields)

    def values(self, now: int) -> list[bytes]:
        """The values of the fields that haven't expired, in the encoding's order."""
        if not self._deadlines:
            return list(self._fields.values())
        return [value for _, value in self.items(now)]

    def entries(self) -> Iterator[tuple[bytes, bytes, int | None]]:
        """Everything there is, expired or not, in order: field, value, deadline."""
        for field in self._ordered():
            yield field, self._fields[field], self._deadlines.get(field)

    def copy(self) -> HashValue:
        """An independent hash with the same fields, deadlines, order and encoding."""
        twin = HashValue()
        twin.encoding = self.encoding
        twin._fields = self._fields.copy()
        twin._deadlines = self._deadlines.copy()
        twin._schedule = self._schedule.copy()
        return twin

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        if self._slots is not None:
            yield from self._slots.dismantle()
        yield from emptied(self._order, self._schedule, self._deadlines, self._fields)

    def random(self, random: Random) -> bytes:
        """Any field, expired or not, each equally likely; IndexError when there is none."""
        return self._numbered().random(random)

    def sample(self, random: Random, count: int) -> list[bytes]:
        """`count` different fields, expired or not; all when there are fewer.

        Those of the small encodings come in order, as do all the fields of any hash.
        """
        if count >= len(self._fields):
            return list(self._ordered())
        if self.encoding != "hashtable":
            fields = list(self._ordered())
            return [fields[place] for place in sorted(random.sample(range(len(fields)), count))]
        return self._numbered().sample(random, count)

    def scan(self, cursor: int, count: int, now: int) -> tuple[int, list[bytes]]:
        """The next cursor and a page of unexpired fields; small encodings give everything."""
        if self.encoding != "hashtable":
            return 0, self.fields(now)
        following, page = self._numbered().scan(cursor, count)
        return following, list(self._live(page, now)) if self._deadlines else page

    # -- changing

    def expect(self, fields: int, limits: Limits) -> None:
        """Become a hash table if a command names more fields than a listpack may have.

        How many of them are new doesn't count.
        """
        if self.encoding != "hashtable" and fields > limits.hash_max_listpack_entries:
            self._become_table()

    def set(
        self, field: bytes, value: bytes, limits: Limits, *, keep_deadline: bool = False
    ) -> bool:
        """Bind a field; it no longer expires unless `keep_deadline`. True when it is new."""
        fields = self._fields
        if self.encoding != "hashtable":
            longest = limits.hash_max_listpack_value
            if len(value) > longest or len(field) > longest:
                self._become_table()
        if field in fields:
            fields[field] = value
            if self._deadlines and not keep_deadline:
                self.persist(field)
            return False
        fields[field] = value
        self._order = None
        if self._slots is not None:
            self._slots.add(field)
        if self.encoding != "hashtable" and len(fields) > limits.hash_max_listpack_entries:
            self._become_table()
        return True

    def remove(self, field: bytes) -> bool:
        """Take a field out; False when it wasn't there."""
        if self._fields.pop(field, None) is None:
            return False
        if self._deadlines:
            self._deadlines.pop(field, None)
            self._order = None
        if self._slots is not None:
            self._slots.remove(field)
        return True

    # -- deadlines

    @property
    def expires(self) -> bool:
        """Whether any field has a deadline."""
        return bool(self._deadlines)

    def expired(self, field: bytes, now: int) -> bool:
        """Whether a field is here although its time has passed."""
        deadline = self._deadlines.get(field)
        return deadline is not None and deadline < now

    def deadline(self, field: bytes) -> int | None:
        """When a field expires; None when it doesn't, or isn't there."""
        return self._deadlines.get(field)

    def next_deadline(self) -> int | None:
        """When the next field expires; None when none does."""
        schedule = self._schedule
        deadlines = self._deadlines
        while schedule:
            deadline, field = schedule[0]
            if deadlines.get(field) == deadline:
                return deadline
            heappop(schedule)
        return None

    def note_deadlines(self) -> None:
        """Be ready for deadlines: a listpack has no place for them, even if none is set then."""
        if self.encoding == "listpack":
            self.encoding = "listpackex"

    def expire_at(self, field: bytes, deadline: int) -> None:
        """Give a field that is here a deadline. It goes before others of the same time."""
        self.note_deadlines()
        deadlines = self._deadlines
        deadlines.pop(field, None)
        deadlines[field] = deadline
        self._order = None
        if len(self._schedule) > 2 * len(deadlines) + _STALE_ALLOWANCE:
            self._schedule = [(moment, name) for name, moment in deadlines.items()]
            heapify(self._schedule)
        else:
            heappush(self._schedule, (deadline, field))

    def persist(self, field: bytes) -> bool:
        """Take a field's deadline away; False when it had none. It becomes the last in order."""
        if self._deadlines.pop(field, None) is None:
            return False
        if self.encoding == "listpackex":
            self._fields[field] = self._fields.pop(field)
            self._order = None
        return True

    def remove_expired(self, now: int, most: int | None = None) -> list[bytes]:
        """Take out the fields whose time has passed, soonest first, `most` of them at most."""
        removed: list[bytes] = []
        while most is None or len(removed) < most:
            deadline = self.next_deadline()
            if deadline is None or deadline >= now:
                break
            field = self._schedule[0][1]
            self.remove(field)
            removed.append(field)
        return removed

    # -- inside

    def _live(self, fields: Iterable[bytes], now: int) -> Iterator[bytes]:
        deadlines = self._deadlines
        return (field for field in fields if deadlines.get(field, now) >= now)

    def _ordered(self) -> Iterable[bytes]:
        """Every field in the encoding's order."""
        if self.encoding != "listpackex" or not self._deadlines:
            return self._fields
        if self._order is None:
            deadlines = self._deadlines
            # Sorting is stable, so the latest of those with the same time goes before the others.
            order = list(reversed(deadlines))
            order.sort(key=deadlines.__getitem__)
            order += [field for field in self._fields if field not in deadlines]
            self._order = order
        return self._order

    def _become_table(self) -> None:
        self.encoding = "hashtable"
        self._order = None

    def _numbered(self) -> Slots:
        if self._slots is None:
            self._slots = Slots(self._fields)
        return self._slots
