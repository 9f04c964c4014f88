"""Every reply held against the reply branches of the specification, each kind of reply once.

Two right servers can agree on a reply that the specification doesn't know: then it is the
specification that is wrong. What was checked is remembered by the look of the call and of the
reply, so that the price is that of a dictionary look-up for most. Calls that have only tokens of
the command in common with earlier ones are checked as long as that touches clauses anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conformance.blame import Difference
from conformance.checks.checker import Checker
from conformance.coverage.measure import Coverage
from conformance.fuzz.duel import NUMBER_OF
from conformance.fuzz.judge import QUEUED, decode
from conformance.wire.exchange import Exchange
from conformance.wire.values import Array, Error, Integer, Set, Simple, Value
from spec.model.grammar import Arg, Member

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conformance.fuzz.judge import Reply
    from conformance.fuzz.steps import Argv
    from spec.model.command import Command
    from spec.model.load import Spec

LIMIT = 500_000
PATIENCE, HOPE = 4, 16
"""So many calls of a command with the same look of the reply are checked in vain, when they have
no tokens together that they haven't had before: at first, and after one that touched a clause which
no call had touched. Then `ONE_IN`.

A check takes as long as all else that is done for a call. When six calls with the same tokens were
checked, and 60 of a command whatever its tokens, 400,000 calls took 33,500 checks, which touched
2776 clauses; now 28,700 checks touch 2781.
"""
ONE_IN = 32
_MANY_WORDS = 12
_SHORT = 100
_FLOAT = re.compile(rb"[+-]?[0-9.]+(e[+-]?[0-9]+)?\Z")
_NUMBER = re.compile(rb"[+-]?[0-9]{1,19}\Z")


class Checks:
    """The checker with its memory; it wants the replies of every `every`th turn, none with 0."""

    def __init__(self, spec: Spec, every: int = 1) -> None:
        self.coverage = _Coverage(spec)
        self.checked = 0
        self._spec = spec
        self._checker = _Checker(spec, self.coverage)
        self._every = every
        self._turns = 0
        self._seen: set[object] = set()
        self._looks: dict[bytes, bytes] = {}
        self._together: set[object] = set()
        self._patience: dict[object, int] = {}
        self._left_out: dict[object, int] = {}
        self._tokens = frozenset(_tokens(spec))
        self._classes = _Classes(self._tokens)

    def due(self) -> bool:
        """Whether this turn's replies are to be checked."""
        self._turns += 1
        return bool(self._every) and self._turns % self._every == 0

    def first_misfit(self, replies: Iterable[Reply]) -> tuple[Reply, Difference] | None:
        """The first of the right server's replies that the specification doesn't allow, and why."""
        seen, shape_of, look_of = self._seen, self._shape, self._looks.get
        for reply in replies:
            raw = reply.right
            if raw == QUEUED:
                continue
            bad = self._within(reply) if reply.queued else None
            key = (reply.protocol, look_of(raw) or self._look(raw), shape_of(reply.argv))
            if key not in seen:
                bad = bad or self._one(key, reply.argv, raw)
            if bad is not None:
                return reply, bad
        return None

    def _within(self, reply: Reply) -> Difference | None:
        """The same of what EXEC has answered, one of which is to blame."""
        value = decode(reply.right)
        if isinstance(value, Array) and len(value.items) == len(reply.queued):
            for argv, item in zip(reply.queued, value.items, strict=True):
                key = (reply.protocol, _look_within(item), self._shape(argv))
                bad = self._one(key, argv, item) if key not in self._seen else None
                if bad is not None:
                    return bad
        return None

    def _look(self, raw: bytes) -> bytes:
        """What kind of reply it is; short ones are remembered."""
        found = look(raw)
        if len(raw) < _SHORT and len(self._looks) < LIMIT:
            self._looks[raw] = found
        return found

    def _one(
        self, key: tuple[int, bytes, tuple[bytes, ...]], argv: Argv, reply: Value | bytes
    ) -> Difference | None:
        """The same of a call and a reply that haven't been seen like this."""
        protocol, seen_as, shape = key
        if len(self._seen) < LIMIT:
            self._seen.add(key)
        kind = (seen_as, shape[:2])
        if self._is_known(kind, (seen_as, self._tokens.intersection(shape))):
            return None
        value = decode(reply) if isinstance(reply, bytes) else reply
        if value is None:
            return None
        self.checked += 1
        argv = tuple(b"1" if word.startswith(NUMBER_OF) else word for word in argv)
        self.coverage.has_news = False
        bad = self._checker.check(argv, value, protocol)
        if bad is not None:
            self._seen.discard(key)
        left = self._patience.get(kind, PATIENCE)
        self._patience[kind] = max(left, HOPE) if self.coverage.has_news else left - 1
        return bad

    def _is_known(self, kind: object, tokens: object) -> bool:
        """Whether nothing new is to be expected of a call; now and then it is looked at anyway."""
        if tokens not in self._together:
            self._together.add(tokens)
            return False
        if self._patience.get(kind, PATIENCE) > 0:
            return False
        count = self._left_out[kind] = self._left_out.get(kind, 0) + 1
        return count % ONE_IN != 0

    def _shape(self, argv: Argv) -> tuple[bytes, ...]:
        """The call with words that are like each other made equal."""
        if len(argv) <= _MANY_WORDS:
            return tuple(map(self._classes.__getitem__, argv))
        found = dict.fromkeys(map(self._classes.__getitem__, argv))
        return (b"many" if len(argv) % 2 else b"more", *found)


