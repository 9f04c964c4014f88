"""Every clause by which a command's parser refuses a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.coverage.clauses import ARGUMENT_ERROR, VALIDATION, clauses_of, kind_of
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import commands_of, furnished, put_home
from conformance.from_spec.parametrize import cases_from

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run

# Errors after which real servers send another reply, which nobody asked for.
TWO_REPLIES = frozenset({"PFDEBUG/args/state/error"})


def error_cases(run: Run) -> list[Case]:
    """One case for each error clause of a grammar of which a call could be made."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        maker = CallMaker(spec, command)
        for clause in clauses_of(spec, command):
            kind = kind_of(clause)
            if kind not in (ARGUMENT_ERROR, VALIDATION) or not run.wants(clause):
                continue
            if clause in TWO_REPLIES:
                continue
            argv = maker.refused_by(clause)
            if argv is not None:
                cases.append(
                    Case(
                        clause=clause,
                        kind="conflict" if clause.endswith("/conflict") else "error",
                        error_case=True,
                        command=command.name,
                        group=command.group,
                        commands=(command.full_name,),
                        body=argv,
                    )
                )
    return cases


@cases_from(error_cases)
def test_error(case: Case, arena: Arena) -> None:
    """Exactly the error that the spec says, on keys of the right type and without any.

    Without keys some commands answer before they look at the arguments; the check that all replies
    pass knows which.
    """
    argv = case.body
    command = arena.spec.lookup(argv)
    assert command is not None
    outcome = CallMaker(arena.spec, command).interpret(argv)
    put_home(arena, command, argv)
    arena.at("on existing keys")
    with furnished(arena, command):
        if outcome.text is not None:
            arena.expect_error({"line": outcome.text}, *argv)
        else:
            arena.expect_late_error(case.clause, argv)
    arena.server.flush()
    arena.at("on absent keys")
    arena.call(*argv)
