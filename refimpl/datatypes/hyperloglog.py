"""HyperLogLog: how many different elements were added, estimated from 16384 small registers.

An element's hash picks a register and gives a count, one more than the zero bits that follow; a
register holds the highest count it was given. The value is a string that clients may read and
write, so its bytes are the same as a real server's:

- 16 bytes of header: ``HYLL``, the encoding (0 dense, 1 sparse), three unused bytes, and the last
  estimate, the highest bit of which tells that it is out of date;
- dense: all registers of six bits, the first in the lowest bits of the first byte;
- sparse: runs of equal registers, ``00nnnnnn`` n+1 times zero, ``01nnnnnn nnnnnnnn`` the same for
  longer runs, ``1vvvvvnn`` n+1 times v+1.

A sparse string's bytes depend on the way that led to it: neighbouring runs are joined only around
the place that was changed.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from math import inf, log, sqrt
from typing import Final, NamedTuple

REGISTERS: Final = 1 << 14
HEADER_SIZE: Final = 16
DENSE_SIZE: Final = HEADER_SIZE + REGISTERS * 6 // 8

_INDEX_BITS: Final = 14
_HASH_BITS: Final = 64 - _INDEX_BITS
_MAGIC: Final = b"HYLL"
_DENSE, _SPARSE = 0, 1
_ENCODING_AT: Final = 4
_ESTIMATE: Final = slice(8, 16)
_STALE_AT: Final = 15
_STALE: Final = 0x80

_SPARSE_COUNT_MAX: Final = 32
_SPARSE_RUN_MAX: Final = 4
_ZEROS_MAX: Final = 64
_JOINED: Final = 5
"""So many runs are looked at for neighbours to join, from the one before a change on."""

_UINT64: Final = 2**64 - 1


class Corrupted(ValueError):
    """The runs of a sparse string don't make up all registers."""


class Place(NamedTuple):
    """Where a run begins in a sparse string, and with which register."""

    at: int
    register: int


START: Final = Place(HEADER_SIZE, 0)


def create() -> bytearray:
    """One that nothing was added to."""
    return bytearray(_MAGIC + bytes((_SPARSE,)) + bytes(11) + _zeros(REGISTERS))


def is_valid(value: bytes | bytearray) -> bool:
    """Whether a string may be a HyperLogLog, as far as its header and length tell."""
    if len(value) < HEADER_SIZE or value[:4] != _MAGIC or value[_ENCODING_AT] > _SPARSE:
        return False
    return value[_ENCODING_AT] == _SPARSE or len(value) == DENSE_SIZE


def is_dense(value: bytes | bytearray) -> bool:
    """Whether all registers are written out."""
    return value[_ENCODING_AT] == _DENSE


def last_estimate(value: bytes | bytearray) -> int | None:
    """What was estimated last, None if something was added since."""
    return None if value[_STALE_AT] & _STALE else int.from_bytes(value[_ESTIMATE], "little")


def keep_estimate(value: bytearray, estimate: int) -> None:
    """Write the estimate down until something is added."""
    value[_ESTIMATE] = estimate.to_bytes(8, "little")


def drop_estimate(value: bytearray) -> None:
    """The last estimate is out of date."""
    value[_STALE_AT] |= _STALE


# Adding


def add(value: bytearray, element: bytes, sparse_max: int) -> bool:
    """Add an element; whether that raised a register. Raises Corrupted."""
    number = murmur64(element)
    # A bit beyond the hash ends the zeros of one that has no other bit.
    rest = number >> _INDEX_BITS | 1 << _HASH_BITS
    count = (rest & -rest).bit_length()
    return raise_register(value, number & REGISTERS - 1, count, sparse_max)


def raise_register(value: bytearray, register: int, count: int, sparse_max: int) -> bool:
    """Raise a register to the count unless it is as high already; whether it was raised.

    A sparse string that would get longer than `sparse_max` bytes, or whose runs can't hold the
    count, becomes dense. Raises Corrupted.
    """
    if value[_ENCODING_AT] == _DENSE:
        return _raise_dense(value, register, count)
    return _raise_sparse(value, register, count, sparse_max, START) is not None


def raise_registers(value: bytearray, counts: bytes, sparse_max: int) -> None:
    """Raise every register to at least its count. Raises Corrupted."""
    place = START
    for register, count in enumerate(counts):
        if not count:
            continue
        if value[_ENCODING_AT] == _DENSE:
            _pack(value, bytes(map(max, registers(value), counts)))
            return
        # The runs before the one that was changed last needn't be gone through again.
        place = _raise_sparse(value, register, count, sparse_max, place) or place


