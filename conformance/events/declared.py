"""What `effects.events` says a call may cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.compare.text import to_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from spec.model.command import Command
    from spec.model.load import Spec

UNCAUSED = frozenset({"expired", "hexpired", "evicted", "del"})
"""May come in any call that meets something whose time has passed ("del": of the last field)."""
INTIMATE = frozenset({"new", "overwritten", "type_changed", "keymiss"})
"""Follow from what becomes of the key, whatever the command."""


def names(command: Command) -> frozenset[str]:
    """The events of a command."""
    events = command.raw.get("effects", {}).get("events", ())
    return frozenset(each if isinstance(each, str) else each["event"] for each in events)


def undeclared(spec: Spec, step: Mapping[str, Any], told: list[str], others: frozenset[str]) -> str:
    """The first event that the step's command isn't declared to cause, "" if all are.

    `others` are the events of calls whose effects may come in this step: those that were queued
    or that wait.
    """
    words = step.get("send") or step.get("control") or ()
    command = spec.lookup([to_bytes(w) for w in words if isinstance(w, str)]) if words else None
    allowed = UNCAUSED | INTIMATE | others
    if command is not None:
        allowed |= names(command)
    return next((event for event in told if event.split(" ")[0] not in allowed), "")
