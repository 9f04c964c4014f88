"""What the fuzzer doesn't send, and why: calls after which the comparison could not go on.

This is about the harness (a server that ends, a connection that falls silent, gigabytes of reply),
never about replies that differ: those are the specification's to declare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spec.model.grammar import Arg, Counted
from spec.model.interpret import interpret

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conformance.fuzz.steps import Argv
    from spec.model.command import Command
    from spec.model.load import Spec

NOT_SENT = {
    "SHUTDOWN": "ends the server",
    "DEBUG": "can end or stall the server",
    "FAILOVER": "makes the server read-only",
    "REPLICAOF": "makes the server read-only",
    "SLAVEOF": "makes the server read-only",
    "SAVE": "writes to disk",
    "BGSAVE": "writes to disk",
    "BGREWRITEAOF": "writes to disk",
    "MIGRATE": "connects to other servers",
    "MODULE": "loads code",
    "SYNC": "the connection stops being one of questions and answers",
    "PSYNC": "the connection stops being one of questions and answers",
    "QUIT": "the connection ends",
    "AUTH": "changes the user of the connection",
    "ACL SETUSER": "changes what the connection may do; fuzz.access compares rules",
    "ACL DELUSER": "with SETUSER in fuzz.access",
    "ACL LOAD": "changes what the connection may do",
    "ACL SAVE": "writes to disk",
    "SCRIPT DEBUG": "refused in pipelines, which others than the fuzzer's harness don't send",
    "FUNCTION FLUSH": "now and then Redis 8.2.3 ends at it, when it frees what ran the functions",
    "REPLCONF": "to some of its options there is no reply",
    "WAIT": "waits for replicas",
    "WAITAOF": "waits for replicas",
    "CLIENT KILL": "the connection ends",
    "CLIENT PAUSE": "stalls every connection",
    "CLIENT REPLY": "the connection falls silent",
    "CLIENT UNBLOCK": "ids of connections differ from server to server",
    "PFSELFTEST": "takes a fifth of a second, always the same",
    "CONFIG SET": "what is set outlives the call; campaigns set encoding limits themselves",
    "CONFIG REWRITE": "writes to disk",
    "CONFIG RESETSTAT": "the statistics that the harness reads",
}
"""By command or subcommand; a container's reason holds for all its subcommands."""

NOT_DRAWN = {
    ("HELLO", "auth"): "while replies are pending, real servers don't answer a refused login",
    ("PFDEBUG", "simd"): "to a state that is none, real servers give two replies",
    ("XADD", "auto-id"): "an ID made of the clock would differ, and clients that wait would see it",
}
"""Options and optional arguments that are left out of calls."""

ECHOES = frozenset({"FUNCTION LIST"})
"""What they don't understand stands in real servers' errors as it came: a CR LF in it would end the
reply too early, and what follows it would be no reply."""

SENT_BEFORE: dict[str, Argv] = dict.fromkeys(
    ("SORT", "SORT_RO"), (b"HSCAN", b"absent", b"18446744073709551615")
)
"""Calls that go before some others.

Real servers that could not read a number take any number for too large when they sort next; a
cursor beyond 63 bits makes them forget it.
"""

NOT_QUEUED = frozenset({"HELLO", "RESET", "SELECT", "MULTI", "EXEC", "DISCARD", "WATCH", "CLIENT"})
"""Not put in a MULTI block: they change what the connection speaks, or end the block."""

NOW = 1_700_000_000_000
SOON = 100_000  # ms; a time to live below this could run out between two replies
LONGEST_WAIT = 2  # ms; a client that waits keeps the others waiting
_MANY = 1000
_BITS = 1 << 17
_LONG_IDLE = 50_000  # ms; nothing that is pending gets idle for so long unless a call says it is
_LARGEST_STRING = 1 << 29  # bytes; beyond this every server refuses by default

LARGE = frozenset(
    {
        *("COMMAND", "COMMAND INFO", "COMMAND DOCS", "COMMAND LIST", "CONFIG GET", "INFO"),
        *("LATENCY HISTOGRAM", "MEMORY PURGE", "MEMORY MALLOC-STATS", "PFDEBUG"),
    }
)
"""Commands that take many kilobytes or milliseconds: one costs as much as a thousand others."""

EMPTYING = frozenset({"FLUSHALL", "FLUSHDB", "SWAPDB", "SCRIPT FLUSH"})
"""Commands after which there is nothing left that others could meet with."""

OFTEN, NOW_AND_THEN, SELDOM, RARELY = 256, 32, 4, 1
"""How often commands are sent, in relation to each other."""


def reason(command: Command) -> str | None:
    """Why calls of the command are not generated; None if they are."""
    return NOT_SENT.get(command.name) or NOT_SENT.get(command.words[0])


def weight(command: Command) -> int:
    """How often the command is sent, in relation to others.

    What always refuses, or takes no words and so is always the same call, is soon known.
    """
    if command.name in LARGE:
        return RARELY
    if command.name in EMPTYING or all(each.errors for each in command.reply):
        return SELDOM
    return OFTEN if command.grammar.steps else NOW_AND_THEN


