# Generated from spec/ by `python -m spec generate`; do not edit.
"""The command table."""

from __future__ import annotations

from refimpl.table.command import Command
from refimpl.table.keys import KeySpec, extractor, has


def build_table() -> dict[bytes, Command]:
    """A fresh table: every command, by lower-case name, with its statistics at zero."""
    return {}
