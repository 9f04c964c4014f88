"""From requests to replies: look up, gates, parser, handler, statistics.

`Pipeline.process` is the hottest code of the server. One test of two flag words sends whatever is
not plain the long way round; what is left allocates nothing of its own, and reads one clock.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from refimpl.execute.access import refuse_queued
from refimpl.execute.gates import GATES, POSTPONE, unknown_command, unknown_subcommand
from refimpl.resp.replies import QUEUED
from refimpl.session.blocking import (
    Blocking,
    MustBlock,
    stop_waiting,
    wait_for_keys,
    waiting_clients,
)
from refimpl.session.client import Unusual
from refimpl.session.state import Busy
from refimpl.table import errors
from refimpl.table.command import Flag
from refimpl.table.failure import CommandError, NotShort

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command

_MOST_SPELLINGS: Final = 4096
"""Spellings of command names that are remembered: both cases of all, and room for some others."""

_FINE_LATENCIES: Final = 1024
"""Latencies are counted by the microsecond up to here, above by their power of two."""

_POWERS: Final = 64

_BROWSER_WORDS: Final = (b"post", b"host:")
"""First words of an HTTP request's lines: a web page can make a browser send any to any port. What
stands in the request's body must not be executed."""

_WARNING_SECONDS: Final = 60


