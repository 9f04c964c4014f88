"""Numbers as they travel in arguments and values: strict reading, exact printing.

Nothing here raises for a malformed text: a parser answers ``None`` and its caller knows which
error reply that means. Integers are Python's own, bounded by the parsers; scores are ``float``;
what ``INCRBYFLOAT`` and ``HINCRBYFLOAT`` compute with is ``LongDouble``, the 80-bit extended
format, done in integers so that every printed digit is the one an x86-64 server prints.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final

INT64_MIN: Final = -(2**63)
INT64_MAX: Final = 2**63 - 1
UINT64_MAX: Final = 2**64 - 1

# The longest text of a 64-bit integer: a sign and 19 digits.
_INT64_TEXT_MAX: Final = 20
_INT64_DIGITS: Final = 19

_SAFE_DIGITS: Final = 300
"""So many digits are never too many for a double."""


def parse_int(text: bytes | bytearray) -> int | None:
    """Read a signed 64-bit integer in its one canonical form.

    Refused: anything that printing the number would not give back (a plus sign, leading zeros,
    spaces, ``-0``, underscores), and what does not fit.
    """
    # Most are plain digits (133 ns; 214 by what follows) or no number at all, and for that
    # int()'s exception alone takes 700.
    if text.isdigit():
        if len(text) < _INT64_DIGITS and (text[0] != 48 or len(text) == 1):
            return int(text)
    elif not text or not 48 <= text[-1] <= 57:
        return None
    if len(text) > _INT64_TEXT_MAX:
        return None
    try:
        value = int(text)
    except ValueError:
        return None
    # The round trip is quicker than a regular expression and refuses all that int() forgives.
    if b"%d" % value != text or not INT64_MIN <= value <= INT64_MAX:
        return None
    return value


def parse_uint(text: bytes | bytearray) -> int | None:
    """Read an unsigned 64-bit integer in its one canonical form."""
    if len(text) > _INT64_TEXT_MAX:
        return None
    try:
        value = int(text)
    except ValueError:
        return None
    if b"%d" % value != text or not 0 <= value <= UINT64_MAX:
        return None
    return value


_LOOSE_UINT: Final = re.compile(rb"[ \t\n\v\f\r]*([+-]?)([0-9]+)")


def parse_uint_loose(text: bytes | bytearray) -> int | None:
    """Read an unsigned 64-bit integer as scan cursors and the parts of stream IDs are read.

    Spaces in front, a sign and leading zeros are forgiven and the text ends at its first NUL. The
    canonical text of a negative 64-bit integer is refused; any other negative one wraps around.
    """
    value = parse_uint(text)
    if value is not None:
        return value
    text, _, _ = bytes(text).partition(b"\0")
    if (value := parse_int(text)) is not None:
        return value if value >= 0 else None
    match = _LOOSE_UINT.fullmatch(text)
    if match is None:
        return None
    magnitude = parse_uint(match[2].lstrip(b"0") or b"0")
    if magnitude is None:
        return None
    return -magnitude & UINT64_MAX if match[1] == b"-" else magnitude


# --- double precision -----------------------------------------------------------------------

# The one text with two signs that 8.2 takes: it reads a minus, then "inf" which has its own sign.
_TWICE_SIGNED: Final = (b"-+inf", b"-+infinity")
_HEX_PREFIXES: Final = (b"0x", b"+0x", b"-0x")


def parse_double(text: bytes | bytearray) -> float | None:
    """Read a double: decimal, hexadecimal (``0x1.8p1``) or infinite.

    Refused: not a number, spaces on either side, a finite text too large for a double, and one
    so small that it would become zero.
    """
    if text.isdigit() and len(text) <= _SAFE_DIGITS:
        return float(text)  # the commonest: 250 ns, where all that follows takes 400
    try:
        value = float(text)
    except ValueError:
        return _parse_odd_double(bytes(text).lower())
    if value == 0.0:
        if text.lower().partition(b"e")[0].strip(b"+-0."):
            return None  # there is another digit than 0 before the exponent: it was too small
    elif value - value != 0.0 and (value != value or b"i" not in text.lower()):
        return None  # not a number, or infinite without having said so
    # float() forgives surrounding spaces and underscores between digits.
    if text[0] <= 32 or text[-1] <= 32 or b"_" in text:
        return None
    return value


def _parse_odd_double(lowered: bytes) -> float | None:
    """What :func:`parse_double` accepts and ``float`` doesn't."""
    if lowered in _TWICE_SIGNED:
        return -math.inf
    if not lowered.startswith(_HEX_PREFIXES) or lowered[-1] <= 32:
        return None
    try:
        value = float.fromhex(lowered.decode("ascii"))
    except (ValueError, OverflowError):
        return None
    if value == 0.0 and any(c in b"123456789abcdef" for c in lowered[2:].partition(b"p")[0]):
        return None
    return value


