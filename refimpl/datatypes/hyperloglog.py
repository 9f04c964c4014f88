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

import re
from binascii import a2b_base64, b2a_base64
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
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
    for raised in _NOT_ZERO.finditer(counts):
        register = raised.start()
        if value[_ENCODING_AT] == _DENSE:
            _pack(value, highest(registers(value), counts))
            return
        # The runs before the one that was changed last needn't be gone through again.
        place = _raise_sparse(value, register, counts[register], sparse_max, place) or place


_NOT_ZERO: Final = re.compile(rb"[^\0]")


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
    survey = _survey_of(value) if start is START else None
    if survey is not None:
        start = survey.near(register)
    before, at, first, length, width = _find(value, register, start)
    run = value[at]
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
        if len(parted) > width and len(value) + len(parted) - width > sparse_max:
            to_dense(value)
            _raise_dense(value, register, count)
            return START
        size = len(value) + len(parted) - width
        value[at : at + width] = parted
        # The second byte of a long run may be missing at the end: then there is room for one less.
        del value[size:]
    _join(value, before.at)
    if survey is not None:
        survey.follow(value)
    drop_estimate(value)  # at once: a later element may find the string corrupted
    return before


def _find(value: bytearray, register: int, start: Place) -> tuple[Place, int, int, int, int]:
    """The run that holds a register: the run before it, where it is, its first register, its
    length and width. The first run has itself before it. Raises Corrupted.
    """
    if start is START:
        start = _near(value, register)
    before, (at, first) = start, start
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
            if at == start.at != HEADER_SIZE:
                # What lies before the run that was looked at first isn't known.
                return _find(value, register, START)
            return before, at, first, length, width
        before = Place(at, first)
        at += width
        first += length
    raise Corrupted


# What is no first byte of a run of two is either a run of one or belongs to the run before it.
_PIECES: Final = re.compile(rb"(?:[^\x40-\x7f]|[\x40-\x7f].?){1,24}", re.DOTALL)
"""Several runs."""

_ALIKE: Final = re.compile(rb"[^\x40-\x7f]+|[\x40-\x7f].?", re.DOTALL)
"""One run of two bytes, or all of one byte until the next one."""

_RUNS: Final = re.compile(rb"[^\x40-\x7f]|[\x40-\x7f].?", re.DOTALL)
_LONG_RUNS: Final = re.compile(rb"[\x40-\x7f].?", re.DOTALL)

_LENGTHS: Final = bytes([*range(1, 65), *bytes(64), *(bytes((1, 2, 3, 4)) * 32)])
"""By the byte of a run, how many registers it stands for; 0 for the first of two."""


def _zeros_of(long_runs: list[bytes]) -> int:
    """How many registers runs of two bytes stand for; the last one's second byte may be missing."""
    heads, rest = b"".join([run[:1] for run in long_runs]), b"".join([run[1:] for run in long_runs])
    return (sum(heads) - 64 * len(heads) << 8) + sum(rest) + len(heads)


class _Survey:
    """Where the runs of a sparse string begin: found out when it is looked at a second time, and
    then kept up to date.

    With 500 elements in a string, one more takes 6 microseconds so, instead of 60 to 90.
    """

    __slots__ = ("_at", "_firsts", "_long", "_runs")

    def __init__(self, value: bytearray) -> None:
        self._runs = value[HEADER_SIZE:]
        runs = _RUNS.findall(self._runs)
        lengths = [_LENGTHS[run[0]] or _long_run(run, 0) for run in runs]
        self._firsts = list(accumulate(lengths, initial=0))
        """The first register of each run; then how many they make up."""
        self._long = bytearray([run[0] & 0xC0 == 0x40 for run in runs])
        """Which runs take two bytes."""
        self._at = 0

    def is_of(self, value: bytearray) -> bool:
        """Whether nothing has changed."""
        return self._runs == value[HEADER_SIZE:]

    def is_whole(self) -> bool:
        """Whether the runs make up all registers."""
        return self._firsts[-1] == REGISTERS

    def near(self, register: int) -> Place:
        """The run before the one that holds the register; the first one has itself before it."""
        at = self._at = max(bisect_right(self._firsts, register) - 2, 0)
        return Place(HEADER_SIZE + at + self._long.count(1, 0, at), self._firsts[at])

    def follow(self, value: bytearray) -> None:
        """Learn what has become of the runs from the one on that `near` told last."""
        start = self._at
        stop = min(start + _CHANGED, len(self._firsts) - 1)
        firsts, long = [], bytearray()
        at, first = HEADER_SIZE + start + self._long.count(1, 0, start), self._firsts[start]
        while first < self._firsts[stop] and at < len(value):
            is_long = value[at] & 0xC0 == 0x40
            firsts.append(first)
            long.append(is_long)
            first += _long_run(value, at) if is_long else _LENGTHS[value[at]]
            at += 1 + is_long
        whole = first == self._firsts[stop]
        self._firsts[start:stop] = firsts
        self._long[start:stop] = long
        self._runs = value[HEADER_SIZE:] if whole else bytearray()


