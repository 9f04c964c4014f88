"""What a handler is given: the one way from a command to the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from refimpl.datatypes.kinds import type_name
from refimpl.session.blocking import MustBlock
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from random import Random

    from refimpl.datatypes.limits import Limits
    from refimpl.keyspace.database import Database
    from refimpl.keyspace.moment import Moment
    from refimpl.resp.wire import Wire
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState


class Call:
    """One per client, used again for each of its commands."""

    __slots__ = (
        "client",
        "keys",
        "limits",
        "moment",
        "nested",
        "random",
        "server",
        "spelling",
        "wire",
    )

    def __init__(self, server: ServerState, client: Client) -> None:
        self.server = server
        self.client = client
        self.keys: Database = server.databases[0]
        """The selected database."""
        self.wire: Wire = client.wire
        """The encodings of the protocol the client speaks."""
        self.moment: Moment = server.moment
        self.limits: Limits = server.limits
        self.random: Random = server.random
        self.spelling = b""
        """The command's name as the client wrote it, of commands that don't take the short way."""
        self.nested = False
        """Whether the command is part of a transaction or a script, which can't wait."""

    @property
    def now(self) -> int:
        """Milliseconds since the epoch when the command (script, transaction) started."""
        return self.moment.ms

    def changed(self, event: str, key: bytes, count: int = 1, keys: Database | None = None) -> None:
        """Tell that a key was changed; once per key, with the name of its keyspace event.

        ``count`` is what the change adds to the number of changes since the last save. ``keys`` is
        the database of the key if it isn't the selected one.
        """
        server = self.server
        server.dirty += count
        if not server.observed:
            return
        database = self.keys if keys is None else keys
        if database.watchers:
            database.touch_watchers(key)
        if server.on_modified is not None:
            server.on_modified(key, self.client)
        if server.on_event is not None:
            server.on_event(event, key, database)

    def touched(self, key: bytes, count: int = 0) -> None:
        """Tell that a key was opened for a change, where no keyspace event tells of it.

        ``count`` is what was changed, as in ``changed``; clients that watch or cache the key are
        told whatever it is.
        """
        self.server.dirty += count
        if self.keys.watchers:
            self.keys.touch_watchers(key)
        if self.server.on_modified is not None:
            self.server.on_modified(key, self.client)

    def event(self, event: str, key: bytes, keys: Database | None = None) -> None:
        """Tell a further keyspace event of a change that ``changed`` was called for."""
        if self.server.on_event is not None:
            self.server.on_event(event, key, self.keys if keys is None else keys)

    def replaced(
        self, key: bytes, before: object, after: object, keys: Database | None = None
    ) -> None:
        """Tell that a key was deleted only to be made anew; None before: it wasn't there."""
        if self.server.on_event is None or before is None:
            return
        self.event("overwritten", key, keys)
        if type_name(before) != type_name(after):
            self.event("type_changed", key, keys)

    def block(
        self,
        keys: list[bytes],
        timeout_ms: int | None,
        on_timeout: bytes,
        kind: type | None = None,
        wakes_when_gone: bool = False,
        if_forbidden: bytes | None = None,
    ) -> NoReturn:
        """Wait until one of keys may serve the command, which is then executed anew.

        Nothing may have been changed yet. ``timeout_ms`` of None or 0 waits for ever; when the
        time is up the client gets ``on_timeout``, and so it does at once inside MULTI or a script
        if ``if_forbidden`` isn't given, which is the reply then.
        ``kind`` is the type of value the command can use: the key becoming one of another type
        doesn't wake it; None takes the type its command group works on. ``wakes_when_gone`` also
        wakes it when a key it waits for is deleted or replaced.
        """
        if if_forbidden is None:
            if_forbidden = on_timeout
        raise MustBlock(keys, timeout_ms, on_timeout, kind, wakes_when_gone, if_forbidden)

    def lookup_db(self, index: int) -> Database:
        """The database of that number; IndexError when it is out of range."""
        if index < 0:
            raise IndexError(index)
        return self.server.databases[index]

    def select(self, index: int) -> None:
        """Let the client work on another database from now on; IndexError when out of range."""
        self.keys = self.lookup_db(index)

    def fail(self, reply_line: bytes) -> NoReturn:
        """Answer with an error."""
        raise CommandError(reply_line)
