"""The observer of tests' connections: is this reply one that the spec allows to this call?

For each call the spec's interpreter says what it asks for. If it says that the call is refused, the
reply must be exactly that error. Otherwise the reply must fit a reply branch that is open for these
arguments, or be an error that comes after parsing: a wrong type, or a word that is converted late.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conformance.blame import Difference
from conformance.checks.gates import is_gate
from conformance.compare.errors import ErrorBook
from conformance.compare.mismatch import Context, describe
from conformance.compare.shape import misfit
from conformance.compare.text import to_bytes
from conformance.coverage.clauses import clauses_within
from conformance.wire.render import render, render_command
from conformance.wire.values import Array, Simple, Value, error_line
from spec.model.grammar import Arg, Check, Convert, Deferred
from spec.model.interpret import Outcome, interpret

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.coverage.measure import Coverage
    from conformance.wire.client import Client
    from conformance.wire.exchange import Exchange
    from spec.model.command import Branch, Command
    from spec.model.load import Spec

AT_ONCE_IN_MULTI = frozenset({"EXEC", "DISCARD", "MULTI", "WATCH", "QUIT", "RESET"})
_PLACEHOLDER = re.compile(rb"\\\{\w+\\\}")


@dataclass
class _Transaction:
    """What a connection has queued; a call that the spec doesn't know is None."""

    queue: list[tuple[bytes, ...]] = field(default_factory=list)


class Checker:
    """Checks replies, records what they covered. One for each server."""

    def __init__(self, spec: Spec, coverage: Coverage | None) -> None:
        self._spec = spec
        self._book = ErrorBook(spec)
        self._coverage = coverage

    def observe(self, client: Client, exchange: Exchange, value: Value) -> None:
        """Raises Difference if the reply is none that the spec allows."""
        argv = exchange.argv
        if not argv:
            return
        name = argv[0].decode("latin1").upper()
        transaction = client.context.get("transaction")
        if isinstance(transaction, _Transaction):
            self._inside(client, transaction, name, exchange, value)
            return
        self._check(argv, value, client.protocol, exchange)
        if name == "MULTI" and value == Simple(b"OK"):
            client.context["transaction"] = _Transaction()

    # -- transactions -------------------------------------------------------------------------

    def _inside(
        self,
        client: Client,
        transaction: _Transaction,
        name: str,
        exchange: Exchange,
        value: Value,
    ) -> None:
        argv = exchange.argv
        assert argv is not None
        if name not in AT_ONCE_IN_MULTI:
            if value == Simple(b"QUEUED"):
                transaction.queue.append(argv)
            elif error_line(value) is None:
                self._fail(exchange, 'simple "QUEUED"', value, "the client is in a transaction")
            return
        line = error_line(value)
        if name in ("EXEC", "DISCARD", "RESET") and (line is None or line.startswith(b"EXECABORT")):
            client.context.pop("transaction", None)
        if name == "EXEC" and isinstance(value, Array):
            self._results(transaction, client.protocol, exchange, value)
        else:
            self._check(argv, value, client.protocol, exchange)

    def _results(
        self, transaction: _Transaction, protocol: int, exchange: Exchange, value: Array
    ) -> None:
        if len(value.items) != len(transaction.queue):
            wanted = f"{len(transaction.queue)} replies"
            self._fail(exchange, wanted, value, "EXEC answers every queued command")
        assert exchange.argv is not None
        self._check(exchange.argv, value, protocol, exchange)
        for argv, item in zip(transaction.queue, value.items, strict=True):
            self._check(argv, item, protocol, exchange)

    # -- one call -----------------------------------------------------------------------------

    def _check(
        self, argv: tuple[bytes, ...], value: Value, protocol: int, exchange: Exchange
    ) -> None:
        command = self._spec.lookup(list(argv))
        if command is None or command.subcommands:
            return
        outcome = interpret(self._spec, command, list(argv), int(time.time() * 1000))
        context = Context(protocol, self._book, command, argv)
        line = error_line(value)
        if line is not None and is_gate(line):
            return
        hit: list[str] = []
        if line is not None:
            hit = self._error(outcome, line, context, exchange, value)
        elif outcome.error is not None and not _is_deferred(outcome):
            note = f"the call is refused by {outcome.touched[-1]}"
            self._fail(exchange, f'error "{refusal(outcome)}"', value, note, argv)
        else:
            hit = self._success(outcome, value, context, exchange)
        if self._coverage is not None:
            self._coverage.record(command, outcome.touched + hit, protocol, ok=line is None)

    def _error(
        self, outcome: Outcome, line: bytes, context: Context, exchange: Exchange, value: Value
    ) -> list[str]:
        """Check an error reply; gives the clauses that it covers."""
        if outcome.error is not None:
            wanted = refusal(outcome)
            if not _matches(wanted, line) and not self._comes_before(outcome, line, context):
                note = f"the call is refused by {outcome.touched[-1]}"
                self._fail(exchange, f'error "{wanted}"', value, note, context.argv)
            return []
        command = outcome.command
        hit = [
            command.clause("reply", branch.id)
            for branch in command.reply
            if outcome.holds(branch.when) and self._error_of(branch, context, line)
        ]
        hit += [
            clause
            for clause, error_id in self._implied(outcome)
            if self._book.is_line(line, error_id, command, context.argv)
        ]
        if hit:
            return hit
        expected = f"what {command.name}/reply allows: {self._open(outcome)}"
        self._fail(exchange, expected, value, "no reply branch has this error", context.argv)
        return []

    def _comes_before(self, outcome: Outcome, line: bytes, context: Context) -> bool:
        """Whether the error is one of what is looked at before these arguments.

        That is the key, and the words that are converted after it and before them.
        """
        if not _is_deferred(outcome):
            return False
        return any(
            self._book.is_line(line, error_id, outcome.command, context.argv)
            for _, error_id in self._implied(outcome)
        ) or any(self._error_of(branch, context, line) for branch in outcome.command.reply)

    def _error_of(self, branch: Branch, context: Context, line: bytes) -> bool:
        return any(
            self._book.is_line(line, error_id, context.command, context.argv)
            for error_id in branch.errors
        )

    def _implied(self, outcome: Outcome) -> Iterator[tuple[str, str]]:
        """Errors that come after parsing without a branch of their own, with their clauses."""
        command = outcome.command
        if command.getkeys or command.keys:
            yield command.clause("wrong-type"), "wrong-type"
        if not outcome.late:
            return
        for step in command.grammar.walk():
            if isinstance(step, Arg) and step.id in outcome.late:
                type_ = self._spec.types[step.type]
                for error_id in (step.error, type_.error, *type_.raises):
                    if error_id is not None:
                        yield command.clause("args", step.id, "error"), error_id
                if step.out_of_range is not None:
                    yield command.clause("args", step.id, "range"), step.out_of_range
            elif isinstance(step, Check):
                yield command.clause("validate", step.id), step.error

    def _success(
        self, outcome: Outcome, value: Value, context: Context, exchange: Exchange
    ) -> list[str]:
        """Check a reply that is no error; gives the branches that it fits."""
        command = outcome.command
        fitting = []
        nearest = None
        for branch in command.reply:
            if not outcome.holds(branch.when):
                continue
            bad = misfit(branch.shape, value, context)
            if bad is None:
                fitting.append(branch)
            elif nearest is None or len(bad.where) > len(nearest.where):
                nearest = bad
        if not fitting and command.reply:
            note = "no reply branch that is open for this call fits"
            if nearest is not None and nearest.where:
                note += f"; at {nearest.where}: {nearest.received} is no {nearest.expected}"
            self._fail(exchange, self._open(outcome), value, note, context.argv)
        if fitting:
            exchange.rule = fitting[0].compare
            if exchange.rule == "approximate":
                exchange.tolerance = float(fitting[0].raw["approximate"])
        return [command.clause("reply", branch.id) for branch in fitting]

    def _open(self, outcome: Outcome) -> str:
        """The branches that are open for the call, for a failure."""
        shown = [
            f"{branch.id}: {describe(branch.shape)}"
            for branch in outcome.command.reply
            if outcome.holds(branch.when)
        ]
        return "one of " + "; ".join(shown) if shown else "no branch at all"

    def _fail(
        self,
        exchange: Exchange,
        expected: str,
        value: Value,
        note: str,
        argv: tuple[bytes, ...] | None = None,
    ) -> None:
        exchange.expected, exchange.verdict = expected, note
        sent = render_command(argv) if argv is not None else exchange.sent_text()
        raise Difference(sent=sent, expected=expected, received=render(value), note=note)


