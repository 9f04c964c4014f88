"""Scripts for EVAL, EVALSHA and FCALL: small Lua programs drawn from a grammar of their own.

They run the calls that the other grammars make, convert what comes back, and end with a value or an
error. Nothing in them depends on time, chance or memory addresses, so two servers' replies have to
be the same to the byte.
"""

from __future__ import annotations

import hashlib
import random
import re
from functools import cache
from typing import TYPE_CHECKING

from conformance.fuzz import words
from conformance.fuzz.compile import compile_call, counts_from_now
from conformance.fuzz.manners import EMPTYING, LARGE, reason
from spec.model.grammar import Arg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conformance.fuzz.compile import Call
    from conformance.fuzz.words import Source
    from spec.model.command import Command
    from spec.model.load import Spec

SCRIPTED = frozenset({"EVAL", "EVAL_RO", "EVALSHA", "EVALSHA_RO", "FCALL", "FCALL_RO"})
"""Their replies are compared exactly: what scripts in general return is open, not what these do."""

POOL = 60
"""Scripts and libraries that come up again, so that they are known when they are asked for."""
LIBRARIES = tuple(f"lib{number}" for number in range(6))
"""What libraries are called; the function of each has its number, now and then the next one."""
BROKEN = 0.06
DEEPEST = 3

NOT_RUN = frozenset({"VINFO", "XINFO STREAM", "XINFO CONSUMERS", "SORT", "SORT_RO"})
"""Whose replies have parts that servers choose, where a script gets at them; or may depend on what
was read before."""

_NUMBERS = (
    *("0", "1", "2", "3", "-1", "7", "10", "255", "3.5", "-2.75", "0.1", "1e3", "100000"),
    *("2^31", "-2^31", "2^32", "2^53", "2^63", "-2^63", "1e15", "1e16", "1e100", "1/3"),
    *("1/0", "-1/0", "0/0", "-(0/0)", "-0", "0x10", "123456789012345678"),
)
_TEXTS = (
    *("''", "'a'", "'b'", "'abc'", "'hello world'", "'a,b,,c'", "'10'", "'-3.5'", "'0x1F'"),
    *("' 7 '", "'1e2'", "'nan'", "'inf'", "'\\0\\1\\255'", "'x\\ty'", "'\"q\"'", "'%d %s'"),
    *("'k=v;k2=v2'", "'\\195\\169'", "'12abc'", "[[long [text]]]", "'ERR made up'", "'-MINE x'"),
)
_PATTERNS = (
    *("'%a+'", "'(%w+)=(%w+)'", "'[^,]*'", "'.'", "'^%s*(.-)%s*$'", "'%d'", "'()l()'", "'o'"),
    *("'x*'", "'%f[%w]%w+'", "'b'", "'.-,'", "'%b=;'", "'(.)%1'", "'['", "'%'", "'(a'", "''"),
)
_FORMATS = (
    *("'%d'", "'%5.2f'", "'%s'", "'%q'", "'%x'", "'%g'", "'%e'", "'%c'", "'%05d'", "'%i'"),
    *("'%-8s|'", "'%.3s'", "'%%'", "'%u'", "'%o'", "'%X'", "'%.14g'", "'%.17g'", "'%z'", "'%+d'"),
)
_JSON = (
    *("'[1,2,3]'", '\'{"a":1,"b":[true,false,null]}\'', "'[]'", "'{}'", "'\"x\"'", "'1.5'"),
    *("'[1,'", "'{\"a\"}'", "'nul'", "'[1e400]'", "'\"\\\\u00e9\"'", "' [ 1 ] '", "'[[[[1]]]]'"),
)
_LAYOUTS = ("'i'", "'>I2'", "'<h'", "'bB'", "'s'", "'c3'", "'d'", "'f'", "'lL'", "'i4>i2'", "'x'")
_ARITHMETIC = ("+", "-", "*", "/", "%", "^")
_COMPARISONS = ("==", "~=", "<", "<=", ">", ">=")
_BITS = ("band", "bor", "bxor", "lshift", "rshift", "arshift", "rol", "ror")
_UNARY = ("tobit", "bnot", "bswap")
_ROUND = ("floor", "ceil", "abs", "sqrt", "exp", "log", "log10", "sin", "deg", "rad")
_CASE = ("upper", "lower", "reverse")
_TOKEN = re.compile(r"\s+|\w+|'[^']*'|.", re.DOTALL)