def _raise_dense(value: bytearray, register: int, count: int) -> bool:
    at, shift = HEADER_SIZE + register * 6 // 8, register * 6 % 8
    pair = int.from_bytes(value[at : at + 2], "little")
    if count <= pair >> shift & 63:
        return False
    pair = pair & ~(63 << shift) | count << shift
    value[at] = pair & 255
    if shift > 2:
        value[at + 1] = pair >> 8
    return True


def _raise_sparse(
    value: bytearray, register: int, count: int, sparse_max: int, start: Place
) -> Place | None:
    """Raise a register, looking for it from a run on that begins before it.

    None if it was as high already; else the run before the one that was changed.
    """
    if count > _SPARSE_COUNT_MAX:
        to_dense(value)
        _raise_dense(value, register, count)
        return START
    at, first = start
    before: Place | None = None
    size = len(value)
    while at < size:
        run = value[at]
        width = 1
        if run >= 0x80:
            length = (run & 3) + 1
        elif run < 0x40:
            length = run + 1
        else:
            width = 2
            length = _long_run(value, at)
        if register < first + length:
            break
        before = Place(at, first)
        at += width
        first += length
    else:
        raise Corrupted
    if before is None and start is not START:
        # The run before this one is needed below.
        return _raise_sparse(value, register, count, sparse_max, START)

    old = (run >> 2 & 31) + 1 if run >= 0x80 else 0
    if old >= count:
        return None
    if length == 1 and width == 1:
        value[at] = _run(count, 1)
    else:
        parted = bytearray()
        if register > first:
            parted += _runs(old, register - first)
        parted.append(_run(count, 1))
        if register < first + length - 1:
            parted += _runs(old, first + length - 1 - register)
        if len(parted) > width and size + len(parted) - width > sparse_max:
            to_dense(value)
            _raise_dense(value, register, count)
            return START
        value[at : at + width] = parted
    _join(value, HEADER_SIZE if before is None else before.at)
    return before or START


def _join(value: bytearray, at: int) -> None:
    """Join equal neighbours among the few runs from a place on."""
    for _ in range(_JOINED):
        if at >= len(value):
            return
        run = value[at]
        if run < 0x80:
            at += 2 if run >= 0x40 else 1
            continue
        following = value[at + 1] if at + 1 < len(value) else 0
        # Equal but for the lowest two bits: runs of the same count.
        if following >= 0x80 and following >> 2 == run >> 2:
            length = (run & 3) + (following & 3) + 2
            if length <= _SPARSE_RUN_MAX:
                value[at : at + 2] = bytes((run & 0xFC | length - 1,))
                continue
        at += 1


def _long_run(value: bytes | bytearray, at: int) -> int:
    """The length of the run of zeros that takes two bytes; a missing one is a zero byte."""
    return ((value[at] & 63) << 8 | (value[at + 1] if at + 1 < len(value) else 0)) + 1


def _run(count: int, length: int) -> int:
    return 0x80 | count - 1 << 2 | length - 1


def _runs(count: int, length: int) -> bytes:
    """As many registers of one count (0: of none), in one run."""
    return bytes((_run(count, length),)) if count else _zeros(length)


def _zeros(length: int) -> bytes:
    if length > _ZEROS_MAX:
        return bytes((0x40 | length - 1 >> 8, length - 1 & 255))
    return bytes((length - 1,))


# Reading

# Reversed, a dense string's bits stand as in base64, whose codec is by far the quickest
# way to cut them into pieces of six.
_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_TO_COUNTS: Final = bytes.maketrans(_BASE64, bytes(range(64)))
_TO_BASE64: Final = bytes.maketrans(bytes(range(64)), _BASE64)


def registers(value: bytes | bytearray) -> bytes:
    """The counts of all registers. Raises Corrupted."""
    if is_dense(value):
        return b64encode(value[: HEADER_SIZE - 1 : -1]).translate(_TO_COUNTS)[::-1]
    parts = [bytes((count,)) * length for count, length, _ in _sparse_runs(value)]
    return b"".join(parts)


def describe(value: bytes | bytearray) -> bytes:
    """The runs of a sparse string as text, whatever they make up."""
    return b" ".join(
        b"v:%d,%d" % (count, length) if count else b"%b:%d" % (b"z" if width == 1 else b"Z", length)
        for count, length, width in _runs_of(value)
    )


