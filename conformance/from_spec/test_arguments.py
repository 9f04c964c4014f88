"""Every argument and option, given and left out, in a call that is not refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.coverage.clauses import ARGUMENT, COMMAND, clauses_of, kind_of
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import commands_of, home_type, may_run, put_home, refill
from conformance.from_spec.parametrize import cases_from
from conformance.wire.values import error_line

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run


def argument_cases(run: Run) -> list[Case]:
    """A case for each argument clause, of the commands that may be run."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        if not may_run(command):
            continue
        maker = CallMaker(spec, command)
        for clause in clauses_of(spec, command):
            kind = kind_of(clause)
            if kind not in (ARGUMENT, COMMAND) or not run.wants(clause):
                continue
            argv = maker.valid() if kind == COMMAND else maker.touching(clause)
            if argv is not None:
                cases.append(
                    Case(
                        clause=f"{clause}/call" if kind == COMMAND else clause,
                        kind="argument",
                        command=command.name,
                        group=command.group,
                        commands=(command.full_name,),
                        body=argv,
                    )
                )
    return cases


@cases_from(argument_cases)
def test_argument(case: Case, arena: Arena) -> None:
    """The reply is one that the spec allows: with keys of the right type, in MULTI, without keys.

    The checks are those that every reply passes. A command that waits is not run without keys.
    """
    argv = case.body
    command = arena.spec.lookup(argv)
    assert command is not None
    put_home(arena, command, argv)
    arena.at("on existing keys")
    arena.call(*argv)
    if "blocking" not in command.flags:
        arena.server.flush()
        arena.at("on absent keys")
        arena.call(*argv)
    if home_type(command) is None:
        return
    refill(arena, command, argv)
    arena.at("in a transaction")
    arena.call("MULTI")
    queued = arena.call(*argv)
    if error_line(queued) is None:
        arena.call("EXEC")
