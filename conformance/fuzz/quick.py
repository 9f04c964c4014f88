"""Telling replies equal without decoding them, where the specification leaves something open.

Decoding takes longer than everything else. Commands all of whose replies have the same rule can do
without for most replies: unordered ones are compared as sorted slices of the bytes, random ones
only now and then once replies of that look were found right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.compare.rules import NONDETERMINISTIC, UNORDERED, UNORDERED_PAIRS
from conformance.fuzz.link import complete

if TYPE_CHECKING:
    from collections.abc import Callable

    from spec.model.command import Command

ONE_IN = 16
LARGE = 512
"""Bytes of replies that are worth remembering, if they differ and are equal by their rule."""
LIMIT = 10_000
_OPEN = frozenset({NONDETERMINISTIC, UNORDERED, UNORDERED_PAIRS})


class Quick:
    """Remembers the rules of commands, and the looks of replies that were right."""

    def __init__(self) -> None:
        self._rules: dict[str, str] = {}
        self._right: dict[object, int] = {}
        self._large: set[int] = set()

    def equal(
        self, command: Command, protocol: int, left: bytes, right: bytes, slow: Callable[[], bool]
    ) -> bool:
        """Whether two different replies are both right; `slow` finds out by decoding."""
        if len(left) > LARGE:
            return self._remembered(command, protocol, left, right, slow)
        return self._equal(command, protocol, left, right, slow)

    def _remembered(
        self, command: Command, protocol: int, left: bytes, right: bytes, slow: Callable[[], bool]
    ) -> bool:
        """The same, of replies (a table, a list of commands) that may well come again."""
        key = hash((command.name, protocol, left, right))
        if key in self._large:
            return True
        found = self._equal(command, protocol, left, right, slow)
        if found and len(self._large) < LIMIT:
            self._large.add(key)
        return found

    def _equal(
        self, command: Command, protocol: int, left: bytes, right: bytes, slow: Callable[[], bool]
    ) -> bool:
        rule = self._rule(command)
        if rule not in _OPEN or left[:1] == b"-" or right[:1] == b"-":
            return slow()
        if rule == NONDETERMINISTIC:
            key = (command.name, protocol, look(left), look(right))
            count = self._right.get(key, 0)
            if count % ONE_IN == 0 and not slow():
                return False
            self._right[key] = count + 1
            return True
        return same_parts(left, right, pairs=rule == UNORDERED_PAIRS) or slow()

    def _rule(self, command: Command) -> str:
        """The rule of all the command's replies but errors; none if they have different ones."""
        rule = self._rules.get(command.name)
        if rule is None:
            found = {each.compare for each in command.reply if not each.errors}
            rule = self._rules[command.name] = found.pop() if len(found) == 1 else ""
        return rule


def look(raw: bytes) -> object:
    """What kind of reply it is: errors and states whole, of the rest the head and the next kind."""
    kind = raw[:1]
    if kind in (b"-", b"+", b"#", b"_"):
        return raw
    if kind == b":":
        return raw[:2] if raw[1:2] in (b"-", b"0") else b":"
    end = raw.index(b"\r\n")
    head = raw[: min(end, 3)]
    return head if kind in (b"$", b",") else (head, raw[end + 2 : end + 3])


def same_parts(left: bytes, right: bytes, *, pairs: bool) -> bool:
    """Whether two replies have the same parts (the same pairs) in whatever order."""
    if len(left) != len(right) or left[:1] not in b"*~%":
        return False
    head = left[: left.index(b"\r\n") + 2]
    if not right.startswith(head):
        return False
    count = int(head[1:-2]) * (2 if head[:1] == b"%" else 1)
    one, other = complete(left[len(head) :], count), complete(right[len(head) :], count)
    if not pairs and head[:1] != b"%":
        return sorted(one) == sorted(other)
    return sorted(zip(one[::2], one[1::2], strict=True)) == sorted(
        zip(other[::2], other[1::2], strict=True)
    )
