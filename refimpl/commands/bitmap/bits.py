"""Single bits of strings: read, write, count, find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import ONE, ZERO, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.bitmap import BitcountArgs, BitposArgs, GetbitArgs, SetbitArgs

_NONE = integer(-1)


@handles("GETBIT")
def getbit(call: Call, args: GetbitArgs) -> bytes:
    """Answer a bit; beyond the end all are 0."""
    _check_offset(call, args.offset)
    value = call.keys.read_string(args.key)
    if value is None or args.offset >> 3 >= len(value):
        return ZERO
    return ONE if value[args.offset >> 3] & 0x80 >> (args.offset & 7) else ZERO


@handles("SETBIT")
def setbit(call: Call, args: SetbitArgs) -> bytes:
    """Write a bit; answer what it was."""
    key, offset = args.key, args.offset
    _check_offset(call, offset)
    bit = args.value()
    edited, grown = editable(call, key, (offset >> 3) + 1)
    at, mask = offset >> 3, 0x80 >> (offset & 7)
    was = edited[at] & mask
    if bool(was) != bit:
        edited[at] ^= mask
    if grown or bool(was) != bit:
        call.changed("setbit", key)
    return ONE if was else ZERO


@handles("BITCOUNT")
def bitcount(call: Call, args: BitcountArgs) -> bytes:
    """Count the bits that are set."""
    value = call.keys.read_string(args.key)
    if value is None:
        return ZERO
    if args.start is None:
        return integer(int.from_bytes(value, "big").bit_count())
    end = -1 if args.end is None else args.end
    if args.start < 0 and end < 0 and args.start > end:
        return ZERO
    first, last = _bit_range(len(value), args.start, end, args.unit == "bit")
    return ZERO if first > last else integer(_bits(value, first, last).bit_count())


@handles("BITPOS")
def bitpos(call: Call, args: BitposArgs) -> bytes:
    """Find the first bit that is set, or clear."""
    value = call.keys.read_string(args.key)
    if value is None:
        return _NONE if args.bit else ZERO
    start = args.start or 0
    end = -1 if args.end is None else args.end
    first, last = _bit_range(len(value), start, end, args.unit == "bit")
    if first > last:
        return _NONE
    width = last - first + 1
    bits = _bits(value, first, last)
    if not args.bit:
        bits ^= (1 << width) - 1
    if bits:
        return integer(first + width - bits.bit_length())
    # Without an end the string counts as followed by clear bits.
    return integer(last + 1) if not args.bit and args.end is None else _NONE


def editable(call: Call, key: bytes, length: int) -> tuple[bytearray, bool]:
    """The string at key to be edited in place, at least that long; whether it had to grow."""
    value = call.keys.write_string(key)
    if isinstance(value, bytearray):
        edited = value
    else:
        edited = bytearray(value or b"")
        call.keys.revise(key, edited)
    missing = length - len(edited)
    if missing > 0:
        edited += bytes(missing)
    return edited, missing > 0


def _check_offset(call: Call, offset: int) -> None:
    if offset >> 3 >= call.limits.proto_max_bulk_len:
        raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)


def _bit_range(length: int, start: int, end: int, in_bits: bool) -> tuple[int, int]:
    """First and last bit of a range given in bytes or bits; negative ones count from the end."""
    unit = 1 if in_bits else 8
    total = length * 8 // unit
    first = max(start + total, 0) if start < 0 else start
    last = min(max(end + total, 0) if end < 0 else end, total - 1)
    return first * unit, last * unit + unit - 1


def _bits(value: bytes | bytearray, first: int, last: int) -> int:
    """The bits of a range as a number, the first one on top."""
    covering = int.from_bytes(value[first >> 3 : (last >> 3) + 1], "big")
    return (covering >> (7 - (last & 7))) & ((1 << (last - first + 1)) - 1)
