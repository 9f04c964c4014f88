"""Keys that change their name or database, or are copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.kinds import copy_value
from refimpl.datatypes.vector.vector_set import VectorSetValue
from refimpl.keyspace.strings import settled
from refimpl.resp.replies import OK, ONE, ZERO
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.keyspace.database import Database
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.generic import CopyArgs, MoveArgs


@handles("RENAME")
def rename(call: Call, argv: Argv) -> bytes:
    """Give a key another name; what had that name is lost."""
    _, key, new_key = argv
    if key not in call.keys:
        raise CommandError(errors.NO_SUCH_KEY)
    if key != new_key:
        _rename(call, key, new_key)
    return OK


@handles("RENAMENX")
def renamenx(call: Call, argv: Argv) -> bytes:
    """Give a key another name if that is free; answer whether it was."""
    _, key, new_key = argv
    if key not in call.keys:
        raise CommandError(errors.NO_SUCH_KEY)
    if new_key in call.keys:
        return ZERO
    _rename(call, key, new_key)
    return ONE


@handles("MOVE")
def move(call: Call, args: MoveArgs) -> bytes:
    """Take a key to another database, if it is free there; answer whether it went."""
    key, target = args.key, _database(call, args.db)
    if target is call.keys:
        raise CommandError(errors.SAME_OBJECT)
    value = call.keys.peek(key)
    if value is None or key in target:
        return ZERO
    target.put(key, settled(call.keys, key, value), call.keys.expiry(key))
    call.keys.remove(key)
    call.changed("move_from", key)
    call.changed("move_to", key, 0, target)
    return ONE


@handles("COPY")
def copy(call: Call, args: CopyArgs) -> bytes:
    """Copy a key to another name or database; answer whether that was possible."""
    args.read(call.limits)
    target = call.keys if args.db is None else call.lookup_db(args.db)
    if target is call.keys and args.source == args.destination:
        raise CommandError(errors.SAME_OBJECT)
    value = call.keys.read_any(args.source)
    if value is None or (args.destination in target and not args.replace):
        return ZERO
    if isinstance(value, VectorSetValue):
        raise CommandError(errors.COPY_MODULE_VALUE)
    # What was there is deleted, not replaced: clients that wait for the new value are woken.
    previous = target.peek(args.destination)
    target.remove(args.destination)
    value = copy_value(settled(call.keys, args.source, value))
    target.put(args.destination, value, call.keys.expiry(args.source))
    call.changed("copy_to", args.destination, keys=target)
    call.replaced(args.destination, previous, value, target)
    return ONE


def _rename(call: Call, key: bytes, new_key: bytes) -> None:
    """Take what is at key, and its expiry, to another name."""
    value, deadline = settled(call.keys, key, call.keys.peek(key)), call.keys.expiry(key)
    call.keys.remove(key)
    previous = call.keys.peek(new_key)
    call.keys.remove(new_key)
    call.keys.put(new_key, value, deadline)
    call.changed("rename_from", key)
    call.changed("rename_to", new_key, 0)
    call.replaced(new_key, previous, value)


def _database(call: Call, index: int) -> Database:
    try:
        return call.lookup_db(index)
    except IndexError:
        raise CommandError(errors.DB_OUT_OF_RANGE) from None
