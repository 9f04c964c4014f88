# Generated from spec/ by `python -m spec generate`; do not edit.
"""What COMMAND DOCS tells."""

from __future__ import annotations

from typing import Any

# name → the fields of COMMAND DOCS, in its order; arguments are nested dicts
DOCS: dict[bytes, dict[str, Any]] = {}
