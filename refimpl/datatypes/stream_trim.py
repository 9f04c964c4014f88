"""Trimming: deleting the oldest entries of a stream down to a length or an ID."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from refimpl.datatypes.limits import Limits
    from refimpl.datatypes.stream import Node, StreamValue

_NODES: Final = 100
_LEAST_WORK, _MOST_WORK = 10_000, 1_000_000


class References(Enum):
    """What becomes of an entry that groups refer to, and of the references."""

    KEEP = "keepref"
    """The entry is deleted, and stays pending."""
    DELETE = "delref"
    """Both are deleted."""
    RESPECT = "acked"
    """The entry stays until every group has read and acknowledged it."""


def default_limit(limits: Limits) -> int:
    """How many entries an approximate trim deletes at most when nobody says it."""
    limit = _NODES * limits.stream_node_max_entries
    return min(limit or _LEAST_WORK, _MOST_WORK)


class Trim:
    """A wanted length or first ID, and how to get there."""

    __slots__ = ("approximate", "limit", "maxlen", "minid", "references")

    def __init__(
        self,
        maxlen: int | None,
        minid: int | None,
        approximate: bool,
        limit: int,
        references: References,
    ) -> None:
        self.maxlen = maxlen
        self.minid = minid
        """The first ID to be kept, where no length is given."""
        self.approximate = approximate
        """Delete whole nodes only, and none whose entries' references matter."""
        self.limit = limit
        """Nodes are deleted only as long as these are no more entries; 0 means no limit."""
        self.references = references

    def apply(self, stream: StreamValue) -> int:
        """Delete entries; how many."""
        deleted = 0
        master = stream.nodes.first()
        while master is not None and not self._is_short(stream):
            node = stream.nodes[master]
            if self.minid is not None and node.ids and node.ids[0] >= self.minid:
                break  # and so do all that follow
            if self.limit and deleted + len(node) > self.limit:
                break
            covered = self._covers(stream, node)
            if covered and self.references is References.KEEP:
                deleted += len(node)
                stream.drop_node(master)
            elif self.approximate:
                break
            else:
                deleted += self._thin(stream, node)
                if covered and not len(node):
                    stream.drop_node(master)
            master = next(stream.nodes.keys_from(master + 1), None)
        if deleted:
            stream.find_first()
        return deleted

    def _is_short(self, stream: StreamValue) -> bool:
        return self.maxlen is not None and stream.length <= self.maxlen

    def _covers(self, stream: StreamValue, node: Node) -> bool:
        """Whether all of a node is to go."""
        if self.maxlen is not None:
            return stream.length - len(node) >= self.maxlen
        return self.minid is not None and node.last < self.minid

    def _thin(self, stream: StreamValue, node: Node) -> int:
        """Delete single entries of a node; how many."""
        deleted = index = 0
        while index < len(node) and not self._is_short(stream):
            number = node.ids[index]
            if self.minid is not None and number >= self.minid:
                break
            if self.references is References.RESPECT and stream.is_referenced(number):
                index += 1
                continue
            if self.references is References.DELETE:
                stream.drop_references(number)
            stream.trim_from(node, index)
            deleted += 1
        return deleted
