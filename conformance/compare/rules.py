"""Two replies compared: exactly, without order, or numbers within a tolerance."""

from __future__ import annotations

import math
from collections import Counter
from itertools import groupby
from operator import itemgetter

from conformance.compare.mismatch import Mismatch
from conformance.wire.render import render
from conformance.wire.values import Array, Bulk, Double, Integer, Map, Push, Set, Value

EXACT, UNORDERED, UNORDERED_PAIRS = "exact", "unordered", "unordered-pairs"
RANKED_PAIRS, RANKED_TRIPLES = "ranked-pairs", "ranked-triples"
APPROXIMATE, NONDETERMINISTIC = "approximate", "nondeterministic"


def compare(
    expected: Value,
    received: Value,
    rule: str = EXACT,
    tolerance: float = 0.0,
) -> Mismatch | None:
    """None if `received` is as good as `expected` under `rule`.

    `tolerance` is relative, for `approximate`. `nondeterministic` asks only for the same kind.
    """
    if expected == received:
        return None
    same = False
    match rule:
        case "unordered":
            same = _bag(expected) == _bag(received)
        case "unordered-pairs":
            same = _pair_bag(expected) == _pair_bag(received)
        case "ranked-pairs" | "ranked-triples":
            width = 2 if rule == RANKED_PAIRS else 3
            same = _same_ranking(_ranking(expected, width), _ranking(received, width))
        case "approximate":
            same = close(expected, received, tolerance)
        case "nondeterministic":
            same = type(expected) is type(received)
    return None if same else Mismatch(render(expected), received)


def _bag(value: Value) -> object:
    """Kind and elements without order."""
    match value:
        case Array(items) | Set(items) | Push(items):
            return type(value), Counter(items)
        case Map(pairs):
            return type(value), Counter(pairs)
    return value


def _pair_bag(value: Value) -> object:
    """A flat array taken in pairs, without their order."""
    if isinstance(value, Array) and len(value.items) % 2 == 0:
        return Array, Counter(zip(value.items[::2], value.items[1::2], strict=True))
    return _bag(value)


_Entry = tuple[Value, tuple[Value, ...]]
_Ranking = list[tuple[Value, list[_Entry]]]


def _ranking(value: Value, width: int) -> _Ranking | None:
    """Runs of entries that have the same score, in order; None if that is no ranking.

    An entry is a pair of a map, whose value is the score or begins with it, or so many elements
    of a flat array, of which the second is the score.
    """
    entries: list[_Entry] = []
    match value:
        case Map(pairs):
            for key, item in pairs:
                score = item.items[0] if isinstance(item, Array) else item
                entries.append((score, (key, item)))
        case Array(items) if len(items) % width == 0:
            for at in range(0, len(items), width):
                entries.append((items[at + 1], items[at : at + width]))
        case _:
            return None
    return [(score, list(run)) for score, run in groupby(entries, key=itemgetter(0))]


def _same_ranking(left: _Ranking | None, right: _Ranking | None) -> bool:
    """Whether scores are the same, and entries are but for their order among equal scores.

    Which entries have the last score is free, because some with that score may be left out.
    """
    if left is None or right is None:
        return False
    if [(score, len(run)) for score, run in left] != [(score, len(run)) for score, run in right]:
        return False
    return all(Counter(a) == Counter(b) for (_, a), (_, b) in zip(left[:-1], right, strict=False))


def close(expected: Value, received: Value, tolerance: float) -> bool:
    """Whether the two differ in nothing but numbers, and those by no more than `tolerance`."""
    match expected, received:
        case (Array(left), Array(right)) | (Set(left), Set(right)):
            return len(left) == len(right) and all(
                close(a, b, tolerance) for a, b in zip(left, right, strict=True)
            )
        case Map(left_pairs), Map(right_pairs):
            return len(left_pairs) == len(right_pairs) and all(
                close(a, b, tolerance) and close(c, d, tolerance)
                for (a, c), (b, d) in zip(left_pairs, right_pairs, strict=True)
            )
    if type(expected) is not type(received):
        return False
    left_number, right_number = number_of(expected), number_of(received)
    if left_number is None or right_number is None:
        return expected == received
    return math.isclose(left_number, right_number, rel_tol=tolerance, abs_tol=tolerance)


def number_of(value: Value) -> float | None:
    """The number that an integer, double or bulk string holds, None if it holds none."""
    match value:
        case Integer(number):
            return float(number)
        case Double(text) | Bulk(text):
            try:
                return float(text)
            except ValueError:
                return None
    return None
