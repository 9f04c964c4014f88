"""The command table with its handlers."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

import refimpl.commands
from refimpl.session.registry import HANDLERS, SHORT_FORMS
from refimpl.table.command import Flag
from refimpl.table.generated.commands import build_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.table.command import Command

_AT_ONCE = (b"multi", b"exec", b"discard", b"watch", b"quit", b"reset")
"""Not queued by MULTI: `not-queued` in spec/behaviour/gates.yaml."""

_PROTECTED = (b"debug", b"module")
"""`protected` in spec/behaviour/gates.yaml."""

_MAY_REPLICATE = (b"publish", b"spublish", b"eval", b"evalsha", b"fcall", b"pfcount")
"""`may-replicate` in spec/behaviour/gates.yaml."""


def load_commands() -> dict[bytes, Command]:
    """A fresh table of all commands that have a handler."""
    with os.scandir(refimpl.commands.__path__[0]) as entries:
        # A compiled module has its source beside it.
        names = sorted({entry.name.partition(".")[0] for entry in entries})
    for name in names:
        if name and not name.startswith("_") and name != "tests":
            import_module(f"refimpl.commands.{name}")
    table = {}
    for key, command in build_table().items():
        bound = _bind(command)
        if bound:
            table[key] = command
    for key in _AT_ONCE:
        if key in table:
            table[key].flags |= Flag.IN_TRANSACTION
    for key in _MAY_REPLICATE:
        if key in table:
            table[key].flags |= Flag.MAY_REPLICATE
    for key in _PROTECTED:
        if key in table:
            _protect(table[key])
    return table


def _protect(command: Command) -> None:
    command.flags |= Flag.PROTECTED
    for subcommand in (command.subcommands or {}).values():
        if not subcommand.name.endswith((b"|list", b"|help")):
            subcommand.flags |= Flag.PROTECTED


def _bind(command: Command) -> bool:
    """Give a command its handler, and drop subcommands that have none; whether it can run."""
    handler = HANDLERS.get(command.name.lower())
    if handler is not None:
        command.handler = handler
        if command.name in SHORT_FORMS:
            command.short_words, command.short = SHORT_FORMS[command.name]
        elif command.parse is None and command.arity > 0:
            command.short_words, command.short = command.arity, handler
    if command.subcommands is None:
        return handler is not None
    for name, subcommand in list(command.subcommands.items()):
        if not _bind(subcommand):
            del command.subcommands[name]
    return bool(command.subcommands) or handler is not None


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
