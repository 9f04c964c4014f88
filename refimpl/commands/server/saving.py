"""SAVE, BGSAVE, BGREWRITEAOF, LASTSAVE, SHUTDOWN: the dataset on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, integer, simple
from refimpl.session.client import Unusual
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import BgsaveArgs, ShutdownArgs

_STARTED = simple(b"Background saving started")
_SCHEDULED = simple(b"Background saving scheduled")


@handles("SAVE")
def save(call: Call, argv: Argv) -> bytes:
    """Write the dataset to disk."""
    record = call.server.saving
    if record.running:
        raise CommandError(errors.SAVE_IN_PROGRESS)
    record.saves += 1
    if not call.server.save():
        raise CommandError(errors.SAVE_FAILED)
    return OK


@handles("BGSAVE")
def save_in_background(call: Call, args: BgsaveArgs) -> bytes:
    """Begin to write the dataset to disk; inside a transaction, after it."""
    server = call.server
    if server.saving.running:
        raise CommandError(errors.SAVE_IN_PROGRESS)
    if call.nested:
        server.saving.scheduled = True
        return _SCHEDULED
    if not server.save_in_background():
        raise CommandError(errors.SAVE_FAILED)
    return _STARTED


@handles("BGREWRITEAOF")
def rewrite_append_only_file(call: Call, argv: Argv) -> bytes:
    """There is no such file, so that writing one anew fails, as it does where a disk is full."""
    call.server.log.warning("Can't rewrite the append-only file: this server doesn't write one")
    raise CommandError(errors.REWRITE_FAILED)


@handles("LASTSAVE")
def last_save(call: Call, argv: Argv) -> bytes:
    """When the dataset was last saved; before the first time, when the server started."""
    return integer(call.server.saving.last)


@handles("SHUTDOWN")
def shutdown(call: Call, args: ShutdownArgs) -> bytes:
    """Save if asked to or if there are save points, and end; no reply but the connection's end."""
    server = call.server
    if args.abort:
        raise CommandError(errors.NO_SHUTDOWN)
    if not server.prepare_to_end(args.save, args.nosave, args.force):
        raise CommandError(errors.SHUTDOWN_FAILED)
    call.client.unusual |= Unusual.CLOSING
    server.request_shutdown()
    return b""
