"""MULTI, EXEC, DISCARD, WATCH, UNWATCH."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, array
from refimpl.session.client import Transaction, Unusual
from refimpl.session.registry import handles
from refimpl.session.watching import is_spoiled, unwatch, watch
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("MULTI")
def begin(call: Call, argv: Argv) -> bytes:
    """Queue the commands that follow."""
    client = call.client
    if client.transaction is not None:
        raise CommandError(errors.MULTI_NESTED)
    client.transaction = Transaction()
    client.unusual |= Unusual.TRANSACTION
    return OK


@handles("EXEC")
def execute(call: Call, argv: Argv) -> bytes:
    """Execute what was queued, unless a watched key has changed."""
    client = call.client
    transaction = client.transaction
    if transaction is None:
        raise CommandError(errors.EXEC_WITHOUT_MULTI)
    spoiled = is_spoiled(client)
    call.server.discard_transaction(client)
    if transaction.aborted:
        raise CommandError(errors.EXEC_ABORTED)
    if spoiled:
        return call.wire.null_array
    run = call.server.run_queued
    # A command that gives no reply (CLIENT REPLY SKIP) still has its place in the count.
    return array([run(call, command, words) for command, words in transaction.queue])


@handles("DISCARD")
def discard(call: Call, argv: Argv) -> bytes:
    """Forget the queued commands and the watched keys."""
    if call.client.transaction is None:
        raise CommandError(errors.DISCARD_WITHOUT_MULTI)
    call.server.discard_transaction(call.client)
    return OK


@handles("WATCH")
def watch_keys(call: Call, argv: Argv) -> bytes:
    """Make the next transaction depend on these keys."""
    client = call.client
    if client.transaction is not None:
        raise CommandError(errors.WATCH_INSIDE_MULTI)
    if client.dirty_cas:
        return OK  # it is spoiled already: nothing more to learn
    for key in argv[1:]:
        watch(client, call.keys, key)
    return OK


@handles("UNWATCH")
def unwatch_keys(call: Call, argv: Argv) -> bytes:
    """Watch no key any more."""
    unwatch(call.client)
    return OK
