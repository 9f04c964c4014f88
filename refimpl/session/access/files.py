"""Users in files: the one that ``aclfile`` names, and the configuration file's ``user`` lines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from refimpl.session.access.login import close, rules_changed
from refimpl.session.access.selector import UNKNOWN, BadRuleError
from refimpl.session.access.user import UnclosedSelectorError, join_selectors
from refimpl.session.access.users import RuleError, apply_all, is_name

if TYPE_CHECKING:
    from refimpl.session.access.user import User
    from refimpl.session.access.users import Users
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState

_NOTHING_DONE = (
    b"WARNING: ACL errors detected, no change to the previously active ACL rules was performed"
)


class AccessFileError(Exception):
    """A file that can't be read or has errors; the argument is what to tell of them."""

    @property
    def reasons(self) -> bytes:
        """What is wrong, in one line."""
        reasons = self.args[0]
        assert isinstance(reasons, bytes)
        return reasons


def load(server: ServerState, path: bytes, caller: Client | None) -> None:
    """Have the users of the file; AccessFileError, and then nothing changes, if it has any error.

    Connections of users that are no more are closed. `caller` asked for it, if anybody did.
    """
    users = server.users
    users.replace(read(users, path))
    for client in list(server.clients.values()):
        user = users.find(client.user)
        if user is None:
            close(client, caller)
        else:
            client.account = user
            rules_changed(client)


def read(users: Users, path: bytes) -> dict[bytes, User]:
    """The users that a file defines; AccessFileError with all that is wrong in it."""
    try:
        # pathlib loads slowly, and the server may be starting
        with open(path, "rb") as file:  # noqa: PTH123
            lines = file.read().split(b"\n")
    except OSError as error:
        reason = (error.strerror or "").encode()
        raise AccessFileError(
            b"Error loading ACLs, opening file '" + path + b"': " + reason
        ) from None
    found: dict[bytes, User] = {}
    wrong: list[bytes] = []
    for number, line in enumerate(lines, start=1):
        words = line.strip(b" \t\r\n").split(b" ")
        if words == [b""]:
            continue
        at = path + b":%d" % number
        if words[0] != b"user" or len(words) < 2:
            wrong.append(at + b" should start with user keyword followed by the username. ")
        elif not is_name(words[1]):
            wrong.append(at + b": username '" + words[1] + b"' contains invalid characters. ")
        elif words[1] in found:
            text = b"WARNING: Duplicate user '%s' found on line %d. "
            wrong.append(text % (words[1], number))
        else:
            user = found[words[1]] = users.make(words[1])
            wrong += _read_rules(user, words[2:], at)
    if wrong:
        raise AccessFileError(b"".join(wrong) + _NOTHING_DONE)
    return found


def _read_rules(user: User, words: list[bytes], at: bytes) -> list[bytes]:
    """Apply the rules of a line; what is wrong with them."""
    try:
        rules = join_selectors([word.strip(b" \t\r\n") for word in words])
    except UnclosedSelectorError:
        return [at + b": Unmatched parenthesis in selector definition."]
    wrong = []
    told = False
    for rule in rules:
        try:
            user.apply(rule)
        except BadRuleError as error:
            if error.reason == UNKNOWN:
                wrong.append(
                    at + b": Error in applying operation '" + rule + b"': " + error.reason + b". "
                )
            elif not told:
                # One error of a line is enough to find what is wrong with its form.
                told = True
                wrong.append(at + b": " + error.reason + b". ")
    return wrong


def save(users: Users, path: bytes) -> None:
    """Write all users to the file, which has either its old or its new text; OSError if not."""
    text = b"".join(line + b"\n" for line in users.lines())
    fresh = path + b".tmp-%d" % os.getpid()
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        try:
            while text:
                text = text[os.write(descriptor, text) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(fresh, path)  # noqa: PTH105
    except OSError:
        os.unlink(fresh)  # noqa: PTH108
        raise


class BadUserLineError(Exception):
    """A ``user`` line of the configuration file can't be obeyed; the argument tells why."""


def define(users: Users, words: list[bytes], known: dict[bytes, User]) -> None:
    """Obey a ``user`` line of the configuration file: its words from the user's name on.

    `known` are the users that lines before it defined; BadUserLineError if the line is wrong.
    """
    name, *rules = words
    if not is_name(name):
        raise BadUserLineError("Spaces not allowed in ACL usernames")
    shown = name.decode("utf-8", "replace")
    if name in known:
        raise BadUserLineError(
            f"Error in user declaration '{shown}': Duplicate user found. "
            "A user can only be defined once in config files"
        )
    user = users.make(name)
    try:
        apply_all(user, join_selectors(rules))
    except UnclosedSelectorError:
        raise BadUserLineError("Error in user declaration 'user': Wrong format") from None
    except RuleError as error:
        reason = error.reason.decode()
        raise BadUserLineError(f"Error in user declaration '{shown}': {reason}") from None
    known[name] = user
