"""Are two servers' replies to the same call equal, by the rule that the specification names?

Replies are compared as bytes first, and decoded only when they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from conformance.compare.errors import ErrorBook
from conformance.compare.mismatch import Context
from conformance.compare.rules import APPROXIMATE, NONDETERMINISTIC, compare
from conformance.compare.shape import misfit
from conformance.compare.steady import steady
from conformance.fuzz.messages import Ear, canonical, values_of
from conformance.fuzz.quick import Quick
from conformance.fuzz.resync import Resync
from conformance.fuzz.scripts import SCRIPTED
from conformance.fuzz.steps import in_block_after
from conformance.wire.decoder import Decoder, ProtocolViolation
from conformance.wire.render import quoted, render
from conformance.wire.values import Array, Value
from spec.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conformance.fuzz.duel import Played, Setting
    from conformance.fuzz.steps import Argv
    from spec.model.command import Branch
    from spec.model.load import Spec

QUEUED = b"+QUEUED\r\n"
_MAY_CHANGE_PROTOCOL = (b"h", b"H", b"r", b"R")


class Reply(NamedTuple):
    """A call with both servers' replies; `queued` are the calls that an EXEC's reply answers."""

    at: int
    client: int
    argv: Argv
    protocol: int
    left: bytes
    right: bytes
    queued: tuple[Argv, ...] = ()
    left_more: bytes = b""
    right_more: bytes = b""
    """What came after the reply and before the next: further confirmations, messages."""


@dataclass(frozen=True, slots=True)
class Unequal:
    """Where two servers parted: which reply, and in words how."""

    reply: Reply
    left: str
    right: str
    blamed: Argv
    """The call that is answered differently: one of the queued ones in the reply of an EXEC."""


class Tracker:
    """What clients have queued, and which protocol they speak, as the replies tell."""

    def __init__(self, setting: Setting) -> None:
        self.protocols = list(setting.protocols)
        self._queued: list[list[Argv]] = [[] for _ in setting.protocols]
        self._inside = [False] * len(self.protocols)
        self._ears: list[tuple[Ear, Ear]] = []
        if setting.messages:
            self._ears = [(Ear(), Ear()) for _ in setting.protocols]

    def replies(self, played: Played) -> list[Reply]:
        """The replies of a turn. Raises ValueError where bytes make no replies."""
        turn = played.turn
        client, at = turn.client, turn.first
        waiting = self._queued[client]
        found = []
        both = zip(turn.calls, *self._split(played), strict=False)
        for argv, one, other, one_more, other_more in both:
            queued: tuple[Argv, ...] = ()
            if other == QUEUED:
                waiting.append(argv)
            elif waiting:
                queued = self._leave(client, argv)
            if argv[0][:1] in _MAY_CHANGE_PROTOCOL:
                self._follow(client, argv, other)
            protocol = self.protocols[client]
            found.append(
                Reply(at, client, argv, protocol, one, other, queued, one_more, other_more)
            )
            at += 1
        return found

    def _split(self, played: Played) -> tuple[Iterable[bytes], ...]:
        """Both servers' replies, and what came after each."""
        if not self._ears:
            return (*played.replies(), repeat(b""), repeat(b""))
        calls = played.turn.calls
        one, other = self._ears[played.turn.client]
        left, left_more = zip(*one.split(played.left, calls), strict=True)
        right, right_more = zip(*other.split(played.right, calls), strict=True)
        return left, right, left_more, right_more

    def _leave(self, client: int, argv: Argv) -> tuple[Argv, ...]:
        """The queue, taken if the call ends the block."""
        if in_block_after(True, argv):
            return ()
        queued = tuple(self._queued[client])
        self._queued[client].clear()
        return queued if argv[0].upper() == b"EXEC" else ()

    def _follow(self, client: int, argv: Argv, reply: bytes) -> None:
        """HELLO is answered in the protocol that it asks for."""
        name = argv[0].upper()
        if reply.startswith(b"-"):
            return
        if name == b"HELLO" and len(argv) > 1 and argv[1] in (b"2", b"3"):
            self.protocols[client] = int(argv[1])
        elif name == b"RESET":
            self.protocols[client] = 2


