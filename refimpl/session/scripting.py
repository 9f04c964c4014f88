"""What commands ask of the rooms above that run Lua."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refimpl.session.call import Call
    from refimpl.table.command import Argv


class Scripts(Protocol):
    """The scripts of EVAL, by the SHA-1 of their text."""

    evicted: int
    """How many scripts were forgotten to make room for others."""

    def evaluate(self, call: Call, text: bytes, keys: Argv, args: Argv, read_only: bool) -> bytes:
        """Run a script, and remember it; CommandError when it fails."""

    def evaluate_known(
        self, call: Call, sha: bytes, keys: Argv, args: Argv, read_only: bool
    ) -> bytes:
        """Run a script that is remembered; CommandError when it isn't, or fails."""

    def load(self, text: bytes) -> bytes:
        """Remember a script until FLUSH; its SHA-1. CommandError when it isn't Lua."""

    def knows(self, sha: bytes) -> bool:
        """Whether the script is remembered."""

    def texts(self) -> dict[bytes, bytes]:
        """The scripts that are remembered, by SHA-1."""

    def flush(self) -> None:
        """Forget all scripts, and what Lua holds."""

    def kill(self) -> None:
        """End the script that runs; CommandError when none does, or it can't be."""

    def count(self) -> int:
        """How many scripts are remembered."""

    def memory(self) -> tuple[int, int]:
        """Bytes that Lua uses, and that the memory of scripts takes."""


class Functions(Protocol):
    """The libraries of FUNCTION LOAD."""

    def call(
        self, call: Call, name: bytes, words: Argv, keys: Argv, args: Argv, read_only: bool
    ) -> bytes:
        """Call a function; `words` is the request. CommandError when it fails."""

    def knows(self, name: bytes) -> bool:
        """Whether there is a function of that name, in whatever letter case."""

    def load(self, text: bytes, replace: bool) -> bytes:
        """Add a library; its name. CommandError if it can't be."""

    def load_saved(self, text: bytes, replace: bool) -> None:
        """Add a library that was saved, however long that takes; CommandError if it can't be."""

    def delete(self, name: bytes) -> None:
        """Forget a library; CommandError when there is none such."""

    def flush(self) -> None:
        """Forget all libraries."""

    def dump(self) -> bytes:
        """All libraries as one payload."""

    def restore(self, payload: bytes, policy: str) -> None:
        """Add the libraries of a payload; the policy is flush, append or replace. CommandError if
        that can't be done with all of them."""

    def libraries(self) -> Iterator[LibraryView]:
        """The libraries there are."""

    def running(self) -> tuple[bytes, Argv, int] | None:
        """The function that runs: its name, its request and for how many milliseconds it does."""

    def kill(self) -> None:
        """End the function that runs; CommandError when none does, or it can't be."""

    def count(self) -> tuple[int, int]:
        """How many libraries and functions there are."""

    def memory(self) -> tuple[int, int]:
        """Bytes that Lua uses, and that the memory of libraries takes."""


class FunctionView(Protocol):
    """A function of a library, to be shown."""

    name: bytes
    description: bytes | None

    def flag_names(self) -> list[bytes]:
        """What was declared of it."""


class LibraryView(Protocol):
    """A library, to be shown."""

    name: bytes
    text: bytes

    def shown(self) -> Iterable[FunctionView]:
        """Its functions."""
