"""Makes calls out of a command's grammar: valid ones, and ones that break one given clause.

Nothing here is random from run to run: the choices that a search makes are seeded by the clause.
Whether a call does what it was made for is not decided here but by the spec's interpreter.
"""

from __future__ import annotations

import contextlib
import random
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from conformance.compare.text import to_bytes
from conformance.coverage.clauses import words_of
from spec.model.grammar import (
    Arg,
    Check,
    Choose,
    Convert,
    Counted,
    Deferred,
    Halves,
    Member,
    Options,
    Repeat,
    Step,
)
from spec.model.interpret import Outcome, interpret
from spec.model.predicate import names
from spec.model.values import BadWord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spec.model.command import Command
    from spec.model.load import Spec

# The command's time for the interpreter: any will do, as long as deadlines below are after it.
NOW = 1_800_000_000_000
FAR_SECONDS, FAR_MS = b"4102444800", b"4102444800000"
SEARCH = 250

# Words that do for a type, the first that also is in the range wins. `{now}` types see below.
GOOD: dict[str, tuple[bytes, ...]] = {
    "int": (b"1", b"0", b"2", b"10", b"-1", b"100"),
    "double": (b"1.5", b"1"),
    "timeout": (b"0.01",),
    "pattern": (b"*",),
    "bytes": (b"v",),
    "score-bound": (b"1",),
    "lex-bound": (b"[a",),
    "stream-id": (b"0-1",),
    "cursor": (b"0",),
}


@dataclass
class Wish:
    """What a call shall look like.

    `include` are options and optional arguments to give, in this order; `words` are words to use
    for an argument, `groups` how many groups a repeated one has; `case` picks among alternatives.
    `cut` leaves out the words after the named step, `tail` is put at the end.
    """

    include: tuple[str, ...] = ()
    words: dict[str, bytes] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    count_words: dict[str, bytes] = field(default_factory=dict)
    case: int = 0
    tail: tuple[bytes, ...] = ()
    cut: str = ""


class _Cut(Exception):
    """The call ends here by wish."""


