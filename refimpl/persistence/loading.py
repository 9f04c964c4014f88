"""An RDB file as the dataset."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from refimpl.datatypes.rdb.checksum import crc64
from refimpl.datatypes.rdb.payload import VERSION
from refimpl.datatypes.rdb.reader import Reader
from refimpl.datatypes.rdb.values import EmptyContainerError, contents
from refimpl.persistence import opcodes
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    import mmap

    from refimpl.session.state import ServerState

_HEADER = len(opcodes.MAGIC) + opcodes.VERSION_DIGITS
_CHUNK = 1 << 20


class LoadError(Exception):
    """A file that can't be loaded; the message says why, and where it was noticed."""


class Loaded:
    """What a file told of itself, and how many keys came of it."""

    __slots__ = ("attributes", "empty", "expired", "keys")

    def __init__(self) -> None:
        self.attributes: dict[bytes, bytes] = {}
        self.keys = 0
        self.expired = 0
        """Keys left out because their time has passed."""
        self.empty = 0
        """Keys left out because there was nothing in their value."""


def load_file(path: bytes, server: ServerState, merge: bool) -> Loaded:
    """Add the keys of a file to the dataset; with merge they replace those that are there.

    Raises OSError when it can't be read, LoadError when it is damaged: keys may have been added.
    """
    with open(path, "rb") as file:  # noqa: PTH123  # pathlib loads slowly
        if not file.read(1):
            raise LoadError("Unexpected EOF reading RDB file")
        import mmap  # few servers load a file

        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _Loading(data, server, merge).run()


class _Loading:
    """The state of going through a file."""

    def __init__(self, data: mmap.mmap, server: ServerState, merge: bool) -> None:
        self._data = data
        self._reader = Reader(data)
        self._server = server
        self._merge = merge
        self._database = server.databases[0]
        self._loaded = Loaded()
        self._deadline: int | None = None
        self._idle: int | None = None
        self._frequency: int | None = None

    def run(self) -> Loaded:
        """Go through all of it."""
        version = self._version()
        reader = self._reader
        try:
            while (kind := reader.take(1)[0]) != opcodes.END:
                self._record(kind)
            if version >= opcodes.CHECKSUM_SINCE:
                self._check(reader.at, reader.milliseconds())
        except (ValueError, IndexError, KeyError, struct.error) as fault:
            if reader.at > len(self._data):
                raise LoadError("Unexpected EOF reading RDB file") from fault
            raise LoadError(f"at offset {reader.at}: {fault}") from fault
        return self._loaded

    def _version(self) -> int:
        header = self._data[:_HEADER]
        if not header.startswith(opcodes.MAGIC):
            if opcodes.MAGIC.startswith(header):
                raise LoadError("Unexpected EOF reading RDB file")
            raise LoadError("Wrong signature trying to load DB from file")
        if len(header) < _HEADER:
            raise LoadError("Unexpected EOF reading RDB file")
        digits = header[len(opcodes.MAGIC) :]
        version = int(digits) if digits.isdigit() else 0
        if not 1 <= version <= VERSION:
            raise LoadError(f"Can't handle RDB format version {version}")
        self._reader.at = _HEADER
        return version

    def _check(self, end: int, expected: int) -> None:
        if not expected:
            return  # written without one
        checksum = 0
        with memoryview(self._data) as view:
            for start in range(0, end, _CHUNK):
                with view[start : min(start + _CHUNK, end)] as piece:
                    checksum = crc64(piece, checksum)
        if checksum != expected:
            raise LoadError(
                f"Wrong RDB checksum expected: ({expected:x}) but got ({checksum:x}). Aborting now."
            )

    def _record(self, kind: int) -> None:
        reader = self._reader
        match kind:
            case opcodes.DEADLINE:
                self._deadline = int.from_bytes(reader.take(8), "little", signed=True)
            case opcodes.DEADLINE_SECONDS:
                self._deadline = 1000 * int.from_bytes(reader.take(4), "little", signed=True)
            case opcodes.IDLE:
                self._idle = reader.length()
            case opcodes.FREQUENCY:
                self._frequency = reader.take(1)[0]
            case opcodes.DATABASE:
                self._select(reader.length())
            case opcodes.SIZES:
                reader.length(), reader.length()
            case opcodes.SLOT:
                reader.length(), reader.length(), reader.length()
            case opcodes.ATTRIBUTE:
                name = reader.string()
                self._loaded.attributes[name] = reader.string()
            case opcodes.LIBRARY:
                self._library(reader.string())
            case opcodes.MODULE | opcodes.EARLY_LIBRARY:
                raise ValueError(f"data of a kind that isn't known here ({kind})")
            case _:
                reader.at -= 1
                self._key()

    def _library(self, text: bytes) -> None:
        try:
            self._server.functions.load_saved(text, self._merge)
        except CommandError as refused:
            problem = refused.reply_line[1:-2].removeprefix(b"ERR ").decode("latin-1")
            raise ValueError(f"Failed loading library, {problem}") from refused

    def _select(self, index: int) -> None:
        databases = self._server.databases
        if index >= len(databases):
            raise ValueError(
                f"Data file was created with a Redis server configured to handle more than "
                f"{len(databases)} databases. Exiting"
            )
        self._database = databases[index]

    def _key(self) -> None:
        """A key and its value: the type comes before the name, the contents behind it."""
        reader = self._reader
        kind = reader.take(1)[0]
        key = reader.string()
        deadline, idle, frequency = self._deadline, self._idle, self._frequency
        self._deadline = self._idle = self._frequency = None
        server = self._server
        try:
            value = contents(kind, reader, server.limits)
        except EmptyContainerError:
            self._loaded.empty += 1
            return
        if deadline is not None and deadline < server.moment.ms:
            self._loaded.expired += 1
            return
        database = self._database
        if key in database.values and not self._merge:
            raise ValueError(f"RDB has duplicated key {key!r} in DB {database.index}")
        database.put(key, value, deadline)
        if idle is not None or frequency is not None:
            database.set_access(key, idle, frequency)
        self._loaded.keys += 1
