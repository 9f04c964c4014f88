"""BITFIELD: integers of any width within a string."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refimpl.commands.bitmap.bits import editable
from refimpl.datatypes.numbers import INT64_MAX
from refimpl.resp.replies import array, integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.bitmap import BitfieldArgs, BitfieldRoArgs


@handles("BITFIELD", "BITFIELD_RO")
def bitfield(call: Call, args: BitfieldArgs | BitfieldRoArgs) -> bytes:
    """Execute the operations in order and answer a number, or null, for each."""
    args.read(call.limits)
    operations = args.operations
    written = [
        offset + encoding[1]
        for name, *(encoding, offset, *_) in _fields(operations)
        if name != "get"
    ]
    if not written:
        value = call.keys.read_string(args.key) or b""
        return array(
            [
                integer(_read(value, offset, *encoding))
                for _, encoding, offset in _fields(operations)
            ]
        )

    edited, grown = editable(call, args.key, (max(written) + 7) // 8)
    overflow = "wrap"
    replies = []
    changes = 0
    for name, *operands in operations:
        if name == "overflow":
            overflow = operands[0]
            continue
        (signed, bits), offset = operands[:2]
        old = _read(edited, offset, signed, bits)
        if name == "get":
            replies.append(integer(old))
            continue
        wanted = operands[2] + (old if name == "incrby" else 0)
        if name == "set" and not signed:
            wanted &= (1 << 64) - 1  # a negative number is a very large one here
        saturates = overflow == "sat" and name == "set" and signed and bits < 64
        if saturates and _headroom(bits, wanted) > INT64_MAX:
            # The room up to the largest number is reckoned in 64 bits, and wraps around: real
            # servers take so low a number for one that is too high.
            wanted = INT64_MAX
        new = _fit(wanted, signed, bits, overflow)
        if new is None:
            replies.append(call.wire.null)
            continue
        _write(edited, offset, bits, new)
        replies.append(integer(old if name == "set" else new))
        # Writing what is there already is no change, except in a string that had to grow for it.
        changes += grown or new != old
    if changes:
        call.changed("setbit", args.key, changes)
    return array(replies)


def _fields(operations: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The operations on numbers, without the changes of the overflow mode."""
    return [operation for operation in operations if operation[0] != "overflow"]


def _read(value: bytes | bytearray, offset: int, signed: bool, bits: int) -> int:
    """The number at a bit offset; what lies behind the end is zeros."""
    first, last = offset >> 3, (offset + bits - 1) >> 3
    covering = int.from_bytes(value[first : last + 1].ljust(last - first + 1, b"\0"), "big")
    number = covering >> (7 - ((offset + bits - 1) & 7)) & ((1 << bits) - 1)
    if signed and number >> (bits - 1):
        number -= 1 << bits
    return number


def _write(value: bytearray, offset: int, bits: int, number: int) -> None:
    """Put a number at a bit offset, within the string."""
    first, last = offset >> 3, (offset + bits - 1) >> 3
    shift = 7 - ((offset + bits - 1) & 7)
    mask = ((1 << bits) - 1) << shift
    covering = int.from_bytes(value[first : last + 1], "big")
    covering = covering & ~mask | (number << shift) & mask
    value[first : last + 1] = covering.to_bytes(last - first + 1, "big")


def _headroom(bits: int, number: int) -> int:
    """How far a number is below the largest one of a signed type."""
    return (1 << (bits - 1)) - 1 - number


def _fit(number: int, signed: bool, bits: int, overflow: str) -> int | None:
    """The number within its type as the overflow mode has it; None: it must not be written."""
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    if low <= number <= high:
        return number
    if overflow == "fail":
        return None
    if overflow == "sat":
        return low if number < low else high
    number &= (1 << bits) - 1
    return number - (1 << bits) if signed and number > high else number