class CallMaker:
    """Calls of one command."""

    def __init__(self, spec: Spec, command: Command) -> None:
        self.spec = spec
        self.command = command
        self._keys = 0
        # Judging words is most of a search's cost, and their arguments live as long as we do.
        self._judged: dict[int, dict[bytes, bool | None]] = {}
        self._good: dict[int, list[bytes]] = {}

    # -- building -----------------------------------------------------------------------------

    def build(self, wish: Wish) -> list[bytes]:
        """The words of a call that is as the wish says, valid otherwise as far as can be."""
        out = [word.encode() for word in self.command.words]
        self._keys = 0
        with contextlib.suppress(_Cut):
            self._steps(self.command.grammar.args, wish, out)
        return out + list(wish.tail)

    def _steps(self, steps: list[Step], wish: Wish, out: list[bytes]) -> None:
        for step in steps:
            match step:
                case Arg():
                    wanted = step.id in wish.include or step.id in wish.words
                    if not step.optional or wanted:
                        out.append(self._word(step, wish))
                case Repeat():
                    self._groups(step.id, step.each, max(step.minimum, 1), wish, out)
                case Counted():
                    self._counted(step, wish, out)
                case Halves():
                    for part in step.parts:
                        out.append(self._word(part, wish))
                case Options():
                    self._options(step, wish, out)
                case Choose():
                    case = step.cases[wish.case % len(step.cases)]
                    self._steps(case[1], wish, out)
                case Deferred():
                    self._steps(step.steps, wish, out)
                case Check() | Convert():
                    pass
            if wish.cut and getattr(step, "id", None) == wish.cut:
                raise _Cut

    def _groups(
        self, name: str, each: list[Arg], default: int, wish: Wish, out: list[bytes]
    ) -> None:
        for _ in range(wish.groups.get(name, default)):
            out += [self._word(arg, wish) for arg in each]

    def _counted(self, step: Counted, wish: Wish, out: list[bytes]) -> None:
        groups = wish.groups.get(step.id, 1)
        given = wish.count_words.get(step.id, wish.words.get(step.count.id, b"%d" % groups))
        out.append(given)
        self._groups(step.id, step.each, groups, wish, out)

    def _options(self, block: Options, wish: Wish, out: list[bytes]) -> None:
        members = {member.id: member for member in block.members}
        for name in wish.include:
            member = members.get(name) or self._owner(block, name)
            if member is not None:
                out.append(to_bytes(member.tokens[0]))
                self._steps(member.steps, wish, out)

    @staticmethod
    def _owner(block: Options, name: str) -> Member | None:
        """The option whose value has that id."""
        for member in block.members:
            if any(
                isinstance(step, Arg | Repeat | Counted) and step.id == name
                for step in member.steps
            ):
                return member
        return None

    def _word(self, arg: Arg, wish: Wish) -> bytes:
        if arg.id in wish.words:
            return wish.words[arg.id]
        if arg.type == "key":
            self._keys += 1
            return b"k%d" % self._keys
        if arg.type == "enum":
            return to_bytes(arg.enum[0])
        if arg.type in ("deadline", "past-deadline"):
            seconds = arg.params.get("unit") == "s"
            if arg.params.get("base") == "now":
                return b"1000" if seconds else b"1000000"
            return FAR_SECONDS if seconds else FAR_MS
        words = self.good_words(arg)
        return words[0] if words else b"v"

    # -- words of a type ----------------------------------------------------------------------

    def _accepts(self, arg: Arg, word: bytes) -> bool | None:
        """Whether the argument takes the word; None if it converts but is out of range."""
        judged = self._judged.setdefault(id(arg), {})
        if word not in judged:
            judged[word] = self._judge(arg, word)
        return judged[word]

    def _judge(self, arg: Arg, word: bytes) -> bool | None:
        if arg.type == "enum":
            return word.lower() in [to_bytes(choice).lower() for choice in arg.enum]
        convert = self.spec.types[arg.type].reading
        if convert is None:
            return True
        try:
            value = convert(word, self._params(arg), NOW)
        except BadWord:
            return False
        low, high = arg.range or (None, None)
        if (low is not None and value < low) or (high is not None and value > high):
            return None
        return True

    def _params(self, arg: Arg) -> dict[str, str]:
        """The parameters of the argument's conversion; `@id` is a good word of that argument."""
        params = {}
        for name, value in arg.params.items():
            if value.startswith("@"):
                good = [word for one in self._args(value[1:]) for word in self.good_words(one)]
                value = good[0].decode("latin1").lower() if good else ""
            params[name] = value
        return params

    def boundaries(self, arg: Arg) -> list[bytes]:
        """The words on the limits of the argument's type."""
        if arg.type == "enum":
            return [to_bytes(choice) for choice in arg.enum] + [b"NOSUCH", b""]
        return [to_bytes(word) for word in self.spec.types[arg.type].boundaries]

    def good_words(self, arg: Arg) -> list[bytes]:
        """Words that the argument takes."""
        good = self._good.get(id(arg))
        if good is None:
            words = [*GOOD.get(arg.type, ()), *self.boundaries(arg)]
            good = self._good[id(arg)] = [word for word in words if self._accepts(arg, word)]
        return good

    def bad_words(self, arg: Arg) -> list[bytes]:
        """Words that do not convert."""
        words = [*self.boundaries(arg), b"abc", b"", b"-"]
        return [word for word in dict.fromkeys(words) if self._accepts(arg, word) is False]

    def outside_words(self, arg: Arg) -> list[bytes]:
        """Words that convert but are out of the argument's range."""
        low, high = arg.range or (None, None)
        near = [b"%d" % (low - 1)] if low is not None else []
        near += [b"%d" % (high + 1)] if high is not None else []
        words = [*near, *self.boundaries(arg)]
        return [word for word in words if self._accepts(arg, word) is None]

    # -- searching ----------------------------------------------------------------------------

    @cached_property
    def options(self) -> list[str]:
        """Ids that can be wished for: options and optional arguments."""
        return list(
            dict.fromkeys(
                step.id
                for step in self.command.grammar.walk()
                if isinstance(step, Member) or (isinstance(step, Arg) and step.optional)
            )
        )

    @cached_property
    def cases(self) -> range:
        """How many alternatives the grammar's largest choice has."""
        choices = [
            len(step.cases) for step in self.command.grammar.walk() if isinstance(step, Choose)
        ]
        return range(max(choices, default=1))

    @cached_property
    def repeated(self) -> list[str]:
        """Ids of what can be given several times."""
        walk = self.command.grammar.walk()
        return [step.id for step in walk if isinstance(step, Repeat | Counted)]

    def companions(self, name: str) -> list[tuple[str, ...]]:
        """What to wish for beside an id: nothing, any other option, any two."""
        others = [option for option in self.options if option != name]
        pairs = list(combinations(others, 2))
        return [(), *((other,) for other in others), *pairs[:60]]

    def wishes_for(self, name: str) -> Iterator[Wish]:
        """Wishes that bring a step into the call, the plainest first."""
        for beside, case in product(self.companions(name), self.cases):
            yield Wish(include=(*beside, name), case=case)

    def find(
        self, wishes: Iterator[Wish], good: Callable[[Outcome], bool], limit: int = SEARCH
    ) -> list[bytes] | None:
        """The first call among `limit` wishes of which the interpreter says what is wanted."""
        refused = set()
        for wish in islice(wishes, limit):
            argv = self.build(wish)
            if tuple(argv) in refused:
                continue
            if good(self.interpret(argv)):
                return argv
            refused.add(tuple(argv))
        return None

    def interpret(self, argv: list[bytes]) -> Outcome:
        """What the spec says of the call."""
        return interpret(self.spec, self.command, argv, NOW)

    def valid(self, *include: str) -> list[bytes] | None:
        """A call that is not refused, with these options; None if there seems to be none."""

        def wishes() -> Iterator[Wish]:
            yield from (Wish(include=include, case=case) for case in self.cases)
            for option in self.options:
                for case in self.cases:
                    yield Wish(include=(*include, option), case=case)

        return self.find(wishes(), lambda outcome: outcome.error is None)

    def several(self) -> list[bytes] | None:
        """A call that is not refused with two of everything that can be repeated."""
        if not self.repeated:
            return None
        wishes = (
            Wish(include=include, groups=dict.fromkeys(self.repeated, 2), case=case)
            for include in ((), *((option,) for option in self.options))
            for case in self.cases
        )
        return self.find(wishes, lambda outcome: outcome.error is None)

    def random_wishes(self, seed: str, words: dict[str, list[bytes]]) -> Iterator[Wish]:
        """Wishes at random: several options, words from the boundaries, odd numbers of groups."""
        rng = random.Random(seed)
        options = self.options
        while True:
            count = min(len(options), rng.choice((0, 1, 1, 2, 2, 3, 4)))
            chosen = {
                name: rng.choice(found) for name, found in words.items() if rng.random() < 0.4
            }
            yield Wish(
                include=tuple(rng.sample(options, count)),
                words=chosen,
                groups={
                    name: rng.choice((1, 1, 2, 3)) for name in self.repeated if rng.random() < 0.5
                },
                case=rng.randrange(len(self.cases)),
            )

    # -- calls for clauses --------------------------------------------------------------------

    def touching(self, clause: str) -> list[bytes] | None:
        """A call that is not refused and exercises `…/args/NAME` or `…/args/NAME/absent`."""
        parts = clause.split("/")
        name = parts[2]

        def good(outcome: Outcome) -> bool:
            return outcome.error is None and clause in outcome.touched

        if parts[-1] == "absent":
            plain = (
                Wish(include=beside, case=case)
                for beside, case in product(self.companions(name), self.cases)
            )
            return self.find(plain, good)
        found = self.find(self.wishes_for(name), good)
        return found or self.find(self.random_wishes(clause, {}), good)

    def refused_by(self, clause: str) -> list[bytes] | None:
        """A call that the interpreter says is refused by exactly this clause.

        For a word that is converted late, a call that holds a bad word there.
        """
        return self.find(self._breaking(clause), lambda outcome: self._breaks(outcome, clause), 400)

    def _breaks(self, outcome: Outcome, clause: str) -> bool:
        if outcome.error is not None:
            return outcome.touched[-1] == clause
        name, _, how = clause.split("/", 2)[2].partition("/")
        word = outcome.late.get(name)
        if not isinstance(word, bytes):
            return False
        args = [arg for arg in self._args(name) if arg.convert != "at-once"]
        wanted = {"error": False, "range": None}.get(how, True)
        return any(self._accepts(arg, word) is wanted for arg in args)

    def _args(self, name: str) -> list[Arg]:
        return [arg for arg in words_of(self.command) if arg.id == name]

    def _breaking(self, clause: str) -> Iterator[Wish]:
        """Wishes that may break the clause, the most likely first."""
        _, part, name, *rest = clause.split("/")
        how = rest[0] if rest else ""
        words: dict[str, list[bytes]] = {}
        if part == "validate":
            yield from self._breaking_check(name, words)
        elif how in ("error", "range"):
            for arg in self._args(name):
                outside = how == "range"
                for word in self.outside_words(arg) if outside else self.bad_words(arg):
                    words.setdefault(name, []).append(word)
                    for wish in self._first(self.wishes_for(name), 12):
                        wish.words[name] = word
                        yield wish
        elif how == "conflict":
            yield from self._conflicting(name)
        elif how in ("short", "uneven", "exact", "missing", "repeated"):
            yield from self._miscounted(name, how)
        elif name in ("unknown", "extra"):
            for beside, case in product(self.companions(""), self.cases):
                for tail in ((b"NOSUCH",), (b"NOSUCH", b"v"), (b"v", b"v", b"v")):
                    yield Wish(include=beside, case=case, tail=tail)
        yield from self.random_wishes(clause, words)

    @staticmethod
    def _first(wishes: Iterator[Wish], count: int) -> Iterator[Wish]:
        for number, wish in enumerate(wishes):
            if number == count:
                return
            yield wish

    def _breaking_check(self, name: str, words: dict[str, list[bytes]]) -> Iterator[Wish]:
        """Give what the check's predicate speaks of: all of it, some of it, with odd values."""
        for step in self.command.grammar.walk():
            if not isinstance(step, Check) or step.id != name:
                continue
            spoken = sorted(names(step.when))
            for mentioned in spoken:
                for arg in self._args(mentioned):
                    words[mentioned] = self.good_words(arg)
            for size in range(len(spoken), -1, -1):
                for include in combinations(spoken, size):
                    for case in self.cases:
                        yield Wish(include=include, case=case)
            for mentioned in spoken:
                for word in words.get(mentioned, ()):
                    for wish in self._first(self.wishes_for(mentioned), 12):
                        wish.words[mentioned] = word
                        yield wish
            for step_id in spoken:
                yield Wish(groups={step_id: 2}, include=tuple(spoken))

    def _conflicting(self, name: str) -> Iterator[Wish]:
        for step in self.command.grammar.walk():
            if isinstance(step, Options):
                for group in step.groups:
                    if group.id == name:
                        for pair in combinations(group.members, 2):
                            for case in self.cases:
                                yield Wish(include=pair, case=case)
                                yield Wish(include=pair[::-1], case=case)

    def _miscounted(self, name: str, how: str) -> Iterator[Wish]:
        """Too few, too many or odd words for a repeated, counted or halved argument."""
        for plain in self._first(self.wishes_for(name), 12):
            match how:
                case "short":
                    yield replace(plain, count_words={name: b"100"})
                    yield replace(plain, groups={name: 0})
                    yield replace(plain, groups={name: 0}, cut=name)
                case "uneven":
                    yield replace(plain, tail=(b"x",))
                    yield replace(plain, tail=(b"x",), cut=name)
                case "exact":
                    yield replace(plain, tail=(b"x",))
                    yield replace(plain, tail=(b"x", b"y"))
                case "missing":
                    for member in self.command.grammar.walk():
                        if isinstance(member, Member) and member.id == name:
                            token = to_bytes(member.tokens[0])
                            yield replace(plain, include=plain.include[:-1], tail=(token,))
                case "repeated":
                    yield replace(plain, include=(*plain.include, name))
