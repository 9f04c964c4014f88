"""What the sandbox may ask of the server; above all, to run a command."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from refimpl.datatypes.numbers import format_double
from refimpl.resp.replies import error, simple
from refimpl.resp.wire import RESP2, RESP3
from refimpl.scripting.bits import bit_functions
from refimpl.scripting.bytecode import keep_callers
from refimpl.scripting.layouts import layout_functions
from refimpl.scripting.randomness import Drand48
from refimpl.session.call import Call
from refimpl.session.client import Client, Unusual
from refimpl.session.release import VERSION
from refimpl.table.command import Flag

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command

    Answer = Any
    """A plain value, or None, a kind and a text."""

_AGGREGATE, _STATUS, _FAILURE, _MISUSE = 1, 2, 3, 4

_NO_ARGUMENT = b"ERR Please specify at least one argument for this redis lib call"
_BAD_ARGUMENT = b"ERR Lua redis lib command arguments must be strings or integers"
_UNKNOWN = b"ERR Unknown Redis command called from script"
_WRONG_ARITY = b"ERR Wrong number of args calling Redis command from script"
_NOT_ALLOWED = b"ERR This Redis command is not allowed from script"
_READ_ONLY = b"ERR Write commands are not allowed from read-only scripts."
_OUT_OF_MEMORY = b"OOM command not allowed when used memory > 'maxmemory'."
_NO_PERMISSION = b"ERR ACL failure in script: "
_NOT_CHECKED = b"ERR Invalid command passed to redis.acl_check_cmd()"

_MOST = 1 << 63


class Running:
    """The script that runs, and what it may do."""

    __slots__ = (
        "call",
        "client",
        "denies_oom",
        "failed",
        "killed",
        "name",
        "read_only",
        "slow",
        "started",
        "words",
        "wrote",
    )

    def __init__(
        self, call: Call, name: bytes, words: Argv | None, read_only: bool, started: int
    ) -> None:
        self.call = call
        self.client = call.client
        self.name = name
        """A script's SHA, a function's name."""
        self.words = words
        """The request, if it is a function's."""
        self.read_only = read_only
        self.denies_oom = False
        """There was not enough memory when it began: its first write must not need some."""
        self.started = started
        """Monotonic nanoseconds."""
        self.wrote = False
        self.killed = False
        self.slow = False
        """It runs for longer than busy-reply-threshold: other clients are served meanwhile."""
        self.failed = False
        """What it returned holds an error."""


