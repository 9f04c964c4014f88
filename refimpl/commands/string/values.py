"""Whole strings: get and set, one or several at once, with or without an expiry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.keyspace.strings import keep
from refimpl.resp.replies import OK, ONE, ZERO, array, bulk, integer
from refimpl.session.registry import handles, handles_short

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.string import (
        GetexArgs,
        MsetArgs,
        MsetnxArgs,
        PsetexArgs,
        SetArgs,
        SetexArgs,
    )


@handles("GET")
def get(call: Call, argv: Argv) -> bytes:
    """Answer the string."""
    value = call.keys.read_string(argv[1])
    return call.wire.null if value is None else bulk(value)


@handles("SET")
def set_string(call: Call, args: SetArgs) -> bytes:
    """Bind key to a string, unless NX or XX forbids it."""
    key = args.key
    reply = OK
    if args.get:
        previous = call.keys.read_string(key)
        reply = call.wire.null if previous is None else bulk(previous)
    if args.nx or args.xx:
        exists = key in call.keys
        if (args.nx and exists) or (args.xx and not exists):
            return reply if args.get else call.wire.null
    _store(call, key, args.value, args.expiration, args.keepttl)
    return reply


@handles_short("SET", words=3)
def set_plainly(call: Call, argv: Argv) -> bytes:
    """Bind key to a string."""
    key = argv[1]
    call.keys.put(key, argv[2])
    call.changed("set", key)
    return OK


@handles("SETEX")
def setex(call: Call, args: SetexArgs) -> bytes:
    """Bind key to a string for some seconds."""
    _store(call, args.key, args.value, args.seconds)
    return OK


@handles("PSETEX")
def psetex(call: Call, args: PsetexArgs) -> bytes:
    """Bind key to a string for some milliseconds."""
    _store(call, args.key, args.value, args.milliseconds)
    return OK


@handles("SETNX")
def setnx(call: Call, argv: Argv) -> bytes:
    """Bind key to a string if it is free; answer whether it was."""
    _, key, value = argv
    if key in call.keys:
        return ZERO
    _store(call, key, value)
    return ONE


@handles("GETSET")
def getset(call: Call, argv: Argv) -> bytes:
    """Bind key to a string; answer the one before."""
    _, key, value = argv
    previous = call.keys.read_string(key)
    reply = call.wire.null if previous is None else bulk(previous)
    _store(call, key, value)
    return reply


@handles("GETDEL")
def getdel(call: Call, argv: Argv) -> bytes:
    """Answer the string and delete it."""
    key = argv[1]
    value = call.keys.read_string(key)
    if value is None:
        return call.wire.null
    call.keys.remove(key)
    call.changed("del", key)
    return bulk(value)


@handles("GETEX")
def getex(call: Call, args: GetexArgs) -> bytes:
    """Answer the string and change when it expires."""
    key = args.key
    value = call.keys.read_string(key)
    if value is None:
        return call.wire.null
    args.expiration()
    deadline = args.deadline
    if deadline is not None and deadline <= call.now:
        call.keys.remove(key)
        call.changed("del", key)
    elif deadline is not None:
        call.keys.expire_at(key, deadline)
        call.changed("expire", key)
    elif args.persist and keep(call.keys, key):
        call.changed("persist", key)
    return bulk(value)


@handles("MGET")
def mget(call: Call, argv: Argv) -> bytes:
    """Answer several strings, null where there is none."""
    null = call.wire.null
    replies = []
    for key in argv[1:]:
        value = call.keys.read_any(key)
        replies.append(bulk(value) if isinstance(value, (bytes, bytearray)) else null)
    return array(replies)


@handles("MSET")
def mset(call: Call, args: MsetArgs) -> bytes:
    """Bind several keys."""
    _store_all(call, args.pairs)
    return OK


@handles("MSETNX")
def msetnx(call: Call, args: MsetnxArgs) -> bytes:
    """Bind several keys if all of them are free; answer whether they were."""
    if any(key in call.keys for key, _ in args.pairs):
        return ZERO
    _store_all(call, args.pairs)
    return ONE


@handles("STRLEN")
def strlen(call: Call, argv: Argv) -> bytes:
    """Answer the string's length in bytes."""
    value = call.keys.read_string(argv[1])
    return ZERO if value is None else integer(len(value))


def _store(
    call: Call, key: bytes, value: bytes, deadline: int | None = None, keep_ttl: bool = False
) -> None:
    """Bind key to value, with a deadline in ms since the epoch or none.

    One that has passed is stored all the same: the key expires when it is next looked at.
    """
    call.keys.put(key, value, deadline, keep_ttl)
    call.changed("set", key)
    if deadline is not None:
        call.event("expire", key)


def _store_all(call: Call, pairs: list[tuple[bytes, bytes]]) -> None:
    """Bind several keys; whoever observes them is told of one after the other."""
    if call.server.observed:
        for key, value in pairs:
            _store(call, key, value)
    else:
        call.keys.put_strings(pairs)
        call.server.dirty += len(pairs)
