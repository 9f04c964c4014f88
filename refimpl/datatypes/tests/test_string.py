"""What OBJECT ENCODING says of strings, as observed on a real 8.2.3 server."""

from __future__ import annotations

import pytest

from refimpl.datatypes.string import (
    EmbeddedString,
    String,
    is_shared_integer,
    string_encoding,
)


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


@pytest.mark.parametrize(
    ("value", "shared"),
    [
        (b"0", True),
        (b"9999", True),
        (b"10000", False),
        (b"-1", False),
        (b"007", False),
        (bytearray(b"1"), False),
        (EmbeddedString(b"1"), False),
    ],
)
def test_shared_integers(value: String, shared: bool) -> None:
    assert is_shared_integer(value) is shared
