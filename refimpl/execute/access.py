"""Whether a client's user may make a call, and what is noted if he may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.connection.list import describe
from refimpl.session.access.selector import COMMAND, KEY
from refimpl.table import errors

if TYPE_CHECKING:
    from refimpl.session.access.selector import Denial
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command


def refuse(
    server: ServerState, client: Client, command: Command, argv: Argv, context: bytes
) -> bytes | None:
    """The error line for a call that is not allowed, which is logged; None if it is allowed."""
    denial = client.account.check(command, argv)
    if denial is None:
        return None
    note(server, client, command, argv, denial, context)
    if denial.reason == COMMAND:
        return errors.noperm_command(client.user, command.name)
    return errors.NOPERM_KEY if denial.reason == KEY else errors.NOPERM_CHANNEL


def refuse_queued(
    server: ServerState, client: Client, command: Command, argv: Argv
) -> bytes | None:
    """The same for a command that was allowed when it was queued."""
    denial = client.account.check(command, argv)
    if denial is None:
        return None
    note(server, client, command, argv, denial, b"multi")
    return errors.noperm_in_exec(_REASONS[denial.reason])


def note(
    server: ServerState,
    client: Client,
    command: Command,
    argv: Argv,
    denial: Denial,
    context: bytes,
) -> None:
    """Log and count a refusal."""
    if denial.reason == COMMAND:
        reason, target = b"command", command.name
    else:
        reason = b"key" if denial.reason == KEY else b"channel"
        target = argv[denial.place]
    server.access_log.add(
        reason,
        context,
        target,
        client.user,
        describe(client, client.call),
        server.moment.ms,
        server.config.acllog_max_len,
    )


_REASONS = (
    b"",
    b"no permission to execute the command or subcommand",
    b"no permission to touch the specified keys",
    b"",
    b"no permission to access one of the channels used as arguments",
)
"""By the reason of a Denial."""
