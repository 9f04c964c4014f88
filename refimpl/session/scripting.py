"""What commands ask of the rooms above that run Lua."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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

    def flush(self) -> None:
        """Forget all scripts, and what Lua holds."""

    def kill(self) -> None:
        """End the script that runs; CommandError when none does, or it can't be."""

    def count(self) -> int:
        """How many scripts are remembered."""

    def memory(self) -> tuple[int, int]:
        """Bytes that Lua uses, and that the memory of scripts takes."""
