"""Reading configuration files."""

from __future__ import annotations

import os
from typing import NamedTuple

from refimpl.resp.inline import split_words
from refimpl.session.config import Config, InvalidValueError
from refimpl.table.config_table import parameter

BAD_DIRECTIVE = "Bad directive or wrong number of arguments"


class ConfigFileError(Exception):
    """A line that can't be understood: which one (1 is the first), its text, and why."""

    def __init__(self, line: int, text: str, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.text = text
        self.reason = reason


class Renamed(NamedTuple):
    """A rename-command: a command's name and its new one, empty to remove the command."""

    old: bytes
    new: bytes
    line: int
    text: str


class ModuleError(Exception):
    """A module is to be loaded; the message is its path."""


_FORMER = frozenset(
    {
        *("list-max-ziplist-entries", "list-max-ziplist-value"),
        *("lua-replicate-commands", "io-threads-do-reads"),
    }
)
"""Parameters of older releases: their lines are skipped."""

_NEEDS_NO_WORD = frozenset({"bind"})


class UserLine(NamedTuple):
    """A line that defines a user: which one (1 is the first), its text, and its words."""

    line: int
    text: str
    words: list[bytes]
    """From the user's name on."""


class Directives:
    """Reads lines into a configuration, and keeps what isn't a parameter."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.renamed: list[Renamed] = []
        self.given: set[str] = set()
        """Attributes of the parameters that were read."""
        self.users: list[UserLine] = []
        """Lines that define users: they can be obeyed when the commands are known."""
        self._save_seen = False

    def read(self, text: str) -> None:
        """Obey every line; ConfigFileError at the first that can't be understood."""
        for number, line in enumerate(text.split("\n"), start=1):
            stripped = line.strip(" \t\r\n")
            if stripped and not stripped.startswith("#"):
                self._obey(number, stripped)

    def _obey(self, number: int, line: str) -> None:
        words = split_words(line.encode("utf-8", "surrogateescape"))
        if words is None:
            raise ConfigFileError(number, line, "Unbalanced quotes in configuration line")
        if not words:
            return
        name = words[0].decode("latin-1").lower()
        arguments = words[1:]
        if name == "include" and len(arguments) == 1:
            self._include(arguments[0].decode("utf-8", "surrogateescape"))
        elif name == "user" and arguments:
            self.users.append(UserLine(number, line, arguments))
        elif name == "rename-command" and len(arguments) == 2:
            old, new = (word.lower() for word in arguments)
            self.renamed.append(Renamed(old, new, number, line))
        elif name == "loadmodule" and arguments:
            raise ModuleError(arguments[0].decode("utf-8", "surrogateescape"))
        elif name == "sentinel":
            raise ConfigFileError(number, line, "sentinel directive while not in sentinel mode")
        elif name not in _FORMER:
            self._set(number, line, name, arguments)

    def _set(self, number: int, line: str, name: str, arguments: list[bytes]) -> None:
        if parameter(name) is None:
            raise ConfigFileError(number, line, BAD_DIRECTIVE)
        if not arguments and name not in _NEEDS_NO_WORD:
            raise ConfigFileError(number, line, "wrong number of arguments")
        try:
            known, value = self.config.convert(name, arguments)
        except InvalidValueError as error:
            raise ConfigFileError(number, line, str(error)) from None
        if name == "save":
            # The first line replaces the default, the others add to it.
            if self._save_seen and value:
                value = b" ".join(filter(None, (self.config.save, value)))
            self._save_seen = True
        elif name == "dir":
            try:
                os.stat(value)  # noqa: PTH116  # pathlib loads slowly
            except OSError as error:
                raise ConfigFileError(number, line, error.strerror or "") from None
        setattr(self.config, known.attribute, value)
        self.given.add(known.attribute)

    def _include(self, pattern: str) -> None:
        from pathlib import Path  # loads slowly, and most servers have no file

        paths = [Path(pattern)]
        if any(mark in pattern for mark in "*?["):
            paths = sorted(paths[0].parent.glob(paths[0].name))
        for path in paths:
            self.read(path.read_text(encoding="utf-8", errors="surrogateescape"))
