"""What a parser under construction knows of its arguments, and predicates over them as Python."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spec.generate.naming import attribute
from spec.model import predicate as when
from spec.model.grammar import LISTED, Arg, Counted, Member, Repeat, Step

if TYPE_CHECKING:
    from spec.model.command import Command
    from spec.model.load import Spec
    from spec.model.predicate import Predicate


@dataclass
class Field:
    """An attribute of the parsed arguments: its type, and its value when nothing sets it."""

    name: str
    type: str
    default: str | None = None


@dataclass
class Scope:
    """The attributes declared so far, and the groups of options that exclude each other."""

    command: Command
    spec: Spec
    fields: dict[str, Field] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def declare(self, name: str, type_: str, default: str | None = None) -> str:
        """An attribute of the result; declared twice, the wider type wins. Its Python name."""
        attr = attribute(name)
        known = self.fields.get(attr)
        if known is not None and known.default is not None and default is None:
            default = known.default
        if default == "None" and type_ != "Any" and not type_.endswith("| None"):
            type_ += " | None"
        self.fields[attr] = Field(attr, type_, default)
        return attr

    def find(self, name: str) -> Step:
        for step in self.command.grammar.walk():
            if isinstance(step, Arg | Repeat | Counted) and step.id == name:
                return step
        raise KeyError(f"{self.command.name}: convert names {name!r}, which isn't an argument")

    def is_given(self, name: str) -> str:
        """The expression that tells whether an argument or option was given."""
        attr = attribute(name)
        for step in self.command.grammar.walk():
            if isinstance(step, Member) and step.id == name:
                if step.into is not None:
                    return f'any(each[0] == "{name}" for each in args.{attribute(step.into)})'
                if step.valued and step.repeats != "collect":
                    arg = step.steps[0]
                    assert isinstance(arg, Arg)
                    if arg.convert == LISTED:
                        return f"raw_{attr} is not None"
                    return f"args.{attr} is not None"
                return f"args.{attr}"
            if isinstance(step, Arg) and step.id == name:
                if step.convert == LISTED:
                    return f"raw_{attr} is not None"
                return f"args.{attr} is not None"
            if isinstance(step, Repeat | Counted) and step.id == name:
                return f"args.{attr}"
        if name in self.groups:
            return "(" + " or ".join(self.is_given(member) for member in self.groups[name]) + ")"
        raise KeyError(f"{self.command.name}: a predicate names {name!r}, which is no argument")

    def expression(self, predicate: Predicate) -> str:
        """A predicate as Python."""
        match predicate:
            case when.Given(id=name):
                return self.is_given(name)
            case when.Has(word=word, start=1, stop=0):
                return f'any(each.upper() == b"{word}" for each in argv[1:])'
            case when.Has() | when.MadeOf():
                raise ValueError("only a condition of getkeys can limit where it looks")
            case when.Not(operand=operand):
                inner = self.expression(operand)
                return f"not {inner}" if " " not in inner else f"not ({inner})"
            case when.And(operands=operands):
                return " and ".join(self.operand(each) for each in operands)
            case when.Or(operands=operands):
                return " or ".join(self.operand(each) for each in operands)
            case when.Compare(left=left, operator=operator, right=right):
                value = self.value(left)
                known = self.fields.get(attribute(left.id))
                is_word = isinstance(right, str) and known is not None and known.type == "bytes"
                comparison = f"{value} {operator} {'b' if is_word else ''}{right!r}"
                is_ordering = operator not in ("==", "!=")
                if is_ordering and isinstance(left, when.Value) and self.may_be_none(left.id):
                    return f"{value} is not None and {comparison}"
                return comparison

    def may_be_none(self, name: str) -> bool:
        known = self.fields.get(attribute(name))
        return known is not None and known.default == "None"

    def operand(self, predicate: Predicate) -> str:
        text = self.expression(predicate)
        return f"({text})" if isinstance(predicate, when.Or | when.And) else text

    def value(self, left: when.Count | when.Value) -> str:
        if isinstance(left, when.Value):
            return "argc" if left.id == "argc" else f"args.{attribute(left.id)}"
        source = self.find(left.id)
        attr = attribute(left.id)
        if isinstance(source, Repeat | Counted) and source.convert == LISTED:
            width = len(source.each)
            return f"len(raw_{attr})" if width == 1 else f"len(raw_{attr}) // {width}"
        return f"len(args.{attr})"


def certain(predicate: Predicate, absent: set[str]) -> bool | None:
    """The predicate's value when the arguments in `absent` weren't given; None: can't be told."""
    match predicate:
        case when.Given(id=name):
            return False if name in absent else None
        case when.Has() | when.MadeOf():
            return None
        case when.Not(operand=operand):
            inner = certain(operand, absent)
            return None if inner is None else not inner
        case when.And(operands=operands):
            values = [certain(each, absent) for each in operands]
            return False if False in values else None if None in values else True
        case when.Or(operands=operands):
            values = [certain(each, absent) for each in operands]
            return True if True in values else None if None in values else False
        case when.Compare(left=left):
            return False if left.id in absent else None
