"""One entry of the command table: what is known of a command before it runs, and its statistics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

Argv: TypeAlias = list[bytes]
"""A request: the command's name as the client wrote it, then its arguments."""

KeyPosition: TypeAlias = tuple[int, int]
"""Index of a key in the request, and what is done with it (bits of KeyFlag)."""

Parser: TypeAlias = Callable[..., Any]
"""Takes the request and the present (milliseconds since the epoch); raises CommandError. Where the
command ``wants_all_keys``, also whether the user may read every key."""

KeyExtractor: TypeAlias = Callable[[Argv], list[KeyPosition]]
Handler: TypeAlias = Callable[..., bytes]


class Flag:
    """Bits of ``Command.flags``: the flags COMMAND INFO shows, in its order, and some it hides."""

    WRITE: Final = 1 << 0
    READONLY: Final = 1 << 1
    DENYOOM: Final = 1 << 2
    MODULE: Final = 1 << 3
    ADMIN: Final = 1 << 4
    PUBSUB: Final = 1 << 5
    NOSCRIPT: Final = 1 << 6
    BLOCKING: Final = 1 << 7
    LOADING: Final = 1 << 8
    STALE: Final = 1 << 9
    SKIP_MONITOR: Final = 1 << 10
    SKIP_SLOWLOG: Final = 1 << 11
    ASKING: Final = 1 << 12
    FAST: Final = 1 << 13
    NO_AUTH: Final = 1 << 14
    MAY_REPLICATE: Final = 1 << 15
    """Is told to replicas although it writes no key (PUBLISH); COMMAND INFO doesn't show it."""
    NO_MANDATORY_KEYS: Final = 1 << 16
    PROTECTED: Final = 1 << 17
    """For those only whom the configuration allows it (DEBUG); COMMAND INFO doesn't show it."""
    NO_ASYNC_LOADING: Final = 1 << 18
    NO_MULTI: Final = 1 << 19
    MOVABLEKEYS: Final = 1 << 20
    ALLOW_BUSY: Final = 1 << 21

    IN_TRANSACTION: Final = 1 << 24
    """Runs at once inside MULTI instead of being queued: EXEC, DISCARD, WATCH, QUIT…"""


class KeyFlag:
    """What a command does with a key: bits as COMMAND GETKEYSANDFLAGS names them."""

    RO: Final = 1 << 0
    RW: Final = 1 << 1
    OW: Final = 1 << 2
    RM: Final = 1 << 3
    ACCESS: Final = 1 << 4
    UPDATE: Final = 1 << 5
    INSERT: Final = 1 << 6
    DELETE: Final = 1 << 7
    NOT_KEY: Final = 1 << 8
    INCOMPLETE: Final = 1 << 9
    VARIABLE_FLAGS: Final = 1 << 10


CATEGORIES: Final = (
    *(b"keyspace", b"read", b"write", b"set", b"sortedset", b"list", b"hash", b"string"),
    *(b"bitmap", b"hyperloglog", b"geo", b"stream", b"pubsub", b"admin", b"fast", b"slow"),
    *(b"blocking", b"dangerous", b"connection", b"transaction", b"scripting"),
)
"""ACL categories, in the order of ACL CAT and of the bits of ``Command.categories``."""


class Channels(NamedTuple):
    """Which words of a request name channels."""

    first: int
    last: int
    """Negative: from the end."""
    patterns: bool
    """They are patterns of channels."""

    def indices(self, argc: int) -> range:
        """The places of the channels in a request of that many words."""
        return range(self.first, (self.last if self.last >= 0 else argc + self.last) + 1)


def no_handler(*_: object) -> bytes:
    """Stand in for the handler of a container: only its subcommands run."""
    raise LookupError("this command has no handler")


class Command:
    """A command or subcommand.

    ``name`` is lower case, a subcommand's is ``container|name``; upper case in the commands of a
    module, whose name is ``module``. ``arity`` counts the name (and the subcommand's name);
    negative means "at least". ``parse`` makes the handler's argument from the request; None hands
    it the request itself. The server puts it and ``handler`` in place (``parser`` is the name that
    the generated function has) when the first command of the ``group`` is called: what is in
    ``parse`` until then does so, hence ``handler`` must not be read before. ``keys`` finds the
    keys, None when it takes none. ``categories`` are bits in the order of CATEGORIES.
    ``wants_all_keys``: what it reads can't be told from the request, and some of it is only for
    users who may read every key.
    """

    __slots__ = (
        "arity",
        "calls",
        "categories",
        "channels",
        "failed_calls",
        "flags",
        "group",
        "handler",
        "keys",
        "latencies",
        "least_args",
        "module",
        "most_args",
        "name",
        "nsec",
        "parse",
        "parser",
        "rejected_calls",
        "short",
        "short_words",
        "slow_latencies",
        "subcommands",
        "wants_all_keys",
    )

    def __init__(
        self,
        name: bytes,
        arity: int,
        flags: int = 0,
        *,
        group: str = "generic",
        module: bytes | None = None,
        categories: int = 0,
        parser: str | None = None,
        keys: KeyExtractor | None = None,
        channels: Channels | None = None,
        wants_all_keys: bool = False,
        subcommands: dict[bytes, Command] | None = None,
        handler: Handler = no_handler,
    ) -> None:
        self.name = name
        self.arity = arity
        self.flags = flags
        self.group = group
        self.module = module
        self.categories = categories
        self.parser = parser
        self.parse: Parser | None = None
        self.keys = keys
        self.channels = channels
        self.wants_all_keys = wants_all_keys
        self.subcommands = subcommands
        self.handler = handler
        self.short: Handler = no_handler
        """The handler of requests of ``short_words`` words, which it is given unparsed."""
        self.short_words = 0
        self.least_args = abs(arity)
        # One comparison chain tells a wrong number of arguments, whatever the arity's sign.
        self.most_args = arity if arity > 0 else 1 << 31
        self.reset_statistics()

    def reset_statistics(self) -> None:
        """Forget calls, times and failures, as CONFIG RESETSTAT does."""
        self.calls = 0
        self.nsec = 0
        self.rejected_calls = 0
        self.failed_calls = 0
        self.latencies: list[int] = []
        """How many calls took 0, 1, 2… microseconds; empty before the first."""
        self.slow_latencies: list[int] = []
        """How many calls took longer than that, by the bit length of their microseconds."""

    @property
    def usec(self) -> int:
        """Microseconds spent in the command so far."""
        return self.nsec // 1000


def _named_bits(bits: type, order: tuple[str, ...]) -> tuple[tuple[int, bytes], ...]:
    return tuple((getattr(bits, name.upper()), name.encode()) for name in order)


FLAG_NAMES: Final = _named_bits(
    Flag,
    (
        "write",
        "readonly",
        "denyoom",
        "module",
        "admin",
        "pubsub",
        "noscript",
        "blocking",
        "loading",
        "stale",
        "skip_monitor",
        "skip_slowlog",
        "asking",
        "fast",
        "no_auth",
        "no_mandatory_keys",
        "no_async_loading",
        "no_multi",
        "movablekeys",
        "allow_busy",
    ),
)
"""The flags that COMMAND INFO shows, in its order."""

KEY_FLAG_NAMES: Final = tuple(
    (bit, name if bit > KeyFlag.RM else name.upper())
    for bit, name in _named_bits(
        KeyFlag,
        (
            "ro",
            "rw",
            "ow",
            "rm",
            "access",
            "update",
            "insert",
            "delete",
            "not_key",
            "incomplete",
            "variable_flags",
        ),
    )
)
"""What COMMAND GETKEYSANDFLAGS calls the ways a key is used, in its order."""
