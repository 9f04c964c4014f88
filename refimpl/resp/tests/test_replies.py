"""Replies as bytes, in both protocols."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.resp.replies import (
    EMPTY_ARRAY,
    EMPTY_BULK,
    OK,
    ONE,
    PONG,
    QUEUED,
    ZERO,
    array,
    array_header,
    bulk,
    bulk_header,
    bulks,
    error,
    integer,
    simple,
)
from refimpl.resp.wire import RESP2, RESP3, Wire


def test_constants() -> None:
    assert (OK, QUEUED, PONG) == (b"+OK\r\n", b"+QUEUED\r\n", b"+PONG\r\n")
    assert (ZERO, ONE, EMPTY_ARRAY, EMPTY_BULK) == (b":0\r\n", b":1\r\n", b"*0\r\n", b"$0\r\n\r\n")


@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.integers(-10, 5000)))
def test_integer(n: int) -> None:
    assert integer(n) == b":%d\r\n" % n


@given(st.integers(0, 2**40))
@pytest.mark.parametrize("sizes", [range(1020, 1030)])
def test_headers(sizes: range, n: int) -> None:
    for size in (*sizes, n):
        assert bulk_header(size) == b"$%d\r\n" % size
        assert array_header(size) == b"*%d\r\n" % size


@pytest.mark.parametrize("size", [0, 1, 1023, 1024, 70000])
def test_bulk(size: int) -> None:
    value = b"x" * size
    expected = b"$%d\r\n%b\r\n" % (size, value)
    assert bulk(value) == expected
    assert type(bulk(bytearray(value))) is bytes
    assert bulk(bytearray(value)) == expected
    assert bulks([b"a", value]) == b"*2\r\n$1\r\na\r\n" + expected


def test_lines_stay_lines() -> None:
    assert simple(b"Background saving started") == b"+Background saving started\r\n"
    assert error(b"ERR unknown command 'a\r\nb'") == b"-ERR unknown command 'a  b'\r\n"


def test_arrays() -> None:
    assert array([]) == EMPTY_ARRAY == bulks([])
    assert array([ONE, bulk(b"a")]) == b"*2\r\n:1\r\n$1\r\na\r\n"
    assert bulks(iter([b"a", b"bc"])) == b"*2\r\n$1\r\na\r\n$2\r\nbc\r\n"
    assert bulks({b"k": 1}.keys()) == b"*1\r\n$1\r\nk\r\n"


# The method's result in RESP2 and in RESP3.
DIFFERENCES: dict[str, tuple[bytes, bytes]] = {
    "null": (b"$-1\r\n", b"_\r\n"),
    "null_array": (b"*-1\r\n", b"_\r\n"),
    "empty_map": (b"*0\r\n", b"%0\r\n"),
    "empty_set": (b"*0\r\n", b"~0\r\n"),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_constants_by_protocol(name: str) -> None:
    assert (getattr(RESP2, name), getattr(RESP3, name)) == DIFFERENCES[name]
    assert (RESP2.version, RESP3.version) == (2, 3)


def both(make: str, *args: object) -> tuple[bytes, bytes]:
    return getattr(RESP2, make)(*args), getattr(RESP3, make)(*args)


def test_aggregates() -> None:
    flat = [bulk(b"k"), ONE]
    body = b"$1\r\nk\r\n:1\r\n"
    assert both("map", flat) == (b"*2\r\n" + body, b"%1\r\n" + body)
    assert both("map_header", 3) == (b"*6\r\n", b"%3\r\n")
    assert both("bulk_map", [b"k", b"v"]) == (
        b"*2\r\n$1\r\nk\r\n$1\r\nv\r\n",
        b"%1\r\n$1\r\nk\r\n$1\r\nv\r\n",
    )
    assert both("set", flat) == (b"*2\r\n" + body, b"~2\r\n" + body)
    assert both("bulk_set", {b"m": 1}.keys()) == (b"*1\r\n$1\r\nm\r\n", b"~1\r\n$1\r\nm\r\n")
    assert both("push", flat) == (b"*2\r\n" + body, b">2\r\n" + body)
    assert both("attribute", flat) == (b"", b"|1\r\n" + body)


def test_scalars() -> None:
    assert both("boolean", True) == (b":1\r\n", b"#t\r\n")
    assert both("boolean", False) == (b":0\r\n", b"#f\r\n")
    assert both("big_number", 10**20) == (
        b"$21\r\n100000000000000000000\r\n",
        b"(100000000000000000000\r\n",
    )
    assert both("verbatim", b"txt", b"a\nb") == (b"$3\r\na\nb\r\n", b"=7\r\ntxt:a\nb\r\n")
    assert both("double_text", b"1.50") == (b"$4\r\n1.50\r\n", b",1.50\r\n")


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (0.0, b"0"),
        (3.0, b"3"),
        (-100.0, b"-100"),
        (1.5, b"1.5"),
        (0.1, b"0.1"),
        (0.1 + 0.2, b"0.30000000000000004"),
        (3.141, b"3.141"),
        (1e-5, b"0.00001"),
        (1e-7, b"1e-7"),
        (1e17, b"100000000000000000"),
        (1e20, b"1e+20"),
        (5e-324, b"5e-324"),
        (math.inf, b"inf"),
        (-math.inf, b"-inf"),
        (math.nan, b"nan"),
    ],
)
def test_doubles(x: float, text: bytes) -> None:
    assert RESP2.double(x) == b"$%d\r\n%b\r\n" % (len(text), text)
    assert RESP3.double(x) == b",%b\r\n" % text


@given(st.floats(allow_nan=False), st.sampled_from([RESP2, RESP3]))
def test_a_double_reads_back(x: float, wire: Wire) -> None:
    assert float(wire.double(x).split(b"\r\n")[-2].lstrip(b",")) == x
