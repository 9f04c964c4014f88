"""Every option before and after every other, and twice: who excludes whom, in either order.

The second word of a pair is sent in the other letter case.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.compare.text import to_bytes
from conformance.from_spec.calls import CallMaker, Wish
from conformance.from_spec.common import commands_of, may_run, refill
from conformance.from_spec.parametrize import cases_from
from spec.model.grammar import Arg, Member

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command

UNITS = ("m", "km", "ft", "mi")


def pair_cases(run: Run) -> list[Case]:
    """A case for each option of a command: with every option behind it, itself included."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        options = [step.id for step in command.grammar.walk() if isinstance(step, Member)]
        if not may_run(command) or "blocking" in command.flags:
            continue
        maker = CallMaker(spec, command)
        words = _fixed_words(command)
        for first in dict.fromkeys(options):
            clause = command.clause("args", first, "pairs")
            if not run.wants(clause):
                continue
            calls = []
            for second, case in product(dict.fromkeys(options), maker.cases):
                argv = maker.build(Wish(include=(first, second), case=case))
                argv = _other_case(argv, words)
                if argv not in calls:
                    calls.append(argv)
            refused = [maker.interpret(argv).error is not None for argv in calls]
            cases.append(
                Case(
                    clause=clause,
                    kind="conflict" if any(refused) else "argument",
                    error_case=any(refused),
                    command=command.name,
                    group=command.group,
                    commands=(command.full_name,),
                    body=calls,
                )
            )
    return cases


def _fixed_words(command: Command) -> frozenset[bytes]:
    """The tokens and the choices that the command's grammar names, without units of length.

    Those are known in lower case only by old releases, which the spec doesn't say.
    """
    words: list[str] = []
    for step in command.grammar.walk():
        if isinstance(step, Member):
            words += step.tokens
        elif isinstance(step, Arg):
            words += [word for word in step.enum if word not in UNITS]
    return frozenset(to_bytes(word).upper() for word in words)


def _other_case(argv: list[bytes], words: frozenset[bytes]) -> list[bytes]:
    """The call with every second fixed word in the other letter case."""
    changed, count = [], 0
    for position, word in enumerate(argv):
        if position and word.upper() in words:
            count += 1
            word = word.swapcase() if not count % 2 else word
        changed.append(word)
    return changed


@cases_from(pair_cases)
def test_option_pairs(case: Case, arena: Arena) -> None:
    """Each call is answered as the spec allows, which the check that all replies pass tells."""
    for argv in case.body:
        command = arena.spec.lookup(argv)
        assert command is not None
        refill(arena, command, argv)
        arena.at(b" ".join(argv).decode("latin1"))
        arena.call(*argv)
