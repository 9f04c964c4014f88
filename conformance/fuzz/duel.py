"""Two servers that are sent the same calls."""

from __future__ import annotations

import contextlib
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conformance.fuzz.link import Link, Silent, encode, encode_all, split
from conformance.fuzz.scripts import LIBRARIES
from conformance.fuzz.steps import TURN_LIMIT, Turn, turns
from conformance.fuzz.words import CLIENTS
from conformance.server import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from conformance.fuzz.steps import Argv, Step
    from conformance.server import Server


@dataclass(frozen=True, slots=True)
class Setting:
    """How every playing of steps begins: protocols by client, parameters set on both servers.

    With `messages`, things may come that nobody has asked for: after each turn every client is
    asked for what it has been sent.
    """

    protocols: tuple[int, ...]
    config: tuple[tuple[str, str], ...] = ()
    messages: bool = False


LOOK_AFTER = 8
"""Turns after which clients are asked what they have been sent, unless one looks closely."""

IN_FLIGHT = 3
"""Turns of one client that are written before the first of them is answered."""
UNDER_WAY = IN_FLIGHT * TURN_LIMIT
"""So many calls at most have been written when a reply turns out to be missing."""

NUMBER_OF = b"${id_"


def number_of(client: int) -> bytes:
    """The word that stands for a client's number, which each server has given it."""
    return b"%b%b}" % (NUMBER_OF, CLIENTS[client].encode())


@dataclass(frozen=True, slots=True)
class Played:
    """A turn with what each server said to it, undecoded.

    A turn without calls is what a client was sent while it wasn't its turn.
    `left` is the server under test, `right` the one it is held against. `silent` names what was
    missing: `left: no reply`, `right: closed`. `blocked` says of each whether the client was still
    blocked when nobody was left to bring it anything.
    """

    turn: Turn
    left: bytes
    right: bytes
    silent: str = ""
    blocked: tuple[bool, bool] = (False, False)

    def replies(self) -> tuple[list[bytes], list[bytes]]:
        """Both servers' replies, call by call. Raises ValueError (see `split`)."""
        count = len(self.turn.calls)
        left = split(self.left, count)
        return left, left if self.left == self.right else split(self.right, count)


class Side:
    """One of the two: its server, a control link and a link for each client."""

    def __init__(self, name: str, server: Server, seconds: float) -> None:
        self.name = name
        self.server = server
        self.seconds = seconds
        self.control = self._open_control()
        self.links: dict[int, Link] = {}

    def _open_control(self) -> Link:
        """The control link, and a server that looks at its timers often.

        Real servers notice only then that a timeout is over, ten times a second by default.
        """
        link = self._link()
        self._config: tuple[tuple[str, str], ...] = ()
        link.send(encode([b"CONFIG", b"SET", b"hz", b"500"]) + _ECHO)
        link.read_until(_ECHOED)
        return link

    def _link(self) -> Link:
        return Link(self.server.target.nearby or self.server.address, self.seconds)

    def command(self, *argv: str | bytes) -> bytes:
        """A call on the control link, and its raw reply."""
        return self.commands([[w.encode() if isinstance(w, str) else w for w in argv]])[0]

    def commands(self, calls: Sequence[Sequence[bytes]]) -> list[bytes]:
        """Calls on the control link in one go, and their raw replies."""
        self.ask(calls)
        return self.answers(len(calls))

    def ask(self, calls: Sequence[Sequence[bytes]]) -> None:
        """Write calls to the control link; `answers` reads."""
        self.ask_encoded(encode_all(calls))

    def ask_encoded(self, calls: bytes) -> None:
        """The same where calls are encoded already."""
        self.control.send(calls + _ECHO)

    def answers(self, count: int) -> list[bytes]:
        """The raw replies to what was asked."""
        return split(self.answer(), count)

    def answer(self) -> bytes:
        """The same in one."""
        return self.control.read_until(_ECHOED)

    def begin(self, setting: Setting, clients: Iterable[int]) -> None:
        """An empty keyspace without scripts and functions, the clients that will be used as new."""
        for link in self.links.values():
            link.close()
        # Scripts and functions too: what an epoch finds must not hang on those of an earlier one,
        # or on a server that has died in between. For functions see manners.NOT_SENT.
        calls = [["FLUSHALL"], ["SCRIPT", "FLUSH"]]
        if "function|delete" in self.server.identity.commands:
            calls += (["FUNCTION", "DELETE", name] for name in LIBRARIES)
        if setting.config != self._config:
            calls += (["CONFIG", "SET", *pair] for pair in setting.config)
            self._config = setting.config
        self.ask([[word.encode() for word in call] for call in calls])
        self.links = {client: self._link() for client in clients}
        for client, link in self.links.items():
            hello = b"HELLO" if setting.protocols[client] == 3 else b"ECHO"
            link.send(encode([b"CLIENT", b"ID"]) + encode([hello, b"3"]) + _ECHO)
        self.answers(len(calls))
        for link in self.links.values():
            link.client_id = split(link.read_until(_ECHOED), 2)[0][1:-2]

    def named(self, argv: Argv) -> Argv:
        """The call with the number of a client where `${id_b}` stands for it; 0 if it is none."""
        numbers = {number_of(client): link.client_id for client, link in self.links.items()}
        return tuple(
            numbers.get(word, b"0") if word.startswith(NUMBER_OF) else word for word in argv
        )

    def reconnect(self) -> None:
        """New links, on a restarted server if it has died. Raises HarnessFailure."""
        for link in (self.control, *self.links.values()):
            link.close()
        self.links = {}
        if not self.server.alive() and self.server.target.owned:
            self.server.restart()
        self.control = self._open_control()

    def close(self, parameters: Iterable[str] = ()) -> None:
        """Close all links; parameters (and those changed here) get their values back."""
        for link in (self.control, *self.links.values()):
            link.close()
        with contextlib.suppress(*BROKEN):
            self.server.control.pipeline(self.server.restoring(["hz", *parameters]))


