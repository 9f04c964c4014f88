"""Compares a reply with one that is written down in an example or a vector.

Forms are those of the spec's examples (see spec/README.md): RESP3's kinds, of which RESP2 gets the
standard downgrade. Vectors add weaker ones: `{unordered: …}`, `{approximate: …, within: …}`,
`{matches: SHAPE}`, `any`, and `{capture: name}` which also remembers what came.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conformance.compare.downgrade import downgraded
from conformance.compare.mismatch import Context, Mismatch, describe
from conformance.compare.rules import close, number_of
from conformance.compare.shape import misfit
from conformance.compare.text import to_bool, to_bytes
from conformance.wire.render import render
from conformance.wire.values import (
    Array,
    BigNumber,
    Boolean,
    Bulk,
    Double,
    Error,
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

Form = Any  # a node of YAML: text, mapping or list


class FormError(ValueError):
    """What is written down is no reply: our bug, not the server's."""


def differs(
    form: Form,
    value: Value,
    context: Context,
    captured: dict[str, Value] | None = None,
) -> Mismatch | None:
    """None if `value` is what `form` says, else where it is not."""
    if form == "any":
        return None
    if isinstance(form, Mapping):
        special = _special(form, value, context, captured)
        if special is not _NOT_SPECIAL:
            assert special is None or isinstance(special, Mismatch)
            return special
    parts = _parts(form, context.protocol)
    if parts is not None:
        return _composite(form, parts, value, context, captured)
    wanted = scalar(form, context.protocol)
    return None if wanted == value else Mismatch(render(wanted), value)


_NOT_SPECIAL = object()


def _special(
    form: Mapping[str, Any],
    value: Value,
    context: Context,
    captured: dict[str, Value] | None,
) -> object:
    """The forms that are no value themselves."""
    if "resp2" in form or "resp3" in form:
        return differs(form[f"resp{context.protocol}"], value, context, captured)
    if "matches" in form:
        return misfit(form["matches"], value, context)
    if "capture" in form:
        if captured is not None:
            captured[form["capture"]] = value
        return misfit(form.get("is", "any"), value, context)
    if "error" in form:
        return _error(form["error"], value, context)
    if "unordered" in form:
        return _unordered(form["unordered"], value, context, captured)
    if "approximate" in form:
        wanted = _value(form["approximate"], context.protocol)
        if _near(wanted, value, float(form["within"])):
            return None
        return Mismatch(f"{render(wanted)} ± {form['within']}", value)
    return _NOT_SPECIAL


def _near(wanted: Value, value: Value, within: float) -> bool:
    """Within an absolute distance, for single numbers; arrays item by item."""
    if isinstance(wanted, Array) and isinstance(value, Array):
        return len(wanted.items) == len(value.items) and all(
            _near(a, b, within) for a, b in zip(wanted.items, value.items, strict=True)
        )
    left, right = number_of(wanted), number_of(value)
    if type(wanted) is not type(value) or left is None or right is None:
        return close(wanted, value, 0.0)
    return abs(left - right) <= within


def _error(detail: Any, value: Value, context: Context) -> Mismatch | None:
    """`detail` is an error's id, `{id: …, command: …}`, or `{line: the whole text}`."""
    if isinstance(detail, Mapping) and "line" in detail:
        wanted = Error(to_bytes(detail["line"]))
        return None if wanted == value else Mismatch(render(wanted), value)
    error_id = detail if isinstance(detail, str) else detail["id"]
    given = {} if isinstance(detail, str) else {k: v for k, v in detail.items() if k != "id"}
    line = error_line(value)
    if line is not None and context.book.is_line(
        line, error_id, context.command, context.argv, given
    ):
        return None
    shown = context.book.shown(error_id, context.command)
    for name, text in given.items():
        shown = shown.replace(f"{{{name}}}", text)
    return Mismatch(f'error "{shown}"', value)


def scalar(form: Form, protocol: int) -> Value:
    """The value that a form without parts states, as the protocol sends it."""
    value = _scalar3(form)
    if protocol == 3:
        return value
    return downgraded(value, null_array=form == "null-array")