def parse_score_bound(text: bytes | bytearray) -> float | None:
    """Read the number of a score interval, without its ``(``.

    Looser and stricter than :func:`parse_double`: the text ends at its first NUL, an empty one is
    zero and what is out of a double's range becomes infinite or zero; hexadecimal is refused.
    """
    text, _, _ = bytes(text).partition(b"\0")
    if not text:
        return 0.0
    if text[0] <= 32 or text[-1] <= 32 or b"_" in text:
        return None
    try:
        value = float(text)
    except ValueError:
        return -math.inf if text.lower() in _TWICE_SIGNED else None
    return None if value != value else value


# Doubles up to this magnitude print as integers when they are whole.
_WHOLE_MAX: Final = float(2**62)


def format_double(value: float) -> bytes:
    """Print a double as a server of the 7.2 line and later does, in RESP2 and RESP3 alike.

    Whole numbers up to 2**62 print exactly. The others print the digits that Grisu2 finds (the
    shortest that read back as the same double, in all but some 0.1 % of cases), without an
    exponent as long as that needs few zeros. Negative zero prints ``-0``.
    """
    if -_WHOLE_MAX <= value <= _WHOLE_MAX:
        whole = int(value)
        if whole == value:
            return b"%d" % whole if whole or math.copysign(1.0, value) > 0 else b"-0"
        return _format_fraction(value)
    if value != value:
        return b"nan"
    if value - value != 0.0:
        return b"inf" if value > 0 else b"-inf"
    return _format_fraction(value)


@lru_cache(maxsize=4096)
def _format_fraction(value: float) -> bytes:
    """Print a finite double that is not a small whole number."""
    sign = b"-" if value < 0 else b""
    digits, exponent = _grisu2(abs(value))
    count = len(digits)
    point = count + exponent  # digits before the decimal point
    magnitude = abs(point - 1)
    if exponent >= 0 and magnitude < count + 7:
        return sign + digits + b"0" * exponent
    if exponent < 0 and (exponent > -7 or magnitude < 4):
        if point <= 0:
            return sign + b"0." + b"0" * -point + digits
        return sign + digits[:point] + b"." + digits[point:]
    mantissa = digits[:1] + b"." + digits[1:] if count > 1 else digits
    return b"%s%se%s%d" % (sign, mantissa, b"-" if point < 1 else b"+", magnitude)


# Grisu2 multiplies by a power of ten from a table whose entries are eight decades apart and
# whose significands are rounded to 64 bits: (significand, binary exponent), from 10**-348 on.
_FIRST_POWER: Final = -348
_POWER_STEP: Final = 8
_POWER_COUNT: Final = 87
_LOG10_OF_2: Final = 0.30102999566398114


def _rounded_power_of_ten(power: int) -> tuple[int, int]:
    """10**power as a 64-bit significand, rounded to nearest, and a binary exponent."""
    numerator, denominator = (10**power, 1) if power >= 0 else (1, 10**-power)
    shift = 64 - (numerator.bit_length() - denominator.bit_length())
    while True:
        scaled = (numerator << shift) if shift >= 0 else numerator
        divisor = denominator if shift >= 0 else denominator << -shift
        significand = (2 * scaled + divisor) // (2 * divisor)
        if significand < 2**64:
            return significand, -shift
        shift -= 1


