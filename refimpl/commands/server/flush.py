"""DBSIZE, FLUSHDB, FLUSHALL, SWAPDB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import FlushallArgs, FlushdbArgs, SwapdbArgs


@handles("DBSIZE")
def count_keys(call: Call, argv: Argv) -> bytes:
    """How many keys the selected database has."""
    return integer(len(call.keys))


@handles("FLUSHDB")
def flush_database(call: Call, args: FlushdbArgs) -> bytes:
    """Delete all keys of the selected database."""
    lazily = _lazily(call, args.mode)
    call.server.dirty += call.keys.clear(lazily)
    call.server.tracking.flushed(call.client, _waits(call, args.mode), lazily)
    return OK


@handles("FLUSHALL")
def flush_all(call: Call, args: FlushallArgs) -> bytes:
    """Delete all keys."""
    lazily = _lazily(call, args.mode)
    for database in call.server.databases:
        call.server.dirty += database.clear(lazily)
    call.server.flushed()
    call.server.tracking.flushed(call.client, _waits(call, args.mode), lazily)
    return OK


def _lazily(call: Call, mode: str | None) -> bool:
    """Whether the keys are freed later.

    Usually they are, as another thread of a real server does it while only this client waits; a
    transaction or script that wants it done at once waits itself, and so does everybody.
    """
    return call.server.frees_later(mode) or not call.nested


def _waits(call: Call, mode: str | None) -> bool:
    """Whether a real server would let the client wait for another thread that deletes the keys."""
    return mode != "async" and not call.nested


@handles("SWAPDB")
def swap(call: Call, args: SwapdbArgs) -> bytes:
    """Exchange two databases."""
    try:
        first, second = call.lookup_db(args.first), call.lookup_db(args.second)
    except IndexError:
        raise CommandError(errors.DB_OUT_OF_RANGE) from None
    if first is not second:
        first.swap(second)
        call.server.dirty += 1
    return OK
