"""A campaign in parts, each of which any pair of servers can play.

Parts are the same however many pairs there are: a part is some epochs of the campaign's one seed.
"""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

from conformance.blame import ClientError
from conformance.coverage.clauses import clauses_of
from conformance.fuzz.campaign import Campaign
from conformance.fuzz.generate import Generator, Selection
from conformance.fuzz.session import SECONDS, Session
from conformance.server import Server, refuse_if_in_use
from conformance.targets.resolve import open_target

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import TracebackType

    from conformance.fuzz.account import Account
    from conformance.fuzz.trial import Cause

PART = 20_000
"""Commands in a part: a second's work or two, so that nobody waits long for the last one."""
EPOCHS = 1000
"""Between the first epochs of two parts: more than a part plays, however many end early."""


class Part(NamedTuple):
    """So many commands, in epochs from number `first` on."""

    first: int
    commands: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a campaign, in words that another machine understands too.

    `commands` are made in parts of `size`.
    """

    target: str
    against: str
    commands: int
    seed: int
    groups: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    protocols: tuple[int, ...] = (2, 3)
    clients: int = 3
    seconds: float = SECONDS
    check_every: int = 1
    flush: bool = False
    size: int = PART

    def parts(self) -> Iterator[Part]:
        """The parts that make the campaign."""
        for number, start in enumerate(range(0, self.commands, self.size)):
            yield Part(number * EPOCHS, min(self.size, self.commands - start))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known once the servers are there: who they are, what is sent to them and what not."""

    identities: tuple[str, str]
    commands: tuple[str, ...]
    left_out: dict[str, str]
    clauses: tuple[str, ...]
    """All clauses of the commands."""


@contextlib.contextmanager
def _collected_seldom() -> Iterator[None]:
    """Garbage in cycles is looked for much less often, not at all in what is frozen.

    A campaign makes hardly any, but keeps many calls and replies, which a collector visits again
    and again: without, 60,000 commands take 18 % more of the processor (41 us each instead of 34).
    """
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


class Pair:
    """Two servers of a plan's kind, with all that it takes to play parts on them."""

    def __init__(self, plan: Plan) -> None:
        with contextlib.ExitStack() as stack:
            servers = []
            for side, text in (("target", plan.target), ("against", plan.against)):
                server = Server(open_target(text), side)
                stack.callback(server.close)
                refuse_if_in_use(server, allowed=plan.flush)
                servers.append(server)
            left, right = servers
            stack.enter_context(_collected_seldom())
            session = Session(left, right, seconds=plan.seconds, check_every=plan.check_every)
            self._session = stack.enter_context(session)
            offered = self._session.common
            selection = Selection(plan.groups, plan.names, plan.protocols, plan.clients, offered)
            self._generator = Generator(session.spec, selection, plan.seed)
            self.facts = Facts(
                (str(left.identity), str(right.identity)),
                tuple(command.name for command in self._generator.commands),
                self._generator.left_out,
                tuple(
                    clause
                    for command in self._generator.commands
                    for clause in clauses_of(session.spec, command)
                ),
            )
            if not self.facts.commands:
                raise ClientError("no command is chosen; groups are those of spec/commands")
            gc.freeze()
            self._stack = stack.pop_all()

    def play(
        self,
        part: Part,
        known: Collection[Cause] = (),
        progress: Callable[[int], None] = lambda done: None,
    ) -> Account:
        """What a part has shown; causes that are known already are only counted."""
        session = self._session
        checked = session.checks.checked
        campaign = Campaign(
            self._generator, session.trial, session.names, first=part.first, known=known
        )
        campaign.run(part.commands, progress)
        account = campaign.account
        coverage = session.checks.coverage
        account.clauses = set(coverage.hits(2) | coverage.hits(3))
        account.checked = session.checks.checked - checked
        return account

    def close(self) -> None:
        """Stop what was started."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
