"""ACL: users, and what they may do."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, array, bulk, bulks, integer
from refimpl.session.access.files import AccessFileError, load, save
from refimpl.session.access.login import close_clients_of, user_changed
from refimpl.session.access.selector import COMMAND, KEY
from refimpl.session.access.user import UnclosedSelectorError
from refimpl.session.access.users import DEFAULT, RuleError, is_name
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.command import CATEGORIES
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.resp.wire import Wire
    from refimpl.session.access.log import Entry
    from refimpl.session.access.selector import Selector
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import (
        AclCatArgs,
        AclGenpassArgs,
        AclLogArgs,
    )


_MOST_NAME = 128
"""Bytes of a category's name that an error shows."""


@handles("ACL SETUSER")
def set_user(call: Call, argv: Argv) -> bytes:
    """Make a user, or change one; by all the rules or none."""
    server = call.server
    if not is_name(argv[2]):
        raise CommandError(errors.ACL_USER_NAME)
    try:
        user = server.users.change(argv[2], argv[3:])
    except UnclosedSelectorError as error:
        raise CommandError(errors.acl_unclosed_selector(error.word)) from None
    except RuleError as error:
        raise CommandError(errors.acl_rule(error.rule, error.reason)) from None
    user_changed(server, user)
    return OK


@handles("ACL DELUSER")
def delete_users(call: Call, argv: Argv) -> bytes:
    """Forget users, and close their connections; none of them if the default user is named."""
    server = call.server
    if DEFAULT in argv[2:]:
        raise CommandError(errors.ACL_DEFAULT_USER)
    removed = [server.users.remove(name) for name in argv[2:]]
    gone = [user for user in removed if user is not None]
    close_clients_of(server, gone, call.client)
    return integer(len(gone))


@handles("ACL GETUSER")
def get_user(call: Call, argv: Argv) -> bytes:
    """The rules of a user."""
    wire = call.wire
    user = call.server.users.find(argv[2])
    if user is None:
        return wire.null
    first, *others = user.selectors
    fields = [bulk(b"flags"), wire.bulk_set(user.flags())]
    fields += [bulk(b"passwords"), bulks(list(user.passwords))]
    fields += _permissions(first)
    fields += [bulk(b"selectors"), array([wire.map(_permissions(each)) for each in others])]
    return wire.map(fields)


def _permissions(selector: Selector) -> list[bytes]:
    return [
        bulk(text)
        for pair in (
            (b"commands", selector.commands_text()),
            (b"keys", selector.keys_text()),
            (b"channels", selector.channels_text()),
        )
        for text in pair
    ]


@handles("ACL LIST")
def list_users(call: Call, argv: Argv) -> bytes:
    """All users with their rules, as a configuration file has them."""
    return bulks(call.server.users.lines())


@handles("ACL USERS")
def user_names(call: Call, argv: Argv) -> bytes:
    """The names of all users."""
    return bulks([user.name for user in call.server.users])


@handles("ACL WHOAMI")
def who_am_i(call: Call, argv: Argv) -> bytes:
    """The user of the connection."""
    return bulk(call.client.user)


@handles("ACL CAT")
def categories(call: Call, args: AclCatArgs) -> bytes:
    """The categories, or the commands of one."""
    if args.category is None:
        return bulks(CATEGORIES)
    members = call.server.users.catalogue.category(args.category.lower())
    if members is None:
        raise CommandError(errors.acl_unknown_category(args.category[:_MOST_NAME]))
    return bulks(sorted(members))


@handles("ACL DRYRUN")
def dry_run(call: Call, argv: Argv) -> bytes:
    """Tell whether a user may make a call."""
    server = call.server
    user = server.users.find(argv[2])
    if user is None:
        raise CommandError(errors.acl_unknown_user(argv[2]))
    words = argv[3:]
    try:
        command = server.find_command(words)
    except CommandError:
        raise CommandError(errors.acl_unknown_command(words[0])) from None
    if not command.least_args <= len(words) <= command.most_args:
        raise CommandError(errors.acl_call_arity(command.name))
    denial = user.check(command, words)
    if denial is None:
        return OK
    begin = b"User " + user.name + b" has no permissions to "
    if denial.reason == COMMAND:
        return bulk(begin + b"run the '" + command.name + b"' command")
    kind = b"key" if denial.reason == KEY else b"channel"
    return bulk(begin + b"access the '" + words[denial.place] + b"' " + kind)


@handles("ACL GENPASS")
def generate_password(call: Call, args: AclGenpassArgs) -> bytes:
    """A password of so many bits, in hexadecimal digits."""
    digits = (args.bits + 3) // 4
    return bulk(call.server.secret_bytes((digits + 1) // 2).hex()[:digits].encode())


@handles("ACL LOG")
def log(call: Call, args: AclLogArgs) -> bytes:
    """What was refused lately, newest first; or forget it."""
    entries = call.server.access_log.entries
    if args.reset:
        entries.clear()
        return OK
    now = call.now
    return array([_entry(entry, call.wire, now) for entry in islice(entries, max(args.count, 0))])


def _entry(entry: Entry, wire: Wire, now: int) -> bytes:
    fields: list[bytes] = []
    for name, value in (
        (b"count", integer(entry.count)),
        (b"reason", bulk(entry.reason)),
        (b"context", bulk(entry.context)),
        (b"object", bulk(entry.object)),
        (b"username", bulk(entry.user)),
        (b"age-seconds", wire.double((now - entry.updated) / 1000)),
        (b"client-info", bulk(entry.client)),
        (b"entry-id", integer(entry.id)),
        (b"timestamp-created", integer(entry.created)),
        (b"timestamp-last-updated", integer(entry.updated)),
    ):
        fields += (bulk(name), value)
    return wire.map(fields)


@handles("ACL LOAD")
def load_users(call: Call, argv: Argv) -> bytes:
    """Have the users of the file, all of them or, if there is any error, none."""
    server = call.server
    path = server.config.aclfile
    if not path:
        raise CommandError(errors.ACL_NO_FILE)
    try:
        load(server, path, call.client)
    except AccessFileError as error:
        raise CommandError(errors.acl_file_errors(error.reasons)) from None
    return OK


@handles("ACL SAVE")
def save_users(call: Call, argv: Argv) -> bytes:
    """Write the users to the file."""
    server = call.server
    path = server.config.aclfile
    if not path:
        raise CommandError(errors.ACL_NO_FILE)
    try:
        save(server.users, path)
    except OSError as error:
        server.log.warning(f"The users can't be saved: {error.strerror}")
        raise CommandError(errors.ACL_NOT_SAVED) from None
    return OK


@handles("ACL HELP")
def acl_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "ACL",
        (
            ("CAT [<category>]", "The commands of a category; without one, the categories."),
            ("DELUSER <username> [<username> ...]", "Delete users, and close their connections."),
            (
                "DRYRUN <username> <command> [<arg> ...]",
                "Tell whether the user may make that call, without making it.",
            ),
            ("GETUSER <username>", "The rules of a user."),
            ("GENPASS [<bits>]", "A random password of 256 bits, or of as many as are asked for."),
            ("LIST", "All users and their rules, as lines of a configuration file."),
            ("LOAD", "Read the users anew from the ACL file."),
            ("LOG [<count> | RESET]", "What was refused lately; or forget it."),
            ("SAVE", "Write the users to the ACL file."),
            (
                "SETUSER <username> <attribute> [<attribute> ...]",
                "Make a user, or change one by further rules.",
            ),
            ("USERS", "The names of all users."),
            ("WHOAMI", "The user of this connection."),
        ),
    )
