"""The configuration: typed attributes, and text to values and back."""

from __future__ import annotations

from typing import Any

from refimpl.datatypes.numbers import parse_double, parse_int
from refimpl.table.config_table import (
    ALONE,
    BECOMES,
    ERRORS,
    SHOWN,
    Parameter,
    Settings,
    parameter,
)

EVENT_CLASSES = b"g$lshzxetd"
"""Letters of notify-keyspace-events that "A" stands for, in the order CONFIG GET shows them."""

_RARE_CLASSES = b"noc"
"""Those that "A" doesn't stand for, and beside which CONFIG GET doesn't show them."""

_ALL_EVENT_LETTERS = EVENT_CLASSES + _RARE_CLASSES + b"AKEm"

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

_UINT64 = 1 << 64
_NUMBER_SIGNS = frozenset(b"+-0123456789")
_MOST_DIGITS = 127
_MOST_ADDRESSES = 16
_LONGEST_HOSTNAME = 255
_LARGEST_OOM_SCORE = 2000
_NOT_IN_NODE_NAMES = frozenset(b"!#$%&()*+:;<>?@[]^{|}~")
_HOSTNAME_SIGNS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_TITLE_VARIABLES = {
    b"title": b"",
    b"unixsocket": b"",
    **dict.fromkeys((b"listen-addr", b"server-mode", b"port", b"tls-port", b"config-file"), b"a"),
}
"""What they stand for when a template is checked: it must not come to nothing."""


class InvalidValueError(Exception):
    """A value doesn't suit its parameter; the message is what CONFIG SET answers as the reason."""


class InapplicableError(InvalidValueError):
    """A value suits its parameter, but can't take effect here and now."""

    def __init__(self, attribute: str, reason: str) -> None:
        super().__init__(reason)
        self.attribute = attribute


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
        if known.kind == "words":
            words = [b" ".join(words)]
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
        if known.kind == "notify-keyspace-events":
            return _shown_letters(value)
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
    """Bytes from a number with an optional unit (b, k, kb, m, mb, g, gb); None if it isn't one.

    As every Redis server does, this counts in 64 bits: see spec/behaviour/config.yaml.
    """
    digits = len(text) - len(text.lstrip(b"0123456789"))
    factor = _UNITS.get(text[digits:].lower())
    if digits > _MOST_DIGITS or factor is None:
        return None
    return min(int(text[:digits] or b"0"), _UINT64 - 1) * factor % _UINT64


def _signed(number: int) -> int:
    return number - _UINT64 if number >= _UINT64 >> 1 else number


def _one_word(known: Parameter, word: bytes) -> Any:
    match known.kind:
        case "bool":
            lower = word.lower()
            if lower not in (b"yes", b"no"):
                raise refuse("not-bool")
            return lower == b"yes"
        case "enum":
            chosen = _known_words(known, [word])[0]
            return SHOWN.get(known.attribute, {}).get(chosen, chosen)
        case "words":
            return _several_words(known, word)
        case "int" | "unsigned":
            number = parse_int(word)
            if number is None:
                raise refuse("not-integer")
            return _in_range(known, number)
        case "memory":
            number = parse_memory(word)
            if number is None:
                raise refuse("not-memory")
            number = _signed(number)
            if number < 0 and known.high is None:
                raise refuse("negative")
            return _in_range(known, number)
        case "memory-or-percent":
            return _memory_or_percent(word)
        case "octal":
            number = _loose(word, 8)
            if number is None:
                raise refuse("not-octal")
            return _in_range(known, number)
        case "notify-keyspace-events":
            return _event_letters(word)
        case "title" | "hostname" | "node-name" | "locale":
            _CHECKS[known.kind](word)
            return word
        case "file-name":
            _check_file_name(known.name, word)
            return word
        case _:
            return bytes(word)


def _in_range(known: Parameter, number: int) -> int:
    if known.kind == "unsigned" and number < 0:
        raise refuse("negative")
    low = 0 if known.low is None and known.kind in ("unsigned", "memory") else known.low
    high = (1 << 63) - 1 if known.high is None else known.high
    if (low is not None and number < low) or number > high:
        raise refuse("not-between", low=low, high=high)
    floor, ceiling = BECOMES.get(known.attribute, (None, None))
    if floor is not None:
        number = max(number, floor)
    return number if ceiling is None else min(number, ceiling)


def _known_words(known: Parameter, words: list[bytes]) -> list[str]:
    lowered = [word.decode("latin-1").lower() for word in words]
    if any(word not in known.words for word in lowered):
        raise refuse("not-one-of", words=", ".join(known.words))
    return lowered


def _several_words(known: Parameter, word: bytes) -> str:
    none, excluding, error = ALONE[known.attribute]
    chosen = set(_known_words(known, word.split(b" "))) - {none}
    if chosen >= set(excluding):
        raise refuse(error)
    return " ".join(each for each in known.words if each in chosen) or none


def _memory_or_percent(word: bytes) -> int:
    """Bytes, or a percentage as a negative number."""
    percent = parse_int(word[:-1]) if word.endswith(b"%") else None
    if percent is not None and percent >= 0:
        number: int | None = -percent
    else:
        number = parse_memory(word)
    if number is None:
        raise refuse("not-memory-or-percent")
    number = _signed(number)
    if number < -100:
        raise refuse("percent-too-large")
    return number


