"""A set of permissions: which commands, on which keys, on which channels.

A user has one of his own, and may have more of them ("selectors"): what any of them allows as a
whole is allowed. Permissions are made by rules, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from refimpl.datatypes.glob import glob_match
from refimpl.table.command import Flag, KeyFlag

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.access.catalogue import Catalogue
    from refimpl.table.command import Argv, Command, KeyPosition

READ = 1
WRITE = 2

_MARKS = {ord("R"): READ, ord("W"): WRITE}
_SPACES = frozenset(b" \t\n\v\f\r\0")

SYNTAX = b"Syntax error"
UNKNOWN = b"Unknown command or category name in ACL"
_FIRST_WORD_OF_SUBCOMMAND = b"Allowing first-arg of a subcommand is not supported"
_AFTER_ALL_KEYS = (
    b"Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have "
    b"any effect. Try 'resetkeys' to start with an empty list of patterns"
)
_AFTER_ALL_CHANNELS = (
    b"Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not "
    b"have any effect. Try 'resetchannels' to start with an empty list of channels"
)


class BadRuleError(Exception):
    """A rule that can't be followed; the reason is the argument."""

    @property
    def reason(self) -> bytes:
        """Why, as a client is told."""
        reason = self.args[0]
        assert isinstance(reason, bytes)
        return reason


class Denial(NamedTuple):
    """Why a call is refused: of two, the greater one is what the user is told."""

    reason: int
    """COMMAND, KEY or CHANNEL."""
    place: int
    """Which word of the request is refused; 0 for the command."""


COMMAND = 1
KEY = 2
CHANNEL = 4


