"""Parsing a call by walking the grammar: what is bound, which error, which clauses it touched.

This is the grammar's meaning, as plainly as it can be said. The suite uses it to know what a call
asked for (which reply branches are open, which clauses it covers), and a test holds the generated
parsers against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spec.model import predicate as when
from spec.model.grammar import (
    LISTED,
    ON_USE,
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
from spec.model.values import BadWord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spec.model.command import Command
    from spec.model.load import Spec
    from spec.model.predicate import Predicate


@dataclass
class Outcome:
    """What parsing a call came to.

    `values` holds converted arguments by id (flags as True), `late` the words that are converted
    after the key was looked up. `error` is the id of the parser's error, `text` its whole line,
    `touched` the clauses that the call exercised, in order; the last one is the failing one.
    """

    command: Command
    argv: list[bytes]
    values: dict[str, Any] = field(default_factory=dict)
    late: dict[str, Any] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)
    error: str | None = None
    text: str | None = None

    def holds(self, predicate: Predicate | None) -> bool:
        """Whether a predicate over the arguments is true of this call (None always is)."""
        return predicate is None or _holds(predicate, self)


class _Failed(Exception):
    def __init__(self, error: str, clause: str, placeholders: dict[str, str]) -> None:
        super().__init__(error)
        self.error, self.clause, self.placeholders = error, clause, placeholders


def interpret(spec: Spec, command: Command, argv: list[bytes], now: int = 0) -> Outcome:
    """Parses a call of the command; `now` is in ms since the epoch."""
    walker = _Walker(spec, command, argv, now)
    outcome = walker.outcome
    try:
        walker.run()
    except _Failed as failure:
        outcome.error = failure.error
        outcome.touched.append(failure.clause)
        text = spec.error_text(failure.error, command)
        for name, value in failure.placeholders.items():
            text = text.replace(f"{{{name}}}", value)
        outcome.text = text
    return outcome


def clauses(command: Command) -> list[str]:
    """Every clause of the command's grammar that a call can exercise."""
    found = [command.clause("arity")] if _can_miss_arity(command) else []
    for step in command.grammar.walk():
        found += _clauses_of(command, step)
    last = command.grammar.args[-1] if command.grammar.args else None
    while isinstance(last, Deferred):
        taking = [step for step in last.steps if not isinstance(step, Check)]
        last = taking[-1] if taking else None
    ends = isinstance(last, Repeat | Halves) or (isinstance(last, Options) and last.until == "end")
    ends = ends or (isinstance(last, Counted) and last.exact is not None)
    ends = ends or any(isinstance(step, Repeat) and step.leave for step in command.grammar.args)
    if command.arity < 0 and not ends and not isinstance(last, Choose):
        found.append(command.clause("args", "extra"))
    return list(dict.fromkeys(found))


def _can_miss_arity(command: Command) -> bool:
    return command.arity > 0 or command.minimum > len(command.words)


def _clauses_of(command: Command, step: Step | Member) -> list[str]:
    clause = command.clause
    match step:
        case Arg():
            found = [clause("args", step.id)]
            found += [clause("args", step.id, "absent")] if step.optional else []
            return found
        case Repeat():
            return [clause("args", step.id)]
        case Counted():
            exact = [clause("args", step.id, "exact")] if step.exact else []
            return [clause("args", step.id), clause("args", step.id, "short"), *exact]
        case Halves():
            return [clause("args", step.parts[0].id, "uneven")]
        case Member():
            return [clause("args", step.id)]
        case Options():
            conflicts = [
                clause("args", group.id, "conflict")
                for group in step.groups
                if group.conflict and len(group.members) > 1
            ]
            return conflicts + ([clause("args", "unknown")] if step.until == "end" else [])
        case Check():
            return [clause("validate", step.id)]
        case _:
            return []


