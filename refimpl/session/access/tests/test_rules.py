"""Rules: what they make of a user, and what he may do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from refimpl.session.access.catalogue import Catalogue
from refimpl.session.access.selector import CHANNEL, COMMAND, KEY, BadRuleError
from refimpl.session.access.user import UnclosedSelectorError, User, join_selectors
from refimpl.table.generated.commands import build_table

if TYPE_CHECKING:
    from refimpl.table.command import Argv

TABLE = build_table()
CATALOGUE = Catalogue(
    each for command in TABLE.values() for each in (command, *(command.subcommands or {}).values())
)


def user(*rules: str) -> User:
    """A new user with these rules."""
    made = User(b"someone", CATALOGUE, lambda: False)
    for rule in join_selectors([each.encode() for each in rules]):
        made.apply(rule)
    return made


def refused(someone: User, call: str) -> tuple[int, int] | None:
    """What is refused of a call, None if nothing is."""
    argv: Argv = [word.encode() for word in call.split()]
    command = TABLE[argv[0].lower()]
    if command.subcommands is not None and len(argv) > 1:
        command = command.subcommands[argv[1].lower()]
    return someone.check(command, argv)


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        ("", "off sanitize-payload resetchannels -@all"),
        ("on nopass", "on nopass sanitize-payload resetchannels -@all"),
        ("+get +set -get", "off sanitize-payload resetchannels -@all +set -get"),
        ("+get +@all", "off sanitize-payload resetchannels +@all"),
        ("+config|get +config", "off sanitize-payload resetchannels -@all +config"),
        ("+SELECT|A", "off sanitize-payload resetchannels -@all +select|a"),
        ("%R~a %W~a %R~b", "off sanitize-payload ~a %R~b resetchannels -@all"),
        ("&a &b", "off sanitize-payload resetchannels &a &b -@all"),
        ("( +get ~a )", "off sanitize-payload resetchannels -@all (~a resetchannels -@all +get)"),
    ],
)
def test_text(rules: str, text: str) -> None:
    """A user's rules as ACL LIST tells them; and they make the same user again."""
    assert user(*rules.split()).text() == text.encode()
    assert user(*text.split()).text() == text.encode()


@pytest.mark.parametrize(
    "rule",
    ["nosuch", "+nosuch", "+@nosuch", "-select|0", "+get|", "+config|get|x", "%X~a", "%RR~a", "#a"],
)
def test_bad_rules(rule: str) -> None:
    """What is no rule."""
    with pytest.raises(BadRuleError):
        user(rule)


def test_unclosed_selectors() -> None:
    """The word that opens the selector is told."""
    with pytest.raises(UnclosedSelectorError) as caught:
        join_selectors([b"on", b"(+get", b"~a"])
    assert caught.value.word == b"(+get"


def test_commands() -> None:
    """By name, category, subcommand and first argument."""
    someone = user("+@read", "-mget", "+config|get", "+select|0", "allkeys")
    assert refused(someone, "GET a") is None
    assert refused(someone, "MGET a") == (COMMAND, 0)
    assert refused(someone, "CONFIG GET a") is None
    assert refused(someone, "CONFIG SET a b") == (COMMAND, 0)
    assert refused(someone, "SELECT 0") is None
    assert refused(someone, "SELECT 1") == (COMMAND, 0)
    assert refused(someone, "AUTH a") is None


def test_keys() -> None:
    """A key needs a pattern with all the rights that the command needs."""
    someone = user("+@all", "%R~r*", "%W~w*", "~b")
    assert refused(someone, "GET r") is None
    assert refused(someone, "SET r x") == (KEY, 1)
    assert refused(someone, "SET w x") is None
    assert refused(someone, "SET w x GET") == (KEY, 1)
    assert refused(someone, "COPY r1 w1") is None
    assert refused(someone, "COPY r1 r2") == (KEY, 2)
    assert refused(someone, "INCR b") is None
    assert refused(someone, "ZUNION nosuch r") is None  # the call will be refused for what it is


def test_channels() -> None:
    """Channels by pattern, patterns by themselves."""
    someone = user("+@all", "&news.*", "allkeys")
    assert refused(someone, "SUBSCRIBE news.1 news.2") is None
    assert refused(someone, "SUBSCRIBE news.1 other") == (CHANNEL, 2)
    assert refused(someone, "PSUBSCRIBE news.*") is None
    assert refused(someone, "PSUBSCRIBE news.1") == (CHANNEL, 1)
    assert refused(someone, "PUBLISH other news.1") == (CHANNEL, 1)


def test_unrestricted() -> None:
    """Who may do everything isn't looked at: by one selector, not by several together."""
    assert user("+@all", "~*", "&*").unrestricted
    assert user("-@all", "(+@all ~* &*)").unrestricted
    assert user("+@all", "-get", "+get", "~*", "&*").unrestricted
    assert not user("+@all", "~*").unrestricted
    assert not user("+@all", "-get", "~*", "&*").unrestricted
    assert not user("+@all", "~*", "(+@all &*)").unrestricted


def test_copies_are_apart() -> None:
    """Rules of a copy change nothing of the original."""
    one = user("+get", "~a", "&b", "(+set)", ">secret", "+select|0")
    text = one.text()
    other = one.copy()
    for rule in (b"+set", b"~c", b"&d", b"(+del)", b">other", b"+select|1"):
        other.apply(rule)
    assert one.text() == text
    assert refused(one, "SELECT 1") == (COMMAND, 0)


def test_categories_name_every_command_once() -> None:
    """What is fast is not slow; every command of ours is either."""
    fast, slow = CATALOGUE.category(b"fast"), CATALOGUE.category(b"slow")
    assert fast is not None
    assert slow is not None
    assert not fast & slow
    ours = {name for name, command in CATALOGUE.commands.items() if command.categories}
    assert ours <= fast | slow
    assert CATALOGUE.category(b"nosuch") is None


def test_shard_channels_are_no_keys() -> None:
    """Though they stand where the keys of a cluster's commands do."""
    assert refused(user("+@all", "&a"), "SPUBLISH a b") is None
    assert refused(user("+@all", "~a"), "SPUBLISH a b") == (CHANNEL, 1)
