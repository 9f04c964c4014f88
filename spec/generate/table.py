"""refimpl/table/generated/commands.py, info.py, docs.py: the table and what COMMAND publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spec.generate.naming import function_name, is_arity_only
from spec.model import predicate as when
from spec.model.command import ACL_CATEGORIES

if TYPE_CHECKING:
    from spec.model.command import Command, KeySpec, Search
    from spec.model.load import Spec
    from spec.model.predicate import Predicate


def commands_module(spec: Spec) -> str:
    """The function that makes a fresh table; the server gives it parsers and handlers."""
    named = any(command.channels is not None for command in spec.every_command())
    lines = [
        "from __future__ import annotations",
        "",
        f"from refimpl.table.command import {'Channels, ' if named else ''}Command",
    ]
    lines += [
        "from refimpl.table.keys import KeySpec, Keyword, extractor, has, is_not, made_of",
        "",
        "",
    ]
    lines += [
        "def build_table() -> dict[bytes, Command]:",
        '    """A fresh table: every command, by lower-case name, with its statistics at zero."""',
        "    return {",
    ]
    for command in spec.commands.values():
        entry = _entry(command, 8)
        lines.append(f'        b"{command.name.lower()}": {entry},')
    lines += ["    }", ""]
    return "\n".join(lines)


def _entry(command: Command, depth: int) -> str:
    pad = " " * depth
    words = [
        f'b"{command.published_name}"',
        str(command.arity),
        f"0x{_flags(command.flags):x}",
        f'group="{command.group}"',
        f"categories=0x{_categories(command.acl):x}",
    ]
    if command.module is not None:
        words.append(f'module=b"{command.module}"')
    if command.subcommands:
        inner = "".join(
            f'{pad}    b"{name.lower()}": {_entry(sub, depth + 4)},\n'
            for name, sub in command.subcommands.items()
        )
        words.append(f"subcommands={{\n{inner}{pad}}}")
    elif not is_arity_only(command):
        words.append(f'parser="{function_name(command)}"')
    specs = [each for each in command.getkeys if "unknown" not in (each.begin[0], each.find[0])]
    if specs:
        words.append(f"keys=extractor({', '.join(_extractor(command, specs))})")
    channels = command.channels
    if channels is not None:
        words.append(f"channels=Channels({channels.first}, {channels.last}, {channels.patterns})")
    if command.wants_all_keys:
        words.append("wants_all_keys=True")
    return f"Command({', '.join(words)})"


# In the order of COMMAND INFO's flags; refimpl.table.command.Flag has the same bits.
FLAGS = (
    *("write", "readonly", "denyoom", "module", "admin", "pubsub", "noscript", "blocking"),
    *("loading", "stale", "skip_monitor", "skip_slowlog", "asking", "fast", "no_auth"),
    *("may_replicate", "no_mandatory_keys", "protected", "no_async_loading", "no_multi"),
    *("movablekeys", "allow_busy"),
)
KEY_FLAGS = (
    *("RO", "RW", "OW", "RM", "access", "update", "insert", "delete"),
    *("not_key", "incomplete", "variable_flags"),
)


def _flags(names: list[str]) -> int:
    return sum(1 << FLAGS.index(name) for name in names)


def _categories(names: list[str]) -> int:
    return sum(1 << ACL_CATEGORIES.index(name) for name in names)


def _key_flags(names: list[str]) -> int:
    return sum(1 << KEY_FLAGS.index(name) for name in names)


def _extractor(command: Command, specs: list[KeySpec]) -> list[str]:
    """The arguments of what finds a call's keys: by the specifications, and otherwise."""
    words = [_key_spec(each) for each in specs]
    otherwise = [_key_spec(each) for each in command.getkeys_otherwise]
    if otherwise:
        words.append(f"otherwise=({', '.join(otherwise)},)")
    return words


def _key_spec(spec: KeySpec) -> str:
    if spec.begin[0] == "index":
        begin = spec.begin[1]
    else:
        begin = f'(b"{spec.begin[1].upper()}", {spec.begin[2]})'
    if spec.search is not None:
        begin = _keyword(spec, spec.search)
    numbers = ", ".join(spec.find[1:] or ("0", "0", "0"))
    condition = f", {_condition(spec.when)}" if spec.when is not None else ""
    return (
        f'KeySpec(0x{_key_flags(spec.flags):x}, {begin}, ("{spec.find[0]}", {numbers}){condition})'
    )


def _keyword(spec: KeySpec, search: Search) -> str:
    words = [f'b"{spec.begin[1].upper()}"', spec.begin[2]]
    values = ", ".join(f'b"{word}": {count}' for word, count in search.values.items())
    words.append(f"{{{values}}}")
    if search.last:
        words.append("last=True")
    if search.only:
        words.append("only=True")
    if search.instead_of is not None:
        words.append(f"instead_of={search.instead_of}")
    return f"Keyword({', '.join(words)})"


