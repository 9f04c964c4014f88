"""Where the keys of a call stand, by the spec's key specifications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spec.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spec.model.command import Command, KeySpec, Search
    from spec.model.load import Spec


@dataclass(frozen=True)
class KeyAt:
    """A key at a position of the call, with the flags of the specification that found it."""

    position: int
    flags: tuple[str, ...]


def keys_of(spec: Spec, command: Command, argv: Sequence[bytes]) -> list[KeyAt]:
    """The keys of a call in order of the specifications, as COMMAND GETKEYS would give them.

    Specifications whose place is unknown give nothing.
    """
    outcome = interpret(spec, command, list(argv))
    found = []
    for one in command.getkeys:
        if outcome.holds(one.when):
            found += [KeyAt(position, tuple(one.flags)) for position in _positions(one, argv)]
    return found


def _sought(keyword: str, start: int, search: Search, argv: Sequence[bytes]) -> int | None:
    """The position behind a keyword among words that have values."""
    found = []
    position = start
    while position + 1 < len(argv):
        word = argv[position].upper().decode("latin1")
        if word == keyword.upper():
            found.append(position + 1)
        position += 1 + search.values.get(word, 0)
    return found[-1 if search.last else 0] if found else None


def _begin(spec: KeySpec, argv: Sequence[bytes]) -> int | None:
    """The position where the search for keys starts."""
    match spec.begin:
        case ("index", index):
            return int(index) if int(index) < len(argv) else None
        case ("keyword", word, start) if spec.search is not None:
            return _sought(word, int(start), spec.search, argv)
        case ("keyword", word, start):
            positions = range(int(start), len(argv))
            if int(start) < 0:
                positions = range(len(argv) + int(start), 0, -1)
            for position in positions:
                if argv[position].upper() == word.upper().encode():
                    return position + 1 if position + 1 < len(argv) else None
    return None


def _positions(spec: KeySpec, argv: Sequence[bytes]) -> list[int]:
    begin = _begin(spec, argv)
    single = spec.search.instead_of if spec.search is not None else None
    if single is not None:
        if begin is None:
            return [single]
        if argv[single]:
            return []
    if begin is None:
        return []
    match spec.find:
        case ("range", last, step, limit):
            return _range(begin, int(last), int(step), int(limit), len(argv))
        case ("keynum", at, first, step):
            word = argv[begin + int(at)] if begin + int(at) < len(argv) else b""
            count = int(word) if word.isdigit() else 0
            start = begin + int(first)
            stop = min(start + count * int(step), len(argv))
            return list(range(start, stop, int(step)))
    return []


def _range(begin: int, last: int, step: int, limit: int, argc: int) -> list[int]:
    """`last` counts from `begin`; -1 is the last word, of which `limit` says a fraction."""
    if last >= 0:
        end = begin + last
    else:
        end = argc + last
        if limit > 1:
            end = begin + (argc - begin) // limit + last
    return [position for position in range(begin, end + 1, step) if position < argc]
