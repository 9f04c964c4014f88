"""The recorded events: a file for each group of commands."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from conformance.events.observe import Events

FOLDER = Path(__file__).with_name("recorded")
_HEAD = "# Recorded by `python -m conformance.events`: by clause and step, events and keys.\n"


@cache
def recorded(group: str) -> dict[str, Events]:
    """What was recorded for the examples of a group, by clause."""
    path = FOLDER / f"{group}.yaml"
    if not path.exists():
        return {}
    read: dict[str, Events] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return read


def write(group: str, examples: dict[str, Events]) -> None:
    """Replace the record of a group."""
    FOLDER.mkdir(exist_ok=True)
    lines = [_HEAD]
    for clause, events in sorted(examples.items()):
        if not events:
            lines.append(f"{clause}: {{}}\n")
            continue
        lines.append(f"{clause}:\n")
        lines += [f"  {number}: {_listed(told)}\n" for number, told in sorted(events.items())]
    (FOLDER / f"{group}.yaml").write_text("".join(lines), encoding="utf-8")


def _listed(told: list[str]) -> str:
    text: str = yaml.safe_dump(told, default_flow_style=True, width=1 << 20, allow_unicode=False)
    return text.strip()
