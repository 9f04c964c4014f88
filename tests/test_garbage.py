"""No command leaves cycles of objects behind: the garbage collector may leave the data alone."""

from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING

from conformance.compare.text import to_bytes
from refimpl.reactor.simulated import Simulation
from refimpl.resp.replies import bulks
from refimpl.testing import start_simulated
from spec.model.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.reactor.network import Connection
    from spec.model.command import Command, Example

HOST = "10.0.0.1"
ELSEWHERE = {"DEBUG", "SHUTDOWN"}
"""Commands that this server would not survive."""


class Guests:
    """Clients of a simulated server, who come and go."""

    def __init__(self) -> None:
        self.room = Simulation(seed=1)
        start_simulated(self.room, HOST, protected_mode=False)
        self._network = self.room.network("10.0.0.9")
        self._here: dict[object, Connection] = {}

    def send(self, who: object, words: list[bytes]) -> None:
        """Let a client, who comes if he isn't there yet, send a request."""
        if who not in self._here:
            self._here[who] = self._network.connect_tcp(HOST, 6379)
            self.room.run_for(2)
        self._here[who].send(bulks(words))
        self.room.run_for(5)

    def go(self) -> None:
        """Let all go away, and the server see it."""
        for connection in self._here.values():
            connection.close()
        self._here.clear()
        self.room.run_for(200)


def examples() -> Iterator[Example]:
    """Those of all commands, but of MIGRATE: the simulation keeps the errors it raises there."""
    for command in load().commands.values():
        if command.name not in ELSEWHERE | {"MIGRATE"}:
            for each in family(command):
                yield from each.examples


def family(command: Command) -> list[Command]:
    """A command and its subcommands."""
    return [command, *command.subcommands.values()]


def play(guests: Guests, example: Example) -> int:
    """Send what the example sends; the number of requests."""
    guests.send(None, [b"FLUSHALL"])
    sent = 0
    for step in example.steps:
        words = [to_bytes(word) for word in step.get("send", ()) if isinstance(word, str)]
        if words and words[0].upper().decode() not in ELSEWHERE:
            guests.send(step.get("client"), words)
            sent += 1
    guests.go()
    return sent


def test_examples_leave_no_cycles() -> None:
    guests = Guests()
    following = iter(list(examples()))
    play(guests, next(following))  # what is made once, and stays
    gc.collect()
    gc.disable()
    try:
        sent = sum(play(guests, each) for each in following)
        assert sent > 5000
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = Counter(type(each).__name__ for each in gc.garbage)
        modules = {type(each).__module__ for each in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert not {each for each in modules if each.startswith("refimpl.")}, left
    assert sum(left.values()) < sent / 20, left
