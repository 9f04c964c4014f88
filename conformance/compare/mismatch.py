"""What a comparison says when it fails, and what it must know to compare."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conformance.compare.errors import ErrorBook
    from spec.model.command import Command


@dataclass(frozen=True, slots=True)
class Mismatch:
    """`where` is the path within the reply (`[0].value`), empty for the whole."""

    expected: str
    received: str
    where: str = ""

    def inside(self, step: str) -> Mismatch:
        """The same, seen from one level further out."""
        return Mismatch(self.expected, self.received, step + self.where)


@dataclass(frozen=True, slots=True)
class Context:
    """Protocol and call that a reply belongs to."""

    protocol: int
    book: ErrorBook
    command: Command | None = None
    argv: tuple[bytes, ...] = field(default=())
