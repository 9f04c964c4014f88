"""Runs scripts and functions: one at a time, for a client, until they end or are killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import bulk, error, integer
from refimpl.resp.wire import RESP2
from refimpl.scripting.bridge import Bridge, Running, c_text, truncate
from refimpl.scripting.shebang import ScriptFlag
from refimpl.session.client import Unusual
from refimpl.session.state import Busy
from refimpl.table import errors
from refimpl.table.failure import CommandError, ScriptError

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.scripting.machine import Outcome
    from refimpl.session.call import Call
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command


_KILLED = errors.SCRIPT_KILLED[1:-2]
_LOAD_TIMEOUT = b"ERR FUNCTION LOAD timeout"
_MOST_LOAD_NSEC = 500_000_000
"""A library must be quick to register its functions."""
_FOR_EVER = 1 << 62


class Runner:
    """One per server, for scripts and functions together."""

    def __init__(
        self,
        server: ServerState,
        nested: Callable[[Call, Command, Argv], bytes],
        monotonic_ns: Callable[[], int],
    ) -> None:
        self.server = server
        self.bridge = Bridge(server, nested, self._look_up_from_work)
        self._monotonic_ns = monotonic_ns
        self.load_deadline = 0
        """When the library that is being loaded must be, monotonic nanoseconds."""

    @property
    def running(self) -> Running | None:
        """What runs now."""
        return self.bridge.running

    def milliseconds(self) -> int:
        """How long it has been running."""
        running = self.bridge.running
        return (self._monotonic_ns() - running.started) // 1_000_000 if running else 0

    def begin_load(self, hurried: bool) -> None:
        """A library is going to be loaded, at once or in whatever time it takes."""
        self.load_deadline = self._monotonic_ns() + (_MOST_LOAD_NSEC if hurried else _FOR_EVER)

    def run(
        self,
        call: Call,
        name: bytes,
        flags: int,
        read_only: bool,
        start: Callable[[], Outcome],
        words: Argv | None = None,
    ) -> bytes:
        """The reply of a script; `start` runs it. ScriptError when it fails.

        `words` is the request, if it is a function's.
        """
        server = self.server
        declared = not flags & ScriptFlag.UNDECLARED
        if declared:
            if read_only and not flags & ScriptFlag.NO_WRITES:
                raise CommandError(errors.SCRIPT_WRITES)
            read_only = read_only or bool(flags & ScriptFlag.NO_WRITES)
        lacks_memory = bool(server.unusual & Busy.MEMORY_LIMIT) and server.out_of_memory
        allows_oom = bool(flags & ScriptFlag.ALLOW_OOM)
        if lacks_memory and declared and not allows_oom and not read_only:
            raise CommandError(errors.OUT_OF_MEMORY)
        running = Running(call, name, words, read_only, self._monotonic_ns())
        running.denies_oom = lacks_memory and not allows_oom
        bridge = self.bridge
        inner = bridge.call
        inner.keys = call.keys
        bridge.client.wire = inner.wire = RESP2
        bridge.client.account = call.client.account
        bridge.client.unusual = call.client.unusual & Unusual.RESTRICTED
        bridge.running = running
        try:
            outcome = start()
        finally:
            bridge.running = None
            if running.slow:
                self._end_of_slowness(running)
            broken, bridge.broken = bridge.broken, None
        if broken is not None:
            raise broken
        return self._reply(outcome, running)

    def _reply(self, outcome: Outcome, running: Running) -> bytes:
        if outcome.kind == b"value":
            value = outcome.value
            return bulk(value) if type(value) is bytes else integer(truncate(value))
        if outcome.kind == b"reply":
            if running.failed:
                raise ScriptError(outcome.value)
            reply: bytes = outcome.value
            return reply
        text = c_text(outcome.value) + b" script: " + running.name
        if outcome.source is not None and outcome.line is not None:
            text += b", on %b:%d." % (outcome.source, outcome.line)
        line = error(text)
        if not outcome.counted:
            self.server.statistics.count_error(line)
        raise ScriptError(line)

    # Scripts that take long

    def _look_up_from_work(self) -> bytes | None:
        """Serve others if the script has been running for long; why it is to end, if it is."""
        running = self.bridge.running
        if running is None:
            return None if self._monotonic_ns() < self.load_deadline else _LOAD_TIMEOUT
        if not running.slow:
            threshold = self.server.config.busy_reply_threshold
            if self._monotonic_ns() - running.started < threshold * 1_000_000:
                return None
            running.slow = True
            self.server.unusual |= Busy.SCRIPT
            self.server.log.warning(
                "Slow script detected: still in execution after "
                f"{(self._monotonic_ns() - running.started) // 1_000_000} milliseconds. You can "
                "try killing the script using the "
                f"{'FUNCTION' if running.words else 'SCRIPT'} KILL command. "
                f"Script name is: {running.name.decode('latin-1')}."
            )
            running.client.transport.hold()
        moment = self.server.moment
        frozen = moment.tick, moment.offset, moment.second
        try:
            self.server.loop.turn(wait=False, timers=False)
        except BaseException as failure:
            self.bridge.broken = failure
            running.killed = True
        finally:
            moment.tick, moment.offset, moment.second = frozen
        if self.server.loop.stopping:
            running.killed = True
        return _KILLED if running.killed else None

    def _end_of_slowness(self, running: Running) -> None:
        self.server.unusual &= ~Busy.SCRIPT
        running.client.transport.release()

    def kill(self, function: bool) -> None:
        """End the script (or function) that runs; CommandError when none does, or it can't be."""
        running = self.bridge.running
        if running is None:
            raise CommandError(errors.NOT_BUSY)
        if function != (running.words is not None):
            raise CommandError(self.busy_error())
        if running.wrote:
            raise CommandError(errors.UNKILLABLE)
        running.killed = True

    def busy_error(self) -> bytes:
        """What other commands are answered while a script has been running for long."""
        running = self.bridge.running
        return errors.BUSY_FUNCTION if running and running.words else errors.BUSY_SCRIPT
