"""The composition root: makes a server of its parts."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Final

from refimpl.datatypes.list import ListValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.datatypes.stream import StreamValue
from refimpl.execute import access
from refimpl.execute.pipeline import Pipeline
from refimpl.observe.rates import Rates
from refimpl.persistence.snapshots import Snapshots
from refimpl.reactor.children import InlineChildren
from refimpl.scripting.libraries import Libraries
from refimpl.scripting.runner import Runner
from refimpl.scripting.scripts import Scripts
from refimpl.server.cron import Cron
from refimpl.server.descriptors import most_clients
from refimpl.server.networking import Networking
from refimpl.server.table import CannotRenameError, every_command, load_commands, rename
from refimpl.server.without_effect import WITHOUT_EFFECT
from refimpl.session.access.files import AccessFileError, BadUserLineError, define, load
from refimpl.session.access.users import Users
from refimpl.session.config import InapplicableError, InvalidValueError, refuse
from refimpl.session.config_file import ConfigFileError
from refimpl.session.peers import Peers
from refimpl.session.release import OWN_VERSION, VERSION
from refimpl.session.state import Busy, ServerState
from refimpl.table import errors
from refimpl.table.config_table import Settings
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from refimpl.reactor.children import Children
    from refimpl.reactor.loop import Loop
    from refimpl.reactor.network import Listener, Network
    from refimpl.session.access.user import User
    from refimpl.session.config import Config
    from refimpl.session.config_file import Directives, UserLine
    from refimpl.session.log import Log
    from refimpl.table.command import Command


_NOMINAL_MEMORY: Final = 1 << 20
"""What the server itself is counted for in used_memory: about as much as a real one takes, so that
a maxmemory that was chosen for one works. The interpreter takes more: used_memory_rss tells."""


class CannotListenError(Exception):
    """The server can't listen anywhere, or not where it must."""