class _Walker:
    def __init__(self, spec: Spec, command: Command, argv: list[bytes], now: int) -> None:
        self.spec, self.command, self.argv, self.now = spec, command, argv, now
        self.at = len(command.words)
        self.outcome = Outcome(command, argv)
        self.raw: dict[str, tuple[Arg | Repeat | Counted, list[bytes]]] = {}
        self.collected: dict[str, Any] = {}

    def run(self) -> None:
        argc, arity = len(self.argv), self.command.arity
        if (arity >= 0 and argc != arity) or argc < -arity:
            raise _Failed("wrong-arity", self.command.clause("arity"), {})
        grammar = self.command.grammar
        self.steps(grammar.args)
        if self.at < argc:
            self.fail(grammar.extra, "args", "extra", word=self.argv[self.at])
        self.steps(grammar.validate)

    def fail(
        self,
        error: str,
        *parts: str,
        word: bytes = b"",
        placeholders: dict[str, str] | None = None,
    ) -> None:
        # A word is printed up to its first NUL.
        shown = word.partition(b"\0")[0].decode("latin-1")
        typed = self.argv[0].partition(b"\0")[0].decode("latin-1")
        named = {"word": shown, "typed": typed, **(placeholders or {})}
        if len(self.argv) > 1:
            named["subcommand"] = self.argv[1].partition(b"\0")[0].decode("latin-1")
        raise _Failed(error, self.command.clause(*parts), named)

    def touch(self, *parts: str) -> None:
        known = self.command.known_clauses
        clause = known.get(parts)
        if clause is None:
            clause = known[parts] = self.command.clause(*parts)
        self.outcome.touched.append(clause)

    @property
    def left(self) -> int:
        return len(self.argv) - self.at

    def steps(self, steps: list[Step]) -> None:
        for step in steps:
            _TAKEN_BY[type(step)](self, step)

    def check(self, step: Check) -> None:
        if self.outcome.holds(step.when):
            self.fail(step.error, "validate", step.id)

    def deferred(self, step: Deferred) -> None:
        self.steps(step.steps)

    # -- words

    def arg(self, arg: Arg) -> None:
        if arg.optional and not self.is_there(arg):
            self.touch("args", arg.id, "absent")
            if arg.default is not None:
                self.outcome.values[arg.into or arg.id] = self.value(arg, arg.default.encode())
            return
        value = self.take(arg)
        if value is not None:
            self.outcome.values[arg.into or arg.id] = value
            if arg.into is not None:
                self.outcome.values[arg.id] = True

    def is_there(self, arg: Arg) -> bool:
        if not self.left:
            return False
        if arg.optional == "if-matches":
            word = self.argv[self.at].lower()
            return word in [choice.lower().encode() for choice in arg.enum]
        return True

    def take(self, arg: Arg) -> Any:
        """The converted value of the next word; None where it is converted later."""
        if self.at >= len(self.argv):
            self.fail(arg.missing or "syntax", "args", arg.id, "missing")
        word = self.argv[self.at]
        self.at += 1
        self.touch("args", arg.id)
        if arg.convert == ON_USE:
            self.outcome.late[arg.id] = word
            return None
        if arg.convert == LISTED:
            self.raw[arg.id] = (arg, [word])
            self.outcome.late[arg.id] = word
            return None
        return self.value(arg, word)

    def value(self, arg: Arg, word: bytes, type_id: str | None = None) -> Any:
        """A word's value. Fails with the error of the argument or of its type."""
        type_ = self.spec.types[type_id or arg.type]
        if type_.id == "enum":
            text = word.lower().decode("latin-1")
            if text not in [choice.lower() for choice in arg.enum]:
                self.fail(arg.error or "syntax", "args", arg.id, "error", word=word)
            return text
        convert = type_.reading
        if convert is None:
            return word
        params = arg.params
        if params:
            params = {
                name: value if not value.startswith("@") else str(self.bound(value[1:]))
                for name, value in params.items()
            }
        try:
            value = convert(word, params, self.now)
        except BadWord as bad:
            error = bad.error if bad.error is not None else (arg.error or type_.error)
            if bad.error == "invalid-expire" and arg.error is not None:
                error = arg.error
            assert error is not None
            self.fail(error, "args", arg.id, "error", word=word, placeholders=bad.placeholders)
        if arg.range is not None:
            low, high = arg.range
            if (low is not None and value < low) or (high is not None and value > high):
                error = arg.out_of_range or arg.error or type_.error
                assert error is not None
                self.fail(error, "args", arg.id, "range", word=word)
        return value

    # -- groups of words

    def groups(self, each: list[Arg], words: list[bytes]) -> list[Any]:
        types = self.spec.types
        if all(types[arg.type].keeps_words for arg in each):
            return self.cut(each, words)
        values = []
        for index, word in enumerate(words):
            arg = each[index % len(each)]
            values.append(self.value(arg, word))
            self.collected[arg.id] = values[-1]
        self.collected.clear()
        if len(each) == 1:
            return values
        return [tuple(values[i : i + len(each)]) for i in range(0, len(values), len(each))]

    def bind(self, step: Repeat | Counted, words: list[bytes]) -> None:
        self.touch("args", step.id)
        if step.convert == LISTED:
            self.raw[step.id] = (step, words)
            self.outcome.values[step.id] = self.cut(step.each, words)
        else:
            self.outcome.values[step.id] = self.groups(step.each, words)

    @staticmethod
    def cut(each: list[Arg], words: list[bytes]) -> list[Any]:
        if len(each) == 1:
            return list(words)
        return [tuple(words[i : i + len(each)]) for i in range(0, len(words), len(each))]

    def repeat(self, step: Repeat) -> None:
        if step.as_many_as is not None:
            self.as_many(step)
            return
        if step.fitting:
            self.fitting(step)
            return
        stop = len(self.argv) - step.leave
        words = self.argv[self.at : stop]
        if self.left - step.leave < step.minimum * len(step.each):
            self.fail(step.short, "args", step.id, "short")
        if len(words) % len(step.each):
            self.fail(step.uneven, "args", step.id, "uneven")
        self.at = stop
        self.bind(step, words)

    def as_many(self, step: Repeat) -> None:
        assert step.as_many_as is not None
        needed = len(self.outcome.values[step.as_many_as]) * len(step.each)
        if self.left < needed:
            self.fail(step.short, "args", step.id, "short")
        words = self.argv[self.at : self.at + needed]
        self.at += needed
        self.bind(step, words)

    def fitting(self, step: Repeat) -> None:
        """Takes words up to the first that is not of the type."""
        (arg,) = step.each
        convert = self.spec.types[arg.type].reading
        assert convert is not None
        values = []
        while self.left:
            try:
                values.append(convert(self.argv[self.at], arg.params, self.now))
            except BadWord:
                break
            self.at += 1
        self.touch("args", step.id)
        self.outcome.values[step.id] = values

    def counted(self, step: Counted) -> None:
        count = self.take(step.count)
        self.outcome.values[step.count.id] = count
        needed = count * len(step.each)
        if self.left < needed:
            self.fail(step.short, "args", step.id, "short")
        if step.exact is not None and self.left > needed:
            self.fail(step.exact, "args", step.id, "exact")
        words = self.argv[self.at : self.at + needed]
        self.at += needed
        self.bind(step, words)

    def halves(self, step: Halves) -> None:
        parts = len(step.parts)
        if self.left < parts * step.minimum or self.left % parts:
            self.fail(step.uneven, "args", step.parts[0].id, "uneven")
        size = self.left // parts
        for arg in step.parts:
            words = self.argv[self.at : self.at + size]
            self.at += size
            self.touch("args", arg.id)
            self.outcome.values[arg.id] = self.groups([arg], words)

    # -- options

    def options(self, block: Options) -> None:
        while self.left:
            member = self.recognise(block)
            if member is None:
                if block.until == "end":
                    self.fail(block.unknown, "args", "unknown", word=self.argv[self.at])
                return
            self.member(block, member)

    def recognise(self, block: Options) -> Member | None:
        word = self.argv[self.at].upper().decode("latin-1")
        for member in block.by_token.get(word, ()):
            if member.when is not None and not self.outcome.holds(member.when):
                continue
            if self.left - 1 < member.needs:
                if member.missing is not None:
                    self.once(member, word=self.argv[self.at])
                    self.fail(member.missing, "args", member.id, "missing")
                continue
            return member
        return None

    def once(self, member: Member, word: bytes) -> None:
        """Refuse an option that was given before, if its repetition is an error."""
        if member.repeats not in ("last", "collect") and self.given(member.id):
            self.fail(member.repeats, "args", member.id, "repeated", word=word)

    def member(self, block: Options, member: Member) -> None:
        self.at += 1
        self.touch("args", member.id)
        values = self.outcome.values
        self.once(member, word=self.argv[self.at - 1])
        for group in block.groups:
            rivals = [name for name in group.members if name != member.id and self.given(name)]
            if member.id in group.members and rivals:
                if group.conflict is not None:
                    self.fail(group.conflict, "args", group.id, "conflict")
                for rival in rivals:
                    values.pop(rival, None)
                    self.outcome.late.pop(rival, None)
                    self.raw.pop(rival, None)
        if member.repeats == "collect":
            self.collect(member)
            return
        if not member.valued:
            values[member.id] = True
        self.steps(member.steps)

    def bound(self, name: str) -> Any:
        """The value of an argument that another one's conversion names."""
        return self.collected[name] if name in self.collected else self.outcome.values[name]

    def given(self, name: str) -> bool:
        return name in self.outcome.values or name in self.outcome.late

    def collect(self, member: Member) -> None:
        items = []
        for step in member.steps:
            assert isinstance(step, Arg)
            items.append(None if step.optional and not self.is_there(step) else self.take(step))
            self.collected[step.id] = items[-1]
        self.collected.clear()
        target = member.into or member.id
        item: Any = (member.id, *items) if member.into else items[0] if len(items) == 1 else items
        self.outcome.values.setdefault(target, []).append(item)
        if member.into:
            self.outcome.values[member.id] = True

    # -- the rest

    def convert_listed(self, step: Convert) -> None:
        if not self.outcome.holds(step.when):
            return
        for name in step.ids:
            if name not in self.raw:
                continue
            source, words = self.raw[name]
            if isinstance(source, Arg):
                arg = Arg(**source.__dict__)
                arg.error = step.error or source.error
                arg.range = step.range or source.range
                arg.out_of_range = step.out_of_range or source.out_of_range
                value = self.value(arg, words[0], step.type)
                self.outcome.values[source.into or name] = value
            else:
                self.outcome.values[name] = self.groups(source.each, words)

    def choose(self, step: Choose) -> None:
        for condition, steps in step.cases:
            if self.outcome.holds(condition):
                self.steps(steps)
                return


