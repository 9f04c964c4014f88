"""Chance made of bytes: the generator driven by Hypothesis instead of a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from conformance.fuzz.generate import Generator
    from conformance.fuzz.steps import Argv

_RANGE = 1 << 16


class Bytes:
    """A source of numbers in [0, 1), two bytes each; zero when the bytes are used up.

    Zero is the first choice everywhere, so fewer bytes make simpler calls.
    """

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def __call__(self) -> float:
        at = self._at
        self._at = at + 2
        return int.from_bytes(self._data[at : at + 2].ljust(2, b"\0"), "little") / _RANGE


def calls(generator: Generator, most: int = 40) -> st.SearchStrategy[list[Argv]]:
    """Lists of calls of the generator's commands, each made of bytes of its own."""
    one = st.binary(min_size=4, max_size=60).map(lambda data: generator.call(Bytes(data)))
    return st.lists(one, min_size=1, max_size=most)
