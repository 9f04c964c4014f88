"""CLIENT KILL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.connection.list import known_type, type_of
from refimpl.resp.replies import OK, integer
from refimpl.session.access.login import close
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.table.generated.connection import ClientKillArgs


@handles("CLIENT KILL")
def kill(call: Call, args: ClientKillArgs) -> bytes:
    """Close the connection from an address, or all that pass the filters."""
    if args.address is not None:
        return _kill_one(call, args.address)
    kind = None if args.type is None else known_type(args.type)
    if args.user is not None and call.server.users.find(args.user) is None:
        raise CommandError(errors.client_user_unknown(args.user))
    spare_self = args.skipme != "no"
    victims = [
        client
        for client in call.server.clients.values()
        if _passes(client, args, kind, call.moment.second)
        and not (spare_self and client is call.client)
    ]
    for client in victims:
        close(client, call.client)
    return integer(len(victims))


def _passes(client: Client, args: ClientKillArgs, kind: bytes | None, now: int) -> bool:
    return (
        (args.id is None or client.id == args.id)
        and (args.addr is None or client.address.encode() == args.addr)
        and (args.laddr is None or client.local_address.encode() == args.laddr)
        and (args.user is None or client.user == args.user)
        and (kind is None or type_of(client) == kind)
        and (args.maxage is None or now - client.created >= args.maxage)
    )


def _kill_one(call: Call, address: bytes) -> bytes:
    for client in call.server.clients.values():
        if client.address.encode() == address:
            close(client, call.client)
            return OK
    raise CommandError(errors.NO_SUCH_CLIENT)
