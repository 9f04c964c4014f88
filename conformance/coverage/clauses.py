"""The clauses that can be covered, and what kind each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spec.model.grammar import Arg, Check, Counted, Grammar, Halves, Member, Options, Repeat
from spec.model.interpret import clauses as grammar_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spec.model.command import Command
    from spec.model.grammar import Step
    from spec.model.load import Spec

COMMAND, ARITY, ARGUMENT = "command", "arity", "argument"
ARGUMENT_ERROR, VALIDATION, REPLY = "argument error", "validation", "reply"
KINDS = (COMMAND, ARITY, ARGUMENT, ARGUMENT_ERROR, VALIDATION, REPLY)

_ERRORS = frozenset(
    {"error", "range", "conflict", "short", "exact", "uneven", "missing", "repeated"}
)


def kind_of(clause: str) -> str:
    """The kind of a clause, by its id."""
    parts = clause.split("/")
    if len(parts) == 1:
        return COMMAND
    if parts[1] == "args":
        is_error = parts[-1] in _ERRORS or parts[2:] in (["unknown"], ["extra"])
        return ARGUMENT_ERROR if is_error else ARGUMENT
    return {"arity": ARITY, "validate": VALIDATION, "reply": REPLY}[parts[1]]


def clauses_of(spec: Spec, command: Command) -> list[str]:
    """Everything of one command that a call can exercise; empty for a bare container."""
    if command.subcommands:
        return []
    found = [*grammar_clauses(command), *_conversions(spec, command)]
    if any(not _is_error(branch.shape) for branch in command.reply):
        found.insert(0, command.name)  # that it was called with success
    found += [command.clause("reply", branch.id) for branch in command.reply]
    return list(dict.fromkeys(found))


def _is_error(shape: Any) -> bool:
    return isinstance(shape, dict) and "error" in shape


def clauses_within(command: Command, steps: list[Step]) -> list[str]:
    """The clauses of some steps, of which longer ids (errors of these) begin with one of them."""
    part = Grammar(steps, [])
    ids = [clause for step in part.walk() for clause in _ids(command, step)]
    return [*ids, command.clause("args", "unknown"), command.clause("args", "extra")]


def _ids(command: Command, step: Step | Member) -> list[str]:
    match step:
        case Arg() | Member():
            return [command.clause("args", step.id)]
        case Repeat():
            ids = [step.id, *(word.id for word in step.each)]
            return [command.clause("args", name) for name in ids]
        case Counted():
            ids = [step.id, step.count.id, *(word.id for word in step.each)]
            return [command.clause("args", name) for name in ids]
        case Halves():
            return [command.clause("args", part.id) for part in step.parts]
        case Options():
            return [command.clause("args", group.id) for group in step.groups]
        case Check():
            return [command.clause("validate", step.id)]
        case _:
            return []


def words_of(command: Command) -> Iterator[Arg]:
    """Every single word that the grammar takes, those in groups and in options too."""
    for step in command.grammar.walk():
        match step:
            case Arg():
                yield step
            case Repeat(each=each) | Halves(parts=each):
                yield from each
            case Counted(count=count, each=each):
                yield count
                yield from each
            case Member():
                pass


def _conversions(spec: Spec, command: Command) -> Iterator[str]:
    """The errors of words that must be of a type or within a range.

    A word that doesn't convert is no error where it only ends a list.
    """
    repeats = (step for step in command.grammar.walk() if isinstance(step, Repeat))
    fitting = [word for step in repeats if step.fitting for word in step.each]
    for word in words_of(command):
        type_ = spec.types[word.type]
        if any(word is each for each in fitting):
            continue
        if type_.reading is not None or (type_.id == "enum" and word.optional != "if-matches"):
            yield command.clause("args", word.id, "error")
        if word.range is not None:
            yield command.clause("args", word.id, "range")
