"""Clients that talk to each other: they publish, subscribe, track, monitor, wait and are served.

Calls come in short turns, because messages are compared after each; what a client listens to is
followed as far as it takes to keep every reply one that can be told from a message.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conformance.fuzz import words
from conformance.fuzz.duel import number_of
from conformance.fuzz.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from conformance.fuzz.steps import Argv
    from conformance.fuzz.words import Source

PUBSUB = frozenset(
    {
        *("SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE"),
        *("UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE"),
    }
)
TRACKING = frozenset({"CLIENT TRACKING"})
MONITOR = frozenset({"MONITOR"})
TALK = PUBSUB | TRACKING | MONITOR
"""Commands that are sent only where messages are listened to."""

CHANNELS = (b"c1", b"c2", b"c3", b"")
PATTERNS = (b"c*", b"c?", b"*", b"[cd]1", b"c1")
MESSAGES = (b"hello", b"", b"x\r\ny", b"m" * 300)
PREFIXES = (b"s", b"l", b"z", b"h", b"k", b"str1", b"")
CALM = 0
"""This client changes neither its protocol nor its way of being served: it may be let wait."""


@dataclass(slots=True)
class _Client:
    """What is known of a client; `names` is at least what it listens to."""

    protocol: int
    names: dict[bytes, set[bytes]] = field(default_factory=dict)
    monitors: bool = False

    @property
    def is_mute(self) -> bool:
        """Whether it may be in RESP2's mode of subscribers, where little is answered."""
        return self.protocol == 2 and any(self.names.values())


class Talk:
    """What clients say in one epoch; `topics` are those of TALK that both servers have.

    `other` makes the steps of any other call for a client, in a MULTI block or not.
    """

    def __init__(
        self,
        protocols: Sequence[int],
        topics: frozenset[str],
        other: Callable[[int, Source, bool], Iterable[Step]],
    ) -> None:
        self._clients = [_Client(protocol) for protocol in protocols]
        self._topics = topics
        self._other = other

    def scene(self, rnd: Source) -> Iterator[Step]:
        """One client's turn, or a few that belong together."""
        number = int(rnd() * len(self._clients))
        client = self._clients[number]
        at = rnd()
        if at < 0.15 and not client.monitors:
            yield Step(number, (b"MULTI",))
            for _ in range(1 + int(rnd() * 4)):
                yield from self._call(number, rnd, queued=True)
            yield Step(number, (b"EXEC",) if rnd() < 0.9 else (b"DISCARD",))
        elif at < 0.22 and self._clients[CALM].protocol == 3 and len(self._clients) > 1:
            yield Step(CALM, (b"BLPOP", *_keys(b"list", rnd), b"0"), waits=True)
            for _ in range(1 + int(rnd() * 2)):
                yield from self._call(1 + int(rnd() * (len(self._clients) - 1)), rnd)
            yield Step(1, (b"RPUSH", b"list1", *_members(rnd)))
        elif at < 0.25 and number != CALM:
            yield from self._change(number, rnd)
        else:
            for _ in range(1 + int(rnd() * 5)):
                yield from self._call(number, rnd)

    # -- calls ----------------------------------------------------------------------------------

    def _call(self, number: int, rnd: Source, queued: bool = False) -> Iterator[Step]:
        if self._clients[number].is_mute and not queued and rnd() < 0.3:
            yield Step(number, (b"RESET",))
            self._clients[number] = _Client(2)
            return
        at = rnd()
        pubsub, tracking = bool(self._topics & PUBSUB), bool(self._topics & TRACKING)
        if pubsub and at < 0.18:
            yield Step(number, self._subscription(number, rnd, queued))
        elif pubsub and at < 0.36:
            yield Step(number, _published(rnd))
        elif tracking and at < 0.48:
            yield Step(number, self._tracking(rnd))
        elif at < 0.56:
            yield Step(number, _asked(rnd))
        elif at < 0.86:
            yield Step(number, _on_keys(rnd))
        else:
            yield from self._other(number, rnd, queued)

    def _subscription(self, number: int, rnd: Source, queued: bool) -> Argv:
        kind = (b"", b"P", b"S")[int(rnd() * 3)]
        pool = PATTERNS if kind == b"P" else CHANNELS
        names = self._clients[number].names.setdefault(kind, set())
        count = 1 if queued else 1 + int(rnd() * 3)
        chosen = [pool[int(rnd() * len(pool))] for _ in range(count)]
        if rnd() < 0.55:
            names.update(chosen)
            return (kind + b"SUBSCRIBE", *chosen)
        if not queued and len(names) < 2 and rnd() < 0.4:
            chosen = []  # of several, who knows in which order they are told
        return (kind + b"UNSUBSCRIBE", *chosen)

    def _tracking(self, rnd: Source) -> Argv:
        at = rnd()
        if at < 0.25:
            return (b"CLIENT", b"CACHING", b"YES" if rnd() < 0.5 else b"no")
        if at < 0.3:
            return (b"CLIENT", b"TRACKINGINFO")
        if at < 0.45:
            return (b"CLIENT", b"TRACKING", b"OFF")
        argv = [b"CLIENT", b"TRACKING", b"ON"]
        if rnd() < 0.4:
            argv.append(b"BCAST")
            # Of three that overlap, real servers accept some and refuse them all the same.
            for _ in range(int(rnd() * 3)):
                argv += (b"PREFIX", PREFIXES[int(rnd() * len(PREFIXES))])
        elif rnd() < 0.5:
            argv.append(b"OPTIN" if rnd() < 0.5 else b"OPTOUT")
        if rnd() < 0.3:
            argv.append(b"NOLOOP")
        if rnd() < 0.3:
            argv += (b"REDIRECT", number_of(int(rnd() * len(self._clients))))
        return tuple(argv)

    def _change(self, number: int, rnd: Source) -> Iterator[Step]:
        """Another protocol, a monitor, or as new."""
        client = self._clients[number]
        at = rnd()
        if at < 0.4:
            protocol = 2 + int(rnd() * 2)
            yield Step(number, (b"HELLO", b"%d" % protocol))
            if not client.is_mute:
                client.protocol = protocol
        elif at < 0.6 and self._topics & MONITOR and not client.is_mute and not client.monitors:
            yield Step(number, (b"MONITOR",))
            client.monitors = True
        else:
            yield Step(number, (b"RESET",))
            self._clients[number] = _Client(2)


