"""Words of an inline command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.resp.inline import split_words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", []),
        (b" \t\r\v\f", []),
        (b"a b", [b"a", b"b"]),
        (b"\va\t\rb ", [b"a", b"b"]),
        (b"a\vb\fc", [b"a\vb\fc"]),
        (b"a\\x41", [b"a\\x41"]),
        (b'"a b"', [b"a b"]),
        (rb'"\x41\n\r\t\b\a\z\"\\"', [b'A\n\r\t\b\az"\\']),
        (rb'"\x4" "\xZZ" "\X41" "\xaF"', [b"x4", b"xZZ", b"X41", b"\xaf"]),
        (b"\"\" ''", [b"", b""]),
        (rb"""'a\'b\n"'""", [b"a'b\\n\""]),
        (rb"'\\x'", [rb"\\x"]),
        (b"a\"b c\" d'e f'", [b"ab c", b"de f"]),
        (b'"a"\vb', [b"a", b"b"]),
        (b'"a\nb"', [b"a\nb"]),
        (b"'a''b'", None),
        (b"'a'b", None),
        (b'"a"b', None),
        (b'"a', None),
        (b"a'", None),
        (b'"\\', None),
        (b'"\\"', None),
        (b"'\\", None),
        (rb"'\'", None),
        (rb"'\\'", None),
    ],
)
def test_split_words(line: bytes, words: list[bytes] | None) -> None:
    assert split_words(line) == words


def quote(word: bytes) -> bytes:
    return b'"' + b"".join(b"\\x%02x" % byte for byte in word) + b'"'


@given(st.lists(st.binary(max_size=6)))
def test_quoted_words_come_back(words: list[bytes]) -> None:
    assert split_words(b" ".join(map(quote, words))) == words


def by_the_byte(line: bytes) -> list[bytes] | None:
    """The same rules as a plain state machine."""
    controls = {"n": 10, "r": 13, "t": 9, "b": 8, "a": 7}
    words: list[bytes] = []
    i = 0
    while True:
        while i < len(line) and line[i] in b" \t\n\v\f\r":
            i += 1
        if i == len(line):
            return words
        word = bytearray()
        while i < len(line) and line[i] not in b" \t\n\r":
            mark = line[i]
            i += 1
            if mark not in b"\"'":
                word.append(mark)
                continue
            while i < len(line) and line[i] != mark:
                rest = line[i + 1 : i + 4]
                if line[i] != ord("\\") or not rest:
                    word.append(line[i])
                elif mark == ord("'"):
                    if rest[0] == mark:
                        i += 1
                    word.append(line[i])
                elif (
                    rest[:1] == b"x"
                    and all(c in b"0123456789abcdefABCDEF" for c in rest[1:])
                    and (len(rest) == 3)
                ):
                    word.append(int(rest[1:], 16))
                    i += 3
                else:
                    word.append(controls.get(chr(rest[0]), rest[0]))
                    i += 1
                i += 1
            i += 1
            if i > len(line) or (i < len(line) and line[i] not in b" \t\n\v\f\r"):
                return None
            break
        words.append(bytes(word))


@given(st.text(alphabet="ab x41n\\\"' \t\v\r\n", max_size=24).map(str.encode))
def test_agrees_with_the_plain_rules(line: bytes) -> None:
    assert split_words(line) == by_the_byte(line)
