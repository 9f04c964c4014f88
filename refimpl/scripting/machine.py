"""A Lua machine: Lua 5.1 with the sandbox loaded, and the way in and out of it.

The package `lupa` is imported here, and only when the first script comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from refimpl.scripting.bytecode import keep_callers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from refimpl.table.command import Argv

MEMORY_LIMIT = 256 << 20
"""Bytes that scripts may use: what needs more fails with Lua's "not enough memory"."""

_HEADROOM = 64 << 20
"""What is kept free above it: the host can't bear that a value it hands over doesn't fit."""

_MOST_AT_ONCE = 200
"""Values passed to Lua in one call; its stack is small."""

_MOST_BYTES = 64 << 10
"""Their size in all, without looking whether there is room for them."""


class Unavailable(Exception):
    """There is no Lua."""


class Outcome(NamedTuple):
    """What a script ended with."""

    kind: bytes
    """``value``: a string or number. ``reply``: anything else, encoded. ``error``: its text."""
    value: Any
    source: bytes | None = None
    line: int | None = None
    counted: bool = False
    """The error is a command's, and counted as such."""


_TOO_MUCH = Outcome(b"error", b"ERR not enough memory")


class CompileError(Exception):
    """A script isn't Lua."""

    def __init__(self, problem: bytes) -> None:
        super().__init__(problem)
        self.problem = problem


class Machine:
    """Chunks are compiled and run here; they share nothing but what the sandbox lets them."""

    def __init__(self, host: Mapping[str, Any], for_functions: bool = False) -> None:
        """`host` is what the sandbox may ask of the server: values, and functions that don't raise.
        Scripts and functions have one each: what they see differs a little."""
        try:
            from lupa.lua51 import LuaError, LuaRuntime
        except ImportError:
            raise Unavailable from None
        self._lua_error: type[Exception] = LuaError
        self.lua = LuaRuntime(
            encoding=None,
            source_encoding="latin-1",
            register_eval=False,
            register_builtins=False,
            unpack_returned_tuples=True,
            attribute_handlers=(_no_attribute, _no_attribute),
            max_memory=MEMORY_LIMIT + _HEADROOM,
        )
        load = _loader(self.lua)
        shared = self.lua.table_from({name.encode(): value for name, value in host.items()})
        kernel = load("kernel")(shared, MEMORY_LIMIT >> 10)
        names = ["patterns", "strings", "redis", "cjson", "cmsgpack", "struct", "bit"]
        if for_functions:
            names.append("library")
        for name in names:
            load(name)(shared, kernel)
        kernel[b"close"]()
        self._load = kernel[b"load_text"]
        self._run = kernel[b"run"]
        self._run_lists = kernel[b"run_lists"]
        self._call_lists = kernel[b"call_lists"]
        self._load_library = kernel[b"load_library"]
        self._list = kernel[b"list"]
        self._append = kernel[b"append"]
        self._has_room = kernel[b"has_room"]

    @property
    def memory(self) -> int:
        """Bytes in use."""
        used: int = self.lua.get_memory_used(total=True)
        return used

    def compile(self, text: bytes, name: bytes) -> Any:
        """The function a text stands for; CompileError."""
        if not self._has_room(64 * len(text)):
            raise CompileError(b"not enough memory")
        function = self._load(text, name)
        if isinstance(function, tuple):
            raise CompileError(function[1])
        return function

    def load_library(self, chunk: Any) -> bytes | None:
        """Let a library register its functions; what is wrong, if something is."""
        problem: bytes | None = self._load_library(chunk)
        return problem

    def run(self, chunk: Any, resp3: bool, keys: Argv, args: Argv) -> Outcome:
        """Run a script, whose keys and arguments are globals."""
        count = len(keys) + len(args)
        if count <= _MOST_AT_ONCE and sum(map(len, keys)) + sum(map(len, args)) <= _MOST_BYTES:
            return self._outcome(self._run, chunk, resp3, len(keys), *keys, *args)
        return self._with_lists(self._run_lists, chunk, resp3, keys, args)

    def call(self, function: Any, resp3: bool, keys: Argv, args: Argv) -> Outcome:
        """Call a function of a library with keys and arguments."""
        return self._with_lists(self._call_lists, function, resp3, keys, args)

    def _with_lists(self, run: Any, function: Any, resp3: bool, keys: Argv, args: Argv) -> Outcome:
        lists = self._lists(keys, args)
        if lists is None:
            return _TOO_MUCH
        return self._outcome(run, function, resp3, *lists)

    def _outcome(self, run: Any, *values: Any) -> Outcome:
        if self.lua.get_memory_used(total=True) > MEMORY_LIMIT and not self._has_room(0):
            return _TOO_MUCH
        try:
            return Outcome(*run(*values))
        except self._lua_error as failure:
            # Not even the sandbox's own functions got to their end: there was no memory left.
            return Outcome(b"error", b"ERR " + (str(failure) or "not enough memory").encode())

    def _lists(self, *lists: Argv) -> list[Any] | None:
        """Lists of Lua; None if they don't fit."""
        if not self._has_room(sum(64 + 2 * len(word) for words in lists for word in words)):
            return None
        made = []
        for words in lists:
            made.append(self._list())
            for start in range(0, len(words), _MOST_AT_ONCE):
                self._append(made[-1], *words[start : start + _MOST_AT_ONCE])
        return made


_bytecode: dict[str, bytes] = {}
"""Files of the sandbox that were compiled already: SCRIPT FLUSH ends a machine, and the next one is
there in a seventh of the time."""


def _loader(lua: Any) -> Callable[[str], Any]:
    """A function that loads a file of the sandbox."""
    load = lua.eval("function(text) return assert(loadstring(text, '=redis')) end")
    dump = lua.eval("string.dump")

    def loaded(name: str) -> Any:
        if name not in _bytecode:
            from importlib.resources import files  # loads slowly

            text = (files("refimpl.scripting") / "lua" / f"{name}.lua").read_bytes()
            compiled = dump(load(text))
            _bytecode[name] = keep_callers(compiled) or compiled
        return load(_bytecode[name])

    return loaded


def _no_attribute(*_: object) -> None:
    raise AttributeError("no way out")
