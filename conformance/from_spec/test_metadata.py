"""What a server publishes of its commands, against the spec: COMMAND INFO, COMMAND DOCS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.blame import Difference
from conformance.case import Case
from conformance.facts import server_side, spec_side
from conformance.from_spec.parametrize import cases_from
from spec.generate.table import legacy_range

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command

SINCE_KEY_SPECS = (7, 0, 0)
SINCE_DISPLAY_TEXT = (7, 2, 0)


def metadata_cases(run: Run) -> list[Case]:
    """COMMAND INFO and COMMAND DOCS of every command; subcommands are part of their container's."""
    cases = []
    for command in run.spec().commands.values():
        for what in ("info", "docs"):
            cases.append(
                Case(
                    clause=command.clause("metadata", what),
                    kind="metadata",
                    command=command.name,
                    group=command.group,
                    commands=(command.full_name, f"command|{what}"),
                    body=(command, what),
                )
            )
    return cases


@cases_from(metadata_cases)
def test_metadata(case: Case, arena: Arena) -> None:
    """Every fact that both state; prose (summaries, notes, histories) is the server's own."""
    command, what = case.body
    connection = arena.client()
    if what == "docs":
        theirs = server_side.every_docs(connection, command.full_name)
    else:
        theirs = server_side.every_info(connection, command.full_name)
    known = arena.identity.commands
    subcommands = [one for one in command.subcommands.values() if one.full_name in known]
    for one in (command, *subcommands):
        if one.full_name not in theirs:
            raise Difference(
                sent=f"COMMAND {what.upper()} {command.full_name}",
                expected=f"the facts of {one.full_name}",
                received="nothing",
            )
        ours = _docs(one, arena) if what == "docs" else _info(one, arena)
        for fact, value in ours.items():
            _same(arena, one, what, fact, value, theirs[one.full_name][fact])


def _docs(command: Command, arena: Arena) -> dict[str, Any]:
    """The documented facts; the spec's histories leave out what tells nothing."""
    facts = spec_side.docs_facts(command)
    facts.pop("history versions", None)
    if arena.identity.family == "redis" and arena.identity.version < SINCE_DISPLAY_TEXT:
        facts["arguments"] = _without_display(facts["arguments"])
    return facts


def _without_display(arguments: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An argument tree as releases publish it that know no texts to display."""
    bare = []
    for argument in arguments:
        kept = {name: value for name, value in argument.items() if name != "display_text"}
        if "arguments" in kept:
            kept["arguments"] = _without_display(kept["arguments"])
        bare.append(kept)
    return bare


def _info(command: Command, arena: Arena) -> dict[str, Any]:
    """The facts that the release publishes: before 7.0 no key specifications and subcommands."""
    facts = {**spec_side.info_facts(command), "key range": legacy_range(command)}
    # What the server lacks altogether is told once, in the summary of the run.
    known = arena.identity.commands
    facts["subcommands"] = [name for name in facts["subcommands"] if name in known]
    if arena.identity.family == "redis" and arena.identity.version < SINCE_KEY_SPECS:
        for fact in ("key specifications", "subcommands", "tips"):
            del facts[fact]
    return facts


def _same(
    arena: Arena, command: Command, what: str, fact: str, ours: object, theirs: object
) -> None:
    if ours != theirs:
        raise Difference(
            sent=f"COMMAND {what.upper()} {command.full_name}",
            expected=f"{fact}: {ours!r}",
            received=f"{fact}: {theirs!r}",
            step=arena.step,
        )
