"""Who listens to which channels and patterns, and what is told to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.glob import glob_match
from refimpl.resp.replies import bulk
from refimpl.session.client import Unusual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.session.client import Client

Audience = dict[bytes, "dict[Client, None]"]
"""Who listens to each name, in the order in which they came."""


class Subscriptions:
    """What one client listens to; the order is that of subscribing."""

    __slots__ = ("channels", "patterns", "shards")

    def __init__(self) -> None:
        self.channels: dict[bytes, None] = {}
        self.patterns: dict[bytes, None] = {}
        self.shards: dict[bytes, None] = {}

    def __len__(self) -> int:
        return len(self.channels) + len(self.patterns) + len(self.shards)


class Directory:
    """The listeners of one kind of name: channels, patterns, or shard channels."""

    __slots__ = ("_field", "audience")

    def __init__(self, field: str) -> None:
        self._field = field
        """Which of a client's Subscriptions these are."""
        self.audience: Audience = {}

    def of(self, client: Client) -> dict[bytes, None]:
        """The names that a client listens to."""
        subscriptions = client.subscriptions
        return {} if subscriptions is None else getattr(subscriptions, self._field)

    def add(self, client: Client, name: bytes) -> None:
        """Let a client listen; again changes nothing."""
        if client.subscriptions is None:
            client.subscriptions = Subscriptions()
        self.of(client)[name] = None
        self.audience.setdefault(name, {})[client] = None
        client.unusual |= Unusual.SUBSCRIBED

    def remove(self, client: Client, name: bytes) -> None:
        """Let a client listen no more; one that doesn't changes nothing."""
        names = self.of(client)
        if name not in names:
            return
        del names[name]
        listeners = self.audience[name]
        del listeners[client]
        if not listeners:
            del self.audience[name]
        if not client.subscriptions:
            client.subscriptions = None
            client.unusual &= ~Unusual.SUBSCRIBED


class Hub:
    """All subscriptions of a server."""

    def __init__(self) -> None:
        self.channels = Directory("channels")
        self.patterns = Directory("patterns")
        self.shards = Directory("shards")

    def publish(self, channel: bytes, message: bytes) -> int:
        """Tell the listeners of a channel and those whose pattern it fits; how many there were.

        Who listens both ways is told, and counted, for each of them.
        """
        receivers = 0
        listeners = self.channels.audience.get(channel)
        if listeners:
            receivers += _tell(listeners, (b"message", channel, message))
        for pattern, admirers in list(self.patterns.audience.items()):
            if glob_match(pattern, channel):
                receivers += _tell(admirers, (b"pmessage", pattern, channel, message))
        return receivers

    def publish_to_shard(self, channel: bytes, message: bytes) -> int:
        """Tell the listeners of a shard channel; how many there were."""
        listeners = self.shards.audience.get(channel)
        return _tell(listeners, (b"smessage", channel, message)) if listeners else 0

    def forget(self, client: Client) -> None:
        """A client listens to nothing any more."""
        for directory in (self.channels, self.patterns, self.shards):
            for name in list(directory.of(client)):
                directory.remove(client, name)


def _tell(listeners: Iterable[Client], words: tuple[bytes, ...]) -> int:
    """Send a message to all of them; how many there were."""
    told = list(listeners)  # whose output overflows is closed, and listens no more
    body = b"".join(map(bulk, words))
    for client in told:
        client.push(client.wire.push_header(len(words)) + body)
    return len(told)
