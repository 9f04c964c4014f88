"""Replies as plain Python, for comparing facts rather than bytes."""

from __future__ import annotations

from typing import Any

from conformance.wire.values import Array, Bulk, Integer, Map, Null, Set, Simple, Value, Verbatim


def plain(value: Value) -> Any:
    """Bulk and status as str, arrays and sets as lists, maps as dicts, null as None."""
    match value:
        case Bulk(data) | Simple(data):
            return data.decode("latin-1")
        case Verbatim():
            return value.data.decode("latin-1")
        case Integer():
            return value.value
        case Array(items) | Set(items):
            return [plain(item) for item in items]
        case Map(pairs):
            return {plain(key): plain(item) for key, item in pairs}
        case Null():
            return None
        case _:
            raise TypeError(f"no fact is made of {value!r}")
