"""Adding to the number that a field holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.hash.lapse import lapse, remove_if_empty
from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.numbers import (
    INT64_MAX,
    INT64_MIN,
    format_long_double,
    parse_int,
    parse_long_double,
)
from refimpl.resp.replies import bulk, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.hash import HincrbyArgs, HincrbyfloatArgs


@handles("HINCRBY")
def hincrby(call: Call, args: HincrbyArgs) -> bytes:
    """Add an integer; a field that isn't there counts from 0."""
    current = 0
    text = _current(call, args.key, args.field)
    if text is not None:
        parsed = parse_int(text)
        if parsed is None:
            raise CommandError(errors.HASH_VALUE_NOT_INTEGER)
        current = parsed
    total = current + args.increment
    if not INT64_MIN <= total <= INT64_MAX:
        raise CommandError(errors.INCREMENT_OVERFLOW)
    _replace(call, args.key, args.field, b"%d" % total)
    call.changed("hincrby", args.key)
    return integer(total)


@handles("HINCRBYFLOAT")
def hincrbyfloat(call: Call, args: HincrbyfloatArgs) -> bytes:
    """Add a number that may have a fraction; a field that isn't there counts from 0."""
    if args.increment.infinite:
        raise CommandError(errors.NAN_OR_INFINITY)
    total = args.increment
    text = _current(call, args.key, args.field)
    if text is not None:
        current = parse_long_double(text)
        if current is None:
            raise CommandError(errors.HASH_VALUE_NOT_FLOAT)
        total_or_nan = current + total
        if total_or_nan is None or total_or_nan.infinite:
            raise CommandError(errors.INCREMENT_NAN_OR_INFINITY)
        total = total_or_nan
    printed = format_long_double(total)
    _replace(call, args.key, args.field, printed)
    call.changed("hincrbyfloat", args.key)
    return bulk(printed)


def _current(call: Call, key: bytes, field: bytes) -> bytes | None:
    """What a field holds; None when it isn't there. One whose time has passed is removed."""
    value = call.keys.write(key, HashValue)
    if value is None:
        return None
    if lapse(call, key, value, (field,)):
        remove_if_empty(call, key, value)
    return value.get(field)


def _replace(call: Call, key: bytes, field: bytes, content: bytes) -> None:
    """Set a field; when it expires stays as it was."""
    value = call.keys.write(key, HashValue)
    if value is None:
        value = HashValue()
        call.keys.add(key, value)
    value.set(field, content, call.limits, keep_deadline=True)
