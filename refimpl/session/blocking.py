"""Waiting for keys: who is blocked on what, in the order in which they came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refimpl.session.client import Unusual

if TYPE_CHECKING:
    from refimpl.keyspace.database import Database
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command


class MustBlock(Exception):  # not an error: the way out of a handler that must wait
    """Raised by ``Call.block``: the running command can't be answered yet."""

    __slots__ = (
        "if_forbidden",
        "keys",
        "kind",
        "on_timeout",
        "timeout_ms",
        "wakes_when_gone",
    )

    def __init__(
        self,
        keys: list[bytes],
        timeout_ms: int | None,
        on_timeout: bytes,
        kind: type | None,
        wakes_when_gone: bool,
        if_forbidden: bytes,
    ) -> None:
        super().__init__()
        self.keys = keys
        self.timeout_ms = timeout_ms
        self.on_timeout = on_timeout
        self.if_forbidden = if_forbidden
        """The reply where waiting is not allowed: in a transaction or a script."""
        self.kind = kind
        self.wakes_when_gone = wakes_when_gone


class Blocking:
    """What a blocked client waits for, and the command to execute anew then."""

    __slots__ = (
        "args",
        "argv",
        "command",
        "database",
        "keys",
        "kind",
        "on_timeout",
        "since_tick",
        "timed",
        "timer",
        "wakes_when_gone",
    )

    def __init__(
        self,
        reason: MustBlock,
        database: Database,
        command: Command,
        argv: Argv,
        args: Any,
        since_tick: int,
    ) -> None:
        self.keys = list(dict.fromkeys(reason.keys))
        self.kind = reason.kind
        """The type of value the command can use; None for any."""
        self.wakes_when_gone = reason.wakes_when_gone
        self.on_timeout = reason.on_timeout
        self.timed = bool(reason.timeout_ms)
        self.database = database
        self.command = command
        self.argv = argv
        self.args = args
        self.since_tick = since_tick
        self.timer: int | None = None


def wait_for_keys(client: Client, blocking: Blocking) -> None:
    """Put client at the end of the queue of every key it waits for."""
    client.blocking = blocking
    client.unusual |= Unusual.BLOCKED
    waiting = blocking.database.waiting
    mourned = blocking.database.mourned
    for key in blocking.keys:
        queue: Any = waiting.get(key)
        if queue is None:
            waiting[key] = {client: None}
        else:
            queue[client] = None
        if blocking.wakes_when_gone:
            mourned[key] = mourned.get(key, 0) + 1


def stop_waiting(client: Client, server: ServerState) -> Blocking:
    """Take client out of all queues; what it was waiting for."""
    blocking = client.blocking
    if blocking is None:
        raise ValueError("the client is not blocked")
    waiting = blocking.database.waiting
    for key in blocking.keys:
        queue: Any = waiting[key]
        del queue[client]
        if not queue:
            del waiting[key]
    if blocking.wakes_when_gone:
        mourned = blocking.database.mourned
        for key in blocking.keys:
            mourned[key] -= 1
            if not mourned[key]:
                del mourned[key]
    if blocking.timer is not None:
        server.loop.remove_timer(blocking.timer)
        blocking.timer = None
    client.blocking = None
    client.unusual &= ~Unusual.BLOCKED
    return blocking


def waiting_clients(database: Database, key: bytes) -> list[Client]:
    """Who waits for key, first come first."""
    queue: Any = database.waiting.get(key)
    return list(queue) if queue is not None else []