_TOKEN = b"<fuzz>"
_PONG = b"*2\r\n$4\r\npong\r\n"
_ECHO = encode([b"ECHO", _TOKEN])
_ECHOED = b"$%d\r\n%b\r\n" % (len(_TOKEN), _TOKEN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A turn that was written to both, and what its replies end with."""

    turn: Turn
    sentinel: bytes
    silent: str = ""


class Duel:
    """Plays turns on both servers.

    Replies are given out while servers are busy with later turns, and kept while they are not: so
    both servers and whoever looks at the replies work at the same time. Of one client's turns
    several are written before the first is answered; another client's wait until all are.
    """

    def __init__(self, left: Side, right: Side) -> None:
        self.left, self.right = left, right
        self.sides = (left, right)
        self.owed: dict[int, Asked] = {}
        self.ready: deque[Played] = deque()
        self.inside: set[int] = set()
        self._count = 0
        self._messages = False
        self._playing: Playing | None = None
        self.meanwhile: Callable[[], bool] = lambda: False
        """Called when servers are busy and no reply is there to be looked at: it may do a little,
        and tells whether there was anything to do."""

    def begin(self, setting: Setting, clients: Iterable[int] | None = None) -> None:
        """Both servers as new, for these clients (all). Raises Silent, OSError, ValueError."""
        self.collect()
        self.ready.clear()
        self.inside.clear()
        self._messages = setting.messages
        used = sorted(range(len(setting.protocols)) if clients is None else clients)
        for side in self.sides:
            side.begin(setting, used)

    def play(
        self, steps: Sequence[Step], start: int = 0, *, closely: bool = True
    ) -> Iterator[Played]:
        """What the servers say, turn by turn; the first step is number `start`.

        What is ready when the last turn is answered is left for `rest`. After a silent turn nothing
        more is played. With `closely` no turn is written before the last one is answered, and
        clients are asked after each what they have been sent, else now and then. Who doesn't go
        to the end calls `stop`.
        """
        if self._messages:
            return self._talk(steps, start, 1 if closely else LOOK_AFTER)
        self._playing = Playing(self, steps, start, closely=closely)
        return self._playing

    def tend(self) -> None:
        """Look after the servers in the middle of something that takes long."""
        if self._playing is not None:
            self._playing.tend()

    def stop(self) -> None:
        """Forget what is under way."""
        if self._playing is not None:
            self._playing.drain()
            self._playing = None

    @property
    def is_silent(self) -> bool:
        """Whether the last turn that was read was not answered; then it is ready, and the last."""
        return bool(self.ready) and bool(self.ready[-1].silent)

    def rest(self) -> Iterator[Played]:
        """What is ready and wasn't given out."""
        while self.ready:
            yield self.ready.popleft()

    def is_answered(self, asked: Asked) -> bool:
        """Whether both servers have begun to answer, or all is there that is read."""
        links = [side.links[asked.turn.client] for side in self.sides]
        return all(link.is_readable() for link in links)

    def _talk(self, steps: Sequence[Step], start: int, every: int) -> Generator[Played, None, None]:
        """The same where messages may come: turn by turn, after some a look at everybody."""
        taken = 0
        end = start + len(steps)
        for turn in turns(steps, self.inside, start):
            if turn.client in self.owed:
                played = self.unblocked(self.owed.pop(turn.client))
                yield played
                if played.silent:
                    return
            asked = self.ask(turn)
            if turn.waits and not asked.silent:
                self.owed[turn.client] = asked
            else:
                while not (asked.silent or self.is_answered(asked)) and self.meanwhile():
                    pass
                played = self.read(asked)
                yield played
                if played.silent:
                    return
            taken += 1
            last = turn.first + len(turn.calls) - 1
            if taken % every and last + 1 < end:
                continue
            for client in sorted(self.left.links):
                if client in self.owed or client in self.inside:
                    continue  # it could not answer now
                heard = self.read(self.ask(Turn(client, last)))
                if heard.left or heard.right or heard.silent:
                    yield heard
                if heard.silent:
                    return

    def collect(self) -> None:
        """Unblock all clients that are still waiting, if need be: their replies are ready then."""
        for client in sorted(self.owed):
            self.ready.append(self.unblocked(self.owed.pop(client)))

    def reconnect(self) -> None:
        """New connections to both, whatever state they are in. Raises HarnessFailure, OSError."""
        self.owed.clear()
        self.ready.clear()
        self.inside.clear()
        self._playing = None
        for side in self.sides:
            side.reconnect()

    def ask(self, turn: Turn, encoded: bytes | None = None) -> Asked:
        """Write the turn, which may have been encoded before, to both.

        Before a call that may block goes a marker in the same write: when it is answered the server
        has read the call too, so the client is blocked before anyone else writes.
        """
        self._count += 1
        token = b"<fuzz %d>" % self._count
        silent = []
        calls = encode_all(turn.calls) if encoded is None else encoded
        before = _ECHO if turn.waits else b""
        # To a RESP2 connection that is subscribed, nothing but PING can be said.
        after = (
            b""
            if turn.lines
            else b"*2\r\n$4\r\n%b\r\n$%d\r\n%b\r\n"
            % (
                b"PING" if self._messages else b"ECHO",
                len(token),
                token,
            )
        )
        for side in self.sides:
            link = side.links[turn.client]
            data = calls
            if NUMBER_OF in calls:
                data = encode_all(map(side.named, turn.calls))
            try:
                link.send(before + data + after)
                if turn.waits:
                    link.read_past(_ECHOED)
            except Silent as error:
                silent.append(f"{side.name}: {error}")
        return Asked(turn, b"$%d\r\n%b\r\n" % (len(token), token), ", ".join(silent))

    def unblocked(self, asked: Asked) -> Played:
        """The reply to a call that has blocked or not; nobody waits for ever."""
        client = asked.turn.client
        left, right = (
            side.command(b"CLIENT", b"UNBLOCK", side.links[client].client_id) == b":1\r\n"
            for side in self.sides
        )
        return replace(self.read(asked), blocked=(left, right))

    def read(self, asked: Asked) -> Played:
        if asked.silent:
            return Played(asked.turn, b"", b"", asked.silent)
        turn, got, silent = asked.turn, [], []
        for side in self.sides:
            link = side.links[turn.client]
            try:
                if turn.lines:
                    got.append(link.read_lines(len(turn.calls)))
                else:
                    got.append(link.read_before(asked.sentinel).removesuffix(_PONG))
            except Silent as error:
                got.append(error.got)
                silent.append(f"{side.name}: {error}")
        return Played(turn, got[0], got[1], ", ".join(silent))


class Playing:
    """Turns on their way through both servers.

    Gives out what is ready while servers are busy. Who takes long over it calls `tend` in between.
    """

    def __init__(self, duel: Duel, steps: Sequence[Step], start: int, *, closely: bool) -> None:
        self._duel, self._closely = duel, closely
        self._turns = turns(steps, duel.inside, start)
        self._next = next(self._turns, None)
        self._encoded: bytes | None = None
        """The next turn, if there was time to encode it while servers were busy."""
        self._flying: deque[Asked] = deque()

    def __iter__(self) -> Iterator[Played]:
        return self

    def __next__(self) -> Played:
        duel = self._duel
        while True:
            self.tend()
            if duel.is_silent or not (self._flying or self._next):
                raise StopIteration
            if self._next is not None and self._encoded is None:
                self._encoded = encode_all(self._next.calls)
            elif duel.ready:
                return duel.ready.popleft()
            elif not duel.meanwhile():
                self._land()

    def tend(self) -> None:
        """Read what both servers have answered and write what may follow, without waiting."""
        while not self._duel.is_silent:
            if self._flying and self._duel.is_answered(self._flying[0]):
                self._land()
            elif self._next is not None and self._may_be_written(self._next):
                self._write(self._next)
            else:
                return

    def drain(self) -> None:
        """Read what is under way, for nobody."""
        while self._flying and not self._duel.is_silent:
            self._duel.read(self._flying.popleft())

    def _may_be_written(self, turn: Turn) -> bool:
        """Whether all is answered that must be executed before; what the same client says is
        executed in its order anyway."""
        if not self._flying:
            return True
        last = self._flying[-1]
        return (
            not self._closely
            and len(self._flying) < IN_FLIGHT
            and turn.client == last.turn.client
            and not (turn.waits or turn.lines or last.turn.lines or last.silent)
        )

    def _write(self, turn: Turn) -> None:
        duel = self._duel
        if turn.client in duel.owed:
            duel.ready.append(duel.unblocked(duel.owed.pop(turn.client)))
            if duel.is_silent:
                return
        asked = duel.ask(turn, self._encoded)
        self._next, self._encoded = next(self._turns, None), None
        if turn.waits and not asked.silent:
            duel.owed[turn.client] = asked
        else:
            self._flying.append(asked)

    def _land(self) -> None:
        """Read the turn that was written first, which may take a while."""
        self._duel.ready.append(self._duel.read(self._flying.popleft()))
