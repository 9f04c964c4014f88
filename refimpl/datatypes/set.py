"""A set: distinct members, as an intset, a listpack or a hash table.

Members are kept as `bytes` in one dict whatever the encoding says: an integer has only one
spelling in an intset, so its text identifies it. What the encodings change is which order the
members come in - ascending in an intset, by age in a listpack, any in a hash table - and when
one gives way to the next. None ever goes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.numbers import parse_int
from refimpl.datatypes.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

    from refimpl.datatypes.limits import Limits

_REBUILD_FACTOR: Final = 5
"""Popping at least this many times what would stay makes a server rebuild the set from the rest."""


class SetValue:
    """Distinct members. Methods that may convert take the server's limits."""

    __slots__ = ("_ascending", "_members", "_slots", "encoding")

    def __init__(self, encoding: str = "intset") -> None:
        """An empty set in the given encoding, to be converted by what is added."""
        self.encoding: str = encoding
        self._members: dict[bytes, None] = {}
        self._ascending: list[bytes] | None = None
        """The members of an intset in order, until the next change."""
        self._slots: Slots | None = None

    @classmethod
    def for_members(cls, first: bytes, expected: int, limits: Limits) -> SetValue:
        """An empty set in the encoding suited to `first` and a number of members to come."""
        if expected <= limits.set_max_intset_entries and parse_int(first) is not None:
            return cls("intset")
        if expected <= limits.set_max_listpack_entries:
            return cls("listpack")
        return cls("hashtable")

    # -- reading

    def __len__(self) -> int:
        return len(self._members)

    def __contains__(self, member: bytes) -> bool:
        return member in self._members

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._members if self.encoding != "intset" else self.members())

    def members(self) -> list[bytes]:
        """Every member, in the encoding's order. The caller must not change the list."""
        if self.encoding != "intset":
            return list(self._members)
        if self._ascending is None:
            self._ascending = sorted(self._members, key=int)
        return self._ascending

    def copy(self) -> SetValue:
        """An independent set with the same members, order and encoding."""
        twin = SetValue(self.encoding)
        twin._members = self._members.copy()
        return twin

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        if self._slots is not None:
            yield from self._slots.dismantle()
        yield from emptied(self._ascending, self._members)

    def random(self, random: Random) -> bytes:
        """Any member, each equally likely; IndexError when there is none."""
        return self._numbered().random(random)

    def sample(self, random: Random, count: int) -> list[bytes]:
        """`count` different members, all when there are fewer.

        The members of a listpack come in their order, as do all the members of any set.
        """
        if count >= len(self._members):
            return list(self)
        if self.encoding == "listpack":
            members = list(self._members)
            return [members[place] for place in sorted(random.sample(range(len(members)), count))]
        return self._numbered().sample(random, count)

    def scan(self, cursor: int, count: int) -> tuple[int, list[bytes]]:
        """The next cursor and a page of members; small encodings give everything at once."""
        if self.encoding != "hashtable":
            return 0, self.members()
        return self._numbered().scan(cursor, count)

    # -- changing

    def expect(self, members: int, limits: Limits) -> None:
        """Become a hash table if a command names more members than this encoding may hold.

        How many of them are new doesn't count: 129 times the same member converts a listpack.
        """
        if self.encoding == "listpack":
            if members > limits.set_max_listpack_entries:
                self.encoding = "hashtable"
        elif self.encoding == "intset" and members > limits.set_max_intset_entries:
            self._leave_intset("hashtable")

    def add(self, member: bytes, limits: Limits) -> bool:
        """Add a member and convert as it demands; False when it was there."""
        if member in self._members:
            return False
        if self.encoding != "hashtable":
            self._make_room(member, limits)
        self._members[member] = None
        self._ascending = None
        if self._slots is not None:
            self._slots.add(member)
        return True

    def remove(self, member: bytes) -> bool:
        """Take a member out; False when it wasn't there."""
        if member not in self._members:
            return False
        del self._members[member]
        self._ascending = None
        if self._slots is not None:
            self._slots.remove(member)
        return True

    def pop(self, random: Random) -> bytes:
        """Take any member out; IndexError when there is none."""
        member = self.random(random)
        self.remove(member)
        return member

    def pop_many(self, random: Random, count: int, limits: Limits) -> list[bytes]:
        """Take `count` members out, fewer than there are.

        When few stay, the set is built anew from those: a hash table then starts over as a
        listpack.
        """
        staying = len(self._members) - count
        if staying * _REBUILD_FACTOR > count or self.encoding == "listpack":
            popped = self.sample(random, count)
            for member in popped:
                self.remove(member)
            return popped
        kept = dict.fromkeys(self.sample(random, staying))
        popped = [member for member in self if member not in kept]
        self._members.clear()
        self._ascending = None
        self._slots = None
        if self.encoding == "hashtable":
            self.encoding = "listpack"
        for member in kept:
            self.add(member, limits)
        return popped

    def become_intset(self, limits: Limits) -> None:
        """Turn a set that holds nothing but integers into an intset, if not too long for one."""
        if self.encoding != "intset" and len(self._members) <= limits.set_max_intset_entries:
            self.encoding = "intset"
            self._ascending = None

    def extend(self, members: Iterable[bytes], limits: Limits) -> None:
        """Add several members, one after the other."""
        for member in members:
            self.add(member, limits)

    # -- encodings

    def _make_room(self, member: bytes, limits: Limits) -> None:
        """Convert an intset or listpack that can't take this new member."""
        length = len(self._members)
        if self.encoding == "intset":
            if parse_int(member) is not None:
                if length >= limits.set_max_intset_entries:
                    self._leave_intset("hashtable")
                return
            fits = self._longest_integer() <= limits.set_max_listpack_value
        else:
            fits = True
        if (
            fits
            and length < limits.set_max_listpack_entries
            and len(member) <= limits.set_max_listpack_value
        ):
            if self.encoding == "intset":
                self._leave_intset("listpack")
        elif self.encoding == "intset":
            self._leave_intset("hashtable")
        else:
            self.encoding = "hashtable"

    def _leave_intset(self, encoding: str) -> None:
        """The members stay in ascending order; what comes later is appended."""
        self._members = dict.fromkeys(self.members())
        self._ascending = None
        self.encoding = encoding

    def _longest_integer(self) -> int:
        """Bytes of the longest member of an intset: the smallest or the greatest."""
        members = self.members()
        return max(len(members[0]), len(members[-1])) if members else 0

    def _numbered(self) -> Slots:
        if self._slots is None:
            self._slots = Slots(self._members)
        return self._slots
