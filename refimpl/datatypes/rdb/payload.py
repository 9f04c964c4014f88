"""What DUMP gives and RESTORE takes: an RDB object, the format's version and a checksum."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.rdb.checksum import crc64
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.rdb.values import deserialize, serialize

if TYPE_CHECKING:
    from refimpl.datatypes.limits import Limits

VERSION: Final = 12
"""The version of the format that the 8.2 line writes. Newer ones are refused."""

_FOOTER: Final = 10


class ChecksumError(ValueError):
    """A payload that was damaged, or made by a newer server."""


class FormatError(ValueError):
    """A payload whose checksum is right and whose contents are not."""


def dump(value: object) -> bytes:
    """The payload of a value."""
    return seal_payload(serialize(value))


def seal_payload(data: bytes) -> bytes:
    """RDB data with their version and checksum."""
    payload = data + VERSION.to_bytes(2, "little")
    return payload + crc64(payload).to_bytes(8, "little")


def open_payload(payload: bytes, verify: bool = True) -> bytes:
    """The data of a payload. Raises ChecksumError; of a wrong checksum only if it is to verify."""
    if len(payload) < _FOOTER or int.from_bytes(payload[-10:-8], "little") > VERSION:
        raise ChecksumError
    if verify and crc64(payload[:-8]) != int.from_bytes(payload[-8:], "little"):
        raise ChecksumError
    return payload[:-_FOOTER]


def load(payload: bytes, limits: Limits) -> object:
    """The value of a payload. Raises ChecksumError or FormatError."""
    try:
        open_payload(payload, limits.verifies_checksums)
        # Real servers don't notice when an object runs on into the footer; nor when it ends early.
        return deserialize(Reader(payload), limits)
    except ChecksumError:
        raise
    except (ValueError, IndexError, KeyError, struct.error) as fault:
        raise FormatError from fault
