"""Client-side caching: which client may hold which keys, and who is told that they changed.

In the default mode the server remembers, of every key that a tracking client has read, that the
client may hold it; the first change is told, once, and forgotten. In broadcasting mode nothing is
remembered: changed keys are collected by prefix and told before the loop sleeps.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.resp.replies import array, bulk, integer
from refimpl.session.client import Unusual
from refimpl.table.command import Flag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.session.client import Client
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command

CHANNEL = b"__redis__:invalidate"
"""What RESP2 connections are told as a message of."""

_SCRIPTS = frozenset((b"eval_ro", b"evalsha_ro", b"fcall_ro"))
"""Not they read keys: the commands they run do."""


class Tracked:
    """How one client is tracked."""

    __slots__ = (
        "broadcast",
        "broken",
        "caching",
        "noloop",
        "optin",
        "optout",
        "prefixes",
        "redirect",
    )

    def __init__(self) -> None:
        self.redirect = 0
        """The connection that messages go to; 0: this one."""
        self.broadcast = False
        self.optin = False
        """Keys are tracked only after CLIENT CACHING YES."""
        self.optout = False
        """Keys are not tracked after CLIENT CACHING NO."""
        self.noloop = False
        """Its own changes are not told to it."""
        self.caching = False
        """CLIENT CACHING was called: it holds for the next request, or the next transaction."""
        self.broken = False
        """The connection that messages should go to is gone."""
        self.prefixes: set[bytes] = set()


class _Broadcast:
    """Of one prefix: who wants to know, and what has changed since they were told."""

    __slots__ = ("changed", "clients")

    def __init__(self) -> None:
        self.clients: dict[Client, None] = {}
        self.changed: dict[bytes, Client | None] = {}
        """Keys, and who changed them last."""


class Tracking:
    """The invalidation table of a server."""

    def __init__(self, server: ServerState) -> None:
        self._server = server
        self.table: dict[bytes, dict[int, None]] = {}
        """Ids of the clients that may hold a key; some may be gone or track no more."""
        self.items = 0
        """How many ids there are in the table."""
        self.clients = 0
        """How many clients are tracked."""
        self.prefixes: dict[bytes, _Broadcast] = {}
        self.pending: list[tuple[bytes | None, Tracked]] = []
        """What the running request has changed of what its own client holds; None: everything."""

    # Who is tracked

    def enable(self, client: Client, options: Tracked) -> None:
        """Track a client from now on, or in another way; prefixes are added to those it has."""
        before = client.tracking
        if before is None:
            self.clients += 1
        else:
            options.prefixes |= before.prefixes
            options.caching = before.caching
        client.tracking = options
        client.unusual |= Unusual.TRACKING
        for prefix in options.prefixes:
            self.prefixes.setdefault(prefix, _Broadcast()).clients[client] = None
        target = self._server.clients.get(options.redirect)
        if target is not None:
            target.unusual |= Unusual.TARGET
        self._server.listen_to_changes(self.changed)

    def disable(self, client: Client) -> None:
        """Track a client no more; what the table says of it is found out to be stale later."""
        tracked = client.tracking
        if tracked is None:
            return
        client.tracking = None
        client.unusual &= ~Unusual.TRACKING
        self.clients -= 1
        for prefix in tracked.prefixes:
            broadcast = self.prefixes[prefix]
            del broadcast.clients[client]
            if not broadcast.clients:
                del self.prefixes[prefix]
        self._rest()

    def _rest(self) -> None:
        """Where nobody is tracked and nothing remembered, changes need not be told."""
        if not self.clients and not self.table:
            self._server.listen_to_changes(None)

    # What clients read

    def remember(self, client: Client, command: Command, argv: Argv) -> None:
        """The tracked client may hold the keys of a command that was run for it."""
        tracked = client.tracking
        if (
            tracked is None
            or tracked.broadcast
            or not command.flags & Flag.READONLY
            or command.keys is None
            or command.name in _SCRIPTS
            or (tracked.optin and not tracked.caching)
            or (tracked.optout and tracked.caching)
        ):
            return
        try:
            positions = command.keys(argv)
        except ValueError:
            return  # a refused call, of which nobody can tell what its keys are
        for position, _ in positions:
            key = argv[position]
            holders = self.table.setdefault(key, {})
            if client.id not in holders:
                holders[client.id] = None
                self.items += 1
        if self._excess() > 0:
            self._server.tracking_full(True)

    def _excess(self) -> int:
        """How many keys too many the table has."""
        limit = self._server.config.tracking_table_max_keys
        return len(self.table) - limit if limit else 0

    def enforce_limit(self) -> None:
        """Forget keys until the table is small enough; who may hold them is told.

        At most some hundred at a time: the rest waits for the next request. It is the oldest that
        are forgotten; real servers pick at random.
        """
        excess = self._excess()
        for key in list(islice(self.table, max(0, min(excess, _MOST_AT_ONCE)))):
            self._invalidate(key)
        if excess <= _MOST_AT_ONCE:
            self._server.tracking_full(False)

    # What changes

    def changed(self, key: bytes, client: Client | None) -> None:
        """A key was changed by a client, or by time or lack of memory."""
        for prefix, broadcast in self.prefixes.items():
            if key.startswith(prefix):
                broadcast.changed[key] = client
        if key in self.table:
            self._invalidate(key)

    def _invalidate(self, key: bytes) -> None:
        holders = self.table.pop(key)
        self.items -= len(holders)
        clients = self._server.clients
        for identity in holders:
            client = clients.get(identity)
            if client is None or client.tracking is None or client.tracking.broadcast:
                continue
            if not client.unusual & Unusual.RUNNING:
                self._send(client, [key])
            elif not client.tracking.noloop:
                self.pending.append((key, client.tracking))
        self._rest()

    def flushed(self, client: Client, at_once: bool, lazily: bool) -> None:
        """The client has deleted all keys of a database, or of all: nothing anybody holds is sure.

        With `at_once` it is told before its reply, and so are the changes that were collected by
        prefix: a real server lets it wait while another thread deletes the keys. With `lazily` what
        was remembered counts as freed later.
        """
        if lazily:
            self._server.environment.trash.note_freed(len(self.table) + 1, len(self.table))
        self.table.clear()
        self.items = 0
        if not self.clients:
            self._rest()
            return
        running = client.unusual & Unusual.RUNNING
        if at_once:
            client.unusual &= ~running
        for each in list(self._server.clients.values()):
            if each.tracking is not None and each is not client:
                self._send(each, None)
        if client.tracking is not None:
            if client.unusual & Unusual.RUNNING:
                self.pending.append((None, client.tracking))
            else:
                self._send(client, None)
        if at_once:
            self.broadcast()
            client.unusual |= running

    def settle(self, client: Client) -> None:
        """A client's request was answered: tell what it has changed of what it holds itself."""
        pending, self.pending = self.pending, []
        for key, tracked in pending:
            self._send(client, None if key is None else [key], client.tracking or tracked)

    def broadcast(self) -> None:
        """Tell the changes that were collected by prefix; before the loop sleeps."""
        for prefix in sorted(self.prefixes):
            broadcast = self.prefixes[prefix]
            if not broadcast.changed:
                continue
            changed, broadcast.changed = broadcast.changed, {}
            keys = sorted(changed)
            for client in list(broadcast.clients):
                tracked = client.tracking
                if tracked is None:
                    continue  # closed meanwhile, because its output overflowed
                told = keys
                if tracked.noloop:
                    told = [key for key in keys if changed[key] is not client]
                if told:
                    self._send(client, told)

    # Telling

    def _send(
        self, client: Client, keys: Iterable[bytes] | None, tracked: Tracked | None = None
    ) -> None:
        """Tell a tracked client, or the one it has named, that keys (None: all) have changed.

        `tracked` is how it was tracked then, if it may have ended that since.
        """
        tracked = tracked or client.tracking
        assert tracked is not None
        # The null is one of the client's protocol even where another one is told.
        stale = client.wire.null if keys is None else array([bulk(key) for key in keys])
        target: Client | None = client
        if tracked.redirect:
            target = self._server.clients.get(tracked.redirect)
        if target is None:
            tracked.broken = True
            if client.wire.version == 3:
                words = (bulk(b"tracking-redir-broken"), integer(tracked.redirect))
                client.push(client.wire.push(words))
        elif target.wire.version == 3:
            target.push(target.wire.push((bulk(b"invalidate"), stale)))
        elif tracked.redirect and target.unusual & Unusual.SUBSCRIBED:
            target.push(target.wire.push((bulk(b"message"), bulk(CHANNEL), stale)))


_MOST_AT_ONCE = 100
"""Keys that are forgotten before one request because the table is too large."""
