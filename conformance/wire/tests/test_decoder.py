"""The decoder: every kind of value, whole, byte by byte and with a tail; and what it refuses."""

from __future__ import annotations

import pytest

from conformance.wire.decoder import Decoder, ProtocolViolation
from conformance.wire.values import (
    Array,
    Attributed,
    BigNumber,
    BlobError,
    Boolean,
    Bulk,
    Double,
    Error,
    Integer,
    Map,
    Null,
    NullKind,
    Push,
    Set,
    Simple,
    Value,
    Verbatim,
)

VALUES: list[tuple[bytes, Value]] = [
    (b"+OK\r\n", Simple(b"OK")),
    (b"+\r\n", Simple(b"")),
    (b"-ERR syntax error\r\n", Error(b"ERR syntax error")),
    (b":0\r\n", Integer(0)),
    (b":-9223372036854775808\r\n", Integer(-(2**63))),
    (b"$0\r\n\r\n", Bulk(b"")),
    (b"$5\r\na\r\nb\x00\r\n", Bulk(b"a\r\nb\x00")),
    (b"$-1\r\n", Null(NullKind.BULK)),
    (b"*-1\r\n", Null(NullKind.ARRAY)),
    (b"_\r\n", Null(NullKind.RESP3)),
    (b"*0\r\n", Array(())),
    (b"*2\r\n$1\r\na\r\n*1\r\n:1\r\n", Array((Bulk(b"a"), Array((Integer(1),))))),
    (b"%1\r\n$1\r\na\r\n:1\r\n", Map(((Bulk(b"a"), Integer(1)),))),
    (b"%0\r\n", Map(())),
    (b"~2\r\n:1\r\n:1\r\n", Set((Integer(1), Integer(1)))),
    (b",1.50\r\n", Double(b"1.50")),
    (b",inf\r\n", Double(b"inf")),
    (b",1e-10\r\n", Double(b"1e-10")),
    (b"#t\r\n", Boolean(True)),
    (b"#f\r\n", Boolean(False)),
    (b"=7\r\ntxt:abc\r\n", Verbatim(b"txt", b"abc")),
    (b"(123456789012345678901234567890\r\n", BigNumber(b"123456789012345678901234567890")),
    (b"!5\r\nERR x\r\n", BlobError(b"ERR x")),
    (b">2\r\n+a\r\n:1\r\n", Push((Simple(b"a"), Integer(1)))),
    (b"*1\r\n>1\r\n$9\r\nsubscribe\r\n", Array((Push((Bulk(b"subscribe"),)),))),
    (b"|1\r\n+k\r\n:1\r\n$1\r\nv\r\n", Attributed(Map(((Simple(b"k"), Integer(1)),)), Bulk(b"v"))),
]

REFUSED = [
    b":1a\r\n",
    b":01\r\n",
    b":+1\r\n",
    b":-0\r\n",
    b":9223372036854775808\r\n",
    b"$-2\r\n",
    b"$01\r\na\r\n",
    b"$1\r\nab\r\n",
    b"*-2\r\n",
    b"%-1\r\n",
    b"_x\r\n",
    b"#x\r\n",
    b",abc\r\n",
    b",1.\r\n",
    b"=3\r\ntxt\r\n",
    b"(1.5\r\n",
    b"+a\n",
    b"+a\rb\r\n",
    b"?1\r\n",
    b"*1\r\n>0\r\n",
    b"*1\r\n" * 200,
]


@pytest.mark.parametrize(("raw", "value"), VALUES, ids=lambda part: repr(part)[:40])
def test_whole_split_and_with_tail(raw: bytes, value: Value) -> None:
    whole = Decoder()
    whole.feed(raw)
    assert whole.next() == (value, raw)
    assert whole.next() is None

    split = Decoder()
    for at in range(len(raw)):
        assert split.next() is None
        split.feed(raw[at : at + 1])
    assert split.next() == (value, raw)

    tailed = Decoder()
    tailed.feed(raw + b"+tail\r\n+rest")
    assert tailed.next() == (value, raw)
    assert tailed.next() == (Simple(b"tail"), b"+tail\r\n")
    assert tailed.next() is None
    assert tailed.pending == b"+rest"


@pytest.mark.parametrize("raw", REFUSED, ids=lambda raw: repr(raw)[:40])
def test_refused(raw: bytes) -> None:
    decoder = Decoder()
    decoder.feed(raw)
    with pytest.raises(ProtocolViolation):
        decoder.next()


def test_large_bulk_in_pieces() -> None:
    decoder = Decoder()
    payload = bytes(3_000_000)
    raw = b"$%d\r\n%b\r\n" % (len(payload), payload)
    for at in range(0, len(raw), 65536):
        assert decoder.next() is None
        decoder.feed(raw[at : at + 65536])
    decoded = decoder.next()
    assert decoded is not None
    assert decoded.value == Bulk(payload)


def test_many_values_keep_their_order() -> None:
    decoder = Decoder()
    decoder.feed(b"".join(b":%d\r\n" % n for n in range(5_000)))
    for n in range(5_000):
        decoded = decoder.next()
        assert decoded is not None
        assert decoded.value == Integer(n)
    assert decoder.next() is None
