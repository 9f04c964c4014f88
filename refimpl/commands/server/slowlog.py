"""SLOWLOG."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, array, bulk, bulks, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import SlowlogGetArgs


@handles("SLOWLOG GET")
def get(call: Call, args: SlowlogGetArgs) -> bytes:
    """The newest entries, newest first; -1 for all."""
    entries = call.server.slow_log.entries
    count = len(entries) if args.count < 0 else args.count
    return array(
        [
            array(
                [
                    integer(entry.id),
                    integer(entry.second),
                    integer(entry.usec),
                    bulks(entry.argv),
                    bulk(entry.address),
                    bulk(entry.client_name),
                ]
            )
            for entry in islice(entries, count)
        ]
    )


@handles("SLOWLOG LEN")
def length(call: Call, argv: Argv) -> bytes:
    """How many entries there are."""
    return integer(len(call.server.slow_log.entries))


@handles("SLOWLOG RESET")
def reset(call: Call, argv: Argv) -> bytes:
    """Forget all entries."""
    call.server.slow_log.entries.clear()
    return OK


@handles("SLOWLOG HELP")
def slowlog_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "SLOWLOG",
        (
            (
                "GET [<count>]",
                "The newest entries (default: 10, -1 for all). An entry is: id, time,",
                "microseconds, arguments, client's address, client's name.",
            ),
            ("LEN", "How many entries there are."),
            ("RESET", "Forget all entries."),
        ),
    )