def usable(command: Command) -> bool:
    """Whether a script may run the command and what it says is to be the same anywhere."""
    return (
        not command.subcommands
        and reason(command) is None
        and command.name not in LARGE | EMPTYING | NOT_RUN
        and not {"noscript", "blocking"} & set(command.flags)
        and command.group not in ("scripting", "server", "connection")
        and all(branch.compare == "exact" for branch in command.reply)
        and not command.raw.get("effects", {}).get("resync")
    )


def subject(spec: Spec, command: Command) -> Call:
    """What makes the calls of a command that scripts run.

    A script says the same when it runs again: a time to live that it gives twice ends later by how
    much later it was given, and whether that is more (EXPIRE … GT) is a matter of milliseconds.
    """
    lives = any(isinstance(step, Arg) and counts_from_now(step) for step in command.grammar.walk())
    return compile_call(spec, command, ("gt",) if lives else ())


def call_of(name: str, subjects: Sequence[Call]) -> Call | None:
    """What makes calls of a scripting command; None for those that have no script in them."""

    @cache
    def pooled(number: int) -> bytes:
        return Script(random.Random(number).random, subjects).text().encode("latin-1")

    @cache
    def pooled_library(number: int, variant: int) -> bytes:
        rnd = random.Random(f"{number}/{variant}").random
        return Script(rnd, subjects).library(number).encode("latin-1")

    def script(rnd: Source) -> bytes:
        if rnd() < 0.5:
            return pooled(int(rnd() * POOL))
        return Script(rnd, subjects).text().encode("latin-1")

    def library(rnd: Source) -> bytes:
        number = int(rnd() * len(LIBRARIES))
        if rnd() < 0.7:
            return pooled_library(number, int(rnd() * POOL))
        return Script(rnd, subjects).library(number).encode("latin-1")

    def evaluated(rnd: Source) -> list[bytes]:
        return [script(rnd), *_arguments(rnd)]

    def known(rnd: Source) -> list[bytes]:
        sha = hashlib.sha1(script(rnd)).hexdigest()
        return [(sha if rnd() < 0.9 else sha.upper()).encode(), *_arguments(rnd)]

    def exists(rnd: Source) -> list[bytes]:
        return [known(rnd)[0] for _ in range(1 + int(rnd() * 3))]

    def loaded(rnd: Source) -> list[bytes]:
        replace = [b"REPLACE"] if rnd() < 0.8 else []
        return [*replace, library(rnd)]

    def called(rnd: Source) -> list[bytes]:
        return [b"f%d" % int(rnd() * len(LIBRARIES)), *_arguments(rnd)]

    makers: dict[str, Callable[[Source], list[bytes]]] = {
        **dict.fromkeys(("EVAL", "EVAL_RO"), evaluated),
        **dict.fromkeys(("EVALSHA", "EVALSHA_RO"), known),
        **dict.fromkeys(("FCALL", "FCALL_RO"), called),
        "SCRIPT LOAD": lambda rnd: [script(rnd)],
        "SCRIPT EXISTS": exists,
        "FUNCTION LOAD": loaded,
    }
    make = makers.get(name)
    if make is None:
        return None
    head = [word.encode() for word in name.split()]
    return lambda rnd: [*head, *make(rnd)]


