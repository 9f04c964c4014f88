"""The argument grammar: what a command's ``args`` and ``validate`` state, as data.

A command's parser is a list of steps, executed in order; the first failure is the reply. The
interpreter (`spec.model.interpret`) runs the steps as they stand here, the generator
(`spec.generate.parsers`) writes the same steps out as straight-line Python.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spec.model import predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spec.model.predicate import Predicate

AT_ONCE, LISTED, ON_USE = "at-once", "listed", "on-use"


class GrammarError(ValueError):
    """A grammar that contradicts itself; the loader adds file and line."""


@dataclass
class Arg:
    """One word: its id, its type, when it is converted, and which error a bad one gets.

    `optional` is "" (required), "yes" (taken when a word is left) or "if-matches" (taken when the
    word is one of the enumeration). `range` is inclusive; `out_of_range` defaults to `error`.
    """

    id: str
    type: str
    optional: str = ""
    convert: str = AT_ONCE
    error: str | None = None
    range: tuple[int | None, int | None] | None = None
    out_of_range: str | None = None
    enum: tuple[str, ...] = ()
    default: str | None = None
    missing: str | None = None
    into: str | None = None
    look_up: bool = False  # in deferred steps: the handler is told of the value when it is read
    params: dict[str, str] = field(default_factory=dict)


@dataclass
class Repeat:
    """All the words that are left (or up to `leave` from the end), in groups as long as `each`.

    With `as_many_as` the id of an earlier list: only as many groups as that has. `fitting` ends the
    list at the first word that doesn't convert.
    """

    id: str
    each: list[Arg]
    minimum: int = 0
    leave: int = 0
    as_many_as: str | None = None
    fitting: bool = False
    uneven: str = "syntax"
    short: str = "syntax"
    convert: str = AT_ONCE


@dataclass
class Counted:
    """A count, then that many groups of words; `short` where fewer follow.

    `exact` names the error where more follow than the count says (None: more may follow).
    """

    id: str
    count: Arg
    each: list[Arg]
    short: str = "syntax"
    exact: str | None = None
    convert: str = AT_ONCE


@dataclass
class Halves:
    """What is left, cut into as many equal parts as `parts` (STREAMS key… id…)."""

    parts: list[Arg]
    uneven: str
    minimum: int = 1


@dataclass
class Member:
    """An option: its words, the steps that its values take, and the group it excludes.

    `repeats`: "last" (the last one counts), "collect" (a list), or the id of an error.
    `needs` words must follow for it to be recognised, else `missing` or the block's `unknown`.
    `all_keys`: the error for users who may not read every key, and what the value must hold for it.
    """

    id: str
    tokens: tuple[str, ...]
    steps: list[Step]
    repeats: str = "last"
    needs: int = 0
    missing: str | None = None
    into: str | None = None
    valued: bool = False  # its id names the value rather than a flag
    when: Predicate | None = None
    all_keys: tuple[str, str] | None = None


@dataclass
class Group:
    """Members of which one excludes another: an error, or (None) the last one given wins."""

    id: str
    members: tuple[str, ...]
    conflict: str | None


@dataclass
class Options:
    """Options in any order, up to the end or to the first word that is none."""

    until: str
    unknown: str
    members: list[Member]
    groups: list[Group]
    id: str = "options"

    @cached_property
    def by_token(self) -> dict[str, list[Member]]:
        """The members by their words in upper case, each list in order."""
        found: dict[str, list[Member]] = {}
        for member in self.members:
            for token in dict.fromkeys(map(str.upper, member.tokens)):
                found.setdefault(token, []).append(member)
        return found

    def rivals(self, member: Member) -> list[tuple[str, str | None]]:
        """The other members that exclude this one, each with the error of the conflict."""
        return [
            (other, group.conflict)
            for group in self.groups
            if member.id in group.members
            for other in group.members
            if other != member.id
        ]


@dataclass
class Check:
    """Fails with `error` when the predicate holds."""

    id: str
    when: Predicate
    error: str


@dataclass
class Convert:
    """Converts, in this order, arguments that were bound raw."""

    ids: list[str]
    when: Predicate | None = None
    type: str | None = None
    error: str | None = None
    range: tuple[int | None, int | None] | None = None
    out_of_range: str | None = None


@dataclass
class Choose:
    """The first case whose predicate holds decides the steps (None: otherwise)."""

    cases: list[tuple[Predicate | None, list[Step]]]


@dataclass
class Deferred:
    """Steps that the handler asks for, by `id`, once it has looked at the key.

    What it finds there (another type; nothing at all) is then the reply before any of them.
    Always the last step of a grammar.
    """

    id: str
    steps: list[Step]


Step = Arg | Repeat | Counted | Halves | Options | Check | Convert | Choose | Deferred


@dataclass
class Grammar:
    """The whole parser of one command. `extra` is the error for words left over."""

    args: list[Step]
    validate: list[Step]
    extra: str = "syntax"

    @property
    def steps(self) -> list[Step]:
        """All steps, in order; the check for words left over stands between the two lists."""
        return [*self.args, *self.validate]

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The members of each group of options that isn't called as one of them."""
        found: dict[str, tuple[str, ...]] = {}
        for step in self.walk():
            for group in step.groups if isinstance(step, Options) else ():
                if group.id not in group.members:
                    found.setdefault(group.id, group.members)
        return found

    def walk(self) -> Iterator[Step | Member]:
        """Every step and option member, depth first, in the order of the text."""
        yield from _walk(self.steps)


def _walk(steps: list[Step]) -> Iterator[Step | Member]:
    for step in steps:
        yield step
        if isinstance(step, Options):
            for member in step.members:
                yield member
                yield from _walk(member.steps)
        elif isinstance(step, Choose):
            for _, inner in step.cases:
                yield from _walk(inner)
        elif isinstance(step, Deferred):
            yield from _walk(step.steps)


