"""HELP of the containers about the server: the explanations are each server's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Array, Simple

if TYPE_CHECKING:
    from conformance.arena import Arena

SYNOPSES = {
    "CONFIG": ["GET <pattern>", "SET <directive> <value>", "RESETSTAT", "REWRITE"],
    "MEMORY": ["DOCTOR", "MALLOC-STATS", "PURGE", "STATS", "USAGE <key> [SAMPLES <count>]"],
    "LATENCY": [
        *("DOCTOR", "GRAPH <event>", "HISTORY <event>", "LATEST", "RESET [<event> ...]"),
        "HISTOGRAM [COMMAND ...]",
    ],
    "SLOWLOG": ["GET [<count>]", "LEN", "RESET"],
    "MODULE": [
        *("LIST", "LOAD <path> [<arg> ...]"),
        *("LOADEX <path> [[CONFIG NAME VALUE] [CONFIG NAME VALUE]] [ARGS ...]", "UNLOAD <name>"),
    ],
    "OBJECT": ["ENCODING <key>", "FREQ <key>", "IDLETIME <key>", "REFCOUNT <key>"],
    "COMMAND": [
        *("(no subcommand)", "COUNT", "LIST", "INFO [<command-name> ...]"),
        *("DOCS [<command-name> ...]", "GETKEYS <full-command>", "GETKEYSANDFLAGS <full-command>"),
    ],
}


@pytest.mark.clause(since={"redis": "8.2.0"})
@pytest.mark.parametrize("container", SYNOPSES)
def test_synopses(arena: Arena, container: str) -> None:
    """The lines that aren't explanations: a heading, each subcommand, and HELP itself."""
    reply = arena.call(container, "HELP")
    assert isinstance(reply, Array)
    lines = []
    for line in reply.items:
        assert isinstance(line, Simple)
        lines.append(line.text.decode())
    heading = f"{container} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"
    shown = [line for line in lines if not line.startswith(" ")]
    assert shown == [heading, *SYNOPSES[container], "HELP"]
    assert lines[-1] == "    Print this help."