class _Classes(dict[bytes, bytes]):
    """The class of each word; words that are like each other have the same one."""

    def __init__(self, tokens: frozenset[bytes]) -> None:
        self._tokens = tokens

    def __missing__(self, word: bytes) -> bytes:
        found = self._class(word)
        if len(self) < LIMIT:
            self[word] = found
        return found

    def _class(self, word: bytes) -> bytes:
        upper = word.upper()
        if upper in self._tokens:
            return upper
        if _NUMBER.match(word):
            number = int(word)
            return b"0" if number == 0 else b"-" if number < 0 else b"1" if number < 99 else b"9"
        if _FLOAT.match(word):
            return b"1.5"
        return b"word" if len(word) > 1 or word.isalpha() else word


def look(raw: bytes) -> bytes:
    """What kind of reply it is: states whole, errors up to what they quote.

    Of the rest whether they are negative, empty or zero, and of what kind the first item is.
    """
    kind = raw[:1]
    if kind == b"-":
        return raw.partition(b"'")[0]
    if kind in b"+#_":
        return raw
    if raw[1:2] in b"-0":
        return raw[:2]
    if kind in b"*~%>|":
        at = raw.index(b"\n") + 1
        return kind + raw[at : at + 1]
    return kind


def _look_within(value: Value) -> bytes:
    """The same of a reply within that of EXEC, as far as it takes no time."""
    match value:
        case Error(line):
            return b"-" + line.partition(b"'")[0]
        case Simple(text):
            return b"+" + text
        case Integer(number):
            return b":" if number > 0 else b":-" if number else b":0"
        case Array(items) | Set(items):
            inner = type(items[0]).__name__ if items else "0"
            return f"{type(value).__name__} {inner}".encode()
    return type(value).__name__.encode()


class _Coverage(Coverage):
    """Coverage that also tells of clauses which were never touched before, in either protocol."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self.has_news = False
        self._touched: set[str] = set()

    def record(self, command: Command, clauses: Iterable[str], protocol: int, *, ok: bool) -> None:
        """Count what a call has touched, see `Coverage`."""
        before = len(self._touched)
        self._touched.update(clauses)
        if ok:
            self._touched.add(command.name)
        self.has_news = self.has_news or len(self._touched) > before
        super().record(command, clauses, protocol, ok=ok)


class _Checker(Checker):
    """The suite's checker, asked about single replies."""

    def check(self, argv: Argv, value: Value, protocol: int) -> Difference | None:
        """None if the specification allows the reply; it also counts what the call covers."""
        try:
            self._check(argv, value, protocol, Exchange("fuzz", argv))
        except Difference as difference:
            return difference
        return None


def _tokens(spec: Spec) -> set[bytes]:
    """Every word that means itself to some command."""
    found = {word.encode() for command in spec.every_command() for word in command.words}
    for command in spec.every_command():
        for step in command.grammar.walk():
            if isinstance(step, Member):
                found |= {token.upper().encode() for token in step.tokens}
            elif isinstance(step, Arg):
                found |= {token.upper().encode() for token in step.enum}
    return found
