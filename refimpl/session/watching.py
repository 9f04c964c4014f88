"""WATCH: a client's next transaction depends on keys staying as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refimpl.keyspace.database import Database
    from refimpl.session.client import Client


def watch(client: Client, database: Database, key: bytes) -> None:
    """Watch a key, once."""
    watchers = database.watchers.setdefault(key, {})
    if client not in watchers:
        watchers[client] = database.is_due(key)
        client.watched.append((database, key))
        client.call.server.observed = True


def unwatch(client: Client) -> None:
    """Watch nothing any more."""
    if not client.watched:
        return
    for database, key in client.watched:
        watchers = database.watchers[key]
        del watchers[client]
        if not watchers:
            del database.watchers[key]
    client.watched.clear()
    client.dirty_cas = False
    client.call.server.look_for_observers()


def is_spoiled(client: Client) -> bool:
    """Whether a watched key was touched, or has expired since without anybody noticing."""
    return client.dirty_cas or any(
        database.is_due(key) and not database.watchers[key][client]
        for database, key in client.watched
    )
