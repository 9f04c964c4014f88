"""Unions, intersections and differences of sorted sets and plain sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from refimpl.commands.sorted_set.entries import members, members_with_scores, stored
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from refimpl.session.call import Call
    from refimpl.table.generated.sorted_set import (
        ZdiffArgs,
        ZdiffstoreArgs,
        ZinterArgs,
        ZintercardArgs,
        ZinterstoreArgs,
        ZunionArgs,
        ZunionstoreArgs,
    )


class _Combining(Protocol):
    """Arguments of a command that may weigh and aggregate; `options` reads both."""

    keys: list[bytes]
    weights: list[float]
    aggregate: str | None

    def options(self) -> None: ...


class _Source:
    """A set to combine, as scores by member; the members of a plain set score 1."""

    __slots__ = ("scores", "value", "weight")

    def __init__(self, value: SortedSetValue | SetValue | None) -> None:
        self.value = value
        self.weight = 1.0
        if value is None:
            self.scores: dict[bytes, float] = {}
        elif isinstance(value, SortedSetValue):
            self.scores = value.scores
        else:
            self.scores = dict.fromkeys(value, 1.0)


def _read(call: Call, keys: list[bytes]) -> list[_Source]:
    """The sets at keys, in that order; a key that is missing is an empty one."""
    sources = []
    for key in keys:
        value = call.keys.read_any(key)
        if value is not None and not isinstance(value, (SortedSetValue, SetValue)):
            raise CommandError(errors.WRONG_TYPE)
        sources.append(_Source(value))
    return sources


def _weighed(call: Call, args: _Combining) -> list[_Source]:
    """The sets in the order in which they are combined: smallest first.

    The order shows, since adding doubles is not associative.
    """
    sources = _read(call, args.keys)
    args.options()
    for source, weight in zip(sources, args.weights, strict=False):
        source.weight = weight
    return sorted(sources, key=lambda source: len(source.scores))


def _add(total: float, score: float) -> float:
    """The sum; opposite infinities make 0."""
    total += score
    return total if total == total else 0.0


def _lower(total: float, score: float) -> float:
    return score if score < total else total


def _higher(total: float, score: float) -> float:
    return score if score > total else total


_AGGREGATES: Final[dict[str | None, Callable[[float, float], float]]] = {
    None: _add,
    "sum": _add,
    "min": _lower,
    "max": _higher,
}


def _times(score: float, weight: float) -> float:
    """The product; infinity times 0 makes 0."""
    product = score * weight
    return product if product == product else 0.0


def _union(sources: list[_Source], aggregate: str | None) -> dict[bytes, float]:
    combine = _AGGREGATES[aggregate]
    result: dict[bytes, float] = {}
    for source in sources:
        weight = source.weight
        for member, score in source.scores.items():
            product = _times(score, weight)
            total = result.get(member)
            result[member] = product if total is None else combine(total, product)
    return result


def _intersection(sources: list[_Source], aggregate: str | None) -> dict[bytes, float]:
    combine = _AGGREGATES[aggregate]
    first, *others = sources
    result = {}
    for member, score in first.scores.items():
        total = _times(score, first.weight)
        for other in others:
            found = other.scores.get(member)
            if found is None:
                break
            # A product that is not a number here spoils the sum, unlike in a union.
            total = combine(total, found * other.weight)
        else:
            result[member] = total
    return result


def _difference(sources: list[_Source]) -> dict[bytes, float]:
    first, *others = sources
    return {
        member: score
        for member, score in first.scores.items()
        if not any(member in other.scores for other in others)
    }


@handles("ZUNION")
def union(call: Call, args: ZunionArgs) -> bytes:
    """Every member of any of the sets."""
    result = _union(_weighed(call, args), args.aggregate)
    return _reply(call, result, args.withscores)


@handles("ZINTER")
def intersection(call: Call, args: ZinterArgs) -> bytes:
    """The members that all of the sets have."""
    result = _intersection(_weighed(call, args), args.aggregate)
    return _reply(call, result, args.withscores)


@handles("ZDIFF")
def difference(call: Call, args: ZdiffArgs) -> bytes:
    """The members of the first set that no other one has."""
    sources = _read(call, args.keys)
    args.options()
    return _reply(call, _difference(sources), args.withscores)


@handles("ZUNIONSTORE")
def union_store(call: Call, args: ZunionstoreArgs) -> bytes:
    """Store the union; an empty one deletes the destination."""
    result = _union(_weighed(call, args), args.aggregate)
    return _store(call, "zunionstore", args.destination, result)


@handles("ZINTERSTORE")
def intersection_store(call: Call, args: ZinterstoreArgs) -> bytes:
    """Store the intersection; an empty one deletes the destination."""
    result = _intersection(_weighed(call, args), args.aggregate)
    return _store(call, "zinterstore", args.destination, result)


@handles("ZDIFFSTORE")
def difference_store(call: Call, args: ZdiffstoreArgs) -> bytes:
    """Store the difference; an empty one deletes the destination."""
    sources = _read(call, args.keys)
    args.options()
    return _store(call, "zdiffstore", args.destination, _difference(sources))


@handles("ZINTERCARD")
def intersection_size(call: Call, args: ZintercardArgs) -> bytes:
    """How many members all of the sets have, counted up to the limit (0: all of them)."""
    sources = _read(call, args.keys)
    args.options()
    first, *others = sorted(sources, key=lambda source: len(source.scores))
    return integer(_count_common(first.scores, [other.scores for other in others], args.limit or 0))


def _count_common(candidates: Iterable[bytes], others: list[dict[bytes, float]], limit: int) -> int:
    count = 0
    for member in candidates:
        if all(member in other for other in others):
            count += 1
            if count == limit:
                break
    return count


def _reply(call: Call, result: dict[bytes, float], withscores: bool) -> bytes:
    entries = sorted((score, member) for member, score in result.items())
    return members_with_scores(call.wire, entries) if withscores else members(entries)


def _store(call: Call, event: str, key: bytes, result: dict[bytes, float]) -> bytes:
    stored(call, event, key, SortedSetValue.of(result, call.limits) if result else None)
    return integer(len(result))
