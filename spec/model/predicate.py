"""The ``when`` grammar: and, or, not, comparison, ``count(x)``, ``has(TOKEN)``. Never Python.

    nx and not get          both are true of what was given
    count(pairs) > 1        how many items a repeated argument has
    argc == 3               words of the whole call, the command's name included
    where == left           an enumeration's value, in lower case; '~' in quotes where it's no name
    has(GET)                the bare word stands anywhere in the call, in any letter case
    has(GET from 3)         … the search begins at that word; ``before last``: the last is none
    made_of(GET 2 SET 3 from 2)   from that word on there are only these, each with so many more

A name alone means "was given". Precedence, loosest first: or, and, not, comparison.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\s*(?:(==|!=|<=|>=|<|>|\(|\))|(-?\d+)|([A-Za-z_][A-Za-z0-9_-]*)|('[^']*'))")
_COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}


class PredicateError(ValueError):
    """A ``when`` that doesn't parse: what was expected, and where."""


@dataclass(frozen=True)
class Given:
    """True when the argument or option of this id was given."""

    id: str


@dataclass(frozen=True)
class Has:
    """True when the word stands in the call, in any letter case.

    `start` is the first place that counts, `stop` how many words at the end don't.
    """

    word: str
    start: int = 1
    stop: int = 0


@dataclass(frozen=True)
class MadeOf:
    """True when from `start` on the call is nothing but these words, each with so many more."""

    words: tuple[tuple[str, int], ...]
    start: int


@dataclass(frozen=True)
class Not:
    operand: Predicate


@dataclass(frozen=True)
class And:
    operands: tuple[Predicate, ...]


@dataclass(frozen=True)
class Or:
    operands: tuple[Predicate, ...]


@dataclass(frozen=True)
class Count:
    """The number of items of a repeated argument."""

    id: str


@dataclass(frozen=True)
class Value:
    """The converted value of an argument (``argc`` is the number of words)."""

    id: str


@dataclass(frozen=True)
class Compare:
    left: Count | Value
    operator: str
    right: int | str


Predicate = Given | Has | MadeOf | Not | And | Or | Compare


def parse(text: str) -> Predicate:
    """The predicate that a text states. Raises PredicateError."""
    parser = _Parser(text)
    result = parser.disjunction()
    parser.end()
    return result


def names(predicate: Predicate) -> set[str]:
    """The ids that a predicate speaks of."""
    match predicate:
        case Given(id=name):
            return {name}
        case Has() | MadeOf():
            return set()
        case Not(operand=operand):
            return names(operand)
        case And(operands=operands) | Or(operands=operands):
            return set().union(*(names(operand) for operand in operands))
        case Compare(left=left):
            return {left.id}


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = []
        position = 0
        stripped = text.rstrip()
        while position < len(stripped):
            match = _TOKEN.match(stripped, position)
            if match is None:
                raise PredicateError(f"unexpected {stripped[position:]!r} in {text!r}")
            self.tokens.append(match.group().strip())
            position = match.end()
        self.position = 0

    def peek(self) -> str | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self, wanted: str | None = None) -> str:
        token = self.peek()
        if token is None or (wanted is not None and token != wanted):
            raise PredicateError(
                f"expected {wanted or 'a name'}, got {token or 'end'} in {self.text!r}"
            )
        self.position += 1
        return token

    def end(self) -> None:
        if self.peek() is not None:
            raise PredicateError(f"unexpected {self.peek()!r} in {self.text!r}")

    def disjunction(self) -> Predicate:
        operands = [self.conjunction()]
        while self.peek() == "or":
            self.take()
            operands.append(self.conjunction())
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def conjunction(self) -> Predicate:
        operands = [self.negation()]
        while self.peek() == "and":
            self.take()
            operands.append(self.negation())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def negation(self) -> Predicate:
        if self.peek() == "not":
            self.take()
            return Not(self.negation())
        if self.peek() == "(":
            self.take()
            inner = self.disjunction()
            self.take(")")
            return inner
        return self.comparison()

    def comparison(self) -> Predicate:
        name = self.take()
        if not name[0].isalpha() or name in ("and", "or", "not"):
            raise PredicateError(f"expected a name, got {name!r} in {self.text!r}")
        left: Count | Value = Value(name)
        if name in ("count", "has", "made_of") and self.peek() == "(":
            self.take("(")
            if name == "has":
                return self.has()
            if name == "made_of":
                return self.made_of()
            left = Count(self.take())
            self.take(")")
        if self.peek() in _COMPARISONS:
            operator, right = self.take(), self.take()
            number = right.lstrip("-").isdigit()
            return Compare(left, operator, int(right) if number else right.strip("'"))
        if isinstance(left, Count):
            raise PredicateError(f"count({left.id}) wants a comparison in {self.text!r}")
        return Given(name)

    def has(self) -> Has:
        word, start, stop = self.take().upper(), 1, 0
        if self.peek() == "from":
            self.take()
            start = int(self.take())
        if self.peek() == "before":
            self.take()
            self.take("last")
            stop = 1
        self.take(")")
        return Has(word, start, stop)

    def made_of(self) -> MadeOf:
        words = []
        while self.peek() != "from":
            words.append((self.take().upper(), int(self.take())))
        self.take("from")
        start = int(self.take())
        self.take(")")
        return MadeOf(tuple(words), start)
