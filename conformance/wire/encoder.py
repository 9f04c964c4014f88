"""Commands to bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Argument = bytes | str | int


def to_bytes(argument: Argument) -> bytes:
    """The bytes of one argument: text as UTF-8, integers in decimal."""
    if isinstance(argument, bytes):
        return argument
    if isinstance(argument, int):
        return b"%d" % argument
    return argument.encode()


def encode(argv: Sequence[Argument]) -> bytes:
    """One command as an array of bulk strings."""
    parts = [b"*%d\r\n" % len(argv)]
    for argument in argv:
        data = to_bytes(argument)
        parts.append(b"$%d\r\n%b\r\n" % (len(data), data))
    return b"".join(parts)
