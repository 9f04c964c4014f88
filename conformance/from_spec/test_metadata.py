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
# What holds of a command in every release; the rest each release words anew (spec/families.yaml).
LASTING_FLAGS = frozenset({"write", "readonly", "denyoom", "admin", "pubsub", "fast"})
LASTING_DOCS = ("since", "group")


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
    """Every fact that both state; prose (summaries, notes, histories) is the server's own.

    Of a release other than the one whose facts the spec states, only what lasts is compared.
    """
    command, what = case.body
    connection = arena.client()
    if what == "docs":
        theirs = server_side.every_docs(connection, command.full_name)
    else:
        theirs = server_side.every_info(connection, command.full_name)
    known = arena.identity.commands
    subcommands = [one for one in command.subcommands.values() if one.full_name in known]
    for one in (command, *subcommands):
        if one.published_name not in theirs:
            raise Difference(
                sent=f"COMMAND {what.upper()} {command.full_name}",
                expected=f"the facts of {one.published_name}",
                received="nothing",
            )
        ours = _docs(one, arena) if what == "docs" else _info(one, arena)
        published = theirs[one.published_name]
        if what == "info":
            published["lasting flags"] = _lasting(published["flags"])
        for fact, value in ours.items():
            _same(arena, one, what, fact, value, published[fact])


def _docs(command: Command, arena: Arena) -> dict[str, Any]:
    """The documented facts; the spec's histories leave out what tells nothing."""
    facts = spec_side.docs_facts(command)
    facts.pop("history versions", None)
    if not arena.spec.release.publishes_our_facts:
        return {fact: facts[fact] for fact in LASTING_DOCS}
    return facts


def _info(command: Command, arena: Arena) -> dict[str, Any]:
    """The facts that the release publishes: before 7.0 no key specifications and subcommands."""
    facts = {**spec_side.info_facts(command), "key range": legacy_range(command)}
    if arena.spec.release.publishes_our_facts:
        # What the server lacks altogether is told once, in the summary of the run.
        known = arena.identity.commands
        facts["subcommands"] = [name for name in facts["subcommands"] if name in known]
        return facts
    lasting = {"arity": facts["arity"], "lasting flags": _lasting(facts["flags"])}
    if arena.identity.family == "redis" and arena.identity.version < SINCE_KEY_SPECS:
        # A container stands for all its subcommands there, with their flags and keys.
        return {"arity": facts["arity"]} if command.subcommands else lasting
    return {**lasting, **{fact: facts[fact] for fact in ("key range", "key specifications")}}


def _lasting(flags: list[str]) -> list[str]:
    return [flag for flag in flags if flag in LASTING_FLAGS]


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