_TAKEN_BY: dict[type, Callable[[_Walker, Any], None]] = {
    Arg: _Walker.arg,
    Repeat: _Walker.repeat,
    Counted: _Walker.counted,
    Halves: _Walker.halves,
    Options: _Walker.options,
    Check: _Walker.check,
    Convert: _Walker.convert_listed,
    Choose: _Walker.choose,
    Deferred: _Walker.deferred,
}


def _holds(predicate: Predicate, outcome: Outcome) -> bool:
    match predicate:
        case when.Given(id=name):
            return _given(name, outcome)
        case when.Has(word=word, start=start, stop=stop):
            searched = outcome.argv[start : len(outcome.argv) - stop]
            return any(each.upper() == word.encode() for each in searched)
        case when.MadeOf(words=words, start=start):
            return _made_of({word.encode(): more for word, more in words}, outcome.argv[start:])
        case when.Not(operand=operand):
            return not _holds(operand, outcome)
        case when.And(operands=operands):
            return all(_holds(each, outcome) for each in operands)
        case when.Or(operands=operands):
            return any(_holds(each, outcome) for each in operands)
        case when.Compare(left=left, operator=operator, right=right):
            return _compare(_operand(left, outcome), operator, right)


def _made_of(words: dict[bytes, int], argv: Sequence[bytes]) -> bool:
    at = 0
    while at < len(argv):
        more = words.get(argv[at].upper())
        if more is None or at + more >= len(argv):
            return False
        at += 1 + more
    return True


def _given(name: str, outcome: Outcome) -> bool:
    members = outcome.command.grammar.groups.get(name)
    if members is not None:
        return any(_given(member, outcome) for member in members)
    value = outcome.values.get(name, outcome.late.get(name))
    return value is not None and value is not False and value != []


def _operand(left: when.Count | when.Value, outcome: Outcome) -> Any:
    if left.id == "argc":
        return len(outcome.argv)
    value = outcome.values.get(left.id)
    return len(value or ()) if isinstance(left, when.Count) else value


def _compare(left: Any, operator: str, right: int | str | bytes) -> bool:
    if left is None:
        return operator == "!="
    if isinstance(left, bytes):
        right = str(right).encode()
    match operator:
        case "==":
            return bool(left == right)
        case "!=":
            return bool(left != right)
        case "<":
            return bool(left < right)
        case "<=":
            return bool(left <= right)
        case ">":
            return bool(left > right)
        case _:
            return bool(left >= right)
