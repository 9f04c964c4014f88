"""The body of a parser: typed, straight-line Python made from a command's grammar.

The grammar's steps are written out one after the other. Positions are constants as long as
everything before has a fixed length, a variable ``at`` afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from spec.generate.errors import constant, function
from spec.generate.naming import INDENT, attribute, literal, tuple_of
from spec.generate.scope import Field, Scope, certain
from spec.model.grammar import (
    AT_ONCE,
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
from spec.model.predicate import Compare, Value

_RAW = re.compile(r"\braw_\w+")
_TO_THE_END = re.compile(r"argv\[(\d+):\]")


@dataclass
class Writer(Scope):
    """Lines of one parser, and what is known at the point they have reached."""

    lines: list[str] = field(default_factory=list)
    lazy: list[Arg] = field(default_factory=list)
    depth: int = 1
    offset: int = 0  # words behind the base
    base: str | None = None  # None: offset counts from the call's first word; else from `at`
    known: int = 0  # words that are sure to be there
    assured: int = 0  # the same behind the token of an option
    held: set[str] = field(default_factory=set)
    collected: dict[str, str] = field(default_factory=dict)  # an operation's values so far
    methods: list[str] = field(default_factory=list)
    looked_up: str = ""  # the Python type of what the handler is told of while reading

    # -- writing

    def line(self, text: str) -> None:
        self.lines.append(INDENT * self.depth + text)

    def position(self, ahead: int = 0) -> str:
        """The index of the next word as an expression."""
        count = self.offset + ahead
        if self.base is None:
            return str(count)
        return self.base if count == 0 else f"{self.base} + {count}"

    def settle(self) -> None:
        """From here on positions are held in the variable ``at``."""
        if self.base is None:
            self.line(f"at = {self.offset}")
        elif self.offset:
            self.line(f"at += {self.offset}")
        self.base, self.offset = "at", 0

    def error(self, error_id: str, word: str | None = None) -> str:
        """The expression of an error's wire line."""
        error = self.spec.errors[error_id]
        if not error.placeholders:
            return f"errors.{constant(error_id)}"
        values = []
        for name in dict.fromkeys(error.placeholders):
            if name == "command":
                values.append(f'b"{self.command.published_name}"')
            elif name == "subcommand":
                values.append("argv[1]")
            elif name == "typed":
                values.append("argv[0]")
            else:
                values.append(word or 'b""')
        return f"errors.{function(error_id)}({', '.join(values)})"

    def fail(self, condition: str, error_id: str, word: str | None = None) -> None:
        self.line(f"if {condition}:")
        self.line(f"{INDENT}raise CommandError({self.error(error_id, word)})")

    # -- words

    def take(self, arg: Arg, target: str | None, *, depth_checked: bool = False) -> str:
        """Takes one word; the expression of it (converted where it is to be at once)."""
        if not depth_checked and (self.base is not None or self.offset >= self.known):
            self.fail(f"{self.position()} >= argc", arg.missing or "syntax")
        expression = f"argv[{self.position()}]"
        self.offset += 1
        if arg.type == "enum" and arg.convert != ON_USE:
            expression = self.choice(arg, expression, target or "word")
        elif self.spec.types[arg.type].convert is not None and arg.convert == AT_ONCE:
            expression = self.convert(arg, expression, target or "value")
        if arg.look_up:
            self.line(f"look_up({expression})")
            self.looked_up = self.python_type(arg)
        return expression

    def choice(self, arg: Arg, word: str, name: str) -> str:
        """Writes the check of one of several words into the variable `name`."""
        self.line(f"{name} = {word}.lower().decode('latin-1')")
        choices = tuple_of([repr(choice.lower()) for choice in arg.enum])
        self.fail(f"{name} not in {choices}", arg.error or "syntax", word)
        return name

    def convert(self, arg: Arg, word: str, name: str, type_id: str | None = None) -> str:
        """Writes the conversion of a word into the variable `name`."""
        type_ = self.spec.types[type_id or arg.type]
        assert type_.convert is not None
        own = arg.error or type_.error
        words = [word]
        if type_.needs is not None:
            words.append(type_.needs)
        for param in type_.params:
            if param == "error":
                words.append(self.error(arg.error or "invalid-expire"))
            elif param in arg.params and arg.params[param].startswith("@"):
                source = attribute(arg.params[param][1:])
                words.append(self.collected.get(source, f"args.{source}"))
            else:
                words.append(f'"{arg.params.get(param, "")}"')
        self.line(f"{name} = {type_.convert}({', '.join(words)})")
        if not type_.raises:
            assert own is not None
            self.fail(f"{name} is None", own, word)
        self.check_range(name, arg.range, arg.out_of_range or own, word)
        return name

    def check_range(
        self, name: str, bounds: tuple[int | None, int | None] | None, error: str | None, word: str
    ) -> None:
        if bounds is None:
            return
        assert error is not None
        low, high = bounds
        if low is not None and high is not None:
            self.fail(f"not {low} <= {name} <= {high}", error, word)
        elif low is not None:
            self.fail(f"{name} < {low}", error, word)
        elif high is not None:
            self.fail(f"{name} > {high}", error, word)

    def python_type(self, arg: Arg, type_id: str | None = None) -> str:
        return self.spec.types[type_id or arg.type].python

    # -- steps

    def steps(self, steps: list[Step], after: list[Step] | None = None) -> None:
        """Writes the steps; `after` are those that will follow them."""
        for index, step in enumerate(steps):
            self.step(step, [*steps[index + 1 :], *(after or [])])

    def step(self, step: Step, rest: list[Step]) -> None:
        match step:
            case Arg():
                self.arg(step)
            case Repeat():
                self.repeat(step)
            case Counted():
                self.counted(step)
            case Halves():
                self.halves(step)
            case Options():
                self.options(step, rest)
            case Check():
                self.check(step)
            case Convert():
                self.convert_listed(step)
            case Choose():
                self.choose(step)
            case Deferred():
                self.defer(step)

    def check(self, step: Check) -> None:
        self.fail(self.expression(step.when), step.error)
        match step.when:
            case Compare(left=Value(id="argc"), operator="<", right=int(least)):
                self.known = max(self.known, least)

    def defer(self, step: Deferred) -> None:
        """Keeps the call's words for the method that goes on from here."""
        if self.base is not None:
            self.settle()
        inner = Writer(
            self.command, self.spec, fields=self.fields, lazy=self.lazy, depth=2,
            base=self.base, offset=self.offset, known=self.known,
        )  # fmt: skip
        inner.steps(step.steps)
        if inner.base != "argc":
            inner.fail(f"argc > {inner.position()}", self.command.grammar.extra)
        names = {"argv": "Argv"}
        if any(re.search(r"\bnow\b", line) for line in inner.lines):
            names["now"] = "int"
        if self.base is not None:
            names["at"] = "int"
        for name in sorted({each for line in inner.lines for each in _RAW.findall(line)}):
            if any(name in line for line in self.lines):  # bound before, converted only now
                names[name] = "bytes | None"
        head = []
        for name, type_ in names.items():
            self.declare(f"_{name}", type_)
            self.line(f"args._{name} = {name}")
            head.append(f"{INDENT * 2}{name} = self._{name}")
        if any(re.search(r"\bargc\b", line) for line in inner.lines):
            head.append(f"{INDENT * 2}argc = len(argv)")
        given = ", limits: Limits" if any("limits" in line for line in inner.lines) else ""
        if any("look_up(" in line for line in inner.lines):
            given += f", look_up: Callable[[{inner.looked_up}], object]"
        self.methods += [
            "",
            f"{INDENT}def {attribute(step.id)}(self{given}) -> None:",
            f'{INDENT * 2}"""Goes on where the parser stopped; raises CommandError."""',
            *head,
            *(re.sub(r"\bargs\.", "self.", line) for line in inner.lines),
            *inner.methods,
        ]
        self.base, self.offset = "argc", 0

    def arg(self, arg: Arg, into: str | None = None) -> None:
        """A positional word, bound to an attribute."""
        name = into or arg.into or arg.id
        if arg.convert == ON_USE:
            self.arg_on_use(arg)
            return
        if arg.optional:
            self.optional(arg, name)
            return
        if arg.convert == LISTED:
            raw = f"raw_{attribute(arg.id)}"
            self.line(f"{raw} = {self.take(arg, None)}")
            self.declare(name, self.python_type(arg))
            return
        attr = self.declare(name, self.python_type(arg))
        self.assign(attr, self.take(arg, self.local(attr)))

    def arg_on_use(self, arg: Arg) -> None:
        attr = attribute(arg.id)
        self.lazy.append(arg)
        if arg.optional:
            self.fields[f"_{attr}"] = Field(f"_{attr}", "bytes | None", "None")
            self.settle()
            self.line("if at < argc:")
            self.line(f"{INDENT}args._{attr} = argv[at]")
            self.line(f"{INDENT}at += 1")
        else:
            self.fields[f"_{attr}"] = Field(f"_{attr}", "bytes")
            self.line(f"args._{attr} = {self.take(arg, None)}")

    def local(self, attr: str) -> str:
        """A local variable's name that can't be one of the parser's own."""
        return (
            attr if attr not in ("at", "argc", "argv", "args", "now", "word") else f"{attr}_value"
        )

    def assign(self, attr: str, expression: str) -> None:
        self.line(f"args.{attr} = {expression}")

    def optional(self, arg: Arg, name: str) -> None:
        self.settle()
        if arg.optional == "if-matches":
            choices = tuple_of([repr(choice.lower().encode()) for choice in arg.enum])
            self.line(f"if at < argc and argv[at].lower() in {choices}:")
        else:
            self.line("if at < argc:")
        self.depth += 1
        if arg.convert == LISTED:
            raw = f"raw_{attribute(arg.id)}"
            self.declare(name, self.python_type(arg), "None")
            self.hold_raw(arg, before=len(self.lines) - 1)
            self.line(f"{raw} = {self.take(arg, None, depth_checked=True)}")
        elif arg.default is not None:
            python = self.python_type(arg)
            attr = self.declare(name, python, literal(arg.default, python))
            self.assign(attr, self.take(arg, self.local(attr), depth_checked=True))
        else:
            attr = self.declare(name, self.python_type(arg), "None")
            self.assign(attr, self.take(arg, self.local(attr), depth_checked=True))
        self.settle()
        self.depth -= 1

    def repeat(self, step: Repeat) -> None:
        attr = self.declare(step.id, self.list_type(step.each))
        width = len(step.each)
        if step.fitting:
            self.settle()
            self.fitting(step, attr)
            return
        if step.as_many_as is not None:
            self.settle()
            words = f"len(args.{attribute(step.as_many_as)})" + (f" * {width}" if width > 1 else "")
            self.groups_of(step, attr, words, step.short)
            return
        start = self.position()
        self.group_bounds(step, width)
        stop = f" argc - {step.leave}" if step.leave else ""
        words = f"argv[{start} :{stop}]" if stop else f"argv[{start}:]"
        if step.convert == LISTED or any(each.convert == LISTED for each in step.each):
            self.line(f"raw_{attr} = {words}" if start != "0" or stop else f"raw_{attr} = argv")
        else:
            self.assign(attr, self.groups_from(step.each, words, attr))
        self.base, self.offset = "argc", 0
        if step.leave:
            self.line(f"at = argc - {step.leave}")
            self.base = "at"

    def fitting(self, step: Repeat, attr: str) -> None:
        """Words from ``at`` on, up to the first that isn't of the type."""
        (arg,) = step.each
        convert = self.spec.types[arg.type].convert
        item = f"{attribute(arg.id)}_item"
        self.assign(attr, "[]")
        self.line(f"while at < argc and ({item} := {convert}(argv[at])) is not None:")
        self.line(f"{INDENT}args.{attr}.append({item})")
        self.line(f"{INDENT}at += 1")

    def group_bounds(self, step: Repeat, width: int) -> None:
        start = self.position()
        needed = step.minimum * width + step.leave
        if needed and not (self.base is None and self.offset + needed <= self.known):
            self.fail(f"argc < {start} + {needed}", step.short)
        if width > 1:
            rest = f"argc - {start}" if start != "0" else "argc"
            if step.leave:
                rest += f" - {step.leave}"
            self.fail(f"({rest}) % {width}", step.uneven)

    def list_type(self, each: list[Arg]) -> str:
        if len(each) == 1:
            return f"list[{self.python_type(each[0])}]"
        return f"list[tuple[{', '.join(self.python_type(arg) for arg in each)}]]"

    def groups_from(self, each: list[Arg], words: str, name: str) -> str:
        """The expression of the groups in a slice of words, converted at once where they are."""
        raw = all(self.spec.types[arg.type].convert is None and arg.type != "enum" for arg in each)
        if raw and len(each) == 1:
            return words
        if raw:
            start, source, size = 0, "items", "len(items)"
            to_the_end = _TO_THE_END.fullmatch(words)
            if to_the_end:
                start, source, size = int(to_the_end[1]), "argv", "argc"
            else:
                self.line(f"items = {words}")
            places = range(start, start + len(each))
            columns = ", ".join(f"{source}[{index}::{len(each)}]" for index in places)
            # Most calls have a single group, and making it directly takes a fifth of the time.
            self.line(f"if {size} == {places.stop}:")
            first = ", ".join(f"{source}[{index}]" for index in places)
            self.line(f"{INDENT}{name}_groups = [({first})]")
            self.line("else:")
            self.line(f"{INDENT}{name}_groups = list(zip({columns}, strict=True))")
            return f"{name}_groups"
        self.line(f"items = {words}")
        return self.converted_groups(each, name)

    def converted_groups(self, each: list[Arg], name: str) -> str:
        """Writes the loop that converts the words in `items`; the name of the list it makes."""
        width, groups = len(each), f"{name}_groups"
        self.line(f"{groups}: {self.list_type(each)} = []")
        several = f"for index in range(0, len(items), {width}):"
        self.line(several if width > 1 else "for item in items:")
        self.depth += 1
        values = []
        for index, arg in enumerate(each):
            word = "item" if width == 1 else f"items[index + {index}]" if index else "items[index]"
            if arg.type == "enum":
                values.append(self.choice(arg, word, attribute(arg.id) + "_item"))
            elif self.spec.types[arg.type].convert is None:
                values.append(word)
            else:
                values.append(self.convert(arg, word, attribute(arg.id) + "_item"))
            self.collected[attribute(arg.id)] = values[-1]
        self.collected.clear()
        self.line(f"{groups}.append({values[0] if width == 1 else tuple_of(values)})")
        self.depth -= 1
        return groups

    def counted(self, step: Counted) -> None:
        attr = self.declare(step.id, self.list_type(step.each))
        counter = attribute(step.count.id)
        default = self.fields[counter].default if counter in self.fields else None
        self.declare(step.count.id, "int", default)
        self.assign(counter, self.take(step.count, self.local(counter)))
        width = len(step.each)
        words = self.local(counter) if width == 1 else f"{self.local(counter)} * {width}"
        self.settle()
        self.groups_of(step, attr, words, step.short, step.exact)

    def groups_of(
        self, step: Repeat | Counted, attr: str, words: str, short: str, exact: str | None = None
    ) -> None:
        """Groups in that many words (an expression) from ``at`` on, which then moves behind."""
        self.fail(f"argc - at < {words}", short)
        if exact is not None:
            self.fail(f"argc - at > {words}", exact)
        if step.convert == LISTED:
            self.line(f"raw_{attr} = argv[at : at + {words}]")
        else:
            self.assign(attr, self.groups_from(step.each, f"argv[at : at + {words}]", attr))
        self.line(f"at += {words}")

    def halves(self, step: Halves) -> None:
        self.settle()
        count = len(step.parts)
        self.fail(f"argc - at < {count * step.minimum} or (argc - at) % {count}", step.uneven)
        self.line(f"each = (argc - at) // {count}")
        for index, arg in enumerate(step.parts):
            attr = self.declare(arg.id, f"list[{self.python_type(arg)}]")
            low = "at" if index == 0 else f"at + each * {index}" if index > 1 else "at + each"
            high = f"at + each * {index + 1}" if index else "at + each"
            self.assign(attr, self.groups_from([arg], f"argv[{low} : {high}]", attr))
        self.base, self.offset = "argc", 0

    def options(self, block: Options, rest: list[Step]) -> None:
        for group in block.groups:
            self.groups[group.id] = group.members
        whole = self.depth == 1 and self.base is None and self.offset >= self.command.minimum
        if whole and self.only_options_follow(block, rest):
            self.line(f"if argc == {self.offset}:")
            self.line(f"{INDENT}return args")
        for member in block.members:
            self.declare_member(member)
        self.single_group(block, rest)
        self.settle()
        self.line("while at < argc:")
        self.depth += 1
        self.line("option = argv[at].upper()")
        certain_word = block.until != "end" and not any(map(_is_conditional, block.members))
        if certain_word:
            # One look-up instead of a comparison with each of the options.
            words = [f'b"{token.upper()}"' for m in block.members for token in m.tokens]
            self.line(f"if option not in {{{', '.join(words)}}}:")
            self.line(f"{INDENT}break")
        self.line("at += 1")
        branch = "if"
        for member in block.members:
            self.member(block, member, branch)
            branch = "elif"
        if block.until == "end":
            self.line("else:")
            unknown = self.error(block.unknown, "argv[at - 1]")
            self.line(f"{INDENT}raise CommandError({unknown})")
        elif not certain_word:
            self.line("else:")
            self.line(f"{INDENT}at -= 1")
            self.line(f"{INDENT}break")
        self.depth -= 1
        self.base, self.offset = "argc" if block.until == "end" else "at", 0

    def single_group(self, block: Options, rest: list[Step]) -> None:
        """Writes a way out for the shortest call: no options, and one group (ZADD key 1 a).

        Going through options that aren't there takes half of such a call's parsing. The group's
        first word must tell it from an option: it converts, which no option's name does.
        """
        repeat = rest[0] if rest else None
        if not isinstance(repeat, Repeat) or not repeat.minimum or repeat.leave or self.base:
            return
        first, *others = repeat.each
        type_ = self.spec.types[first.type]
        ids = {name for member in block.members for name in _member_names(member)}
        plain = all(self.spec.types[arg.type].convert is None for arg in others)
        if (
            not others
            or not plain
            or type_.python != "float"
            or first.range
            or block.until != "first-unknown"
            or any(not member.tokens or member.steps for member in block.members)
            or not all(
                (isinstance(step, Check) and certain(step.when, ids) is False)
                or (isinstance(step, Convert) and step.ids == [repeat.id])
                for step in rest[1:]
            )
        ):
            return
        size = self.offset + len(repeat.each)
        words = [f"argv[{index}]" for index in range(self.offset + 1, size)]
        self.line(f"if argc == {size}:")
        self.line(f"{INDENT}{attribute(first.id)} = {type_.convert}(argv[{self.offset}])")
        self.line(f"{INDENT}if {attribute(first.id)} is not None:")
        groups = tuple_of([attribute(first.id), *words])
        self.line(f"{INDENT * 2}args.{attribute(repeat.id)} = [{groups}]")
        self.line(f"{INDENT * 2}return args")

    def only_options_follow(self, block: Options, rest: list[Step]) -> bool:
        """Whether a call without options is done when this block begins."""
        ids = {name for member in block.members for name in _member_names(member)}
        for step in rest:
            if isinstance(step, Check) and certain(step.when, ids) is False:
                continue
            if isinstance(step, Convert) and set(step.ids) <= ids:
                continue
            return False
        return True

    def declare_member(self, member: Member) -> None:
        if member.into is not None:
            self.declare(member.into, "list[tuple[Any, ...]]", "()")
            return
        if member.repeats == "collect":
            inner = [step for step in member.steps if isinstance(step, Arg)]
            self.declare(member.id, self.list_type(inner), "()")
            return
        if member.valued:
            arg = member.steps[0]
            assert isinstance(arg, Arg)
            if arg.convert == LISTED:
                self.hold_raw(arg)
        if not member.valued and not self.names_a_value(member):
            self.declare(member.id, "bool", "False")
        for step in member.steps:
            if isinstance(step, Arg):
                python = self.python_type(step)
                default = "None"
                if step.default is not None:
                    default = literal(step.default, python)
                elif step.convert != ON_USE:
                    python += " | None"
                if step.convert == LISTED and not member.valued:
                    self.hold_raw(step)
                self.declare(step.into or step.id, python, default)
            elif isinstance(step, Repeat | Counted):
                self.declare(step.id, self.list_type(step.each), "()")
                if isinstance(step, Counted):
                    self.declare(step.count.id, "int | None", "None")
            elif isinstance(step, Halves):
                for part in step.parts:
                    self.declare(part.id, f"list[{self.python_type(part)}]", "()")

    def names_a_value(self, member: Member) -> bool:
        """Whether the member's id is also that of a list it holds (STREAMS, KEYS, FIELDS)."""
        return any(
            isinstance(step, Repeat | Counted | Arg)
            and step.id == member.id
            and getattr(step, "into", None) is None
            for step in member.steps
        )

    def member(self, block: Options, member: Member, branch: str) -> None:
        words = [f'b"{token.upper()}"' for token in member.tokens]
        condition = f"option == {words[0]}" if len(words) == 1 else f"option in {tuple_of(words)}"
        if member.when is not None:
            condition += f" and {self.expression(member.when)}"
        if member.needs and member.missing is None:
            many = f" and argc - at >= {member.needs}"
            condition += " and at < argc" if member.needs == 1 else many
        self.line(f"{branch} {condition}:")
        self.depth += 1
        if member.repeats not in ("last", "collect"):
            self.fail(self.is_given(member.id), member.repeats, "argv[at - 1]")
        if member.needs and member.missing is not None:
            self.fail(f"argc - at < {member.needs}", member.missing)
        self.exclude(block, member)
        self.base, self.offset, saved = "at", 0, self.known
        self.assured = member.needs
        if member.into is not None or member.repeats == "collect":
            self.collect(member)
        else:
            if not member.valued and not self.names_a_value(member):
                self.line(f"args.{attribute(member.id)} = True")
            for step in member.steps:
                self.member_step(step, member)
        if self.base == "argc":
            self.line("at = argc")
        else:
            self.settle()
        self.known = saved
        self.depth -= 1

    def exclude(self, block: Options, member: Member) -> None:
        conflicts: dict[str, list[str]] = {}
        for rival, conflict in block.rivals(member):
            if conflict is not None:
                conflicts.setdefault(conflict, []).append(self.is_given(rival))
            else:
                self.clear(block, rival)
        for conflict, rivals in conflicts.items():
            self.fail(" or ".join(rivals), conflict)

    def clear(self, block: Options, rival: str) -> None:
        for other in block.members:
            if other.id == rival:
                default = "False" if not other.valued else "None"
                self.line(f"args.{attribute(rival)} = {default}")

    def member_step(self, step: Step, member: Member) -> None:
        if not isinstance(step, Arg):
            self.step(step, [])
            return
        attr = attribute(step.into or step.id)
        if step.optional:
            self.optional(step, step.into or step.id)
            self.assured = 0  # it may have taken the word that was sure to be there
        elif step.convert == LISTED:
            word = self.take(step, None, depth_checked=self.offset < self.assured)
            self.line(f"raw_{attribute(step.id)} = {word}")
        else:
            value = self.take(step, self.local(attr), depth_checked=self.offset < self.assured)
            self.assign(attr, value)

    def collect(self, member: Member) -> None:
        attr = attribute(member.into or member.id)
        values = [repr(member.id)] if member.into is not None else []
        for step in member.steps:
            assert isinstance(step, Arg)
            local = f"{attribute(step.id)}_item"
            if step.optional:
                self.line(f"{local}: Any = None")
                self.line("if at < argc:" if step.optional == "yes" else "if True:")
            values.append(self.take(step, local, depth_checked=self.offset < member.needs))
            if values[-1].startswith("argv["):
                self.line(f"{local} = {values[-1]}")
                values[-1] = local
            self.collected[attribute(step.id)] = local
        self.collected.clear()
        if member.all_keys is not None:
            error, holding = member.all_keys
            held = f' and b"{holding}" in {values[-1]}' if holding else ""
            self.fail(f"not all_keys{held}", error)
        item = values[0] if len(values) == 1 and member.into is None else tuple_of(values)
        self.line(f"if args.{attr}:")
        self.line(f"{INDENT}args.{attr}.append({item})")
        self.line("else:")
        self.line(f"{INDENT}args.{attr} = [{item}]")

    def convert_listed(self, step: Convert) -> None:
        if step.when is not None:
            self.line(f"if {self.expression(step.when)}:")
            self.depth += 1
        for name in step.ids:
            self.convert_one(step, name)
        if step.when is not None:
            self.depth -= 1

    def convert_one(self, step: Convert, name: str) -> None:
        source = self.find(name)
        attr = attribute(name)
        if isinstance(source, Repeat | Counted):
            self.line(f"items = raw_{attr}")
            self.assign(attr, self.converted_groups(source.each, attr))
            return
        assert isinstance(source, Arg)
        arg = source
        if step.error or step.range or step.out_of_range:
            arg = Arg(**source.__dict__)
            arg.error = step.error or source.error
            arg.range = step.range or source.range
            arg.out_of_range = step.out_of_range or source.out_of_range
        target = attribute(source.into or name)
        if step.type is not None:
            self.fields[target].type = self.joined(target, step.type)
        maybe = self.fields[target].default == "None" or self.is_optional(name)
        if maybe:
            self.line(f"if raw_{attr} is not None:")
            self.depth += 1
        local = self.local(target)
        if step.type is not None:
            local += "_as_" + attribute(step.type)
        self.assign(target, self.convert(arg, f"raw_{attr}", local, step.type))
        if maybe:
            self.depth -= 1

    def joined(self, target: str, type_id: str) -> str:
        """A field that is converted in several ways has all their types."""
        return "Any"

    def is_optional(self, name: str) -> bool:
        return any(
            isinstance(step, Arg) and step.id == name
            for member in self.command.grammar.walk()
            if isinstance(member, Member)
            for step in member.steps
        )

    def hold_raw(self, arg: Arg, before: int | None = None) -> None:
        """Declares, once, the variable of a word that may be absent and is converted later."""
        name = f"raw_{attribute(arg.id)}"
        if name in self.held:
            return
        self.held.add(name)
        depth = self.depth if before is None else self.depth - 1
        line = INDENT * depth + f"{name}: bytes | None = None"
        self.lines.insert(len(self.lines) if before is None else before, line)

    def choose(self, step: Choose) -> None:
        """Cases may leave different positions behind: each ends with `at` settled."""
        if all(condition is not None for condition, _ in step.cases):
            self.settle()  # none of them may hold
        for _, steps in step.cases:
            for inner in steps:
                if isinstance(inner, Arg) and inner.convert == LISTED:
                    self.hold_raw(inner)
        for index, (condition, steps) in enumerate(step.cases):
            if condition is None:
                self.line("else:")
            else:
                self.line(f"{'elif' if index else 'if'} {self.expression(condition)}:")
            saved = self.base, self.offset
            self.depth += 1
            declared = len(self.lines)
            before = dict(self.fields)
            self.steps(steps)
            if self.base == "argc":
                self.line("at = argc")
            else:
                self.settle()
            if len(self.lines) == declared:
                self.line("pass")
            for attr, each in self.fields.items():
                if attr not in before and each.default is None:
                    each.default = "()" if each.type.startswith("list[") else "None"
                    if attr.startswith("_"):  # a word that is only asked for where it was given
                        each.default = 'b""'
                    if each.default == "None" and not each.type.endswith("| None"):
                        each.type += " | None"
            self.depth -= 1
            self.base, self.offset = saved
        self.base, self.offset = "at", 0


def _is_conditional(member: Member) -> bool:
    """Whether the option's word alone doesn't make it the option."""
    return member.when is not None or bool(member.needs and member.missing is None)


def _member_names(member: Member) -> set[str]:
    names = {member.id}
    for step in member.steps:
        if isinstance(step, Arg | Repeat | Counted):
            names.add(step.id)
    return names