class Judge:
    """Compares by the rules of one release."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self._book = ErrorBook(spec)
        self._quick = Quick()
        self._resync = Resync(spec)

    def name(self, argv: Argv) -> str:
        """The full name of the command that is called; the first word if there is none."""
        command = self.spec.lookup(list(argv))
        return command.name if command is not None else argv[0].decode("latin1").upper()

    def unequal(self, reply: Reply) -> Unequal | None:
        """None if the two replies are as good as equal."""
        if reply.left_more != reply.right_more and canonical(reply.left_more) != canonical(
            reply.right_more
        ):
            left, right = reply.left + reply.left_more, reply.right + reply.right_more
            return Unequal(reply, shown_all(left), shown_all(right), reply.argv)
        if reply.left == reply.right:
            return None
        command = self.spec.lookup(list(reply.argv))
        if command is not None and not reply.queued and command.name not in SCRIPTED:
            quick = self._quick.equal(
                command,
                reply.protocol,
                reply.left,
                reply.right,
                lambda: self._decoded(reply) is None,
            )
            if quick:
                return None
        return self._decoded(reply)

    def _decoded(self, reply: Reply) -> Unequal | None:
        left, right = decode(reply.left), decode(reply.right)
        if left is None or right is None:
            return Unequal(reply, shown(reply.left), shown(reply.right), reply.argv)
        if reply.queued and isinstance(left, Array) and isinstance(right, Array):
            return self._transaction(reply, left, right)
        if self.same(reply.argv, reply.protocol, left, right):
            return None
        return Unequal(reply, shown(reply.left), shown(reply.right), reply.argv)

    def _transaction(self, reply: Reply, left: Array, right: Array) -> Unequal | None:
        if len(left.items) == len(right.items) == len(reply.queued):
            before: Argv = ()
            for argv, one, other in zip(reply.queued, left.items, right.items, strict=True):
                cleans = self.cleans(before, argv)
                before = argv
                if one != other and not cleans and not self.same(argv, reply.protocol, one, other):
                    return Unequal(reply, shown(reply.left), shown(reply.right), argv)
            return None
        return Unequal(reply, shown(reply.left), shown(reply.right), reply.argv)

    def cleans(self, before: Argv, argv: Argv) -> bool:
        """Whether a call only deletes what the random write before it has left, if anything."""
        if argv[0] != b"DEL" or not before:
            return False
        command = self.spec.lookup(list(before))
        return command is not None and self._resync.after(command, before) == argv

    def same(self, argv: Argv, protocol: int, left: Value, right: Value) -> bool:
        """Whether two different replies to the call are both right."""
        command = self.spec.lookup(list(argv))
        if command is None:
            return False
        outcome = interpret(self.spec, command, list(argv))
        if outcome.error is not None or command.name in SCRIPTED:
            return False
        context = Context(protocol, self._book, command, argv)
        branches = [branch for branch in command.reply if outcome.holds(branch.when)]
        left_fits = [branch for branch in branches if misfit(branch.shape, left, context) is None]
        right_fits = [branch for branch in branches if misfit(branch.shape, right, context) is None]
        if not left_fits or not right_fits:
            return False
        return any(
            branch in right_fits and _allows(branch, left, right, context) for branch in left_fits
        ) or (_random(left_fits) and _random(right_fits))


def _random(branches: list[Branch]) -> bool:
    return any(branch.compare == NONDETERMINISTIC for branch in branches)


def _allows(branch: Branch, left: Value, right: Value, context: Context) -> bool:
    tolerance = float(branch.raw["approximate"]) if branch.compare == APPROXIMATE else 0.0
    left, right = (steady(branch.shape, value, context) for value in (left, right))
    return compare(left, right, branch.compare, tolerance) is None


def decode(data: bytes) -> Value | None:
    """The one value that the bytes hold; None if they hold none."""
    decoder = Decoder()
    decoder.feed(data)
    try:
        decoded = decoder.next()
    except ProtocolViolation:
        return None
    return None if decoded is None or decoder.pending else decoded.value


def shown_all(data: bytes) -> str:
    """All values, one after the other."""
    return ", ".join(map(shown, values_of(data))) or "nothing"


def shown(data: bytes) -> str:
    """A reply as a reader wants it."""
    value = decode(data)
    return f"raw {quoted(data)}" if value is None else render(value)
