"""The scripts of EVAL and their cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refimpl.resp.replies import error
from refimpl.scripting.machine import CompileError, Machine, Unavailable
from refimpl.scripting.shebang import ShebangError, script_flags
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.scripting.machine import Outcome
    from refimpl.scripting.runner import Runner
    from refimpl.session.call import Call
    from refimpl.table.command import Argv

MOST_EVALUATED = 500
"""Scripts that only EVAL brought: when there are more, the one used longest ago is forgotten."""

_FIXED_SIZE = 96
"""Bytes that a script takes beside its text, about."""

UNAVAILABLE = b"ERR Lua is not installed here: pip install 'redis-refimpl[scripting]'"


class Script:
    """A compiled script."""

    __slots__ = ("chunk", "flags", "loaded", "sha", "text")

    def __init__(self, sha: bytes, text: bytes, flags: int, chunk: Any, loaded: bool) -> None:
        self.sha = sha
        self.text = text
        self.flags = flags
        """Bits of ScriptFlag."""
        self.chunk = chunk
        """A Lua function."""
        self.loaded = loaded
        """SCRIPT LOAD brought it: it is only forgotten with all others."""


class Scripts:
    """Scripts by their text and by the SHA-1 of it, in lower case."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._machine: Machine | None = None
        self._by_text: dict[bytes, Script] = {}
        self._by_sha: dict[bytes, Script] = {}
        self._evaluated: dict[bytes, Script] = {}
        """Those that only EVAL brought, by text; the one used longest ago comes first."""
        self.evicted = 0

    def evaluate(self, call: Call, text: bytes, keys: Argv, args: Argv, read_only: bool) -> bytes:
        """Run a script, and remember it; CommandError when it fails."""
        script = self._by_text.get(text)
        if script is None:
            script = self._compile(text, loaded=False)
        return self._run(call, script, keys, args, read_only)

    def evaluate_known(
        self, call: Call, sha: bytes, keys: Argv, args: Argv, read_only: bool
    ) -> bytes:
        """Run a script that is remembered; CommandError when it isn't, or fails."""
        script = self._by_sha.get(sha) or self._by_sha.get(sha.lower())
        if script is None:
            raise CommandError(errors.NO_SCRIPT)
        return self._run(call, script, keys, args, read_only)

    def _run(self, call: Call, script: Script, keys: Argv, args: Argv, read_only: bool) -> bytes:
        machine = self._machine
        assert machine is not None

        def start() -> Outcome:
            if not script.loaded:
                # Only now has it been used: one that may not run at all isn't.
                evaluated = self._evaluated
                evaluated[script.text] = evaluated.pop(script.text)
            return machine.run(script.chunk, call.wire.version == 3, keys, args)

        return self._runner.run(call, script.sha, script.flags, read_only, start)

    def load(self, text: bytes) -> bytes:
        """Remember a script until FLUSH; its SHA-1. CommandError when it isn't Lua.

        One that EVAL brought stays one that may be forgotten earlier.
        """
        script = self._by_text.get(text)
        if script is None:
            script = self._compile(text, loaded=True)
        return script.sha

    def _compile(self, text: bytes, loaded: bool) -> Script:
        if self._machine is None:
            try:
                self._machine = Machine(self._runner.bridge.functions())
            except Unavailable:
                raise CommandError(error(UNAVAILABLE)) from None
        try:
            flags, lua = script_flags(text)
            chunk = self._machine.compile(lua, b"@user_script")
        except ShebangError as failure:
            raise CommandError(error(failure.text)) from None
        except CompileError as failure:
            raise CommandError(
                error(b"ERR Error compiling script (new function): " + failure.problem)
            ) from None
        from hashlib import sha1  # loads slowly

        script = Script(sha1(text).hexdigest().encode(), text, flags, chunk, loaded)
        self._by_text[text] = script
        self._by_sha[script.sha] = script
        if not loaded:
            self._evaluated[text] = script
            if len(self._evaluated) > MOST_EVALUATED:
                self._forget(next(iter(self._evaluated.values())))
        return script

    def _forget(self, script: Script) -> None:
        self.evicted += 1
        del self._evaluated[script.text]
        del self._by_text[script.text]
        del self._by_sha[script.sha]

    def knows(self, sha: bytes) -> bool:
        """Whether the script is remembered."""
        return sha.lower() in self._by_sha

    def texts(self) -> dict[bytes, bytes]:
        """The scripts that are remembered, by SHA-1."""
        return {sha: script.text for sha, script in self._by_sha.items()}

    def flush(self) -> None:
        """Forget all scripts, and what Lua holds."""
        self._machine = None
        self._by_text.clear()
        self._by_sha.clear()
        self._evaluated.clear()

    def kill(self) -> None:
        """End the script that runs; CommandError when none does, or it can't be."""
        self._runner.kill(function=False)

    def count(self) -> int:
        """How many scripts are remembered."""
        return len(self._by_text)

    def memory(self) -> tuple[int, int]:
        """Bytes that Lua uses, and that the scripts take."""
        size = sum(len(text) + _FIXED_SIZE for text in self._by_text)
        return (self._machine.memory if self._machine is not None else 0), size
