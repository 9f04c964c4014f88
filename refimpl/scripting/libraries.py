"""Libraries of functions: loading, calling, dumping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from refimpl.datatypes.rdb.payload import ChecksumError, FormatError, open_payload, seal_payload
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.rdb.writer import string
from refimpl.resp.inline import split_words
from refimpl.resp.replies import error
from refimpl.scripting.machine import CompileError, Machine, Unavailable
from refimpl.scripting.scripts import UNAVAILABLE
from refimpl.scripting.shebang import FLAGS
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refimpl.scripting.runner import Runner
    from refimpl.session.call import Call
    from refimpl.table.command import Argv

_NAME = re.compile(rb"[A-Za-z0-9_]+")
_BAD_NAME = (
    b"Library names can only contain letters, numbers, or underscores(_) "
    b"and must be at least one character long"
)
_LIBRARY = 0xF5
_EARLY_LIBRARY = 0xF6
"""Opcodes in a payload; the second is of a release candidate, and no longer understood."""

_FIXED_SIZE = 96
"""Bytes that a library or function takes beside its text and name, about."""


class Function:
    """A function that a library has registered."""

    __slots__ = ("callback", "description", "flags", "name")

    def __init__(self, name: bytes, callback: Any, description: bytes | None, flags: int) -> None:
        self.name = name
        self.callback = callback
        """A function of Lua's."""
        self.description = description
        self.flags = flags
        """Bits of ScriptFlag."""

    def flag_names(self) -> list[bytes]:
        """What was declared of it."""
        order = (b"no-writes", b"allow-oom", b"allow-stale", b"no-cluster")
        names = (*order, b"allow-cross-slot-keys")
        return [name for name in names if self.flags & FLAGS[name]]


class Library:
    """A library's text and its functions by name."""

    __slots__ = ("functions", "name", "text")

    def __init__(self, name: bytes, text: bytes) -> None:
        self.name = name
        self.text = text
        self.functions: dict[bytes, Function] = {}

    def shown(self) -> Iterable[Function]:
        """Its functions."""
        return self.functions.values()


class _Shelf:
    """Libraries by name, and their functions by their names in lower case."""

    def __init__(self) -> None:
        self.libraries: dict[bytes, Library] = {}
        self.functions: dict[bytes, Function] = {}

    def copy(self) -> _Shelf:
        """The same libraries on another shelf."""
        other = _Shelf()
        other.libraries.update(self.libraries)
        other.functions.update(self.functions)
        return other

    def add(self, library: Library) -> None:
        """Add a library; CommandError if one of its functions exists elsewhere."""
        for name in library.functions:
            if name.lower() in self.functions:
                raise CommandError(error(b"ERR Function " + name + b" already exists"))
        self.libraries[library.name] = library
        for name, function in library.functions.items():
            self.functions[name.lower()] = function

    def remove(self, library: Library) -> None:
        """Take a library away."""
        del self.libraries[library.name]
        for name in library.functions:
            self.functions.pop(name.lower(), None)


