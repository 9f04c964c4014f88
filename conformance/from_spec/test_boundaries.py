"""Every argument that is converted, with every word on the limits of its type that it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.coverage.clauses import words_of
from conformance.from_spec.calls import CallMaker, Wish
from conformance.from_spec.common import commands_of, furnished, put_home
from conformance.from_spec.parametrize import cases_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.grammar import Arg


def boundary_cases(run: Run) -> list[Case]:
    """A case for each argument with at least two words that are refused at once."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        maker = CallMaker(spec, command)
        arguments = {arg.id: arg for arg in words_of(command) if arg.type != "enum"}
        for arg in arguments.values():
            clause = command.clause("args", arg.id, "boundaries")
            if not run.wants(clause):
                continue
            calls = list(_refused(maker, arg))
            if len(calls) > 1:
                cases.append(
                    Case(
                        clause=clause,
                        kind="boundary",
                        error_case=True,
                        command=command.name,
                        group=command.group,
                        commands=(command.full_name,),
                        body=calls,
                    )
                )
    return cases


def _refused(maker: CallMaker, arg: Arg) -> Iterator[list[bytes]]:
    """Calls that are valid but for the argument's word."""
    plain: Wish | None = None
    for wish in maker.wishes_for(arg.id):
        outcome = maker.interpret(maker.build(wish))
        given = maker.command.clause("args", arg.id) in outcome.touched
        if outcome.error is None and (given or _in_group(maker, arg)):
            plain = wish
            break
    if plain is None:
        return
    for word in (*maker.bad_words(arg), *maker.outside_words(arg)):
        plain.words[arg.id] = word
        argv = maker.build(plain)
        if word in argv and maker.interpret(argv).error is not None:
            yield argv


def _in_group(maker: CallMaker, arg: Arg) -> bool:
    """Whether the word belongs to a repeated group, whose words are not told apart by clauses."""
    return any(
        any(part is arg for part in getattr(step, "each", ()))
        for step in maker.command.grammar.walk()
    )


@cases_from(boundary_cases)
def test_boundaries(case: Case, arena: Arena) -> None:
    """Each word is refused with the error that the spec's conversion gives it."""
    for argv in case.body:
        command = arena.spec.lookup(argv)
        assert command is not None
        outcome = CallMaker(arena.spec, command).interpret(argv)
        assert outcome.text is not None
        put_home(arena, command, argv)
        with furnished(arena, command):
            arena.expect_error({"line": outcome.text}, *argv)
