"""A command as one release has it: published facts, grammar, reply branches, examples."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spec.model import grammar, predicate

if TYPE_CHECKING:
    from pathlib import Path

    from spec.model.predicate import Predicate
    from spec.model.yaml import Mapping


# In the order in which COMMAND INFO lists those of a command.
ACL_CATEGORIES = (
    *("keyspace", "read", "write", "set", "sortedset", "list", "hash", "string", "bitmap"),
    *("hyperloglog", "geo", "stream", "pubsub", "admin", "fast", "slow", "blocking"),
    *("dangerous", "connection", "transaction", "scripting"),
)


@dataclass
class KeySpec:
    """Where keys stand in a call, as COMMAND publishes it (or, under `getkeys`, as it really is).

    `begin` is ("index", i), ("keyword", word, from) or ("unknown",); `find` is
    ("range", last, step, limit), ("keynum", at, first, step), ("half",) or ("unknown",), or
    ("leading", at, first, step) for a count that is what a word begins with. `search` tells more
    of a keyword that isn't looked for as it is published.
    """

    flags: list[str]
    begin: tuple[str, ...]
    find: tuple[str, ...]
    notes: str
    when: Predicate | None
    search: Search | None


@dataclass
class Search:
    """How a keyword is really looked for; as the last word of the call it is none.

    `values` are words and how many words behind each are stepped over; `last` tells that of
    several keywords the last one counts, `only` that no other words may stand before it.
    `instead_of` is the index of the word that is the key
    where there is no keyword, and that must be empty where there is one.
    """

    values: dict[str, int]
    last: bool
    only: bool
    instead_of: int | None


@dataclass
class Channels:
    """Which words of a call name channels: from `first` to `last` (negative: from the end).

    `patterns` tells that they are patterns of channels rather than names.
    """

    first: int
    last: int
    patterns: bool


@dataclass
class Branch:
    """One way a command answers: its clause id, when it can, and the shape of the reply."""

    id: str
    when: Predicate | None
    shape: Any
    compare: str
    raw: Mapping

    @cached_property
    def errors(self) -> frozenset[str]:
        """The ids of the errors that its shape (or a part of it) names."""
        return frozenset(_errors_of_shape(self.shape))


def _errors_of_shape(shape: Any) -> set[str]:
    if isinstance(shape, dict):
        if isinstance(shape.get("error"), str) and len(shape) == 1:
            return {shape["error"]}
        return set().union(*map(_errors_of_shape, shape.values()))
    if isinstance(shape, list):
        return set().union(*map(_errors_of_shape, shape)) if shape else set()
    return set()


@dataclass
class Example:
    """Steps of one example, as written."""

    id: str
    steps: list[Mapping]
    config: dict[str, str]
    line: int
    raw: Mapping


@dataclass
class Command:
    """One command, or one subcommand of a container, resolved for a release."""

    name: str  # "CLIENT KILL"
    path: Path
    line: int
    raw: Mapping
    container: Command | None = None
    subcommands: dict[str, Command] = field(default_factory=dict)
    known_clauses: dict[tuple[str, ...], str] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Ids of clauses by their parts, as far as somebody has put them together and kept them."""

    @property
    def full_name(self) -> str:
        """The whole name in lower case, parts joined by ``|``."""
        return self.name.lower().replace(" ", "|")

    @property
    def published_name(self) -> str:
        """The name in error texts and in COMMAND: modules' commands are in upper case."""
        return self.full_name if self.module is None else self.name

    @cached_property
    def words(self) -> list[str]:
        """The words that a call starts with."""
        return self.name.split(" ")

    @property
    def group(self) -> str:
        return str(self.raw["group"])

    @property
    def module(self) -> str | None:
        """The module that brings the command, also if it is built into the server."""
        return self.raw.get("module")

    @cached_property
    def arity(self) -> int:
        value = self.raw["arity"]
        return int(value if isinstance(value, str) else value[0]["is"])

    @property
    def minimum(self) -> int:
        """The fewest words of a call that passes the arity check."""
        return abs(self.arity)

    @property
    def flags(self) -> list[str]:
        return list(self.raw.get("flags", []))

    @property
    def acl(self) -> list[str]:
        """Every ACL category, those that follow from the flags included, without ``@``.

        Commands of modules have none, but for those they name themselves.
        """
        if self.module is not None:
            return list(self.raw.get("acl", []))
        flags, categories = set(self.flags), list(self.raw.get("acl", []))
        implied = ["fast" if "fast" in flags else "slow"]
        if "write" in flags:
            implied.append("write")
        if "readonly" in flags and "scripting" not in categories:
            implied.append("read")
        if "admin" in flags:
            implied += ["admin", "dangerous"]
        if "pubsub" in flags:
            implied.append("pubsub")
        if "blocking" in flags:
            implied.append("blocking")
        return sorted({*categories, *implied}, key=ACL_CATEGORIES.index)

    @cached_property
    def grammar(self) -> grammar.Grammar:
        return grammar.build(self.raw.get("args", []), self.raw.get("validate", []), self._extra())

    def _extra(self) -> str:
        value = self.raw.get("extra", "syntax")
        if isinstance(value, list):
            value = value[0]["id"]
        return str(value)

    @cached_property
    def keys(self) -> list[KeySpec]:
        return [_key_spec(item) for item in self.raw.get("keys", [])]

    @cached_property
    def getkeys(self) -> list[KeySpec]:
        """Where the keys of an actual call are: `getkeys`, or what `keys` says.

        What `keys` says to be no key (a shard channel, which only decides on a slot) is none.
        """
        own = self.raw.get("getkeys")
        if own is None:
            return [each for each in self.keys if "not_key" not in each.flags]
        return [_key_spec(item) for item in own]

    @cached_property
    def getkeys_otherwise(self) -> list[KeySpec]:
        """Where the keys of a call are to which `getkeys` doesn't apply.

        Keys that are counted are then looked for in an older way, which knows no flags, takes
        the number that a word begins with, and gives the other keys behind the counted ones.
        """
        own = self.raw.get("getkeys_otherwise")
        if own is not None:
            return [_key_spec(item) for item in own]
        counted = [each for each in self.getkeys if each.find[0] == "keynum"]
        if not counted:
            return []
        others = [each for each in self.getkeys if each.find[0] != "keynum"]
        leading = [replace(each, find=("leading", *each.find[1:])) for each in counted]
        return [replace(each, flags=[]) for each in (*leading, *others)]

    @property
    def channels(self) -> Channels | None:
        """The channels that a call names, which the user must have access to."""
        item = self.raw.get("channels")
        if item is None:
            return None
        return Channels(int(item["first"]), int(item["last"]), "patterns" in item)

    @property
    def wants_all_keys(self) -> bool:
        """Whether some option is only for users who may read every key."""
        return any(
            isinstance(step, grammar.Member) and step.all_keys is not None
            for step in self.grammar.walk()
        )

    @cached_property
    def reply(self) -> list[Branch]:
        return [
            Branch(
                id=item["id"],
                when=predicate.parse(item["when"]) if "when" in item else None,
                shape=item["is"],
                compare=_compare(item),
                raw=item,
            )
            for item in self.raw.get("reply", [])
        ]

    @cached_property
    def examples(self) -> list[Example]:
        return [
            Example(item["id"], item["steps"], dict(item.get("config", {})), item.line, item)
            for item in self.raw.get("examples", [])
        ]

    def clause(self, *parts: str) -> str:
        """The stable id of one of this command's clauses: ``SET/reply/stored``."""
        return "/".join((self.name, *parts))


