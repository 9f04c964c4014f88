"""Glob patterns. The vectors were observed on a real 8.2.3 server."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refimpl.datatypes.glob import glob_match

TEXTS = st.text(alphabet="ab[]^-\\*?", max_size=8).map(str.encode)


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        (b"", [b""], [b"a"]),
        (b"*", [b"a", b"\n", b"\xff"], [b""]),
        (b"**", [b"a"], [b""]),
        (b"a*", [b"a", b"ab"], [b"", b"ba"]),
        (b"a**", [b"a", b"abb"], [b"b"]),
        (b"*a*b", [b"ab", b"xaxbxb"], [b"a", b"ba", b"abx"]),
        (b"?", [b"a", b"\n"], [b"", b"ab"]),
        (b"\\*", [b"*"], [b"a", b"\\*"]),
        (b"\\", [b"\\"], [b"", b"a"]),
        (b"a\\", [b"a\\"], [b"a"]),
        (b"[a-c]", [b"a", b"b", b"c"], [b"d", b"-", b"ab"]),
        (b"[c-a]", [b"a", b"b", b"c"], [b"d"]),
        (b"[^a]", [b"b", b"^"], [b"a", b""]),
        (b"[a^]", [b"a", b"^"], [b"b"]),
        (b"[]", [], [b"", b"]", b"[]"]),
        (b"[^]", [b"a", b"]"], [b""]),
        (b"[]a]", [], [b"]", b"a", b"]a]"]),
        (b"[ab", [b"a", b"b"], [b"[ab", b"c"]),
        (b"[", [], [b"", b"["]),
        (b"[^", [b"a", b"["], [b""]),
        (b"[a-", [b"a", b"-"], [b"b"]),
        (b"[a-]", [b"a", b"]", b"_"], [b"-", b"b"]),
        (b"[\\]]", [b"]"], [b"\\", b"\\]"]),
        (b"[\\", [b"\\"], [b"["]),
        (b"[a\\-c]", [b"a", b"-", b"c"], [b"b"]),
        (b"[\x7f-\x80]", [b"\x7f", b"\x80", b"a", b"\0", b"\xff"], []),
        (b"[\x80-\xff]", [b"\x80", b"\xff"], [b"a"]),
        (b"[--\xff]", [b"\xff", b"\0", b"-"], [b".", b"a", b"\xfe"]),
    ],
)
def test_vectors(pattern: bytes, matching: list[bytes], others: list[bytes]) -> None:
    assert [text for text in matching + others if glob_match(pattern, text)] == matching


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        (b"FoO", b"fOo", True),
        (b"f?O*", b"FoobaR", True),
        (b"[A-C]x", b"bX", True),
        (b"[a-c]", b"B", True),
        (b"[abc]", b"C", True),
        (b"[\\A]", b"a", False),  # an escaped member keeps its case
        (b"[\\A]", b"A", True),
        (b"\\A", b"a", True),
        (b"[S-z]", b"t", True),
        (b"[S-z]", b"A", False),
        (b"\xe9", b"\xc9", False),  # only ASCII letters have a case
    ],
)
def test_without_case(pattern: bytes, text: bytes, matches: bool) -> None:
    assert glob_match(pattern, text, nocase=True) is matches


def test_stars_are_limited() -> None:
    assert glob_match(b"*a" * 1000, b"a" * 1200)
    assert not glob_match(b"*a" * 1001, b"a" * 1200)
    assert glob_match(b"a*" * 1001, b"a" * 1200)


def test_no_exponential_time() -> None:
    start = time.perf_counter()
    assert not glob_match(b"*a" * 60 + b"b", b"a" * 5000)
    assert not glob_match(b"a*" * 60 + b"b", b"a" * 5000)
    assert time.perf_counter() - start < 2


def reference(pattern: bytes, text: bytes) -> bool:
    """The same language by plain recursion, classes left out."""
    if not pattern:
        return not text
    if pattern[:1] == b"*":
        return any(reference(pattern[1:], text[at:]) for at in range(len(text) + 1))
    if not text:
        return False
    if pattern[:1] == b"?":
        return reference(pattern[1:], text[1:])
    if pattern[:1] == b"\\" and len(pattern) > 1:
        pattern = pattern[1:]
    return pattern[:1] == text[:1] and reference(pattern[1:], text[1:])


@given(st.text(alphabet="ab\\*?", max_size=8).map(str.encode), TEXTS.filter(len))
def test_agrees_with_plain_recursion(pattern: bytes, text: bytes) -> None:
    assert glob_match(pattern, text) is reference(pattern, text)


@given(st.binary(max_size=20), st.binary(max_size=20), st.booleans())
def test_any_pattern_is_fine(pattern: bytes, text: bytes, nocase: bool) -> None:
    glob_match(pattern, text, nocase)


@given(st.binary(min_size=1, max_size=20))
def test_an_escaped_text_matches_itself(text: bytes) -> None:
    pattern = b"".join(b"\\%c" % byte for byte in text)
    assert glob_match(pattern, text)
