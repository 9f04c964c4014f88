"""The server's state that sessions, commands and reports share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.limits import Limits
from refimpl.keyspace.database import Database, Environment
from refimpl.keyspace.eviction import make_room
from refimpl.keyspace.frequency import FrequencyLog
from refimpl.keyspace.moment import Moment
from refimpl.keyspace.statistics import KeyspaceStatistics
from refimpl.session.access.log import AccessLog
from refimpl.session.client import Unusual
from refimpl.session.latency_monitor import LatencyMonitor
from refimpl.session.monitors import Monitors, redacted
from refimpl.session.notifications import Notifications
from refimpl.session.pubsub import Hub
from refimpl.session.saving import SaveRecord
from refimpl.session.slowlog import SlowLog
from refimpl.session.statistics import IOThreadLoad, ServerStatistics
from refimpl.session.tracking import Tracking
from refimpl.session.turns import Turns
from refimpl.session.watching import unwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from refimpl.reactor.loop import Loop
    from refimpl.session.access.users import Users
    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.session.config import Config
    from refimpl.session.log import Log
    from refimpl.session.peers import Peers
    from refimpl.session.scripting import Functions, Scripts
    from refimpl.table.command import Argv, Command


class Busy:
    """Bits of ``ServerState.unusual``. While it is 0 requests take the short way."""

    PAUSED_WRITES: Final = 1 << 0
    PAUSED_ALL: Final = 1 << 1
    MEMORY_LIMIT: Final = 1 << 2
    """maxmemory is set."""
    MONITORED: Final = 1 << 3
    SHUTTING_DOWN: Final = 1 << 4
    TRACKING_FULL: Final = 1 << 5
    """The invalidation table holds more keys than it may."""
    SCRIPT: Final = 1 << 6
    """A script has been running for so long that others are answered meanwhile: BUSY."""
    DISK_ERROR: Final = 1 << 10
    """The dataset couldn't be saved, and writes are to be refused because of that."""

    PAUSED: Final = PAUSED_WRITES | PAUSED_ALL


