"""Release lines and the selectors (``since``, ``until``) that tie a clause to some of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spec.model.yaml import Mapping, Sequence

Version = tuple[int, ...]


def parse_version(text: str) -> Version:
    """``"7.0.15"`` → ``(7, 0, 15)``; a shorter text is padded with zeros."""
    parts = [int(part) for part in text.split(".")]
    return tuple([*parts, 0, 0, 0][:3])


@dataclass(frozen=True)
class Line:
    """A release line (redis, valkey): its releases, and what it inherits from.

    `facts` is the release, if any, whose published facts the commands state.
    """

    name: str
    releases: tuple[str, ...]
    inherits: str | None
    fork: Version | None  # the last version of the inherited line that it shares
    facts: str | None = None


@dataclass(frozen=True)
class Release:
    """One server version of one line, for instance redis 8.2.3 or valkey 9.1.2."""

    line: Line
    version: Version

    def __str__(self) -> str:
        return f"{self.line.name} {'.'.join(map(str, self.version))}"

    @property
    def publishes_our_facts(self) -> bool:
        """Whether the commands' published facts are those of this very release."""
        facts = self.line.facts
        return facts is not None and self.version[:2] == parse_version(facts)[:2]

    def applies(self, clause: Mapping | dict[str, Any]) -> bool:
        """Whether a clause's ``since`` (inclusive) and ``until`` (exclusive) admit this release."""
        since, until = clause.get("since"), clause.get("until")
        return (since is None or self._reached(since)) and (
            until is None or not self._reached(until)
        )

    def _reached(self, bound: str | dict[str, str]) -> bool:
        """Whether this release is at or past a bound: ``8.0.0`` or ``{redis: 8.0, valkey: 9.0}``.

        A bound that doesn't name this line is read on the line inherited from, at the fork.
        """
        bounds = {"redis": bound} if isinstance(bound, str) else bound
        if self.line.name in bounds:
            return self.version >= parse_version(bounds[self.line.name])
        if self.line.inherits in bounds and self.line.fork is not None:
            return self.line.fork >= parse_version(bounds[self.line.inherits])
        return False


def resolve(node: Any, release: Release) -> Any:
    """The node as this release has it: list items and values that don't apply are dropped.

    A list of ``{since|until, …}`` alternatives under a key that wants one value (an error, a text)
    stays a list; `first` takes the one that is left.
    """
    if isinstance(node, Mapping):
        kept = Mapping(
            (key, resolve(value, release))
            for key, value in node.items()
            # The `until` of an option block is its own: the word at which it ends.
            if not isinstance(value, Mapping)
            or key in ("since", "until", "options")
            or release.applies(value)
        )
        kept.line = node.line
        return kept
    if isinstance(node, Sequence):
        items = Sequence(
            resolve(item, release)
            for item in node
            if not isinstance(item, Mapping) or release.applies(item)
        )
        items.line = node.line
        return items
    return node
