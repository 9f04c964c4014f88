"""Every argument and option, given and left out, in a call that is not refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.coverage.clauses import ARGUMENT, COMMAND, clauses_of, kind_of
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import DATA_GROUPS, NEVER_RUN, commands_of, home_type, put
from conformance.from_spec.key_positions import keys_of
from conformance.from_spec.parametrize import cases_from
from conformance.wire.values import error_line

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run


def argument_cases(run: Run) -> list[Case]:
    """A case for each argument clause, of the commands that only touch data."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        if command.group not in DATA_GROUPS or command.name in NEVER_RUN:
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
    kind = home_type(command)
    assert kind is not None
    keys = [argv[key.position] for key in keys_of(arena.spec, command, argv)]
    for key in keys:
        put(arena, kind, key)
    arena.at("on existing keys")
    arena.call(*argv)
    arena.server.flush()
    if "blocking" not in command.flags:
        arena.at("on absent keys")
        arena.call(*argv)
    arena.server.flush()
    for key in keys:
        put(arena, kind, key)
    if "noscript" in command.flags and "blocking" not in command.flags:
        return
    arena.at("in a transaction")
    arena.call("MULTI")
    queued = arena.call(*argv)
    if error_line(queued) is None:
        arena.call("EXEC")
