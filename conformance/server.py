"""The server under test for a whole run: connections kept between tests, health, cleanliness."""

from __future__ import annotations

import contextlib
import re
import time
from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure, Leak, TargetFailure
from conformance.targets.probe import probe
from conformance.wire.client import DEFAULT_TIMEOUT, Client
from conformance.wire.decoder import ProtocolViolation
from conformance.wire.exchange import Log
from conformance.wire.transport import Closed, NoReply
from conformance.wire.values import Array, Bulk, Integer, Value, Verbatim, error_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from conformance.targets.base import Target
    from conformance.targets.identity import Identity
    from conformance.wire.address import Address
    from conformance.wire.encoder import Argument

HEALTH_SECONDS = 3.0
IDLE_LIMIT = 8

_CLIENT_ID = re.compile(rb"^id=(\d+) ", re.MULTILINE)

BROKEN = (Closed, NoReply, ProtocolViolation, OSError)


class Server:
    """A started target with its identity, a control connection and a pool of idle ones.

    `side` is `target` or `against`. The control connection speaks RESP2; tests never send by it
    what they are about. `patience` is how long a test waits for a reply, in seconds.
    """

    def __init__(self, target: Target, side: str = "target") -> None:
        self.target = target
        self.side = side
        self.patience = DEFAULT_TIMEOUT
        self.restarts = 0
        self.address: Address = target.start()
        try:
            self.identity: Identity = probe(self.address, owned=target.owned)
        except BaseException:
            target.stop()
            raise
        self._idle: list[Client] = []
        self._returning: list[Client] = []
        self._open_control()
        self._config: dict[bytes, bytes] = {}
        self._config_raw = b""
        self._users: list[bytes] = []
        self._users_raw = b""
        self._learn_config()
        self._learn_users()

    # -- connections --------------------------------------------------------------------------

    def _open_control(self) -> None:
        self.control = self._connect("control", self.target.nearby)
        self.control.log = Log(limit=20)

    def _connect(self, name: str, address: Address | None = None) -> Client:
        try:
            client = Client.connect(address or self.address, name)
        except OSError as error:
            raise TargetFailure(f"cannot connect: {error}\n{self.target.last_words()}") from error
        # The pool tells its own connections from a test's forgotten ones by their ids.
        reply = client.call("CLIENT", "ID")
        client.client_id = reply.value if isinstance(reply, Integer) else None
        if self.address.db is not None:
            client.call("SELECT", self.address.db)
        return client

    def has(self, *capabilities: str) -> bool:
        """Whether the server has all these capabilities."""
        return all(one in self.identity.capabilities for one in capabilities)

    def acquire(self, name: str, protocol: int | None) -> Client:
        """A connection as new: RESP2, or RESP3 negotiated; None: as a server gives it."""
        client = self._reuse(protocol or 2) or self._connect(name)
        client.name = name
        client.timeout = self.patience
        if protocol is not None and protocol != client.protocol:
            reply = client.call("HELLO", protocol)
            if error_line(reply) is not None:
                raise TargetFailure(f"HELLO {protocol} is answered {reply}")
        return client

    def _reuse(self, protocol: int) -> Client | None:
        """A kept connection of that protocol that the server has not closed meanwhile."""
        while found := [client for client in self._idle if client.protocol == protocol]:
            client = found[-1]
            self._idle.remove(client)
            try:
                if client.quiet() is None:
                    return client
            except BROKEN:
                pass
            client.close()
        return None

    def release(self, client: Client) -> None:
        """Take a connection back: kept if RESET makes it as new, closed otherwise.

        The answer is waited for together with those to what `clean` asks.
        """
        client.observer = None
        lost = client.transport.ended or client.owing or client.spared
        reusable = self.has("reset") and not lost
        if not reusable or len(self._idle) + len(self._returning) >= IDLE_LIMIT:
            client.close()
            return
        client.log = Log(limit=4)
        client.timeout = HEALTH_SECONDS
        try:
            client.begin_reset()
        except BROKEN:
            client.close()
            return
        self._returning.append(client)

    def _keep_returned(self) -> None:
        """Keep the connections that have been made as new."""
        for client in self._returning:
            try:
                renewed = client.end_reset()
                if self.address.db is not None:
                    client.call("SELECT", self.address.db)
            except BROKEN:
                renewed = False
            if renewed:
                self._idle.append(client)
            else:
                client.close()
        self._returning.clear()

    # -- cleanliness --------------------------------------------------------------------------

    def _read_config(self) -> dict[bytes, bytes]:
        return _pairs(self.control.call("CONFIG", "GET", "*"))

    def _learn_config(self) -> None:
        """Remember the configuration, also as the bytes that tell it."""
        self.control.send("CONFIG", "GET", "*")
        decoded = self.control.receive_with_bytes()
        self._config, self._config_raw = _pairs(decoded.value), decoded.raw

    def _learn_users(self) -> None:
        """Remember the users, also as the bytes that tell them."""
        if self._knows_users:
            self.control.send("ACL", "LIST")
            decoded = self.control.receive_with_bytes()
            self._users, self._users_raw = _lines(decoded.value), decoded.raw

    @property
    def _knows_users(self) -> bool:
        return self.has("whole-server") and bool({"acl", "acl|list"} & self.identity.commands)

    def restoring(self, parameters: Iterable[str]) -> list[list[Argument]]:
        """The commands that set parameters back to what they were when the run began."""
        before = ((name, self._config.get(name.encode())) for name in parameters)
        return [["CONFIG", "SET", name, value] for name, value in before if value is not None]

    def flush(self) -> None:
        """Empty the keyspace in the middle of a test."""
        self.control.call(*self.flushing)

    @property
    def flushing(self) -> list[bytes]:
        """The command that empties the part of the keyspace that is ours."""
        return [b"FLUSHALL"] if self.has("whole-server") else [b"FLUSHDB"]

    def clean(self, own_clients: frozenset[int], undo: Sequence[Sequence[Argument]] = ()) -> None:
        """Empty the keyspace and look for what a test left behind. Raises Leak, TargetFailure.

        `own_clients` are connections that may still be open besides the pool's; `undo` are
        commands to send before.
        """
        try:
            leaks = self._leaks(own_clients, undo)
        except BROKEN as error:
            self.revive(error)
            raise AssertionError("revive always raises") from error
        if leaks:
            raise Leak("left behind: " + "; ".join(leaks))

    def _leaks(self, own_clients: frozenset[int], undo: Sequence[Sequence[Argument]]) -> list[str]:
        whole = self.has("whole-server")
        self.control.send_many(
            [
                *undo,
                self.flushing,
                ["INFO", "keyspace"] if whole else ["DBSIZE"],
                ["CONFIG", "GET", "*"],
                ["CLIENT", "LIST"],
                ["PUBSUB", "CHANNELS"],
                ["PUBSUB", "NUMPAT"],
                *([["ACL", "LIST"]] if self._knows_users else []),
            ],
        )
        self._keep_returned()
        for _ in undo:
            self.control.receive()
        emptied, keyspace = self.control.receive(), self.control.receive()
        # Several hundred parameters, every time: decoded only if their bytes have changed.
        config = self.control.receive_known(self._config_raw)
        clients, channels, patterns = (self.control.receive() for _ in range(3))
        users = self.control.receive_known(self._users_raw) if self._knows_users else None
        leaks = [] if users is None else self._user_leaks(_lines(users))
        if error_line(emptied) is not None:
            leaks.append(f"the keyspace can't be emptied: {emptied}")
        elif keyspace != Integer(0) and b"db" in _data(keyspace):
            leaks.append(f"keys after {'FLUSHALL' if whole else 'FLUSHDB'}: {_data(keyspace)!r}")
        if config is not None:
            leaks += self._config_leaks(_pairs(config))
        if self._strangers(clients, own_clients) or _listened_to(channels, patterns):
            # What was closed or reset just now may have been listed as it was.
            leaks += self._client_leaks(own_clients)
            channels, patterns = self.control.pipeline(
                [["PUBSUB", "CHANNELS"], ["PUBSUB", "NUMPAT"]]
            )
            leaks += _listened_to(channels, patterns)
        return leaks

    def _config_leaks(self, now: dict[bytes, bytes]) -> list[str]:
        if now == self._config or not self._config:
            return []
        changed = sorted(name for name in now if now[name] != self._config.get(name))
        for name in changed:
            self.control.call("CONFIG", "SET", name, self._config.get(name, b""))
        return [
            f"config {name.decode()} = {now[name]!r} (was {self._config.get(name)!r})"
            for name in changed
        ]

    def _user_leaks(self, now: list[bytes]) -> list[str]:
        """Users that were made, changed or deleted; undoes that."""
        for line in now:
            self.control.call("ACL", "DELUSER", line.split(b" ")[1])  # the default user stays
        for line in self._users:
            _, name, *rules = line.split(b" ")
            self.control.call("ACL", "SETUSER", name, "reset", *rules)
        left = [line for line in now if line not in self._users]
        gone = [line for line in self._users if line not in now]
        return [f"{line.decode('latin1')!r}" for line in left] + [
            f"no more {line.decode('latin1')!r}" for line in gone
        ]

    def _strangers(self, listing: Value, own: frozenset[int]) -> list[dict[str, str]]:
        """Connections that are neither the pool's nor among `own`."""
        if not self.has("client-list", "whole-server") or not self.target.owned:
            return []
        known = {client.client_id for client in (*self._idle, self.control)} | own
        data = _data(listing)
        if known.issuperset(map(int, _CLIENT_ID.findall(data))):  # as ever but for a leak
            return []
        return [entry for entry in parse_client_list(data) if int(entry["id"]) not in known]

    def _client_leaks(self, own: frozenset[int]) -> list[str]:
        """Strangers that are still there when the server has had time to see them closed.

        A closed socket is noticed in the server's next turn, so asking again is enough; the bound
        is for a server under load.
        """
        deadline = time.monotonic() + HEALTH_SECONDS
        while True:
            strangers = self._strangers(self.control.call("CLIENT", "LIST"), own)
            if not strangers:
                return []
            if time.monotonic() > deadline:
                for entry in strangers:
                    self.control.call("CLIENT", "KILL", "ID", entry["id"])
                return [
                    f"client {e.get('addr')} {e.get('name')} cmd={e.get('cmd')}" for e in strangers
                ]

    # -- health -------------------------------------------------------------------------------

    def alive(self) -> bool:
        """Whether it answers PING on a new connection."""
        try:
            client = Client.connect(self.address, "health", timeout=HEALTH_SECONDS)
        except OSError:
            return False
        try:
            client.call("PING", timeout=HEALTH_SECONDS)
        except BROKEN:
            return False
        finally:
            client.close()
        return True

    def revive(self, why: BaseException) -> None:
        """Restart a server of ours that died or hangs; always raises TargetFailure.

        A server that answers on a new connection is kept, with new connections.
        """
        words = self.target.last_words()
        healthy = self.alive()
        self.drop_connections()
        if not healthy:
            if not self.target.owned:
                raise TargetFailure(f"it does not answer any more: {why}")
            self.restart()
            raise TargetFailure(f"died or hung ({why}); restarted. Its last words:\n{words}")
        self._open_control()
        self._config_leaks(self._read_config())
        raise TargetFailure(f"closed or broke the control connection: {why}")

    def restart(self) -> None:
        """Stop and start it anew. Raises HarnessFailure."""
        self.drop_connections()
        self.target.stop()
        self.restarts += 1
        self.address = self.target.start()
        self._open_control()
        self._learn_config()  # port and directory are others now

    def drop_connections(self) -> None:
        """Close the idle connections and the control connection."""
        for client in (*self._idle, *self._returning, self.control):
            with contextlib.suppress(OSError):
                client.close()
        self._idle.clear()
        self._returning.clear()

    def close(self) -> None:
        """The end of the run."""
        self.drop_connections()
        self.target.stop()


