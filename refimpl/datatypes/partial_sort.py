"""A quicksort that orders only a range of places, with the order of equal items a server gives.

Which of several equal items comes first shows where a sort by other keys' texts is cut by LIMIT.
Real servers use the three-way partition of Bentley and McIlroy ("Engineering a sort function",
1993) there and leave out the parts that hold no place of the range, so the same choices of pivots
and the same exchanges give the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_INSERTION_BELOW: Final = 7
_MEDIAN_OF_NINE_ABOVE: Final = 40


def partial_sort(items: list[_T], compare: Callable[[_T, _T], int], first: int, last: int) -> None:
    """Order `items` so that the places from `first` to `last` (included) are right.

    `compare` is negative, zero or positive as its first argument belongs before, beside or behind
    the second.
    """
    parts = [(0, len(items))]
    while parts:
        low, high = parts.pop()
        if high - low < _INSERTION_BELOW:
            _insertion_sort(items, compare, low, high)
            continue
        below, above = _partition(items, compare, low, high)
        for start, stop in ((above, high), (low, below)):
            if stop - start > 1 and first < stop and last >= start:
                parts.append((start, stop))


def _insertion_sort(items: list[_T], compare: Callable[[_T, _T], int], low: int, high: int) -> None:
    for place in range(low + 1, high):
        while place > low and compare(items[place - 1], items[place]) > 0:
            items[place - 1], items[place] = items[place], items[place - 1]
            place -= 1


def _partition(
    items: list[_T], compare: Callable[[_T, _T], int], low: int, high: int
) -> tuple[int, int]:
    """Part items[low:high] by a pivot: where those below it end, and those above it begin."""
    pivot_at = _pivot(items, compare, low, high)
    items[low], items[pivot_at] = items[pivot_at], items[low]
    pivot = items[low]
    # Equal items are gathered at both ends: before `left` and behind `right`.
    left = up = low + 1
    right = down = high - 1
    while True:
        while up <= down and (order := compare(items[up], pivot)) <= 0:
            if order == 0:
                items[left], items[up] = items[up], items[left]
                left += 1
            up += 1
        while up <= down and (order := compare(items[down], pivot)) >= 0:
            if order == 0:
                items[down], items[right] = items[right], items[down]
                right -= 1
            down -= 1
        if up > down:
            break
        items[up], items[down] = items[down], items[up]
        up += 1
        down -= 1
    _exchange(items, low, up, min(left - low, up - left))
    _exchange(items, up, high, min(right - down, high - right - 1))
    return low + up - left, high - (right - down)


def _exchange(items: list[_T], start: int, stop: int, count: int) -> None:
    """Swap the first `count` items of items[start:stop] with the last ones, in their order."""
    items[start : start + count], items[stop - count : stop] = (
        items[stop - count : stop],
        items[start : start + count],
    )


def _pivot(items: list[_T], compare: Callable[[_T, _T], int], low: int, high: int) -> int:
    """The place of the item to part by: the middle one, or a median that grows with the number."""
    count = high - low
    middle, last = low + count // 2, high - 1
    if count == _INSERTION_BELOW:
        return middle
    first = low
    if count > _MEDIAN_OF_NINE_ABOVE:
        step = count // 8
        first = _median(items, compare, low, low + step, low + 2 * step)
        middle = _median(items, compare, middle - step, middle, middle + step)
        last = _median(items, compare, last - 2 * step, last - step, last)
    return _median(items, compare, first, middle, last)


def _median(items: list[_T], compare: Callable[[_T, _T], int], a: int, b: int, c: int) -> int:
    """Which of three places holds the item between the other two."""
    if compare(items[a], items[b]) < 0:
        if compare(items[b], items[c]) < 0:
            return b
        return c if compare(items[a], items[c]) < 0 else a
    if compare(items[b], items[c]) > 0:
        return b
    return a if compare(items[a], items[c]) < 0 else c
