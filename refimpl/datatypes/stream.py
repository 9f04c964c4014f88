"""A stream: entries of fields and values under ascending IDs, and groups that consume them.

An ID is one number, milliseconds times 2^64 and a sequence number. Entries lie in nodes, as they
do in the listpacks of a real server: a node takes entries until it is full of bytes or of
entries, deleted ones stay in it as tombstones, and it goes when its last live entry does. What an
approximate trim keeps, what XINFO tells and what DUMP writes follow from the nodes. (Trimming one
by one leaves an empty node behind.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, Final, NamedTuple

from refimpl.datatypes.listpack import EMPTY_SIZE, entry_size, integer_size
from refimpl.datatypes.numbers import UINT64_MAX
from refimpl.datatypes.ordered_table import OrderedTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refimpl.datatypes.limits import Limits
    from refimpl.datatypes.stream_group import Group

GREATEST_ID: Final = (1 << 128) - 1

Entry = tuple[int, tuple[bytes, ...]]
"""An ID, and the fields and values by turns."""

_LARGEST_NODE: Final = 1 << 30
_ID_BYTES: Final = 16
_SIGN: Final = 1 << 63


def id_text(number: int) -> bytes:
    """An ID as clients see it."""
    return b"%d-%d" % (number >> 64, number & UINT64_MAX)


def parts_after(master: int, number: int) -> tuple[int, int]:
    """How far an ID is behind a node's, in time and sequence: as signed 64-bit numbers."""
    ms, seq = (number >> 64) - (master >> 64), (number & UINT64_MAX) - (master & UINT64_MAX)
    return (ms + _SIGN & UINT64_MAX) - _SIGN, (seq + _SIGN & UINT64_MAX) - _SIGN


class Tombstone(NamedTuple):
    """A deleted entry, which its node still holds."""

    place: int
    """How many entries the node had before it, deleted ones too."""
    id: int
    names: tuple[bytes, ...]
    values: tuple[bytes, ...]


class Node:
    """Neighbouring entries. Those that have the same fields as the first one share their names."""

    __slots__ = ("bytes", "fields", "ids", "last", "master", "own", "tombstones", "values")

    def __init__(self, master: int, fields: tuple[bytes, ...]) -> None:
        self.master = master
        """The ID of the first entry the node was made for."""
        self.fields = fields
        """The field names of that entry."""
        self.ids: list[int] = []
        self.values: list[tuple[bytes, ...]] = []
        self.own: dict[int, tuple[bytes, ...]] = {}
        """The field names of entries that have others than `fields`, by ID."""
        self.tombstones: list[Tombstone] = []
        """Deleted entries in their order. XSETID may let later entries have their IDs, or less."""
        self.last = master
        """The ID of the last entry, deleted or not."""
        self.bytes = sum(map(entry_size, fields)) + integer_size(len(fields)) + 2
        """What the listpack takes without its header and the two counts in front."""

    def __len__(self) -> int:
        """How many entries there are, without deleted ones."""
        return len(self.ids)

    @property
    def size(self) -> int:
        """Bytes of the listpack."""
        counts = integer_size(len(self.ids)) + integer_size(len(self.tombstones))
        return EMPTY_SIZE + counts + self.bytes

    def has_room(self, added: int, limits: Limits) -> bool:
        """Whether an entry whose words have so many bytes together may join."""
        most_bytes = limits.stream_node_max_bytes
        if not 0 < most_bytes <= _LARGEST_NODE:
            most_bytes = _LARGEST_NODE
        most_entries = limits.stream_node_max_entries
        if self.size + added >= most_bytes:
            return False
        return most_entries == 0 or len(self.ids) + len(self.tombstones) < most_entries

    def append(self, number: int, names: tuple[bytes, ...], values: tuple[bytes, ...]) -> None:
        """Add an entry behind the others."""
        self.ids.append(number)
        self.values.append(values)
        self.last = number
        ms, seq = parts_after(self.master, number)
        size = sum(map(entry_size, values)) + integer_size(ms) + integer_size(seq) + 2
        parts = len(values) + 3
        if names != self.fields:
            self.own[number] = names
            size += integer_size(len(names)) + sum(map(entry_size, names))
            parts += len(values) + 1
        self.bytes += size + integer_size(parts)

    def remove(self, index: int) -> None:
        """Put a tombstone in an entry's place."""
        number = self.ids.pop(index)
        place = index
        for at, tombstone in enumerate(self.tombstones):
            if tombstone.place > place:
                break
            place = index + at + 1
        names = self.own.pop(number, self.fields)
        insort(self.tombstones, Tombstone(place, number, names, self.values.pop(index)))

    def index(self, number: int) -> int | None:
        """Which of the entries has that ID, or None."""
        index = bisect_left(self.ids, number)
        return index if index < len(self.ids) and self.ids[index] == number else None

    def names(self, index: int) -> tuple[bytes, ...]:
        """The field names of an entry."""
        return self.own.get(self.ids[index], self.fields) if self.own else self.fields

    def flat(self, index: int) -> tuple[bytes, ...]:
        """Fields and values of an entry."""
        values, names = self.values[index], self.names(index)
        if len(values) == 1:
            return names + values
        return tuple(part for pair in zip(names, values, strict=True) for part in pair)

    def copy(self) -> Node:
        """An independent node that is the same."""
        twin = Node(self.master, self.fields)
        twin.ids, twin.values = self.ids.copy(), self.values.copy()
        twin.own, twin.tombstones = self.own.copy(), self.tombstones.copy()
        twin.last, twin.bytes = self.last, self.bytes
        return twin


