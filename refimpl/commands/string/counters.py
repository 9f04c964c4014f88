"""Numbers in strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.numbers import (
    INT64_MAX,
    INT64_MIN,
    LongDouble,
    format_long_double,
    parse_int,
    parse_long_double,
)
from refimpl.datatypes.string import EmbeddedString
from refimpl.resp.replies import bulk, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.string import DecrbyArgs, IncrbyArgs, IncrbyfloatArgs


@handles("INCR")
def incr(call: Call, argv: Argv) -> bytes:
    """Add one."""
    return _add(call, argv[1], 1)


@handles("DECR")
def decr(call: Call, argv: Argv) -> bytes:
    """Take one."""
    return _add(call, argv[1], -1)


@handles("INCRBY")
def incrby(call: Call, args: IncrbyArgs) -> bytes:
    """Add an amount."""
    return _add(call, args.key, args.increment)


@handles("DECRBY")
def decrby(call: Call, args: DecrbyArgs) -> bytes:
    """Take an amount."""
    return _add(call, args.key, -args.decrement)


@handles("INCRBYFLOAT")
def incrbyfloat(call: Call, args: IncrbyfloatArgs) -> bytes:
    """Add an amount in extended precision; the sum is kept as its text."""
    key = args.key
    value = call.keys.write_string(key)
    number = LongDouble(0, 0) if value is None else parse_long_double(value)
    if number is None:
        raise CommandError(errors.NOT_FLOAT)
    total = number + args.increment()
    if total is None or total.infinite:
        raise CommandError(errors.INCREMENT_NAN_OR_INFINITY)
    text = format_long_double(total)
    call.keys.revise(key, EmbeddedString(text))
    call.changed("incrbyfloat", key)
    return bulk(text)


def _add(call: Call, key: bytes, amount: int) -> bytes:
    """Add to the integer at key and answer the sum."""
    value = call.keys.write_string(key)
    number = 0 if value is None else parse_int(value)
    if number is None:
        raise CommandError(errors.NOT_INTEGER)
    total = number + amount
    if not INT64_MIN <= total <= INT64_MAX:
        raise CommandError(errors.INCREMENT_OVERFLOW)
    call.keys.revise(key, b"%d" % total)
    call.changed("incrby", key)
    return integer(total)
