"""Lists: against a plain Python list, and the encodings a real server reports."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.gapped_list import GappedList
from refimpl.datatypes.limits import Limits
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.listpack import EMPTY_SIZE, entry_size, integer_size

ELEMENTS = st.sampled_from(
    [b"", b"a", b"b", b"12", b"-4097", b"x" * 63, b"y" * 3000, b"z" * 4096, b"w" * 9000]
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["push_first", "push_last"]), st.lists(ELEMENTS, min_size=1)),
        st.tuples(st.just("push_one"), ELEMENTS, st.booleans()),
        st.tuples(st.just("pop_one"), st.booleans()),
        st.tuples(st.sampled_from(["reload", "copy"])),
        st.tuples(st.just("trim"), st.integers(0, 5), st.integers(0, 5)),
        st.tuples(st.just("rotate"), st.booleans(), st.booleans()),
        st.tuples(st.just("replace"), st.integers(-9, 9), ELEMENTS),
        st.tuples(st.just("insert"), ELEMENTS, ELEMENTS, st.booleans()),
        st.tuples(st.just("remove"), ELEMENTS, st.integers(-2, 2)),
    )
)


def limited(fill: int) -> Limits:
    limits = Limits()
    limits.list_max_listpack_size = fill
    return limits


def listed(elements: list[bytes], limits: Limits) -> ListValue:
    value = ListValue()
    value.push_last(elements, limits)
    return value


def apply_to_model(model: list[bytes], name: str, args: tuple[Any, ...]) -> None:
    """Do to a plain list what the named method does to a ListValue."""
    match (name, *args):
        case ("push_first", [*elements]):
            model[:0] = elements[::-1]
        case ("push_last", [*elements]):
            model += elements
        case ("push_one", bytes(element), bool(first)):
            model.insert(0 if first else len(model), element)
        case ("pop_one", bool(first)):
            del model[0 if first else -1]
        case ("trim", int(first), int(last)):
            del model[len(model) - last :], model[:first]
        case ("rotate", bool(take_first), bool(put_first)):
            element = model.pop(0 if take_first else -1)
            model.insert(0 if put_first else len(model), element)
        case ("replace", int(index), bytes(element)):
            if -len(model) <= index < len(model):
                model[index] = element
        case ("insert", bytes(pivot), bytes(element), bool(after)):
            if pivot in model:
                model.insert(model.index(pivot) + after, element)
        case ("remove", bytes(element), int(count)):
            found = [index for index, held in enumerate(model) if held == element]
            gone = found[count:] if count < 0 else found[: count or None]
            model[:] = [held for index, held in enumerate(model) if index not in gone]


def check_layout(value: ListValue) -> None:
    """What is counted along the way is what counting afresh finds."""
    if value.quicklist is None:
        assert value.listpack_size == EMPTY_SIZE + sum(map(entry_size, value))
        return
    for node, (plain, elements) in zip(value.quicklist.nodes, value.nodes(), strict=True):
        size = sum(map(len if plain else entry_size, elements))
        assert (node.count, node.size) == (len(elements), size if plain else EMPTY_SIZE + size)


@given(st.sampled_from([-2, -1, -9, 0, 1, 2, 5, 100]), STEPS)
def test_against_a_plain_list(fill: int, steps: list[tuple[Any, ...]]) -> None:
    limits = limited(fill)
    value, model = ListValue(), list[bytes]()
    for name, *args in steps:
        if not model and name in ("pop_one", "rotate"):
            continue
        if name == "trim" and sum(args) > len(model):
            continue
        if name == "reload":
            value = ListValue.from_nodes(value.nodes(), limits)
        elif name == "copy":
            value = value.copy()
        else:
            getattr(value, name)(*args, limits)
            apply_to_model(model, name, tuple(args))
        assert list(value) == model
        assert len(value) == len(model)
        check_layout(value)


@given(st.lists(st.integers(-3, 3).filter(bool), max_size=200), st.integers(0, 1000))
def test_gapped_list(steps: list[int], prefill: int) -> None:
    """Positive steps add and negative steps remove, odd ones in front, even ones behind."""
    value, model = GappedList(), [b"%d" % number for number in range(prefill)]
    for element in model:
        value._append(element)
    for number, step in enumerate(steps):
        element = b"n%d" % number
        if step > 0:
            for _ in range(step * 20):
                if number % 2:
                    value._prepend(element)
                    model.insert(0, element)
                else:
                    value._append(element)
                    model.append(element)
        else:
            for _ in range(min(-step * 20, len(model))):
                if number % 2:
                    assert value._pop_first() == model.pop(0)
                else:
                    assert value._pop_last() == model.pop()
        assert value.slice(0, len(model)) == model == list(value)
        assert all(value[index] == model[index] for index in range(0, len(model), 17))


@pytest.mark.parametrize(
    ("element", "size"),
    [
        (b"", 2),
        (b"a", 3),
        (b"0", 2),
        (b"127", 2),
        (b"128", 3),
        (b"-1", 3),
        (b"4095", 3),
        (b"4096", 4),
        (b"32768", 5),
        (b"8388608", 6),
        (b"2147483648", 10),
        (b"-9223372036854775808", 10),
        (b"9223372036854775808", 21),
        (b"01", 4),
        (b"x" * 63, 65),
        (b"x" * 64, 67),
        (b"x" * 125, 128),
        (b"x" * 126, 130),
        (b"x" * 4095, 4099),
        (b"x" * 4096, 4103),
        (b"x" * 16379, 16387),
        (b"x" * (2**21), 2**21 + 9),
    ],
)
def test_entry_size(element: bytes, size: int) -> None:
    assert entry_size(element) == size


@given(st.integers(0, 63), st.integers(-2, 2), st.sampled_from((1, -1)))
def test_integer_size(bits: int, beside: int, sign: int) -> None:
    number = min(max(sign * (1 << bits) + beside, -(1 << 63)), (1 << 63) - 1)
    assert integer_size(number) == entry_size(b"%d" % number)


def test_grows_when_the_bytes_to_add_exceed_a_node() -> None:
    limits = Limits()
    value = listed([b"x" * 4000, b"y" * 4000], limits)
    assert value.encoding == "listpack"
    value.push_last([b"z" * 200], limits)
    assert value.encoding == "quicklist"


def test_shrinks_when_half_empty() -> None:
    limits = limited(4)
    value = listed([b"a", b"b", b"c", b"d", b"e"], limits)
    assert value.encoding == "quicklist"
    value.pop_one(False, limits)
    value.pop_one(False, limits)
    assert value.encoding == "quicklist"
    value.pop_one(True, limits)
    assert value.encoding == "listpack"


def test_reload_needs_no_half() -> None:
    limits = limited(4)
    value = listed([b"a", b"b", b"c", b"d", b"e"], limits)
    value.pop_one(False, limits)
    assert value.encoding == "quicklist"
    assert ListValue.from_nodes(value.nodes(), limits).encoding == "listpack"


def test_failed_insert_leaves_a_quicklist() -> None:
    limits = limited(1)
    value = listed([b"a"], limits)
    assert not value.insert(b"absent", b"b", True, limits)
    assert value.encoding == "quicklist"


def test_failed_replace_leaves_a_quicklist() -> None:
    limits = limited(1)
    value = listed([b"a"], limits)
    assert not value.replace(7, b"b", limits)
    assert value.encoding == "quicklist"


def test_made_in_one_go() -> None:
    limits = limited(2)
    assert ListValue.of([b"a", b"b"], limits).encoding == "listpack"
    three = ListValue.of([b"a", b"b", b"c"], limits)
    assert three.encoding == "quicklist"
    assert three.nodes() == [(False, [b"a", b"b"]), (False, [b"c"])]


def test_large_element_gets_a_plain_node() -> None:
    value = listed([b"a", b"x" * 9000, b"b"], Limits())
    assert [plain for plain, _ in value.nodes()] == [False, True, False]
