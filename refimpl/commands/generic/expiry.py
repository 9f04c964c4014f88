"""When keys expire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from refimpl.keyspace.strings import keep
from refimpl.resp.replies import ONE, ZERO, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.generic import (
        ExpireArgs,
        ExpireatArgs,
        PexpireArgs,
        PexpireatArgs,
    )

_NO_EXPIRY: Final = integer(-1)
_NO_KEY: Final = integer(-2)


class _Conditions(Protocol):
    key: bytes
    nx: bool
    xx: bool
    gt: bool
    lt: bool


@handles("EXPIRE")
def expire(call: Call, args: ExpireArgs) -> bytes:
    """Let a key expire in some seconds."""
    return _expire(call, args, args.seconds)


@handles("PEXPIRE")
def pexpire(call: Call, args: PexpireArgs) -> bytes:
    """Let a key expire in some milliseconds."""
    return _expire(call, args, args.milliseconds)


@handles("EXPIREAT")
def expireat(call: Call, args: ExpireatArgs) -> bytes:
    """Let a key expire at a time given in seconds."""
    return _expire(call, args, args.unix_time_seconds)


@handles("PEXPIREAT")
def pexpireat(call: Call, args: PexpireatArgs) -> bytes:
    """Let a key expire at a time given in milliseconds."""
    return _expire(call, args, args.unix_time_milliseconds)


@handles("PERSIST")
def persist(call: Call, argv: Argv) -> bytes:
    """Let a key stay; answer whether it was to expire."""
    key = argv[1]
    if not keep(call.keys, key):
        return ZERO
    call.changed("persist", key)
    return ONE


@handles("TTL")
def ttl(call: Call, argv: Argv) -> bytes:
    """Answer the seconds left, rounded."""
    return _deadline(call, argv[1], call.now, 1000)


@handles("PTTL")
def pttl(call: Call, argv: Argv) -> bytes:
    """Answer the milliseconds left."""
    return _deadline(call, argv[1], call.now, 1)


@handles("EXPIRETIME")
def expiretime(call: Call, argv: Argv) -> bytes:
    """Answer the time of expiry in seconds, rounded."""
    return _deadline(call, argv[1], 0, 1000)


@handles("PEXPIRETIME")
def pexpiretime(call: Call, argv: Argv) -> bytes:
    """Answer the time of expiry in milliseconds."""
    return _deadline(call, argv[1], 0, 1)


def _expire(call: Call, args: _Conditions, deadline: int) -> bytes:
    """Set the deadline (ms since the epoch) if the conditions hold; answer whether they did."""
    key = args.key
    if key not in call.keys:
        return ZERO
    current = call.keys.expiry(key)
    if current is None:
        # A key without expiry counts as one that expires infinitely late.
        if args.xx or args.gt:
            return ZERO
    elif args.nx or (args.gt and deadline <= current) or (args.lt and deadline >= current):
        return ZERO
    if deadline <= call.now:
        call.keys.delete_expired(key)
        call.changed("del", key)
    else:
        call.keys.expire_at(key, deadline)
        call.changed("expire", key)
    return ONE


def _deadline(call: Call, key: bytes, since: int, unit: int) -> bytes:
    """Answer the deadline from `since` (ms since the epoch) on, in units of so many ms."""
    if call.keys.glance(key) is None:
        return _NO_KEY
    deadline = call.keys.expiry(key)
    if deadline is None:
        return _NO_EXPIRY
    return integer((max(deadline - since, 0) + unit // 2) // unit)
