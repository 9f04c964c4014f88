"""The configuration: typed attributes, and text to values and back."""

from __future__ import annotations

from typing import Any

from refimpl.datatypes.numbers import parse_double, parse_int
from refimpl.table.config_table import ERRORS, Parameter, Settings, parameter

EVENT_CLASSES = b"g$lshzxetdn"
"""Letters of notify-keyspace-events that "A" stands for, in the order CONFIG GET shows them."""

_ALL_EVENT_LETTERS = EVENT_CLASSES + b"AKEm"

CLIENT_CLASSES = (b"normal", b"slave", b"pubsub")
"""Classes of client-output-buffer-limit."""

_UNITS = {
    b"": 1,
    b"b": 1,
    b"k": 1000,
    b"kb": 1 << 10,
    b"m": 1000**2,
    b"mb": 1 << 20,
    b"g": 1000**3,
    b"gb": 1 << 30,
}


class InvalidValueError(Exception):
    """A value doesn't suit its parameter; the message is what CONFIG SET answers as the reason."""


def refuse(identity: str, **fields: object) -> InvalidValueError:
    """The exception for an error of spec/behaviour/config.yaml."""
    return InvalidValueError(ERRORS[identity].format(**fields))


class Config(Settings):
    """Attributes as in Settings, named as their parameter with ``_`` for ``-``."""

    def convert(self, name: str, words: list[bytes]) -> tuple[Parameter, Any]:
        """What setting a parameter to these words would store; InvalidValueError if it can't."""
        known = parameter(name)
        if known is None:
            raise KeyError(name)
        convert = _SEVERAL_WORDS.get(known.kind)
        if convert is not None:
            return known, convert(self, words)
        if len(words) != 1:
            raise refuse("words")
        return known, _one_word(known, words[0])

    def show(self, known: Parameter) -> bytes:
        """A parameter's value as CONFIG GET shows it."""
        value = getattr(self, known.attribute)
        if known.kind == "bool":
            return b"yes" if value else b"no"
        if known.kind == "octal":
            return b"%o" % value
        if known.kind == "memory-or-percent" and value < 0:
            return b"%d%%" % -value
        if isinstance(value, int):
            return b"%d" % value
        return value.encode() if isinstance(value, str) else bytes(value)

    def output_limits(self) -> dict[bytes, tuple[int, int, int]]:
        """Of each class of clients: hard limit, soft limit (bytes), seconds above the soft one."""
        words = self.client_output_buffer_limit.split()
        return {
            words[at]: (int(words[at + 1]), int(words[at + 2]), int(words[at + 3]))
            for at in range(0, len(words), 4)
        }

    def save_points(self) -> list[tuple[int, int]]:
        """After how many seconds a snapshot is due if so many changes were made."""
        numbers = [int(word) for word in self.save.split()]
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def percentiles(self) -> list[bytes]:
        """The percentiles INFO shows for latencies, as text."""
        return self.latency_tracking_info_percentiles.split()


def parse_memory(text: bytes) -> int | None:
    """Bytes from a number with an optional unit (b, k, kb, m, mb, g, gb); None if it isn't one."""
    digits = len(text) - len(text.lstrip(b"0123456789"))
    factor = _UNITS.get(text[digits:].lower())
    if not digits or factor is None:
        return None
    return int(text[:digits]) * factor


def _one_word(known: Parameter, word: bytes) -> Any:
    match known.kind:
        case "bool":
            lower = word.lower()
            if lower not in (b"yes", b"no"):
                raise refuse("not-bool")
            return lower == b"yes"
        case "enum":
            lowered = word.decode("latin-1").lower()
            if lowered not in known.words:
                raise refuse("not-one-of", words=", ".join(known.words))
            return lowered
        case "int" | "unsigned":
            number = parse_int(word)
            if number is None:
                raise refuse("not-integer")
            return _in_range(known, number)
        case "memory":
            number = parse_memory(word)
            if number is None:
                raise refuse("not-memory")
            if number >= 1 << 63:
                raise refuse("negative")
            return _in_range(known, number)
        case "memory-or-percent":
            if word.endswith(b"%"):
                percent = parse_int(word[:-1])
                if percent is None or not 0 <= percent <= 100:
                    raise refuse("not-memory-or-percent")
                return -percent
            number = parse_memory(word)
            if number is None:
                raise refuse("not-memory-or-percent")
            return number
        case "octal":
            try:
                number = int(word, 8)
            except ValueError:
                raise refuse("not-octal") from None
            return _in_range(known, number)
        case "notify-keyspace-events":
            return _event_letters(word)
        case _:
            return bytes(word)


def _in_range(known: Parameter, number: int) -> int:
    if known.kind == "unsigned" and number < 0:
        raise refuse("negative")
    low = 0 if known.low is None and known.kind == "unsigned" else known.low
    high = (1 << 63) - 1 if known.high is None else known.high
    if (low is not None and number < low) or number > high:
        raise refuse("not-between", low=low, high=high)
    return number


def _event_letters(word: bytes) -> bytes:
    letters = set(word)
    if not letters <= set(_ALL_EVENT_LETTERS):
        raise refuse("event-class")
    if ord("A") in letters or letters >= set(EVENT_CLASSES[:-1]):
        classes = b"A"
    else:
        classes = bytes(letter for letter in EVENT_CLASSES if letter in letters)
    return classes + bytes(letter for letter in b"KEm" if letter in letters)


def _split(words: list[bytes]) -> list[bytes]:
    return [part for word in words for part in word.split()]


def _save(_: Config, words: list[bytes]) -> bytes:
    numbers = _split(words)
    parsed = [parse_int(number) for number in numbers]
    if len(parsed) % 2 or any(number is None for number in parsed):
        raise refuse("save")
    for seconds, changes in zip(parsed[::2], parsed[1::2], strict=True):
        if seconds is None or changes is None or seconds < 1 or changes < 0:
            raise refuse("save")
    return b" ".join(numbers)


def _output_limits(config: Config, words: list[bytes]) -> bytes:
    parts = _split(words)
    if len(parts) % 4:
        raise refuse("buffer-limit-words")
    limits = config.output_limits()
    for at in range(0, len(parts), 4):
        name = parts[at].lower()
        if name == b"replica":
            name = b"slave"
        if name not in CLIENT_CLASSES:
            raise refuse("buffer-limit-class")
        hard, soft = parse_memory(parts[at + 1]), parse_memory(parts[at + 2])
        seconds = parse_int(parts[at + 3])
        if hard is None or soft is None or seconds is None or seconds < 0:
            raise refuse("buffer-limit-value")
        limits[name] = (hard, soft, seconds)
    return b" ".join(b"%b %d %d %d" % (name, *limits[name]) for name in CLIENT_CLASSES)


def _percentiles(_: Config, words: list[bytes]) -> bytes:
    parts = _split(words)
    for part in parts:
        number = parse_double(part)
        if number is None:
            raise refuse("percentile")
        if not 0.0 <= number <= 100.0:
            raise refuse("percentile-range")
    return b" ".join(parts)


def _oom_scores(_: Config, words: list[bytes]) -> bytes:
    parts = _split(words)
    if len(parts) != 3:
        raise refuse("words")
    if any(parse_int(part) is None for part in parts):
        raise refuse("not-integer")
    return b" ".join(parts)


def _addresses(_: Config, words: list[bytes]) -> bytes:
    return b" ".join(_split(words))


_SEVERAL_WORDS = {
    "bind": _addresses,
    "save": _save,
    "client-output-buffer-limit": _output_limits,
    "latency-tracking-info-percentiles": _percentiles,
    "oom-score-adj-values": _oom_scores,
}
