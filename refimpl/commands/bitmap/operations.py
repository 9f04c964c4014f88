"""BITOP: strings combined bit by bit."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_, xor
from typing import TYPE_CHECKING

from refimpl.resp.replies import integer
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.bitmap import BitopArgs


@handles("BITOP")
def bitop(call: Call, args: BitopArgs) -> bytes:
    """Combine strings, the shorter ones followed by zeros; store the result, answer its length."""
    sources = [call.keys.read_string(key) or b"" for key in args.keys]
    length = max(map(len, sources))
    if not length:
        if call.keys.remove(args.destination):
            call.changed("del", args.destination)
        return integer(0)
    # Whole strings as numbers: the lowest byte first, so that shorter ones need no filling.
    numbers = [int.from_bytes(source, "little") for source in sources]
    result = _combine(args.operation, numbers, length)
    call.keys.put(args.destination, bytearray(result.to_bytes(length, "little")))
    call.changed("set", args.destination)
    return integer(length)


def _combine(operation: str, numbers: list[int], length: int) -> int:
    first, *others = numbers
    match operation:
        case "and":
            return reduce(and_, numbers)
        case "or":
            return reduce(or_, numbers)
        case "xor":
            return reduce(xor, numbers)
        case "not":
            return first ^ ((1 << 8 * length) - 1)
        case "diff":
            return first & ~reduce(or_, others)
        case "diff1":
            return reduce(or_, others) & ~first
        case "andor":
            return first & reduce(or_, others)
        case _:
            return _exactly_one(numbers)


def _exactly_one(numbers: list[int]) -> int:
    """The bits that exactly one of the numbers has."""
    seen = again = 0
    for number in numbers:
        again |= seen & number
        seen |= number
    return seen & ~again
