"""LATENCY."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.observe.latencies import cumulative
from refimpl.resp.replies import EMPTY_ARRAY, ZERO, bulk, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv, Command


@handles("LATENCY LATEST", "LATENCY HISTORY")
def events(call: Call, argv: Argv) -> bytes:
    """Slow events: none is ever noted while latency-monitor-threshold is 0."""
    return EMPTY_ARRAY


@handles("LATENCY GRAPH")
def graph(call: Call, argv: Argv) -> bytes:
    """A drawing of the events of one kind."""
    raise CommandError(errors.no_latency_samples(argv[2]))


@handles("LATENCY RESET")
def reset(call: Call, argv: Argv) -> bytes:
    """Forget events; how many kinds were forgotten."""
    return ZERO


@handles("LATENCY DOCTOR")
def doctor(call: Call, argv: Argv) -> bytes:
    """Advice, for people."""
    return call.wire.verbatim(
        b"txt", b"No slow event was noted. CONFIG SET latency-monitor-threshold turns it on.\n"
    )


@handles("LATENCY HISTOGRAM")
def histogram(call: Call, argv: Argv) -> bytes:
    """How long commands took: cumulated counts of calls, by powers of two of microseconds."""
    wire = call.wire
    parts: list[bytes] = []
    for command in _wanted(call, argv):
        pairs: list[bytes] = []
        for usec, count in cumulative(command):
            pairs += (integer(usec), integer(count))
        parts += (
            bulk(command.name),
            wire.map(
                [bulk(b"calls"), integer(command.calls), bulk(b"histogram_usec"), wire.map(pairs)]
            ),
        )
    return wire.map(parts)


def _wanted(call: Call, argv: Argv) -> list[Command]:
    if len(argv) == 2:
        return [command for command in call.server.every_command() if command.calls]
    found = []
    for word in argv[2:]:
        command = call.server.named_command(word)
        if command is not None:
            family = [command, *(command.subcommands or {}).values()]
            found += [member for member in family if member.calls]
    return found


@handles("LATENCY HELP")
def latency_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "LATENCY",
        (
            ("DOCTOR", "Advice about slow events."),
            ("GRAPH <event>", "A drawing of the events of one kind."),
            ("HISTORY <event>", "The events of one kind."),
            ("LATEST", "The latest event of each kind."),
            ("RESET [<event> ...]", "Forget events, by default all."),
            ("HISTOGRAM [COMMAND ...]", "How long commands took, as cumulated counts."),
        ),
    )
