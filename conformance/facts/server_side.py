"""The same facts as a live server publishes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.facts.plain import plain
from conformance.wire.values import error_line

if TYPE_CHECKING:
    from conformance.wire.client import Client

_FIELDS = ("name", "arity", "flags", "first", "last", "step", "acl", "tips", "keys", "subcommands")


def every_info(client: Client, *names: str) -> dict[str, dict[str, Any]]:
    """COMMAND's facts by full name, subcommands included; only of some commands if any are named.

    A command that the server doesn't know is left out.
    """
    found: dict[str, dict[str, Any]] = {}
    reply = client.call("COMMAND", "INFO", *names) if names else client.call("COMMAND")
    for entry in plain(reply):
        if entry is not None:
            _add_info(entry, found)
    return found


def _add_info(entry: list[Any], found: dict[str, dict[str, Any]]) -> None:
    fields = dict(zip(_FIELDS, entry, strict=False))
    subcommands = fields.get("subcommands") or []
    found[fields["name"]] = {
        "arity": fields["arity"],
        "flags": sorted(fields["flags"]),
        "acl categories": sorted(fields["acl"]),
        "tips": sorted(fields.get("tips") or []),
        "key specifications": [_key_spec(spec) for spec in fields.get("keys") or []],
        "subcommands": sorted(sub[0] for sub in subcommands),
        "key range": (fields["first"], fields["last"], fields["step"]),
    }
    for sub in subcommands:
        _add_info(sub, found)


def _pairs(value: Any) -> dict[str, Any]:
    """A map, which RESP2 gives as a flat list."""
    if isinstance(value, dict):
        return value
    return dict(zip(value[::2], value[1::2], strict=True))


def _key_spec(value: Any) -> dict[str, Any]:
    spec = _pairs(value)
    both = {}
    for name in ("begin_search", "find_keys"):
        part = _pairs(spec[name])
        both[name] = {"type": part["type"], "spec": _pairs(part["spec"])}
    return {"flags": sorted(spec["flags"]), **both}


def every_docs(client: Client, *names: str) -> dict[str, dict[str, Any]]:
    """COMMAND DOCS' facts by full name, subcommands included; prose left out.

    Only of some commands if any are named; those that the server doesn't know are left out.
    """
    found: dict[str, dict[str, Any]] = {}
    answer = client.call("COMMAND", "DOCS", *names)
    if error_line(answer) is not None:  # COMMAND DOCS is there since 7.0
        return found
    for name, value in _pairs(plain(answer)).items():
        _add_docs(name, value, found)
    return found


def _add_docs(name: str, value: Any, found: dict[str, dict[str, Any]]) -> None:
    docs = _pairs(value)
    found[name] = {
        "since": docs.get("since"),
        "group": docs.get("group"),
        "module": docs.get("module"),
        "arguments": [_argument(each) for each in docs.get("arguments", [])],
        "doc flags": sorted(docs.get("doc_flags", [])),
        "history versions": [version for version, _ in docs.get("history", [])],
        "deprecated_since": docs.get("deprecated_since"),
        "replaced_by": docs.get("replaced_by"),
    }
    for sub, inner in _pairs(docs.get("subcommands", [])).items():
        _add_docs(sub, inner, found)


def _argument(value: Any) -> dict[str, Any]:
    facts = _pairs(value)
    if "flags" in facts:
        facts["flags"] = sorted(facts["flags"])
    if "arguments" in facts:
        facts["arguments"] = [_argument(each) for each in facts["arguments"]]
    return facts


def acl_categories(client: Client) -> dict[str, list[str]]:
    """ACL CAT: the commands of each category; nothing where the server has no ACL."""
    answer = client.call("ACL", "CAT")
    if error_line(answer) is not None:
        return {}
    names = plain(answer)
    return {name: sorted(plain(client.call("ACL", "CAT", name))) for name in names}


def config(client: Client) -> dict[str, str]:
    """CONFIG GET *: every parameter with its value."""
    return _pairs(plain(client.call("CONFIG", "GET", "*")))


def info_fields(client: Client) -> dict[str, list[str]]:
    """INFO everything: the names of the fields of each section."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in plain(client.call("INFO", "everything")).splitlines():
        if line.startswith("# "):
            current = sections.setdefault(line[2:], [])
        elif ":" in line:
            current.append(line.split(":", 1)[0])
    return sections
