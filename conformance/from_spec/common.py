"""What the makers of cases share: commands in scope, and values of each type."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from conformance.from_spec.key_positions import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from conformance.arena import Arena
    from conformance.wire.values import Value
    from spec.model.command import Command
    from spec.model.load import Spec

TYPES = ("string", "list", "set", "hash", "zset", "stream", "vectorset")
OTHERS = {"hyperloglog": ("hyperloglog",)}
"""By group of commands, what their keys may hold beyond that: strings of a certain form."""

# A key of each type that most valid calls find something in: members, fields and elements are
# `v`, the word that made-up calls use, and so is the stream's group; the string is a number.
MAKE: dict[str, tuple[tuple[bytes, ...], ...]] = {
    "string": ((b"SET", b"{key}", b"10"),),
    "list": ((b"RPUSH", b"{key}", b"v", b"w", b"1", b"10"),),
    "set": ((b"SADD", b"{key}", b"v", b"w", b"1"),),
    "hash": ((b"HSET", b"{key}", b"v", b"10", b"w", b"1"),),
    "zset": ((b"ZADD", b"{key}", b"1", b"v", b"2", b"w", b"3", b"1"),),
    "stream": (
        (b"XADD", b"{key}", b"0-1", b"v", b"10"),
        (b"XGROUP", b"CREATE", b"{key}", b"v", b"0"),
    ),
    "vectorset": ((b"VADD", b"{key}", b"VALUES", b"1", b"1", b"v"),),
    "hyperloglog": ((b"PFADD", b"{key}", b"v", b"w"),),
}
MAKER_COMMANDS = {"stream": ("xadd", "xgroup"), "vectorset": ("vadd",)}

HOME = {
    "string": "string",
    "bitmap": "string",
    "hyperloglog": "hyperloglog",
    "list": "list",
    "set": "set",
    "hash": "hash",
    "sorted_set": "zset",
    "geo": "zset",
    "stream": "stream",
    "vector_set": "vectorset",
    "generic": "string",
}
DATA_GROUPS = frozenset(HOME)

# Commands that a made-up call must not run: they wait, reach for other servers or end something.
NEVER_RUN = frozenset({"MIGRATE", "WAIT", "WAITAOF", "SHUTDOWN", "RESTORE-ASKING"})
# Commands outside the data groups that only tell something, or change nothing that lasts.
HARMLESS = (
    "CLIENT GETNAME",
    "CLIENT GETREDIR",
    "CLIENT ID",
    "CLIENT INFO",
    "CLIENT LIST",
    "CLIENT NO-EVICT",
    "CLIENT NO-TOUCH",
    "CLIENT SETINFO",
    "CLIENT SETNAME",
    "CLIENT TRACKINGINFO",
    "CLIENT UNBLOCK",
    "CLIENT UNPAUSE",
    "COMMAND",
    "CONFIG GET",
    "DBSIZE",
    "ECHO",
    "FLUSHALL",
    "FLUSHDB",
    "INFO",
    "LASTSAVE",
    "LATENCY",
    "LOLWUT",
    "MEMORY",
    "MODULE LIST",
    "PING",
    "ROLE",
    "SELECT",
    "SLOWLOG",
    "SWAPDB",
    "TIME",
)


def may_run(command: Command) -> bool:
    """Whether a made-up call of the command can be run without harm."""
    if command.name in NEVER_RUN:
        return False
    if command.group in DATA_GROUPS or command.name.endswith(" HELP"):
        return True
    return any(command.name == one or command.name.startswith(one + " ") for one in HARMLESS)


def home_type(command: Command) -> str | None:
    """The type that the command's keys have where it matters, None outside the data groups."""
    if command.name in ("SORT", "SORT_RO"):
        return "list"
    return HOME.get(command.group)


def commands_of(spec: Spec) -> list[Command]:
    """Every command and subcommand that can be called itself."""
    return [command for command in spec.every_command() if not command.subcommands]


_FUNCTION = (
    b"#!lua name=made_up\nredis.register_function"
    b"{function_name='v', callback=function() return 1 end, flags={'no-writes'}}"
)


@contextmanager
def furnished(arena: Arena, command: Command) -> Iterator[None]:
    """Let there be what a made-up call needs beside keys: the function that FCALL calls."""
    if command.name not in ("FCALL", "FCALL_RO"):
        yield
        return
    arena.control.call(b"FUNCTION", b"LOAD", b"REPLACE", _FUNCTION)
    try:
        yield
    finally:
        arena.control.call(b"FUNCTION", b"DELETE", b"made_up")


def put(arena: Arena, *made: tuple[str, bytes], then: Sequence[bytes] = ()) -> Value | None:
    """Make each key, which stands behind it, a value of that type; the reply to `then`.

    By the control connection, so that the log is the case's; in one go.
    """
    replies = arena.control.pipeline([*_making(made), *([then] if then else [])])
    return replies[-1] if then else None


def put_home(arena: Arena, command: Command, argv: list[bytes]) -> None:
    """Make each key of the call a value of the type that the command is for."""
    put(arena, *_at_home(arena, command, argv))


def refill(arena: Arena, command: Command, argv: list[bytes]) -> None:
    """The same in a keyspace without any other key."""
    made = _at_home(arena, command, argv)
    arena.control.pipeline([arena.server.flushing, *_making(made)])


def _at_home(arena: Arena, command: Command, argv: list[bytes]) -> list[tuple[str, bytes]]:
    kind = home_type(command)
    if kind is None:
        return []
    return [(kind, argv[key.position]) for key in keys_of(arena.spec, command, argv)]


def _making(made: Iterable[tuple[str, bytes]]) -> list[list[bytes]]:
    return [
        [key if word == b"{key}" else word for word in words]
        for kind, key in made
        for words in MAKE[kind]
    ]
