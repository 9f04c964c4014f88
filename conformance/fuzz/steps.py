"""A campaign's calls in order, and how they are cut into turns of one client each.

Clients take turns: a turn is written in one go, and only when all its replies are there does the
next client write. So both servers execute the calls of all clients in the same order, and most of
the time is still spent in pipelines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TURN_LIMIT = 50

Argv = tuple[bytes, ...]


class Step(NamedTuple):
    """One call by one client.

    `waits` marks a blocking call whose reply is not waited for: other clients go on, and the reply
    is collected when the client's next turn comes (it is then unblocked, if nothing else did it).
    `random` marks a write that no two servers do alike: the next step deletes what it has left.
    """

    client: int
    argv: Argv
    waits: bool = False
    random: bool = False


@dataclass(slots=True)
class Turn:
    """Calls of one client that are written together.

    `first` is the index of the first of `calls` among all steps. `lines` says that the client is
    in a MULTI block when the turn ends, so that a sentinel would only be queued: every reply is one
    line then, and lines are counted. `waits` turns hold the one call that may block.
    """

    client: int
    first: int
    calls: list[Argv] = field(default_factory=list)
    lines: bool = False
    waits: bool = False


def is_tidy(steps: Sequence[Step]) -> bool:
    """Whether every random write is followed by what deletes it, or is the last step."""
    return all(
        not step.random or (after.client == step.client and after.argv[0] == b"DEL")
        for step, after in pairwise(steps)
    )


def parts(steps: Sequence[Step], size: int) -> Iterator[tuple[int, Sequence[Step]]]:
    """The steps in parts of about that size, each with its place; none ends in a random write."""
    start = 0
    while start < len(steps):
        end = min(start + size, len(steps))
        if steps[end - 1].random:
            end += 1
        yield start, steps[start:end]
        start = end


def in_block_after(inside: bool, argv: Argv) -> bool:
    """Whether a client is in a MULTI block after a call, by the looks of the call alone."""
    if len(argv) == 1:
        name = argv[0].upper()
        if name == b"MULTI":
            return True
        if name in (b"EXEC", b"DISCARD", b"RESET"):
            return False
    return inside


def ends_its_blocks(steps: Sequence[Step]) -> bool:
    """Whether nobody else has a turn while a client is in a MULTI block, and none stays open."""
    inside: int | None = None
    for step in steps:
        if inside not in (None, step.client):
            return False
        inside = step.client if in_block_after(inside is not None, step.argv) else None
    return inside is None


def turns(steps: Sequence[Step], inside: set[int], start: int = 0) -> Iterator[Turn]:
    """The turns that the steps make.

    `inside` are the clients in a MULTI block, kept up to date; the first step is number `start`.
    """
    current: Turn | None = None
    opened = 0  # where in the current turn the block that is open was opened
    for index, step in enumerate(steps, start):
        client, was_inside = step.client, step.client in inside
        waits = step.waits and not was_inside
        if current is not None and (
            waits or current.waits or current.client != client or len(current.calls) >= TURN_LIMIT
        ):
            yield from _closed(current, opened, current.client in inside)
            current = None
        if current is None:
            current, opened = Turn(client, index, waits=waits), 0
        if in_block_after(was_inside, step.argv):
            if not was_inside:
                inside.add(client)
                opened = len(current.calls)
        else:
            inside.discard(client)
        current.calls.append(step.argv)
    if current is not None:
        yield from _closed(current, opened, current.client in inside)


def _closed(turn: Turn, opened: int, inside: bool) -> Iterator[Turn]:
    """The turn, cut in two where a block begins that stays open."""
    if not inside:
        yield turn
        return
    if opened:
        yield Turn(turn.client, turn.first, turn.calls[:opened])
    yield Turn(turn.client, turn.first + opened, turn.calls[opened:], lines=True)
