"""VSIM's FILTER: expressions over the attributes of elements.

An expression is compiled into postfix order once, and evaluated for every element looked at.
Values are numbers (doubles), strings, null, and tuples, which only `in` looks into. A field that
an element hasn't got makes the whole expression false, wherever it stands.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.vector.attributes import LONGEST_NUMBER, NoSuchFieldError, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.datatypes.vector.attributes import Content


class FilterSyntaxError(ValueError):
    """The text is no expression; `near` is where that showed, or all of it."""

    def __init__(self, near: bytes) -> None:
        super().__init__(near)
        self.near = near


class _Operator:
    """What is applied to one or two values."""

    __slots__ = ("apply", "arity", "level", "name")

    def __init__(self, name: bytes, level: int, arity: int, apply: Callable[..., float]) -> None:
        self.name = name
        self.level = level
        self.arity = arity
        self.apply = apply


class _Selector:
    """Stands for the content of a field."""

    __slots__ = ("name",)

    def __init__(self, name: bytes) -> None:
        self.name = name


# -- values

_STRTOD: Final = re.compile(
    rb"[ \t\n\v\f\r]*([-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan"
    rb"|0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)(?:p[-+]?\d+)?))",
    re.IGNORECASE,
)


def _number(value: Content) -> float:
    """The value as a number; 0 for what is none: null, a tuple, another text."""
    if isinstance(value, float):
        return value
    if isinstance(value, bytes) and len(value) <= LONGEST_NUMBER:
        text = _STRTOD.fullmatch(value)
        if text is not None:
            digits = text[1].decode("ascii")
            try:
                return float.fromhex(digits) if "x" in digits.lower() else float(digits)
            except OverflowError:
                return -math.inf if digits[0] == "-" else math.inf
    return 0.0


def _true(value: Content) -> bool:
    """Whether a value holds: a number but 0, a text but the empty one, any tuple."""
    if isinstance(value, float):
        return value != 0
    if isinstance(value, bytes):
        return value != b""
    return value is not None


def _equal(left: Content, right: Content) -> bool:
    if isinstance(left, bytes) and isinstance(right, bytes):
        return left == right
    if left is None or right is None:
        return left is right
    return _number(left) == _number(right)


def _within(left: Content, right: Content) -> bool:
    """Whether a tuple has an equal element, or a text the other one inside."""
    if isinstance(right, list):
        return any(_equal(left, element) for element in right)
    return isinstance(left, bytes) and isinstance(right, bytes) and left in right


def _quotient(left: Content, right: Content) -> float:
    dividend, divisor = _number(left), _number(right)
    if divisor:
        return dividend / divisor
    if not dividend or dividend != dividend:
        return math.nan
    return math.copysign(math.inf, dividend) * math.copysign(1, divisor)


def _remainder(left: Content, right: Content) -> float:
    try:
        return math.fmod(_number(left), _number(right))
    except ValueError:
        return math.nan


def _power(left: Content, right: Content) -> float:
    base, exponent = _number(left), _number(right)
    odd = abs(exponent) < 1 << 53 and exponent % 2 == 1
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and odd else math.inf
    except ValueError:
        if base:
            return math.nan
        return math.copysign(math.inf, base) if odd else math.inf


_OPENING: Final = _Operator(b"(", 0, 0, float)
_CLOSING: Final = _Operator(b")", 0, 0, float)
_POWER: Final = _Operator(b"**", 6, 2, _power)

_OPERATORS: Final = {
    operator.name: operator
    for operator in (
        _OPENING,
        _CLOSING,
        _Operator(b"or", 1, 2, lambda left, right: float(_true(left) or _true(right))),
        _Operator(b"||", 1, 2, lambda left, right: float(_true(left) or _true(right))),
        _Operator(b"and", 2, 2, lambda left, right: float(_true(left) and _true(right))),
        _Operator(b"&&", 2, 2, lambda left, right: float(_true(left) and _true(right))),
        _Operator(b"==", 3, 2, lambda left, right: float(_equal(left, right))),
        _Operator(b"!=", 3, 2, lambda left, right: float(not _equal(left, right))),
        _Operator(b">", 3, 2, lambda left, right: float(_number(left) > _number(right))),
        _Operator(b">=", 3, 2, lambda left, right: float(_number(left) >= _number(right))),
        _Operator(b"<", 3, 2, lambda left, right: float(_number(left) < _number(right))),
        _Operator(b"<=", 3, 2, lambda left, right: float(_number(left) <= _number(right))),
        _Operator(b"in", 3, 2, lambda left, right: float(_within(left, right))),
        _Operator(b"+", 4, 2, lambda left, right: _number(left) + _number(right)),
        _Operator(b"-", 4, 2, lambda left, right: _number(left) - _number(right)),
        _Operator(b"*", 5, 2, lambda left, right: _number(left) * _number(right)),
        _Operator(b"/", 5, 2, _quotient),
        _Operator(b"%", 5, 2, _remainder),
        _POWER,
        _Operator(b"not", 7, 1, lambda value: float(not _true(value))),
        _Operator(b"!", 7, 1, lambda value: float(not _true(value))),
    )
}

# -- words of an expression

_SPACE: Final = re.compile(rb"[ \t\n\v\f\r]*")
_NUMBER: Final = re.compile(rb"-?[0-9.eE]*")
_STRINGS: Final = {
    quote: re.compile(rb"%b((?:[^%b\\]|\\%b?)*+)%b" % (quote, quote, quote, quote), re.DOTALL)
    for quote in (b'"', b"'")
}
_SELECTOR: Final = re.compile(rb"\.([A-Za-z0-9_-]+|$)")
_SIGNS: Final = re.compile(rb"[A-Za-z()+\-*/%!<>=|&]+")
_LONGEST_SIGN: Final = max(map(len, _OPERATORS))

_Word = "Content | _Operator | _Selector"


class Filter:
    """A compiled expression."""

    __slots__ = ("_postfix",)

    def __init__(self, text: bytes) -> None:
        """Raises FilterSyntaxError."""
        text = text.partition(b"\0")[0]
        self._postfix = _postfix(_Words(text).read(), text)

    def accepts(self, attribute: bytes) -> bool:
        """Whether the expression holds for an element with that attribute."""
        values: list[Content] = []
        try:
            for word in self._postfix:
                if isinstance(word, _Operator):
                    operands = values[-word.arity :]
                    del values[-word.arity :]
                    values.append(word.apply(*operands))
                elif isinstance(word, _Selector):
                    values.append(field(attribute, word.name))
                else:
                    values.append(word)
        except NoSuchFieldError:
            return False
        return _true(values[0])


class _Words:
    """Cuts an expression into words."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.at = 0
        self.words: list[Content | _Operator | _Selector] = []

    def read(self) -> list[Content | _Operator | _Selector]:
        self.space()
        while self.at < len(self.text):
            self.words.append(self.word())
            self.space()
        return self.words

    def fail(self) -> FilterSyntaxError:
        return FilterSyntaxError(self.text[self.at :] or self.text)

    def space(self) -> None:
        space = _SPACE.match(self.text, self.at)
        assert space is not None
        self.at = space.end()

    def next_is(self, characters: bytes, ahead: int = 0) -> bool:
        """Whether one of these comes next."""
        at = self.at + ahead
        return at < len(self.text) and self.text[at] in characters

    def word(self) -> Content | _Operator | _Selector:
        negative = self.next_is(b"-") and self.next_is(b"0123456789", 1) and self.wants_value()
        if negative or self.next_is(b"0123456789"):
            return self.number()
        if self.next_is(b"\"'"):
            return self.string()
        if self.next_is(b"["):
            return self.tuple_()
        selector = _SELECTOR.match(self.text, self.at)
        if selector is not None:
            self.at = selector.end()
            return _Selector(selector[1])
        return self.sign()

    def wants_value(self) -> bool:
        """Whether a minus here is the sign of a number: not right behind a value."""
        if not self.words:
            return True
        last = self.words[-1]
        return isinstance(last, _Operator) and last is not _CLOSING

    def number(self) -> float:
        found = _NUMBER.match(self.text, self.at)
        assert found is not None
        digits = found[0]
        self.at += min(len(digits), LONGEST_NUMBER)
        try:
            if len(digits) <= LONGEST_NUMBER:
                return float(digits)
        except ValueError:
            pass
        raise self.fail()

    def string(self) -> bytes:
        """A text in quotes. A backslash keeps a quote from ending it, and stays in it."""
        found = _STRINGS[self.text[self.at : self.at + 1]].match(self.text, self.at)
        if found is None:
            self.at = len(self.text)
            raise self.fail()
        self.at = found.end()
        return found[1]

    def tuple_(self) -> list[Content]:
        """Numbers and strings in brackets; a comma may follow the last one."""
        elements: list[Content] = []
        self.at += 1
        self.space()
        while not self.next_is(b"]"):
            if self.next_is(b"-0123456789"):
                elements.append(self.number())
            elif self.next_is(b"\"'"):
                elements.append(self.string())
            else:
                raise self.fail()
            self.space()
            if self.next_is(b","):
                self.at += 1
                self.space()
            elif not self.next_is(b"]"):
                raise self.fail()
        self.at += 1
        return elements

    def sign(self) -> _Operator | None:
        """An operator, a bracket or null: the longest name that the letters here begin with."""
        run = _SIGNS.match(self.text, self.at)
        if run is None:
            raise self.fail()
        if run[0] == b"null":
            self.at = run.end()
            return None
        for length in range(min(len(run[0]), _LONGEST_SIGN), 0, -1):
            operator = _OPERATORS.get(run[0][:length])
            if operator is not None:
                self.at += length
                return operator
        self.at = run.end()
        raise self.fail()