def refuse_if_in_use(server: Server, *, allowed: bool) -> None:
    """Guard other people's data: a foreign server with keys in it is not emptied unasked."""
    if server.target.owned or allowed:
        return
    if server.has("whole-server"):
        occupied = b"db" in _data(server.control.call("INFO", "keyspace"))
    else:
        occupied = server.control.call("DBSIZE") != Integer(0)
    if occupied:
        raise HarnessFailure(
            f"{server.target.text} holds keys and the suite would delete them; "
            "empty it, give an empty database (tcp://host:port/db), or say --flush",
        )


def parse_client_list(data: bytes) -> list[dict[str, str]]:
    """The lines of CLIENT LIST as mappings."""
    return [
        dict(field.split("=", 1) for field in line.split(" ") if "=" in field)
        for line in data.decode("latin1").splitlines()
        if line
    ]


def _listened_to(channels: Value, patterns: Value) -> list[str]:
    """What PUBSUB tells of subscriptions that are left."""
    told = []
    if isinstance(channels, Array) and channels.items:
        told.append(f"subscribed channels: {channels}")
    if isinstance(patterns, Integer) and patterns.value:
        told.append(f"{patterns.value} subscribed patterns")
    return told


def _data(value: Value) -> bytes:
    match value:
        case Bulk(data) | Verbatim(_, data):
            return data
    return b""


def _pairs(value: Value) -> dict[bytes, bytes]:
    if not isinstance(value, Array):
        return {}
    texts = [_data(item) for item in value.items]
    return dict(zip(texts[::2], texts[1::2], strict=False))


def _lines(value: Value) -> list[bytes]:
    """The texts of an array; none of what isn't one."""
    return [_data(item) for item in value.items] if isinstance(value, Array) else []