def refusal(outcome: Outcome) -> str:
    """The whole line of the error that the spec's interpreter says a call gets.

    EXEC that is refused itself ends the transaction, and says so.
    """
    assert outcome.text is not None
    if outcome.command.name == "EXEC":
        reason = outcome.text.removeprefix("ERR ")
        return f"EXECABORT Transaction discarded because of: {reason}"
    return outcome.text


def _is_deferred(outcome: Outcome) -> bool:
    """Whether the step that refused the call runs only once the key has been looked at."""
    return any(
        outcome.touched[-1].startswith(clause)
        for step in outcome.command.grammar.steps
        if isinstance(step, Deferred)
        for clause in _clauses_deferred(outcome.command, step)
    )


def _clauses_deferred(command: Command, step: Deferred) -> list[str]:
    """The clauses of deferred steps, with those of the words that they convert."""
    converted = [
        command.clause("args", name)
        for inner in step.steps
        if isinstance(inner, Convert)
        for name in inner.ids
    ]
    return [*clauses_within(command, step.steps), *converted]


def _matches(text: str, line: bytes) -> bool:
    """Whether the line is the text; placeholders that are left stand for anything."""
    wanted = to_bytes(text).rstrip(b"\r\n").replace(b"\r", b" ").replace(b"\n", b" ")
    if b"{" not in wanted:
        return wanted == line
    return re.fullmatch(_PLACEHOLDER.sub(b".*", re.escape(wanted)), line) is not None
