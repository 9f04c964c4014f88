"""A mutant: what is wrong with a server, in words and in code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Patch: TypeAlias = Callable[[], None]
"""Seeds the fault into this process, before the server is made. Raises Misfit."""


class Misfit(Exception):
    """The place that a patch changes isn't there any more, or looks different now."""


@dataclass(frozen=True)
class Mutant:
    """One seeded fault. `area` is the module of `mutants` that it stands in.

    `hints` are clauses under which a test that notices is likely to be found; they only decide
    which tests are tried first.
    """

    id: str
    breaks: str
    patch: Patch
    hints: tuple[str, ...] = ()
    area: str = ""


def mutant(identity: str, breaks: str, *patches: Patch, hints: tuple[str, ...] = ()) -> Mutant:
    """A mutant that applies all the patches, which together make one fault."""

    def patch() -> None:
        for apply in patches:
            apply()

    return Mutant(identity, breaks, patch, hints)
