"""Short forms: requests that no parser looks at must be those that it would have let pass."""

from __future__ import annotations

from itertools import product

import pytest

from refimpl.server.table import load_commands, load_every_group
from refimpl.session.registry import SHORT_FORMS

COMMANDS = load_commands()
load_every_group(COMMANDS)
WORDS = (b"", b"a", b"-1", b"nx", b"COUNT", b"GET", b"\r\n", b"withscores")


CAREFUL = {b"zadd"}
"""Commands whose short form hands over to the parser what it doesn't understand."""


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