_CHANGED: Final = _JOINED + 3
"""So many runs may differ from the one before a change on."""

_surveys: dict[int, _Survey | None] = {}
"""By the identity of a string that was looked at lately; None where that was the first time."""

_MOST_SURVEYS: Final = 64


def _survey_of(value: bytearray) -> _Survey | None:
    survey = _surveys.get(id(value))
    if survey is not None and survey.is_of(value):
        return survey
    if id(value) in _surveys:
        survey = _Survey(value)
        if not survey.is_whole():
            survey = None
    elif len(_surveys) >= _MOST_SURVEYS:
        _surveys.clear()
    _surveys[id(value)] = survey
    return survey


def _near(value: bytearray, register: int) -> Place:
    """A run not far before the one that holds the register; the first one if that is near.

    Going from run to run takes ten times as long.
    """
    behind = previous = START
    first = 0
    for piece in _PIECES.finditer(value, HEADER_SIZE):
        runs = piece[0]
        first += sum(_LONG_RUNS.sub(b"", runs).translate(_LENGTHS))
        first += _zeros_of(_LONG_RUNS.findall(runs))
        if register < first:
            break
        previous, behind = behind, Place(piece.end(), first)
    return previous


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
        digits = b2a_base64(value[: HEADER_SIZE - 1 : -1], newline=False)
        return digits.translate(_TO_COUNTS)[::-1]
    histogram(value)  # who has more registers, or less, is corrupted
    parts: list[bytes] = []
    for runs in _ALIKE.findall(value, HEADER_SIZE):
        if runs[0] & 0xC0 == 0x40:
            parts.append(bytes(_long_run(runs, 0)))
        else:
            parts += [_EXPANDED[run] for run in runs]
    return b"".join(parts)


_COUNTS: Final = [(run >> 2 & 31) + 1 if run >= 0x80 else 0 for run in range(256)]
"""By the byte of a run, the count of its registers."""

_EXPANDED: Final = [bytes((_COUNTS[run],)) * _LENGTHS[run] for run in range(256)]
"""By the byte of a run, the counts of all its registers; nothing for a run of two bytes."""


def highest(one: bytes, other: bytes) -> bytes:
    """The higher count of each register of two values: all at once, as two large numbers."""
    a, b = int.from_bytes(one, "little"), int.from_bytes(other, "little")
    # Counts have six bits, so that the highest bit of a byte tells which of two is higher.
    higher = ((a | _HIGH_BITS) - b) & _HIGH_BITS
    mask = higher - (higher >> 7)
    return (b ^ (a ^ b) & mask).to_bytes(REGISTERS, "little")


_HIGH_BITS: Final = int.from_bytes(b"\x80" * REGISTERS, "little")


def describe(value: bytes | bytearray) -> bytes:
    """The runs of a sparse string as text, whatever they make up."""
    return b" ".join(map(_run_text, _RUNS.findall(value, HEADER_SIZE)))


def _run_text(run: bytes) -> bytes:
    length = _LENGTHS[run[0]]
    if not length:
        return b"Z:%d" % _long_run(run, 0)
    return b"v:%d,%d" % (_COUNTS[run[0]], length) if run[0] >= 0x80 else b"z:%d" % length


def to_dense(value: bytearray) -> None:
    """Write all registers out; the header stays. Raises Corrupted."""
    if not is_dense(value):
        counts = registers(value)
        value[_ENCODING_AT] = _DENSE
        _pack(value, counts)


def _pack(value: bytearray, counts: bytes) -> None:
    value[HEADER_SIZE:] = a2b_base64(counts[::-1].translate(_TO_BASE64))[::-1]


def histogram(value: bytes | bytearray) -> list[int]:
    """How many of a value's registers have each of the 64 counts. Raises Corrupted."""
    if is_dense(value):
        return tally(registers(value))
    numbers = [0] * 64
    runs = value[HEADER_SIZE:]
    numbers[0] = _zeros_of(_LONG_RUNS.findall(runs))
    for run, times in Counter(_LONG_RUNS.sub(b"", runs)).items():
        numbers[_COUNTS[run]] += times * _LENGTHS[run]
    if sum(numbers) != REGISTERS:
        raise Corrupted
    return numbers


def tally(counts: bytes) -> list[int]:
    """How many of the registers have each of the 64 counts."""
    numbers = [0] * 64
    left = len(counts)
    for count in range(64):
        if not left:
            break
        numbers[count] = counts.count(count)
        left -= numbers[count]
    return numbers


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
