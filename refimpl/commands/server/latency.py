"""LATENCY."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.server import latency_text
from refimpl.observe.latencies import cumulative
from refimpl.resp.replies import EMPTY_ARRAY, array, bulk, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv, Command


@handles("LATENCY LATEST")
def latest(call: Call, argv: Argv) -> bytes:
    """Of each kind of slow event the last second that had one, and the longest of all."""
    return array(
        [
            array([bulk(event), *map(integer, series.samples[-1]), integer(series.longest)])
            for event, series in call.server.latency_monitor.series.items()
        ]
    )


@handles("LATENCY HISTORY")
def history(call: Call, argv: Argv) -> bytes:
    """The seconds that had a slow event of that kind, oldest first."""
    series = call.server.latency_monitor.series.get(argv[2])
    if series is None:
        return EMPTY_ARRAY
    return array([array([integer(second), integer(ms)]) for second, ms in series.samples])


@handles("LATENCY GRAPH")
def graph(call: Call, argv: Argv) -> bytes:
    """A drawing of the events of one kind."""
    event = argv[2]
    series = call.server.latency_monitor.series.get(event)
    if series is None:
        raise CommandError(errors.no_latency_samples(event))
    text = latency_text.graph(event, series, call.moment.second)
    return call.wire.verbatim(b"txt", text.encode())


@handles("LATENCY RESET")
def reset(call: Call, argv: Argv) -> bytes:
    """Forget events; how many kinds were forgotten."""
    return integer(call.server.latency_monitor.forget(argv[2:]))


@handles("LATENCY DOCTOR")
def doctor(call: Call, argv: Argv) -> bytes:
    """Advice, for people."""
    server = call.server
    threshold = server.config.latency_monitor_threshold
    text = latency_text.advice(server.latency_monitor, threshold)
    return call.wire.verbatim(b"txt", text.encode())


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
