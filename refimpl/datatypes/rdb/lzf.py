"""LZF, the compression of long strings in RDB data: reading it.

A control byte below 32 announces that many bytes plus one as they are. Otherwise its upper three
bits are a length (7: add the next byte) and the rest, with the next byte, a distance back.
"""

from __future__ import annotations


def decompress(data: bytes, size: int) -> bytes:
    """The `size` bytes that `data` stands for. Raises ValueError or IndexError if it is damaged."""
    out = bytearray()
    at, end = 0, len(data)
    while at < end:
        control = data[at]
        at += 1
        if control < 32:
            out += data[at : at + control + 1]
            at += control + 1
            continue
        length = control >> 5
        if length == 7:
            length += data[at]
            at += 1
        start = len(out) - ((control & 31) << 8 | data[at]) - 1
        at += 1
        length += 2
        if start < 0:
            raise ValueError("a reference to before the beginning")
        # A run may repeat what it is just writing.
        run = out[start : start + length]
        while len(run) < length:
            run += run[: length - len(run)]
        out += run
    if len(out) != size:
        raise ValueError("another size than announced")
    return bytes(out)
