"""Finding the keys of a call by the key specifications of its command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from refimpl.datatypes.numbers import INT64_MAX, INT64_MIN, parse_int

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.table.command import Argv, KeyExtractor, KeyPosition


class Keyword(NamedTuple):
    """A keyword that is searched with regard to the words around it.

    `values` are words and how many words behind each are stepped over; `last` tells that of
    several keywords the last one counts, `only` that no other words may stand before it.
    `instead_of` is the index of the word that is the key where there is no keyword, and that
    must be empty where there is one, even if no key follows.
    """

    word: bytes
    start: int
    values: dict[bytes, int]
    last: bool = False
    only: bool = False
    instead_of: int | None = None


class KeySpec(NamedTuple):
    """Where keys begin, and how many there are from there.

    `begin` is an index, or a (keyword, from) to search: forwards from a positive index, backwards
    from a negative one; or a `Keyword`. `find` is ("range", last, step, limit), ("keynum", at,
    first, step), ("leading", at, first, step) where the count is the number that a word begins
    with, or ("half", …): the first half of the words that are left.
    `when` tells whether the specification holds for this call (None: always).
    """

    flags: int
    begin: int | tuple[bytes, int] | Keyword
    find: tuple[str, int, int, int]
    when: Callable[[Argv], bool] | None = None


def extractor(*specs: KeySpec, otherwise: tuple[KeySpec, ...] = ()) -> KeyExtractor:
    """A function that tells the positions of a call's keys, with their flags.

    Where a specification doesn't fit the call, those of `otherwise` are tried instead of all. It
    raises ValueError where the call is not one whose keys can be told.
    """

    def positions(argv: Argv) -> list[KeyPosition]:
        try:
            return _all_positions(specs, argv)
        except ValueError:
            if not otherwise:
                raise
        return _all_positions(otherwise, argv)

    return positions


def has(word: bytes, start: int = 1, stop: int = 0) -> Callable[[Argv], bool]:
    """A condition: the word stands there from `start` on, `stop` words before the end at last."""

    def condition(argv: Argv) -> bool:
        return any(each.upper() == word for each in argv[start : len(argv) - stop])

    return condition


def made_of(words: dict[bytes, int], start: int) -> Callable[[Argv], bool]:
    """A condition: from `start` on there are only these words, each with so many behind it."""

    def condition(argv: Argv) -> bool:
        at = start
        while at < len(argv):
            more = words.get(argv[at].upper())
            if more is None or at + more >= len(argv):
                return False
            at += 1 + more
        return True

    return condition


def is_not(condition: Callable[[Argv], bool]) -> Callable[[Argv], bool]:
    """The opposite condition."""
    return lambda argv: not condition(argv)


def _all_positions(specs: tuple[KeySpec, ...], argv: Argv) -> list[KeyPosition]:
    found: list[KeyPosition] = []
    for spec in specs:
        if spec.when is None or spec.when(argv):
            found += _positions(spec, argv)
    return found


def _positions(spec: KeySpec, argv: Argv) -> list[KeyPosition]:
    begin = spec.begin
    if isinstance(begin, Keyword):
        first = _search_among_values(begin, argv)
        if begin.instead_of is not None:
            if first is None:
                return [(begin.instead_of, spec.flags)]
            if argv[begin.instead_of]:
                raise ValueError("there are keys behind a keyword and one before it")
    else:
        first = begin if isinstance(begin, int) else _search(*begin, argv)
    if first is None:
        return []
    kind, a, b, c = spec.find
    if kind == "half":
        words = len(argv) - first
        if words % 2:
            raise ValueError("the words are no two halves")
        last, step = first + words // 2 - 1, 1
    elif kind != "range":
        at = first + a
        count = (_leading if kind == "leading" else _whole)(argv[at]) if at < len(argv) else 0
        last, step, first = first + b + (count - 1) * c, c, first + b
        if count < 1 or last >= len(argv):
            raise ValueError("the number of keys doesn't fit the call")
    else:
        last, step = _last(a, c, first, len(argv)), b
    if first >= len(argv) or last < first:
        raise ValueError("a key is missing")
    return [(index, spec.flags) for index in range(first, min(last, len(argv) - 1) + 1, step)]


def _last(last: int, limit: int, first: int, argc: int) -> int:
    """The index of the last key: `last` from the first, or from the end; `limit` cuts the rest."""
    if last >= 0:
        return first + last
    end = argc + last
    return first + (end - first + 1) // limit - 1 if limit > 1 else end


def _search(word: bytes, start: int, argv: Argv) -> int | None:
    """The index behind a keyword; None where it isn't given, or nothing follows it."""
    indices = range(start, len(argv) - 1) if start >= 0 else range(len(argv) + start, 1, -1)
    for index in indices:
        if argv[index].upper() == word:
            return index + 1
    return None


def _search_among_values(keyword: Keyword, argv: Argv) -> int | None:
    """The index behind the keyword; None where it isn't given, or nothing follows it."""
    found = None
    at = keyword.start
    end = len(argv) if keyword.instead_of is not None else len(argv) - 1
    while at < end:
        word = argv[at].upper()
        if keyword.only and word != keyword.word and word not in keyword.values:
            raise ValueError("there is a word that is no option")
        at += 1 + keyword.values.get(word, 0)
        if word == keyword.word:
            found = at
            if not keyword.last:
                break
    return found


_LEADING_NUMBER = re.compile(rb"[ \t\n\v\f\r]*([+-]?[0-9]+)")


def _whole(word: bytes) -> int:
    """The count that the word is; 0 if it is no number."""
    return parse_int(word) or 0


def _leading(word: bytes) -> int:
    """The count at the start of the word, as C's atoi reads it: 32 bits of it, 0 if there is none.

    Finding keys is more lenient than the command itself, which will refuse such a count.
    """
    match = _LEADING_NUMBER.match(word)
    number = 0 if match is None else max(INT64_MIN, min(INT64_MAX, int(match[1])))
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)
