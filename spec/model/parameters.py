"""What CONFIG SET does with a word: the plain reading of behaviour/config.yaml.

Written for the reader; the server has functions of its own for the same rules, and the tests hold
every server against this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from spec.model.values import INT64

if TYPE_CHECKING:
    from collections.abc import Callable

_UINT64 = 1 << 64
_UNITS = {"": 1, "b": 1, "k": 10**3, "m": 10**6, "g": 10**9, "kb": 2**10, "mb": 2**20, "gb": 2**30}


@dataclass(frozen=True)
class Outcome:
    """What CONFIG GET shows afterwards, or the reason with which CONFIG SET refuses."""

    shown: str = ""
    reason: str | None = None


class _Refused(Exception):
    def __init__(self, error: str, **fields: object) -> None:
        super().__init__(error)
        self.error = error
        self.fields = fields


@dataclass(frozen=True)
class Parameter:
    """One parameter, with the types and errors it may need."""

    raw: dict[str, Any]
    types: dict[str, dict[str, Any]]
    errors: dict[str, str]

    @property
    def name(self) -> str:
        return str(self.raw["name"])

    @property
    def names(self) -> list[str]:
        """Its name and the older ones."""
        return [self.name, *self.raw.get("aliases", [])]

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the greatest number that is accepted."""
        low, high = self.raw.get("range", ("", ""))
        base = 8 if self.raw["type"] == "octal" else 10
        return int(low, base) if low else None, int(high, base) if high else None

    def words(self) -> list[str]:
        """Words that a test tries: those of the type, and what lies about the bounds."""
        if "tried" in self.raw:
            return list(self.raw["tried"])
        found = [*self.types[self.raw["type"]]["boundaries"], *self.raw.get("of", [])]
        for bound in self.bounds:
            if bound is not None:
                form = "%o" if self.raw["type"] == "octal" else "%d"
                found += [form % number for number in (bound - 1, bound, bound + 1)]
        return list(dict.fromkeys(found))

    def outcome(self, word: str, now: str = "") -> Outcome:
        """What setting it to that word does; `now` is what CONFIG GET shows before."""
        if self.raw.get("set") in ("at-start", "protected"):
            identity = "immutable" if self.raw["set"] == "at-start" else "protected"
            return Outcome(reason=self.errors[identity])
        return self.reading(word, now)

    def reading(self, word: str, now: str = "") -> Outcome:
        """The same for a configuration file, which may set every parameter."""
        try:
            return Outcome(shown=_READINGS[self.raw["type"]](self, word, now))
        except _Refused as refused:
            return Outcome(reason=self.errors[refused.error].format(**refused.fields))

    def checked(self, number: int, *, negative: str | None = None) -> int:
        """A number that lies within the bounds, moved to where it becomes effective."""
        low, high = self.bounds
        if negative is not None and number < 0 and (high is None or self.raw["type"] == "unsigned"):
            raise _Refused(negative)
        least = 0 if negative is not None and low is None else low
        most = INT64[-1] if high is None else high
        if (least is not None and number < least) or number > most:
            raise _Refused("not-between", low=least, high=most)
        floor, ceiling = self.raw.get("becomes", ("", ""))
        if floor:
            number = max(number, int(floor))
        return min(number, int(ceiling)) if ceiling else number


def parameters(document: dict[str, Any]) -> list[Parameter]:
    """All parameters of behaviour/config.yaml."""
    return [Parameter(raw, document["types"], document["errors"]) for raw in document["parameters"]]


def _decimal(word: str) -> int | None:
    """A 64-bit number in its canonical form."""
    if re.fullmatch(r"0|-?[1-9][0-9]*", word) is None or int(word) not in INT64:
        return None
    return int(word)


def _loose(word: str) -> int | None:
    """A number as C's strtoll reads it; what is too large is the largest."""
    if re.fullmatch(r"[ \t\n\v\f\r]*[+-]?[0-9]+", word) is None:
        return None
    return min(max(int(word), INT64[0]), INT64[-1])