class Selector:
    """Permissions, and the rules that made them in their shortest form."""

    __slots__ = (
        "all_channels",
        "all_keys",
        "catalogue",
        "channels",
        "commands",
        "first_words",
        "from_all",
        "keys",
        "rules",
    )

    def __init__(self, catalogue: Catalogue, all_channels: bool = False) -> None:
        self.catalogue = catalogue
        self.commands: set[bytes] = set()
        """Names of the commands that are allowed."""
        self.first_words: dict[bytes, list[bytes]] = {}
        """Commands that are allowed with certain first arguments only."""
        self.from_all = False
        """Whether the rules about commands begin with all of them, or with none."""
        self.rules: dict[bytes, bool] = {}
        """The rules about commands since then, in their order, and whether they allow."""
        self.keys: dict[bytes, int] = {}
        """Patterns of keys, and what may be done with them: bits READ and WRITE."""
        self.all_keys = False
        self.channels: dict[bytes, None] = {}
        """Patterns of channels, in their order."""
        self.all_channels = all_channels

    def copy(self) -> Selector:
        """The same permissions."""
        other = Selector(self.catalogue, self.all_channels)
        other.commands = set(self.commands)
        other.first_words = {name: list(words) for name, words in self.first_words.items()}
        other.from_all = self.from_all
        other.rules = dict(self.rules)
        other.keys = dict(self.keys)
        other.all_keys = self.all_keys
        other.channels = dict(self.channels)
        return other

    # -- rules

    def apply(self, rule: bytes) -> None:
        """Follow one rule; BadRuleError if it is none."""
        plain = _PLAIN.get(rule.lower())
        if plain is not None:
            plain(self)
        elif rule[:1] in (b"+", b"-"):
            self._change_commands(rule[1:], rule[:1] == b"+")
        elif rule[:1] in (b"~", b"%"):
            self._add_keys(rule)
        elif rule[:1] == b"&":
            self._add_channels(rule)
        else:
            raise BadRuleError(SYNTAX)

    def allow_all_commands(self) -> None:
        """Allow every command."""
        self._begin_with(True)
        self.commands = set(self.catalogue.everything)

    def allow_no_commands(self) -> None:
        """Allow no command."""
        self._begin_with(False)
        self.commands = set()

    def _begin_with(self, everything: bool) -> None:
        self.from_all = everything
        self.rules.clear()
        self.first_words.clear()

    def allow_all_keys(self) -> None:
        """Allow every key, instead of those that patterns name."""
        self.keys.clear()
        self.all_keys = True

    def allow_no_keys(self) -> None:
        """Allow no key."""
        self.keys.clear()
        self.all_keys = False

    def allow_all_channels(self) -> None:
        """Allow every channel, instead of those that patterns name."""
        self.channels.clear()
        self.all_channels = True

    def allow_no_channels(self) -> None:
        """Allow no channel."""
        self.channels.clear()
        self.all_channels = False

    def _change_commands(self, name: bytes, allow: bool) -> None:
        """Allow or forbid a category, a command, or a subcommand; or allow a first argument."""
        name = name.lower()
        catalogue = self.catalogue
        if name[:1] == b"@":
            category = catalogue.category(name[1:])
            if category is None:
                raise BadRuleError(UNKNOWN)
            self._set(category, allow)
            self._remember(name, allow)
            return
        command = catalogue.commands.get(name)
        if command is not None:
            self._set(catalogue.family(command), allow)
        elif allow and b"|" in name:
            self._allow_first_word(name)
        else:
            raise BadRuleError(UNKNOWN)
        self._remember(name, allow)

    def _set(self, names: set[bytes] | frozenset[bytes], allow: bool) -> None:
        if allow:
            self.commands |= names
        else:
            self.commands -= names
        for name in names & self.first_words.keys():
            del self.first_words[name]

    def _allow_first_word(self, name: bytes) -> None:
        name, _, word = name.rpartition(b"|")
        command = self.catalogue.commands.get(name)
        if command is None:
            raise BadRuleError(UNKNOWN)
        if b"|" in name:
            raise BadRuleError(_FIRST_WORD_OF_SUBCOMMAND)
        if not word:
            raise BadRuleError(SYNTAX)
        if command.subcommands is not None:
            raise BadRuleError(UNKNOWN)
        words = self.first_words.setdefault(command.name, [])
        if word not in words:
            words.append(word)

    def _remember(self, name: bytes, allow: bool) -> None:
        """Add a rule to the text, instead of those that it outdates."""
        members = name + b"|"
        for other in [each for each in self.rules if each == name or each.startswith(members)]:
            del self.rules[other]
        self.rules[name] = allow

    def _add_keys(self, rule: bytes) -> None:
        if self.all_keys:
            raise BadRuleError(_AFTER_ALL_KEYS)
        if rule[:1] == b"~":
            access, pattern = READ | WRITE, rule[1:]
        else:
            marks, _, pattern = rule[1:].partition(b"~")
            access = 0
            for mark in marks.upper():
                bit = _MARKS.get(mark, 0)
                if not bit or access & bit:
                    raise BadRuleError(SYNTAX)
                access |= bit
        if not access or not _SPACES.isdisjoint(pattern):
            raise BadRuleError(SYNTAX)
        self.keys[pattern] = self.keys.get(pattern, 0) | access

    def _add_channels(self, rule: bytes) -> None:
        if self.all_channels:
            raise BadRuleError(_AFTER_ALL_CHANNELS)
        if not _SPACES.isdisjoint(rule):
            raise BadRuleError(SYNTAX)
        self.channels[rule[1:]] = None

    # -- their text

    def commands_text(self) -> bytes:
        """The rules about commands."""
        words = [b"+@all" if self.from_all else b"-@all"]
        words += [(b"+" if allow else b"-") + name for name, allow in self.rules.items()]
        return b" ".join(words)

    def keys_text(self) -> bytes:
        """The rules about keys."""
        if self.all_keys:
            return b"~*"
        return b" ".join(_KEY_MARKS[access] + pattern for pattern, access in self.keys.items())

    def channels_text(self) -> bytes:
        """The rules about channels."""
        if self.all_channels:
            return b"&*"
        return b" ".join(b"&" + pattern for pattern in self.channels)

    def text(self) -> bytes:
        """All rules, to make the same permissions of none."""
        words = [
            self.keys_text(),
            b"" if self.all_channels else b"resetchannels",
            self.channels_text(),
            self.commands_text(),
        ]
        return b" ".join(filter(None, words))

    # -- what they allow

    @property
    def unrestricted(self) -> bool:
        """Whether everything is allowed."""
        return (
            self.all_keys
            and self.all_channels
            and len(self.commands) == len(self.catalogue.everything)
        )

    def allows_command(self, command: Command, argv: Argv) -> bool:
        """Whether the command may be run with these words, whatever its keys are."""
        if command.name in self.commands or command.flags & Flag.NO_AUTH:
            return True
        words = self.first_words.get(command.name)
        return words is not None and len(argv) > 1 and argv[1].lower() in words

    def reads_all_keys(self) -> bool:
        """Whether every key may be read."""
        return self.all_keys or bool(self.keys.get(b"*", 0) & READ)

    def check(
        self, command: Command, argv: Argv, keys: Callable[[], list[KeyPosition]]
    ) -> Denial | None:
        """Why the call is refused; None if it is allowed. `keys` tells where its keys are."""
        if not self.allows_command(command, argv):
            return Denial(COMMAND, 0)
        if not self.all_keys and command.keys is not None:
            for index, flags in keys():
                if not self._allows_key(argv[index], flags):
                    return Denial(KEY, index)
        channels = command.channels
        if channels is not None and not self.all_channels:
            for index in channels.indices(len(argv)):
                if not self.allows_channel(argv[index], channels.patterns):
                    return Denial(CHANNEL, index)
        return None

    def _allows_key(self, key: bytes, flags: int) -> bool:
        needed = READ if flags & KeyFlag.ACCESS else 0
        if flags & (KeyFlag.INSERT | KeyFlag.UPDATE | KeyFlag.DELETE):
            needed |= WRITE
        return any(
            access & needed == needed and glob_match(pattern, key)
            for pattern, access in self.keys.items()
        )

    def allows_channel(self, channel: bytes, is_pattern: bool = False) -> bool:
        """Whether a channel, or all that a pattern stands for, may be used.

        A pattern is allowed only as it stands: what else it might reach can't be told.
        """
        if self.all_channels:
            return True
        if is_pattern:
            return channel in self.channels
        return any(glob_match(pattern, channel) for pattern in self.channels)


_KEY_MARKS = {READ | WRITE: b"~", READ: b"%R~", WRITE: b"%W~"}

_PLAIN: dict[bytes, Callable[[Selector], None]] = {
    b"allcommands": Selector.allow_all_commands,
    b"+@all": Selector.allow_all_commands,
    b"nocommands": Selector.allow_no_commands,
    b"-@all": Selector.allow_no_commands,
    b"allkeys": Selector.allow_all_keys,
    b"~*": Selector.allow_all_keys,
    b"resetkeys": Selector.allow_no_keys,
    b"allchannels": Selector.allow_all_channels,
    b"&*": Selector.allow_all_channels,
    b"resetchannels": Selector.allow_no_channels,
}