class StreamValue:
    """Entries, counters that outlive them, and groups."""

    __slots__ = (
        "_least_read",
        "entries_added",
        "first_id",
        "groups",
        "last_id",
        "length",
        "max_deleted_id",
        "nodes",
    )

    encoding = "stream"

    def __init__(self) -> None:
        self.nodes: OrderedTable[Node] = OrderedTable()
        """By their master IDs."""
        self.length = 0
        self.last_id = 0
        """The last ID given out, even if its entry is gone; the next one is greater."""
        self.first_id = 0
        """The ID of the first entry; 0 when there is none."""
        self.max_deleted_id = 0
        """The greatest ID of an entry that was deleted, but by trimming."""
        self.entries_added = 0
        """How many entries there ever were, in 64 bits: XSETID may set it close to the end."""
        self.groups: dict[bytes, Group] = {}
        self._least_read: int | None = None
        """The last ID of the group that is furthest behind, as far as anybody has looked; None when
        it must be looked up anew."""

    def __len__(self) -> int:
        return self.length

    def copy(self) -> StreamValue:
        """An independent stream that is the same."""
        twin = StreamValue()
        for master in self.nodes:
            twin.nodes.put(master, self.nodes[master].copy())
        for name in ("length", "last_id", "first_id", "max_deleted_id", "entries_added"):
            setattr(twin, name, getattr(self, name))
        twin.groups = {name: group.copy() for name, group in self.groups.items()}
        return twin

    def dismantle(self) -> Iterator[None]:
        """Free it in parts."""
        nodes = self.nodes
        yield from nodes.dismantle(weight=4 * (1 + self.length // (len(nodes) or 1)))
        for group in self.groups.values():
            for consumer in group.consumers.values():
                yield from consumer.pending.dismantle(weight=1)
            yield from group.pending.dismantle(weight=4)

    # -- reading

    def __contains__(self, number: int) -> bool:
        node = self._node_of(number)
        return node is not None and node.index(number) is not None

    def get(self, number: int) -> tuple[bytes, ...] | None:
        """Fields and values of an entry, or None."""
        node = self._node_of(number)
        index = None if node is None else node.index(number)
        return None if node is None or index is None else node.flat(index)

    def entries(self, start: int = 0, end: int = GREATEST_ID) -> Iterator[Entry]:
        """The entries from one ID to another, both included."""
        for master in self.nodes.keys_from(self.nodes.floor(start) or 0):
            node = self.nodes[master]
            ids = node.ids
            for index in range(bisect_left(ids, start), len(ids)):
                if ids[index] > end:
                    return
                yield ids[index], node.flat(index)

    def entries_down(self, end: int = GREATEST_ID, start: int = 0) -> Iterator[Entry]:
        """The same from the greatest on."""
        for master in self.nodes.keys_down_from(end):
            node = self.nodes[master]
            ids = node.ids
            for index in range(bisect_right(ids, end) - 1, -1, -1):
                if ids[index] < start:
                    return
                yield ids[index], node.flat(index)

    def tree_nodes(self) -> int:
        """Nodes of the radix tree that a real server keeps the master IDs in.

        One for each ID and one for each place where IDs part; between two of these, or before
        the first, whatever bytes are left over share one more.
        """
        if not len(self.nodes):
            return 1
        count = 0
        branches: list[int] = []  # depths, in bytes, at which the path to the present ID branches
        previous = next(iter(self.nodes))
        above = -1
        for master in self.nodes.keys_from(previous + 1):
            common = _ID_BYTES - ((previous ^ master).bit_length() + 7) // 8
            count += _leaf(max(above, common))
            while branches and branches[-1] > common:
                depth = branches.pop()
                count += _branch(depth, max(branches[-1] if branches else -1, common))
            if not branches or branches[-1] < common:
                branches.append(common)
            previous, above = master, common
        count += _leaf(above)
        while branches:
            depth = branches.pop()
            count += _branch(depth, branches[-1] if branches else -1)
        return count

    # -- adding

    def next_id(self, now: int) -> int:
        """The ID of an entry added now; the clock may have been set back."""
        return max(now << 64, self.last_id + 1)

    def given_id(self, ms: int, seq: int | None) -> int:
        """The ID that a sender wants, perhaps leaving the sequence number to the server.

        Where the millisecond has passed or has none left, it isn't greater than the last one.
        """
        if seq is not None:
            return ms << 64 | seq
        number = max(ms << 64, self.last_id + 1)
        return number if number >> 64 == ms else 0

    def append(self, number: int, fields: Sequence[tuple[bytes, bytes]], limits: Limits) -> None:
        """Add an entry, whose ID is greater than the last one."""
        names, values = zip(*fields, strict=True)
        last = self.nodes.last()
        node = None if last is None else self.nodes[last]
        if node is None or not node.has_room(sum(map(len, names)) + sum(map(len, values)), limits):
            node = Node(number, names)
            self.nodes.put(number, node)
        node.append(number, names, values)
        if not self.length:
            self.first_id = number
        self.length += 1
        self.entries_added = self.entries_added + 1 & UINT64_MAX
        self.last_id = number

    # -- removing

    def remove(self, number: int) -> bool:
        """Delete an entry; False when there is none of that ID."""
        node = self._node_of(number)
        index = None if node is None else node.index(number)
        if node is None or index is None:
            return False
        self.length -= 1
        if len(node) == 1:
            self.nodes.pop(node.master)
        else:
            node.remove(index)
        if number > self.max_deleted_id:
            self.max_deleted_id = number
        if number == self.first_id:
            self.find_first()
        return True

    def drop_node(self, master: int) -> None:
        """Remove a node with all its entries."""
        self.length -= len(self.nodes.pop(master))

    def trim_from(self, node: Node, index: int) -> None:
        """Delete an entry of a node by trimming, which isn't noted and leaves the node alone."""
        self.length -= 1
        node.remove(index)

    def find_first(self) -> None:
        """Find out which entry is the first one now."""
        self.first_id = next(self.entries(), (0, ()))[0]

    def _node_of(self, number: int) -> Node | None:
        master = self.nodes.floor(number)
        if master is None:  # XSETID may have let an entry join a node that was emptied by trimming
            master = self.nodes.first()
        return None if master is None else self.nodes[master]

    # -- groups

    def add_group(self, name: bytes, group: Group) -> None:
        """Add a group under a name that none has yet."""
        self.groups[name] = group
        least = self._least_read
        if least is not None and (group.last_id < least or not least):
            self._least_read = None

    def remove_group(self, name: bytes) -> bool:
        """Remove a group; False if there is none of that name.

        As on a real server, which group is furthest behind isn't looked up anew for that.
        """
        return self.groups.pop(name, None) is not None

    def move_group(self, group: Group, number: int) -> None:
        """Let a group go on behind another ID."""
        least = self._least_read
        if least is not None and (group.last_id == least or number < least):
            self._least_read = None
        group.last_id = number

    def is_referenced(self, number: int) -> bool:
        """Whether some group has an entry pending or hasn't read it yet."""
        groups = self.groups.values()
        if not groups:
            return False
        if self._least_read is None:
            self._least_read = min(group.last_id for group in groups)
        return number > self._least_read or any(number in group.pending for group in groups)

    def drop_references(self, number: int) -> None:
        """Take an entry off what is pending in all groups."""
        for group in self.groups.values():
            group.acknowledge(number)

    def sorted_groups(self) -> list[tuple[bytes, Group]]:
        """The groups by name."""
        return sorted(self.groups.items(), key=lambda item: item[0])

    def has_tombstone_after(self, number: int) -> bool:
        """Whether an entry behind that ID may have been deleted from among others."""
        return self.length > 0 and self.max_deleted_id > 0 and self.max_deleted_id >= number

    def entries_up_to(self, number: int) -> int | None:
        """How many of all entries ever added have IDs up to that one; None when nobody can tell."""
        if not self.entries_added:
            return 0
        if not self.length and number <= self.last_id:
            return self.entries_added
        if number and number < self.max_deleted_id:
            return None
        if number >= self.last_id:
            return self.entries_added if number == self.last_id else None
        if self.max_deleted_id == 0 or self.max_deleted_id < self.first_id:
            if number < self.first_id:
                return self.entries_added - self.length
            if number == self.first_id:
                return self.entries_added - self.length + 1
        return None

    def lag(self, group: Group) -> int | None:
        """How many entries a group has still to read; None when nobody can tell."""
        if not self.entries_added or not self.length:
            return 0
        if group.last_id < self.first_id and self.max_deleted_id < self.first_id:
            return self.length
        read = group.entries_read
        if read is None or self.has_tombstone_after(group.last_id):
            read = self.entries_up_to(group.last_id)
        return None if read is None else self.entries_added - read


def _leaf(branch: int) -> int:
    """Nodes of an ID below the branch at that depth: its own, one for bytes left over."""
    return 2 if branch + 1 < _ID_BYTES else 1


def _branch(depth: int, above: int) -> int:
    """The same of a branch below another."""
    return 2 if above + 1 < depth else 1