class ServerState:
    """One per server."""

    def __init__(
        self,
        config: Config,
        commands: dict[bytes, Command],
        loop: Loop,
        random: Random,
        wrong_type: Callable[[], Exception],
    ) -> None:
        self.config = config
        self.commands = commands
        """The table: by lower-case name; subcommands hang below their container."""
        self.loop = loop
        self.random = random
        self.limits = Limits()
        self.moment = Moment()
        self.keyspace_statistics = KeyspaceStatistics()
        self.statistics = ServerStatistics()
        self.io_threads: list[IOThreadLoad] = []
        """Of the threads beside the main one that read and write, from number 1 on."""
        self.environment = Environment(self.moment, self.keyspace_statistics, wrong_type)
        self.environment.trash.connect(loop.clock.monotonic_us, self._free_soon)
        self.databases = [Database(n, self.environment) for n in range(config.databases)]
        self.clients: dict[int, Client] = {}
        """Connected clients by id, in the order in which they came."""
        self.departed: list[Client] = []
        """Clients whose connections were closed lately."""
        self.hub = Hub()
        """Subscriptions, and the way of what is published."""
        self.tracking = Tracking(self)
        """Which client may hold which keys in a cache of its own."""
        self.monitors = Monitors(self.moment, self._monitored)
        """Who sees what all others call."""
        self.on_modified: Callable[[bytes, Client | None], None] | None = None
        """Told of each key that a command (of that client) changed, while somebody caches any."""
        self.pending_writes: list[Client] = []
        """Clients whose output is to be sent before the loop sleeps."""
        self.users: Users
        self.access_log = AccessLog()
        self.secret_bytes: Callable[[int], bytes]
        """That many random bytes which nobody can foresee."""
        self.refuse_access: Callable[[Client, Command, Argv, bytes], bytes | None]
        """The error line for a call that the client's user may not make, which is logged as one in
        that context (toplevel, multi, lua, module); None if he may."""
        self.log: Log
        self.peers: Peers
        """Connections to other servers."""
        self.unusual = 0
        """Bits of Busy."""
        self.out_of_memory = False
        """Above maxmemory although everything was tried; kept while MEMORY_LIMIT is set."""
        self.dirty = 0
        """Changes of the dataset since the last save."""
        self.on_event: Callable[[str, bytes, Database], None] | None = None
        """Told of each keyspace event while somebody wants to know."""
        self.observed = False
        """Whether somebody watches keys, caches any, or wants to know of keyspace events: the one
        thing that a change has to look at while nobody does."""
        self.scripts_may_all = False
        """Whether scripts may call what is not for scripts (DEBUG SET-DISABLE-DENY-SCRIPTS)."""
        self.cron_paused = False
        """Whether what is done regularly is not done (DEBUG PAUSE-CRON)."""
        self.notifications = Notifications(self.hub)
        self._eviction_timer: int | None = None
        self.active_expire = True
        """Whether keys expire without being accessed (DEBUG SET-ACTIVE-EXPIRE)."""
        self.started = 0
        """Seconds since the epoch."""
        self.saving = SaveRecord(0)
        """How saving the dataset went."""
        self.run_id = f"{random.getrandbits(160):040x}"
        self.replication_id = f"{random.getrandbits(160):040x}"
        self.pause_timer: int | None = None
        self.pause_end_ms = 0
        """When CLIENT PAUSE ends, milliseconds since the epoch."""
        self.slow_log = SlowLog(config.slowlog_max_len)
        self.slow_nsec = 0
        """Commands that take as long are slow: the log of slow commands or the monitor of slow
        events is to be told."""
        self.slow_log_nsec = 0
        self.latency_nsec = 0
        """What these two count as slow."""
        self.latency_monitor = LatencyMonitor()
        self.turns = Turns()
        self.port = 0
        """The TCP port listened on; 0 when there is none."""
        self.executable = ""
        self.config_file = ""
        self.supervisor = "no"
        """What started the server and watches it: systemd, upstart or no."""
        self.next_client_id = 1
        self.scripts: Scripts
        self.functions: Functions
        self.busy_error: Callable[[], bytes]
        """What is answered while a script has been running for long."""
        self.run_nested: Callable[[Call, Command, Argv], bytes]
        """Runs a queued command inside EXEC."""
        self.run_queued: Callable[[Call, Command, Argv], bytes]
        """The same, unless the client's user has lost the right to meanwhile."""
        self.give_up: Callable[[Client, bytes], None]
        """Ends a blocked client's wait with that reply."""
        self.find_command: Callable[[Argv], Command]
        """The command of a request; CommandError when it is unknown."""
        self.config_changed: Callable[[tuple[str, ...]], None]
        """Lets parameters (names) that were set take effect."""
        self.rates: Callable[[], tuple[int, float, float]]
        """Commands, bytes read and bytes written per second, lately."""
        self.turn_rates: Callable[[], tuple[int, int]]
        """Turns of the event loop per second, and microseconds per turn, lately."""
        self.reset_rates: Callable[[], None]
        self.end_pause: Callable[[], None]
        """Lets the requests that were put off by a pause go on."""
        self.save: Callable[[], bool]
        """Writes the dataset to disk; whether that succeeded."""
        self.save_in_background: Callable[[], bool]
        """Begins to do so; whether that succeeded."""
        self.stop_saving: Callable[[], None]
        """Gives up what is being saved in the background."""
        self.flushed: Callable[[], None]
        """Is told that all databases were emptied."""
        self.reload: Callable[[bool], bool]
        """Loads the dataset from disk (True: over what is there); whether that succeeded."""
        self.prepare_to_end: Callable[[bool, bool, bool], bool]
        """Saves the dataset, as save, nosave and force say; whether the server may end then."""
        self.request_shutdown: Callable[[], None]
        """Ends the server once the current turn of the loop is over."""

    def pause(self, milliseconds: int, only_writes: bool) -> None:
        """Put requests off for that long; a pause under way may only get longer and wider."""
        end = self.moment.ms + milliseconds
        if not self.unusual & Busy.PAUSED or end > self.pause_end_ms:
            self.pause_end_ms = end
            if self.pause_timer is not None:
                self.loop.remove_timer(self.pause_timer)
            self.pause_timer = self.loop.add_timer(milliseconds, self.unpause)
        self.unusual |= Busy.PAUSED_WRITES if only_writes else Busy.PAUSED_ALL

    def unpause(self) -> None:
        """End the pause and go on with what was put off."""
        self.unusual &= ~Busy.PAUSED
        if self.pause_timer is not None:
            self.loop.remove_timer(self.pause_timer)
            self.pause_timer = None
        self.end_pause()

    def listen_to_changes(self, listener: Callable[[bytes, Client | None], None] | None) -> None:
        """Let all changes of keys be told, whoever or whatever makes them; None: not any more."""
        self.on_modified = self.environment.on_modified = listener
        self.look_for_observers()

    def look_for_observers(self) -> None:
        """To be called when somebody begins or ends to watch, to cache or to listen."""
        self.observed = (
            self.on_modified is not None
            or self.on_event is not None
            or any(database.watchers for database in self.databases)
        )

    def tracking_full(self, full: bool) -> None:
        """Whether the invalidation table has become too large: requests let it shrink then."""
        if full:
            self.unusual |= Busy.TRACKING_FULL
        else:
            self.unusual &= ~Busy.TRACKING_FULL

    def _monitored(self, monitored: bool) -> None:
        if monitored:
            self.unusual |= Busy.MONITORED
        else:
            self.unusual &= ~Busy.MONITORED

    def note_slow(self, client: Client, command: Command, argv: Argv, usec: int) -> None:
        """Remember a command that took long."""
        argv = redacted(command, argv)
        self.slow_log.add(self.moment.second, usec, argv, client.address.encode(), client.name)

    def note_event(self, event: bytes, nsec: int) -> None:
        """Remember what the server did by itself, if it took long."""
        if nsec >= self.latency_nsec:
            self.latency_monitor.add(event, self.moment.second, nsec // 1_000_000)

    def discard_transaction(self, client: Client) -> None:
        """Forget what MULTI and WATCH began."""
        client.transaction = None
        client.unusual &= ~Unusual.TRANSACTION
        unwatch(client)

    def commands_processed(self) -> int:
        """How many commands ran, queued ones and subcommands too."""
        return sum(command.calls for command in self.every_command())

    def every_command(self) -> Iterator[Command]:
        """All commands and subcommands."""
        for command in self.commands.values():
            yield command
            if command.subcommands is not None:
                yield from command.subcommands.values()

    def named_command(self, name: bytes) -> Command | None:
        """The command of that name; a subcommand's is ``container|name``."""
        container, _, member = name.lower().partition(b"|")
        command = self.commands.get(container)
        if command is None or not member:
            return command
        return (command.subcommands or {}).get(member)

    def allows_protected(self, client: Client) -> bool:
        """Whether CONFIG SET may change protected parameters for this client."""
        allowed = self.config.enable_protected_configs
        return allowed == "yes" or (allowed == "local" and client.is_local())

    def reset_statistics(self) -> None:
        """Set all counters to zero."""
        self.statistics.reset()
        for load in self.io_threads:
            load.reset()
        self.keyspace_statistics.reset()
        self.environment.trash.freed = 0
        self.turns.reset()
        for command in self.every_command():
            command.reset_statistics()
        self.reset_rates()

    def make_room(self) -> bool:
        """Evict keys if there are too many, now and, if need be, later; False if none may go."""
        environment = self.environment
        room = make_room(
            self.databases,
            environment,
            self.config,
            self.random,
            self.loop.clock.monotonic_us,
        )
        if environment.evicting:
            self.evict_soon()
        return room

    def evict_soon(self) -> None:
        """Let keys be evicted although no command asks for room, until enough are gone."""
        if self._eviction_timer is None:
            self._eviction_timer = self.loop.add_timer(1, self._go_on_evicting)

    def _go_on_evicting(self) -> int | None:
        self.make_room()
        if self.environment.evicting:
            return 1
        self._eviction_timer = None
        return None

    def _free_soon(self) -> None:
        """Let what was thrown away be freed, some at each turn of the loop."""
        self.loop.add_timer(0, lambda: 0 if self.environment.trash.run() else None)

    def use_notifications(self) -> None:
        """Tell keyspace events, as notify-keyspace-events asks for them."""
        notifications = self.notifications
        heard = notifications.listen(self.config.notify_keyspace_events)
        self.on_event = self.environment.on_event = notifications.tell if heard else None
        self.look_for_observers()
        self.configure_databases()

    def configure_databases(self) -> None:
        """Let databases tell, or free, what the configuration wants."""
        for database in self.databases:
            database.configure(self.notifications.intimate, self.config.lazyfree_lazy_server_del)
        self.environment.expires_lazily = self.config.lazyfree_lazy_expire

    def frees_later(self, mode: str | None) -> bool:
        """Whether a flush is to be done in the background; None: its mode wasn't given."""
        return mode == "async" or (mode is None and self.config.lazyfree_lazy_user_flush)

    def use_access_policy(self) -> None:
        """Note access times or frequencies, as maxmemory-policy asks for."""
        config = self.config
        wants_frequency = config.maxmemory_policy.endswith("lfu")
        for database in self.databases:
            log = database.accessed
            if isinstance(log, FrequencyLog):
                log.log_factor = config.lfu_log_factor
                log.decay_minutes = config.lfu_decay_time
            if isinstance(log, FrequencyLog) == wants_frequency:
                continue
            if wants_frequency:
                database.accessed = FrequencyLog(
                    self.random, config.lfu_log_factor, config.lfu_decay_time
                )
            else:
                database.accessed = dict.fromkeys(database.values, self.moment.second)
            database.touching = database.accessed
