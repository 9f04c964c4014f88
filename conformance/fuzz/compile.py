"""A command's grammar, compiled to a function that makes calls of it.

Calls are right more often than not: the right number of words, values that convert, options that
don't exclude each other. Each kind of fault has its own small probability, so that most faulty
calls have one fault and show one error.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from conformance.fuzz import words
from conformance.fuzz.manners import NOT_DRAWN, NOW, SOON, allowed, waits_long
from spec.model.grammar import (
    Arg,
    Check,
    Choose,
    Counted,
    Halves,
    Options,
    Repeat,
    Step,
)
from spec.model.interpret import interpret
from spec.model.predicate import And, Given, Not, names
from spec.model.values import CONVERSIONS, BadWord

if TYPE_CHECKING:
    from conformance.fuzz.words import Draw, Source
    from spec.model.command import Command
    from spec.model.grammar import Member
    from spec.model.load import Spec

Maker = Callable[["Source", list[bytes]], None]
Call = Callable[["Source"], list[bytes]]

BAD_WORD = 0.04
UNEVEN = 0.02
LACKING = 0.05
MANY = 0.01
CONFLICT = 0.12
REPEATED = 0.04
LETTER_CASE = 0.06
TAKE_OPTIONAL = 0.5


_KIND_OF_GROUP = {"bitmap": "string", "geo": "sorted_set"}

# The common words of types whose boundaries are mostly the uncommon ones.
_USUAL: dict[str, tuple[bytes, ...]] = {
    "int": words.SMALL_INTEGERS,
    "unsigned": (b"0", b"1", b"2", b"5", b"10", b"100"),
    "cursor": (b"0", b"0", b"0", b"1"),
    "double": (b"0", b"1", b"2", b"3", b"-1", b"1.5", b"2", b"10", b"100", b"-3.25"),
    "score-bound": (b"-inf", b"+inf", b"0", b"1", b"2", b"(1", b"(2", b"3", b"(3.5", b"10"),
    "lex-bound": (b"-", b"+", b"[a", b"[b", b"(b", b"[c", b"(e", b"[d"),
    "pattern": (b"*", b"a*", b"?", b"*1", b"[a-c]*", b"k*"),
    "stream-id": words.IDS,
    "deleted-stream-id": (b"0", b"1-1", b"2-1", b"3-1"),
    "new-stream-id": words.NEW_IDS,
    "stream-bound": words.BOUNDS,
    "stream-end": (*words.BOUNDS, b"+", b"+"),
    "group-start": (b"0", b"0", b"$", b"1-1", b"3-0"),
    "group-position": (b"0", b"0", b"-", b"1-1", b"3-0", b"$"),
    "bit": (b"0", b"1"),
}
# Words by the argument's name, in groups or commands where they are more than numbers or bytes.
_NAMED: dict[tuple[str, str], Draw] = {
    ("geo", "longitude"): words.degrees(*words.PLACE[0]),
    ("geo", "latitude"): words.degrees(*words.PLACE[1]),
    ("geo", "radius"): words.length,
    ("geo", "width"): words.length,
    ("geo", "height"): words.length,
    ("hyperloglog", "element"): words.element,
    ("ACL CAT", "category"): words.pick((b"read", b"Fast", b"connection", b"scripting", b"all")),
    ("ACL DRYRUN", "username"): words.pick((*[b"default"] * 9, b"nobody", b"Default")),
    ("ACL DRYRUN", "command"): words.pick((b"get", b"SET", b"ping", b"config", b"acl", b"nosuch")),
    ("ACL GETUSER", "username"): words.pick((*[b"default"] * 3, b"nobody", b"Default")),
    ("stream", "group"): words.pick(words.GROUPS),
    ("stream", "group-name"): words.pick(words.GROUPS),
    ("stream", "consumer"): words.pick(words.CONSUMERS),
    ("vector_set", "element"): words.weighted((80, words.SHORT), (20, words.MEMBERS)),
    ("vector_set", "value"): words.component,
    ("vector_set", "blob"): words.blob,
    ("vector_set", "reduce"): words.pick((b"2", b"2", b"2", b"3", b"5", b"0", b"x")),
    ("vector_set", "m"): words.pick((*[b"16"] * 9, b"4", b"8", b"3", b"4097", b"x")),
    ("vector_set", "attribute"): words.weighted((80, words.ATTRIBUTES), (20, words.MEMBERS)),
    ("vector_set", "setattr"): words.weighted((80, words.ATTRIBUTES), (20, words.MEMBERS)),
    ("SELECT", "index"): words.pick(words.DATABASES),
    ("MOVE", "db"): words.pick(words.DATABASES),
    ("COPY", "db"): words.pick(words.DATABASES),
    ("SWAPDB", "first"): words.pick(words.DATABASES),
    ("SWAPDB", "second"): words.pick(words.DATABASES),
    ("XREAD", "ids"): words.pick((b"0", b"0", b"$", b"+", *words.IDS[:8])),
    ("XREADGROUP", "ids"): words.pick((*[b">"] * 6, b"0", b"0", b"1-1", b"3")),
    ("XDELEX", "id"): words.pick(words.IDS),
    ("XACKDEL", "id"): words.pick(words.IDS),
}
# Missing, it is an error.
_HARDLY_OPTIONAL = {("XADD", "id")}
_BLOCKS_NOT = (b"0.001", b"0.002", b"1e-3", b"0.0001")
_BLOCKS_NOT_MS = (b"1", b"2")


def compile_call(spec: Spec, command: Command, without: Collection[str] = ()) -> Call:
    """The function that makes calls of the command, its name included.

    They are `without` some options and words of enumerations, in lower case.
    """
    compiler = _Compiler(spec, command, without)
    steps = compiler.steps(command.grammar.steps)
    name = [word.encode() for word in command.words]
    lower = [word.lower() for word in name]

    def call(rnd: Source) -> list[bytes]:
        argv = list(lower if rnd() < LETTER_CASE else name)
        for make in steps:
            make(rnd, argv)
        return argv

    return call


class _Compiler:
    def __init__(self, spec: Spec, command: Command, without: Collection[str]) -> None:
        self.spec, self.command, self.without = spec, command, without
        self.kind = _KIND_OF_GROUP.get(command.group, command.group)
        self.key = words.key_of(self.kind)

    def steps(self, steps: list[Step]) -> list[Maker]:
        """A maker for each step that takes words."""
        makers = []
        for step in steps:
            match step:
                case Arg():
                    makers.append(self.arg(step))
                case Repeat():
                    makers.append(self.repeat(step))
                case Counted():
                    makers.append(self.counted(step))
                case Halves():
                    makers.append(self.halves(step))
                case Options():
                    makers.append(self.options(step))
                case Choose():
                    makers.append(self.choose(step))
                case _:
                    inner = getattr(step, "steps", None)
                    if inner:
                        makers += self.steps(inner)
        return makers

    # -- words

    def arg(self, arg: Arg) -> Maker:
        draw = self.draw(arg)
        if (self.command.name, arg.id) in NOT_DRAWN:
            return lambda rnd, argv: None
        if not arg.optional:
            return lambda rnd, argv: argv.append(draw(rnd))

        often = 1 - UNEVEN if (self.command.name, arg.id) in _HARDLY_OPTIONAL else TAKE_OPTIONAL

        def optional(rnd: Source, argv: list[bytes]) -> None:
            if rnd() < often:
                argv.append(draw(rnd))

        return optional

    def draw(self, arg: Arg) -> Draw:
        """What a word of this argument may be: usual words, boundaries, and bad ones."""
        if arg.type == "key":
            return self.key
        if arg.type == "enum":
            return _enum([each for each in arg.enum if each.lower() not in self.without])
        if arg.type == "bytes":
            named = self.named(arg)
            if named is not None:
                return words.weighted((94, named), (6, words.MEMBER))
            boundaries = [text.encode("latin-1") for text in self.spec.types["bytes"].boundaries]
            # The same of these as of words.BINARY.
            boundaries = [word for word in boundaries if not word.startswith(b"\0")]
            return words.weighted((94, words.MEMBERS), (6, boundaries))
        good, bad = self.sorted_words(arg)
        if counts_from_now(arg):
            return words.weighted(
                (1 - 2 * BAD_WORD, words.later(arg.params)), (BAD_WORD, good), (BAD_WORD, bad)
            )
        usual = self.named(arg) or self.usual(arg)
        return words.weighted(
            (1 - BAD_WORD - 0.2, usual or good or words.SHORT),
            (0.2, good),
            (BAD_WORD, bad),
        )

    def named(self, arg: Arg) -> Draw | None:
        """Words for the argument's name, if it has its own."""
        command = self.command
        return _NAMED.get((command.name, arg.id)) or _NAMED.get((command.group, arg.id))

    def usual(self, arg: Arg) -> list[bytes]:
        """Everyday words of the type that convert in this place."""
        may = allowed(self.command, arg)
        pool = _USUAL.get(arg.type, ())
        return [word for word in pool if self.fits(arg, word) and may(word)]

    def sorted_words(self, arg: Arg) -> tuple[list[bytes], list[bytes]]:
        """Boundary words: those that are right in this place, and those that are not."""
        may = allowed(self.command, arg)
        pool = {text.encode("latin-1") for text in self.spec.types[arg.type].boundaries}
        pool |= self.edges(arg)
        pool |= _moments(arg)
        kept = sorted(word for word in pool if may(word) and not _is_soon(arg, word))
        if arg.type in ("timeout", "timeout-ms"):
            kept = [word for word in kept if not _waits_long(arg, word)]
            kept += _BLOCKS_NOT if arg.type == "timeout" else _BLOCKS_NOT_MS
        good = [word for word in kept if self.fits(arg, word)]
        return good, [word for word in kept if word not in set(good)]

    def edges(self, arg: Arg) -> set[bytes]:
        """Both sides of the limits of the argument's range."""
        limits = [limit for limit in arg.range or () if limit is not None]
        return {b"%d" % (limit + by) for limit in limits for by in (-1, 0, 1)}

    def fits(self, arg: Arg, word: bytes) -> bool:
        """Whether the word converts and is in range. Types without a conversion take any word."""
        convert = self.spec.types[arg.type].reading
        if convert is None:
            return True
        params = {
            name: "0" if value.startswith("@") else value for name, value in arg.params.items()
        }
        try:
            value = convert(word, params, NOW)
        except (BadWord, ValueError):
            return False
        if arg.range is None or not isinstance(value, int | float):
            return True
        low, high = arg.range
        return (low is None or value >= low) and (high is None or value <= high)

    # -- groups of words

    def group(self, each: list[Arg]) -> Maker:
        draws = [self.draw(arg) for arg in each]
        if len(draws) == 1:
            draw = draws[0]
            return lambda rnd, argv: argv.append(draw(rnd))

        def several(rnd: Source, argv: list[bytes]) -> None:
            for draw in draws:
                argv.append(draw(rnd))

        return several

    def repeat(self, step: Repeat) -> Maker:
        group, width, least = self.group(step.each), len(step.each), step.minimum

        def make(rnd: Source, argv: list[bytes]) -> None:
            for _ in range(_how_many(rnd, least)):
                group(rnd, argv)
            if width > 1 and rnd() < UNEVEN:
                argv.pop()

        return make

    def counted(self, step: Counted) -> Maker:
        group, count = self.group(step.each), self.draw(step.count)
        fixed = step.count.range

        vector = self.command.group == "vector_set"

        def make(rnd: Source, argv: list[bytes]) -> None:
            groups = words.DIMENSIONS if vector and rnd() < 0.9 else _how_many(rnd, 1)
            if fixed is not None and fixed[1] is not None:
                groups = min(groups, fixed[1])
            argv.append(b"%d" % groups if rnd() > 2 * BAD_WORD else count(rnd))
            for _ in range(groups):
                group(rnd, argv)

        return make

    def halves(self, step: Halves) -> Maker:
        draws = [self.draw(arg) for arg in step.parts]

        def make(rnd: Source, argv: list[bytes]) -> None:
            groups = _how_many(rnd, 1)
            for draw in draws:
                for _ in range(groups):
                    argv.append(draw(rnd))
            if rnd() < UNEVEN:
                argv.pop()

        return make

    # -- options and alternatives

    def options(self, block: Options) -> Maker:
        name = self.command.name
        members = [
            (member, self.member(member))
            for member in block.members
            if (name, member.id) not in NOT_DRAWN and member.id not in self.without
        ]
        rivals = {
            member.id: {other for other, conflict in block.rivals(member) if conflict is not None}
            for member in block.members
        }
        size = len(members)
        needed = [
            [(member, write) for member, write in members if member.id in ids]
            for ids in self.needed(block)
        ]

        def make(rnd: Source, argv: list[bytes]) -> None:
            chosen: list[Maker] = []
            wanted = int(rnd() * rnd() * (min(size, 4) + 1) + 0.35)
            excluded: set[str] = set()
            for alternatives in needed:
                if rnd() > LACKING:
                    member, write = alternatives[int(rnd() * len(alternatives))]
                    excluded |= rivals[member.id]
                    chosen.append(write)
            while wanted > 0:
                wanted -= 1
                member, write = members[int(rnd() * size)]
                if member.id in excluded and rnd() > CONFLICT:
                    continue
                if rnd() > REPEATED:
                    excluded.add(member.id)
                excluded |= rivals[member.id]
                chosen.insert(int(rnd() * (len(chosen) + 1)) if needed else len(chosen), write)
            for write in chosen:
                write(rnd, argv)

        return make

    def needed(self, block: Options) -> list[list[str]]:
        """Options of which one must be given, says a check that refuses calls without any."""
        ids = {member.id for member in block.members}
        found = []
        for step in self.command.grammar.walk():
            if isinstance(step, Check):
                refused = step.when.operands if isinstance(step.when, And) else (step.when,)
                missing = [
                    each.operand.id
                    for each in refused
                    if isinstance(each, Not) and isinstance(each.operand, Given)
                ]
                if len(missing) == len(refused) and ids.issuperset(missing):
                    found.append(missing)
        return found

    def member(self, member: Member) -> Maker:
        tokens = [token.encode() for token in member.tokens]
        lower = [token.lower() for token in tokens]
        inner = self.steps(member.steps)
        size = len(tokens)

        def make(rnd: Source, argv: list[bytes]) -> None:
            argv.append((lower if rnd() < LETTER_CASE else tokens)[int(rnd() * size)])
            for step in inner:
                step(rnd, argv)

        return make

    def choose(self, step: Choose) -> Maker:
        """The case that the words so far decide on; any case where the number of words decides."""
        cases = [self.steps(steps) for _, steps in step.cases]
        conditions = [condition for condition, _ in step.cases]
        spec, command = self.spec, self.command
        by_count = any("argc" in names(condition) for condition in conditions if condition)

        def make(rnd: Source, argv: list[bytes]) -> None:
            chosen = int(rnd() * len(cases))
            if not by_count:
                # Filled up, so that it isn't refused for its arity before anything is bound.
                filled = argv + [b"0"] * (command.minimum - len(argv))
                outcome = interpret(spec, command, filled, NOW)
                held = (at for at, each in enumerate(conditions) if outcome.holds(each))
                chosen = next(held, chosen)
            for inner in cases[chosen]:
                inner(rnd, argv)

        return make


