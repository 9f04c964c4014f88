"""Keyspace notifications: what happens to keys, told to those who subscribed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from refimpl.keyspace.database import Database
    from refimpl.session.pubsub import Hub

_EVENTS: Final = {
    "g": "del expire persist restore rename_from rename_to move_from move_to copy_to",
    "$": "set setrange append incrby incrbyfloat setbit pfadd",
    "l": "lpush rpush lpop rpop lset ltrim lrem linsert sortstore",
    "s": "sadd srem spop sinterstore sunionstore sdiffstore",
    "h": "hset hdel hincrby hincrbyfloat hexpire hpersist hexpired",
    "z": "zadd zincr zrem zremrangebyscore zremrangebyrank zremrangebylex zpopmin zpopmax "
    "zinterstore zunionstore zdiffstore zrangestore georadiusstore geosearchstore",
    "t": "xadd xdel xtrim xsetid xgroup-create xgroup-createconsumer xgroup-delconsumer "
    "xgroup-destroy xgroup-setid",
    "x": "expired",
    "e": "evicted",
    "m": "keymiss",
    "n": "new",
    "o": "overwritten",
    "c": "type_changed",
}

CLASSES: Final = {event: letter for letter, names in _EVENTS.items() for event in names.split()}
"""The letter of notify-keyspace-events that each event belongs to."""

_INTIMATE: Final = frozenset("mnoc")
"""Classes that only the databases themselves know of."""


class Notifications:
    """Publishes events of the classes that the configuration asks for."""

    __slots__ = ("_by_event", "_by_key", "_events", "_hub", "intimate")

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._by_key = self._by_event = False
        self._events: frozenset[str] = frozenset()
        self.intimate = False
        """Whether it wants to be told what only the databases know."""

    def listen(self, letters: bytes) -> bool:
        """Publish what these letters ask for; whether that is anything."""
        wanted = letters.decode("ascii")
        self._by_key, self._by_event = "K" in wanted, "E" in wanted
        self._events = frozenset(event for event, letter in CLASSES.items() if letter in wanted)
        heard = bool(self._events) and (self._by_key or self._by_event)
        self.intimate = heard and not _INTIMATE.isdisjoint(wanted)
        return heard

    def tell(self, event: str, key: bytes, database: Database) -> None:
        """An event of a key."""
        if event not in self._events:
            return
        name = event.encode()
        if self._by_key:
            self._hub.publish(b"__keyspace@%d__:%b" % (database.index, key), name)
        if self._by_event:
            self._hub.publish(b"__keyevent@%d__:%b" % (database.index, name), key)
