"""What a test is given: connections, configuration, expectations; and the tidying up after it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from conformance.blame import Difference, TargetFailure
from conformance.compare.errors import ErrorBook
from conformance.compare.expect import differs
from conformance.compare.mismatch import Context, Mismatch
from conformance.server import parse_client_list
from conformance.wire.decoder import ProtocolViolation
from conformance.wire.exchange import Exchange, Log
from conformance.wire.render import render
from conformance.wire.transport import Closed, NoReply
from conformance.wire.values import Bulk, Value, Verbatim, error_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conformance.server import Server
    from conformance.targets.identity import Identity
    from conformance.wire.client import Client, Observer
    from conformance.wire.encoder import Argument
    from spec.model.load import Spec

SETTLE_SECONDS = 2.0
LONGEST_PAUSE = 0.004


class Arena:
    """One test's place on one server, in one protocol.

    Connections are made as new on first use, by name. Everything sent and received is in `log`,
    and every reply passes the `observer` first, which compares it with the spec. `debugged` makes
    `finish` undo what DEBUG may have switched off. A test whose replies depend on what the spec
    leaves open sets `comparable` to False: another server's may differ.
    """

    def __init__(
        self, server: Server, spec: Spec, protocol: int, observer: Observer | None
    ) -> None:
        self.server = server
        self.spec = spec
        self.protocol = protocol
        self.log = Log()
        self.captured: dict[str, Value] = {}
        self.book = ErrorBook(spec)
        self._observer = observer
        self._clients: dict[str, Client] = {}
        self._changed: dict[str, str] = {}
        self._users: dict[str, None] = {}
        self._step = ""
        self.debugged = False
        self.comparable = True
        self.patience = server.patience
        """How long a reply is waited for, in seconds."""

    @property
    def identity(self) -> Identity:
        """Who the server is."""
        return self.server.identity

    # -- connections --------------------------------------------------------------------------

    def client(self, name: str = "main", *, negotiate: bool = True) -> Client:
        """The connection of that name, in the test's protocol unless `negotiate` is false."""
        client = self._clients.get(name)
        if client is None:
            client = self.server.acquire(name, self.protocol if negotiate else None)
            client.log = self.log
            client.timeout = self.patience
            client.observer = self._observer
            client.context = {}
            self._clients[name] = client
        return client

    def adopt(self, client: Client) -> None:
        """Compare the replies of another server of this kind with the spec, too."""
        client.log = self.log
        client.observer = self._observer
        client.context = {}

    def disconnect(self, name: str) -> None:
        """Close the connection of that name; the next use of the name makes another."""
        self._clients.pop(name).close()

    def forget(self, name: str) -> None:
        """The server has closed that connection as it should: the name is free again."""
        self._clients.pop(name).close()

    @property
    def control(self) -> Client:
        """A connection beside the test's own, neither logged nor checked."""
        return self.server.control

    def configure(self, parameters: dict[str, str]) -> None:
        """CONFIG SET for this test only. Raises Difference if the server refuses."""
        for name, value in parameters.items():
            self._changed[name] = value
            reply = self.control.call("CONFIG", "SET", name, value)
            line = error_line(reply)
            if line is not None:
                raise Difference(
                    sent=f"CONFIG SET {name} {value}",
                    expected='simple "OK"',
                    received=render(reply),
                    step="configuration",
                )

    def user(self, name: str, *rules: str) -> None:
        """Make a user for this test, or give one new rules; none has a password."""
        self._users[name] = None
        reply = self.control.call("ACL", "SETUSER", name, "reset", "on", "nopass", *rules)
        line = error_line(reply)
        if line is not None:
            raise Difference(
                sent=f"ACL SETUSER {name} reset on nopass {' '.join(rules)}",
                expected='simple "OK"',
                received=render(reply),
                step="users",
            )

    # -- expectations -------------------------------------------------------------------------

    def at(self, step: str) -> None:
        """Name the step that the test is at, for failures."""
        self._step = step

    @property
    def step(self) -> str:
        """The step named last."""
        return self._step

    def context(self, argv: Sequence[bytes]) -> Context:
        """What comparing a reply to `argv` has to know."""
        return Context(self.protocol, self.book, self.spec.lookup(list(argv)), tuple(argv))

    def expect(self, form: Any, *argv: Argument, client: str = "main") -> Value:
        """Send a command and compare its reply with a written-down one."""
        connection = self.client(client)
        exchange = connection.send(*argv)
        return self.expect_reply(form, client, exchange)

    def expect_error(self, error: Any, *argv: Argument, client: str = "main") -> Value:
        """Send a command and expect an error: an id, `{id: …, …}` or `{line: …}`."""
        return self.expect({"error": error}, *argv, client=client)

    def expect_late_error(self, clause: str, argv: Sequence[bytes]) -> Value:
        """Send a call with a word that is converted after the keys were looked at: any error.

        Which one, the observer has checked.
        """
        connection = self.client()
        exchange = connection.send(*argv)
        value = connection.receive()
        if error_line(value) is None:
            raise self.difference(Mismatch(f"the error of {clause}", value), exchange)
        return value

    def expect_reply(
        self,
        form: Any,
        client: str = "main",
        exchange: Exchange | None = None,
        *,
        push: bool = False,
        timeout: float | None = None,
    ) -> Value:
        """Wait for a reply (or push) and compare it."""
        connection = self.client(client)
        value = connection.receive_push(timeout) if push else connection.receive(timeout)
        argv = exchange.argv if exchange is not None and exchange.argv else ()
        bad = differs(form, value, self._context_of(connection, argv), self.captured)
        if bad is not None:
            raise self.difference(bad, exchange)
        return value

    def _context_of(self, connection: Client, argv: Sequence[bytes]) -> Context:
        """The connection's own protocol decides: a test may have changed it with HELLO."""
        return Context(connection.protocol, self.book, self.spec.lookup(list(argv)), tuple(argv))

    def difference(
        self, bad: Mismatch, exchange: Exchange | None = None, note: str = ""
    ) -> Difference:
        """The failure to raise; it also marks the exchange."""
        where = f" at {bad.where}" if bad.where else ""
        if exchange is not None:
            exchange.expected = bad.expected + where
            exchange.verdict = note or "differs"
        return Difference(
            sent=exchange.sent_text() if exchange is not None else "",
            expected=bad.expected + where,
            received=bad.received,
            step=self._step,
            note=note,
        )

    def call(self, *argv: Argument, client: str = "main") -> Value:
        """Send a command, give its reply, whatever it is (the observer still checks it)."""
        return self.client(client).call(*argv)

    # -- waiting without sleeping ---------------------------------------------------------------

    def settle(self, name: str) -> None:
        """Wait until the server has taken the command that was sent without an answer.

        It has when the client is listed as blocked, or when its answer is there. Whether it should
        block is for the test to say.
        """
        client = self.client(name)
        deadline = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < deadline:
            if client.quiet() is not None or self.is_blocked(client):
                return

    def is_blocked(self, client: Client) -> bool:
        """Whether CLIENT LIST shows the connection as blocked."""
        listing = self.control.call("CLIENT", "LIST", "ID", client.client_id or 0)
        match listing:
            case Bulk(data) | Verbatim(_, data):
                entries = parse_client_list(data)
                return bool(entries) and "b" in entries[0].get("flags", "")
        return False

    def until(
        self,
        condition: Callable[[], bool],
        seconds: float = SETTLE_SECONDS,
        what: str = "the condition",
    ) -> None:
        """Ask again until it holds. Raises Difference when it still doesn't after `seconds`.

        First at once, then some hundred times a second: other workers and servers want to run.
        """
        deadline = time.monotonic() + seconds
        pause = 0.0001
        while not condition():
            if time.monotonic() > deadline:
                raise Difference(
                    expected=f"{what} within {seconds:g} s", received="not so", step=self._step
                )
            time.sleep(pause)
            pause = min(1.5 * pause, LONGEST_PAUSE)

    # -- the end ------------------------------------------------------------------------------

    def translate(self, error: BaseException) -> BaseException:
        """What a broken exchange means: a difference while the server lives, else its death."""
        if isinstance(error, ProtocolViolation):
            return TargetFailure(f"protocol violation: {error}")
        if not isinstance(error, NoReply | Closed | ConnectionError):
            return error
        if not self.server.alive():
            return TargetFailure(f"{error}; the server does not answer on a new connection")
        last = self.log.last
        return Difference(
            sent=last.sent_text() if last is not None else "",
            expected="a reply",
            received=str(error),
            step=self._step,
        )

    def finish(self) -> None:
        """Give connections back, restore the configuration, look for leaks.

        Raises Leak or TargetFailure.
        """
        for client in self._clients.values():
            self.server.release(client)
        self._clients.clear()
        undo = self.server.restoring(self._changed)
        if self._users:
            undo.append(["ACL", "DELUSER", *self._users])
        if self.debugged:
            undo.append(["DEBUG", "SET-ACTIVE-EXPIRE", "1"])
        self.server.clean(frozenset(), undo)
