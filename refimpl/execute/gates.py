"""What may refuse or postpone a command before it runs, in the order of spec/behaviour/gates.yaml.

Only requests that are not plain come here: the short way through the pipeline has made sure that
the command is known, its arity right, and that nothing about client or server is unusual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from refimpl.execute.access import refuse
from refimpl.session.client import Unusual
from refimpl.session.state import Busy
from refimpl.table import errors
from refimpl.table.command import Flag

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.client import Client
    from refimpl.session.state import ServerState
    from refimpl.table.command import Argv, Command

Gate: TypeAlias = "Callable[[ServerState, Client, Command, Argv], bytes | None]"
"""Returns the error line that refuses the command, or None to let it through."""

_MOST_NAME = 128
_MOST_ARGS = 128

POSTPONE = b""
"""Instead of an error line: the request waits, it is neither answered nor executed now."""


def unknown_command(argv: Argv) -> bytes:
    """The reply to a command nobody knows, with the beginning of its arguments."""
    shown = b""
    for word in argv[1:]:
        if len(shown) >= _MOST_ARGS:
            break
        shown += b"'" + word[: _MOST_ARGS - len(shown)] + b"' "
    return _one_line(errors.unknown_command(argv[0][:_MOST_NAME], shown))


def unknown_subcommand(container: Command, word: bytes) -> bytes:
    """The reply to a subcommand that the container doesn't have."""
    return _one_line(errors.unknown_subcommand(word[:_MOST_NAME], container.name.upper()))


def _one_line(line: bytes) -> bytes:
    return line[:-2].replace(b"\r", b" ").replace(b"\n", b" ") + b"\r\n"


def wrong_arity(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """The number of arguments must suit the command."""
    if command.least_args <= len(argv) <= command.most_args:
        return None
    return errors.wrong_arity(command.name)


def protected(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """DEBUG and MODULE are for those whom the configuration allows them."""
    if not command.flags & Flag.PROTECTED:
        return None
    name = command.name.partition(b"|")[0]
    config = server.config
    allowed = config.enable_debug_command if name == b"debug" else config.enable_module_command
    if allowed == "yes" or (allowed == "local" and client.is_local()):
        return None
    return errors.protected_command(name.upper(), b"enable-" + name + b"-command")


def authentication(
    server: ServerState, client: Client, command: Command, argv: Argv
) -> bytes | None:
    """Who hasn't authenticated may only do so, or leave, while there is a password."""
    if (
        client.unusual & Unusual.UNAUTHENTICATED
        and not command.flags & Flag.NO_AUTH
        and server.users.default_needs_login
    ):
        return errors.NOAUTH
    return None


def no_transaction(
    server: ServerState, client: Client, command: Command, argv: Argv
) -> bytes | None:
    """Some commands can't be part of a transaction."""
    if client.unusual & Unusual.TRANSACTION and command.flags & Flag.NO_MULTI:
        return errors.NOT_IN_TRANSACTION
    return None


def access(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """The user must be allowed the command, its keys and its channels."""
    if not client.unusual & Unusual.RESTRICTED:
        return None
    context = b"toplevel" if client.transaction is None else b"multi"
    return refuse(server, client, command, argv, context)


def memory(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """Above maxmemory keys are evicted; commands that need memory are refused if that fails."""
    if not server.unusual & Busy.MEMORY_LIMIT:
        return None
    clock = server.loop.clock
    started = clock.monotonic_us() if server.config.latency_monitor_threshold else None
    server.out_of_memory = not server.make_room()
    if started is not None:
        server.note_event(b"eviction-cycle", (clock.monotonic_us() - started) * 1000)
    if not server.out_of_memory:
        return None
    denies = command.flags & Flag.DENYOOM
    if client.transaction is not None and command.name == b"exec":
        denies = client.transaction.denies_oom
    return errors.OUT_OF_MEMORY if denies else None


def disk(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """What can't be saved is not to grow: writes are refused, and PING, that monitors notice."""
    if not server.unusual & Busy.DISK_ERROR:
        return None
    writes = bool(command.flags & Flag.WRITE)
    if client.transaction is not None and command.name == b"exec":
        writes = any(queued.flags & Flag.WRITE for queued, _ in client.transaction.queue)
    return errors.MISCONF if writes or command.name == b"ping" else None


def subscriber(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """In RESP2 a subscribed connection is for messages only."""
    if (
        client.unusual & Unusual.SUBSCRIBED
        and client.wire.version == 2
        and command.name not in _SUBSCRIBER_COMMANDS
    ):
        return errors.only_subscriber_commands(command.name)
    return None


_SUBSCRIBER_COMMANDS = frozenset(
    (
        b"ping",
        b"subscribe",
        b"ssubscribe",
        b"psubscribe",
        b"unsubscribe",
        b"sunsubscribe",
        b"punsubscribe",
        b"quit",
        b"reset",
    )
)


def busy(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """While a script has been running for long, only what may end it is executed."""
    if not server.unusual & Busy.SCRIPT:
        return None
    if command.name == b"shutdown":
        ends = len(argv) == 2 and argv[1].lower() == b"nosave"
        return None if ends else server.busy_error()
    return None if command.flags & Flag.ALLOW_BUSY else server.busy_error()


def monitor(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """Who sees all requests is treated as a replica is: keys are not its business."""
    if client.unusual & Unusual.MONITOR and command.flags & (
        Flag.READONLY | Flag.WRITE | Flag.MAY_REPLICATE
    ):
        return errors.REPLICA_WITHOUT_KEYSPACE
    return None


def paused(server: ServerState, client: Client, command: Command, argv: Argv) -> bytes | None:
    """CLIENT PAUSE lets requests wait: all of them, or those that may write."""
    if not server.unusual & Busy.PAUSED:
        return None
    if server.unusual & Busy.PAUSED_ALL:
        return POSTPONE
    writes = command.flags & (Flag.WRITE | Flag.MAY_REPLICATE)
    if client.transaction is not None and command.name == b"exec":
        writes = client.transaction.writes
    return POSTPONE if writes else None


GATES: tuple[tuple[str, Gate], ...] = (
    ("arity", wrong_arity),
    ("protected", protected),
    ("authentication", authentication),
    ("no-transaction", no_transaction),
    ("access", access),
    ("memory", memory),
    ("disk", disk),
    ("subscriber", subscriber),
    ("busy", busy),
    ("monitor", monitor),
    ("paused", paused),
)
"""By the ids of spec/behaviour/gates.yaml, whose first (the look-up) and last (queueing in a
transaction) are the pipeline's own."""
