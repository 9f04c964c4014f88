"""Whether a text is a filter expression of VSIM, and if not, what the error says it is near to.

Read word by word into postfix order. Where the words themselves are wrong the rest of the text is
named, where they don't fit together all of it.
"""

from __future__ import annotations

import re

_SPACE = rb"[ \t\n\v\f\r]*"
_NUMBER = rb"-?[0-9.eE]*"
_STRING = rb"\"(?:[^\"\\]|\\\"?)*+\"|'(?:[^'\\]|\\'?)*+'"
_SELECTOR = rb"\.(?:[A-Za-z0-9_-]+|$)"
_RUN = rb"[A-Za-z()+\-*/%!<>=|&]+"
_TIGHTNESS = (
    (b"or", b"||"),
    (b"and", b"&&"),
    (b"==", b"!=", b">", b">=", b"<", b"<=", b"in"),
    (b"+", b"-"),
    (b"*", b"/", b"%"),
    (b"**",),
    (b"not", b"!"),
)
_OPERATORS = {name: level for level, names in enumerate(_TIGHTNESS) for name in names}
_ONE_SIDED = (b"not", b"!")
_VALUE = b"value"


class _Wrong(Exception):
    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def fault(text: bytes) -> bytes | None:
    """What is wrong is near to this; None if nothing is wrong."""
    text = text.partition(b"\0")[0]
    try:
        words = _words(text)
    except _Wrong as wrong:
        return text[wrong.at :] or text
    return None if _fits(words) else text


def _end(pattern: bytes, text: bytes, at: int) -> int | None:
    found = re.compile(pattern).match(text, at)
    return None if found is None else found.end()


def _after_space(text: bytes, at: int) -> int:
    end = _end(_SPACE, text, at)
    assert end is not None
    return end


def _words(text: bytes) -> list[bytes]:
    """Operators and brackets by name, everything else as a value."""
    words: list[bytes] = []
    at = _after_space(text, 0)
    while at < len(text):
        behind_value = bool(words) and words[-1] in (_VALUE, b")")
        word, at = _word(text, at, behind_value)
        words.append(word)
        at = _after_space(text, at)
    return words


def _word(text: bytes, at: int, behind_value: bool) -> tuple[bytes, int]:
    start = text[at : at + 1]
    if start.isdigit() or (start == b"-" and text[at + 1 : at + 2].isdigit() and not behind_value):
        return _VALUE, _number(text, at)
    if start in (b'"', b"'"):
        return _VALUE, _string(text, at)
    if start == b"[":
        return _VALUE, _tuple(text, at + 1)
    end = _end(_SELECTOR, text, at)
    if end is not None:
        return _VALUE, end
    end = _end(_RUN, text, at)
    if end is None:
        raise _Wrong(at)
    run = text[at:end]
    if run == b"null":
        return _VALUE, end
    named = [name for name in (*_OPERATORS, b"(", b")") if run.startswith(name)]
    if not named:
        raise _Wrong(end)
    longest = max(named, key=len)
    return longest, at + len(longest)


def _number(text: bytes, at: int) -> int:
    end = _end(_NUMBER, text, at)
    assert end is not None
    if end - at > 255:
        raise _Wrong(at + 255)
    try:
        float(text[at:end])
    except ValueError:
        raise _Wrong(end) from None
    return end


def _string(text: bytes, at: int) -> int:
    end = _end(_STRING, text, at)
    if end is None:
        raise _Wrong(len(text))
    return end


def _tuple(text: bytes, at: int) -> int:
    at = _after_space(text, at)
    while text[at : at + 1] != b"]":
        start = text[at : at + 1]
        if start.isdigit() or start == b"-":
            at = _number(text, at)
        elif start in (b'"', b"'"):
            at = _string(text, at)
        else:
            raise _Wrong(at)
        at = _after_space(text, at)
        if text[at : at + 1] == b",":
            at = _after_space(text, at + 1)
        elif text[at : at + 1] != b"]":
            raise _Wrong(at)
    return at + 1


def _fits(words: list[bytes]) -> bool:
    """Whether every operator finds its operands, and one value is left."""
    height = 0
    waiting = [b"("]  # closed by what stands behind the last word, and by nothing before
    for word in [*words, b")"]:
        if not waiting:
            return False
        if word == _VALUE:
            height += 1
        elif word == b"(":
            waiting.append(word)
        else:
            while waiting[-1] != b"(" and _first(waiting[-1], word):
                needed = 1 if waiting.pop() in _ONE_SIDED else 2
                if height < needed:
                    return False
                height += 1 - needed
            if word == b")":
                waiting.pop()
            else:
                waiting.append(word)
    return height == 1 and not waiting


def _first(waiting: bytes, word: bytes) -> bool:
    """Whether a waiting operator is applied before the word is looked at."""
    if word == b")":
        return True
    level, other = _OPERATORS[waiting], _OPERATORS[word]
    return level > other or (level == other and word != b"**")