def _enum(choices: Sequence[str]) -> Draw:
    tokens = [token.encode() for token in choices]
    lower = [token.lower() for token in tokens]
    bad = [b"", b"NO" + tokens[0], tokens[0][:-1]]
    return words.weighted(
        (1 - BAD_WORD - LETTER_CASE, tokens), (LETTER_CASE, lower), (BAD_WORD, bad)
    )


def _how_many(rnd: Source, least: int) -> int:
    """How many groups: few, and now and then enough to change an encoding."""
    if rnd() < MANY:
        return 20 + int(rnd() * 150)
    return least + int(rnd() * rnd() * 4)


def _moments(arg: Arg) -> set[bytes]:
    """Times of the clock far ahead and past, for arguments that are such times."""
    if "deadline" not in arg.type or arg.params.get("base") != "epoch":
        return set()
    unit = 1 if arg.params.get("unit") == "s" else 1000
    return {b"%d" % (number * unit) for number in (4_000_000_000, 5_000_000_000, 1_000_000_000)}


def counts_from_now(arg: Arg) -> bool:
    """Whether the word is a time to live."""
    return "deadline" in arg.type and arg.params.get("base") == "now"


def _is_soon(arg: Arg, word: bytes) -> bool:
    """Whether the word means a moment that may come while two servers are being compared."""
    if not counts_from_now(arg):
        return False
    try:
        value = int(word) * (1000 if arg.params.get("unit") == "s" else 1)
    except ValueError:
        return False
    return 0 < value < SOON


def _waits_long(arg: Arg, word: bytes) -> bool:
    """Whether a client would be blocked for ever, or for long."""
    try:
        moment = CONVERSIONS[arg.type](word, dict(arg.params), NOW)
    except (BadWord, ValueError):
        return False
    return waits_long(moment)
