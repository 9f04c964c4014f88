"""Differences between our facts and a server's, each told in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from conformance.facts import server_side, spec_side
from spec.generate.table import legacy_range

if TYPE_CHECKING:
    from conformance.wire.client import Client
    from spec.model.load import Spec


@dataclass
class Comparison:
    """What was compared, and where the two differ.

    `unspecified` are commands that the server has and the specification hasn't yet;
    `missing` the other way round.
    """

    compared: int = 0
    differences: list[str] = field(default_factory=list)
    unspecified: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def check(self, clause: str, fact: str, ours: Any, theirs: Any) -> None:
        """Counts one fact, and notes it where it differs."""
        self.compared += 1
        if ours != theirs:
            self.differences.append(f"{clause}/{fact}: spec {ours!r}, server {theirs!r}")


def compare(
    spec: Spec,
    client: Client,
    config: dict[str, dict[str, Any]],
    info: dict[str, dict[str, list[str]]],
    *,
    defaults: bool = False,
) -> Comparison:
    """Every fact of COMMAND, COMMAND DOCS, ACL CAT, CONFIG GET and INFO that both sides have.

    `config` holds the parameters of behaviour/config.yaml by name, `info` is behaviour/info.yaml (a
    server may have the fields that are the reference server's own, or not); `defaults` also
    compares the parameters' values, which makes sense on a server that was started without a
    configuration.
    """
    result = Comparison()
    listed, docs = server_side.every_info(client), server_side.every_docs(client)
    ours = {command.published_name: command for command in spec.every_command()}
    result.unspecified = sorted(set(listed) - set(ours))
    result.missing = sorted(set(ours) - set(listed))
    for name in sorted(set(ours) & set(listed)):
        command, theirs = ours[name], listed[name]
        facts = spec_side.info_facts(command)
        facts["key range"] = legacy_range(command)
        for fact, value in facts.items():
            result.check(command.name, fact, value, theirs[fact])
        for fact, value in spec_side.docs_facts(command).items():
            if name in docs:
                result.check(command.name, fact, value, docs[name][fact])
    _compare_categories(result, ours, server_side.acl_categories(client))
    _compare_config(result, config, server_side.config(client), defaults=defaults)
    fields = server_side.info_fields(client)
    for section, names in info["sections"].items():
        shown = set(fields.get(section, [])) - set(info["own"].get(section, []))
        result.check("INFO", section, sorted(names), sorted(shown))
    return result


def _compare_categories(
    result: Comparison, ours: dict[str, Any], theirs: dict[str, list[str]]
) -> None:
    for category, members in theirs.items():
        known = sorted(name for name in members if name in ours)
        stated = sorted(
            name
            for name, command in ours.items()
            if category in command.acl and (not command.subcommands or name in members)
        )
        result.check(f"ACL CAT {category}", "commands", stated, known)


def _compare_config(
    result: Comparison,
    ours: dict[str, dict[str, Any]],
    theirs: dict[str, str],
    *,
    defaults: bool,
) -> None:
    for name, parameter in ours.items():
        result.check("CONFIG", f"{name} exists", True, name in theirs)
        if defaults and name in theirs:
            stated = parameter["default"]
            if theirs[name] == parameter.get("own"):
                stated = theirs[name]  # the reference server's choice, and said to be
            result.check("CONFIG", f"{name} default", stated, theirs[name])
