"""The whole specification, read from its folder and resolved for one release."""

from __future__ import annotations

import json
import string
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs

from spec.model import grammar, yaml
from spec.model.command import Command
from spec.model.predicate import PredicateError
from spec.model.release import Line, Release, parse_version, resolve
from spec.model.values import CONVERSIONS, Conversion
from spec.model.yaml import Mapping, SpecError

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class ErrorText:
    """An error reply: the whole line after ``-``, with its placeholders."""

    id: str
    text: str

    @property
    def placeholders(self) -> list[str]:
        return [name for _, name, _, _ in string.Formatter().parse(self.text) if name]


@dataclass
class ArgType:
    """A type of argument, as types.yaml states it."""

    id: str
    python: str
    convert: str | None
    rule: str
    params: list[str]
    needs: str | None
    """What the conversion takes beside the word: "now", or the server's "limits"."""
    error: str | None
    raises: list[str]
    boundaries: list[str]
    doc: str

    @cached_property
    def keeps_words(self) -> bool:
        """Whether any word is of the type, and is its own value."""
        return self.reading is None and self.id != "enum"

    @cached_property
    def reading(self) -> Conversion | None:
        """What reads a word of the type in this release; None for one that is kept as it is."""
        return CONVERSIONS.get(self.rule)


@dataclass
class Spec:
    """Everything, as one release has it. `commands` is keyed by upper-case full name, sorted."""

    release: Release
    commands: dict[str, Command]
    errors: dict[str, ErrorText]
    types: dict[str, ArgType]

    def lookup(self, argv: list[bytes]) -> Command | None:
        """The command or subcommand that a call names, in any letter case."""
        if not argv:
            return None
        command = self.commands.get(argv[0].decode("latin-1").upper())
        if command is not None and command.subcommands and len(argv) > 1:
            return command.subcommands.get(argv[1].decode("latin-1").upper())
        return command

    def every_command(self) -> list[Command]:
        """Commands and subcommands, in order of name."""
        return [
            each
            for command in self.commands.values()
            for each in (command, *command.subcommands.values())
        ]

    def error_text(self, error_id: str, command: Command | None = None) -> str:
        """The text of an error, ``{command}`` filled in."""
        text = self.errors[error_id].text
        return text.replace("{command}", command.published_name) if command is not None else text


def lines(root: Path = ROOT) -> dict[str, Line]:
    """The release lines of families.yaml. Raises SpecError."""
    path = root / "families.yaml"
    document = yaml.load(path)
    validate(path, document, "families")
    return {
        name: Line(
            name=name,
            releases=tuple(body["releases"]),
            inherits=body.get("inherits"),
            fork=parse_version(body["fork"]) if "fork" in body else None,
            facts=body.get("facts"),
        )
        for name, body in document.items()
    }


def release(family: str = "redis", version: str = "8.2") -> Release:
    """A release by the name of its line and a version such as ``8.2.3``. Raises KeyError."""
    return Release(lines()[family], parse_version(version))


@cache
def load(family: str = "redis", version: str = "8.2") -> Spec:
    """The specification for one release; cached. Raises SpecError."""
    return read(ROOT, release(family, version))


def read(root: Path, target: Release) -> Spec:
    """The specification under `root` for one release. Raises SpecError at the first fault."""
    errors = _errors(root, target)
    types = _types(root, target)
    commands: dict[str, Command] = {}
    for path in sorted((root / "commands").glob("*/*.yaml")):
        document = _document(str(path), path.stat().st_mtime_ns)
        if not target.applies(document):
            continue
        command = _command(path, resolve(document, target), None, target)
        commands[command.name] = command
    spec = Spec(target, dict(sorted(commands.items())), errors, types)
    for command in spec.every_command():
        _check(spec, command)
    return spec


@cache
def _document(path: str, _modified: int) -> Mapping:
    """A command file, checked against its schema; read once for all releases."""
    document = yaml.load(Path(path))
    validate(Path(path), document, "command")
    return document


def _errors(root: Path, target: Release) -> dict[str, ErrorText]:
    path = root / "errors.yaml"
    document = yaml.load(path)
    validate(path, document, "errors")
    found = {}
    for name, body in document.items():
        if not target.applies(body):
            continue
        text = resolve(body, target)["text"]
        if isinstance(text, list):
            if len(text) != 1:
                raise SpecError(path, body.line, name, f"{len(text)} texts apply to {target}")
            text = text[0]["text"]
        found[name] = ErrorText(name, text)
    return found