def _scalar3(form: Form) -> Value:
    if isinstance(form, str):
        if form in ("null-bulk", "null-array", "null"):
            return Null(NullKind.RESP3)
        return Bulk(to_bytes(form))
    if isinstance(form, Mapping) and len(form) == 1:
        kind, text = next(iter(form.items()))
        match kind:
            case "simple":
                return Simple(to_bytes(text))
            case "bulk":
                return Bulk(to_bytes(text))
            case "integer":
                return Integer(int(text))
            case "double":
                return Double(to_bytes(text))
            case "boolean":
                return Boolean(to_bool(text))
            case "big-number":
                return BigNumber(to_bytes(text))
            case "verbatim":
                kind_of_text, _, data = text.partition(":")
                return Verbatim(to_bytes(kind_of_text), to_bytes(data))
    raise FormError(f"not a reply: {form!r}")


Parts = tuple[type[Array] | type[Set] | type[Push] | type[Map], list[Form]]


def _parts(form: Form, protocol: int) -> Parts | None:
    """Kind and parts of a form that has parts; a map's are keys and values in turn."""
    if isinstance(form, Sequence) and not isinstance(form, str):
        return Array, list(form)
    if not isinstance(form, Mapping) or len(form) != 1:
        return None
    kind, inner = next(iter(form.items()))
    three = protocol == 3
    match kind:
        case "array":
            return Array, list(inner)
        case "set":
            return (Set if three else Array), list(inner)
        case "push":
            return (Push if three else Array), list(inner)
        case "map":
            pairs = inner.items() if isinstance(inner, Mapping) else inner
            return (Map if three else Array), [part for pair in pairs for part in pair]
    return None


def _items(value: Value) -> tuple[Value, ...]:
    match value:
        case Array(items) | Set(items) | Push(items):
            return items
        case Map(pairs):
            return tuple(part for pair in pairs for part in pair)
    return ()


def _composite(
    form: Form,
    parts: Parts,
    value: Value,
    context: Context,
    captured: dict[str, Value] | None,
) -> Mismatch | None:
    kind, forms = parts
    items = _items(value)
    if type(value) is not kind or len(items) != len(forms):
        return Mismatch(form, value)
    for index, (inner, item) in enumerate(zip(forms, items, strict=True)):
        bad = differs(inner, item, context, captured)
        if bad is not None:
            return bad.inside(f"[{index}]")
    return None


def _unordered(
    form: Form,
    value: Value,
    context: Context,
    captured: dict[str, Value] | None,
) -> Mismatch | None:
    """Every part must find a match of its own; a plain list stands for an array or a set."""
    parts = _parts(form, context.protocol)
    if parts is None:
        raise FormError(f"nothing to leave the order of: {form!r}")
    kind, forms = parts
    plain = not isinstance(form, Mapping)
    if type(value) is not kind and not (plain and isinstance(value, Set)):
        return Mismatch(f"unordered {describe(form)}", value)
    is_map = isinstance(form, Mapping) and "map" in form
    width = 2 if is_map else 1
    left = _groups(_items(value), width)
    for wanted in _groups(tuple(forms), width):
        for index, got in enumerate(left):
            if all(
                differs(a, b, context, captured) is None for a, b in zip(wanted, got, strict=True)
            ):
                del left[index]
                break
        else:
            return Mismatch(f"unordered {describe(form)}", value)
    return Mismatch(f"unordered {describe(form)}", value) if left else None


def _groups(items: tuple[Any, ...], width: int) -> list[tuple[Any, ...]]:
    return [items[at : at + width] for at in range(0, len(items), width)]


def _value(form: Form, protocol: int) -> Value:
    """A form as a value, parts included; only for forms without weaker ones inside."""
    parts = _parts(form, protocol)
    if parts is None:
        return scalar(form, protocol)
    kind, forms = parts
    values = tuple(_value(inner, protocol) for inner in forms)
    if kind is Map:
        return Map(tuple(zip(values[::2], values[1::2], strict=True)))
    assert kind is not Map
    return kind(values)  # type: ignore[arg-type]