@lru_cache(maxsize=1)
def _powers_of_ten() -> list[tuple[int, int]]:
    """The table, made when the first fraction is printed."""
    return [
        _rounded_power_of_ten(_FIRST_POWER + _POWER_STEP * index) for index in range(_POWER_COUNT)
    ]


def _grisu2(value: float) -> tuple[bytes, int]:
    """Digits and decimal exponent of a positive finite double (Loitsch, 2010).

    Its 64-bit arithmetic decides which of several near candidates is printed, so the shortest
    text from ``repr`` would differ now and then; this gives what servers give.
    """
    fraction, binary_exponent = math.frexp(value)
    exponent = max(binary_exponent - 53, -1074)
    significand = int(math.ldexp(fraction, binary_exponent - exponent))

    # The halves of the way to both neighbours, on the scale where the upper one has 64 bits.
    upper = 2 * significand + 1
    shift = 64 - upper.bit_length()
    upper <<= shift
    upper_exponent = exponent - 1 - shift
    closer_below = significand == 1 << 52 and exponent > -1074
    lower = (4 * significand - 1) << (shift - 1) if closer_below else (2 * significand - 1) << shift
    middle = significand << (64 - significand.bit_length())

    power, power_exponent, decimal = _cached_power(upper_exponent)
    half = 1 << 63
    middle = (middle * power + half) >> 64
    lower = ((lower * power + half) >> 64) + 1
    upper = ((upper * power + half) >> 64) - 1
    one_shift = -(upper_exponent + power_exponent + 64)
    return _generate_digits(middle, lower, upper, one_shift, -decimal)


def _cached_power(exponent: int) -> tuple[int, int, int]:
    """The table's power that brings a binary exponent into -60..-32, and its decimal exponent."""
    table = _powers_of_ten()
    index = int((-(exponent + _POWER_COUNT) * _LOG10_OF_2 - _FIRST_POWER) / _POWER_STEP)
    while True:
        significand, power_exponent = table[index]
        scaled = exponent + power_exponent + 64
        if scaled < -60:
            index += 1
        elif scaled > -32:
            index -= 1
        else:
            return significand, power_exponent, _FIRST_POWER + index * _POWER_STEP


def _generate_digits(
    middle: int, lower: int, upper: int, one_shift: int, exponent: int
) -> tuple[bytes, int]:
    """Cut the upper bound's digits where the rest is within the interval, then move to the middle.

    All three are fixed-point numbers with `one_shift` bits behind the point.
    """
    wanted = upper - middle
    delta = upper - lower
    one = 1 << one_shift
    whole, rest = upper >> one_shift, upper & (one - 1)

    text = str(whole)
    for kappa in range(len(text) - 1, -1, -1):
        divisor = 10**kappa
        remainder = ((whole % divisor) << one_shift) + rest
        if remainder <= delta:
            digits = whole // divisor
            return _approach(
                digits, delta, remainder, divisor << one_shift, wanted, exponent + kappa
            )

    digits = whole
    kappa = 0
    while True:
        rest *= 10
        delta *= 10
        wanted *= 10
        kappa -= 1
        digits = digits * 10 + (rest >> one_shift)
        rest &= one - 1
        if rest < delta:
            return _approach(digits, delta, rest, one, wanted, exponent + kappa)


def _approach(
    digits: int, delta: int, remainder: int, step: int, wanted: int, exponent: int
) -> tuple[bytes, int]:
    """Lower the last digit as long as that brings the number nearer to the one wanted."""
    while (
        remainder < wanted
        and delta - remainder >= step
        and (remainder + step < wanted or wanted - remainder > remainder + step - wanted)
    ):
        digits -= 1
        remainder += step
    return b"%d" % digits, exponent


# --- extended precision ---------------------------------------------------------------------

