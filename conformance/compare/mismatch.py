"""What a comparison says when it fails, and what it must know to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from conformance.wire.render import quoted, render

if TYPE_CHECKING:
    from conformance.compare.errors import ErrorBook
    from conformance.wire.values import Value
    from spec.model.command import Command

Shape = Any  # a node of the spec's YAML: text, mapping or list


@dataclass(frozen=True, slots=True)
class Mismatch:
    """`where` is the path within the reply (`[0].value`), empty for the whole.

    `wanted` is a shape, or words for what was wanted; `value` is a reply, or bytes that make none.
    They are put into words only for who reads them: most of a command's reply branches don't fit a
    reply that is right, and to tell why of each took a tenth of a test's time.
    """

    wanted: Shape
    value: Value | bytes
    where: str = ""

    @property
    def expected(self) -> str:
        """What was wanted, in words."""
        return describe(self.wanted)

    @property
    def received(self) -> str:
        """What came, in words."""
        return quoted(self.value) if isinstance(self.value, bytes) else render(self.value)

    def inside(self, step: str) -> Mismatch:
        """The same, seen from one level further out."""
        return Mismatch(self.wanted, self.value, step + self.where)


def describe(shape: Shape) -> str:
    """The shape in words short enough for one line."""
    if isinstance(shape, str):
        return shape
    if isinstance(shape, Mapping):
        return "{" + ", ".join(f"{k}: {describe(v)}" for k, v in shape.items()) + "}"
    if isinstance(shape, Sequence):
        return "[" + ", ".join(describe(item) for item in shape) + "]"
    return str(shape)


@dataclass(frozen=True, slots=True)
class Context:
    """Protocol and call that a reply belongs to."""

    protocol: int
    book: ErrorBook
    command: Command | None = None
    argv: tuple[bytes, ...] = field(default=())
