"""COMMAND GETKEYS and GETKEYSANDFLAGS against the spec's key specifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.case import Case
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import commands_of
from conformance.from_spec.key_positions import KeyAt, keys_of
from conformance.from_spec.parametrize import cases_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command
    from spec.model.load import Spec


def key_cases(run: Run) -> list[Case]:
    """For each command: a plain call, one with each option, one with several keys."""
    spec = run.spec()
    cases = []
    for command in commands_of(spec):
        if not run.wants(command.clause("keys"), above=True):
            continue
        seen: set[tuple[bytes, ...]] = set()
        for how, argv in calls_of(spec, command):
            if tuple(argv) in seen:
                continue
            seen.add(tuple(argv))
            cases.append(_case(spec, command, how, argv))
    return cases


def calls_of(spec: Spec, command: Command) -> Iterator[tuple[str, list[bytes]]]:
    """Calls that are not refused, and what is special about each."""
    maker = CallMaker(spec, command)
    plain = maker.valid()
    if plain is None:
        return
    yield "plain", plain
    for option in maker.options:
        argv = maker.touching(command.clause("args", option))
        if argv is not None:
            yield option, argv
    several = maker.several()
    if several is not None:
        yield "several", several


def _case(spec: Spec, command: Command, how: str, argv: list[bytes]) -> Case:
    return Case(
        clause=command.clause("keys", how),
        kind="keys",
        error_case=not keys_of(spec, command, argv),
        command=command.name,
        group=command.group,
        commands=(command.full_name,),
        body=argv,
    )


@cases_from(key_cases)
def test_keys(case: Case, arena: Arena) -> None:
    """The same keys in the same order, with the same flags; an error where there are none."""
    argv = case.body
    command = arena.spec.lookup(argv)
    assert command is not None
    keys = keys_of(arena.spec, command, argv)
    for name in ("GETKEYS", "GETKEYSANDFLAGS"):
        if f"command|{name.lower()}" not in arena.identity.commands:
            continue
        asked = arena.spec.lookup([b"COMMAND", name.encode()])
        if asked is not None and len(argv) + 2 < asked.minimum:
            arena.expect_error("wrong-arity", "COMMAND", name, *argv)
        else:
            wanted = _wanted(command, argv, keys, flags=name != "GETKEYS")
            arena.expect(wanted, "COMMAND", name, *argv)


def _wanted(command: Command, argv: list[bytes], keys: list[KeyAt], *, flags: bool) -> object:
    """The reply in the form of examples."""
    if not command.getkeys:
        return {"error": {"line": "ERR The command has no key arguments"}}
    names = [argv[key.position].decode("latin1") for key in keys]
    if not flags:
        return {"array": names}
    return {
        "array": [
            {"array": [name, {"unordered": {"set": [{"simple": flag} for flag in key.flags]}}]}
            for name, key in zip(names, keys, strict=True)
        ]
    }
