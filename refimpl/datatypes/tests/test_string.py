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
        (b"x" * 44, "embstr"),
        (b"x" * 45, "raw"),
        (bytearray(b"1"), "raw"),
        (bytearray(), "raw"),
        (EmbeddedString(b"15"), "embstr"),
        (EmbeddedString(b"1" * 45), "raw"),
    ],
)
def test_encoding(value: String, encoding: str) -> None:
    assert string_encoding(value) == encoding
