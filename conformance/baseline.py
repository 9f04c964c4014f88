"""The accepted differences of `known/*.yaml` that apply to one server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from conformance.blame import ClientError

if TYPE_CHECKING:
    from conformance.targets.identity import Identity
    from spec.model.release import Release

FOLDER = Path(__file__).parent / "known"
FIELDS = frozenset({"clause", "since", "until", "label", "resp", "reason"})


@dataclass
class Entry:
    """One accepted difference; `seen` once a case of that clause has run."""

    clause: str
    reason: str
    file: str
    protocol: int | None = None
    seen: bool = field(default=False, compare=False)


class Baseline:
    """The entries for one server."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries

    def find(self, clause: str, protocol: int) -> Entry | None:
        """The entry that accepts a difference in this case; marks it as seen."""
        found = None
        for entry in self.entries:
            if entry.clause == clause and entry.protocol in (None, protocol):
                entry.seen = True
                found = entry
        return found

    def unseen(self) -> list[Entry]:
        """Entries whose clause no case of the run had."""
        return [entry for entry in self.entries if not entry.seen]


def load_baseline(identity: Identity, release: Release, folder: Path = FOLDER) -> Baseline:
    """The entries that apply to this server. Raises ClientError for a malformed file."""
    entries = []
    for path in sorted(folder.glob("*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or []
        for number, raw in enumerate(loaded, 1):
            if not isinstance(raw, dict) or not {"clause", "reason"} <= set(raw) <= FIELDS:
                raise ClientError(f"{path}: entry {number} needs clause and reason, has {raw!r}")
            if raw.get("label", identity.label) != identity.label or not release.applies(raw):
                continue
            protocol = int(raw["resp"]) if "resp" in raw else None
            entries.append(Entry(raw["clause"], raw["reason"], path.name, protocol))
    return Baseline(entries)