def _check_title(word: bytes) -> None:
    """A template's variables must be known, and must not come to nothing."""
    shown = b""
    rest = word
    while rest:
        plain, brace, rest = rest.partition(b"{")
        shown += plain
        if brace and rest.startswith(b"{"):
            shown += b"{"
            rest = rest[1:]
        elif brace:
            name, end, rest = rest.partition(b"}")
            if not end or name not in _TITLE_VARIABLES:
                raise refuse("title")
            shown += _TITLE_VARIABLES[name]
    if not shown.strip(b" "):
        raise refuse("title")


def _check_hostname(word: bytes) -> None:
    if len(word) > _LONGEST_HOSTNAME:
        raise refuse("hostname-length")
    if not set(word) <= _HOSTNAME_SIGNS:
        raise refuse("hostname")


def _check_node_name(word: bytes) -> None:
    if _NOT_IN_NODE_NAMES & set(word):
        raise refuse("node-name")


def _check_file_name(name: str, word: bytes) -> None:
    if not word and name != "dbfilename":
        raise refuse("empty", name=name)
    if b"/" in word:
        raise refuse("path", name=name, kind="dir" if name == "appenddirname" else "file")


def _check_locale(word: bytes) -> None:
    import locale  # loads slowly, and hardly anybody sets one

    before = locale.setlocale(locale.LC_COLLATE)
    try:
        locale.setlocale(locale.LC_COLLATE, word.decode("latin-1"))
    except (locale.Error, ValueError):
        raise refuse("locale") from None
    finally:
        locale.setlocale(locale.LC_COLLATE, before)


_CHECKS = {
    "title": _check_title,
    "hostname": _check_hostname,
    "node-name": _check_node_name,
    "locale": _check_locale,
}


def _event_letters(word: bytes) -> bytes:
    letters = set(word)
    if not letters <= set(_ALL_EVENT_LETTERS):
        raise refuse("event-class")
    if ord("A") in letters:
        letters |= set(EVENT_CLASSES)
    return bytes(letter for letter in EVENT_CLASSES + _RARE_CLASSES + b"KEm" if letter in letters)


def _shown_letters(letters: bytes) -> bytes:
    if not set(letters) >= set(EVENT_CLASSES):
        return letters
    return b"A" + bytes(letter for letter in b"KEm" if letter in letters)


def _split(words: list[bytes]) -> list[bytes]:
    """The parts of one word, which one space divides; several words are parts already."""
    if len(words) == 1:
        return words[0].split(b" ") if words[0] else []
    return words


def _loose(text: bytes, base: int = 10) -> int | None:
    """A number as C's strtoll reads it, spaces, sign and zeros in front; the nearest that fits."""
    if not text[-1:].isdigit():
        return None
    try:
        number = int(text, base)
    except ValueError:
        return None
    if not set(text.lstrip()) <= _NUMBER_SIGNS:
        return None
    return min(max(number, -(1 << 63)), (1 << 63) - 1)


def _int32(number: int) -> int:
    """A number squeezed into 32 bits, as real servers keep it."""
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)


def _save(_: Config, words: list[bytes]) -> bytes:
    numbers = [_loose(part) for part in _split(words)]
    if len(numbers) % 2:
        raise refuse("save")
    points = []
    for seconds, changes in zip(numbers[::2], numbers[1::2], strict=True):
        if seconds is None or changes is None or seconds < 1 or changes < 0:
            raise refuse("save")
        points.append(b"%d %d" % (seconds, _int32(changes)))
    return b" ".join(points)


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
        seconds = _loose(parts[at + 3])
        if hard is None or soft is None or seconds is None or _int32(seconds) < 0:
            raise refuse("buffer-limit-value")
        limits[name] = (hard, soft, _int32(seconds))
    return b" ".join(b"%b %d %d %d" % (name, *limits[name]) for name in CLIENT_CLASSES)


def _percentiles(_: Config, words: list[bytes]) -> bytes:
    shown = []
    for part in _split(words):
        number = parse_double(part)
        if number is None:
            raise refuse("percentile")
        if not 0.0 <= number <= 100.0:
            raise refuse("percentile-range")
        shown.append(b"%f" % number)
    return b" ".join(text.rstrip(b"0").rstrip(b".") for text in shown)


def _oom_scores(_: Config, words: list[bytes]) -> bytes:
    parts = _split(words)
    if len(parts) != 3:
        raise refuse("words")
    scores = [_loose(part) for part in parts]
    if any(score is None or abs(score) > _LARGEST_OOM_SCORE for score in scores):
        raise refuse("oom-scores")
    return b" ".join(b"%d" % score for score in scores if score is not None)


def _addresses(_: Config, words: list[bytes]) -> bytes:
    parts = _split(words)
    if len(parts) > _MOST_ADDRESSES:
        raise refuse("too-many-addresses")
    return b" ".join(parts)


_SEVERAL_WORDS = {
    "bind": _addresses,
    "save": _save,
    "client-output-buffer-limit": _output_limits,
    "latency-tracking-info-percentiles": _percentiles,
    "oom-score-adj-values": _oom_scores,
}
