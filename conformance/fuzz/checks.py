"""Every reply held against the reply branches of the specification, each kind of reply once.

Two right servers can agree on a reply that the specification doesn't know: then it is the
specification that is wrong. What was checked is remembered by the look of the call and of the
reply, so that the price is that of a dictionary look-up for most. Calls that differ only in what
is no token of the command are soon alike enough.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conformance.blame import Difference
from conformance.checks.checker import Checker
from conformance.coverage.measure import Coverage
from conformance.fuzz.duel import NUMBER_OF
from conformance.fuzz.judge import QUEUED, decode
from conformance.fuzz.quick import look
from conformance.wire.exchange import Exchange
from conformance.wire.values import Array, Value
from spec.model.grammar import Arg, Member

if TYPE_CHECKING:
    from conformance.fuzz.judge import Reply
    from conformance.fuzz.steps import Argv
    from spec.model.load import Spec

LIMIT = 500_000
AMPLE, PLENTY = 6, 60
"""So many calls with the same tokens and the same look of the reply are checked, and so many of
the same command whatever its tokens; then `ONE_IN`.

A check takes twice as long as everything else that is done for a call. With 12, 200 and 16 a
campaign of 100,000 calls checks 22,700 instead of 18,400, and touches 2662 clauses instead of 2656.
"""
ONE_IN = 32
_MANY_WORDS = 12
_FLOAT = re.compile(rb"[+-]?[0-9.]+(e[+-]?[0-9]+)?\Z")
_NUMBER = re.compile(rb"[+-]?[0-9]{1,19}\Z")


class Checks:
    """The checker with its memory; it wants the replies of every `every`th turn, none with 0."""

    def __init__(self, spec: Spec, every: int = 1) -> None:
        self.coverage = Coverage(spec)
        self.checked = 0
        self._spec = spec
        self._checker = _Checker(spec, self.coverage)
        self._every = every
        self._turns = 0
        self._seen: set[object] = set()
        self._alike: dict[object, int] = {}
        self._tokens = frozenset(_tokens(spec))
        self._classes = _Classes(self._tokens)

    def due(self) -> bool:
        """Whether this turn's replies are to be checked."""
        self._turns += 1
        return bool(self._every) and self._turns % self._every == 0

    def misfit(self, reply: Reply) -> Difference | None:
        """None if the right server's reply is one that the specification allows."""
        if reply.right == QUEUED:
            return None
        if reply.queued:
            value = decode(reply.right)
            if isinstance(value, Array) and len(value.items) == len(reply.queued):
                for argv, item in zip(reply.queued, value.items, strict=True):
                    bad = self._one(argv, reply.protocol, repr(item)[:40], item)
                    if bad is not None:
                        return bad
        return self._one(reply.argv, reply.protocol, look(reply.right), reply.right)

    def _one(
        self, argv: Argv, protocol: int, look: object, reply: Value | bytes
    ) -> Difference | None:
        shape = self._shape(argv)
        key = (protocol, look, shape)
        if key in self._seen:
            return None
        if len(self._seen) < LIMIT:
            self._seen.add(key)
        ample = self._is_ample((look, self._tokens.intersection(shape)), AMPLE)
        if ample or self._is_ample((look, shape[:2]), PLENTY):
            return None
        value = decode(reply) if isinstance(reply, bytes) else reply
        if value is None:
            return None
        self.checked += 1
        argv = tuple(b"1" if word.startswith(NUMBER_OF) else word for word in argv)
        bad = self._checker.check(argv, value, protocol)
        if bad is not None:
            self._seen.discard(key)
        return bad

    def _is_ample(self, key: object, ample: int) -> bool:
        """Whether calls and replies like these were checked often enough; counts them."""
        count = self._alike[key] = self._alike.get(key, 0) + 1
        return count > ample and count % ONE_IN != 0

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
