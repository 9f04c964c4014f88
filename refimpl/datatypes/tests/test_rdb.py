"""Values as bytes. The payloads were made by a real 8.2.3 server, some by older ones."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.rdb import packed, values, writer
from refimpl.datatypes.rdb.lzf import decompress
from refimpl.datatypes.rdb.payload import ChecksumError, FormatError, dump, load
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue

LIMITS = Limits()
ELEMENTS = st.lists(
    st.one_of(
        st.binary(max_size=80),
        st.integers(-(2**63), 2**63 - 1).map(lambda number: b"%d" % number),
        st.sampled_from([b"x" * size for size in (63, 64, 127, 4095, 4096, 20_000)]),
    ),
    max_size=40,
)


def contents(value: object) -> object:
    """A value's contents and encoding, comparable."""
    if isinstance(value, ListValue):
        return value.encoding, list(value)
    if isinstance(value, SetValue):
        return value.encoding, value.members()
    if isinstance(value, SortedSetValue):
        return value.encoding, list(value)
    if isinstance(value, HashValue):
        return value.encoding, list(value.entries())
    return value


def a_hash() -> HashValue:
    value = HashValue()
    value.set(b"a", b"1", LIMITS)
    value.set(b"b", b"2", LIMITS)
    value.expire_at(b"b", 33177117420000)
    return value


def a_set(members: list[bytes]) -> SetValue:
    value = SetValue.for_members(members[0], len(members), LIMITS)
    value.extend(members, LIMITS)
    return value


@pytest.mark.parametrize(
    ("value", "payload"),
    [
        (b"foobar", b"\x00\x06foobar\x0c\x00\xf0:\x086M\xc4\xe5\xe7"),
        (b"12", b'\x00\xc0\x0c\x0c\x00\xf7\\\xcc\x91\xa6."\x9c'),
        (b"-129", b"\x00\xc1\x7f\xff\x0c\x00\xdc\x16\xb6\xe8\xae\xaa\x1a\xc9"),
        (
            ListValue.of([b"a", b"-5000", b"300"], LIMITS),
            b"\x12\x01\x02\x11\x11\x00\x00\x00\x03\x00\x81a\x02\xf1x\xec\x03\xc1,\x02\xff"
            b"\x0c\x00j\xebL\xb9J+\xb45",
        ),
        (
            a_set([b"1", b"70000"]),
            b"\x0b\x10\x04\x00\x00\x00\x02\x00\x00\x00\x01\x00\x00\x00p\x11\x01\x00"
            b"\x0c\x00\xecCw\xae\x07L\xc8\x8d",
        ),
        (
            SortedSetValue.of({b"a": 1.5, b"b": -2.0}, LIMITS),
            b"\x11\x15\x15\x00\x00\x00\x04\x00\x81b\x02\xdf\xfe\x02\x81a\x02\x831.5\x04\xff"
            b"\x0c\x00\xa7C\xa96\xc9\xfa\x15\x14",
        ),
        (
            a_hash(),
            b"\x19\xe0iL\xa6,\x1e\x00\x00\x1d\x1d\x00\x00\x00\x06\x00\x81b\x02\x02\x01"
            b"\xf4\xe0iL\xa6,\x1e\x00\x00\t\x81a\x02\x01\x01\x00\x01\xff"
            b"\x0c\x00\x1d\x9f\x89\x99|HY\x9f",
        ),
    ],
)
def test_payloads(value: object, payload: bytes) -> None:
    assert dump(value) == payload
    assert contents(load(payload, LIMITS)) == contents(value)


@pytest.mark.parametrize(
    ("value", "payload"),
    [
        (b"x" * 100, b'\x00\xc3\t@d\x01xx\xe0W\x00\x01xx\x0c\x00\x96\xc1\xc2\xa3A"\xfc\x16'),
        (
            b"abc" * 90,
            b"\x00\xc3\x0bA\x0e\x03abca\xe0\xff\x02\x01bc\x0c\x00\xda\xebJ\xb6\xef\xf6G\x96",
        ),
        (b"12", b"\x00\xc0\x0c\t\x00\xec\xd8\xa9\x9d\x08\x82\xdfd"),  # 6.2
        (  # 6.2: a quicklist of ziplists
            ListValue.of([b"a"], LIMITS),
            b"\x0e\x01\x0e\x0e\x00\x00\x00\n\x00\x00\x00\x01\x00\x00\x01a\xff\t\x00\xa7/V6\xbbt\xea\x1b",
        ),
    ],
)
def test_payloads_that_are_only_read(value: object, payload: bytes) -> None:
    assert contents(load(payload, LIMITS)) == contents(value)


def test_refused_payloads() -> None:
    good = dump(b"foobar")
    for payload in (b"", b"x", good[:-1], good[:-1] + b"x", b"y" + good[1:]):
        with pytest.raises(ChecksumError):
            load(payload, LIMITS)
    newer = bytearray(good)
    newer[-10] = 13
    with pytest.raises(ChecksumError):
        load(bytes(newer), LIMITS)


@given(ELEMENTS)
def test_listpacks_read_back(elements: list[bytes]) -> None:
    assert packed.read_listpack(packed.listpack(elements)) == elements


@given(st.sets(st.integers(-(2**63), 2**63 - 1), min_size=1))
def test_intsets_read_back(numbers: set[int]) -> None:
    members = [b"%d" % number for number in sorted(numbers)]
    assert packed.read_intset(packed.intset(members)) == members


@given(st.integers(0, 2**64 - 1), st.binary(max_size=100))
def test_lengths_and_strings_read_back(number: int, text: bytes) -> None:
    assert Reader(writer.length(number)).length() == number
    assert Reader(writer.string(text)).string() == text


@given(ELEMENTS.filter(len), st.integers(0, 4))
def test_containers_read_back(elements: list[bytes], kind: int) -> None:
    value: object
    if kind == 0:
        value = ListValue.of(elements, LIMITS)
    elif kind == 1:
        value = a_set(elements)
    elif kind == 2:
        value = SortedSetValue.of({each: len(each) / 7 for each in elements}, LIMITS)
    else:
        hash_ = HashValue()
        for index, each in enumerate(elements):
            hash_.set(each, each, LIMITS)
            if kind == 4 and index % 2:
                hash_.expire_at(each, 33177117420000 + index % 3)
        value = hash_
    assert contents(load(dump(value), LIMITS)) == contents(value)


@given(st.integers(0, 2**32))
def test_damaged_objects_are_refused_or_read(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(
        values.serialize(chance.choice([a_hash(), a_set([b"1", b"70000"]), b"x" * 70]))
    )
    for _ in range(chance.randrange(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        values.deserialize(Reader(bytes(data)), LIMITS)
    except (ValueError, IndexError, KeyError, struct.error):
        return


@given(st.binary(max_size=30))
def test_damaged_compression(data: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        decompress(data, 10_000_000)


def test_format_errors() -> None:
    with pytest.raises(FormatError):
        load(_signed(b"\xf0"), LIMITS)
    with pytest.raises(FormatError):
        load(_signed(b"\x02\x00"), LIMITS)


def _signed(serialized: bytes) -> bytes:
    """A payload around any bytes: that of a string whose object is replaced."""
    import anycrc

    body = serialized + b"\x0c\x00"
    checksum: int = anycrc.Model("CRC64-REDIS").calc(body)
    return body + checksum.to_bytes(8, "little")
