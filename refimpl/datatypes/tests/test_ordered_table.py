"""An ordered table against a plain dict: every order of keys, every way to walk."""

from __future__ import annotations

from random import Random

import pytest

from refimpl.datatypes.ordered_table import OrderedTable


def same(table: OrderedTable[int], model: dict[int, int]) -> None:
    keys = sorted(model)
    assert list(table) == keys
    assert len(table) == len(keys)
    assert table.first() == (keys[0] if keys else None)
    assert table.last() == (keys[-1] if keys else None)
    for probe in (
        0,
        1,
        *(key + by for key in keys[:: max(len(keys) // 20, 1)] for by in (-1, 0, 1)),
    ):
        assert list(table.keys_from(probe)) == [key for key in keys if key >= probe]
        assert list(table.keys_down_from(probe)) == [key for key in keys[::-1] if key <= probe]
        assert table.floor(probe) == max((key for key in keys if key <= probe), default=None)
        assert (probe in table, table.get(probe)) == (probe in model, model.get(probe))


@pytest.mark.parametrize("seed", range(3))
def test_as_a_dict_in_order(seed: int) -> None:
    random = Random(seed)
    table: OrderedTable[int] = OrderedTable()
    model: dict[int, int] = {}
    for turn in range(6000):
        key = random.randrange(1 << 13)
        if key in model and random.random() < 0.4 + 0.2 * seed:
            assert table.pop(key) == model.pop(key)
        else:
            table.put(key, turn)
            model[key] = turn
        if turn % 500 == 0:
            same(table, model)
    for key in list(model):
        table.pop(key)
        del model[key]
    same(table, model)


def test_appending_and_taking_from_the_front() -> None:
    table: OrderedTable[int] = OrderedTable()
    for key in range(5000):
        table.put(key, key)
    for key in range(4999):
        assert table.pop(key) == key
    assert list(table) == [4999]
    with pytest.raises(KeyError):
        table.pop(0)
    assert table[4999] == 4999
