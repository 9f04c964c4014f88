"""Writes that no two servers do alike, and what makes their keyspaces equal again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spec.model import predicate
from spec.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.fuzz.steps import Argv
    from spec.model.command import Command
    from spec.model.load import Spec
    from spec.model.predicate import Predicate


class Resync:
    """What `effects.resync` asks for after a call: the keys of these arguments are deleted."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._wanted = {each.name: _read(each) for each in spec.every_command()}
        self.random = frozenset(name for name, wanted in self._wanted.items() if wanted)
        """The commands that have calls of that kind."""

    def after(self, command: Command, argv: Sequence[bytes]) -> Argv | None:
        """The call that deletes what a random write has left; None if this one isn't random."""
        wanted = self._wanted[command.name]
        if not wanted:
            return None
        outcome = interpret(self._spec, command, list(argv))
        if outcome.error is not None:
            return None
        keys = [
            outcome.values[name]
            for name, when in wanted
            if outcome.holds(when) and isinstance(outcome.values.get(name), bytes)
        ]
        return (b"DEL", *keys) if keys else None


def _read(command: Command) -> list[tuple[str, Predicate | None]]:
    found: list[tuple[str, Predicate | None]] = []
    for item in command.raw.get("effects", {}).get("resync", ()):
        if isinstance(item, str):
            found.append((item, None))
        else:
            found.append((item["arg"], predicate.parse(item["when"])))
    return found
