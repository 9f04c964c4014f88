"""What of a reply two right servers must agree on: all but the numbers that its shape says vary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.compare.shape import misfit, pairs_of
from conformance.compare.text import to_bytes
from conformance.wire.values import Array, Bulk, Integer, Map, Simple, Value

if TYPE_CHECKING:
    from conformance.compare.mismatch import Context, Shape


def varies(shape: Shape) -> bool:
    """Whether some number in replies of this shape is a matter of time or chance."""
    if isinstance(shape, dict):
        return "varies" in shape or any(map(varies, shape.values()))
    return isinstance(shape, list) and any(map(varies, shape))


def steady(shape: Shape, value: Value, context: Context) -> Value:
    """The value, which has the shape, with 0 for each number that varies."""
    if not varies(shape):
        return value
    if "resp2" in shape:
        return steady(shape[f"resp{context.protocol}"], value, context)
    if "either" in shape:
        fitting = (inner for inner in shape["either"] if misfit(inner, value, context) is None)
        return steady(next(fitting), value, context)
    kind, detail = next(iter(shape.items()))
    if kind == "integer":
        return Integer(0)
    if kind == "map":
        return _map(detail, value, context)
    if kind in ("array", "tuple") and isinstance(value, Array):
        inner = detail if kind == "tuple" else [detail] * len(value.items)
        return Array(
            tuple(steady(one, item, context) for one, item in zip(inner, value.items, strict=True))
        )
    return value


def _map(detail: Shape, value: Value, context: Context) -> Value:
    pairs = []
    for key, item in pairs_of(value, context.protocol) or ():
        inner = detail.get("value", "any")
        for name, shape in detail.get("fields", {}).items():
            if key in (Bulk(to_bytes(name)), Simple(to_bytes(name))):
                inner = shape
        pairs.append((key, steady(inner, item, context)))
    if context.protocol == 3:
        return Map(tuple(pairs))
    return Array(tuple(part for pair in pairs for part in pair))
