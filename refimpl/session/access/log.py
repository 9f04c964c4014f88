"""The log of what was refused to whom (ACL LOG), and how often that was."""

from __future__ import annotations

_SAME_SPAN = 60_000
"""Milliseconds within which the same refusal again makes no entry of its own."""
_SAME_DEPTH = 10
"""How many of the newest entries are looked through for the same."""


class Entry:
    """One refusal, or the same one several times within a minute."""

    __slots__ = (
        "client",
        "context",
        "count",
        "created",
        "id",
        "object",
        "reason",
        "updated",
        "user",
    )

    def __init__(
        self, identity: int, reason: bytes, context: bytes, target: bytes, user: bytes, now: int
    ) -> None:
        self.id = identity
        self.count = 1
        self.reason = reason
        """command, key, channel or auth."""
        self.context = context
        """toplevel, multi, lua or module."""
        self.object = target
        """The command, key or channel that was refused; of a login the command."""
        self.user = user
        self.created = now
        """Milliseconds since the epoch."""
        self.updated = now
        self.client = b""
        """The client's line in CLIENT LIST."""

    def is_same(self, other: Entry) -> bool:
        """Whether the other is this refusal again."""
        return (
            abs(self.updated - other.updated) <= _SAME_SPAN
            and self.object == other.object
            and self.reason == other.reason
            and self.context == other.context
            and self.user == other.user
        )


class AccessLog:
    """Bounded, newest first."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.denied = {b"auth": 0, b"command": 0, b"key": 0, b"channel": 0}
        """Refusals since the server started."""
        self._next_id = 0

    def add(
        self,
        reason: bytes,
        context: bytes,
        target: bytes,
        user: bytes,
        client: bytes,
        now: int,
        longest: int,
    ) -> None:
        """Note a refusal; the log keeps at most `longest` entries."""
        self.denied[reason] += 1
        entry = Entry(self._next_id, reason, context, target, user, now)
        for place, known in enumerate(self.entries[:_SAME_DEPTH]):
            if known.is_same(entry):
                del self.entries[place]
                entry = known
                entry.count += 1
                entry.updated = now
                break
        else:
            self._next_id += 1
        entry.client = client
        self.entries.insert(0, entry)
        del self.entries[longest:]
