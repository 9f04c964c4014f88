"""refimpl/table/generated/<group>.py: parsed arguments as classes, and their parsers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spec.generate.naming import (
    INDENT,
    attribute,
    class_name,
    function_name,
    is_arity_only,
    tuple_of,
)
from spec.generate.parsers import Writer

if TYPE_CHECKING:
    from spec.model.command import Command
    from spec.model.grammar import Arg, Grammar
    from spec.model.load import Spec


def parser(command: Command, spec: Spec) -> str:
    """The class of the parsed arguments and the function that parses."""
    grammar: Grammar = command.grammar
    fixed = len(command.words)
    writer = Writer(command, spec, offset=fixed, known=command.minimum)
    writer.steps(grammar.args, grammar.validate)
    if command.arity < 0 and writer.base != "argc":
        writer.fail(f"argc > {writer.position()}", grammar.extra)
    writer.steps(grammar.validate)
    name = class_name(command)
    body = _used(writer.lines)
    access = ", all_keys: bool = True" if command.wants_all_keys else ""
    signature = f"def {function_name(command)}(argv: Argv, now: int{access}) -> {name}:"
    head = [signature, f"{INDENT}args = {name}()"]
    if any("argc" in line for line in body):
        head.append(f"{INDENT}argc = len(argv)")
    return "\n".join([*_class(writer, name), "", "", *head, *body, f"{INDENT}return args"])


def _used(lines: list[str]) -> list[str]:
    """The lines without those that settle a position which nobody reads."""
    settling = re.compile(r"\s*at \+?= ")
    if any(re.search(r"\bat\b", line) for line in lines if not settling.match(line)):
        return lines
    return [line for line in lines if not settling.match(line)]


def _class(writer: Writer, name: str) -> list[str]:
    lines = [f"class {name}:", f'{INDENT}"""Arguments of {writer.command.name}."""', ""]
    for each in writer.fields.values():
        if each.default is None:
            lines.append(f"{INDENT}{each.name}: {each.type}")
        elif each.default == "()":
            lines.append(f"{INDENT}{each.name}: {each.type} = []  # replaced, never filled")
        else:
            lines.append(f"{INDENT}{each.name}: {each.type} = {each.default}")
    for lazy in writer.lazy:
        lines += ["", *_lazy_method(writer, lazy)]
    return lines + writer.methods


def _lazy_method(writer: Writer, arg: Arg) -> list[str]:
    inner = Writer(writer.command, writer.spec, depth=2)
    attr = attribute(arg.id)
    python = writer.spec.types[arg.type].python
    if arg.optional:
        python += " | None"
        inner.line(f"if self._{attr} is None:")
        inner.line(f"{INDENT}return {arg.default if arg.default is not None else None}")
    if arg.type == "enum":
        inner.line(f"value = self._{attr}.lower().decode('latin-1')")
        choices = tuple_of([repr(choice.lower()) for choice in arg.enum])
        inner.fail(f"value not in {choices}", arg.error or "syntax", f"self._{attr}")
    else:
        inner.convert(arg, f"self._{attr}", "value")
    if len(inner.lines) > 1 or arg.optional or arg.type == "enum":
        inner.line("return value")
    else:  # nothing is left to check
        inner.lines[0] = inner.lines[0].replace("value =", "return", 1)
    text = [line.replace("args.", "self.") for line in inner.lines]
    needs = {"now": ", now: int", "limits": ", limits: Limits", None: ""}
    given = needs[writer.spec.types[arg.type].needs]
    signature = f"{INDENT}def {attr}(self{given}) -> {python}:"
    return [signature, f'{INDENT * 2}"""Converts when asked for; raises CommandError."""', *text]


def module(spec: Spec, commands: list[Command]) -> str:
    """The module of one group."""
    parsers = [parser(command, spec) for command in commands if not is_arity_only(command)]
    constants: dict[str, str] = {}
    text = _with_constants("\n\n\n".join(parsers), constants)
    functions = {each.convert for each in spec.types.values() if each.convert}
    converters = sorted(name for name in functions if f"{name}(" in text)
    types = ("Filter", "LexBound", "LongDouble", "ScoreBound")
    names = [name for name in types if re.search(rf"\b{name}\b", text)]
    imports = ["from __future__ import annotations", ""]
    calls_back = "Callable[" in text
    typing = ["TYPE_CHECKING"] * calls_back + ["Any"] * ("Any" in text)
    typing += ["Final"] * bool(constants)
    if typing:
        imports += [f"from typing import {', '.join(typing)}", ""]
    if "limits: Limits" in text:
        imports.append("from refimpl.datatypes.limits import Limits")
    if "errors." in text:
        imports.append("from refimpl.table import errors")
    imports.append("from refimpl.table.command import Argv")
    if converters or names:
        imports.append(f"from refimpl.table.convert import {', '.join([*names, *converters])}")
    if "CommandError" in text:
        imports.append("from refimpl.table.failure import CommandError")
    if calls_back:
        imports += ["", "if TYPE_CHECKING:", f"{INDENT}from collections.abc import Callable"]
    if constants:
        imports += ["", *(f"{name}: Final = {made}" for name, made in constants.items())]
    return "\n".join(imports) + "\n\n\n" + text + "\n"


_MADE_FOR_COMMAND = re.compile(r', (errors\.(\w+)\(b"(\w+)"\))\)')


def _with_constants(text: str, constants: dict[str, str]) -> str:
    """The parsers, with errors that converters are given made once: the constants needed.

    To put the command's name into one takes longer than all else that EXPIRE's parser does.
    """

    def named(found: re.Match[str]) -> str:
        made, error, command = found.groups()
        name = f"_{error}_{command}".upper()
        constants[name] = made
        return f", {name})"

    return _MADE_FOR_COMMAND.sub(named, text)
