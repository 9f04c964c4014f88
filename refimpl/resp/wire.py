"""What differs between RESP2 and RESP3: one `Wire` per protocol, `RESP2` and `RESP3`.

A client speaks one of them at a time. A reply type that RESP2 lacks travels there as its nearest
relative: maps as flat arrays, sets and pushes as arrays, doubles, verbatim strings and big numbers
as bulk strings, booleans as 0 or 1, attributes not at all.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from typing import Final

from refimpl.datatypes.numbers import format_double
from refimpl.resp.replies import ONE, ZERO, array_header, bulk, bulk_run


class Wire(ABC):
    """The encodings of one protocol version.

    Arguments named `encoded` hold replies that are encoded already; all methods return bytes.
    """

    __slots__ = ()

    version: int
    """2 or 3."""
    null: bytes
    """No value, where a command would have answered a single one."""
    null_array: bytes
    """No value, where a command would have answered an array."""
    empty_map: bytes
    empty_set: bytes

    @abstractmethod
    def map_header(self, pairs: int) -> bytes:
        """Announce a map; twice `pairs` replies follow, key and value by turns."""

    def map(self, encoded: list[bytes]) -> bytes:
        """A map from a flat list: key, value, key, value…"""
        return self.map_header(len(encoded) // 2) + b"".join(encoded)

    def bulk_map(self, items: Iterable[bytes | bytearray]) -> bytes:
        """A map of bulk strings from a flat sequence: key, value, key, value…"""
        count, run = bulk_run(items)
        return self.map_header(count // 2) + run

    @abstractmethod
    def set_header(self, n: int) -> bytes:
        """Announce a set of `n` replies."""

    def set(self, encoded: list[bytes]) -> bytes:
        """A set of replies."""
        return self.set_header(len(encoded)) + b"".join(encoded)

    def bulk_set(self, items: Iterable[bytes | bytearray]) -> bytes:
        """A set of bulk strings, in the order given."""
        count, run = bulk_run(items)
        return self.set_header(count) + run

    @abstractmethod
    def double_text(self, text: bytes) -> bytes:
        """A double whose decimal text the caller has made."""

    def double(self, x: float) -> bytes:
        """A double, in the shortest text that reads back as the same number."""
        return self.double_text(format_double(x))

    @abstractmethod
    def boolean(self, value: bool) -> bytes:
        """True or false."""

    @abstractmethod
    def verbatim(self, kind: bytes, text: bytes) -> bytes:
        """A text for people; `kind` is three bytes, `txt` or `mkd`."""

    @abstractmethod
    def big_number(self, n: int) -> bytes:
        """An integer of any size."""

    @abstractmethod
    def push_header(self, n: int) -> bytes:
        """Announce an out-of-band message of `n` replies."""

    def push(self, encoded: Collection[bytes]) -> bytes:
        """An out-of-band message."""
        return self.push_header(len(encoded)) + b"".join(encoded)

    @abstractmethod
    def attribute(self, encoded: list[bytes]) -> bytes:
        """Remarks on the reply that the caller sends next, from a flat list: key, value, …"""


class _Resp2(Wire):
    __slots__ = ()

    version = 2
    null = b"$-1\r\n"
    null_array = b"*-1\r\n"
    empty_map = b"*0\r\n"
    empty_set = b"*0\r\n"

    def map_header(self, pairs: int) -> bytes:
        return array_header(pairs * 2)

    def set_header(self, n: int) -> bytes:
        return array_header(n)

    def double_text(self, text: bytes) -> bytes:
        return bulk(text)

    def boolean(self, value: bool) -> bytes:
        return ONE if value else ZERO

    def verbatim(self, kind: bytes, text: bytes) -> bytes:
        return bulk(text)

    def big_number(self, n: int) -> bytes:
        return bulk(b"%d" % n)

    def push_header(self, n: int) -> bytes:
        return array_header(n)

    def attribute(self, encoded: list[bytes]) -> bytes:
        return b""


class _Resp3(Wire):
    __slots__ = ()

    version = 3
    null = b"_\r\n"
    null_array = b"_\r\n"
    empty_map = b"%0\r\n"
    empty_set = b"~0\r\n"

    def map_header(self, pairs: int) -> bytes:
        return b"%%%d\r\n" % pairs

    def set_header(self, n: int) -> bytes:
        return b"~%d\r\n" % n

    def double_text(self, text: bytes) -> bytes:
        return b"," + text + b"\r\n"

    def boolean(self, value: bool) -> bytes:
        return b"#t\r\n" if value else b"#f\r\n"

    def verbatim(self, kind: bytes, text: bytes) -> bytes:
        return b"=%d\r\n%b:%b\r\n" % (len(text) + 4, kind, text)

    def big_number(self, n: int) -> bytes:
        return b"(%d\r\n" % n

    def push_header(self, n: int) -> bytes:
        return b">%d\r\n" % n

    def attribute(self, encoded: list[bytes]) -> bytes:
        return b"|%d\r\n" % (len(encoded) // 2) + b"".join(encoded)


RESP2: Final[Wire] = _Resp2()
RESP3: Final[Wire] = _Resp3()
