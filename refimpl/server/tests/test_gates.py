"""The gates stand in the order of the specification."""

from __future__ import annotations

from pathlib import Path

import yaml

from refimpl.execute.gates import _SUBSCRIBER_COMMANDS, GATES
from refimpl.server.table import load_commands
from refimpl.table.command import Flag

ROOT = next(folder for folder in Path(__file__).parents if (folder / "spec").is_dir())
SPEC = yaml.load(
    (ROOT / "spec/behaviour/gates.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)


def test_order_is_the_specification_s() -> None:
    stated = [gate["id"] for gate in SPEC["gates"]]
    assert stated == ["unknown", *(name for name, _ in GATES), "transaction"]


def test_subscriber_commands() -> None:
    assert {name.encode() for name in SPEC["subscriber"]} == _SUBSCRIBER_COMMANDS


def test_flags_of_the_table() -> None:
    commands = load_commands()
    members = [*commands.values()]
    for command in commands.values():
        members += (command.subcommands or {}).values()
    named = {command.name.decode(): command for command in members}
    at_once = {name for name, each in named.items() if each.flags & Flag.IN_TRANSACTION}
    assert at_once == set(SPEC["not-queued"])
    protected = {
        name
        for name, each in named.items()
        if each.flags & Flag.PROTECTED and each.subcommands is None
    }
    assert protected == set(SPEC["protected"])
    replicated = {name for name, each in named.items() if each.flags & Flag.MAY_REPLICATE}
    assert replicated == set(SPEC["may-replicate"]) & named.keys()
