"""Reading and printing numbers. The vectors were observed on a real 8.2.3 server."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.numbers import (
    INT64_MAX,
    INT64_MIN,
    UINT64_MAX,
    LongDouble,
    format_double,
    format_long_double,
    parse_double,
    parse_int,
    parse_long_double,
    parse_score_bound,
    parse_timeout,
    parse_uint,
    parse_uint_loose,
)

INF = math.inf


@pytest.mark.parametrize(
    "text",
    b"|-|+1|01|-0| 1|1 |1_0|1.0|0x1|1\0|\xd9\xa1|"
    b"9223372036854775808|-9223372036854775809|18446744073709551616".split(b"|"),
)
def test_an_integer_has_one_form(text: bytes) -> None:
    assert parse_int(text) is None


@given(st.integers(INT64_MIN, INT64_MAX))
def test_every_integer_reads_back(number: int) -> None:
    assert parse_int(b"%d" % number) == number
    assert parse_uint(b"%d" % number) == (number if number >= 0 else None)


@given(st.binary(max_size=24))
def test_integers_never_raise(text: bytes) -> None:
    number = parse_int(text)
    assert number is None or b"%d" % number == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (b"0", 0),
        (b"+5", 5),
        (b" 7", 7),
        (b"\t007", 7),
        (b"-0", 0),
        (b"5\x00junk", 5),
        (b"18446744073709551615", UINT64_MAX),
        (b"018446744073709551615", UINT64_MAX),
        (b"-18446744073709551615", 1),
        (b"-1", None),
        (b"", None),
        (b"0 ", None),
        (b"0x0", None),
        (b"18446744073709551616", None),
        (b"-18446744073709551616", None),
    ],
)
def test_loose_unsigned(text: bytes, number: int | None) -> None:
    assert parse_uint_loose(text) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"+1", 1.0),
        (b".5", 0.5),
        (b"5.", 5.0),
        (b"1E+5", 1e5),
        (b"00012", 12.0),
        (b"0x10", 16.0),
        (b"-0X1p3", -8.0),
        (b"0x1.8p1", 3.0),
        (b"iNf", INF),
        (b"-Infinity", -INF),
        (b"-+Inf", -INF),
        (b"0e999", 0.0),
        (b"5e-324", 5e-324),
        (b"1" * 256, float("1" * 256)),
        *[
            (refused, None)
            for refused in b"|.| 1|1 |1\n|1e|1e+|--1|-+1|1_0|1,5|1\0|nan|-nan|nan(1)|infinit|1e400|"
            b"-1e400|1e-400|0x|0x1p99999|0x1p-99999|0x1p|1d| 0x1|0x1 ".split(b"|")
        ],
    ],
)
def test_doubles(text: bytes, value: float | None) -> None:
    assert parse_double(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"", 0.0),
        (b"1\0junk", 1.0),
        (b"1e400", INF),
        (b"1e-400", 0.0),
        (b"+infinity", INF),
        (b"-+inf", -INF),
        (b"0x10", None),
        (b" 1", None),
        (b"1 ", None),
        (b"(1", None),
        (b"nan", None),
        (b"1e", None),
    ],
)
def test_score_bounds(text: bytes, value: float | None) -> None:
    assert parse_score_bound(text) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, b"3"),
        (-0.0, b"-0"),
        (0.1, b"0.1"),
        (0.1 + 0.2, b"0.30000000000000004"),
        (1e-5, b"0.00001"),
        (1e-7, b"1e-7"),
        (5e-324, b"5e-324"),
        (1e17, b"100000000000000000"),
        (2.0**62, b"4611686018427387904"),
        (9.2e18, b"9.2e+18"),
        (2.0**63, b"9223372036854776000"),
        (1e20, b"1e+20"),
        (123456789012345678901.0, b"123456789012345680000"),
        (1.5e300, b"1.5e+300"),
        (-1.7976931348623157e308, b"-1.7976931348623157e+308"),
        (INF, b"inf"),
        (-INF, b"-inf"),
        (math.nan, b"nan"),
    ],
)
def test_printing_doubles(value: float, text: bytes) -> None:
    assert format_double(value) == text


@given(st.floats(allow_nan=False))
def test_a_printed_double_reads_back(value: float) -> None:
    assert parse_double(format_double(value)) == value


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (b"0.1", b"0.1"),
        (b"3.0", b"3"),
        (b"-0.0", b"0"),
        (b"1e-18", b"0"),
        (b"5e-18", b"0"),
        (b"1e-17", b"0.00000000000000001"),
        (b"123456789.123", b"123456789.12299999999959255"),
        (b"18446744073709551617", b"18446744073709551616"),
        (b"0x1.8p1", b"3"),
        (b"0X10", b"16"),
        (b"1e-4950", b"0"),
        (b"0." + b"1" * 200, b"0.11111111111111111"),
    ],
)
def test_long_doubles(text: bytes, printed: bytes) -> None:
    value = parse_long_double(text)
    assert value is not None
    assert format_long_double(value) == printed


@pytest.mark.parametrize(
    "text",
    [
        *b"| 1|1 |nan|nan(1)|1e4933|-1e4933|1e-5000|1e|0x|.|1_0|1\n".split(b"|"),
        *(b"1e999999999999", b"1e-999999999999", b"1" * 5120),
    ],
)
def test_refused_long_doubles(text: bytes) -> None:
    assert parse_long_double(text) is None


def test_long_double_limits() -> None:
    largest = parse_long_double(b"1.18973149535723176502e+4932")
    assert largest is not None
    printed = format_long_double(largest)
    assert len(printed) == 4933
    assert printed.startswith(b"1189731495357231765021263853030970205169")
    total = largest + largest
    assert total is not None
    assert total.infinite
    infinite = parse_long_double(b"-inf")
    assert infinite is not None
    assert total + infinite is None
    assert format_long_double(infinite) == b"-inf"


@given(st.integers(-(2**64) + 1, 2**64 - 1), st.integers(-200, 200))
def test_long_double_addition_is_the_rounded_exact_sum(mantissa: int, exponent: int) -> None:
    one = LongDouble(1, 0)
    total = LongDouble(mantissa, exponent) + one
    assert total is not None
    assert total.exponent is not None
    exact = mantissa * Fraction(2) ** exponent + 1
    got = total.mantissa * Fraction(2) ** total.exponent
    assert abs(total.mantissa) <= 2**64
    assert abs(got - exact) <= abs(exact) * Fraction(1, 2**64)


@given(st.integers(-(10**18), 10**18), st.integers(0, 17))
def test_long_double_text_has_17_decimals(number: int, decimals: int) -> None:
    value = parse_long_double(b"%de-%d" % (number, decimals))
    assert value is not None
    printed = format_long_double(value)
    assert len(printed.partition(b".")[2]) <= 17
    exact = Fraction(number, 10**decimals)
    assert abs(Fraction(printed.decode()) - exact) <= Fraction(abs(exact), 2**64) + Fraction(
        1, 2 * 10**17
    )


@given(st.binary(max_size=12))
def test_reading_never_raises(text: bytes) -> None:
    for parse in (parse_double, parse_long_double, parse_score_bound, parse_uint_loose):
        parse(text)


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        (b"0", 0),
        (b"1", 1000),
        (b"0.1", 100),
        (b"0.0001", 1),
        (b"1e-10", 1),
        (b"-1", -1000),
        (b"-0.0001", 0),
        (b"0x10", 16000),
        (b"inf", INT64_MAX + 1),
        (b"-inf", INT64_MIN - 1),
        (b"9223372036854775", 9223372036854775000),
        (b" 1", None),
        (b"nan", None),
        (b"", None),
    ],
)
def test_timeouts(text: bytes, milliseconds: int | None) -> None:
    assert parse_timeout(text) == milliseconds
