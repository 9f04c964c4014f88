"""The spec's scalars, which are all strings, as bytes, numbers and truths."""

from __future__ import annotations


def to_bytes(text: str) -> bytes:
    """A YAML text as bytes: characters below 256 are one byte each, others UTF-8."""
    try:
        return text.encode("latin1")
    except UnicodeEncodeError:
        return b"".join(
            char.encode("latin1") if ord(char) < 256 else char.encode() for char in text
        )


def to_bool(text: str) -> bool:
    """`true` or `false`. Raises ValueError."""
    if text not in ("true", "false"):
        raise ValueError(f"neither true nor false: {text!r}")
    return text == "true"