class Bridge:
    """One for all machines: only one script runs at a time."""

    def __init__(
        self,
        server: ServerState,
        nested: Callable[[Call, Command, Argv], bytes],
        tick: Callable[[], bytes | None],
    ) -> None:
        """`nested` runs a command; `tick` is called from time to time while a script runs, and
        says why it is to end, if it is."""
        self.server = server
        self._nested = nested
        self._tick = tick
        self._commands = server.commands
        self.client = Client(0, 0)
        """Whom commands of scripts are run for."""
        self.call = Call(server, self.client)
        self.client.call = self.call
        self.running: Running | None = None
        self.broken: BaseException | None = None
        """What must be raised when the script has ended."""
        self.randomness = Drand48()

    def functions(self) -> dict[str, Any]:
        """All that is for the sandbox."""
        from hashlib import sha1  # loads slowly

        major, minor, patch = (int(part) for part in VERSION.split("."))
        wires = {False: RESP2, True: RESP3}
        return {
            "invoke": self.invoke,
            "tick": self._tick,
            "keep_callers": keep_callers,
            "random": self.randomness.fraction,
            "seed": lambda number: self.randomness.seed(truncate(number)),
            "find": find_text,
            "truncate": lambda number: float(truncate(number)),
            "integer": lambda number: b":%d\r\n" % truncate(number),
            "status": lambda text: simple(c_text(text)),
            "error": self.error,
            "double": lambda number, negative_zero, resp3: wires[resp3].double(
                -0.0 if negative_zero else float(number)
            ),
            "big_number": _big_number,
            "verbatim": lambda mark, text, resp3: wires[resp3].verbatim(mark[:3].ljust(3), text),
            "read_double": float,
            "sha1hex": lambda text: sha1(text).hexdigest().encode(),
            "log": self.log,
            "speak": self.speak,
            "replicate": lambda flags: None,
            "acl_check": self.acl_check,
            **bit_functions(),
            **layout_functions(),
            "version": VERSION.encode(),
            "version_number": major << 16 | minor << 8 | patch,
        }

    # redis.call

    def invoke(self, *words: Any) -> Answer:
        """Run a command for the script."""
        try:
            return self._invoke(words)
        except BaseException as failure:
            self.broken = failure
            return None, _FAILURE, b"ERR internal error"

    def _invoke(self, words: tuple[Any, ...]) -> Answer:
        running = self.running
        assert running is not None
        if not words:
            return None, _MISUSE, _NO_ARGUMENT
        argv = []
        for word in words:
            if type(word) is not bytes:
                if type(word) is not int and type(word) is not float:
                    return None, _MISUSE, _BAD_ARGUMENT
                word = argument(word)
            argv.append(word)
        command = self._commands.get(argv[0]) or self._commands.get(argv[0].lower())
        if command is None:
            return self._refuse(None, _UNKNOWN)
        if command.subcommands is not None and len(argv) > 1:
            command = command.subcommands.get(argv[1].lower())
            if command is None:
                return self._refuse(None, _UNKNOWN)
        flags = command.flags
        if not command.least_args <= len(argv) <= command.most_args:
            return self._refuse(command, _WRONG_ARITY)
        if flags & Flag.NOSCRIPT and not self.server.scripts_may_all:
            return self._refuse(command, _NOT_ALLOWED)
        if self.client.unusual & Unusual.RESTRICTED:
            denied = self.server.refuse_access(running.client, command, argv, b"lua")
            if denied is not None:
                return self._refuse(command, _NO_PERMISSION + denied[len(b"-NOPERM ") : -2])
        if flags & (Flag.WRITE | Flag.MAY_REPLICATE):
            if running.read_only:
                return self._refuse(command, _READ_ONLY)
            if flags & Flag.WRITE:
                if running.denies_oom and not running.wrote and flags & Flag.DENYOOM:
                    return self._refuse(command, _OUT_OF_MEMORY)
                running.wrote = True
        reply = self._nested(self.call, command, argv)
        kind = reply[:1]
        if kind == b"$":
            if reply == b"$-1\r\n":
                return False
            return reply[reply.index(b"\n") + 1 : -2]
        if kind == b":":
            return int(reply[1:-2])
        if kind == b"+":
            return None, _STATUS, reply[1:-2]
        if kind == b"-":
            return None, _FAILURE, reply[1:-2]
        if kind == b"_":
            return None
        return None, _AGGREGATE, reply

    def _refuse(self, command: Command | None, text: bytes) -> Answer:
        """Say no, and count that."""
        if command is not None:
            command.rejected_calls += 1
        self.server.statistics.count_error(b"-" + text + b"\r\n")
        return None, _FAILURE, text

    # The rest

    def error(self, text: bytes, counted: bool) -> bytes:
        """An error among what the script returned."""
        line = error(c_text(text))
        if self.running is not None:
            self.running.failed = True
        if not counted:
            self.server.statistics.count_error(line)
        return line

    def log(self, level: float, text: bytes) -> None:
        """Write a line into the server's log."""
        log = self.server.log
        write = (log.debug, log.verbose, log.notice, log.warning)[int(level)]
        write(text.decode("utf-8", "backslashreplace"))

    def speak(self, version: float) -> None:
        """Let commands reply to the script in RESP2 or RESP3."""
        self.client.wire = self.call.wire = RESP3 if version == 3 else RESP2

    def acl_check(self, *words: Any) -> Answer:
        """Whether the user may run a command; None and an error's text if there is none such."""
        if not words:
            return None, _NO_ARGUMENT
        argv = []
        for word in words:
            if type(word) is not bytes:
                if type(word) is not int and type(word) is not float:
                    return None, _BAD_ARGUMENT
                word = argument(word)
            argv.append(word)
        command = self._commands.get(argv[0].lower())
        if command is not None and command.subcommands is not None and len(argv) > 1:
            command = command.subcommands.get(argv[1].lower())
        if command is None:
            return None, _NOT_CHECKED
        return self.client.account.check(command, argv) is None


def c_text(text: bytes) -> bytes:
    """What there is of a text for who takes a zero byte for its end, as real servers do here."""
    return text.partition(b"\0")[0]


def truncate(number: float) -> int:
    """A Lua number as 64-bit integer, as processors do that: what doesn't fit is the least."""
    if -_MOST <= number < _MOST:
        return int(number)
    return -_MOST


def argument(number: float) -> bytes:
    """A Lua number as argument of a command."""
    if number == number and -_MOST < number < _MOST and int(number) == number:
        return b"%d" % int(number)
    if number != number:
        return b"-nan" if math.copysign(1.0, number) < 0 else b"nan"
    return format_double(number)


def find_text(text: bytes, wanted: bytes, start: int) -> int:
    """Where a text is in another, as Lua counts; 0 if it is not. Linear, which Lua's own is not."""
    if start < 0:
        start = max(start + len(text) + 1, 1)
    return text.find(wanted, min(max(start, 1) - 1, len(text))) + 1


def _big_number(text: bytes, resp3: bool) -> bytes:
    text = text.replace(b"\r", b" ").replace(b"\n", b" ")
    return b"(" + text + b"\r\n" if resp3 else b"$%d\r\n%b\r\n" % (len(text), text)