def build(args: list[Any], validate: list[Any], extra: str) -> Grammar:
    """The grammar that the resolved YAML lists state. Raises GrammarError."""
    grammar = Grammar(_steps(args), _steps(validate), extra)
    if any(isinstance(step, Deferred) for step in grammar.steps[:-1]):
        raise GrammarError("nothing can follow a deferred step")
    listed = {name for step in grammar.walk() if isinstance(step, Convert) for name in step.ids}
    for step in grammar.walk():
        if isinstance(step, Arg | Repeat | Counted) and step.id in listed:
            step.convert = LISTED
    return grammar


def _steps(items: list[Any]) -> list[Step]:
    return [_step(item) for item in items]


def _step(item: dict[str, Any]) -> Step:
    if "options" in item:
        return _options(item["options"])
    if "repeat" in item:
        return Repeat(
            id=item["repeat"],
            each=[_arg(part) for part in item["each"]],
            minimum=int(item.get("min", "0")),
            leave=int(item.get("leave", "0")),
            as_many_as=item.get("as_many_as"),
            fitting="while" in item,
            uneven=_error(item, "uneven") or "syntax",
            short=_error(item, "short") or _error(item, "uneven") or "syntax",
        )
    if "counted" in item:
        return Counted(
            id=item["counted"],
            count=_arg(item["count"]),
            each=[_arg(part) for part in item["each"]],
            short=_error(item, "short") or "syntax",
            exact=_error(item, "exact"),
        )
    if "halves" in item:
        parts = [_arg(part) for part in item["halves"]]
        return Halves(parts, _error(item, "uneven") or "syntax", int(item.get("min", "1")))
    if "convert" in item and "id" not in item:
        ids = item["convert"]
        return Convert(
            ids=[ids] if isinstance(ids, str) else list(ids),
            when=_when(item),
            type=item.get("as"),
            error=_error(item, "error"),
            range=_range(item),
            out_of_range=_error(item, "out_of_range"),
        )
    if "deferred" in item:
        return Deferred(item["deferred"], _steps(item["args"]))
    if "choose" in item:
        return Choose([(_when(case), _steps(case["args"])) for case in item["choose"]])
    if "type" in item:
        return _arg(item)
    if "when" in item and "error" in item:
        condition, error = _when(item), _error(item, "error")
        assert condition is not None
        assert error is not None
        return Check(item["id"], condition, error)
    raise GrammarError(f"no such step: {dict(item)!r}")


_ARG_FIELDS = {
    "id", "type", "optional", "convert", "error", "range", "out_of_range", "of", "default",
    "missing", "into", "look_up", "since", "until",
}  # fmt: skip


def _arg(item: dict[str, Any]) -> Arg:
    optional = item.get("optional", "")
    return Arg(
        id=item["id"],
        type=item["type"],
        optional="yes" if optional == "true" else optional,
        convert=item.get("convert", AT_ONCE),
        error=_error(item, "error"),
        range=_range(item),
        out_of_range=_error(item, "out_of_range"),
        enum=tuple(item.get("of", ())),
        default=item.get("default"),
        missing=_error(item, "missing"),
        into=item.get("into"),
        look_up=item.get("look_up") == "true",
        params={key: value for key, value in item.items() if key not in _ARG_FIELDS},
    )


def _options(item: dict[str, Any]) -> Options:
    groups = [
        Group(name, tuple(body["members"]), _error(body, "conflict"))
        for name, body in item.get("one_of", {}).items()
    ]
    members = [_member(member, item.get("repeats", "last")) for member in item["members"]]
    known = {member.id for member in members}
    groups = [
        Group(group.id, tuple(name for name in group.members if name in known), group.conflict)
        for group in groups
    ]
    return Options(
        until=item.get("until", "end"),
        unknown=_error(item, "unknown") or "syntax",
        members=members,
        groups=groups,
    )


def _member(item: dict[str, Any], repeats: str) -> Member:
    token = item["token"]
    steps: list[Step] = []
    valued = False
    if "value" in item:
        value = {"id": item["id"], **item["value"]}
        steps = [_arg(value)]
        valued = "into" not in value and "into" not in item and value["id"] == item["id"]
    elif "values" in item:
        steps = [_arg(value) for value in item["values"]]
    elif "args" in item:
        steps = _steps(item["args"])
    required = sum(1 for step in steps if isinstance(step, Arg) and not step.optional)
    return Member(
        id=item["id"],
        tokens=(token,) if isinstance(token, str) else tuple(token),
        steps=steps,
        repeats=_error(item, "repeats") or repeats,
        needs=int(item.get("needs", str(required))),
        missing=_error(item, "missing"),
        into=item.get("into"),
        valued=valued,
        when=_when(item),
        all_keys=_all_keys(item),
    )


def _all_keys(item: dict[str, Any]) -> tuple[str, str] | None:
    if "all_keys" not in item:
        return None
    error = _error(item["all_keys"], "error")
    assert error is not None
    return error, item["all_keys"].get("holding", "")


def _when(item: dict[str, Any]) -> Predicate | None:
    return predicate.parse(item["when"]) if "when" in item else None


def _error(item: dict[str, Any], key: str) -> str | None:
    """An error id; of a list of alternatives by version, the one that is left."""
    value = item.get(key)
    if isinstance(value, list):
        if not value:
            return None
        value = value[0]
    if isinstance(value, dict):
        value = value["id"]
    assert value is None or isinstance(value, str)
    return value


def _range(item: dict[str, Any]) -> tuple[int | None, int | None] | None:
    if "range" not in item:
        return None
    low, high = item["range"]
    return (int(low) if low != "" else None, int(high) if high != "" else None)