def _int32(number: int) -> int:
    """A number squeezed into 32 bits."""
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)


def _memory(word: str) -> int | None:
    match = re.fullmatch(r"([0-9]{0,127})([a-z]*)", word.lower())
    if match is None or match[2] not in _UNITS:
        return None
    return min(int(match[1] or "0"), _UINT64 - 1) * _UNITS[match[2]] % _UINT64


def _signed(number: int) -> int:
    return number - _UINT64 if number > INT64[-1] else number


def _bool(_: Parameter, word: str, __: str) -> str:
    if word.lower() not in ("yes", "no"):
        raise _Refused("not-bool")
    return word.lower()


def _int(parameter: Parameter, word: str, _: str) -> str:
    number = _decimal(word)
    if number is None:
        raise _Refused("not-integer")
    negative = "negative" if parameter.raw["type"] == "unsigned" else None
    return str(parameter.checked(number, negative=negative))


def _memory_size(parameter: Parameter, word: str, _: str) -> str:
    number = _memory(word)
    if number is None:
        raise _Refused("not-memory")
    return str(parameter.checked(_signed(number), negative="negative"))


def _memory_or_percent(_: Parameter, word: str, __: str) -> str:
    percent = _decimal(word[:-1]) if word.endswith("%") else None
    number = _memory(word)
    if percent is not None and percent >= 0:
        number = -percent % _UINT64
    elif number is None:
        raise _Refused("not-memory-or-percent")
    signed = _signed(number)
    if signed < -100:
        raise _Refused("percent-too-large")
    return f"{-signed}%" if signed < 0 else str(signed)


def _enum(parameter: Parameter, word: str, _: str) -> str:
    _check_words(parameter, [word])
    shown: str = parameter.raw.get("shown", {}).get(word.lower(), word.lower())
    return shown


def _words(parameter: Parameter, word: str, _: str) -> str:
    given = word.split(" ")
    _check_words(parameter, given)
    chosen = {each.lower() for each in given} - {parameter.raw["alone"]}
    together = parameter.raw["together"]
    if chosen >= set(together["words"]):
        raise _Refused(together["error"])
    return " ".join(each for each in parameter.raw["of"] if each in chosen) or str(
        parameter.raw["alone"]
    )


def _check_words(parameter: Parameter, given: list[str]) -> None:
    known = parameter.raw["of"]
    if not all(each.lower() in known for each in given):
        raise _Refused("not-one-of", words=", ".join(known))


def _octal(parameter: Parameter, word: str, _: str) -> str:
    if re.fullmatch(r"[ \t\n\v\f\r]*[+-]?[0-7]+", word) is None:
        raise _Refused("not-octal")
    return f"{parameter.checked(min(int(word, 8), INT64[-1])):o}"


def _string(_: Parameter, word: str, __: str) -> str:
    return word


_VARIABLES = {
    "title": "",
    "unixsocket": "",
    **dict.fromkeys(("listen-addr", "server-mode", "port", "tls-port", "config-file"), "a"),
}
"""Of a title: what they stand for, as far as it matters."""


def _title(_: Parameter, word: str, __: str) -> str:
    def expand(match: re.Match[str]) -> str:
        if match[0] == "{{":
            return "{"
        if match[1] not in _VARIABLES:
            raise _Refused("title")
        return _VARIABLES[match[1]]

    if not re.sub(r"\{\{|\{(?:([^}]*)\})?", expand, word).strip(" "):
        raise _Refused("title")
    return word


def _hostname(_: Parameter, word: str, __: str) -> str:
    if len(word) >= 256:
        raise _Refused("hostname-length")
    if re.fullmatch(r"[A-Za-z0-9.-]*", word) is None:
        raise _Refused("hostname")
    return word


def _node_name(_: Parameter, word: str, __: str) -> str:
    if set(word) & set("!#$%&()*+:;<>?@[]^{|}~"):
        raise _Refused("node-name")
    return word


