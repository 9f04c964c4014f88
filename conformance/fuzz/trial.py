"""Plays some steps from an empty keyspace on both servers, and tells the first difference."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from conformance.fuzz.judge import Reply, Tracker, Unequal, decode, shown_all
from conformance.fuzz.link import Silent, complete
from conformance.fuzz.messages import canonical, kinds
from conformance.fuzz.outcomes import Outcomes
from conformance.fuzz.steps import parts
from conformance.wire.render import quoted
from conformance.wire.values import Simple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from conformance.fuzz.checks import Checks
    from conformance.fuzz.duel import Duel, Played, Setting
    from conformance.fuzz.judge import Judge
    from conformance.fuzz.keyspace import Differing, Keyspaces
    from conformance.fuzz.steps import Argv, Step

REPLY, KEYSPACE, SILENT, SPEC = "reply", "keyspace", "silent", "spec"
MESSAGE = "message"
_CUT = 60
FEW = 6
"""Replies that are looked at before servers are looked after."""


class Cause(NamedTuple):
    """By what differences are told apart: the same cause is told once.

    `what` is `reply`, `keyspace`, `silent` (a reply is missing) or `spec` (both servers agree on
    a reply that the specification doesn't have), `message` (to one whose turn it wasn't).
    `command` is empty for the keyspace.
    """

    what: str
    command: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Found:
    """A difference, as it was met: at the step `at` (all steps up to it were played)."""

    cause: Cause
    at: int
    left: str
    right: str
    read: Argv | None = None
    """For the keyspace: the call that shows the difference."""
    database: int = 0


Pieces: TypeAlias = "Iterator[Found | None]"
"""Looking at replies, in pieces: what each has found."""


class Trial:
    """Plays steps and looks at everything that comes back."""

    def __init__(self, duel: Duel, judge: Judge, keyspaces: Keyspaces, checks: Checks) -> None:
        self.duel, self.judge, self.keyspaces, self.checks = duel, judge, keyspaces, checks
        self.outcomes = Outcomes(judge.spec)
        self.heard: Callable[[list[Reply]], None] = lambda replies: None
        """Is given all replies; campaigns count them."""

    def run(
        self, setting: Setting, steps: Sequence[Step], interval: int = 0, *, check: bool = False
    ) -> Found | None:
        """The first difference; the keyspace is compared every `interval` steps and at the end.

        Without an interval, every turn is looked at closely to tell who is to blame. With `check`,
        replies are held against the specification too.
        """
        try:
            self.duel.begin(setting, {step.client for step in steps})
            return self._run(setting, steps, interval, check=check)
        except (Silent, OSError, ValueError) as error:
            # Without its answers a server can't be compared; the step before is to blame.
            self.duel.reconnect()
            cause = Cause(SILENT, "", type(error).__name__, str(error)[:_CUT])
            return Found(cause, len(steps) - 1, str(error), "")

    def _run(
        self, setting: Setting, steps: Sequence[Step], interval: int, *, check: bool
    ) -> Found | None:
        tracker = Tracker(setting)

        def look(turn: Played) -> Pieces:
            return self._turn(tracker, turn, steps, check=check)

        databases = _databases(steps)
        left: Pieces = iter(())
        for start, part in parts(steps, interval or len(steps)):
            turns = self.duel.play(part, start, closely=not interval)
            found = self._first(chain(left, chain.from_iterable(map(look, turns))))
            self.duel.stop()
            if found is None and start + len(part) == len(steps):
                self.duel.collect()
            differing: list[Differing] = []
            # What is ready now is looked at while servers are busy with something else.
            left = chain.from_iterable(map(look, self.duel.rest()))
            if found is None and not self.duel.is_silent and not part[-1].random:
                found, differing = self._keyspace(databases, left)
            last = start + len(part) == len(steps)
            if found is None and (differing or self.duel.is_silent or last):
                found = self._first(left)
            if found is not None:
                if found.cause.what == SILENT:
                    self.duel.reconnect()
                return found
            if differing:
                return _in_keyspace(differing[0], start + len(part) - 1)
        return None

    def _first(self, pieces: Pieces) -> Found | None:
        """The first difference; between pieces servers are looked after."""
        self.duel.tend()
        for found in pieces:
            if found is not None:
                return found
            self.duel.tend()
        return None

    def _keyspace(
        self, databases: Sequence[int], pieces: Pieces
    ) -> tuple[Found | None, list[Differing]]:
        """What differs in the keyspace, and in replies that are looked at while servers answer."""
        found: list[Found] = []

        def meanwhile(answered: Callable[[], bool]) -> None:
            while not found and not answered():
                looked = list(islice(pieces, 1))
                found.extend(filter(None, looked))
                if not (looked or self.duel.meanwhile()):
                    return

        try:
            differing = self.keyspaces.differing(databases, meanwhile)
        except (Silent, OSError, ValueError):
            # A reply that differs may well be why; the next playing needs another connection.
            first = self._first(chain(found, pieces))
            if first is None:
                raise
            self.duel.reconnect()
            return first, []
        return next(iter(found), None), differing

    def _turn(
        self, tracker: Tracker, turn: Played, steps: Sequence[Step], *, check: bool
    ) -> Pieces:
        if turn.silent:
            yield self._silent(turn)
            return
        if not turn.turn.calls:
            yield self._heard_otherwise(turn, steps)
            return
        try:
            replies = tracker.replies(turn)
        except ValueError as error:
            yield self._malformed(turn, str(error))
            return
        self.heard(replies)
        yield None
        if turn.left != turn.right:
            yield from (self._unequal_one(few, steps) for few in _in_fews(replies))
        if check and self.checks.due():
            yield from map(self._checked, _in_fews(replies))

    def _unequal_one(self, replies: Sequence[Reply], steps: Sequence[Step]) -> Found | None:
        """The first reply that is not as good as equal."""
        for reply in replies:
            if reply.left == reply.right and reply.left_more == reply.right_more:
                continue
            unequal = self.judge.unequal(reply)
            if unequal is not None and not (reply.at and steps[reply.at - 1].random):
                return self._unequal(unequal)
        return None

    def _heard_otherwise(self, played: Played, steps: Sequence[Step]) -> Found | None:
        """A client was sent something while others had their turn: is it the same on both sides?"""
        if played.left == played.right:
            return None
        try:
            if canonical(played.left) == canonical(played.right):
                return None
        except ValueError as error:
            return self._malformed(played, str(error))
        at = played.turn.first
        name = self.judge.name(steps[at].argv)
        cause = Cause(MESSAGE, name, kinds(played.left), kinds(played.right))
        return Found(cause, at, shown_all(played.left), shown_all(played.right))

    def _checked(self, replies: Iterable[Reply]) -> Found | None:
        found = self.checks.first_misfit(replies)
        if found is None:
            return None
        reply, bad = found
        name = self.judge.name(reply.argv)
        cause = Cause(SPEC, name, bad.expected, bad.note[:_CUT])
        return Found(cause, reply.at, bad.received, f"{bad.expected} ({bad.note})")

    def _unequal(self, unequal: Unequal) -> Found:
        reply = unequal.reply
        name = self.judge.name(unequal.blamed)
        left, right = self._kind(reply.left), self._kind(reply.right)
        if reply.left == reply.right:
            left, right = kinds(reply.left_more), kinds(reply.right_more)
        cause = Cause(REPLY, name, left, right)
        return Found(cause, reply.at, unequal.left, unequal.right)

    def _kind(self, raw: bytes) -> str:
        return kind_of(raw, self.outcomes)

    def _silent(self, played: Played) -> Found:
        """The step to blame is the first that one of the two has not answered."""
        cause = Cause(SILENT, "", played.silent, "")
        return self._short(played, cause)

    def _malformed(self, played: Played, why: str) -> Found:
        return self._short(played, Cause(SILENT, "", "malformed", why[:_CUT]))

    def _short(self, played: Played, cause: Cause) -> Found:
        turn = played.turn
        answered = len(turn.calls) - 1
        for got in (played.left, played.right):
            try:
                answered = min(answered, len(complete(got, len(turn.calls))))
            except ValueError:
                continue
        answered = max(0, min(answered, len(turn.calls) - 1))
        at = turn.first + answered
        if turn.calls:
            cause = cause._replace(command=self.judge.name(turn.calls[answered]))
        return Found(cause, at, quoted(played.left), quoted(played.right))


def _in_fews(replies: Sequence[Reply]) -> Iterator[Sequence[Reply]]:
    return (replies[at : at + FEW] for at in range(0, len(replies), FEW))


def _in_keyspace(differing: Differing, at: int) -> Found:
    encodings = differing.aspect == "encoding"
    left, right = (differing.left, differing.right) if encodings else ("", "")
    cause = Cause(KEYSPACE, "", f"{differing.aspect} {left}".strip(), right)
    return Found(cause, at, differing.left, differing.right, differing.argv, differing.database)


def kind_of(raw: bytes, outcomes: Outcomes) -> str:
    """The kind of a reply: of errors the id, of states the text."""
    if raw[:1] == b"-":
        return f"error {outcomes.of(raw)}"
    value = decode(raw)
    if value is None:
        return "malformed"
    if isinstance(value, Simple):
        return f"simple {value.text.decode('latin1')[:_CUT]}"
    return type(value).__name__.lower()


_CHOOSERS = (b"SELECT", b"SWAPDB", b"MOVE", b"COPY", b"FLUSHALL")


def _databases(steps: Sequence[Step]) -> range:
    """The databases that the steps may have touched."""
    chosen = any(step.argv[0].upper() in _CHOOSERS for step in steps)
    return range(16) if chosen else range(1)
