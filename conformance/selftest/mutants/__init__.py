"""All mutants, a module for each area: every module's `MUTANTS`."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from conformance.blame import ClientError

if TYPE_CHECKING:
    from conformance.selftest.mutant import Mutant


@cache
def mutants() -> dict[str, Mutant]:
    """By id, area by area. Raises ValueError when two have the same id."""
    found: dict[str, Mutant] = {}
    for module in pkgutil.iter_modules(__path__):
        for each in import_module(f"{__name__}.{module.name}").MUTANTS:
            if each.id in found:
                raise ValueError(f"two mutants are called {each.id}")
            found[each.id] = replace(each, area=module.name)
    return found


def mutant_named(identity: str) -> Mutant:
    """The mutant of that id. Raises ClientError."""
    if identity not in mutants():
        raise ClientError(f"no mutant is called {identity!r}; known: {', '.join(mutants())}")
    return mutants()[identity]
