"""The facts of a command as our specification states them, in the form COMMAND gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spec.model.command import Command, KeySpec


def info_facts(command: Command) -> dict[str, Any]:
    """What COMMAND INFO should say, by name of the fact."""
    return {
        "arity": command.arity,
        "flags": sorted(command.flags),
        "acl categories": sorted(f"@{name}" for name in command.acl),
        "tips": sorted(command.raw.get("tips", [])),
        "key specifications": [key_spec(each) for each in command.keys],
        "subcommands": sorted(sub.published_name for sub in command.subcommands.values()),
    }


def key_spec(spec: KeySpec) -> dict[str, Any]:
    """A key specification, its notes (prose) left out."""
    begin: dict[str, Any] = {"type": spec.begin[0], "spec": {}}
    if spec.begin[0] == "index":
        begin["spec"] = {"index": int(spec.begin[1])}
    elif spec.begin[0] == "keyword":
        begin["spec"] = {"keyword": spec.begin[1], "startfrom": int(spec.begin[2])}
    find: dict[str, Any] = {"type": spec.find[0], "spec": {}}
    numbers = [int(number) for number in spec.find[1:]]
    if spec.find[0] == "range":
        find["spec"] = dict(zip(("lastkey", "keystep", "limit"), numbers, strict=True))
    elif spec.find[0] == "keynum":
        find["spec"] = dict(zip(("keynumidx", "firstkey", "keystep"), numbers, strict=True))
    return {"flags": sorted(spec.flags), "begin_search": begin, "find_keys": find}


def docs_facts(command: Command) -> dict[str, Any]:
    """What COMMAND DOCS should say; summary, complexity and the history's texts are prose."""
    raw = command.raw
    since = raw["since"]
    if command.module is not None:
        nothing = dict.fromkeys(("since", "deprecated_since", "replaced_by"))
        lists: dict[str, Any] = {"arguments": [], "doc flags": [], "history versions": []}
        return {"group": "module", "module": command.module, **nothing, **lists}
    facts: dict[str, Any] = {
        "since": since if isinstance(since, str) else since["redis"],
        "group": raw["group"].replace("_", "-"),
        "arguments": [argument(item) for item in raw.get("documented", [])],
        "doc flags": sorted(raw.get("doc_flags", [])),
        "history versions": [version for version, _ in raw.get("history", [])],
    }
    facts["module"] = None
    for name in ("deprecated_since", "replaced_by"):
        facts[name] = raw.get(name)
    return facts


def argument(item: dict[str, Any]) -> dict[str, Any]:
    """One node of the documented argument tree."""
    facts: dict[str, Any] = {"name": item["name"], "type": item["type"]}
    display = item.get("display", "" if item["type"] in ("oneof", "block") else item["name"])
    if display:
        facts["display_text"] = display
    if "key_spec" in item:
        facts["key_spec_index"] = int(item["key_spec"])
    for name in ("token", "summary", "deprecated_since", "since"):
        if name in item:
            facts[name] = item[name]
    if "flags" in item:
        facts["flags"] = sorted(item["flags"])
    if "arguments" in item:
        facts["arguments"] = [argument(each) for each in item["arguments"]]
    return facts
