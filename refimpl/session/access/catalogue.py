"""The commands as access rules name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.table.command import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.table.command import Command

CATEGORY_BITS = {name: 1 << place for place, name in enumerate(CATEGORIES)}


class Catalogue:
    """Every command and subcommand by the name it was made with, whatever it is called now."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self.commands = {command.name.lower(): command for command in commands}
        self.everything = frozenset(command.name for command in self.commands.values())

    def category(self, name: bytes) -> frozenset[bytes] | None:
        """The names of a category's commands; None when there is no such category."""
        bit = CATEGORY_BITS.get(name)
        if bit is None:
            return None
        return frozenset(
            command.name for command in self.commands.values() if command.categories & bit
        )

    def family(self, command: Command) -> set[bytes]:
        """A command's name and those of its subcommands."""
        subcommands = command.subcommands or {}
        return {command.name, *(subcommand.name for subcommand in subcommands.values())}