class _Arrangement:
    """Words as they leave in postfix order, counting the values that would be there."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.words: list[Content | _Operator | _Selector] = []
        self.height = 0

    def value(self, word: Content | _Selector) -> None:
        self.words.append(word)
        self.height += 1

    def operator(self, word: _Operator) -> None:
        if self.height < word.arity:
            raise FilterSyntaxError(self.text)
        self.words.append(word)
        self.height += 1 - word.arity


def _postfix(
    words: list[Content | _Operator | _Selector], text: bytes
) -> list[Content | _Operator | _Selector]:
    """The words in the order in which they are applied. Raises FilterSyntaxError."""
    arranged, waiting = _Arrangement(text), list[_Operator]()
    for word in words:
        if not isinstance(word, _Operator):
            arranged.value(word)
        elif word is _OPENING:
            waiting.append(word)
        elif word is _CLOSING:
            while waiting and waiting[-1] is not _OPENING:
                arranged.operator(waiting.pop())
            if not waiting:
                raise FilterSyntaxError(text)
            waiting.pop()
        else:
            while waiting and _goes_first(waiting[-1], word):
                arranged.operator(waiting.pop())
            waiting.append(word)
    while waiting:
        if waiting[-1] is _OPENING:
            raise FilterSyntaxError(text)
        arranged.operator(waiting.pop())
    if arranged.height != 1:
        raise FilterSyntaxError(text)
    return arranged.words


def _goes_first(earlier: _Operator, later: _Operator) -> bool:
    """Whether of two operators with a value between them the earlier one is applied first."""
    return earlier.level > later.level or (earlier.level == later.level and later is not _POWER)
