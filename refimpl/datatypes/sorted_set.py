"""Sorted sets: members with a score, in order of (score, member)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from math import inf, nextafter
from typing import TYPE_CHECKING, Any, Final

from refimpl.datatypes.dismantling import emptied
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from refimpl.datatypes.bounds import LexBound, ScoreBound

Entry = tuple[float, bytes]
"""A score and its member: compares as the set is ordered, scores first, then members by byte."""

FLAT_LIMIT: Final = 4000
"""Entries up to which one list is faster than a list of lists (measured: see `_spread`)."""


class SortedSetValue:
    """A dict from member to score and, beside it, the entries in order.

    The encoding is what a server tells of its own layout: a new set is a listpack while it has few
    and short members and becomes a skiplist for good when it outgrows that. It shows in one more
    place: a listpack keeps whole numbers as integers, so that it knows no negative zero.
    """

    __slots__ = ("_order", "_packed", "_scores", "_slots", "_spread")

    def __init__(self, limits: Limits, count: int = 0, longest: int = 0) -> None:
        """Make an empty set for `count` members, the longest of `longest` bytes, to come soon."""
        self._scores: dict[bytes, float] = {}
        # A list of entries, or a SortedList of them when _spread.
        self._order: Any = []
        self._spread = False
        self._slots: Slots | None = None
        self._packed = (
            count <= limits.zset_max_listpack_entries and longest <= limits.zset_max_listpack_value
        )

    @classmethod
    def of(cls, scores: Mapping[bytes, float], limits: Limits) -> SortedSetValue:
        """Make a set of all of `scores`, in the encoding that its final size asks for."""
        made = cls(limits, len(scores), max(map(len, scores), default=0))
        made._scores = (
            {member: score + 0.0 for member, score in scores.items()}
            if made._packed
            else dict(scores)
        )
        made._order = sorted((score, member) for member, score in made._scores.items())
        made._spread_if_long()
        return made

    def copy(self) -> SortedSetValue:
        """An independent set with the same members in the same encoding."""
        made = SortedSetValue(Limits())  # any would do: nothing stays of what they decide
        made._scores = self._scores.copy()
        made._order = self._order.copy()
        made._spread = self._spread
        made._slots = None
        made._packed = self._packed
        return made

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        if self._slots is not None:
            yield from self._slots.dismantle()
        if self._spread:
            # A SortedList is made of lists of at most 2,000 entries, and one of their last ones.
            self._order._maxes.clear()
            yield from emptied(self._order._lists, weight=2_000)
        else:
            yield from emptied(self._order)
        yield from emptied(self._scores)

    @property
    def encoding(self) -> str:
        """What OBJECT ENCODING answers."""
        return "listpack" if self._packed else "skiplist"

    def unpack(self) -> None:
        """End the listpack for good, as SORT does to what it sorts."""
        self._packed = False

    def __len__(self) -> int:
        return len(self._scores)

    def __contains__(self, member: object) -> bool:
        return member in self._scores

    def __iter__(self) -> Iterator[Entry]:
        """The entries in order."""
        return iter(self._order)

    # Reading

    @property
    def scores(self) -> dict[bytes, float]:
        """The scores by member, in no order. The caller must not change it."""
        return self._scores

    def score(self, member: bytes) -> float | None:
        """The member's score; None when it isn't in the set."""
        return self._scores.get(member)

    def rank(self, member: bytes) -> int | None:
        """How many entries come before the member; None when it isn't in the set."""
        score = self._scores.get(member)
        return None if score is None else self._left((score, member))

    def entries(self, start: int, stop: int) -> list[Entry]:
        """The entries of ranks `start` to `stop` - 1, in order."""
        return self._order[start:stop]  # type: ignore[no-any-return]

    def score_span(self, low: ScoreBound, high: ScoreBound) -> tuple[int, int]:
        """The ranks from start to stop - 1 of the entries between two scores; (0, 0) if none."""
        start = self._rank_of_score(low.score, after=low.open)
        stop = self._rank_of_score(high.score, after=not high.open)
        return (start, stop) if start < stop else (0, 0)

    def lex_span(self, low: LexBound, high: LexBound, reverse: bool = False) -> tuple[int, int]:
        """The ranks from start to stop - 1 of the entries between two members; (0, 0) if none.

        That is well defined when all scores are equal. When they aren't, the entries are walked
        from the lowest (from the highest if `reverse`) to the first one inside, and on from there
        to the first one outside.
        """
        order = self._order
        if not order or low[:2] > high[:2] or (low[:2] == high[:2] and (low.open or high.open)):
            return 0, 0
        if order[0][0] != order[-1][0]:
            return self._walk_back(low, high) if reverse else self._walk(low, high)
        start = self._rank_of_member(low, after=low.open)
        stop = self._rank_of_member(high, after=not high.open)
        return (start, stop) if start < stop else (0, 0)

    def random_entry(self, random: Random) -> Entry:
        """Any entry, each equally likely; IndexError when there is none."""
        return self._order[int(random.random() * len(self._scores))]  # type: ignore[no-any-return]

    def random_entries(self, random: Random, count: int) -> list[Entry]:
        """`count` different entries in random order, all of them when there are fewer."""
        return random.sample(self._order, min(count, len(self._scores)))

    def scan(self, cursor: int, count: int) -> tuple[int, list[Entry]]:
        """Some entries from the cursor on, and the cursor to go on with: 0 at the end.

        A listpack is returned whole, in order.
        """
        if self._packed:
            return 0, list(self._order)
        slots = self._slots
        if slots is None:
            slots = self._slots = Slots(self._scores)
        cursor, members = slots.scan(cursor, count)
        scores = self._scores
        return cursor, [(scores[member], member) for member in members]

    # Changing

    def expect(self, count: int, limits: Limits) -> None:
        """Prepare for `count` members named at once, new or not: too many end the listpack."""
        if count > limits.zset_max_listpack_entries:
            self._packed = False

    def add(self, member: bytes, score: float, limits: Limits) -> None:
        """Add a member that isn't in the set yet. The score must be a number."""
        if self._packed:
            if (
                len(self._scores) >= limits.zset_max_listpack_entries
                or len(member) > limits.zset_max_listpack_value
            ):
                self._packed = False
            else:
                score += 0.0  # makes -0.0 0.0
        self._scores[member] = score
        self._insert((score, member))
        if self._slots is not None:
            self._slots.add(member)

    def put(self, member: bytes, score: float, limits: Limits) -> float | None:
        """Give one member its score, new or not; the score it had.

        What ``expect``, ``score``, and ``add`` or ``move`` do, in one call.
        """
        if limits.zset_max_listpack_entries < 1:
            self._packed = False
        old = self._scores.get(member)
        if old is None:
            self.add(member, score, limits)
        elif score != old:
            self.move(member, old, score)
        return old

    def move(self, member: bytes, old: float, score: float) -> None:
        """Give a member whose score is `old` another one. The score must be a number."""
        if self._packed:
            score += 0.0
        self._scores[member] = score
        self._delete((old, member))
        self._insert((score, member))

    def remove(self, member: bytes) -> bool:
        """Remove a member; False when it wasn't in the set."""
        score = self._scores.pop(member, None)
        if score is None:
            return False
        self._delete((score, member))
        if self._slots is not None:
            self._slots.remove(member)
        return True

    def cut(self, start: int, stop: int) -> list[Entry]:
        """Remove the entries of ranks `start` to `stop` - 1 and return them, in order."""
        gone: list[Entry] = self._order[start:stop]
        del self._order[start:stop]
        scores, slots = self._scores, self._slots
        for _, member in gone:
            del scores[member]
            if slots is not None:
                slots.remove(member)
        return gone

    # The order, whichever of the two kinds of list holds it

    def _left(self, entry: Entry | tuple[float]) -> int:
        """The number of entries before `entry`; a bare score comes before all its members."""
        if self._spread:
            return self._order.bisect_left(entry)  # type: ignore[no-any-return]
        return bisect_left(self._order, entry)

    def _insert(self, entry: Entry) -> None:
        if self._spread:
            self._order.add(entry)
        else:
            insort(self._order, entry)
            self._spread_if_long()

    def _delete(self, entry: Entry) -> None:
        if self._spread:
            self._order.remove(entry)
        else:
            del self._order[bisect_left(self._order, entry)]

    def _spread_if_long(self) -> None:
        """Give up the flat list when its linear insertion begins to cost.

        At 10,000 members an insertion costs 2.9 µs in a flat list and 1.8 in a SortedList, at a
        million 600 and 6.4; at 100 members reading ten costs 0.2 and 2.1.
        """
        if len(self._order) > FLAT_LIMIT:
            # Imported late: it costs 8 ms that a server without long sorted sets starts faster.
            from sortedcontainers import SortedList

            self._order = SortedList(self._order)
            self._spread = True

    def _rank_of_score(self, score: float, *, after: bool) -> int:
        """The number of entries below the score, or up to it when `after`."""
        if not after:
            return self._left((score,))
        return len(self._scores) if score == inf else self._left((nextafter(score, inf),))

    def _rank_of_member(self, bound: LexBound, *, after: bool) -> int:
        """The number of members below the bound, or up to it when `after`; all have one score."""
        if bound.side:
            return 0 if bound.side < 0 else len(self._scores)
        entry = (self._order[0][0], bound.member)
        if not after:
            return self._left(entry)
        if self._spread:
            return self._order.bisect_right(entry)  # type: ignore[no-any-return]
        return bisect_right(self._order, entry)

    def _walk(self, low: LexBound, high: LexBound) -> tuple[int, int]:
        """The span from the first member that isn't too low to the next that is too high."""
        order = self._order
        if _below(order[-1][1], low) or _above(order[0][1], high):
            return 0, 0
        start = stop = next(rank for rank, entry in enumerate(order) if not _below(entry[1], low))
        for _, member in order[start:]:
            if _above(member, high):
                break
            stop += 1
        return (start, stop) if start < stop else (0, 0)

    def _walk_back(self, low: LexBound, high: LexBound) -> tuple[int, int]:
        """The span back from the last member that isn't too high to the next that is too low."""
        order = self._order
        if _below(order[-1][1], low) or _above(order[0][1], high):
            return 0, 0
        behind = next(
            count for count, entry in enumerate(reversed(order)) if not _above(entry[1], high)
        )
        start = stop = len(order) - behind
        for _, member in reversed(order[:stop]):
            if _below(member, low):
                break
            start -= 1
        return (start, stop) if start < stop else (0, 0)


def _below(member: bytes, low: LexBound) -> bool:
    """Whether a member is before the lower bound."""
    if low.side:
        return low.side > 0
    return member <= low.member if low.open else member < low.member


def _above(member: bytes, high: LexBound) -> bool:
    """Whether a member is behind the upper bound."""
    if high.side:
        return high.side < 0
    return member >= high.member if high.open else member > high.member
