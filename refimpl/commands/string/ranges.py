"""Parts of strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import EMPTY_BULK, ZERO, bulk, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.string import GetrangeArgs, SetrangeArgs, SubstrArgs


@handles("GETRANGE", "SUBSTR")
def getrange(call: Call, args: GetrangeArgs | SubstrArgs) -> bytes:
    """Answer the bytes from start to end, both included; negative ones count from the end."""
    value = call.keys.read_string(args.key)
    if value is None:
        return EMPTY_BULK
    start, end, length = args.start, args.end, len(value)
    if start < 0 and end < 0 and start > end:
        return EMPTY_BULK
    # What lies before the first byte means the first byte, at either end.
    start = max(start + length, 0) if start < 0 else start
    end = max(end + length, 0) if end < 0 else end
    return bulk(value[start : end + 1])


@handles("SETRANGE")
def setrange(call: Call, args: SetrangeArgs) -> bytes:
    """Overwrite from offset on, after zero bytes if the string is shorter; answer the length."""
    key, offset, patch = args.key, args.offset, args.value
    value = call.keys.write_string(key)
    if not patch:
        return ZERO if value is None else integer(len(value))
    if offset + len(patch) > call.limits.proto_max_bulk_len:
        raise CommandError(errors.STRING_TOO_LONG)
    edited = _editable(call, key, value)
    if len(edited) < offset:
        edited += bytes(offset - len(edited))
    edited[offset : offset + len(patch)] = patch
    call.changed("setrange", key)
    return integer(len(edited))


@handles("APPEND")
def append(call: Call, argv: Argv) -> bytes:
    """Add bytes at the end; answer the length."""
    _, key, tail = argv
    value = call.keys.write_string(key)
    if value is None:
        call.keys.add(key, tail)
        call.changed("append", key)
        return integer(len(tail))
    if len(value) + len(tail) > call.limits.proto_max_bulk_len:
        raise CommandError(errors.STRING_TOO_LONG)
    edited = _editable(call, key, value)
    edited += tail
    call.changed("append", key)
    return integer(len(edited))


def _editable(call: Call, key: bytes, value: bytes | bytearray | None) -> bytearray:
    """The string at key in a form that can be edited in place."""
    if isinstance(value, bytearray):
        return value
    edited = bytearray(value or b"")
    call.keys.revise(key, edited)
    return edited