def _file_name(parameter: Parameter, word: str, _: str) -> str:
    if not word and parameter.name != "dbfilename":
        raise _Refused("empty", name=parameter.name)
    if "/" in word:
        kind = "dir" if parameter.name == "appenddirname" else "file"
        raise _Refused("path", name=parameter.name, kind=kind)
    return word


def _locale(_: Parameter, word: str, __: str) -> str:
    if word not in ("", "C", "POSIX"):
        raise _Refused("locale")
    return word


def _event_classes(_: Parameter, word: str, __: str) -> str:
    letters = set(word)
    if not letters <= set("Ag$lshzxeKEtmdnoc"):
        raise _Refused("event-class")
    classes = "g$lshzxetd"
    if "A" in letters or letters >= set(classes):
        letters -= set(classes) | set("noc")
        letters.add("A")
    return "".join(each for each in "Ag$lshzxetdnocKEm" if each in letters)


def _save(_: Parameter, word: str, __: str) -> str:
    if not word:
        return ""
    numbers = [_loose(each) for each in word.split(" ")]
    if len(numbers) % 2:
        raise _Refused("save")
    shown: list[str] = []
    for seconds, changes in zip(numbers[::2], numbers[1::2], strict=True):
        if seconds is None or changes is None or seconds < 1 or changes < 0:
            raise _Refused("save")
        shown += (str(seconds), str(_int32(changes)))
    return " ".join(shown)


_CLASSES = ("normal", "slave", "pubsub")


def _buffer_limits(_: Parameter, word: str, now: str) -> str:
    parts = word.split(" ") if word else []
    if len(parts) % 4:
        raise _Refused("buffer-limit-words")
    before = now.split()
    limits = {before[at]: before[at + 1 : at + 4] for at in range(0, len(before), 4)}
    for at in range(0, len(parts), 4):
        name = parts[at].lower().replace("replica", "slave")
        if name not in _CLASSES:
            raise _Refused("buffer-limit-class")
        hard, soft, seconds = _memory(parts[at + 1]), _memory(parts[at + 2]), _loose(parts[at + 3])
        if hard is None or soft is None or seconds is None or _int32(seconds) < 0:
            raise _Refused("buffer-limit-value")
        limits[name] = [str(hard), str(soft), str(_int32(seconds))]
    return " ".join(" ".join([name, *limits[name]]) for name in _CLASSES)


def _percentiles(_: Parameter, word: str, __: str) -> str:
    shown = []
    for part in word.split(" ") if word else ():
        if re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", part) is None:
            raise _Refused("percentile")
        if not 0 <= float(part) <= 100:
            raise _Refused("percentile-range")
        shown.append(f"{float(part):.6f}".rstrip("0").rstrip("."))
    return " ".join(shown)


def _oom_scores(_: Parameter, word: str, __: str) -> str:
    parts = word.split(" ")
    if len(parts) != 3:
        raise _Refused("words")
    numbers = [_loose(part) for part in parts]
    if any(number is None or not -2000 <= number <= 2000 for number in numbers):
        raise _Refused("oom-scores")
    return " ".join(map(str, numbers))


def _addresses(_: Parameter, word: str, __: str) -> str:
    if len(word.split(" ")) > 16:
        raise _Refused("too-many-addresses")
    return word


_READINGS: dict[str, Callable[[Parameter, str, str], str]] = {
    "bool": _bool,
    "int": _int,
    "unsigned": _int,
    "memory": _memory_size,
    "memory-or-percent": _memory_or_percent,
    "enum": _enum,
    "words": _words,
    "octal": _octal,
    "string": _string,
    "title": _title,
    "hostname": _hostname,
    "node-name": _node_name,
    "file-name": _file_name,
    "locale": _locale,
    "notify-keyspace-events": _event_classes,
    "save": _save,
    "client-output-buffer-limit": _buffer_limits,
    "latency-tracking-info-percentiles": _percentiles,
    "oom-score-adj-values": _oom_scores,
    "bind": _addresses,
}
