"""The generated parsers say what the interpreter says: the same values, the same errors."""

from __future__ import annotations

import random
from inspect import signature
from typing import TYPE_CHECKING, Any

import pytest

from refimpl.datatypes.limits import Limits
from refimpl.server.table import load_commands
from refimpl.table.failure import CommandError
from spec.generate.naming import attribute, is_arity_only
from spec.model import grammar
from spec.model.interpret import interpret
from spec.model.load import Spec, load

if TYPE_CHECKING:
    from spec.model.command import Command

SPEC = load()
TABLE = load_commands()
NOW = 1_700_000_000_000
CALLS = 150
PARSED = [each for each in SPEC.every_command() if not each.subcommands and not is_arity_only(each)]


def vocabulary(spec: Spec, command: Command) -> list[bytes]:
    """Words that matter to the command: its tokens, and both sides of its types' limits."""
    words = {"k", "a", "1", "0", "2"}
    for step in command.grammar.walk():
        if isinstance(step, grammar.Member):
            words |= {step.tokens[0], step.tokens[0].lower()}
        args = [step] if isinstance(step, grammar.Arg) else list(getattr(step, "each", []))
        args += [step.count] if isinstance(step, grammar.Counted) else []
        for arg in args:
            words |= set(arg.enum) | set(spec.types[arg.type].boundaries)
        if isinstance(step, grammar.Convert) and step.type is not None:
            words |= set(spec.types[step.type].boundaries)
    return sorted(word.encode("latin-1") for word in words)


def calls(command: Command) -> list[list[bytes]]:
    """Random calls that pass the arity check: half of them small numbers and tokens."""
    chooser = random.Random(command.name)
    words = vocabulary(SPEC, command)
    likely = [word for word in words if word.isalpha() or word in (b"1", b"2")]
    longest = command.minimum + 7 if command.arity < 0 else command.minimum
    start = [word.encode() for word in command.words]
    made = []
    for _ in range(CALLS):
        length = chooser.randint(command.minimum, longest) - len(start)
        pool = chooser.choice([words, likely, [*likely, *words]])
        made.append(start + [chooser.choice(pool) for _ in range(length)])
    return made


def parse(argv: list[bytes], command: Command) -> Any:
    entry = TABLE[command.words[0].lower().encode()]
    if len(command.words) == 2:
        assert entry.subcommands is not None
        entry = entry.subcommands[command.words[1].lower().encode()]
    assert entry.parse is not None
    return entry.parse(argv, NOW)


def finish(args: Any, command: Command) -> None:
    """Runs what the parser leaves for the handler to ask for."""
    for step in command.grammar.walk():
        if isinstance(step, grammar.Deferred):
            rest = getattr(args, attribute(step.id))
            given = {"limits": Limits(), "look_up": bytes}
            rest(**{name: given[name] for name in signature(rest).parameters})


def test_there_are_parsers() -> None:
    assert len(PARSED) >= 100


@pytest.mark.parametrize("command", PARSED, ids=lambda command: command.name)
def test_agrees_with_the_interpreter(command: Command) -> None:
    for argv in calls(command):
        meant = interpret(SPEC, command, argv, NOW)
        try:
            args = parse(argv, command)
            finish(args, command)
        except CommandError as error:
            assert meant.text is not None, (argv, error.reply_line)
            assert error.reply_line == f"-{meant.text}\r\n".encode("latin-1"), argv
            continue
        assert meant.error is None, (argv, meant.text)
        for name, value in meant.values.items():
            if hasattr(args, attribute(name)) and not callable(getattr(args, attribute(name))):
                got = getattr(args, attribute(name))
                assert equal(got, value), (argv, name, got, value)


def equal(got: Any, meant: Any) -> bool:
    """Equal values; bounds of ranges and long doubles have a form of their own and pass."""
    if hasattr(got, "_fields") or hasattr(got, "mantissa"):
        return True
    if isinstance(meant, list) and isinstance(got, list):
        return len(got) == len(meant) and all(map(equal, got, meant))
    return bool(got == meant)
