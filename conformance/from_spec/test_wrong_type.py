"""Every key argument, holding every type that the command isn't for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.blame import Difference
from conformance.case import Case
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import (
    DATA_GROUPS,
    MAKER_COMMANDS,
    NEVER_RUN,
    OTHERS,
    TYPES,
    commands_of,
    home_type,
    put,
)
from conformance.from_spec.key_positions import KeyAt, keys_of
from conformance.from_spec.parametrize import cases_from
from conformance.wire.render import render, render_command
from conformance.wire.values import error_line

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command

ANY = frozenset({*TYPES, *(kind for kinds in OTHERS.values() for kind in kinds)})

# Commands that answer something else than an error for a key of another type.
TOLERANT = frozenset({"MGET"})
# Commands with an error of their own for a key of another type.
OWN_ERROR = {"LCS": "lcs-not-strings"}
# Groups with an error of their own for strings of another form.
FORM_ERROR = {"hyperloglog": "hll-invalid"}
# Sorted-set commands that take plain sets as sources too.
SETS_TOO = frozenset(
    {"ZUNION", "ZINTER", "ZDIFF", "ZUNIONSTORE", "ZINTERSTORE", "ZDIFFSTORE", "ZINTERCARD"}
)
# Commands that serve from the first key that has something, and so may not reach a later one.
FIRST_THAT_HAS = frozenset(
    {"BLPOP", "BRPOP", "LMPOP", "BLMPOP", "BZPOPMIN", "BZPOPMAX", "ZMPOP", "BZMPOP"}
)


def accepted(command: Command, key: KeyAt) -> frozenset[str]:
    """The types that a key may have without a wrong-type error, by what the spec publishes.

    A key that is only overwritten (OW) is not looked at; generic commands take any type.
    """
    home = home_type(command)
    sorts = command.name in ("SORT", "SORT_RO")
    if home is None or "OW" in key.flags or command.name in TOLERANT:
        return ANY
    if command.group == "generic" and not sorts:
        return ANY
    if sorts:
        return frozenset({"list", "set", "zset"})
    if command.name in SETS_TOO:
        return frozenset({"zset", "set"})
    return frozenset({home})


def wrong_type_cases(run: Run) -> list[Case]:
    """For each key of a plain call, and of one with each option that brings another key."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        if command.group not in DATA_GROUPS or command.name in NEVER_RUN:
            continue
        if not run.wants(command.clause("wrong-type"), above=True):
            continue
        argv = CallMaker(spec, command).valid()
        if argv is None:
            continue
        for key in keys_of(spec, command, argv):
            fine = accepted(command, key)
            for kind in (*TYPES, *OTHERS.get(command.group, ())):
                refused = kind not in fine
                cases.append(
                    Case(
                        clause=command.clause("wrong-type", str(key.position), kind),
                        kind="wrong-type",
                        error_case=refused,
                        command=command.name,
                        group=command.group,
                        commands=(command.full_name, *MAKER_COMMANDS.get(kind, ())),
                        body=(argv, key.position, kind, refused),
                    )
                )
    return cases


@cases_from(wrong_type_cases)
def test_wrong_type(case: Case, arena: Arena) -> None:
    """A wrong-type error, or none where the type of the key does not matter."""
    argv, position, kind, refused = case.body
    command = arena.spec.lookup(argv)
    assert command is not None
    home = home_type(command)
    assert home is not None
    others = [
        (home, argv[key.position])
        for key in keys_of(arena.spec, command, argv)
        if key.position != position and command.name not in FIRST_THAT_HAS
    ]
    before = put(arena, *others, (kind, argv[position]), then=(b"TYPE", argv[position]))
    assert before is not None
    if refused:
        error = OWN_ERROR.get(command.name, "wrong-type")
        if kind == "string":
            error = FORM_ERROR.get(command.group, error)
        arena.expect_error(error, *argv)
        after = arena.control.call("TYPE", argv[position])
        if after != before:
            raise Difference(
                sent=render_command(argv),
                expected=f"the key left alone: {render(before)}",
                received=render(after),
            )
        return
    value = arena.call(*argv)
    line = error_line(value)
    if line is not None and line.startswith(b"WRONGTYPE"):
        raise Difference(
            sent=render_command(argv), expected="no wrong-type error", received=render(value)
        )
