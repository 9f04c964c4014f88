"""HyperLogLogs: estimates of how many different elements were added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes import hyperloglog as hll
from refimpl.resp.replies import OK, ONE, ZERO, array, bulk, error, integer, simple
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.string import String
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.hyperloglog import PfdebugArgs


@handles("PFADD")
def add(call: Call, argv: Argv) -> bytes:
    """Add elements; 1 if that changed anything, or if there was no key."""
    key = argv[1]
    held = call.keys.write_string(key)
    value = hll.create() if held is None else _editable(call, key, held)
    limit = call.limits.hll_sparse_max_bytes
    try:
        count = sum(hll.add(value, element, limit) for element in argv[2:])
    except hll.Corrupted:
        raise CommandError(errors.HLL_CORRUPTED) from None
    if held is None:
        call.keys.add(key, value)
        count += 1
    if not count:
        return ZERO
    hll.drop_estimate(value)
    call.changed("pfadd", key, count)
    return ONE


@handles("PFCOUNT")
def count(call: Call, argv: Argv) -> bytes:
    """Estimate how many different elements were added to any of the keys."""
    try:
        return integer(_count(call, argv[1]) if len(argv) == 2 else _count_all(call, argv[1:]))
    except hll.Corrupted:
        raise CommandError(errors.HLL_CORRUPTED) from None


def _count(call: Call, key: bytes) -> int:
    """The estimate of one key, which is written down there."""
    held = call.keys.read_string(key)
    if held is None:
        return 0
    value = _editable(call, key, held)
    estimate = hll.last_estimate(value)
    if estimate is None:
        estimate = hll.estimate(hll.histogram(value))
        hll.keep_estimate(value, estimate)
        _rewritten(call, key)
    return estimate


def _count_all(call: Call, keys: list[bytes]) -> int:
    counts, _ = _merged(call, keys)
    return hll.estimate(hll.tally(counts))


def _merged(call: Call, keys: list[bytes]) -> tuple[bytes, bool]:
    """The highest count of each register, and whether any of the keys is dense already."""
    counts, dense = bytes(hll.REGISTERS), False
    for key in keys:
        value = call.keys.read_string(key)
        if value is not None:
            _check(value)
            dense = dense or hll.is_dense(value)
            counts = hll.highest(counts, hll.registers(value))
    return counts, dense


@handles("PFMERGE")
def merge(call: Call, argv: Argv) -> bytes:
    """Let the destination hold what it and the other keys hold."""
    key = argv[1]
    try:
        counts, dense = _merged(call, argv[1:])
    except hll.Corrupted:
        raise CommandError(errors.HLL_CORRUPTED) from None
    held = call.keys.write_string(key)
    value = hll.create() if held is None else _editable(call, key, held)
    if dense:
        hll.to_dense(value)
    hll.raise_registers(value, counts, call.limits.hll_sparse_max_bytes)
    hll.drop_estimate(value)
    if held is None:
        call.keys.add(key, value)
    call.changed("pfadd", key)
    return OK


@handles("PFDEBUG")
def debug(call: Call, args: PfdebugArgs) -> bytes:
    """Tell how a value is laid out, or make it dense."""
    if args.state is not None:
        # Nothing here is faster by SIMD, so there is nothing to switch.
        return simple(b"enabled" if args.state == "on" else b"disabled")
    assert args.key is not None
    held = call.keys.write_string(args.key)
    if held is None:
        raise CommandError(errors.HLL_NO_SUCH_KEY)
    value = _editable(call, args.key, held)
    try:
        return _debug(call, args.key, value, args.subcommand())
    except hll.Corrupted:
        raise CommandError(errors.HLL_CORRUPTED) from None


def _debug(call: Call, key: bytes, value: bytearray, subcommand: str) -> bytes:
    dense = hll.is_dense(value)
    match subcommand:
        case "encoding":
            return simple(b"dense" if dense else b"sparse")
        case "decode":
            if dense:
                raise CommandError(errors.HLL_NOT_SPARSE)
            return bulk(hll.describe(value))
    if not dense:
        hll.to_dense(value)
        _rewritten(call, key)
    if subcommand == "todense":
        return ZERO if dense else ONE
    return array([integer(count) for count in hll.registers(value)])


@handles("PFSELFTEST")
def self_test(call: Call, argv: Argv) -> bytes:
    """Try a sparse and a dense value: they must agree, and their estimate must be near."""
    wrong = hll.self_test()
    return OK if wrong is None else error(b"TESTFAILED " + wrong.encode())


def _rewritten(call: Call, key: bytes) -> None:
    """Tell that the value at key has other bytes now, which is no keyspace event."""
    call.touched(key, 1)


def _check(value: String) -> None:
    if not hll.is_valid(value):
        raise CommandError(errors.HLL_INVALID)


def _editable(call: Call, key: bytes, value: String) -> bytearray:
    """The value at key in a form that can be edited in place, if it is a HyperLogLog."""
    _check(value)
    if isinstance(value, bytearray):
        return value
    edited = bytearray(value)
    call.keys.revise(key, edited)
    return edited
