"""The command table, and how its commands get their parsers and handlers.

A group comes in when the first of its commands is called: loading all of them took half of the time
of a start and a tenth of the memory at rest, and most servers see few.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from refimpl.session.registry import HANDLERS, SHORT_FORMS
from refimpl.table.command import Flag, no_handler
from refimpl.table.generated.commands import build_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.table.command import Argv, Command, Parser

_AT_ONCE = (b"multi", b"exec", b"discard", b"watch", b"quit", b"reset")
"""Not queued by MULTI: `not-queued` in spec/behaviour/gates.yaml."""

_PROTECTED = (b"debug", b"module")
"""`protected` in spec/behaviour/gates.yaml."""

_MAY_REPLICATE = (b"publish", b"spublish", b"eval", b"evalsha", b"fcall", b"pfcount")
"""`may-replicate` in spec/behaviour/gates.yaml."""


def load_commands() -> dict[bytes, Command]:
    """A fresh table of all commands."""
    table = build_table()
    groups: dict[str, list[Command]] = {}
    for command in every_command(table):
        members = groups.setdefault(command.group, [])
        members.append(command)
        command.parse = _first_call(command, members)
    for key in _AT_ONCE:
        table[key].flags |= Flag.IN_TRANSACTION
    for key in _MAY_REPLICATE:
        table[key].flags |= Flag.MAY_REPLICATE
    for key in _PROTECTED:
        _protect(table[key])
    return table


def load_every_group(commands: dict[bytes, Command]) -> None:
    """Bring in at once what otherwise comes when it is called."""
    for command in every_command(commands):
        _bind([command])


def _first_call(command: Command, members: list[Command]) -> Parser:
    """Stands in for a command's parser until one of the group is called."""

    def load_and_parse(argv: Argv, *more: object) -> object:
        _bind(members)
        return argv if command.parse is None else command.parse(argv, *more)

    return load_and_parse


def _bind(members: list[Command]) -> None:
    """Give commands of one group their parsers and handlers."""
    group = members[0].group
    import_module(f"refimpl.commands.{group}")
    for command in members:
        command.parse = None
        if command.parser is not None:
            parsers = import_module(f"refimpl.table.generated.{group}")
            command.parse = getattr(parsers, command.parser)
        handler = HANDLERS.get(command.name.lower())
        if handler is None or command.handler is not no_handler:
            continue
        command.handler = handler
        if command.name in SHORT_FORMS:
            command.short_words, command.short = SHORT_FORMS[command.name]
        elif command.parse is None and command.arity > 0:
            command.short_words, command.short = command.arity, handler


def _protect(command: Command) -> None:
    command.flags |= Flag.PROTECTED
    for subcommand in (command.subcommands or {}).values():
        if not subcommand.name.endswith((b"|list", b"|help")):
            subcommand.flags |= Flag.PROTECTED


def every_command(commands: dict[bytes, Command]) -> Iterator[Command]:
    """All commands and subcommands."""
    for command in commands.values():
        yield command
        yield from (command.subcommands or {}).values()


class CannotRenameError(Exception):
    """A rename-command that can't be obeyed; the message is why."""


def rename(commands: dict[bytes, Command], old: bytes, new: bytes) -> None:
    """Obey rename-command; CannotRenameError if there is no such command, or one of that name."""
    command = commands.pop(old, None)
    if command is None:
        raise CannotRenameError("No such command in rename-command")
    if new in commands:
        raise CannotRenameError("Target command name already exists")
    if new:
        commands[new] = command
