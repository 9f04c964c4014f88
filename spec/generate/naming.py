"""How the generated Python is called and spelt."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from spec.model.grammar import AT_ONCE, Arg, Repeat

if TYPE_CHECKING:
    from spec.model.command import Command

INDENT = "    "


def class_name(command: Command) -> str:
    """``CLIENT NO-TOUCH`` → ``ClientNoTouchArgs``."""
    words = command.name.replace("-", " ").replace("_", " ").split()
    return "".join(word.capitalize() for word in words) + "Args"


def function_name(command: Command) -> str:
    """``CLIENT NO-TOUCH`` → ``parse_client_no_touch``."""
    return "parse_" + command.name.lower().replace(" ", "_").replace("-", "_")


def attribute(name: str) -> str:
    """An argument's id as a Python attribute."""
    name = name.replace("-", "_")
    return name + "_" if keyword.iskeyword(name) else name


def is_arity_only(command: Command) -> bool:
    """Whether nothing but the number of words decides: the handler then gets the call's words."""
    steps = command.grammar.steps
    fixed = len(command.words)
    for index, step in enumerate(steps):
        last = index == len(steps) - 1
        if isinstance(step, Arg) and not step.optional and _is_raw(step):
            fixed += 1
            if fixed > command.minimum:
                return False
        elif isinstance(step, Repeat) and last and len(step.each) == 1 and _is_raw(step.each[0]):
            return command.arity < 0 and fixed + step.minimum <= command.minimum
        else:
            return False
    return command.arity >= 0 or not steps


def _is_raw(arg: Arg) -> bool:
    return arg.type in ("key", "bytes", "pattern") and arg.convert == AT_ONCE


def tuple_of(items: list[str]) -> str:
    """A tuple display of these expressions."""
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def literal(word: str, python: str) -> str:
    """The literal of a default value, written in the YAML as it would be sent."""
    if python in ("int", "float"):
        return word
    return repr(word) if python == "str" else repr(word.encode())