class Libraries:
    """All libraries of a server."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._machine: Machine | None = None
        self._shelf = _Shelf()
        self._loading: Library | None = None

    def call(
        self, call: Call, name: bytes, words: Argv, keys: Argv, args: Argv, read_only: bool
    ) -> bytes:
        """Call a function; `words` is the request. CommandError when it fails."""
        function = self._shelf.functions.get(name) or self._shelf.functions.get(name.lower())
        if function is None:
            raise CommandError(errors.FUNCTION_UNKNOWN)
        machine = self._machine
        assert machine is not None
        return self._runner.run(
            call,
            function.name,
            function.flags,
            read_only,
            lambda: machine.call(function.callback, call.wire.version == 3, keys, args),
            words,
        )

    def knows(self, name: bytes) -> bool:
        """Whether there is a function of that name, in whatever letter case."""
        return name.lower() in self._shelf.functions

    # Loading

    def load(self, text: bytes, replace: bool) -> bytes:
        """Add a library; its name. CommandError if it can't be."""
        return self._load(text, replace, hurried=True)

    def load_saved(self, text: bytes, replace: bool) -> None:
        """Add a library that was saved, however long that takes; CommandError if it can't be."""
        self._load(text, replace, hurried=False)

    def _load(self, text: bytes, replace: bool, hurried: bool) -> bytes:
        name = _library_name(text)
        shelf = self._shelf.copy()
        old = shelf.libraries.get(name)
        if old is not None:
            if not replace:
                raise CommandError(error(b"ERR Library '" + name + b"' already exists"))
            shelf.remove(old)
        shelf.add(self._made(name, text, hurried))
        self._shelf = shelf
        return name

    def _made(self, name: bytes, text: bytes, hurried: bool = True) -> Library:
        """Run a library's text, which registers its functions."""
        machine = self._ready_machine()
        body = text[text.index(b"\n") :]
        try:
            chunk = machine.compile(body, b"@user_function")
        except CompileError as failure:
            raise CommandError(error(b"ERR Error compiling function: " + failure.problem)) from None
        library = Library(name, text)
        self._loading = library
        self._runner.begin_load(hurried)
        try:
            problem = machine.load_library(chunk)
        finally:
            self._loading = None
        if problem is not None:
            raise CommandError(error(b"ERR Error registering functions: " + problem))
        if not library.functions:
            raise CommandError(errors.LIBRARY_EMPTY)
        return library

    def _ready_machine(self) -> Machine:
        if self._machine is None:
            host = self._runner.bridge.functions()
            host["register"] = self._register
            try:
                self._machine = Machine(host, for_functions=True)
            except Unavailable:
                raise CommandError(error(UNAVAILABLE)) from None
        return self._machine

    def _register(
        self, name: bytes, callback: Any, description: bytes | None, flags: bytes
    ) -> bytes | None:
        """A library registers a function; what is wrong, if something is."""
        library = self._loading
        assert library is not None
        if not _NAME.fullmatch(name):
            return _BAD_NAME
        if name in library.functions:
            return b"Function already exists in the library"
        bits = 0
        for flag in flags.split(b",") if flags else ():
            bits |= FLAGS[flag]
        library.functions[name] = Function(name, callback, description, bits)
        return None

    def delete(self, name: bytes) -> None:
        """Forget a library; CommandError when there is none such."""
        library = self._shelf.libraries.get(name)
        if library is None:
            raise CommandError(errors.LIBRARY_UNKNOWN)
        self._shelf.remove(library)

    def flush(self) -> None:
        """Forget all libraries."""
        self._shelf = _Shelf()
        self._machine = None

    # Payloads

    def dump(self) -> bytes:
        """All libraries as one payload."""
        return seal_payload(
            b"".join(
                bytes([_LIBRARY]) + string(library.text)
                for library in self._shelf.libraries.values()
            )
        )

    def restore(self, payload: bytes, policy: str) -> None:
        """Add the libraries of a payload; the policy is flush, append or replace. CommandError if
        that can't be done with all of them."""
        fresh = _Shelf()
        for text in _texts(payload):
            name = _library_name(text)
            if name in fresh.libraries:
                raise CommandError(error(b"ERR Library " + name + b" already exists"))
            fresh.add(self._made(name, text))
        if policy == "flush":
            self._shelf = fresh
            return
        shelf = self._shelf.copy()
        for name in fresh.libraries:
            old = shelf.libraries.get(name)
            if old is not None:
                if policy != "replace":
                    raise CommandError(error(b"ERR Library " + name + b" already exists"))
                shelf.remove(old)
        for library in fresh.libraries.values():
            shelf.add(library)
        self._shelf = shelf

    # What there is

    def libraries(self) -> Iterator[Library]:
        """The libraries there are."""
        return iter(self._shelf.libraries.values())

    def running(self) -> tuple[bytes, Argv, int] | None:
        """The function that runs: its name, its request and for how many milliseconds it does."""
        running = self._runner.running
        if running is None or running.words is None:
            return None
        return running.name, running.words, self._runner.milliseconds()

    def kill(self) -> None:
        """End the function that runs; CommandError when none does, or it can't be."""
        self._runner.kill(function=True)

    def count(self) -> tuple[int, int]:
        """How many libraries and functions there are."""
        libraries = self._shelf.libraries.values()
        return len(libraries), sum(len(library.functions) for library in libraries)

    def memory(self) -> tuple[int, int]:
        """Bytes that Lua uses, and that the memory of libraries takes."""
        size = 0
        for library in self._shelf.libraries.values():
            size += _FIXED_SIZE + len(library.name) + len(library.text)
            size += sum(_FIXED_SIZE + len(name) for name in library.functions)
        return (self._machine.memory if self._machine is not None else 0), size


def _library_name(text: bytes) -> bytes:
    """The name that a library's first line gives; CommandError if it isn't as it should be."""
    if not text.startswith(b"#!"):
        raise CommandError(errors.LIBRARY_LACKS_METADATA)
    line, end, _ = text.partition(b"\n")
    words = split_words(line) if end else None
    if words is None:
        raise CommandError(errors.LIBRARY_METADATA_INVALID)
    name = None
    for word in words[1:]:
        if word[:5].lower() != b"name=":
            raise CommandError(error(b"ERR Invalid metadata value given: " + word))
        if name is not None:
            raise CommandError(errors.LIBRARY_NAME_TWICE)
        name = word[5:]
    if name is None:
        raise CommandError(errors.LIBRARY_LACKS_NAME)
    if not _NAME.fullmatch(name):
        raise CommandError(error(b"ERR " + _BAD_NAME))
    engine = words[0][2:]
    if engine.lower() != b"lua":
        raise CommandError(error(b"ERR Engine '" + engine + b"' not found"))
    return name


def _texts(payload: bytes) -> list[bytes]:
    """The libraries' texts in a payload; CommandError if it isn't one of libraries."""
    try:
        end = len(open_payload(payload))
    except ChecksumError:
        raise CommandError(errors.DUMP_PAYLOAD) from None
    # A text that is longer than the data takes of what follows them, as far as it gets.
    reader = Reader(payload)
    texts = []
    while reader.at < end:
        opcode = reader.take(1)[0]
        if opcode == _EARLY_LIBRARY:
            raise CommandError(errors.LIBRARY_PAYLOAD_EARLY)
        if opcode != _LIBRARY:
            raise CommandError(errors.LIBRARY_PAYLOAD_OTHER)
        try:
            texts.append(reader.string())
        except (ValueError, IndexError, FormatError):
            raise CommandError(errors.LIBRARY_PAYLOAD_BROKEN) from None
    return texts
