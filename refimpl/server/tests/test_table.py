"""Tests of how commands get their parsers and handlers."""

from __future__ import annotations

from refimpl.server.table import every_command, load_commands, load_every_group
from refimpl.table.command import no_handler


def test_a_group_comes_in_with_the_first_call_of_one_of_its_commands() -> None:
    commands = load_commands()
    get, lpop = commands[b"get"], commands[b"lpop"]
    argv = [b"GET", b"key"]
    assert get.parse is not None
    assert get.parse(argv, 0) is argv  # it has no parser of its own
    assert get.parse is None
    assert get.handler is not no_handler
    assert commands[b"set"].handler is not no_handler
    assert lpop.handler is no_handler


def test_a_parser_that_comes_in_parses_the_call_that_brought_it() -> None:
    commands = load_commands()
    parse = commands[b"set"].parse
    assert parse is not None
    assert parse([b"SET", b"key", b"value", b"XX"], 0).xx
    assert commands[b"set"].parse is not parse


def test_every_command_can_run_but_those_that_only_hold_others() -> None:
    commands = load_commands()
    load_every_group(commands)
    for command in every_command(commands):
        assert (command.handler is no_handler) == (
            command.subcommands is not None and command.name != b"command"
        ), command.name


def test_a_handler_that_was_there_before_stays() -> None:
    commands = load_commands()
    get = commands[b"get"]
    get.handler = lambda *_: b"+mine\r\n"
    mine = get.handler
    assert get.parse is not None
    get.parse([b"GET", b"key"], 0)
    assert get.handler is mine