def _condition(predicate: Predicate) -> str:
    match predicate:
        case when.Has(word=word, start=start, stop=stop):
            where = f", {start}" if start > 1 or stop else ""
            return f'has(b"{word}"{where}{f", {stop}" if stop else ""})'
        case when.MadeOf(words=words, start=start):
            values = ", ".join(f'b"{word}": {more}' for word, more in words)
            return f"made_of({{{values}}}, {start})"
        case when.Not(operand=operand):
            return f"is_not({_condition(operand)})"
        case _:
            raise ValueError("a condition of getkeys is has(…), made_of(…), or that it isn't so")


def legacy_range(command: Command) -> tuple[int, int, int]:
    """First key, last key and step, as COMMAND has given them since before key specifications."""
    firsts, lasts, steps = [], [], []
    for spec in command.keys:
        if spec.begin[0] == "index" and spec.find[0] == "range":
            first = int(spec.begin[1])
            last, step = int(spec.find[1]), int(spec.find[2])
            firsts.append(first)
            lasts.append(first + last if last >= 0 else last)
            steps.append(step)
    if not firsts:
        return (0, 0, 0)
    last = -1 if any(value < 0 for value in lasts) else max(lasts)
    return (min(firsts), max((v for v in lasts if v < 0), default=last), steps[0] if steps else 0)


def info_module(spec: Spec) -> str:
    """What COMMAND INFO tells beyond the table: categories, tips, key specifications, key range."""
    lines = [
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "# name → (first key, last key, step), ACL categories, tips, key specifications",
        "Published = tuple[tuple[int, int, int], list[bytes], list[bytes], list[dict[str, Any]]]",
        "INFO: dict[bytes, Published] = {",
    ]
    for command in spec.every_command():
        acl = [f"@{name}".encode() for name in command.acl]
        tips = [tip.encode() for tip in command.raw.get("tips", [])]
        specs = [_published(each) for each in command.keys]
        entry = (legacy_range(command), acl, tips, specs)
        lines.append(f'    b"{command.published_name}": {entry!r},')
    lines += ["}", ""]
    return "\n".join(lines)


def _published(spec: KeySpec) -> dict[str, Any]:
    if spec.begin[0] == "index":
        begin: tuple[Any, ...] = ("index", int(spec.begin[1]))
    elif spec.begin[0] == "keyword":
        begin = ("keyword", spec.begin[1].encode(), int(spec.begin[2]))
    else:
        begin = ("unknown",)
    find = (spec.find[0], *map(int, spec.find[1:]))
    return {
        "notes": spec.notes.encode(),
        "flags": [flag.encode() for flag in spec.flags],
        "begin": begin,
        "find": find,
    }


def docs_module(spec: Spec) -> str:
    """What COMMAND DOCS publishes."""
    lines = [
        "from __future__ import annotations",
        "",
        "from typing import Any",
        "",
        "# name → the fields of COMMAND DOCS, in its order; arguments are nested dicts",
        "DOCS: dict[bytes, dict[str, Any]] = {",
    ]
    for command in spec.every_command():
        lines.append(f'    b"{command.published_name}": {_docs(command)!r},')
    lines += ["}", ""]
    return "\n".join(lines)


def _docs(command: Command) -> dict[str, Any]:
    raw = command.raw
    if command.module is not None:  # modules have no documentation of their commands
        return {"group": b"module", "module": command.module.encode()}
    entry: dict[str, Any] = {
        "summary": raw["summary"].encode(),
        "since": _version(raw["since"]),
        "group": raw["group"].replace("_", "-").encode(),
    }
    if "complexity" in raw:
        entry["complexity"] = raw["complexity"].encode()
    if "doc_flags" in raw:
        entry["doc_flags"] = [flag.encode() for flag in raw["doc_flags"]]
    if "deprecated_since" in raw:
        entry["deprecated_since"] = raw["deprecated_since"].encode()
    if "replaced_by" in raw:
        entry["replaced_by"] = raw["replaced_by"].encode()
    if "history" in raw:
        entry["history"] = [(version.encode(), text.encode()) for version, text in raw["history"]]
    if "documented" in raw:
        entry["arguments"] = [_argument(item) for item in raw["documented"]]
    return entry


def _version(since: str | dict[str, str]) -> bytes:
    return (since if isinstance(since, str) else since["redis"]).encode()


def _argument(item: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": item["name"].encode(), "type": item["type"].encode()}
    display = item.get("display", "" if item["type"] in ("oneof", "block") else item["name"])
    if display:
        entry["display_text"] = display.encode()
    if "key_spec" in item:
        entry["key_spec_index"] = int(item["key_spec"])
    for name in ("token", "summary", "deprecated_since"):
        if name in item:
            entry[name] = item[name].encode()
    if "since" in item:
        entry["since"] = _version(item["since"])
    if "flags" in item:
        entry["flags"] = [flag.encode() for flag in item["flags"]]
    if "arguments" in item:
        entry["arguments"] = [_argument(each) for each in item["arguments"]]
    return entry
