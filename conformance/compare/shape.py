"""Does a reply have the shape that a reply branch states?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from conformance.compare.mismatch import Context, Mismatch, Shape
from conformance.compare.rules import number_of
from conformance.compare.text import to_bool, to_bytes
from conformance.wire.render import render
from conformance.wire.values import (
    Array,
    BigNumber,
    Boolean,
    Bulk,
    Double,
    Integer,
    Map,
    Null,
    NullKind,
    Push,
    Set,
    Simple,
    Value,
    Verbatim,
    error_line,
)


class ShapeError(ValueError):
    """The spec's shape is none: our bug, not the server's."""


def misfit(shape: Shape, value: Value, context: Context) -> Mismatch | None:
    """None if `value` has the shape, else where it does not."""
    if isinstance(shape, str):
        return None if _plain(shape, value, context) else _no(shape, value)
    if not isinstance(shape, Mapping):
        raise ShapeError(f"not a shape: {shape!r}")
    if "resp2" in shape:
        return misfit(shape[f"resp{context.protocol}"], value, context)
    if "either" in shape:
        found = []
        for inner in shape["either"]:
            bad = misfit(inner, value, context)
            if bad is None:
                return None
            found.append(bad)
        return _deepest(found, shape, value)
    kind, detail = next(iter(shape.items()))
    match kind:
        case "array":
            return _array(shape, detail, value, context)
        case "tuple":
            return _tuple(detail, value, context)
        case "set":
            return _set(detail, value, context)
        case "map":
            return _map(detail, value, context)
        case "push":
            items = value.items if isinstance(value, Push | Array) else None
            if items is None or (context.protocol == 3) != isinstance(value, Push):
                return _no(shape, value)
            return _each(list(detail), items, shape, value, context)
        case "error":
            return _error(detail, value, context)
        case "simple" | "bulk" | "verbatim" | "big-number" | "boolean" | "integer" | "double":
            return _constrained(kind, detail, value, context)
    raise ShapeError(f"not a shape: {shape!r}")


def _no(shape: Shape, value: Value) -> Mismatch:
    return Mismatch(shape, value)


def _deepest(found: list[Mismatch], shape: Shape, value: Value) -> Mismatch:
    """Of several misfits, the one that came furthest into the reply, if any did."""
    deepest = max(found, key=lambda one: len(one.where))
    return deepest if deepest.where else _no(shape, value)


def _plain(shape: str, value: Value, context: Context) -> bool:
    three = context.protocol == 3
    match shape:
        case "any":
            return True
        case "bulk":
            return isinstance(value, Bulk)
        case "integer":
            return isinstance(value, Integer)
        case "simple":
            return isinstance(value, Simple)
        case "queued":
            return value == Simple(b"QUEUED")
        case "null-bulk":
            return value == Null(NullKind.RESP3 if three else NullKind.BULK)
        case "null-array":
            return value == Null(NullKind.RESP3 if three else NullKind.ARRAY)
        case "double":
            return isinstance(value, Double if three else Bulk) and number_of(value) is not None
        case "boolean":
            return isinstance(value, Boolean) if three else value in (Integer(0), Integer(1))
        case "verbatim":
            return isinstance(value, Verbatim if three else Bulk)
        case "big-number":
            return isinstance(value, BigNumber if three else Bulk)
    raise ShapeError(f"not a shape: {shape!r}")


def _text_of(value: Value) -> bytes | None:
    match value:
        case Bulk(data) | Simple(data) | BigNumber(data) | Verbatim(_, data):
            return data
    return None


def _constrained(kind: str, detail: Any, value: Value, context: Context) -> Mismatch | None:
    """A scalar kind with a demand on its value."""
    shape = {kind: detail}
    if not _plain(kind, value, context):
        return _no(shape, value)
    if kind == "boolean":
        wanted = to_bool(detail)
        truth = value.value if isinstance(value, Boolean | Integer) else None
        return None if bool(truth) == wanted else _no(shape, value)
    if kind in ("integer", "double"):
        return None if _number_fits(detail, value) else _no(shape, value)
    text = _text_of(value)
    assert text is not None
    if isinstance(detail, str):
        fits = text == to_bytes(detail)
    elif "matches" in detail:
        fits = re.fullmatch(to_bytes(detail["matches"]), text, re.DOTALL) is not None
    elif "one_of" in detail:
        fits = text in {to_bytes(one) for one in detail["one_of"]}
    else:
        raise ShapeError(f"not a demand on a text: {detail!r}")
    return None if fits else _no(shape, value)


def _number_fits(detail: Any, value: Value) -> bool:
    number: float | int | None
    number = value.value if isinstance(value, Integer) else number_of(value)
    if number is None:
        return False
    read = int if isinstance(value, Integer) else float
    if isinstance(detail, str):
        return number == read(detail)
    if "one_of" in detail:
        return number in {read(one) for one in detail["one_of"]}
    low, high = detail.get("min"), detail.get("max")
    return (low is None or number >= read(low)) and (high is None or number <= read(high))


def _array(shape: Any, inner: Shape, value: Value, context: Context) -> Mismatch | None:
    if not isinstance(value, Array):
        return _no(shape, value)
    low, high = int(shape.get("min", "0")), int(shape.get("max", "-1"))
    if len(value.items) < low or (high >= 0 and len(value.items) > high):
        return _no(shape, value)
    for index, item in enumerate(value.items):
        bad = misfit(inner, item, context)
        if bad is not None:
            return bad.inside(f"[{index}]")
    return None


def _tuple(shapes: list[Shape], value: Value, context: Context) -> Mismatch | None:
    if not isinstance(value, Array):
        return _no({"tuple": shapes}, value)
    return _each(shapes, value.items, {"tuple": shapes}, value, context)


def _each(
    shapes: list[Shape],
    items: tuple[Value, ...],
    shape: Shape,
    value: Value,
    context: Context,
) -> Mismatch | None:
    if len(items) != len(shapes):
        return _no(shape, value)
    for index, (inner, item) in enumerate(zip(shapes, items, strict=True)):
        bad = misfit(inner, item, context)
        if bad is not None:
            return bad.inside(f"[{index}]")
    return None


def _set(inner: Shape, value: Value, context: Context) -> Mismatch | None:
    if not isinstance(value, Set if context.protocol == 3 else Array):
        return _no({"set": inner}, value)
    for index, item in enumerate(value.items):
        bad = misfit(inner, item, context)
        if bad is not None:
            return bad.inside(f"[{index}]")
    return None


def _map(detail: Any, value: Value, context: Context) -> Mismatch | None:
    pairs = pairs_of(value, context.protocol)
    if pairs is None:
        return _no({"map": detail}, value)
    if "fields" in detail:
        return _fields(detail, pairs, value, context)
    for key, item in pairs:
        bad = misfit(detail["key"], key, context) or misfit(detail["value"], item, context)
        if bad is not None:
            return bad.inside(f"[{render(key)}]")
    return None


def _fields(
    detail: Any,
    pairs: tuple[tuple[Value, Value], ...],
    value: Value,
    context: Context,
) -> Mismatch | None:
    """A map with known names; names beside them are a misfit unless `more: any` allows them."""
    fields: Mapping[str, Shape] = detail["fields"]
    present = {_text_of(key): item for key, item in pairs}
    optional = set(detail.get("optional", ()))
    for name, inner in fields.items():
        item = present.pop(to_bytes(name), None)
        if item is None:
            if name in optional:
                continue
            return _no({"map": detail}, value)
        bad = misfit(inner, item, context)
        if bad is not None:
            return bad.inside(f".{name}")
    if present and detail.get("more") != "any":
        return _no({"map": detail}, value)
    return None


def pairs_of(value: Value, protocol: int) -> tuple[tuple[Value, Value], ...] | None:
    """The pairs of a map as the protocol sends it, None if it is none."""
    if protocol == 3:
        return value.pairs if isinstance(value, Map) else None
    if not isinstance(value, Array) or len(value.items) % 2:
        return None
    return tuple(zip(value.items[::2], value.items[1::2], strict=True))


def _error(detail: Any, value: Value, context: Context) -> Mismatch | None:
    line = error_line(value)
    error_id = detail if isinstance(detail, str) else detail["id"]
    given = {} if isinstance(detail, str) else {k: v for k, v in detail.items() if k != "id"}
    if line is not None and context.book.is_line(
        line, error_id, context.command, context.argv, given
    ):
        return None
    return Mismatch(f'error "{context.book.shown(error_id, context.command)}"', value)