def _compare(item: Mapping) -> str:
    """exact, unordered, unordered-pairs, approximate or nondeterministic."""
    if "approximate" in item:
        return "approximate"
    if "nondeterministic" in item:
        return "nondeterministic"
    return str(item.get("compare", "exact"))


def _key_spec(item: Mapping) -> KeySpec:
    begin, find = item.get("begin", "unknown"), item.get("find", "unknown")
    search = None
    if begin == "unknown":
        start: tuple[str, ...] = ("unknown",)
    elif "index" in begin:
        start = ("index", begin["index"])
    else:
        start = ("keyword", begin["keyword"], begin["from"])
        search = _search(begin)
    if find == "unknown":
        where: tuple[str, ...] = ("unknown",)
    elif find == "half":
        where = ("half",)
    elif "keynum" in find:
        where = ("keynum", find["keynum"], find["first"], find["step"])
    else:
        where = ("range", find["last"], find["step"], find["limit"])
    return KeySpec(
        flags=list(item.get("flags", [])),
        begin=start,
        find=where,
        notes=item.get("notes", ""),
        when=predicate.parse(item["when"]) if "when" in item else None,
        search=search,
    )


def _search(begin: Mapping) -> Search | None:
    if begin.keys() == {"keyword", "from"}:
        return None
    instead_of = begin.get("instead_of")
    return Search(
        values={word.upper(): int(count) for word, count in begin.get("values", {}).items()},
        last=begin.get("which") == "last",
        only="only" in begin,
        instead_of=None if instead_of is None else int(instead_of),
    )
