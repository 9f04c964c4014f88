"""What OBJECT ENCODING says of strings, as observed on a real 8.2.3 server."""

from __future__ import annotations

import pytest

from refimpl.datatypes.string import EmbeddedString, String, string_encoding


@pytest.mark.parametrize(
    ("value", "encoding"),
    [
        (b"", "embstr"),
        (b"0", "int"),
        (b"-9223372036854775808", "int"),
        (b"9223372036854775808", "embstr"),
        (b"01", "embstr"),
        (b"x" * 40, "embstr"),
        (b"x" * 41, "raw"),
        (bytearray(b"1"), "raw"),
        (bytearray(), "raw"),
        (EmbeddedString(b"15"), "embstr"),
        (EmbeddedString(b"1" * 45), "raw"),
    ],
)
def test_encoding(value: String, encoding: str) -> None:
    assert string_encoding(value, 1, False) == encoding


@pytest.mark.parametrize(
    ("key_length", "expires", "longest"),
    [(0, False, 41), (1, False, 40), (30, False, 11), (0, True, 33), (1, True, 32), (30, True, 3)],
)
def test_key_and_expiry_take_room(key_length: int, expires: bool, longest: int) -> None:
    assert string_encoding(b"x" * longest, key_length, expires) == "embstr"
    assert string_encoding(b"x" * (longest + 1), key_length, expires) == "raw"
