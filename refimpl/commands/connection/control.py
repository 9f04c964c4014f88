"""CLIENT PAUSE, UNPAUSE and UNBLOCK: how other connections are treated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.numbers import INT64_MAX
from refimpl.resp.replies import OK, ONE, ZERO
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.connection import ClientPauseArgs, ClientUnblockArgs


@handles("CLIENT UNBLOCK")
def unblock(call: Call, args: ClientUnblockArgs) -> bytes:
    """End a client's waiting, as if its time were up or with an error."""
    client = call.server.clients.get(args.id)
    if client is None or client.blocking is None:
        return ZERO
    reply = errors.UNBLOCKED if args.reason == "error" else client.blocking.on_timeout
    call.server.give_up(client, reply)
    return ONE


@handles("CLIENT PAUSE")
def pause(call: Call, args: ClientPauseArgs) -> bytes:
    """Let requests wait for so many milliseconds; a longer or wider pause isn't cut short."""
    if args.timeout > INT64_MAX - call.now:
        raise CommandError(errors.TIMEOUT_OUT_OF_RANGE)
    call.server.pause(args.timeout, only_writes=args.mode == "write")
    return OK


@handles("CLIENT UNPAUSE")
def unpause(call: Call, argv: Argv) -> bytes:
    """End the pause."""
    call.server.unpause()
    return OK
