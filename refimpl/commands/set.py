"""The set commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes import set_algebra as algebra
from refimpl.datatypes.glob import glob_match
from refimpl.datatypes.set import SetValue
from refimpl.resp.replies import EMPTY_ARRAY, ONE, ZERO, array, bulk, bulks, integer
from refimpl.session.registry import handles, handles_short

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.set import SintercardArgs, SpopArgs, SrandmemberArgs, SscanArgs

_DEFAULT_PAGE: Final = 10
"""Members an SSCAN without COUNT looks at."""

_NO_PATTERN: Final = b"*"
"""MATCH with this alone means all members, the empty one too."""


# Members of one set


@handles("SADD")
def sadd(call: Call, argv: Argv) -> bytes:
    """Add members; answer how many are new."""
    key, members, limits = argv[1], argv[2:], call.limits
    value = call.keys.write(key, SetValue)
    if value is None:
        value = SetValue.for_members(members[0], len(members), limits)
        call.keys.add(key, value)
    else:
        value.expect(len(members), limits)
    added = 0
    for member in members:
        added += value.add(member, limits)
    if added:
        call.changed("sadd", key, added)
    return integer(added)


@handles_short("SADD", words=3)
def sadd_one(call: Call, argv: Argv) -> bytes:
    """Add one member; answer whether it is new."""
    key, member = argv[1], argv[2]
    value = call.keys.write(key, SetValue)
    if value is None:
        value = SetValue.for_members(member, 1, call.limits)
        call.keys.add(key, value)
    if not value.add(member, call.limits):
        return ZERO
    call.changed("sadd", key)
    return ONE


@handles("SREM")
def srem(call: Call, argv: Argv) -> bytes:
    """Take members out; answer how many were there."""
    key = argv[1]
    value = call.keys.write(key, SetValue)
    if value is None:
        return ZERO
    removed = sum(value.remove(member) for member in argv[2:])
    if removed:
        call.changed("srem", key, removed)
        _remove_if_empty(call, key, value)
    return integer(removed)


@handles("SMOVE")
def smove(call: Call, argv: Argv) -> bytes:
    """Move a member from one set to another; answer whether it was in the first."""
    _, source_key, target_key, member = argv
    source = call.keys.write(source_key, SetValue)
    if source is None:
        return ZERO
    target = call.keys.write(target_key, SetValue)
    if source is target:
        return ONE if member in source else ZERO
    if not source.remove(member):
        return ZERO
    call.changed("srem", source_key)
    _remove_if_empty(call, source_key, source)
    if target is None:
        target = SetValue.for_members(member, 1, call.limits)
        call.keys.add(target_key, target)
    if target.add(member, call.limits):
        call.changed("sadd", target_key)
    return ONE


@handles("SISMEMBER")
def sismember(call: Call, argv: Argv) -> bytes:
    """Whether something is a member."""
    value = call.keys.read(argv[1], SetValue)
    return ONE if value is not None and argv[2] in value else ZERO


@handles("SMISMEMBER")
def smismember(call: Call, argv: Argv) -> bytes:
    """Whether each of several things is a member."""
    value = call.keys.read(argv[1], SetValue)
    if value is None:
        return array([ZERO] * (len(argv) - 2))
    return array([ONE if member in value else ZERO for member in argv[2:]])


@handles("SCARD")
def scard(call: Call, argv: Argv) -> bytes:
    """How many members there are."""
    value = call.keys.read(argv[1], SetValue)
    return ZERO if value is None else integer(len(value))


@handles("SMEMBERS")
def smembers(call: Call, argv: Argv) -> bytes:
    """All members."""
    value = call.keys.read(argv[1], SetValue)
    return call.wire.empty_set if value is None else call.wire.bulk_set(value)


@handles("SSCAN")
def sscan(call: Call, args: SscanArgs) -> bytes:
    """The next members of a walk through all of them."""
    value = call.keys.read(args.key, SetValue)
    if value is None:
        return array([bulk(b"0"), EMPTY_ARRAY])
    args.options()
    cursor, members = value.scan(args.cursor, args.count or _DEFAULT_PAGE)
    pattern = args.match
    if pattern is not None and pattern != _NO_PATTERN:
        members = [member for member in members if glob_match(pattern, member)]
    return array([bulk(b"%d" % cursor), bulks(members)])


# Members at random


@handles_short("SPOP", words=2)
def spop_one(call: Call, argv: Argv) -> bytes:
    """Take out one random member."""
    return _pop_one(call, argv[1], call.keys.write(argv[1], SetValue))


def _pop_one(call: Call, key: bytes, value: SetValue | None) -> bytes:
    if value is None:
        return call.wire.null
    member = value.pop(call.random)
    call.changed("spop", key)
    _remove_if_empty(call, key, value)
    return bulk(member)


@handles("SPOP")
def spop(call: Call, args: SpopArgs) -> bytes:
    """Take out one random member or several."""
    key = args.key
    value = call.keys.write(key, SetValue)
    if args.count is None:
        return _pop_one(call, key, value)
    if value is None or args.count == 0:
        return call.wire.empty_set
    size = len(value)
    if args.count >= size:
        reply = call.wire.bulk_set(value)
        call.keys.remove(key)
        call.changed("spop", key, size)
        call.event("del", key)
        return reply
    popped = value.pop_many(call.random, args.count, call.limits)
    call.changed("spop", key, args.count)
    return call.wire.bulk_set(popped)


@handles("SRANDMEMBER")
def srandmember(call: Call, args: SrandmemberArgs) -> bytes:
    """One random member; or several different ones, or (a negative count) the same ones again."""
    value = call.keys.read(args.key, SetValue)
    if args.count is None:
        return call.wire.null if value is None else bulk(value.random(call.random))
    if value is None or args.count == 0:
        return EMPTY_ARRAY
    if args.count < 0:
        return bulks(value.random(call.random) for _ in range(-args.count))
    return bulks(value.sample(call.random, args.count))


# Several sets


@handles("SINTER")
def sinter(call: Call, argv: Argv) -> bytes:
    """The members that all the sets have."""
    sets = _sets(call, argv[1:])
    if None in sets:
        return call.wire.empty_set
    return call.wire.bulk_set(algebra.intersection(_present(sets)))


@handles("SINTERCARD")
def sintercard(call: Call, args: SintercardArgs) -> bytes:
    """How many members all the sets have, up to a limit."""
    sets = _sets(call, args.keys)
    if None in sets:
        return ZERO
    return integer(algebra.intersection_size(_present(sets), args.limit or 0))


@handles("SINTERSTORE")
def sinterstore(call: Call, argv: Argv) -> bytes:
    """Store the members that all the sets have."""
    sets = _sets(call, argv[2:])
    if None in sets:
        return _store(call, "sinterstore", argv[1], None)
    result = algebra.stored_intersection(_present(sets), call.limits)
    return _store(call, "sinterstore", argv[1], result)


@handles("SUNION")
def sunion(call: Call, argv: Argv) -> bytes:
    """The members that any of the sets has."""
    return call.wire.bulk_set(algebra.union(_present(_sets(call, argv[1:])), call.limits))


@handles("SUNIONSTORE")
def sunionstore(call: Call, argv: Argv) -> bytes:
    """Store the members that any of the sets has."""
    result = algebra.stored_union(_present(_sets(call, argv[2:])), call.limits)
    return _store(call, "sunionstore", argv[1], result)


@handles("SDIFF")
def sdiff(call: Call, argv: Argv) -> bytes:
    """The members of the first set that none of the others has."""
    return call.wire.bulk_set(algebra.difference(_sets(call, argv[1:]), call.limits))


@handles("SDIFFSTORE")
def sdiffstore(call: Call, argv: Argv) -> bytes:
    """Store the members of the first set that none of the others has."""
    result = algebra.stored_difference(_sets(call, argv[2:]), call.limits)
    return _store(call, "sdiffstore", argv[1], result)


def _sets(call: Call, keys: list[bytes]) -> list[SetValue | None]:
    """The sets at the keys, None for a missing one; each key counts as a hit or a miss."""
    return [call.keys.read(key, SetValue) for key in keys]


def _present(sets: list[SetValue | None]) -> list[SetValue]:
    return [value for value in sets if value is not None]


def _store(call: Call, event: str, key: bytes, result: SetValue | None) -> bytes:
    """Bind key to a result whatever it held; an empty one deletes it. Answers the size."""
    if result is None or not len(result):
        if call.keys.remove(key):
            call.changed("del", key)
        return ZERO
    call.keys.put(key, result)
    call.changed(event, key)
    return integer(len(result))


def _remove_if_empty(call: Call, key: bytes, value: SetValue) -> None:
    """Delete key if nothing is left of its set."""
    if not len(value):
        call.keys.remove(key)
        call.event("del", key)
