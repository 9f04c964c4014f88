"""DUMP and RESTORE: values as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.rdb.payload import ChecksumError, FormatError, dump, load
from refimpl.resp.replies import OK, bulk
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.generic import RestoreArgs
    from refimpl.table.generated.server import RestoreAskingArgs


@handles("DUMP")
def dump_value(call: Call, argv: Argv) -> bytes:
    """Answer the value as a payload."""
    value = call.keys.glance(argv[1])
    return call.wire.null if value is None else bulk(dump(value))


@handles("RESTORE")
def restore(call: Call, args: RestoreArgs | RestoreAskingArgs) -> bytes:
    """Make a key out of a payload."""
    key = args.key
    if not args.replace and key in call.keys:
        raise CommandError(errors.BUSY_KEY)
    ttl = args.ttl()
    try:
        value = load(args.payload, call.limits)
    except ChecksumError:
        raise CommandError(errors.DUMP_PAYLOAD) from None
    except FormatError:
        raise CommandError(errors.BAD_DATA_FORMAT) from None

    previous = call.keys.peek(key)
    replaced = call.keys.remove(key)
    deadline = (ttl if args.absttl else call.now + ttl) if ttl else None
    if deadline is not None and deadline <= call.now:
        if replaced:
            call.changed("del", key)
        return OK
    call.keys.put(key, value, deadline)
    call.keys.set_access(key, args.idletime, args.freq)
    call.changed("restore", key)
    call.replaced(key, previous, value)
    return OK
