"""Clients' connections: accepting, reading requests, writing replies, closing."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from refimpl.reactor.poller import READABLE, WRITABLE
from refimpl.resp.parser import RequestLimits, RequestParser
from refimpl.session.access.login import log_out
from refimpl.session.blocking import stop_waiting
from refimpl.session.call import Call
from refimpl.session.client import Client, Unusual
from refimpl.session.watching import unwatch
from refimpl.table import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.execute.pipeline import Pipeline
    from refimpl.reactor.network import Connection, Listener
    from refimpl.session.log import Log
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv

READ_SIZE: Final = 64 * 1024
"""The most bytes of one read."""

_OUTPUT_BUFFER: Final = 16 * 1024
"""Bytes of output that a real server keeps room for: its limits are about what goes beyond."""


def send_waiting(
    unsent: deque[bytes | memoryview], send: Callable[[bytes | memoryview], int]
) -> bool:
    """Send what waits, in order, and tell whether nothing is left to be sent.

    `send` says how many bytes were taken, -1 when the connection is broken and nothing is sent any
    more.
    """
    while unsent:
        data = unsent[0]
        sent = send(data)
        if sent < len(data):
            if sent > 0:
                unsent[0] = memoryview(data)[sent:]
            return False
        unsent.popleft()
    return True


class Link:
    """Ties a client to its connection."""

    __slots__ = ("_networking", "_pushed", "_unsent", "client", "connection", "unsent", "watching")

    def __init__(self, networking: Networking, client: Client, connection: Connection) -> None:
        self._networking = networking
        self.client = client
        self.connection = connection
        self.unsent: deque[bytes | memoryview] = deque()
        """Output that the connection had no room for, in order."""
        self._unsent = 0
        """Bytes of ``unsent``."""
        self._pushed = 0
        """Bytes that were pushed since the output was sent the last time."""
        self.watching = False
        """Whether the loop tells when there is room again."""

    @property
    def io_thread(self) -> int:
        """The number of the thread that reads and writes for the client; 0: the main thread."""
        return 0

    def open(self) -> None:
        """Begin to read requests."""
        self._networking.server.loop.add_file(self.client.fd, READABLE, self.on_readable)

    def unsent_bytes(self) -> int:
        """How much output waits in all."""
        return self._unsent + sum(map(len, self.client.output))

    def on_readable(self) -> None:
        """Requests have come, or the end."""
        networking = self._networking
        client = self.client
        try:
            data = self.connection.recv(READ_SIZE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        server = networking.server
        statistics = server.statistics
        statistics.reads += 1
        if not data:
            self.close()
            return
        statistics.input_bytes += len(data)
        client.bytes_in += len(data)
        client.last_active = server.moment.second
        parser = client.parser
        # Before it has authenticated, each request may be the one by which it does.
        one_by_one = not parser.authenticated
        self._obey(parser.feed(data), one_by_one)

    def _obey(self, requests: list[Argv], one_by_one: bool) -> None:
        """Execute requests that were read; ``one_by_one``: the parser gave no more than one."""
        networking = self._networking
        client = self.client
        parser = client.parser
        while requests:
            networking.pipeline.process(client, requests)
            if not one_by_one or client.unusual & Unusual.CLOSING:
                break
            one_by_one = not parser.authenticated
            requests = parser.feed(b"")
        if parser.error is not None:
            self._reject_protocol(parser.error)
        elif not requests and parser.buffered > networking.server.config.client_query_buffer_limit:
            networking.server.statistics.query_limit_disconnections += 1
            networking.log.warning(
                "Closing client that reached max query buffer length: "
                f"id={client.id} addr={client.address}"
            )
            self.close()

    def _reject_protocol(self, text: bytes) -> None:
        client = self.client
        if client.unusual & Unusual.CLOSING:
            return
        self._networking.log.verbose(
            f"Protocol error ({text.decode('latin-1')}) from client: addr={client.address}"
        )
        client.output.append(b"-" + text + b"\r\n")
        self._networking.server.statistics.count_error(client.output[-1])
        client.unusual |= Unusual.CLOSING
        client.pending = None
        self.queue()

    def hold(self) -> None:
        """Read no requests for now."""
        self._networking.server.loop.remove_file(self.connection.fileno(), READABLE)

    def release(self) -> None:
        """Read requests again, unless the connection was closed meanwhile."""
        server = self._networking.server
        if self.client.id in server.clients:
            server.loop.add_file(self.connection.fileno(), READABLE, self.on_readable)

    def queue(self) -> None:
        """Send the output before the loop sleeps."""
        client = self.client
        if not client.queued_for_write:
            client.queued_for_write = True
            self._networking.server.pending_writes.append(client)

    def flush(self) -> None:
        """Send as much output as there is room for."""
        client = self.client
        client.queued_for_write = False
        self._pushed = 0
        output = client.output
        if output:
            data = output[0] if len(output) == 1 else b"".join(output)
            output.clear()
            if self.unsent:
                self.unsent.append(data)
                self._unsent += len(data)
                self._check_limits(self._unsent)
                return
            sent = self._send(data)
            if sent < len(data):
                if sent < 0:
                    return
                self.unsent.append(memoryview(data)[sent:])
                self._unsent = len(data) - sent
                self._await_room()
                self._check_limits(self._unsent)
                return
        if client.unusual & Unusual.CLOSING and not self.unsent:
            self.close()

    def _send(self, data: bytes | memoryview) -> int:
        """How many bytes the connection took; -1 when it is broken, and closed by now."""
        try:
            sent = self.connection.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            self.close()
            return -1
        statistics = self._networking.server.statistics
        statistics.writes += 1
        statistics.output_bytes += sent
        self.client.bytes_out += sent
        return sent

    def on_writable(self) -> None:
        """There is room again."""
        if not send_waiting(self.unsent, self._send_unsent):
            return
        self.client.over_soft_limit_since = 0
        self.client.last_active = self._networking.server.moment.second
        self._stop_watching()
        if self.client.unusual & Unusual.CLOSING and not self.client.output:
            self.close()

    def _send_unsent(self, data: bytes | memoryview) -> int:
        sent = self._send(data)
        if sent > 0:
            self._unsent -= sent
        return sent

    def _await_room(self) -> None:
        if not self.watching:
            self.watching = True
            self._networking.server.loop.add_file(
                self.connection.fileno(), WRITABLE, self.on_writable
            )

    def _stop_watching(self) -> None:
        if self.watching:
            self.watching = False
            self._networking.server.loop.remove_file(self.connection.fileno(), WRITABLE)

    def pushed(self, size: int) -> None:
        """So many bytes were added to the output although no request asked for them.

        Others can push as much as they like before it is this client's turn to be sent anything,
        so the limit is looked at here too: for what doesn't fit in the buffer of a real server.
        """
        self.queue()
        self._pushed += size
        beyond = self._unsent + self._pushed - _OUTPUT_BUFFER
        if beyond > 0:
            self._check_limits(beyond)

    def _check_limits(self, waiting: int) -> None:
        """Close when more output waits than client-output-buffer-limit allows."""
        networking = self._networking
        server = networking.server
        client = self.client
        kind = b"pubsub" if client.unusual & Unusual.SUBSCRIBED else b"normal"
        hard, soft, seconds = networking.output_limits[kind]
        if not (hard or soft):
            return
        over = bool(hard and waiting >= hard)
        if soft and waiting >= soft:
            if not client.over_soft_limit_since:
                client.over_soft_limit_since = server.moment.second
            over |= server.moment.second - client.over_soft_limit_since > seconds
        else:
            client.over_soft_limit_since = 0
        if over:
            server.statistics.output_limit_disconnections += 1
            networking.log.warning(
                f"Client id={client.id} addr={client.address} closed for overcoming of output "
                "buffer limits."
            )
            self.close()

    def check_limits(self) -> None:
        """Close when too much output has waited for too long; called now and then."""
        if self.unsent:
            self._check_limits(self._unsent)

    def close(self) -> None:
        """Close the connection now and forget the client; again does nothing."""
        server = self._networking.server
        client = self.client
        if server.clients.pop(client.id, None) is None:
            return
        if client.blocking is not None:
            stop_waiting(client, server)
        server.discard_transaction(client)
        unwatch(client)
        if client.subscriptions is not None:
            server.hub.forget(client)
        server.tracking.disable(client)
        server.monitors.remove(client)
        client.unusual |= Unusual.CLOSING
        client.pending = None
        client.output.clear()
        self._disconnect()
        server.departed.append(client)

    def _disconnect(self) -> None:
        self.unsent.clear()
        self._unsent = 0
        self.watching = False
        self._networking.server.loop.remove_file(self.connection.fileno(), READABLE | WRITABLE)
        self.connection.close()


class Networking:
    """All listeners and links of a server."""

    def __init__(self, server: ServerState, pipeline: Pipeline, log: Log) -> None:
        self.server = server
        self.pipeline = pipeline
        self.log = log
        self.listeners: list[Listener] = []
        self.output_limits = server.config.output_limits()
        self.request_limits = RequestLimits(server.config.proto_max_bulk_len)
        self.make_link: Callable[[Networking, Client, Connection], Link] = Link

    def listen(self, listener: Listener) -> None:
        """Accept who connects there."""
        self.listeners.append(listener)
        self.server.loop.add_file(listener.fileno(), READABLE, self._accepting(listener))

    def stop_listening(self, listeners: list[Listener]) -> None:
        """Let nobody connect there any more; who is connected stays."""
        for listener in listeners:
            self.listeners.remove(listener)
            self.server.loop.remove_file(listener.fileno(), READABLE)
            listener.close()

    def _accepting(self, listener: Listener) -> Callable[[], None]:
        def accept() -> None:
            for _ in range(self.server.config.max_new_connections_per_cycle):
                try:
                    connection = listener.accept()
                except BlockingIOError:
                    return
                except OSError as error:
                    self.log.warning(f"Accepting client connection: {error.strerror}")
                    return
                self._welcome(connection)

        return accept

    def _welcome(self, connection: Connection) -> None:
        server = self.server
        config = server.config
        refusal = None
        address = connection.peername()
        if len(server.clients) >= config.maxclients:
            refusal = errors.MAX_CLIENTS
        elif config.protected_mode and server.users.default.no_password and not address.is_local:
            refusal = errors.PROTECTED_MODE
        if refusal is not None:
            server.statistics.rejected_connections += 1
            try:
                connection.send(refusal)
            except OSError:
                self.log.verbose("A refused client was gone before it could be told.")
            connection.close()
            return
        client = Client(server.next_client_id, server.moment.second)
        server.next_client_id += 1
        client.fd = connection.fileno()
        client.address = str(address)
        client.local_address = str(connection.sockname())
        client.unix = address.is_unix
        client.call = Call(server, client)
        client.parser = RequestParser(self.request_limits)
        log_out(client, server)
        link = self.make_link(self, client, connection)
        client.transport = link
        if config.tcp_keepalive:
            connection.set_keepalive(config.tcp_keepalive)
        server.clients[client.id] = client
        server.statistics.connections += 1
        link.open()

    def flush_all(self) -> None:
        """Send what has been replied; before the loop sleeps."""
        pending = self.server.pending_writes
        if pending:
            clients = pending[:]
            pending.clear()
            for client in clients:
                client.transport.flush()

    def close(self) -> None:
        """Stop listening and close all connections, with a last try to send what is due."""
        self.flush_all()
        self.stop_listening(self.listeners[:])
        for client in list(self.server.clients.values()):
            client.transport.close()
