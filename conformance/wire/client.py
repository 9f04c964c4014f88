"""One connection as tests use it: commands out, values in, everything logged and checked."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from conformance.wire.encoder import Argument, encode, to_bytes
from conformance.wire.exchange import Exchange, Log
from conformance.wire.transport import NoReply, Transport
from conformance.wire.values import Array, Bulk, Push, Simple, Value, error_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.wire.address import Address
    from conformance.wire.decoder import Decoded

DEFAULT_TIMEOUT = 5.0


class Observer(Protocol):
    """Sees every exchange of a client; may raise to fail the test."""

    def observe(self, client: Client, exchange: Exchange, value: Value) -> None:
        """`value` has just been received as (part of) the answer to `exchange`."""


class Client:
    """A named connection.

    `protocol` is what was negotiated (2 or 3); the client follows HELLO by itself. Pushes are kept
    apart from replies: `receive` gives replies, `receive_push` pushes, whichever comes first.
    `spared` says that NO-EVICT was used, which RESET leaves as it is until Redis 7.2.
    """

    __slots__ = (
        "_kept_protocol",
        "_listening",
        "_pushes",
        "_replies",
        "_waiting",
        "client_id",
        "context",
        "log",
        "name",
        "observer",
        "protocol",
        "spared",
        "timeout",
        "transport",
    )

    def __init__(
        self,
        transport: Transport,
        name: str = "main",
        log: Log | None = None,
        observer: Observer | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> None:
        self.transport = transport
        self.name = name
        self.log = log if log is not None else Log()
        self.observer = observer
        self.timeout = timeout
        self.protocol = self._kept_protocol = 2
        self._listening: dict[bytes, set[bytes]] = {b"": set(), b"p": set(), b"s": set()}
        self.client_id: int | None = None
        self.spared = False
        self.context: dict[str, object] = {}
        self._waiting: deque[Exchange] = deque()
        self._replies: deque[Value] = deque()
        self._pushes: deque[Value] = deque()

    @classmethod
    def connect(cls, address: Address, name: str = "main", timeout: float = 5.0) -> Client:
        """A client on a new connection, speaking RESP2. Raises OSError."""
        return cls(Transport.connect(address, timeout), name, timeout=timeout)

    # -- sending ------------------------------------------------------------------------------

    def send(self, *argv: Argument) -> Exchange:
        """Send one command without waiting."""
        return self.send_many([argv])[0]

    def send_many(self, commands: Sequence[Sequence[Argument]]) -> list[Exchange]:
        """Send a pipeline in one go."""
        sent = []
        for argv in commands:
            command = tuple(to_bytes(argument) for argument in argv)
            exchange = self.log.add(Exchange(self.name, command))
            self._waiting.append(exchange)
            sent.append(exchange)
        self.transport.send(b"".join(encode(argv) for argv in commands), self.timeout)
        return sent

    def send_raw(self, data: bytes) -> Exchange:
        """Send bytes as they are; replies to them are logged with them."""
        exchange = self.log.add(Exchange(self.name, None, data))
        self._waiting.append(exchange)
        self.transport.send(data, self.timeout)
        return exchange

    # -- receiving ----------------------------------------------------------------------------

    def _arrived(self, value: Value) -> None:
        """Log `value` with what it answers, put it in its queue, show it to the observer."""
        head = _first_word(value)
        if self._is_push(value, head):
            exchange = self.log.add(Exchange(self.name))
            queue = self._pushes
        else:
            exchange = self._answered(head)
            queue = self._replies
        exchange.values.append(value)
        queue.append(value)
        self._follow(exchange, value, head)
        if self.observer is not None:
            self.observer.observe(self, exchange, value)

    def _is_push(self, value: Value, head: bytes) -> bool:
        """Whether `value` answers nothing: a push but for confirmations; RESP2's messages."""
        if isinstance(value, Push):
            return head not in CONFIRMATIONS
        return self.subscribed and isinstance(value, Array) and head in MESSAGES

    def _answered(self, head: bytes) -> Exchange:
        """The exchange that the reply belongs to: the oldest with an answer due."""
        if not self._waiting:
            return self.log.add(Exchange(self.name))
        exchange = self._waiting[0]
        if exchange.argv is None:  # raw bytes may hold any number of commands
            while len(self._waiting) > 1 and self._waiting[1].argv is None:
                self._waiting.popleft()
            return self._waiting[0]
        if not exchange.values and head in CONFIRMATIONS:
            exchange.due = self._confirmations_due(exchange.argv)
        if len(exchange.values) + 1 >= exchange.due:
            self._waiting.popleft()
        return exchange

    def _confirmations_due(self, argv: tuple[bytes, ...]) -> int:
        """How often the call is answered: for each name, or for all that are listened to."""
        name = argv[0].lower()
        if name not in CONFIRMATIONS:
            return 1
        return max(1, len(argv) - 1 if argv[1:] else len(self._listening[_directory(name)]))

    def _follow(self, exchange: Exchange, value: Value, head: bytes) -> None:
        """Keep `protocol` and `subscribed` true."""
        if head in CONFIRMATIONS and isinstance(value, Push | Array):
            self._confirmed(head, value.items[1])
        elif exchange.argv and error_line(value) is None:
            name = exchange.argv[0].upper()
            if name == b"HELLO" and len(exchange.argv) > 1 and not isinstance(value, Simple):
                self.protocol = 3 if exchange.argv[1] == b"3" else 2
            elif name == b"RESET" and isinstance(value, Simple) and value.text == b"RESET":
                self.protocol = 2
                for names in self._listening.values():
                    names.clear()
            elif name == b"CLIENT" and b"NO-EVICT" in map(bytes.upper, exchange.argv[1:2]):
                self.spared = True
            elif name == b"EXEC" and isinstance(value, Array):
                for item in value.items:
                    inner = _first_word(item)
                    if inner in CONFIRMATIONS and isinstance(item, Array | Push):
                        self._confirmed(inner, item.items[1])

    def _confirmed(self, head: bytes, name: Value) -> None:
        """A confirmation tells what is listened to."""
        names = self._listening[_directory(head)]
        if isinstance(name, Bulk):
            (names.discard if b"unsub" in head else names.add)(name.data)

    @property
    def subscribed(self) -> bool:
        """Whether it listens to anything."""
        return any(self._listening.values())

    def receive(self, timeout: float | None = None) -> Value:
        """The next reply. Raises NoReply, Closed, ProtocolViolation, Difference."""
        while not self._replies:
            self._arrived(self.transport.receive(self._limit(timeout)).value)
        return self._replies.popleft()

    def receive_push(self, timeout: float | None = None) -> Value:
        """The next push."""
        while not self._pushes:
            self._arrived(self.transport.receive(self._limit(timeout)).value)
        return self._pushes.popleft()

    def receive_any(self, timeout: float | None = None) -> Value:
        """The next value, reply or push, in the order in which they came unless queued before."""
        while True:
            if self._replies:
                return self._replies.popleft()
            if self._pushes:
                return self._pushes.popleft()
            self._arrived(self.transport.receive(self._limit(timeout)).value)

    def quiet(self, seconds: float = 0.0) -> Value | None:
        """None if nothing is there (and comes within `seconds`), else the value."""
        if self._replies:
            return self._replies[0]
        if self._pushes:
            return self._pushes[0]
        decoded = self.transport.poll() if not seconds else self._receive_or_none(seconds)
        if decoded is None:
            return None
        self._arrived(decoded.value)
        return decoded.value

    def _receive_or_none(self, seconds: float) -> Decoded | None:
        try:
            return self.transport.receive(seconds)
        except NoReply:
            return None

    def _limit(self, timeout: float | None) -> float:
        return self.timeout if timeout is None else timeout

    # -- both ---------------------------------------------------------------------------------

    def call(self, *argv: Argument, timeout: float | None = None) -> Value:
        """Send one command and wait for its reply; HELLO's outcome is remembered."""
        self.send(*argv)
        return self.receive(timeout)

    def pipeline(self, commands: Sequence[Sequence[Argument]]) -> list[Value]:
        """Send all, then wait for one reply each."""
        self.send_many(commands)
        return [self.receive() for _ in commands]

    def receive_with_bytes(self, timeout: float | None = None) -> Decoded:
        """The next value of any kind with the bytes it came as; not after `receive` read ahead."""
        decoded = self.transport.receive(self._limit(timeout))
        self._arrived(decoded.value)
        (self._pushes if self._pushes else self._replies).pop()
        return decoded

    def receive_known(self, raw: bytes) -> Value | None:
        """None if the next reply is exactly these bytes, else the reply; neither is logged.

        Not where pushes may come.
        """
        if self._waiting:
            self._waiting.popleft()
        decoded = self.transport.receive_known(raw, self.timeout)
        return None if decoded is None else decoded.value

    def expect_none(self, exchange: Exchange) -> None:
        """No (further) reply to `exchange` is due."""
        self._waiting = deque(one for one in self._waiting if one is not exchange)

    @property
    def owing(self) -> bool:
        """Whether a reply is still due, or there and unread."""
        return bool(self._waiting or self._replies)

    def begin_reset(self) -> None:
        """Ask for a connection as new, in the protocol that is spoken. Raises NoReply, Closed."""
        self._kept_protocol = self.protocol
        self.send_many([["RESET"]] if self.protocol == 2 else [["RESET"], ["HELLO", self.protocol]])

    def end_reset(self) -> bool:
        """Wait for it; whether it is. Raises NoReply, Closed, ProtocolViolation.

        What was still on its way is dropped. A line that MONITOR sent may have been taken for the
        answer, which then belongs to nothing known: it tells all the same that RESP2 is spoken.
        """
        while self.receive() != Simple(b"RESET"):
            pass
        self.drop_pushes()
        if self._kept_protocol != 2 and error_line(self.receive()) is not None:
            return False
        self.protocol = self._kept_protocol
        return True

    def drop_pushes(self) -> None:
        """Forget pushes that nobody has asked for."""
        self._pushes.clear()

    def close(self) -> None:
        """Close the connection."""
        self.transport.close()


CONFIRMATIONS = frozenset(
    {b"subscribe", b"unsubscribe", b"psubscribe", b"punsubscribe", b"ssubscribe", b"sunsubscribe"},
)
MESSAGES = frozenset({b"message", b"pmessage", b"smessage"})


def _directory(confirmation: bytes) -> bytes:
    """What it is about: nothing for channels, `p` for patterns, `s` for shard channels."""
    return confirmation.removesuffix(b"subscribe").removesuffix(b"un")


def _first_word(value: Value) -> bytes:
    """The first element of an array or push if it is a string, else nothing."""
    if isinstance(value, Array | Push) and value.items and isinstance(value.items[0], Bulk):
        return value.items[0].data
    return b""