def _sparse_runs(value: bytes | bytearray) -> list[tuple[int, int, int]]:
    """Count, length and width of each run. Raises Corrupted if they aren't all registers."""
    runs = _runs_of(value)
    if sum(length for _, length, _ in runs) != REGISTERS:
        raise Corrupted
    return runs


def _runs_of(value: bytes | bytearray) -> list[tuple[int, int, int]]:
    """Count and length of each run of a sparse string, and how many bytes it takes."""
    runs = []
    at, size = HEADER_SIZE, len(value)
    while at < size:
        run = value[at]
        if run >= 0x80:
            runs.append(((run >> 2 & 31) + 1, (run & 3) + 1, 1))
        elif run < 0x40:
            runs.append((0, run + 1, 1))
        else:
            runs.append((0, _long_run(value, at), 2))
        at += runs[-1][2]
    return runs


def to_dense(value: bytearray) -> None:
    """Write all registers out; the header stays. Raises Corrupted."""
    if not is_dense(value):
        counts = registers(value)
        value[_ENCODING_AT] = _DENSE
        _pack(value, counts)


def _pack(value: bytearray, counts: bytes) -> None:
    value[HEADER_SIZE:] = b64decode(counts[::-1].translate(_TO_BASE64))[::-1]


def histogram(value: bytes | bytearray) -> list[int]:
    """How many registers have each of the 64 counts. Raises Corrupted."""
    if is_dense(value):
        return tally(registers(value))
    numbers = [0] * 64
    for count, length, _ in _sparse_runs(value):
        numbers[count] += length
    return numbers


def tally(counts: bytes) -> list[int]:
    """How many of the registers have each of the 64 counts."""
    return [counts.count(count) for count in range(64)]


# Estimating: Ertl, "New cardinality estimation algorithms for HyperLogLog sketches" (2017)

_ALPHA: Final = 0.5 / log(2)


def estimate(numbers: list[int]) -> int:
    """The number of different elements, from how many registers have each count."""
    total = float(REGISTERS)
    z = total * _tau((total - numbers[_HASH_BITS + 1]) / total)
    for count in range(_HASH_BITS, 0, -1):
        z = (z + numbers[count]) * 0.5
    z += total * _sigma(numbers[0] / total)
    return int(_ALPHA * total * total / z + 0.5)


def _tau(x: float) -> float:
    """The share of the registers whose counts are as high as can be."""
    if x in (0.0, 1.0):
        return 0.0
    y, z = 1.0, 1.0 - x
    while True:
        x = sqrt(x)
        before = z
        y *= 0.5
        z -= (1.0 - x) ** 2 * y
        if before == z:
            return z / 3


def _sigma(x: float) -> float:
    """The share of the registers that nothing has met."""
    if x == 1.0:
        return inf
    y, z = 1.0, x
    while True:
        x *= x
        before = z
        z += x * y
        y += y
        if before == z:
            return z


def self_test() -> str | None:
    """Add some elements to a sparse and a dense value; what is wrong with them afterwards."""
    sparse, dense = create(), create()
    to_dense(dense)
    for number in range(_TESTED):
        for value in (sparse, dense):
            add(value, b"%d" % number, _TEST_SIZE_MAX)
    if registers(sparse) != registers(dense):
        return "dense/sparse disagree"
    difference = abs(estimate(histogram(dense)) - _TESTED)
    # The standard error is 0.81 %.
    return (
        f"Too big error. card:{_TESTED} abserr:{difference}" if difference > _TESTED / 20 else None
    )


_TESTED: Final = 2000
_TEST_SIZE_MAX: Final = 2000


# Hashing

_SEED: Final = 0xADC83B19
_MULTIPLIER: Final = 0xC6A4A7935BD1E995
_SHIFT: Final = 47


def murmur64(data: bytes) -> int:
    """MurmurHash64A, by Austin Appleby: the 64-bit version of MurmurHash2 for 64-bit machines."""
    size = len(data)
    number = _SEED ^ size * _MULTIPLIER & _UINT64
    whole = size & ~7
    for at in range(0, whole, 8):
        word = int.from_bytes(data[at : at + 8], "little") * _MULTIPLIER & _UINT64
        word ^= word >> _SHIFT
        number = (number ^ word * _MULTIPLIER & _UINT64) * _MULTIPLIER & _UINT64
    if size > whole:
        number = (number ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _UINT64
    number = (number ^ number >> _SHIFT) * _MULTIPLIER & _UINT64
    return number ^ number >> _SHIFT