class Server:
    """A server that is ready to listen; time, network, randomness and log are given to it."""

    def __init__(
        self,
        directives: Directives,
        loop: Loop,
        network: Network,
        random: Random,
        log: Log,
        children: Children | None = None,
        io_loops: Sequence[Loop] = (),
    ) -> None:
        """`children` do what is done in the background; without any it is done at once.

        `io_loops` are for the I/O threads, one each, that read and write beside the main thread.
        """
        config = directives.config
        self.config = config
        self.loop = loop
        self.network = network
        self.log = log
        commands = load_commands()
        users = Users(every_command(commands), config)
        for renamed in directives.renamed:
            try:
                rename(commands, renamed.old, renamed.new)
            except CannotRenameError as error:
                raise ConfigFileError(renamed.line, renamed.text, str(error)) from None
        state = ServerState(config, commands, loop, random, _wrong_type)
        self.state = state
        state.log = log
        state.users = users
        state.secret_bytes = os.urandom
        state.peers = Peers(network, random)
        clock = loop.clock
        monotonic_us = clock.monotonic_us
        # The machine's own clock is read without a Python frame in between.
        monotonic_ns = getattr(clock, "monotonic_ns", None) or (lambda: monotonic_us() * 1000)
        state.moment.synchronize(monotonic_ns(), clock.wall_us())
        state.started = state.saving.last = state.moment.second
        self.pipeline = Pipeline(
            state,
            monotonic_ns,
            {"list": ListValue, "sorted_set": SortedSetValue, "stream": StreamValue},
            self._report,
        )
        self.networking = Networking(state, self.pipeline, log)
        self.rates = Rates(state)
        self.snapshots = Snapshots(state, children or InlineChildren())
        self._may_end = False
        self._cron = Cron(state, self.pipeline, self.rates, self.snapshots)
        state.save = self.snapshots.save
        state.save_in_background = self.snapshots.save_in_background
        state.stop_saving = self.snapshots.stop
        state.flushed = self.snapshots.flushed
        state.reload = self.snapshots.reload
        state.prepare_to_end = self.prepare_to_end
        state.rates = self.rates.per_second
        state.turn_rates = self.rates.turns
        state.run_nested = self.pipeline.run_nested
        state.run_queued = self.pipeline.run_queued
        runner = Runner(state, self.pipeline.run_nested, monotonic_ns)
        state.scripts = Scripts(runner)
        state.functions = Libraries(runner)
        state.busy_error = runner.busy_error
        state.give_up = self.pipeline.give_up
        state.end_pause = self.pipeline.end_pause
        state.refuse_access = partial(access.refuse, state)
        state.request_shutdown = self.request_shutdown
        state.find_command = self.pipeline.find
        state.config_changed = self.apply_config
        state.reset_rates = self.rates.reset
        state.environment.base_memory = _NOMINAL_MEMORY
        self._appliers: dict[str, Callable[[], None]] = {
            "port": lambda: self._listen_anew(other_port=True),
            "bind": lambda: self._listen_anew(other_port=False),
            "maxclients": self._reserve_descriptors,
            "dir": self._enter_directory,
        }
        config.maxclients = self._affordable_clients()
        self.apply_config(())
        self._confess(tuple(directives.given))
        self._load_users(directives.users)
        loop.before_sleep.append(self.pipeline.resume)
        loop.before_sleep.append(self._tell_changes)
        loop.before_sleep.append(self.networking.flush_all)
        loop.before_sleep.append(lambda: state.turns.end(monotonic_ns()))
        loop.after_sleep.append(lambda: self._wake(monotonic_ns()))
        self._io_threads = None
        if io_loops:
            from refimpl.server.io_threads import IOThreads

            self._io_threads = IOThreads(self.networking, io_loops)
        loop.add_timer(1, self._cron.run)

    def _load_users(self, lines: list[UserLine]) -> None:
        """Obey `requirepass`, and the lines or the file that define users.

        ConfigFileError if a line is wrong, AccessFileError if the file is.
        """
        config = self.config
        users = self.state.users
        if config.requirepass:
            users.set_default_password(config.requirepass)
        known: dict[bytes, User] = {}
        for line in lines:
            try:
                define(users, line.words, known)
            except BadUserLineError as error:
                raise ConfigFileError(line.line, line.text, str(error)) from None
        if known:
            if config.aclfile:
                raise AccessFileError(
                    b"There are users in the configuration file, and there is an ACL file: "
                    b"it can only be one of both."
                )
            known.setdefault(users.default.name, users.default.copy())
            users.replace(known)
        for user in known.values():
            if not user.enabled:
                name = user.name.decode("utf-8", "replace")
                self.log.notice(f"The user '{name}' is disabled: there is no 'on' in its rules.")
        if config.aclfile:
            load(self.state, config.aclfile, None)

    def listen(self) -> None:
        """Listen where the configuration says; CannotListenError if that fails."""
        config = self.config
        port = config.port
        reached = 0
        wants_tcp = port > 0 or not config.unixsocket
        if wants_tcp:
            for word in config.bind.split():
                optional = word.startswith(b"-")
                host = word.removeprefix(b"-").decode()
                listener = self._listen_tcp(host, port, optional)
                if listener is not None:
                    # Port 0 stands for any free one; all addresses share what the first one got.
                    port = listener.address.port
                    reached += 1
            if not config.bind and not config.unixsocket:
                self.log.warning("Configured to not listen anywhere, exiting.")
                raise CannotListenError
            if not reached and config.bind:
                self.log.warning(f"Failed listening on port {port} (tcp), aborting.")
                raise CannotListenError
        if reached:
            config.port = port
        self.state.port = port if reached else 0
        if config.unixsocket:
            self._listen_unix()

    def _listen_tcp(self, host: str, port: int, optional: bool) -> Listener | None:
        try:
            listener = self.network.listen_tcp(port, host, self.config.tcp_backlog)
        except OSError as error:
            if not optional:
                self.log.warning(
                    f"Warning: Could not create server TCP listening socket {host}:{port}: "
                    f"bind: {error.strerror}"
                )
                self.log.warning(f"Failed listening on port {port} (tcp), aborting.")
                raise CannotListenError from None
            return None
        self.networking.listen(listener)
        return listener

    def _listen_unix(self) -> None:
        path = self.config.unixsocket.decode()
        try:
            listener = self.network.listen_unix(
                path, self.config.unixsocketperm or None, self.config.tcp_backlog
            )
        except OSError as error:
            self.log.warning(f"Failed opening Unix socket: bind: {error.strerror}")
            raise CannotListenError from None
        self.networking.listen(listener)

    def _listen_anew(self, other_port: bool) -> None:
        """Move the TCP listeners to what the configuration says now; InvalidValueError if not."""
        fresh: list[Listener] = []
        port = self.config.port
        gone = [each for each in self.networking.listeners if not each.address.is_unix]
        if other_port and port == self.state.port:
            return  # back to the port that never was left
        if not other_port:
            # The same port can't be bound twice.
            self.networking.stop_listening(gone)
        try:
            for word in self.config.bind.split() if port else ():
                host = word.removeprefix(b"-").decode()
                try:
                    fresh.append(self.network.listen_tcp(port, host, self.config.tcp_backlog))
                except OSError:
                    if not word.startswith(b"-"):
                        raise
                else:
                    port = fresh[-1].address.port
            if not fresh and port and self.config.bind:
                raise OSError
        except OSError:
            for listener in fresh:
                listener.close()
            raise refuse("cannot-listen" if other_port else "cannot-bind") from None
        if other_port:
            self.networking.stop_listening(gone)
        for listener in fresh:
            self.networking.listen(listener)
        self.state.port = port

    def _reserve_descriptors(self) -> None:
        """Let the system allow as many open files as clients need; InvalidValueError if not."""
        possible = most_clients(self.config.maxclients)
        if possible < self.config.maxclients:
            raise refuse("too-many-clients", number=possible)

    def _affordable_clients(self) -> int:
        wanted = self.config.maxclients
        possible = most_clients(wanted)
        if possible < wanted:
            self.log.warning(
                f"You requested maxclients of {wanted}, but the system allows too few open files: "
                f"maxclients is {possible}."
            )
        return possible

    def _confess(self, attributes: tuple[str, ...]) -> None:
        """Say in the log what was set without any effect on this server."""
        names = sorted(set(attributes) & WITHOUT_EFFECT)
        changed = [name for name in names if getattr(self.config, name) != getattr(Settings, name)]
        if changed:
            listed = ", ".join(name.replace("_", "-") for name in changed)
            self.log.warning(f"Set, but without effect in refimpl: {listed}")

    def announce(self) -> None:
        """Say in the log where the server listens and that it is ready."""
        self.log.role = "M"
        self.log.notice(f"Running mode=standalone, port={self.state.port}.")
        self.log.notice("Server initialized")
        if self.state.port:
            self.log.notice("Ready to accept connections tcp")
        if self.config.unixsocket:
            self.log.notice("Ready to accept connections unix")

    def run(self) -> None:
        """Serve until a shutdown is asked for, and the dataset is saved where it is to be."""
        if self._io_threads is not None:
            self._io_threads.start()
        self.loop.run()
        while not self._may_end:
            words = self.config.shutdown_on_sigterm.split()
            if self.prepare_to_end("save" in words, "nosave" in words, "force" in words):
                break
            self.log.warning("Error trying to save the DB, can't exit.")
            self.loop.run()
        self.close()

    def prepare_to_end(self, save: bool, nosave: bool, force: bool) -> bool:
        """Save the dataset if that is asked for, or if there are save points; whether to end."""
        self.snapshots.stop()
        if save or (self.config.save and not nosave):
            self.log.notice("Saving the final RDB snapshot before exiting.")
            if not self.snapshots.save() and not force:
                return False
        self._may_end = True
        return True

    def load(self) -> bool:
        """Read the dataset from disk, if it is there; whether the server may start with it."""
        return self.snapshots.load()

    def request_shutdown(self) -> None:
        """End `run` after the present turn; from a command, another thread or a signal handler."""
        self.loop.stop()

    def close(self) -> None:
        """Close everything."""
        self.log.notice("User requested shutdown...")
        if self.config.unixsocket:
            self.log.notice("Removing the unix socket file.")
        self.networking.close()
        if self._io_threads is not None:
            self._io_threads.stop()
        self.state.peers.close()
        self.log.warning("Redis is now ready to exit, bye bye...")

    def _enter_directory(self) -> None:
        """Keep files there from now on, and keep to it although the process may move."""
        directory = self.config.dir
        if not os.path.isdir(directory):  # noqa: PTH112  # pathlib loads slowly
            raise refuse("no-directory")
        self.config.dir = os.path.abspath(directory)  # noqa: PTH100

    def apply_config(self, names: tuple[str, ...]) -> None:
        """Let changed parameters take effect; InapplicableError names the one that can't."""
        for name in names:
            apply = self._appliers.get(name)
            if apply is not None:
                try:
                    apply()
                except InvalidValueError as error:
                    raise InapplicableError(name, str(error)) from None
        self._confess(names)
        state = self.state
        config: Config = self.config
        limits = state.limits
        for name in limits.PARAMETERS:
            setattr(limits, name, getattr(config, name))
        threshold = config.slowlog_log_slower_than
        state.slow_log_nsec = threshold * 1000 if threshold >= 0 else _NEVER
        latency = config.latency_monitor_threshold
        state.latency_nsec = latency * 1_000_000 if latency else _NEVER
        state.slow_nsec = min(state.slow_log_nsec, state.latency_nsec)
        if state.slow_log.entries.maxlen != config.slowlog_max_len:
            state.slow_log.resize(config.slowlog_max_len)
        self.networking.output_limits = config.output_limits()
        self.networking.request_limits.proto_max_bulk_len = config.proto_max_bulk_len
        if config.maxmemory:
            state.unusual |= Busy.MEMORY_LIMIT
            if "maxmemory" in names:
                state.evict_soon()
        else:
            state.unusual &= ~Busy.MEMORY_LIMIT
            state.keyspace_statistics.end_exceeding(self.loop.clock.monotonic_us)
        state.use_access_policy()
        state.use_notifications()
        if "requirepass" in names:
            state.users.set_default_password(config.requirepass)
        self.snapshots.watch_disk()
        self.log.level = _LEVELS.index(config.loglevel)

    def _wake(self, now: int) -> None:
        self.state.moment.synchronize(now, self.loop.clock.wall_us())
        self.state.turns.begin(now)

    def _tell_changes(self) -> None:
        if self.state.tracking.prefixes:
            self.state.tracking.broadcast()

    def _report(self, command: Command, failure: Exception) -> None:
        import traceback

        text = "".join(traceback.format_exception(failure))
        self.log.warning(f"{command.name.decode()} failed: {text}")


_NEVER: Final = 1 << 63
"""More nanoseconds than anything takes."""

_LEVELS: Final = ("debug", "verbose", "notice", "warning", "nothing")


def _wrong_type() -> Exception:
    return CommandError(errors.WRONG_TYPE)


def banner(log: Log) -> None:
    """The first lines of a log."""
    pid = os.getpid()
    log.notice("oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo")
    log.notice(
        f"Redis version={VERSION}, bits=64, commit=00000000, modified=0, pid={pid}, just started"
    )
    log.notice(f"This is refimpl {OWN_VERSION}, a reference server in Python")
    log.notice("Configuration loaded")
