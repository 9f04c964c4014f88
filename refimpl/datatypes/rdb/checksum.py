"""The CRC-64 that guards RDB data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def _calculator() -> Callable[..., int]:
    # Its import takes longer than a start of the server should.
    import anycrc

    calculate: Callable[..., int] = anycrc.Model("CRC64-REDIS").calc
    return calculate


def crc64(data: bytes | memoryview, before: int = 0) -> int:
    """The checksum of data that follow others, whose checksum is `before`."""
    return _calculator()(data, before)
