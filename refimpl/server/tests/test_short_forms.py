"""Short forms: requests that no parser looks at must be those that it would have let pass."""

from __future__ import annotations

from itertools import product

import pytest

from refimpl.reactor.simulated import Simulation
from refimpl.server.table import load_commands, load_every_group
from refimpl.session.registry import SHORT_FORMS
from refimpl.testing import SimulatedClient, start_simulated

COMMANDS = load_commands()
load_every_group(COMMANDS)
WORDS = (b"", b"a", b"-1", b"nx", b"COUNT", b"GET", b"\r\n", b"withscores")


CAREFUL = {b"zadd"}
"""Commands whose short form leaves to the parser what it doesn't understand."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=name.decode()) for name in SHORT_FORMS if name not in CAREFUL]
)
def test_the_parser_takes_any_words_of_a_short_form(name: bytes) -> None:
    """CommandError is raised where it doesn't."""
    command = COMMANDS[name]
    words, handler = SHORT_FORMS[name]
    assert command.short is handler
    assert command.least_args <= words <= command.most_args
    for arguments in product(WORDS, repeat=words - 1):
        if command.parse is not None:
            command.parse([name, *arguments], 0)


def test_a_fixed_number_of_unparsed_words_is_a_short_form() -> None:
    command = COMMANDS[b"get"]
    assert command.parse is None
    assert (command.short_words, command.short) == (2, command.handler)


def test_others_have_none() -> None:
    assert COMMANDS[b"zincrby"].short_words == COMMANDS[b"del"].short_words == 0


def test_what_is_no_score_is_left_to_the_parser() -> None:
    """A ZADD of four words is answered as one in a transaction is, where there is no short form."""
    room = Simulation(seed=1)
    start_simulated(room, "server", protected_mode=False)
    client = SimulatedClient(room, "server")
    for words in product(('""', "a", "-1", "nx", "inf", "nan", r'"\r\n"'), repeat=3):
        request = " ".join(("ZADD", *words))
        short = client.send(request)
        client.send("FLUSHALL", "MULTI", request)
        assert client.send("EXEC").removeprefix(b"*1\r\n") == short
        client.send("FLUSHALL")