def allowed(command: Command, arg: Arg) -> Callable[[bytes], bool]:
    """Which words an argument may have, so that no single call takes gigabytes or minutes."""
    low, high = _costly(command, arg)
    if command.group == "vector_set" and arg.type == "double":
        return _has_a_square

    def may(word: bytes) -> bool:
        counts_units = word.startswith(b"#")
        try:
            number = int(word[counts_units:])
        except ValueError:
            return True
        return not (low // 64 if counts_units else low) <= number <= high

    return may


def _has_a_square(word: bytes) -> bool:
    """Whether a word is no number, or one of a vector whose distances are numbers.

    Where a distance that isn't stands among the others is open.
    """
    try:
        return abs(float(word)) < 1e18 or word.lower() == b"nan"
    except ValueError:
        return True


def _costly(command: Command, arg: Arg) -> tuple[int, int]:
    """The numbers that cost too much in this place; beyond them servers refuse."""
    if command.name.endswith(("RANDMEMBER", "RANDFIELD")) and arg.id == "count":
        # A negative count repeats members as often as it says. The least of all that others refuse
        # ends a server that has vector sets.
        return -(1 << 63) + (command.name != "VRANDMEMBER"), -_MANY
    if arg.id == "min-idle-time":
        return 1, _LONG_IDLE
    if command.name == "XAUTOCLAIM" and arg.id == "count":
        return 1 << 20, 1 << 60  # real servers make room for so many IDs, if the machine has it
    if command.group == "bitmap" and arg.id == "offset":
        return _BITS, 8 * _LARGEST_STRING - 1
    if command.group == "vector_set" and arg.id in _COSTLY_IN_VECTOR_SETS:
        return _COSTLY_IN_VECTOR_SETS[arg.id]
    if command.name == "SETRANGE" and arg.id == "offset":
        return _BITS, _LARGEST_STRING
    return 0, -1


# Real servers make room at once for so many dimensions, results or candidates, and end if there
# isn't so much. With a small FILTER-EF they give up early.
_COSTLY_IN_VECTOR_SETS = {
    "count": (1 << 20, (1 << 63) - 1),
    "ef": (1 << 20, (1 << 63) - 1),
    "reduce": (1 << 10, (1 << 63) - 1),
    "dimension": (1 << 20, (1 << 63) - 1),
    "filter-ef": (1, 200),
}


def _counts(command: Command) -> list[Arg]:
    """The arguments that are numbers, those that count others included."""
    found: list[Arg] = []
    for step in command.grammar.walk():
        arg = step.count if isinstance(step, Counted) else step
        if isinstance(arg, Arg) and arg.type == "int":
            found.append(arg)
    return found


def _is_always_harmless(command: Command) -> bool:
    """Whether no argument is a time, or a number that could cost much, or echoed."""
    return (
        command.name not in ECHOES
        and not any(
            isinstance(step, Arg) and ("deadline" in step.type or step.type.startswith("timeout"))
            for step in command.grammar.walk()
        )
        and all(_costly(command, arg) == (0, -1) for arg in _counts(command))
    )


class Guard:
    """Tells calls that would make later replies a matter of time: for words that nobody chose."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._harmless = frozenset(
            each.name for each in spec.every_command() if _is_always_harmless(each)
        )

    def harmless(self, argv: Sequence[bytes]) -> bool:
        """Whether no key will expire soon, and no client wait for long, because of the call; nor
        will its reply be none."""
        command = self._spec.lookup(list(argv))
        if command is None or command.name in self._harmless:
            return True
        if command.name in ECHOES:
            return not any(b"\n" in word or b"\r" in word for word in argv)
        outcome = interpret(self._spec, command, list(argv), NOW)
        for arg in _counts(command):
            value = outcome.values.get(arg.id)
            low, high = _costly(command, arg)
            if isinstance(value, int) and low <= value <= high:
                return False
        if outcome.error is not None:
            return True
        waits = {
            step.into or step.id
            for step in command.grammar.walk()
            if isinstance(step, Arg) and step.type.startswith("timeout")
        }
        for name, value in outcome.values.items():
            if name in waits and waits_long(value):
                return False
            if name == "min-idle-time" and 0 < value < _LONG_IDLE:
                return False
            if isinstance(value, int) and NOW < value < NOW + SOON:
                return False
        return True

    def lapses(self, argv: Sequence[bytes]) -> bool:
        """Whether a key may be there no longer at once, taken away whenever somebody looks.

        Clients that track keys are told of it twice, or once if that is in the same round of the
        server's loop.
        """
        command = self._spec.lookup(list(argv))
        if command is None or command.name in self._harmless:
            return False
        outcome = interpret(self._spec, command, list(argv), NOW)
        times = {
            step.into or step.id
            for step in command.grammar.walk()
            if isinstance(step, Arg) and "deadline" in step.type
        }
        return any(
            name in times and isinstance(value, int) and value <= NOW
            for name, value in outcome.values.items()
        )


def waits_long(timeout: int) -> bool:
    """Whether a client would be blocked for ever, or for long; in ms, also as a moment."""
    waits = timeout - NOW if timeout >= NOW else timeout
    return waits == 0 or waits > LONGEST_WAIT