_MANTISSA_BITS: Final = 64
_MIN_EXPONENT: Final = -16445  # of the lowest bit: 2**-16445 is the smallest positive number
_MAX_EXPONENT: Final = 16384 - _MANTISSA_BITS  # of the lowest bit of a full mantissa
_PRINTED_DECIMALS: Final = 17
# A server copies the text to a fixed buffer before it reads it.
_LONG_DOUBLE_TEXT_MAX: Final = 5 * 1024 - 1
# Beyond these decimal exponents of the first digit the result is known without computing it.
_DECIMAL_OVERFLOW: Final = 4940
_DECIMAL_UNDERFLOW: Final = -4960

_DECIMAL: Final = re.compile(rb"([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d+))?", re.ASCII)
_HEXADECIMAL: Final = re.compile(
    rb"([+-]?)0[xX](?:([0-9a-fA-F]+)\.?([0-9a-fA-F]*)|\.([0-9a-fA-F]+))(?:[pP]([+-]?\d+))?",
    re.ASCII,
)
_INFINITE: Final = re.compile(rb"([+-]?)inf(?:inity)?", re.IGNORECASE)


class LongDouble:
    """An 80-bit extended number: `mantissa` (signed, at most 64 bits) times 2**`exponent`.

    An infinite one has ``exponent`` None and the sign of its mantissa. Zero has no sign: nothing
    that is printed tells them apart.
    """

    __slots__ = ("exponent", "mantissa")

    def __init__(self, mantissa: int, exponent: int | None) -> None:
        self.mantissa = mantissa
        self.exponent = exponent

    @property
    def infinite(self) -> bool:
        """Whether it lies beyond all finite numbers."""
        return self.exponent is None

    def __add__(self, other: LongDouble) -> LongDouble | None:
        """The rounded sum; None when it is not a number (opposite infinities)."""
        if self.exponent is None or other.exponent is None:
            if self.exponent is not None:
                return other
            if other.exponent is None and self.mantissa != other.mantissa:
                return None
            return self
        exponent = min(self.exponent, other.exponent)
        total = (self.mantissa << (self.exponent - exponent)) + (
            other.mantissa << (other.exponent - exponent)
        )
        return _round_to_long_double(total, 1, exponent)

    def __repr__(self) -> str:
        if self.exponent is None:
            return "LongDouble(inf)" if self.mantissa > 0 else "LongDouble(-inf)"
        return f"LongDouble({self.mantissa} * 2**{self.exponent})"


def _round_to_long_double(numerator: int, denominator: int, exponent: int) -> LongDouble:
    """numerator / denominator * 2**exponent, to nearest, ties to even; infinite when too large."""
    if not numerator:
        return LongDouble(0, 0)
    magnitude = abs(numerator)
    shift = magnitude.bit_length() - denominator.bit_length() - _MANTISSA_BITS
    if (magnitude >> shift if shift >= 0 else magnitude << -shift) >= denominator << _MANTISSA_BITS:
        shift += 1
    shift = max(shift, _MIN_EXPONENT - exponent)
    top = magnitude if shift >= 0 else magnitude << -shift
    bottom = denominator << shift if shift >= 0 else denominator
    mantissa, rest = divmod(top, bottom)
    if 2 * rest > bottom or (2 * rest == bottom and mantissa & 1):
        mantissa += 1
    exponent += shift
    sign = -1 if numerator < 0 else 1
    if exponent + mantissa.bit_length() > _MAX_EXPONENT + _MANTISSA_BITS:
        return LongDouble(sign, None)
    return LongDouble(sign * mantissa, exponent)


