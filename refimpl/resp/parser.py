"""Bytes to requests, sans-IO.

There are three ways through the parser, and they agree on every input:

- pipelined requests that look like those of the read before are cast in a mould (see
  `refimpl.resp.moulds`);
- the fast one splits all that was read at the line ends at once and checks each header against the
  length of its payload by looking the header up in a table. It takes what ordinary clients send:
  complete commands whose arguments are short and hold no line end;
- the exact one goes through the bytes in order, keeps its state between reads, and decides about
  everything else: inline commands, long or interrupted arguments, line ends inside of arguments,
  every malformed request.

The exact way is lenient where servers are. Of the line end after an argument only the length
counts, and of the one after a header only the carriage return: any byte may take its place.
A NUL byte in a header or an inline command hides what follows it, so that no line end is found.
"""

from typing import Final

from refimpl.datatypes.numbers import parse_int
from refimpl.resp.inline import split_words
from refimpl.resp.moulds import Shape, common_shape, mould_of

Argv = list[bytes]
"""A request: the command's name and its arguments."""

# The longest inline command or header; also the most that may be held while a line end is awaited.
MAX_LINE: Final = 64 * 1024
# What a client may send before it has authenticated.
MAX_UNAUTHENTICATED_ARGUMENTS: Final = 10
MAX_UNAUTHENTICATED_LENGTH: Final = 16 * 1024
_MAX_ARGUMENTS: Final = 2**31 - 1

# Beyond these sizes the exact way is as good: reading takes most of the time.
_FAST_LENGTHS: Final = 4096
_FAST_ARGUMENTS: Final = 1024

# A read of more bytes than this that has no line end in this window is left to the exact way.
_LONG_READ: Final = 2048
_WINDOW: Final = (256, 1280)

_LENGTH_HEADERS: Final = [b"$%d" % n for n in range(_FAST_LENGTHS)]
_LENGTHS: Final = {header: n for n, header in enumerate(_LENGTH_HEADERS)}
# From a count's header to how many lines the command takes: one, and two for each argument.
_LINES: Final = {b"*%d" % n: 1 + 2 * n for n in range(1, _FAST_ARGUMENTS)}

_STAR: Final = ord("*")
_DOLLAR: Final = ord("$")
_INCOMPLETE: Final = -1


class RequestLimits:
    """Limits that the configuration sets; shared by the parsers of all clients."""

    __slots__ = ("proto_max_bulk_len",)

    def __init__(self, proto_max_bulk_len: int = 512 * 1024 * 1024) -> None:
        self.proto_max_bulk_len = proto_max_bulk_len
        """The longest argument in bytes; a server lets nobody set it below 1 MiB."""