def _types(root: Path, target: Release) -> dict[str, ArgType]:
    path = root / "types.yaml"
    document = yaml.load(path)
    validate(path, document, "types")
    return {
        name: ArgType(
            id=name,
            python=body["python"],
            convert=body.get("convert"),
            rule=body["rule"][0]["is"] if body.get("rule") else name,
            params=list(body.get("params", [])),
            needs=body.get("needs"),
            error=body.get("error"),
            raises=list(body.get("raises", [])),
            boundaries=list(body.get("boundaries", [])),
            doc=body["doc"],
        )
        for name, body in resolve(document, target).items()
    }


def _command(path: Path, body: Mapping, container: Command | None, target: Release) -> Command:
    name = body["command"] if container is None else f"{container.name} {body['command']}"
    command = Command(name, path, body.line, body, container)
    for sub in body.get("subcommands", []):
        child = _command(path, sub, command, target)
        command.subcommands[sub["command"]] = child
    command.subcommands = dict(sorted(command.subcommands.items()))
    return command


@cache
def _schema(name: str) -> Any:
    return json.loads((ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def _verdict(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema(name))


def behaviour(name: str, root: Path = ROOT) -> Mapping:
    """behaviour/<name>.yaml, checked against its schema. Raises SpecError."""
    path = root / "behaviour" / f"{name}.yaml"
    document = yaml.load(path)
    validate(path, document, name)
    return document


def validate(path: Path, document: Mapping, schema: str) -> None:
    """Raises SpecError for the most telling way in which a document breaks its schema."""
    # The verdict takes a hundredth of the time, which was half of loading the specification; the
    # other library knows which error tells most.
    if _verdict(schema).is_valid(document):
        return
    validator = jsonschema.Draft202012Validator(_schema(schema))
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if error is None:
        return
    node: Any = document
    line, clause = document.line, []
    for step in error.absolute_path:
        node = node[step]
        line = getattr(node, "line", line)
        clause.append(str(node.get("id", step)) if isinstance(node, dict) else str(step))
    name = document.get("command", path.stem)
    raise SpecError(path, line, "/".join([name, *clause]), error.message[:300])


def _check(spec: Spec, command: Command) -> None:
    """What a schema can't see: unknown errors and types, grammars that contradict themselves."""

    def fail(reason: str, line: int = command.line, clause: str = "") -> None:
        where = command.clause(clause) if clause else command.name
        raise SpecError(command.path, line, where, reason)

    try:
        steps = list(command.grammar.walk())
        branches = command.reply
    except (PredicateError, grammar.GrammarError, KeyError) as error:
        fail(f"{type(error).__name__}: {error}")
        return
    for step in steps:
        for name in _error_ids(step):
            if name not in spec.errors:
                fail(f"no error is called {name!r}", clause="args")
        for type_id in _type_ids(step):
            if type_id not in spec.types:
                fail(f"no type is called {type_id!r}", clause="args")
    if command.grammar.extra not in spec.errors:
        fail(f"no error is called {command.grammar.extra!r}", clause="extra")
    ids: set[str] = set()
    for branch in branches:
        if branch.id in ids:
            fail(f"the branch {branch.id!r} is there twice", branch.raw.line, "reply")
        ids.add(branch.id)
        for name in branch.errors:
            if name not in spec.errors:
                fail(f"no error is called {name!r}", branch.raw.line, f"reply/{branch.id}")
    seen: set[str] = set()
    for example in command.examples:
        if example.id in seen:
            fail(f"the example {example.id!r} is there twice", example.line, "examples")
        seen.add(example.id)
        for sent in example.steps:
            named = sent.get("error")
            error_id = named["id"] if isinstance(named, dict) else named
            if error_id is not None and error_id not in spec.errors:
                fail(f"no error is called {error_id!r}", sent.line, f"examples/{example.id}")


def _error_ids(step: Any) -> set[str]:
    fields = ("error", "out_of_range", "missing", "uneven", "short", "exact", "unknown")
    found = {getattr(step, name) for name in fields if isinstance(getattr(step, name, None), str)}
    if isinstance(step, grammar.Member) and step.repeats not in ("last", "collect"):
        found.add(step.repeats)
    if isinstance(step, grammar.Options):
        found |= {group.conflict for group in step.groups if group.conflict}
    for inner in _inner_args(step):
        found |= _error_ids(inner)
    return found


def _type_ids(step: Any) -> set[str]:
    found = {step.type} if isinstance(getattr(step, "type", None), str) else set()
    for inner in _inner_args(step):
        found |= _type_ids(inner)
    return found


def _inner_args(step: Any) -> list[grammar.Arg]:
    inner = list(getattr(step, "each", [])) + list(getattr(step, "parts", []))
    if isinstance(step, grammar.Counted):
        inner.append(step.count)
    return inner
