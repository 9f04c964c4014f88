"""What the server does by itself, hz times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.keyspace.expiry import ExpiryCycle
from refimpl.keyspace.field_expiry import FieldExpiryCycle
from refimpl.session.client import Unusual
from refimpl.session.state import Busy

if TYPE_CHECKING:
    from refimpl.execute.pipeline import Pipeline
    from refimpl.observe.rates import Rates
    from refimpl.persistence.snapshots import Snapshots
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState

_CONNECTION = 2048
"""Bytes a connection is counted for that holds nothing."""


def _size_of(client: Client) -> int:
    """Bytes a connection takes, roughly: what it has sent and not yet been sent."""
    size = _CONNECTION + client.parser.buffered + client.transport.unsent_bytes()
    if client.transaction is not None:
        size += sum(len(word) for _, argv in client.transaction.queue for word in argv)
    return size


class Cron:
    """Expires keys, saves them, closes idle clients, checks limits, samples rates."""

    def __init__(
        self, server: ServerState, pipeline: Pipeline, rates: Rates, snapshots: Snapshots
    ) -> None:
        self._server = server
        self._pipeline = pipeline
        self._rates = rates
        self._snapshots = snapshots
        self._cycle = ExpiryCycle(
            server.databases,
            server.moment,
            server.keyspace_statistics,
            server.loop.clock.monotonic_us,
        )
        self._field_cycle = FieldExpiryCycle(
            server.databases, server.environment, server.loop.clock.monotonic_us
        )

    def run(self) -> int:
        """One round; milliseconds to the next."""
        server = self._server
        clock = server.loop.clock
        server.moment.synchronize(clock.monotonic_us() * 1000, clock.wall_us())
        hz = server.config.hz
        if server.cron_paused:
            return max(1000 // hz, 1)
        started = clock.monotonic_us()
        if server.active_expire:
            self._cycle.run(hz, server.config.active_expire_effort)
            self._field_cycle.run(hz)
            server.note_event(b"expire-cycle", (clock.monotonic_us() - started) * 1000)
            if server.environment.ready:
                self._pipeline.serve_ready()
        self._check_clients()
        if server.config.maxmemory_clients:
            self._evict_clients()
        self._snapshots.poll()
        if server.unusual & Busy.TRACKING_FULL:
            server.tracking.enforce_limit()
        server.peers.close_idle(server.moment.second)
        self._rates.sample(clock.monotonic_us())
        server.turns.cron_nsec += (clock.monotonic_us() - started) * 1000
        return max(1000 // hz, 1)

    def _check_clients(self) -> None:
        server = self._server
        while server.departed:
            server.departed.pop().part()
        timeout = server.config.timeout
        now = server.moment.second
        for client in list(server.clients.values()):
            client.transport.check_limits()
            if (
                timeout
                and now - client.last_active > timeout
                and not client.unusual & (Unusual.BLOCKED | Unusual.SUBSCRIBED | Unusual.MONITOR)
            ):
                client.transport.close()

    def _evict_clients(self) -> None:
        """Close connections, the largest first, until all together are below their limit."""
        server = self._server
        limit = server.config.maxmemory_clients
        if limit < 0:
            limit = -limit * server.config.maxmemory // 100  # so many percent
        if not limit:
            return
        sizes = {client: _size_of(client) for client in server.clients.values()}
        excess = sum(sizes.values()) - limit
        for client in sorted(sizes, key=lambda each: -sizes[each]):
            if excess <= 0:
                break
            if not client.spared:
                excess -= sizes[client]
                server.statistics.evicted_clients += 1
                server.log.notice(f"Evicting client: id={client.id} addr={client.address}")
                client.transport.close()