def parse_long_double(text: bytes | bytearray) -> LongDouble | None:
    """Read an extended number: decimal, hexadecimal or infinite.

    Refused: not a number, spaces on either side, more than 5119 bytes, and a finite text that is
    too large for the format or would become zero in it.
    """
    if len(text) > _LONG_DOUBLE_TEXT_MAX:
        return None
    if match := _DECIMAL.fullmatch(text):
        sign, whole, fraction, bare, power = match.groups()
        fraction = bare or fraction or b""
        digits = ((whole or b"") + fraction).lstrip(b"0")
        if not digits:
            return LongDouble(0, 0)
        exponent = _bounded_exponent(power) - len(fraction)
        leading = exponent + len(digits)
        if leading > _DECIMAL_OVERFLOW or leading < _DECIMAL_UNDERFLOW:
            return None
        number = _digits_to_int(digits)
        value = (
            _round_to_long_double(number * 10**exponent, 1, 0)
            if exponent >= 0
            else _round_to_long_double(number, 10**-exponent, 0)
        )
    elif match := _HEXADECIMAL.fullmatch(text):
        sign, whole, fraction, bare, power = match.groups()
        fraction = bare or fraction or b""
        number = int((whole or b"") + fraction, 16)
        if not number:
            return LongDouble(0, 0)
        value = _round_to_long_double(number, 1, _bounded_exponent(power) - 4 * len(fraction))
    elif match := _INFINITE.fullmatch(text):
        return LongDouble(-1 if match[1] == b"-" else 1, None)
    else:
        return None
    if value.exponent is None or not value.mantissa:
        return None
    if sign == b"-":
        value.mantissa = -value.mantissa
    return value


def _bounded_exponent(text: bytes | None) -> int:
    """A written exponent, cut to a size that still decides and is cheap to compute with."""
    if not text:
        return 0
    if len(text) > 6:
        digits = text.lstrip(b"+-").lstrip(b"0")
        if len(digits) > 6:
            return -1_000_000 if text.startswith(b"-") else 1_000_000
    return int(text)


def _digits_to_int(digits: bytes) -> int:
    """An integer of up to 5119 decimal digits; int() alone refuses more than 4300."""
    if len(digits) <= 4000:
        return int(digits)
    high, low = digits[:4000], digits[4000:]
    scale: int = 10 ** len(low)
    return int(high) * scale + int(low)


def format_long_double(value: LongDouble) -> bytes:
    """Print a finite extended number with up to 17 decimals, trailing zeros cut, never ``-0``."""
    mantissa, exponent = value.mantissa, value.exponent
    if exponent is None:
        return b"inf" if mantissa > 0 else b"-inf"
    sign = b"-" if mantissa < 0 else b""
    magnitude = abs(mantissa)
    if exponent >= 0:
        return sign + _int_to_digits(magnitude << exponent)
    scaled, rest = divmod(magnitude * 10**_PRINTED_DECIMALS, 1 << -exponent)
    half = 1 << (-exponent - 1)
    if rest > half or (rest == half and scaled & 1):
        scaled += 1
    if not scaled:
        return b"0"
    whole, fraction = divmod(scaled, 10**_PRINTED_DECIMALS)
    if not fraction:
        return b"%s%d" % (sign, whole)
    return b"%s%d.%s" % (sign, whole, (b"%017d" % fraction).rstrip(b"0"))


def _int_to_digits(number: int) -> bytes:
    """Decimal digits of a non-negative integer of any size; %d alone refuses beyond 4300."""
    if number.bit_length() < 13_000:
        return b"%d" % number
    high, low = divmod(number, 10**3500)
    return b"%d%03500d" % (high, low)


def parse_timeout(text: bytes | bytearray) -> int | None:
    """Read a blocking timeout in seconds; milliseconds, rounded up, are what it means.

    None when it is not a number. The result may be negative or beyond 64 bits: which error that
    is, the caller knows. An infinite one gives the number just outside of 64 bits on its side.
    """
    value = parse_long_double(text)
    if value is None:
        return None
    if value.exponent is None:
        return INT64_MAX + 1 if value.mantissa > 0 else INT64_MIN - 1
    scaled = _round_to_long_double(value.mantissa * 1000, 1, value.exponent)
    if scaled.exponent is None:
        return INT64_MAX + 1 if scaled.mantissa > 0 else INT64_MIN - 1
    if scaled.exponent >= 0:
        return scaled.mantissa << scaled.exponent
    return -(-scaled.mantissa >> -scaled.exponent)
