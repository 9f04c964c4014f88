"""What a server is, by what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Identity:
    """A server's own account of itself.

    `family` is a release line of the spec (redis, valkey); `label` the name it goes by where it is
    neither (an implementation that answers a Redis version keeps that as its version). Capabilities
    are the names in `CAPABILITIES` that hold; `config` are the parameters CONFIG GET gives.
    """

    family: str
    version: Version
    label: str
    capabilities: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    config: frozenset[str] = frozenset()
    info: dict[str, str] = field(default_factory=dict, compare=False, hash=False)

    @property
    def version_text(self) -> str:
        """`8.2.3`."""
        return ".".join(map(str, self.version))

    def __str__(self) -> str:
        return f"{self.label} {self.version_text}"

    def as_json(self) -> dict[str, object]:
        """For the results file."""
        return {
            "family": self.family,
            "version": self.version_text,
            "label": self.label,
            "capabilities": sorted(self.capabilities),
            "commands": len(self.commands),
        }


CAPABILITIES = {
    "debug": "the DEBUG command is allowed",
    "config-set": "CONFIG SET is allowed",
    "resp3": "HELLO 3 is understood",
    "reset": "RESET gives a connection back as new",
    "client-list": "CLIENT LIST is allowed",
    "whole-server": "every database may be used and emptied",
    "owned": "the suite started the server and may kill or restart it",
}
