"""What comes to a connection between, after and instead of replies: messages, confirmations, lines.

Values are told apart by what they look like, so this is used only where messages may come: other
epochs have replies that look like messages, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conformance.fuzz.link import complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from conformance.fuzz.steps import Argv

_HEAD = re.compile(rb"[*>][0-9]+\r\n\$[0-9]+\r\n([a-z_-]+)\r\n")
_LINE = re.compile(rb"\+[0-9]+\.[0-9]{6} \[([0-9]+) [^\]]+\] ")
_REDIRECT = re.compile(rb'("REDIRECT") "[0-9]+"')
_EVERYTHING = 1 << 40
_NULLS = (b"\r\n_\r\n", b"\r\n$-1\r\n")
"""How the message ends that says that all keys are gone, in either protocol."""
CONFIRMATIONS = frozenset(
    b"%b%bsubscribe" % (kind, un) for kind in (b"", b"p", b"s") for un in (b"", b"un")
)
MESSAGES = frozenset({b"message", b"pmessage", b"smessage", b"invalidate"})


def head_of(raw: bytes) -> bytes:
    """The first word of a message or a confirmation; nothing of other values."""
    found = _HEAD.match(raw)
    return found[1] if found else b""


def is_message(raw: bytes) -> bool:
    """Whether a value answers nothing."""
    head = head_of(raw)
    if head in CONFIRMATIONS:
        return False
    return raw[:1] == b">" or head in MESSAGES or bool(_LINE.match(raw))


def values_of(data: bytes) -> list[bytes]:
    """All values, undecoded. Raises ValueError where bytes make none, or not the last one whole."""
    values = complete(data, _EVERYTHING)
    if sum(map(len, values)) != len(data):
        raise ValueError("a value that is not whole")
    return values


class Ear:
    """What one server's connection listens to, by its confirmations: they tell how many are due."""

    def __init__(self) -> None:
        self._names: dict[bytes, set[bytes]] = {}

    def split(self, data: bytes, calls: Sequence[Argv]) -> list[tuple[bytes, bytes]]:
        """For each call its (first) reply, and all that came before the reply to the next one.

        Raises ValueError where there are not as many replies as calls.
        """
        found: list[list[bytes]] = []
        due = 0
        early: list[bytes] = []
        for raw in values_of(data):
            if is_message(raw):
                (found[-1] if found else early).append(raw)
                continue
            if not due:
                if len(found) == len(calls):
                    raise ValueError("more replies than calls")
                due = self._due(calls[len(found)], raw)
                found.append([])
            found[-1].append(raw)
            self._note(raw)
            due -= 1
        if due or len(found) < len(calls):
            raise ValueError(f"{len(found)} replies to {len(calls)} calls")
        if found:
            found[0] += early
        return [(each[0], b"".join(each[1:])) for each in found]

    def _due(self, argv: Argv, raw: bytes) -> int:
        """How many values answer the call, the first of which is there."""
        head = head_of(raw)
        if head not in CONFIRMATIONS or argv[0].lower() != head:
            return 1
        return max(1, len(argv) - 1 if argv[1:] else len(self._names.get(_kind(head), ())))

    def _note(self, raw: bytes) -> None:
        head = head_of(raw)
        if head in CONFIRMATIONS:
            name = raw.split(b"\r\n")[4]
            names = self._names.setdefault(_kind(head), set())
            (names.discard if b"unsub" in head else names.add)(name)
        elif raw == b"+RESET\r\n":
            self._names.clear()
        elif raw[:1] == b"*" and b"subscribe\r\n" in raw:
            for item in _confirmations_within(raw):
                self._note(item)


def _kind(head: bytes) -> bytes:
    return head.removesuffix(b"subscribe").removesuffix(b"un")


_INNER = re.compile(
    rb"[*>]3\r\n\$[0-9]+\r\n[ps]?(?:un)?subscribe\r\n\$[0-9]+\r\n[^\r]*\r\n:[0-9]+\r\n"
)


def _confirmations_within(raw: bytes) -> Iterable[bytes]:
    """Those in the reply of an EXEC."""
    return [found[0] for found in _INNER.finditer(raw[1:])]


def canonical(data: bytes) -> list[bytes]:
    """Messages in a form in which they are equal wherever both servers are right.

    The messages of several patterns come in any order; so do those of a flush to a client that
    hears it for others, too, since servers go through more than a few clients from changing places.
    MONITOR tells times and addresses.
    """
    values = [_LINE.sub(rb"+[\1] ", raw) for raw in values_of(data)]
    values = [_REDIRECT.sub(rb"\1", raw) if raw[:2] == b"+[" else raw for raw in values]
    start = 0
    while start < len(values):
        end = start + 1
        content = _content(values[start])
        if content:
            while end < len(values) and _content(values[end]) == content:
                end += 1
            values[start:end] = sorted(values[start:end])
        start = end
    return values


def _content(raw: bytes) -> list[bytes]:
    """What messages have in common that come in any order; nothing of other values."""
    head = head_of(raw)
    if head == b"pmessage":
        return raw.split(b"\r\n")[5:]  # channel and message
    return [head] if head == b"invalidate" and raw.endswith(_NULLS) else []


def kinds(data: bytes) -> str:
    """What kinds of messages they are, in a word or two."""
    found = dict.fromkeys(head_of(raw) or raw[:1] for raw in values_of(data))
    return " ".join(kind.decode("latin1") for kind in found) or "nothing"
