"""The users of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.access.catalogue import Catalogue
from refimpl.session.access.selector import BadRuleError
from refimpl.session.access.user import User, join_selectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refimpl.session.config import Config
    from refimpl.table.command import Command

DEFAULT = b"default"
"""The user of connections that don't say who they are; he can't be deleted."""

_SPACES = frozenset(b" \t\n\v\f\r\0")


class RuleError(Exception):
    """A rule of a user's can't be followed: which one, and why."""

    def __init__(self, rule: bytes, reason: bytes) -> None:
        super().__init__(rule, reason)
        self.rule = rule
        self.reason = reason


def is_name(name: bytes) -> bool:
    """Whether a user may be called that."""
    return _SPACES.isdisjoint(name)


class Users:
    """By name; DEFAULT is always there."""

    def __init__(self, commands: Iterable[Command], config: Config) -> None:
        self._config = config
        self.catalogue = Catalogue(commands)
        self.default = self.default_as_new()
        self._by_name = {DEFAULT: self.default}

    def _channels_by_default(self) -> bool:
        return self._config.acl_pubsub_default == "allchannels"

    def make(self, name: bytes) -> User:
        """A new user that nobody knows yet."""
        return User(name, self.catalogue, self._channels_by_default)

    def default_as_new(self) -> User:
        """The default user of a server that has no rules: he may do everything."""
        user = self.make(DEFAULT)
        for rule in (b"+@all", b"~*", b"&*", b"on", b"nopass"):
            user.apply(rule)
        return user

    def __iter__(self) -> Iterator[User]:
        """In the order of their names."""
        return (self._by_name[name] for name in sorted(self._by_name))

    def find(self, name: bytes) -> User | None:
        """The user of that name."""
        return self._by_name.get(name)

    def change(self, name: bytes, rules: list[bytes]) -> User:
        """Apply rules to a user, who is made if there is none; RuleError, and then nothing changes.

        UnclosedSelectorError if a selector doesn't end.
        """
        known = self._by_name.get(name)
        draft = self.make(name) if known is None else known.copy()
        apply_all(draft, join_selectors(rules))
        if known is None:
            self._by_name[name] = draft
            return draft
        known.become(draft)
        return known

    def remove(self, name: bytes) -> User | None:
        """Forget a user; who it was, if there was one."""
        return self._by_name.pop(name, None)

    def replace(self, users: dict[bytes, User]) -> None:
        """Have these users and no others; the default user stays the same object."""
        self.default.become(users.get(DEFAULT) or self.default_as_new())
        self._by_name = {**users, DEFAULT: self.default}

    def set_default_password(self, password: bytes) -> None:
        """Obey `requirepass`: only this password lets the default user in; empty: any does."""
        user = self.default
        user.forget_passwords()
        user.apply(b">" + password if password else b"nopass")

    @property
    def default_needs_login(self) -> bool:
        """Whether connections may do nothing until they authenticate."""
        return not self.default.no_password or not self.default.enabled

    def lines(self) -> list[bytes]:
        """All users as they are written in configuration files."""
        return [b"user " + user.name + b" " + user.text() for user in self]


def apply_all(user: User, rules: list[bytes]) -> None:
    """Follow rules in their order; RuleError at the first that can't be."""
    for rule in rules:
        try:
            user.apply(rule)
        except BadRuleError as error:
            raise RuleError(rule, error.reason) from None
