"""Hashes: fields against a model, encodings, and the order that deadlines give."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.limits import Limits

LIMITS = Limits()
NOW = 1_000


def a_hash(*fields: bytes) -> HashValue:
    value = HashValue()
    for field in fields:
        value.set(field, b"v-" + field, LIMITS)
    return value


def numbered(count: int) -> list[bytes]:
    return [b"f%d" % number for number in range(count)]


def test_fields_by_age() -> None:
    value = a_hash(b"c", b"a", b"b")
    assert not value.set(b"a", b"again", LIMITS)
    assert value.remove(b"c")
    assert not value.remove(b"c")
    assert value.set(b"c", b"back", LIMITS)
    assert value.items(NOW) == [(b"a", b"again"), (b"b", b"v-b"), (b"c", b"back")]
    assert value.get(b"x") is None
    assert value.encoding == "listpack"


def test_growing_out_of_a_listpack() -> None:
    value = a_hash(*numbered(512))
    value.set(b"f0", b"other", LIMITS)
    assert value.encoding == "listpack"
    value.set(b"one more", b"", LIMITS)
    assert (value.encoding, len(value)) == ("hashtable", 513)


def test_long_fields_and_values_want_a_hash_table() -> None:
    assert a_hash(b"x" * 62).encoding == "listpack"
    value = a_hash(b"x" * 65)
    assert value.encoding == "hashtable"
    value = a_hash(b"a")
    value.set(b"a", b"x" * 65, LIMITS)
    assert value.encoding == "hashtable"


def test_many_arguments_convert_whatever_they_are() -> None:
    value = a_hash(b"a")
    value.expect(512, LIMITS)
    assert value.encoding == "listpack"
    value.expect(513, LIMITS)
    assert value.encoding == "hashtable"


def test_expiring_fields_come_first() -> None:
    value = a_hash(b"a", b"b", b"c", b"d", b"e")
    value.expire_at(b"d", 2000)
    assert (value.encoding, value.fields(NOW)) == ("listpackex", [b"d", b"a", b"b", b"c", b"e"])
    value.expire_at(b"b", 2000)
    value.expire_at(b"e", 1500)
    assert value.fields(NOW) == [b"e", b"b", b"d", b"a", b"c"]
    value.expire_at(b"d", 2000)
    assert value.fields(NOW) == [b"e", b"d", b"b", b"a", b"c"]
    assert value.persist(b"d")
    assert not value.persist(b"d")
    assert value.fields(NOW) == [b"e", b"b", b"a", b"c", b"d"]
    value.set(b"b", b"new", LIMITS)
    assert value.fields(NOW) == [b"e", b"a", b"c", b"d", b"b"]
    value.set(b"e", b"new", LIMITS, keep_deadline=True)
    assert value.deadline(b"e") == 1500
    value.set(b"e", b"new", LIMITS)
    assert value.fields(NOW) == [b"a", b"c", b"d", b"b", b"e"]
    assert (value.encoding, value.expires) == ("listpackex", False)


def test_expired_fields_stay_until_removed() -> None:
    value = a_hash(b"a", b"b", b"c")
    value.expire_at(b"a", 1200)
    value.expire_at(b"b", 1100)
    assert not value.expired(b"b", 1100)
    assert value.expired(b"b", 1101)
    assert value.fields(1101) == [b"a", b"c"]
    assert value.values(1101) == [b"v-a", b"v-c"]
    assert value.scan(0, 10, 1101) == (0, [b"a", b"c"])
    assert len(value) == 3
    assert list(value.entries()) == [
        (b"b", b"v-b", 1100),
        (b"a", b"v-a", 1200),
        (b"c", b"v-c", None),
    ]
    assert value.remove_expired(1100) == []
    assert value.remove_expired(5000, 1) == [b"b"]
    assert value.remove_expired(5000) == [b"a"]
    assert value.fields(0) == [b"c"]
    assert value.next_deadline() is None


def test_next_deadline_forgets_what_changed() -> None:
    value = a_hash(*numbered(100))
    for round_ in range(5):
        for number, field in enumerate(numbered(100)):
            value.expire_at(field, 10_000 * (5 - round_) + number)
    assert value.next_deadline() == 10_000
    value.persist(b"f0")
    value.remove(b"f1")
    assert value.next_deadline() == 10_002
    assert len(value.remove_expired(10_050)) == 48


def test_scan_of_a_table() -> None:
    value = a_hash(*numbered(600))
    value.expire_at(b"f7", 10)
    cursor, seen = value.scan(0, 50, NOW)
    while cursor:
        cursor, page = value.scan(cursor, 50, NOW)
        seen += page
    assert sorted(seen) == sorted(set(numbered(600)) - {b"f7"})


def test_samples() -> None:
    random = Random(2)
    value = a_hash(*numbered(20))
    sample = value.sample(random, 7)
    assert len(set(sample)) == 7
    assert sample == [field for field in value.fields(NOW) if field in sample]
    assert value.sample(random, 20) == numbered(20)
    assert len(set(a_hash(*numbered(600)).sample(random, 300))) == 300
    assert value.random(random) in numbered(20)


def test_copy_is_independent() -> None:
    value = a_hash(b"a", b"b")
    value.expire_at(b"b", 2000)
    twin = value.copy()
    value.persist(b"b")
    assert list(twin.entries()) == [(b"b", b"v-b", 2000), (b"a", b"v-a", None)]
    assert twin.encoding == "listpackex"
    assert twin.next_deadline() == 2000


FIELDS = st.sampled_from([b"a", b"b", b"c", b"d", b"e", b"f"])


@given(st.lists(st.tuples(st.sampled_from("sskrepx"), FIELDS, st.integers(0, 12))))
def test_like_a_model(steps: list[tuple[str, bytes, int]]) -> None:
    """Order, too: a list of (field, deadline) with the rules of a listpackex in plain words."""
    limits = Limits()
    value = HashValue()
    model: list[tuple[bytes, int | None]] = []

    def put_deadline(field: bytes, deadline: int) -> None:
        place = 0
        while place < len(model):
            other = model[place][1]
            if other is None or other >= deadline:
                break
            place += 1
        model.insert(place, (field, deadline))

    for step, field, moment in steps:
        known = dict(model)
        if step in "sk":
            keep = step == "k"
            assert value.set(field, b"v", limits, keep_deadline=keep) == (field not in known)
            if field not in known:
                model.append((field, None))
            elif known[field] is not None and not keep:
                model.remove((field, known[field]))
                model.append((field, None))
        elif step == "r":
            assert value.remove(field) == (field in known)
            model = [one for one in model if one[0] != field]
        elif step == "e" and field in known:
            value.expire_at(field, moment)
            model.remove((field, known[field]))
            put_deadline(field, moment)
        elif step == "p":
            assert value.persist(field) == (known.get(field) is not None)
            if known.get(field) is not None:
                model.remove((field, known[field]))
                model.append((field, None))
        elif step == "x":
            gone = value.remove_expired(moment)
            expected = [one[0] for one in model if one[1] is not None and one[1] < moment]
            assert sorted(gone) == sorted(expected)
            model = [one for one in model if one[0] not in expected]
        assert [(name, deadline) for name, _, deadline in value.entries()] == model
        assert len(value) == len(model)
        times = [one[1] for one in model if one[1] is not None]
        assert value.next_deadline() == (min(times) if times else None)
        live = [one[0] for one in model if one[1] is None or one[1] >= moment]
        assert value.fields(moment) == live
