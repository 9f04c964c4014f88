"""What `effects.events` says a call may cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.compare.text import to_bytes
from spec.model.interpret import interpret
from spec.model.predicate import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spec.model.command import Command
    from spec.model.load import Spec

UNCAUSED = frozenset({"expired", "hexpired", "evicted"})
"""May come in any call that meets something whose time has passed."""
INTIMATE = frozenset({"new", "overwritten", "type_changed", "keymiss"})
"""Follow from what becomes of the key, whatever the command."""


def names(command: Command) -> frozenset[str]:
    """The events of a command."""
    events = command.raw.get("effects", {}).get("events", ())
    return frozenset(each if isinstance(each, str) else each["event"] for each in events)


def caused(spec: Spec, argv: list[bytes]) -> frozenset[str]:
    """The events of a call: those whose condition its arguments fulfil."""
    command = spec.lookup(argv)
    if command is None:
        return frozenset()
    outcome = interpret(spec, command, argv, 0)
    return frozenset(
        each if isinstance(each, str) else each["event"]
        for each in command.raw.get("effects", {}).get("events", ())
        if isinstance(each, str) or "when" not in each or outcome.holds(parse(each["when"]))
    )


def undeclared(spec: Spec, step: Mapping[str, Any], told: list[str], others: frozenset[str]) -> str:
    """The first event that the step's command isn't declared to cause, "" if all are.

    `others` are the events of calls whose effects may come in this step: those that were queued
    or that wait.
    """
    words = step.get("send") or step.get("control") or ()
    argv = [to_bytes(word) for word in words if isinstance(word, str)]
    if not argv or spec.lookup(argv) is None:
        return ""
    allowed = UNCAUSED | INTIMATE | others
    if len(argv) == len(words):
        allowed |= caused(spec, argv)
    return next((event for event in told if event.split(" ")[0] not in allowed), "")