def _published(rnd: Source) -> Argv:
    command = b"PUBLISH" if rnd() < 0.75 else b"SPUBLISH"
    message = MESSAGES[int(rnd() * len(MESSAGES))]
    return (command, CHANNELS[int(rnd() * len(CHANNELS))], message)


def _asked(rnd: Source) -> Argv:
    calls: tuple[Argv, ...] = (
        (b"PING",),
        (b"PING", b"x"),
        (b"PUBSUB", b"CHANNELS"),
        (b"PUBSUB", b"CHANNELS", b"c*"),
        (b"PUBSUB", b"NUMSUB", b"c1", b"c2"),
        (b"PUBSUB", b"NUMPAT"),
        (b"PUBSUB", b"SHARDCHANNELS"),
        (b"PUBSUB", b"SHARDNUMSUB", b"c1", b"c3"),
    )
    return calls[int(rnd() * len(calls))]


def _keys(kind: bytes, rnd: Source) -> list[bytes]:
    return [b"%b%d" % (kind, 1 + int(rnd() * 3)) for _ in range(1 + int(rnd() * 2))]


def _members(rnd: Source) -> list[bytes]:
    return [words.MEMBER(rnd) for _ in range(1 + int(rnd() * 2))]


def _on_keys(rnd: Source) -> Argv:
    """A read or a write of a few keys that all clients know."""
    key = _keys(b"str", rnd)
    calls: tuple[Argv, ...] = (
        (b"GET", key[0]),
        (b"MGET", *key, b"absent"),
        (b"LRANGE", b"list1", b"0", b"-1"),
        (b"EXISTS", b"list1", *key),
        (b"SET", key[0], words.MEMBER(rnd)),
        (b"MSET", key[0], b"1", b"str3", b"2"),
        (b"DEL", *key),
        (b"INCR", key[-1]),
        (b"RPUSH", b"list1", *_members(rnd)),
        (b"LPOP", b"list1"),
        (b"RENAME", key[0], b"str2"),
        (b"EXPIRE", key[0], b"100000"),
        (b"FLUSHDB",) if rnd() < 0.2 else (b"FLUSHALL", b"ASYNC"),
    )
    share = len(calls) if rnd() < 0.3 else len(calls) - 1
    return calls[int(rnd() * share)]
