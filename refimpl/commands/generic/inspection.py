"""OBJECT: the inside of values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.keyspace.strings import encoding_at
from refimpl.resp.replies import ONE, bulk, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv

_HELP = (
    ("ENCODING <key>", "Name how the value at a key is represented."),
    ("FREQ <key>", "Tell how often a key was used lately, on a logarithmic scale."),
    ("IDLETIME <key>", "Tell for how many seconds a key has not been used."),
    ("REFCOUNT <key>", "Tell how many users the value at a key has."),
)


@handles("OBJECT ENCODING")
def object_encoding(call: Call, argv: Argv) -> bytes:
    """Name the representation."""
    key = argv[2]
    value = call.keys.inspect(key)
    return call.wire.null if value is None else bulk(encoding_at(call.keys, key, value).encode())


@handles("OBJECT REFCOUNT")
def object_refcount(call: Call, argv: Argv) -> bytes:
    """Count the users: values belong to one key each."""
    return call.wire.null if call.keys.inspect(argv[2]) is None else ONE


@handles("OBJECT IDLETIME")
def object_idletime(call: Call, argv: Argv) -> bytes:
    """Answer the seconds since the last access."""
    key = argv[2]
    if call.keys.inspect(key) is None:
        return call.wire.null
    if _counts_frequency(call):
        raise CommandError(errors.LFU_SELECTED)
    return integer(call.keys.idle_seconds(key))


@handles("OBJECT FREQ")
def object_freq(call: Call, argv: Argv) -> bytes:
    """Answer the access counter."""
    key = argv[2]
    if call.keys.inspect(key) is None:
        return call.wire.null
    if not _counts_frequency(call):
        raise CommandError(errors.LFU_NOT_SELECTED)
    return integer(call.keys.frequency(key))


@handles("OBJECT HELP")
def object_help(call: Call, argv: Argv) -> bytes:
    """List the subcommands."""
    return help_reply("OBJECT", _HELP)


def _counts_frequency(call: Call) -> bool:
    return call.server.config.maxmemory_policy.endswith("lfu")
