"""Too few and too many words, for every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.from_spec.parametrize import cases_from

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command


def arity_cases(run: Run) -> list[Case]:
    """No argument at all, one too few, and one too many where the arity is fixed."""
    cases = []
    for command in run.spec().every_command():
        bare = len(command.words)
        wrong = {}
        if command.minimum > bare:
            wrong["none"] = bare
        if command.minimum - 1 > bare:
            wrong["too-few"] = command.minimum - 1
        if command.arity > 0:
            wrong["too-many"] = command.arity + 1
        cases += [_case(command, how, count) for how, count in wrong.items()]
    return cases


def _case(command: Command, how: str, count: int) -> Case:
    words = [*command.words, *(["1"] * (count - len(command.words)))]
    return Case(
        clause=command.clause("arity", how),
        kind="arity",
        error_case=True,
        command=command.name,
        group=command.group,
        commands=(command.full_name,),
        body=words,
    )


@cases_from(arity_cases)
def test_arity(case: Case, arena: Arena) -> None:
    """The error names the command in full; a transaction that has met it can't be executed."""
    arena.expect_error(_error(case), *case.body)
    arena.at("in a transaction")
    arena.expect({"simple": "OK"}, "MULTI")
    arena.expect_error(_error(case), *case.body)
    arena.expect_error("exec-without-multi" if _ends(case) else "exec-aborted", "EXEC")


def _ends(case: Case) -> bool:
    """EXEC with arguments is refused like any command, but the transaction is over then."""
    return case.command == "EXEC"


def _error(case: Case) -> object:
    if _ends(case):
        return {"id": "exec-refused", "reason": "wrong number of arguments for 'exec' command"}
    return "wrong-arity"
