"""Whether this is the compiled build: the same source, some modules made machine code by mypyc."""

from types import FunctionType
from typing import Final


def _any_function() -> None:
    """What it does doesn't matter, but what it is."""


COMPILED: Final = not isinstance(_any_function, FunctionType)
