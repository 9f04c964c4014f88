"""One client: who it is, what it is in the middle of, and what waits to be sent to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from refimpl.resp.wire import RESP2

if TYPE_CHECKING:
    from collections import deque

    from refimpl.keyspace.database import Database
    from refimpl.resp.parser import RequestParser
    from refimpl.resp.wire import Wire
    from refimpl.session.access.user import User
    from refimpl.session.blocking import Blocking
    from refimpl.session.call import Call
    from refimpl.session.pubsub import Subscriptions
    from refimpl.session.tracking import Tracked
    from refimpl.table.command import Argv, Command


class Unusual:
    """Bits of ``Client.unusual``. While it is 0 requests take the short way."""

    UNAUTHENTICATED: Final = 1 << 0
    TRANSACTION: Final = 1 << 1
    BLOCKED: Final = 1 << 2
    POSTPONED: Final = 1 << 3
    """A request waits for the end of CLIENT PAUSE."""
    CLOSING: Final = 1 << 4
    """No further request is executed; closed when the output is sent."""
    REPLY_OFF: Final = 1 << 5
    REPLY_SKIP: Final = 1 << 6
    """The running or next request gets no reply."""
    NO_TOUCH: Final = 1 << 7
    SUBSCRIBED: Final = 1 << 8
    """Is in the publish/subscribe mode of RESP2, or gets pushed messages in RESP3."""
    MONITOR: Final = 1 << 9
    RUNNING: Final = 1 << 10
    """One of its requests is being executed the long way: what is pushed to it waits."""
    TRACKING: Final = 1 << 11
    """What it reads is noted, because it may hold that in a cache of its own."""
    TARGET: Final = 1 << 12
    """Another client's invalidation messages may go to it."""
    RESTRICTED: Final = 1 << 13
    """Its user may not do everything: each request is looked at."""
    WAITING: Final = BLOCKED | POSTPONED
    """A request is not answered yet."""
    HALTED: Final = WAITING | CLOSING
    """No request is executed now."""


class Transport(Protocol):
    """What carries a client's output away."""

    @property
    def io_thread(self) -> int:
        """The number of the thread that reads and writes; 0: the main thread."""

    def flush(self) -> None:
        """Send as much of the output as there is room for."""

    def queue(self) -> None:
        """Send the output before the loop sleeps."""

    def close(self) -> None:
        """Close the connection now, the output unsent."""

    def hold(self) -> None:
        """Read no requests for now."""

    def release(self) -> None:
        """Read requests again."""

    def unsent_bytes(self) -> int:
        """How much output waits."""

    def check_limits(self) -> None:
        """Close when too much output has waited for too long."""

    def pushed(self, size: int) -> None:
        """So many bytes were added to the output although no request asked for them."""


class _Nothing:
    """Carries nothing: the transport of a client whose connection was closed."""

    __slots__ = ()

    @property
    def io_thread(self) -> int:
        return 0

    def flush(self) -> None: ...

    def queue(self) -> None: ...

    def close(self) -> None: ...

    def hold(self) -> None: ...

    def release(self) -> None: ...

    def unsent_bytes(self) -> int:
        return 0

    def check_limits(self) -> None: ...

    def pushed(self, size: int) -> None: ...


class Transaction:
    """What MULTI began: requests queued for EXEC."""

    __slots__ = ("aborted", "denies_oom", "queue", "writes")

    def __init__(self) -> None:
        self.queue: list[tuple[Command, Argv]] = []
        self.aborted = False
        """A request was refused when it was to be queued: EXEC will refuse all."""
        self.writes = False
        self.denies_oom = False


class Client:
    """A connection's state. It outlives the connection only while something still refers to it."""

    __slots__ = (
        "__weakref__",
        "account",
        "address",
        "authenticated",
        "blocking",
        "bytes_in",
        "bytes_out",
        "call",
        "commands",
        "created",
        "dirty_cas",
        "fd",
        "held_pushes",
        "id",
        "last_active",
        "last_command",
        "lib_name",
        "lib_version",
        "local_address",
        "name",
        "output",
        "over_soft_limit_since",
        "parser",
        "pending",
        "queued_for_write",
        "skip_next",
        "spared",
        "subscriptions",
        "tracking",
        "transaction",
        "transport",
        "unix",
        "unusual",
        "watched",
        "wire",
    )

    # A compiled class has to be told.
    __deletable__ = ("call",)

    account: User
    """Who it is."""
    call: Call
    """The call object its commands are given; the two refer to each other."""
    parser: RequestParser
    transport: Transport

    def __init__(self, identity: int, now: int) -> None:
        self.id = identity
        self.fd = -1
        self.address = ""
        """The peer as ``host:port``, or the socket's path with ``:0`` for a Unix socket."""
        self.local_address = ""
        self.unix = False
        self.created = now
        """Seconds since the epoch."""
        self.last_active = now
        """Seconds since the epoch of the last request, or of the last progress in writing."""
        self.name = b""
        self.lib_name = b""
        self.lib_version = b""
        self.authenticated = True
        self.unusual = 0
        """Bits of Unusual."""
        self.spared = False
        """CLIENT NO-EVICT: not to be closed to save memory."""
        self.wire: Wire = RESP2

        self.transaction: Transaction | None = None
        self.dirty_cas = False
        """A watched key was touched: EXEC will do nothing."""
        self.watched: list[tuple[Database, bytes]] = []
        self.blocking: Blocking | None = None
        self.subscriptions: Subscriptions | None = None
        """What it listens to; None for nothing."""
        self.tracking: Tracked | None = None
        """CLIENT TRACKING: how it is tracked; None: not at all."""

        self.pending: deque[Argv] | None = None
        """Requests that were read but cannot be executed yet."""
        self.skip_next = False
        """CLIENT REPLY SKIP was called: the next request gets no reply."""
        self.output: list[bytes] = []
        self.held_pushes: list[bytes] = []
        """Messages that came while a request of its own was running; they follow the reply."""
        self.queued_for_write = False
        self.over_soft_limit_since = 0
        """Seconds since the epoch since when the output exceeds its soft limit; 0 if not."""

        self.bytes_in = 0
        self.bytes_out = 0
        self.commands = 0
        self.last_command: Command | None = None

    @property
    def user(self) -> bytes:
        """The name of its user."""
        return self.account.name

    def part(self) -> None:
        """Let go of what refers back to it, so that it isn't left to the garbage collector.

        The connection is closed, and no request of its own is being executed any more.
        """
        self.transport = _Nothing()
        del self.call

    def is_local(self) -> bool:
        """Whether the peer is on this machine."""
        return self.unix or self.address.startswith(("127.0.0.1:", "[::1]:"))

    def push(self, message: bytes) -> None:
        """Send what no request has asked for; after the reply of the one that is running."""
        if self.unusual & Unusual.RUNNING:
            self.held_pushes.append(message)
        elif not self.unusual & Unusual.CLOSING:
            self.output.append(message)
            self.transport.pushed(len(message))

    def take_pushes(self) -> bytes:
        """What was pushed while its request is running: it goes into the reply."""
        messages, self.held_pushes = self.held_pushes, []
        return b"".join(messages)

    def release_pushes(self) -> None:
        """Its request has been answered: now what was pushed meanwhile."""
        messages, self.held_pushes = self.held_pushes, []
        for message in messages:
            self.push(message)
