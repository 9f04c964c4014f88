"""Intersection, union and difference of sets, with the order and encoding a server gives them.

A result that is stored converts as it grows, so the way members are added decides its encoding
and the order of a small one. A result that is only answered is in order when it comes from
intsets alone; from a hash table nobody can expect an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.numbers import parse_int
from refimpl.datatypes.set import SetValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refimpl.datatypes.limits import Limits


def intersection(sets: Sequence[SetValue]) -> list[bytes]:
    """The members all the sets have, in the order of the smallest; the first of equals."""
    smallest, *others = sorted(sets, key=len)
    if not others:
        return smallest.members()
    return list(_common(smallest, others))


def intersection_size(sets: Sequence[SetValue], limit: int) -> int:
    """How many members all the sets have; counting stops at `limit` unless that is 0."""
    smallest, *others = sorted(sets, key=len)
    size = 0
    for _ in _common(smallest, others):
        size += 1
        if size == limit:
            break
    return size


def stored_intersection(sets: Sequence[SetValue], limits: Limits) -> SetValue:
    """What SINTERSTORE stores: grown as a listpack, in the end an intset if all are integers."""
    smallest, *others = sorted(sets, key=len)
    result = SetValue("intset" if smallest.encoding == "intset" else "listpack")
    result.extend(_common(smallest, others), limits)
    if result.encoding != "intset" and all(parse_int(member) is not None for member in result):
        result.become_intset(limits)
    return result


def union(sets: Sequence[SetValue], limits: Limits) -> SetValue:
    """What SUNION answers."""
    return _unite(_answer(sets), sets, limits)


def stored_union(sets: Sequence[SetValue], limits: Limits) -> SetValue:
    """What SUNIONSTORE stores."""
    return _unite(SetValue(), sets, limits)


def difference(sets: Sequence[SetValue | None], limits: Limits) -> SetValue:
    """What SDIFF answers: the first set without the others' members; None is a missing key."""
    return _subtract(_answer([one for one in sets if one is not None]), sets, limits)


def stored_difference(sets: Sequence[SetValue | None], limits: Limits) -> SetValue:
    """What SDIFFSTORE stores."""
    return _subtract(SetValue(), sets, limits)


def _answer(sets: Sequence[SetValue]) -> SetValue:
    """An empty set for a result that isn't stored."""
    integers = all(one.encoding == "intset" for one in sets)
    return SetValue("intset" if integers else "hashtable")


def _common(smallest: SetValue, others: Sequence[SetValue]) -> Iterator[bytes]:
    if len(others) == 1:
        other = others[0]
        return (member for member in smallest if member in other)
    return (member for member in smallest if all(member in other for other in others))


def _unite(result: SetValue, sets: Sequence[SetValue], limits: Limits) -> SetValue:
    for one in sets:
        result.extend(one, limits)
    return result


def _subtract(result: SetValue, sets: Sequence[SetValue | None], limits: Limits) -> SetValue:
    """Take the way a server would: it shows in the encoding of a stored result.

    Either each member of the first set is looked up in the others, or all are added and the
    others' members removed again; the second leaves a listpack behind where the first may leave
    an intset. The first is taken to stop early, so its cost counts half.
    """
    first = sets[0]
    if first is None or any(other is first for other in sets[1:]):
        return result
    others = [other for other in sets[1:] if other is not None]
    look_up_cost = len(first) * (1 + len(others)) // 2
    removal_cost = len(first) + sum(len(other) for other in others)
    if look_up_cost <= removal_cost:
        result.extend(
            (member for member in first if not any(member in other for other in others)), limits
        )
        return result
    result.extend(first, limits)
    for other in others:
        for member in other:
            result.remove(member)
    return result
