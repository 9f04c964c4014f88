"""One user: whether he may log in, how, and what he may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.inline import split_words
from refimpl.session.access.selector import COMMAND, BadRuleError, Denial, Selector

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.access.catalogue import Catalogue
    from refimpl.table.command import Argv, Command, KeyPosition

_HASH_LENGTH = 64
_HASH_DIGITS = frozenset(b"0123456789abcdef")

_BAD_HASH = (
    b"The password hash must be exactly 64 characters and contain only lowercase hexadecimal "
    b"characters"
)
_NO_SUCH_PASSWORD = b"The password you are trying to remove from the user does not exist"


class UnclosedSelectorError(Exception):
    """A selector has no closing parenthesis; the argument is the word that opens it."""

    @property
    def word(self) -> bytes:
        """The word that opens the selector."""
        word = self.args[0]
        assert isinstance(word, bytes)
        return word


def hash_password(password: bytes) -> bytes:
    """What is kept of a password: SHA-256, in hexadecimal."""
    from hashlib import sha256  # loads slowly, and many servers have no password

    return sha256(password).hexdigest().encode()


def join_selectors(words: list[bytes]) -> list[bytes]:
    """The rules in a list of words: a selector, between parentheses, may take several words."""
    rules: list[bytes] = []
    opening: bytes | None = None
    for word in words:
        if opening is not None:
            rules[-1] += b" " + word
        else:
            rules.append(word)
            if word.startswith(b"("):
                opening = word
        if word.endswith(b")"):
            opening = None
    if opening is not None:
        raise UnclosedSelectorError(opening)
    return rules


class User:
    """Rules are applied one by one; nobody sees half of them if the user is changed by a copy."""

    __slots__ = (
        "catalogue",
        "channels_by_default",
        "enabled",
        "name",
        "no_password",
        "passwords",
        "sanitizes",
        "selectors",
    )

    def __init__(
        self, name: bytes, catalogue: Catalogue, channels_by_default: Callable[[], bool]
    ) -> None:
        self.name = name
        self.catalogue = catalogue
        self.channels_by_default = channels_by_default
        """Whether permissions begin with all channels (acl-pubsub-default)."""
        self.enabled = False
        self.no_password = False
        """Any password will do."""
        self.passwords: dict[bytes, None] = {}
        """Their hashes, in their order."""
        self.sanitizes = True
        """Whether what he restores is checked more thoroughly than for its outer form."""
        self.selectors = [self._new_selector()]
        """His own permissions, then the further ones."""

    def _new_selector(self) -> Selector:
        return Selector(self.catalogue, self.channels_by_default())

    def copy(self) -> User:
        """A user with the same rules."""
        other = User(self.name, self.catalogue, self.channels_by_default)
        other.become(self)
        return other

    def become(self, other: User) -> None:
        """Take over the rules of another user."""
        self.enabled = other.enabled
        self.no_password = other.no_password
        self.passwords = dict(other.passwords)
        self.sanitizes = other.sanitizes
        self.selectors = [selector.copy() for selector in other.selectors]

    # -- rules

    def apply(self, rule: bytes) -> None:
        """Follow one rule; BadRuleError if it is none."""
        word = rule.lower()
        if word in _PLAIN:
            _PLAIN[word](self)
        elif rule[:1] in (b">", b"#"):
            self._add_password(rule)
        elif rule[:1] in (b"<", b"!"):
            self._remove_password(rule)
        elif rule[:1] == b"(" and rule[-1:] == b")":
            self._add_selector(rule[1:-1])
        elif rule:
            self.selectors[0].apply(rule)

    def _add_password(self, rule: bytes) -> None:
        self.passwords[_hash(rule)] = None
        self.no_password = False

    def _remove_password(self, rule: bytes) -> None:
        try:
            del self.passwords[_hash(rule)]
        except KeyError:
            raise BadRuleError(_NO_SUCH_PASSWORD) from None

    def _add_selector(self, rules: bytes) -> None:
        selector = self._new_selector()
        # Rules may be quoted; where quotes don't match, there are no rules.
        for rule in split_words(rules) or []:
            selector.apply(rule)
        self.selectors.append(selector)

    def _enable(self) -> None:
        self.enabled = True

    def _disable(self) -> None:
        self.enabled = False

    def _need_no_password(self) -> None:
        self.passwords.clear()
        self.no_password = True

    def forget_passwords(self) -> None:
        """Let nobody in until a password is set."""
        self.passwords.clear()
        self.no_password = False

    def _sanitize(self) -> None:
        self.sanitizes = True

    def _skip_sanitizing(self) -> None:
        self.sanitizes = False

    def _drop_selectors(self) -> None:
        del self.selectors[1:]

    def reset(self) -> None:
        """Be as a new user is."""
        self.become(User(self.name, self.catalogue, self.channels_by_default))

    # -- their text

    def flags(self) -> list[bytes]:
        """The words that are neither passwords nor permissions."""
        flags = [b"on" if self.enabled else b"off"]
        if self.no_password:
            flags.append(b"nopass")
        flags.append(b"sanitize-payload" if self.sanitizes else b"skip-sanitize-payload")
        return flags

    def text(self) -> bytes:
        """All rules, to make the same user of a new one."""
        first, *others = self.selectors
        words = self.flags()
        words += [b"#" + password for password in self.passwords]
        words.append(first.text())
        words += [b"(" + selector.text() + b")" for selector in others]
        return b" ".join(words)

    # -- what they allow

    def accepts(self, password: bytes) -> bool:
        """Whether the user may log in with that password."""
        if not self.enabled:
            return False
        return self.no_password or hash_password(password) in self.passwords

    @property
    def unrestricted(self) -> bool:
        """Whether everything is allowed: then no call needs to be looked at."""
        return any(selector.unrestricted for selector in self.selectors)

    def check(self, command: Command, argv: Argv) -> Denial | None:
        """Why the call is refused; None if it is allowed."""
        positions: list[KeyPosition] | None = None

        def keys() -> list[KeyPosition]:
            nonlocal positions
            if positions is None:
                try:
                    positions = command.keys(argv) if command.keys is not None else []
                except ValueError:
                    positions = []  # a call that will be refused for what it is
            return positions

        worst = Denial(COMMAND, 0)
        for selector in self.selectors:
            denial = selector.check(command, argv, keys)
            if denial is None:
                return None
            worst = max(worst, denial)
        return worst

    def reads_all_keys(self, command: Command, argv: Argv) -> bool:
        """Whether the call may read keys that it doesn't name."""
        return any(
            selector.allows_command(command, argv) and selector.reads_all_keys()
            for selector in self.selectors
        )


def _hash(rule: bytes) -> bytes:
    """The hash that a rule about a password gives, or that of the password it gives."""
    if rule[:1] in (b">", b"<"):
        return hash_password(rule[1:])
    if len(rule) != _HASH_LENGTH + 1 or not _HASH_DIGITS.issuperset(rule[1:]):
        raise BadRuleError(_BAD_HASH)
    return rule[1:]


_PLAIN: dict[bytes, Callable[[User], None]] = {
    b"on": User._enable,
    b"off": User._disable,
    b"nopass": User._need_no_password,
    b"resetpass": User.forget_passwords,
    b"sanitize-payload": User._sanitize,
    b"skip-sanitize-payload": User._skip_sanitizing,
    b"clearselectors": User._drop_selectors,
    b"reset": User.reset,
}