def _arguments(rnd: Source) -> list[bytes]:
    """The number of keys, keys and arguments. Errors quote them: there is no line break in any."""
    key = words.key_of("any")
    keys = [_in_line(key(rnd)) for _ in range(int(rnd() * 4))]
    arguments = [_in_line(words.MEMBER(rnd)) for _ in range(int(rnd() * 4))]
    return [b"%d" % len(keys), *keys, *arguments]


def _in_line(word: bytes) -> bytes:
    """The word without line breaks: real servers' errors would be broken by them."""
    return word.replace(b"\r", b"_").replace(b"\n", b"_")


def _quoted(word: bytes) -> str:
    """A word as Lua text."""
    plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:*[](){}+ ,<>=@/"
    return "'" + "".join(chr(one) if one in plain else f"\\{one:03d}" for one in word) + "'"


class Script:
    """Draws one program."""

    def __init__(self, rnd: Source, subjects: Sequence[Call]) -> None:
        self._rnd, self._subjects = rnd, subjects
        self._names = 0

    def text(self) -> str:
        """The program; now and then one that is none."""
        head = self._pick(("",) * 12 + ("#!lua\n", "#!lua flags=no-writes\n", "#!lua flags=x\n"))
        return head + self._spoiled(self._body())

    def library(self, number: int) -> str:
        """A library of one function: where there are several, their order is open."""
        name = f"f{number if self._rnd() < 0.9 else number + 1}"
        body = f"function(KEYS, ARGV)\n{self._body()}\nend"
        if self._rnd() < 0.7:
            text = f"redis.register_function('{name}', {body})"
        else:
            flags = self._pick(("{'no-writes'}", "{}", "{'allow-oom', 'no-cluster'}", "{'x'}"))
            text = (
                f"redis.register_function{{function_name = '{name}', callback = {body}, "
                f"flags = {flags}, description = {self._text(1)}}}"
            )
        return f"#!lua name={LIBRARIES[number]}\n" + self._spoiled(text)

    def _spoiled(self, text: str) -> str:
        """The text, or one in which a token is missing or twice there."""
        if self._rnd() >= BROKEN:
            return text
        tokens = _TOKEN.findall(text)
        at = int(self._rnd() * len(tokens))
        tokens[at : at + 1] = [] if self._rnd() < 0.6 else [tokens[at], " ", tokens[at]]
        return "".join(tokens)

    def _body(self) -> str:
        lines = []
        if self._rnd() < 0.3:
            lines.append(f"redis.setresp({'3' if self._rnd() < 0.8 else '2'})")
        for _ in range(int(self._rnd() * 5)):
            lines.append(self._statement(0))
        lines.append(f"return {self._any(0)}")
        return "\n".join(lines)

    # Choices

    def _pick(self, pool: Sequence[str]) -> str:
        return pool[int(self._rnd() * len(pool))]

    def _one_of(self, *makers: Callable[[int], str], depth: int) -> str:
        return makers[int(self._rnd() * len(makers))](depth + 1)

    def _local(self) -> str:
        """A variable that there is, if there is one."""
        if not self._names:
            return "nil"
        return f"v{int(self._rnd() * self._names)}"

    # Statements

    def _statement(self, depth: int) -> str:
        at = self._rnd()
        if at < 0.4:
            value = self._any(depth)
            self._names += 1
            return f"local v{self._names - 1} = {value}"
        if at < 0.6:
            return self._called(depth)
        if depth >= 2:
            return f"redis.pcall({self._words()})"
        inner, names = depth + 1, self._names
        if at < 0.7:
            text = f"if {self._truth(inner)} then\n{self._statement(inner)}\nend"
        elif at < 0.8:
            text = f"for i = 1, {int(self._rnd() * 4)} do\n{self._statement(inner)}\nend"
        elif at < 0.86:
            text = f"local t = {self._list(inner)} table.sort(t) v = t[1]"
            text = f"do {text.replace(' v = ', ' local v = ')} end"
        elif at < 0.92:
            text = f"pcall(function()\n{self._statement(inner)}\nend)"
        elif at < 0.95:
            text = f"if {self._truth(inner)} then error({self._raised(inner)}) end"
        elif at < 0.97:
            text = f"assert({self._any(inner)}, {self._raised(inner)})"
        else:
            text = self._pick(("undeclared = 1", "local x = undeclared", "KEYS[1] = 'mine'"))
        self._names = names
        return text

    def _raised(self, depth: int) -> str:
        """What an error is: without line breaks, which real servers would reply as they are."""
        at = self._rnd()
        if at < 0.1:
            return self._pick(("nil", "true", "{}", "{err = {}}", "{ok = 'x'}", "print"))
        if at < 0.25:
            return self._number(depth)
        line = f"(string.gsub({self._text(depth)}, '%c', ''))"
        return line if at < 0.7 else f"{{err = {line}}}"

    def _called(self, depth: int) -> str:
        return f"redis.{self._pick(('call', 'pcall', 'pcall'))}({self._words()})"

    def _words(self) -> str:
        """A call's words: literals, numbers, keys and arguments."""
        argv = self._subjects[int(self._rnd() * len(self._subjects))](self._rnd)
        written = []
        for word in map(_in_line, argv):
            if self._rnd() < 0.1 and re.fullmatch(rb"-?[1-9]\d{0,14}", word):
                written.append(word.decode())
            else:
                written.append(_quoted(word))
        if self._rnd() < 0.03:
            written[int(self._rnd() * len(written))] = self._pick(("nil", "true", "{}", "v9"))
        return ", ".join(written)

    # Expressions

    def _any(self, depth: int) -> str:
        if depth >= DEEPEST:
            return self._pick(("nil", "true", "false", "1", "'x'", "{}", self._local()))
        return self._one_of(
            self._number,
            self._text,
            self._text,
            self._truth,
            self._list,
            self._table,
            self._called,
            self._called,
            self._called_safely,
            lambda _: self._local(),
            depth=depth,
        )

    def _called_safely(self, depth: int) -> str:
        return f"{{pcall(function() return {self._any(depth)} end)}}"

    def _number(self, depth: int) -> str:
        at = self._rnd()
        if at < 0.35 or depth >= DEEPEST:
            return f"({self._pick(_NUMBERS)})"
        one, other = self._number(depth + 1), self._number(depth + 1)
        if at < 0.5:
            return f"({one} {self._pick(_ARITHMETIC)} {other})"
        if at < 0.6:
            return f"math.{self._pick(_ROUND)}({one})"
        if at < 0.7:
            return f"bit.{self._pick(_BITS)}({one}, {other})"
        if at < 0.74:
            return f"bit.{self._pick(_UNARY)}({one})"
        if at < 0.82:
            return f"tonumber({self._text(depth + 1)}{self._pick(('', '', ', 10', ', 16', ', 2'))})"
        if at < 0.88:
            return f"#{self._pick(('KEYS', 'ARGV'))}"
        if at < 0.94:
            return f"math.{self._pick(('max', 'min', 'fmod', 'pow', 'atan2'))}({one}, {other})"
        return f"string.byte({self._text(depth + 1)}, {int(self._rnd() * 5 - 1)})"

    def _text(self, depth: int) -> str:
        at = self._rnd()
        if at < 0.25 or depth >= DEEPEST:
            return f"({self._pick(_TEXTS)})"
        if at < 0.4:
            return f"{self._pick(('KEYS', 'ARGV'))}[{1 + int(self._rnd() * 3)}]"
        one = self._text(depth + 1)
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"tostring({self._scalar(depth + 1)})",
            lambda: f"({one} .. {self._scalar(depth + 1)})",
            lambda: f"string.{self._pick(_CASE)}({one})",
            lambda: f"string.rep({one}, {int(self._rnd() * 4)})",
            lambda: f"string.sub({one}, {int(self._rnd() * 9 - 4)}, {int(self._rnd() * 9 - 4)})",
            lambda: f"string.format({self._pick(_FORMATS)}, {self._scalar(depth + 1)})",
            lambda: f"(string.gsub({one}, {self._pick(_PATTERNS)}, {self._replacement()}))",
            lambda: f"string.match({one}, {self._pick(_PATTERNS)})",
            lambda: f"cjson.encode({self._any(depth + 1)})",
            lambda: f"cmsgpack.pack({self._any(depth + 1)})",
            lambda: f"struct.pack({self._pick(_LAYOUTS)}, {self._scalar(depth + 1)})",
            lambda: f"redis.sha1hex({one})",
            lambda: f"bit.tohex({self._number(depth + 1)})",
            lambda: f"type({self._any(depth + 1)})",
            lambda: f"table.concat({self._list(depth + 1)}, ',')",
            lambda: f"select({self._pick(('1', '2', '-1'))}, {one}, {self._scalar(depth + 1)})",
        )
        return makers[int(self._rnd() * len(makers))]()

    def _replacement(self) -> str:
        return self._pick(
            (
                *("''", "'<%0>'", "'%1'", "'%2'", "{a = 'A', o = 0, k = false}", "string.upper"),
                *("function(a) return #a end", "function() end", "function() return {} end"),
            )
        )

    def _scalar(self, depth: int) -> str:
        return self._one_of(self._number, self._text, self._truth, depth=depth)

    def _truth(self, depth: int) -> str:
        at = self._rnd()
        if at < 0.3 or depth >= DEEPEST:
            return self._pick(("true", "false", "nil"))
        if at < 0.5:
            return f"not {self._any(depth + 1)}"
        side = self._number if at < 0.8 else self._text
        return f"({side(depth + 1)} {self._pick(_COMPARISONS)} {side(depth + 1)})"

    def _list(self, depth: int) -> str:
        make = self._any if self._rnd() < 0.4 else self._number
        if self._rnd() < 0.3:
            make = self._text
        items = [make(depth + 1) for _ in range(int(self._rnd() * 4))]
        return "{" + ", ".join(items) + "}"

    def _table(self, depth: int) -> str:
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"{{ok = {self._text(depth + 1)}}}",
            lambda: f"{{err = {self._text(depth + 1)}}}",
            lambda: f"{{double = {self._number(depth + 1)}}}",
            lambda: f"{{big_number = {self._text(depth + 1)}}}",
            lambda: f"{{map = {{[{self._scalar(depth + 1)}] = {self._any(depth + 1)}}}}}",
            lambda: f"{{set = {{[{self._text(depth + 1)}] = true}}}}",
            lambda: "{verbatim_string = {format = 'txt', string = " + self._text(depth + 1) + "}}",
            lambda: f"{{a = {self._any(depth + 1)}, {self._any(depth + 1)}}}",
            lambda: f"{{{self._number(depth + 1)}, nil, {self._any(depth + 1)}}}",
            lambda: f"cjson.decode({self._pick(_JSON)})",
            lambda: f"cjson.decode(cjson.encode({self._any(depth + 1)}))",
            lambda: f"{{cmsgpack.unpack({self._text(depth + 1)})}}",
            lambda: f"{{cmsgpack.unpack(cmsgpack.pack({self._any(depth + 1)}))}}",
            lambda: f"{{struct.unpack({self._pick(_LAYOUTS)}, {self._text(depth + 1)})}}",
            lambda: f"{{string.find({self._text(depth + 1)}, {self._pick(_PATTERNS)})}}",
            lambda: f"redis.error_reply({self._text(depth + 1)})",
            lambda: f"redis.status_reply({self._text(depth + 1)})",
            lambda: f"{{unpack({self._list(depth + 1)})}}",
            lambda: (
                f"{{pcall({self._pick(('error', 'redis.call', 'type', 'cjson.encode'))}"
                f", {self._any(depth + 1)})}}"
            ),
            lambda: "cjson.null",
        )
        return makers[int(self._rnd() * len(makers))]()