class Pipeline:
    """Executes requests, for all clients of a server."""

    def __init__(
        self,
        server: ServerState,
        monotonic_ns: Callable[[], int],
        kinds: dict[str, type],
        report: Callable[[Command, Exception], None],
    ) -> None:
        """`kinds` tells what type of value the blocking commands of a group wait for; `report` is
        told of handlers that failed in a way that no client should ever see."""
        self.server = server
        self.monotonic_ns = monotonic_ns
        self.kinds = kinds
        self.report = report
        # Only commands that may take the short way are in here, under every spelling in use.
        self._plain: dict[bytes, Command] = {}
        self.current: Client | None = None
        """Whose request is being executed the long way."""
        self._postponed: deque[Client] = deque()
        self._unblocked: deque[Client] = deque()
        # When the log may warn of browsers again, seconds since the epoch.
        self._next_warning = 0
        for name, command in server.commands.items():
            if _is_plain(command):
                self._plain[name] = command
                self._plain[name.upper()] = command

    def process(self, client: Client, requests: list[Argv]) -> None:
        """Execute what a client has sent; replies are left in its output."""
        server = self.server
        moment = server.moment
        offset = moment.offset
        plain = self._plain
        call = client.call
        output = client.output
        append = output.append
        ready = server.environment.ready
        clock = self.monotonic_ns
        slow_nsec = server.slow_nsec
        client.commands += len(requests)
        following = iter(requests)
        command: Command | None = None
        tick = clock()
        for argv in following:
            command = plain.get(argv[0])
            moment.tick = tick
            if command is None or client.unusual or server.unusual:
                proceed = self._carefully(client, argv)
                slow_nsec = server.slow_nsec
                if client.tracking is not None:
                    _use_up_caching(client, argv)
                if proceed:
                    tick = clock()
                    continue
                if not client.unusual & Unusual.CLOSING:
                    _put_off(client, following)
                break
            args: Any = argv
            try:
                if len(argv) == command.short_words:
                    reply = command.short(call, argv)
                elif command.least_args <= len(argv) <= command.most_args:
                    if command.parse is not None:
                        args = command.parse(argv, (tick + offset) // 1_000_000)
                    reply = command.handler(call, args)
                else:
                    self._carefully(client, argv)
                    tick = clock()
                    continue
            except CommandError as failure:
                reply = failure.reply_line
                command.failed_calls += 1
                if not failure.counted:
                    server.statistics.count_error(reply)
            except NotShort:
                if self._carefully(client, argv):
                    tick = clock()
                    continue
                _put_off(client, following)
                break
            except MustBlock as reason:
                self._block(client, reason, command, argv, args)
                _put_off(client, following)
                break
            except Exception as fault:
                reply = self._broken(command, fault)
            append(reply)
            finished = clock()
            spent = finished - tick
            tick = finished
            command.calls += 1
            command.nsec += spent
            try:
                command.latencies[spent // 1000] += 1
            except IndexError:
                _count_latency(command, spent)
            if spent >= slow_nsec:
                self._note_slow(client, command, argv, spent)
            if ready:
                self.serve_ready()
                tick = clock()
        if command is not None:
            client.last_command = command
        if output and not client.queued_for_write:
            client.queued_for_write = True
            server.pending_writes.append(client)

    # The long way

    def find(self, argv: Argv) -> Command:
        """The command or subcommand of a request; CommandError when it is unknown."""
        word = argv[0]
        command = self.server.commands.get(word.lower())
        if command is None:
            raise CommandError(unknown_command(argv))
        if command.subcommands is not None and len(argv) > 1:
            subcommand = command.subcommands.get(argv[1].lower())
            if subcommand is None:
                raise CommandError(unknown_subcommand(command, argv[1]))
            return subcommand
        if _is_plain(command) and len(self._plain) < _MOST_SPELLINGS:
            self._plain[word] = command
        return command

    def _carefully(self, client: Client, argv: Argv) -> bool:
        """Execute, queue, refuse or put off a request; whether the next one may follow."""
        if client.unusual & Unusual.HALTED:
            if not client.unusual & Unusual.CLOSING:
                _put_off(client, [argv])
            return False
        try:
            command = self.find(argv)
        except CommandError as failure:
            if argv[0].lower() in _BROWSER_WORDS:
                self._repel(client)
                return False
            self._refuse(client, None, failure.reply_line)
            self._reply(client, failure.reply_line)
            return True
        client.last_command = command
        for _, gate in GATES:
            refusal = gate(self.server, client, command, argv)
            if refusal is None:
                continue
            if refusal == POSTPONE:
                client.unusual |= Unusual.POSTPONED
                self._postponed.append(client)
                _put_off(client, [argv])
                return False
            self._reply(client, self._refuse(client, command, refusal))
            if self.server.unusual & Busy.MONITORED and command.name == b"exec":
                self._show(client.call, command, argv)  # the transaction that was shown is over
            return True
        if self.server.unusual & Busy.TRACKING_FULL:
            self.server.tracking.enforce_limit()
        transaction = client.transaction
        if transaction is not None and not command.flags & Flag.IN_TRANSACTION:
            transaction.queue.append((command, argv))
            transaction.writes |= bool(command.flags & (Flag.WRITE | Flag.MAY_REPLICATE))
            transaction.denies_oom |= bool(command.flags & Flag.DENYOOM)
            self._reply(client, QUEUED)
            return True
        return self._execute(client, command, argv)

    def _repel(self, client: Client) -> None:
        """Close, without a word, on what looks like a browser's request."""
        server = self.server
        if server.moment.second >= self._next_warning:
            self._next_warning = server.moment.second + _WARNING_SECONDS
            server.log.warning(
                "Possible attack: an HTTP request was sent to this port, perhaps by a browser "
                f"that was tricked into it. Connection from {client.address} closed."
            )
        client.transport.close()

    def _refuse(self, client: Client, command: Command | None, refusal: bytes) -> bytes:
        """Count a refusal; in a transaction it spoils the transaction. The reply to give."""
        if client.transaction is not None:
            client.transaction.aborted = True
        if command is not None:
            command.rejected_calls += 1
            if command.name == b"exec":
                self.server.discard_transaction(client)
                refusal = errors.exec_refused(refusal[1:-2].removeprefix(b"ERR "))
        self.server.statistics.count_error(refusal)
        return refusal

    def _execute(self, client: Client, command: Command, argv: Argv) -> bool:
        """Run a command outside of a transaction; whether the next request may follow."""
        server = self.server
        tick = server.moment.tick
        args: Any = argv
        client.call.spelling = argv[0]
        # A client in NO-TOUCH mode leaves no trace in the access times, but by TOUCH itself.
        untouching = client.unusual & Unusual.NO_TOUCH and command.name != b"touch"
        if untouching:
            client.call.keys.touching = {}
        if server.unusual & Busy.MONITORED and command.flags & Flag.SKIP_MONITOR:
            server.monitors.show(client.call, command, argv)  # before what the script calls
        client.unusual |= Unusual.RUNNING
        self.current = client
        try:
            if command.parse is not None:
                args = self._parse(client, command, argv)
            reply = command.handler(client.call, args)
        except CommandError as failure:
            reply = failure.reply_line
            command.failed_calls += 1
            if not failure.counted:
                server.statistics.count_error(reply)
        except MustBlock as reason:
            self._block(client, reason, command, argv, args)
            if server.unusual & Busy.MONITORED:
                self._show(client.call, command, argv)
            return False
        except Exception as fault:
            reply = self._broken(command, fault)
        finally:
            if client.tracking is not None:
                server.tracking.remember(client, command, argv)
            client.unusual &= ~Unusual.RUNNING
            self.current = None
            if untouching:
                for database in server.databases:
                    database.touching = database.accessed
        self._count(client, command, argv, self.monotonic_ns() - tick)
        self._reply(client, reply)
        if server.unusual & Busy.MONITORED:
            if client.held_pushes:
                client.release_pushes()
            self._show(client.call, command, argv)
        self._push_held(client)
        if server.environment.ready:
            self.serve_ready()
        return not client.unusual & Unusual.HALTED

    def _show(self, call: Call, command: Command, argv: Argv) -> None:
        """To those who MONITOR: what has been executed, unless it is an administrator's."""
        if not command.flags & (Flag.ADMIN | Flag.SKIP_MONITOR):
            self.server.monitors.show(call, command, argv)

    def _push_held(self, client: Client) -> None:
        """After the reply: messages to the client that came of its own request."""
        if client.held_pushes:
            client.release_pushes()
        if self.server.tracking.pending:
            self.server.tracking.settle(client)

    def run_queued(self, call: Call, command: Command, argv: Argv) -> bytes:
        """Run a queued command, unless its user has lost the right to in the meantime."""
        if call.client.unusual & Unusual.RESTRICTED:
            refusal = refuse_queued(self.server, call.client, command, argv)
            if refusal is not None:
                self.server.statistics.count_error(refusal)
                return refusal
        return self.run_nested(call, command, argv)

    def run_nested(self, call: Call, command: Command, argv: Argv) -> bytes:
        """Run a queued command inside EXEC: it can't block, and sees the transaction's time."""
        server = self.server
        client = call.client
        tick = self.monotonic_ns()
        monitored = server.unusual & Busy.MONITORED
        if monitored and command.flags & Flag.SKIP_MONITOR:
            server.monitors.show(call, command, argv)
        call.spelling = argv[0]
        call.nested = True
        try:
            args = argv if command.parse is None else self._parse(client, command, argv)
            reply = command.handler(call, args)
        except CommandError as failure:
            reply = failure.reply_line
            command.failed_calls += 1
            if not failure.counted:
                server.statistics.count_error(reply)
        except MustBlock as reason:
            reply = reason.if_forbidden
        except Exception as fault:
            reply = self._broken(command, fault)
        finally:
            call.nested = False
        if monitored:
            self._show(call, command, argv)
            if client.unusual & Unusual.MONITOR:  # its own line is to follow this very reply
                reply += client.take_pushes()
        # What a script reads is read by the client that has called it.
        caller = self.current
        if caller is not None and caller.tracking is not None:
            server.tracking.remember(caller, command, argv)
        self._count(call.client, command, argv, self.monotonic_ns() - tick)
        return reply

    def _parse(self, client: Client, command: Command, argv: Argv) -> Any:
        """What the command's parser makes of a request that didn't take the short way."""
        assert command.parse is not None
        now = self.server.moment.ms
        if not (command.wants_all_keys and client.unusual & Unusual.RESTRICTED):
            return command.parse(argv, now)
        return command.parse(argv, now, client.account.reads_all_keys(command, argv))

    def _reply(self, client: Client, reply: bytes) -> None:
        """Leave a reply in the output, unless the client doesn't want one."""
        if reply and not client.unusual & (Unusual.REPLY_OFF | Unusual.REPLY_SKIP):
            client.output.append(reply)
        if client.unusual & Unusual.REPLY_SKIP:
            client.unusual &= ~Unusual.REPLY_SKIP
        if client.skip_next:
            client.skip_next = False
            client.unusual |= Unusual.REPLY_SKIP

    def _broken(self, command: Command, failure: Exception) -> bytes:
        self.report(command, failure)
        self.server.statistics.unexpected_error_replies += 1
        command.failed_calls += 1
        reply = errors.internal(repr(failure).encode().replace(b"\r", b" ").replace(b"\n", b" "))
        self.server.statistics.count_error(reply)
        return reply

    def _count(self, client: Client, command: Command, argv: Argv, spent: int) -> None:
        command.calls += 1
        command.nsec += spent
        _count_latency(command, spent)
        if spent >= self.server.slow_nsec:
            self._note_slow(client, command, argv, spent)

    def _note_slow(self, client: Client, command: Command, argv: Argv, spent: int) -> None:
        server = self.server
        if spent >= server.latency_nsec:
            event = b"fast-command" if command.flags & Flag.FAST else b"command"
            server.note_event(event, spent)
        if spent >= server.slow_log_nsec and not command.flags & Flag.SKIP_SLOWLOG:
            server.note_slow(client, command, argv, spent // 1000)

    # Waiting

    def _block(
        self, client: Client, reason: MustBlock, command: Command, argv: Argv, args: Any
    ) -> None:
        """Let the client wait until a key is ready or the time is up."""
        if reason.kind is None:
            reason.kind = self.kinds.get(command.group)
        server = self.server
        blocking = Blocking(reason, client.call.keys, command, argv, args, server.moment.tick)
        wait_for_keys(client, blocking)
        client.last_command = command
        if reason.timeout_ms:
            blocking.timer = server.loop.add_timer(
                reason.timeout_ms, lambda: self.give_up(client, blocking.on_timeout)
            )

    def give_up(self, client: Client, reply: bytes) -> None:
        """Stop waiting without having been served."""
        blocking = stop_waiting(client, self.server)
        if reply[:1] == b"-":
            blocking.command.failed_calls += 1
            self.server.statistics.count_error(reply)
        self._count(client, blocking.command, blocking.argv, 0)
        self._reply_later(client, reply)

    def _reply_later(self, client: Client, reply: bytes) -> None:
        """Answer a client that is not being processed, and go on with its other requests."""
        self._reply(client, reply)
        if client.tracking is not None:
            client.tracking.caching = False
        if client.output and not client.queued_for_write:
            client.queued_for_write = True
            self.server.pending_writes.append(client)
        if client.pending:
            self._unblocked.append(client)

    def serve_ready(self) -> None:
        """Execute anew the commands of clients blocked on keys that got ready, in their order."""
        if self.server.unusual & Busy.SCRIPT:
            return  # nothing happens in the middle of a script
        ready = self.server.environment.ready
        while ready:
            signals = ready[:]
            ready.clear()
            for database, key in signals:
                database.signal_taken(key)
                for client in waiting_clients(database, key):
                    blocking = client.blocking
                    # Being served for one client may have ended the wait of a later one.
                    if blocking is None or blocking.database is not database:
                        continue
                    value = database.peek(key)
                    if blocking.wakes_when_gone or (
                        value is not None
                        and (blocking.kind is None or isinstance(value, blocking.kind))
                    ):
                        self._retry(client, blocking)

    def _retry(self, client: Client, blocking: Blocking) -> None:
        server = self.server
        command = blocking.command
        timer, blocking.timer = blocking.timer, None
        stop_waiting(client, server)
        tick = server.moment.tick = self.monotonic_ns()
        client.unusual |= Unusual.RUNNING
        self.current = client
        try:
            reply = command.handler(client.call, blocking.args)
        except CommandError as failure:
            reply = failure.reply_line
            command.failed_calls += 1
            if not failure.counted:
                server.statistics.count_error(reply)
        except MustBlock:
            # The key was there but not enough: to the end of the queue, the deadline stays.
            blocking.timer = timer
            wait_for_keys(client, blocking)
            return
        except Exception as fault:
            reply = self._broken(command, fault)
        finally:
            if client.tracking is not None:
                server.tracking.remember(client, command, blocking.argv)
            client.unusual &= ~Unusual.RUNNING
            self.current = None
        if timer is not None:
            server.loop.remove_timer(timer)
        self._count(client, command, blocking.argv, self.monotonic_ns() - tick)
        self._reply_later(client, reply)
        self._push_held(client)

    def end_pause(self) -> None:
        """Go on with the requests that CLIENT PAUSE let wait."""
        while self._postponed:
            client = self._postponed.popleft()
            client.unusual &= ~Unusual.POSTPONED
            self._unblocked.append(client)

    def resume(self) -> None:
        """Go on with requests of clients that no longer have to wait; before the loop sleeps."""
        while self._unblocked:
            client = self._unblocked.popleft()
            pending = client.pending
            if pending and not client.unusual & Unusual.HALTED:
                client.pending = None
                client.commands -= len(pending)  # counted when they came
                self.process(client, list(pending))


def _is_plain(command: Command) -> bool:
    """Whether the short way will do when nothing about client or server is unusual."""
    return command.subcommands is None and not command.flags & (
        Flag.PROTECTED | Flag.IN_TRANSACTION | Flag.NO_AUTH
    )


def _use_up_caching(client: Client, argv: Argv) -> None:
    """CLIENT CACHING holds for one request, or transaction, that isn't another CLIENT."""
    if (
        client.tracking is not None
        and client.tracking.caching
        and client.transaction is None
        and not client.unusual & Unusual.WAITING
        and argv[0].lower() != b"client"
    ):
        client.tracking.caching = False


def _put_off(client: Client, requests: Any) -> None:
    if client.pending is None:
        client.pending = deque()
    client.pending.extend(requests)


def _count_latency(command: Command, spent: int) -> None:
    """Count a call's nanoseconds in the command's histogram."""
    if not command.latencies:
        command.latencies = [0] * _FINE_LATENCIES
        command.slow_latencies = [0] * _POWERS
    usec = spent // 1000
    if usec < _FINE_LATENCIES:
        command.latencies[usec] += 1
    else:
        command.slow_latencies[min(usec.bit_length(), _POWERS - 1)] += 1