class RequestParser:
    """The parser of one client's requests."""

    __slots__ = (
        "_argv",
        "_length",
        "_limits",
        "_missing",
        "_payload",
        "_settled",
        "_shape",
        "_tail",
        "authenticated",
        "error",
    )

    def __init__(self, limits: RequestLimits) -> None:
        self._limits = limits
        self.authenticated = True
        """While false, requests must be small, and `feed` returns one at a time."""
        self.error: bytes | None = None
        """What is wrong with the first malformed request; nothing is parsed from there on."""

        # Nothing is held from earlier reads and there is no error.
        self._settled = True
        # What the requests of the last read had in common, if anything.
        self._shape: Shape | None = None
        # Bytes not parsed yet: what follows the last complete header or command.
        self._tail = b""
        # The command under way: its arguments so far, and how many are to come.
        self._argv: Argv = []
        self._missing = 0
        # The length of the argument under way and what has come of it; -1: its header is next.
        self._length = -1
        self._payload = bytearray()

    @property
    def buffered(self) -> int:
        """Bytes held that are not yet whole arguments: what client-query-buffer-limit bounds."""
        return len(self._tail) + len(self._payload)

    def feed(self, data: bytes) -> list[Argv]:
        """Add what was read and return the commands that are complete now.

        While the client is not authenticated that is one command at most, since it may be the
        one that authenticates: the caller executes it and goes on with `feed(b"")`.
        """
        if not (self._settled and self.authenticated):
            return self._feed_with_care(data)
        commands: list[Argv] = []
        self._parse_fast(data, commands)
        return commands

    def _parse_fast(self, data: bytes, commands: list[Argv]) -> None:
        """Parse `data`, which begins with a command; leave to the exact way what isn't plain."""
        if self._shape is not None:
            alike = mould_of(self._shape).cast(data)
            if alike is not None:
                commands += alike
                return
            self._shape = None
        if len(data) > _LONG_READ and data.find(b"\r\n", *_WINDOW) < 0:
            # Long arguments: splitting goes through them at 1 ns per byte, skipping them is free.
            # For a SET of 10 KiB that is 14 µs against 4.
            self._parse_exactly(data, 0, commands)
            return
        lines = data.split(b"\r\n")
        last = len(lines) - 1  # the one that no line end has ended; mostly empty
        start = 0
        headers = _LENGTH_HEADERS
        try:
            while start < last:
                end = start + _LINES[lines[start]]
                if end > last:
                    break
                # Comparing the header with the one that fits the payload's length beats looking
                # the length up: 450 against 510 ns for a SET.
                argv = lines[start + 2 : end : 2]
                at = start + 1
                for argument in argv:
                    if lines[at] != headers[len(argument)]:
                        raise LookupError
                    at += 2
                commands.append(argv)
                start = end
        except LookupError:  # no such count or length in the tables, or they don't agree
            pass
        if start < last or lines[last]:
            self._parse_exactly(b"\r\n".join(lines[start:]), 0, commands)
        else:
            self._shape = common_shape(data, commands)

    def _feed_with_care(self, data: bytes) -> list[Argv]:
        """Like `feed`, for the rare states."""
        commands: list[Argv] = []
        if self.error is not None:
            return commands
        if self._tail:
            data = self._tail + data
            self._tail = b""
        if not self.authenticated:
            self._parse_exactly(data, 0, commands)
            return commands
        self._settled = True
        if not self._missing:
            self._parse_fast(data, commands)
            return commands
        position = self._parse_command(data, 0, commands)
        if position == _INCOMPLETE:
            self._settled = False
        elif position < len(data):
            self._parse_fast(data[position:], commands)
        return commands

    def _parse_exactly(self, data: bytes, position: int, commands: list[Argv]) -> None:
        """Parse `data` from `position` on and keep what isn't complete."""
        one_only = not self.authenticated
        while position < len(data) and not (one_only and commands):
            position = self._parse_command(data, position, commands)
            if position == _INCOMPLETE:
                self._settled = False
                return
        self._tail = data[position:]
        self._settled = not (self._tail or self._missing)

    def _parse_command(self, data: bytes, position: int, commands: list[Argv]) -> int:
        """Parse one command, or what is to come of it, and return the position after it.

        When it isn't complete or is malformed, keep the state and return _INCOMPLETE.
        """
        if not self._missing:
            if data[position] != _STAR:
                return self._parse_inline(data, position, commands)
            position = self._parse_count(data, position)
            if not self._missing:  # an empty command, if not incomplete
                return position
        while self._missing:
            if self._length < 0:
                position = self._parse_length(data, position)
                if position == _INCOMPLETE:
                    return _INCOMPLETE
            position = self._parse_payload(data, position)
            if position == _INCOMPLETE:
                return _INCOMPLETE
            self._missing -= 1
        commands.append(self._argv)
        self._argv = []
        return position

    def _parse_inline(self, data: bytes, position: int, commands: list[Argv]) -> int:
        end = data.find(b"\n", position)
        if end < 0 or data.find(b"\0", position, end) >= 0:
            return self._await_line(data, position, b"too big inline request")
        words = split_words(data[position:end].removesuffix(b"\r"))
        if words is None:
            return self._fail(b"unbalanced quotes in request")
        if words:
            commands.append(words)
        return end + 1

    def _parse_count(self, data: bytes, position: int) -> int:
        end = _end_of_header(data, position)
        if end < 0:
            return self._await_line(data, position, b"too big mbulk count string")
        count = parse_int(data[position + 1 : end])
        if count is None or count > _MAX_ARGUMENTS:
            return self._fail(b"invalid multibulk length")
        if count > MAX_UNAUTHENTICATED_ARGUMENTS and not self.authenticated:
            return self._fail(b"unauthenticated multibulk length")
        self._missing = max(0, count)
        return end + 2

    def _parse_length(self, data: bytes, position: int) -> int:
        end = data.find(b"\r", position, -1)
        length = _LENGTHS.get(data[position:end]) if end >= 0 else None
        if length is None:
            return self._parse_unusual_length(data, position)
        self._length = length
        return end + 2

    def _parse_unusual_length(self, data: bytes, position: int) -> int:
        end = _end_of_header(data, position)
        if end < 0:
            return self._await_line(data, position, b"too big bulk count string")
        if data[position] != _DOLLAR:
            found = data[position : position + 1].replace(b"\r", b" ").replace(b"\n", b" ")
            return self._fail(b"expected '$', got '%b'" % found)
        length = parse_int(data[position + 1 : end])
        if length is None or not 0 <= length <= self._limits.proto_max_bulk_len:
            return self._fail(b"invalid bulk length")
        if length > MAX_UNAUTHENTICATED_LENGTH and not self.authenticated:
            return self._fail(b"unauthenticated bulk length")
        self._length = length
        return end + 2

    def _parse_payload(self, data: bytes, position: int) -> int:
        """Take an argument and the two bytes after it."""
        length = self._length
        end = position + length + 2 - len(self._payload)
        if end > len(data):
            # Appended, so that an argument that comes in many reads is not copied at each.
            self._payload += data[position:] if position else data
            return _INCOMPLETE
        if self._payload:
            self._payload += data[position:end]
            with memoryview(self._payload) as whole:
                self._argv.append(bytes(whole[:length]))
            self._payload = bytearray()
        else:
            self._argv.append(data[position : position + length])
        self._length = -1
        return end

    def _await_line(self, data: bytes, position: int, too_long: bytes) -> int:
        """Keep a line whose end is not there yet, unless it is too long already."""
        if len(data) - position > MAX_LINE:
            return self._fail(too_long)
        self._tail = data[position:]
        return _INCOMPLETE

    def _fail(self, reason: bytes) -> int:
        """Give up parsing for good."""
        self.error = b"ERR Protocol error: " + reason
        self._tail = b""
        self._argv = []
        self._missing = 0
        return _INCOMPLETE


def _end_of_header(data: bytes, position: int) -> int:
    """Where a header's carriage return is; -1 when it, or the byte after it, isn't there yet."""
    end = data.find(b"\r", position, -1)
    return -1 if data.find(b"\0", position, end) >= 0 else end
