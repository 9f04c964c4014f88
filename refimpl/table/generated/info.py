# Generated from spec/ by `python -m spec generate`; do not edit.
"""What COMMAND INFO tells beyond the table."""

from __future__ import annotations

from typing import Any

# name → (first key, last key, step), ACL categories, tips, key specifications
INFO: dict[bytes, tuple[tuple[int, int, int], list[bytes], list[bytes], list[dict[str, Any]]]] = {}
