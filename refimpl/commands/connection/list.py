"""CLIENT LIST and CLIENT INFO: a line of fields for each connection."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from refimpl.session.client import Unusual
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.table.command import Argv
    from refimpl.table.generated.connection import ClientListArgs

TYPES = (b"normal", b"slave", b"replica", b"pubsub", b"master")
"""Kinds of connections that filters know."""

_QUERY_BUFFER = 20474
"""What a real server keeps for the request of an active connection."""


def type_of(client: Client) -> bytes:
    """Which of TYPES a connection is (a replica is "replica")."""
    return b"pubsub" if client.unusual & Unusual.SUBSCRIBED else b"normal"


def known_type(word: bytes) -> bytes:
    """A word of a TYPE filter as one of TYPES, or the error."""
    kind = word.lower()
    if kind not in TYPES:
        raise CommandError(errors.client_type_unknown(word))
    return b"replica" if kind == b"slave" else kind


def _flags(client: Client) -> bytes:
    unusual = client.unusual
    flags = b""
    if unusual & Unusual.MONITOR:
        flags += b"O"
    if unusual & Unusual.SUBSCRIBED:
        flags += b"P"
    if client.transaction is not None:
        flags += b"x"
    if unusual & Unusual.WAITING:
        flags += b"b"
    tracked = client.tracking
    if tracked is not None:
        flags += b"t"
        if tracked.broken:
            flags += b"R"
        if tracked.broadcast:
            flags += b"B"
    if client.dirty_cas:
        flags += b"d"
    if unusual & Unusual.CLOSING:
        flags += b"c"
    if client.unix:
        flags += b"U"
    if client.spared:
        flags += b"e"
    if unusual & Unusual.NO_TOUCH:
        flags += b"T"
    return flags or b"N"


def describe(client: Client, call: Call) -> bytes:
    """The line of one connection, without its end."""
    now = call.moment.second
    transaction = client.transaction
    queued = transaction.queue if transaction is not None else []
    queue_bytes = sum(len(word) for _, argv in queued for word in argv)
    buffered = client.parser.buffered
    unsent = client.transport.unsent_bytes()
    command = client.last_command
    hub = call.server.hub
    fields = (
        (b"id", client.id),
        (b"addr", client.address.encode()),
        (b"laddr", client.local_address.encode()),
        (b"fd", client.fd),
        (b"name", client.name),
        (b"age", now - client.created),
        (b"idle", now - client.last_active),
        (b"flags", _flags(client)),
        (b"db", client.call.keys.index),
        (b"sub", len(hub.channels.of(client))),
        (b"psub", len(hub.patterns.of(client))),
        (b"ssub", len(hub.shards.of(client))),
        (b"multi", -1 if transaction is None else len(queued)),
        (b"watch", len(client.watched)),
        (b"qbuf", buffered),
        (b"qbuf-free", _QUERY_BUFFER - buffered if 0 < buffered < _QUERY_BUFFER else 0),
        (b"argv-mem", 0),
        (b"multi-mem", queue_bytes),
        (b"rbs", 0),
        (b"rbp", 0),
        (b"obl", 0),
        (b"oll", len(client.output)),
        (b"omem", unsent),
        (b"tot-mem", sys.getsizeof(client) + buffered + unsent + queue_bytes),
        (b"events", b"rw" if unsent else b"r"),
        (b"cmd", b"NULL" if command is None else command.name),
        (b"user", client.user),
        (b"redir", -1 if client.tracking is None else client.tracking.redirect),
        (b"resp", client.wire.version),
        (b"lib-name", client.lib_name),
        (b"lib-ver", client.lib_version),
        (b"io-thread", client.transport.io_thread),
        (b"tot-net-in", client.bytes_in),
        (b"tot-net-out", client.bytes_out),
        (b"tot-cmds", client.commands - 1 if client is call.client else client.commands),
    )
    return b" ".join(
        name + b"=" + (b"%d" % value if isinstance(value, int) else value) for name, value in fields
    )


@handles("CLIENT LIST")
def list_clients(call: Call, args: ClientListArgs) -> bytes:
    """A line for each connection that passes the filter."""
    clients = list(call.server.clients.values())
    if args.type is not None:
        kind = known_type(args.type)
        clients = [client for client in clients if type_of(client) == kind]
    elif args.id:
        wanted = dict.fromkeys(args.ids)
        known = call.server.clients
        clients = [known[identity] for identity in wanted if identity in known]
    lines = b"".join(describe(client, call) + b"\n" for client in clients)
    return call.wire.verbatim(b"txt", lines)


@handles("CLIENT INFO")
def client_info(call: Call, argv: Argv) -> bytes:
    """The line of this connection."""
    return call.wire.verbatim(b"txt", describe(call.client, call) + b"\n")
