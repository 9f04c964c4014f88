"""A case: one clause to be tried, known before any server is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KINDS = (
    "example",
    "events",
    "error",
    "argument",
    "arity",
    "wrong-type",
    "conflict",
    "boundary",
    "keys",
    "metadata",
    "vector",
    "scenario",
)


@dataclass(frozen=True)
class Case:
    """`clause` is the stable id; `error_case` says that what is tried is that something is refused.

    `requires` are capabilities of the server (see `targets.identity`), `commands` names that it
    must know (`client|kill`), `absent` the reason why this release has no such clause.
    """

    clause: str
    kind: str
    error_case: bool = False
    command: str = ""
    group: str = ""
    requires: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    protocols: tuple[int, ...] = (2, 3)
    absent: str = ""
    body: Any = field(default=None, compare=False, hash=False)

    def __str__(self) -> str:
        return self.clause


def selected(clause: str, wanted: tuple[str, ...]) -> bool:
    """Whether `--clause` admits it: the id itself, or an id that it is under."""
    return not wanted or any(clause == one or clause.startswith(one + "/") for one in wanted)
