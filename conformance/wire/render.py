"""Values and commands as a reader wants to see them in a failure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from conformance.wire.values import (
    Array,
    Attributed,
    BigNumber,
    BlobError,
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
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_TEXT = 400
MAX_ITEMS = 40

_NULLS = {
    NullKind.BULK: "null bulk ($-1)",
    NullKind.ARRAY: "null array (*-1)",
    NullKind.RESP3: "null (_)",
}


def quoted(data: bytes) -> str:
    """A string in double quotes, bytes that are no printable ASCII as escapes, long ones cut."""
    shown = data[:MAX_TEXT]
    out = []
    for byte in shown:
        match byte:
            case 0x22:
                out.append('\\"')
            case 0x5C:
                out.append("\\\\")
            case 0x0A:
                out.append("\\n")
            case 0x0D:
                out.append("\\r")
            case 0x09:
                out.append("\\t")
            case _ if 0x20 <= byte < 0x7F:
                out.append(chr(byte))
            case _:
                out.append(f"\\x{byte:02x}")
    more = f"… ({len(data)} bytes)" if len(data) > MAX_TEXT else ""
    return '"' + "".join(out) + '"' + more


def _items(items: Sequence[Value]) -> str:
    shown = ", ".join(render(item) for item in items[:MAX_ITEMS])
    return shown + (f", … ({len(items)} in all)" if len(items) > MAX_ITEMS else "")


def _pairs(pairs: Sequence[tuple[Value, Value]]) -> str:
    shown = ", ".join(f"{render(k)}: {render(v)}" for k, v in pairs[:MAX_ITEMS])
    return shown + (f", … ({len(pairs)} in all)" if len(pairs) > MAX_ITEMS else "")


def render(value: Value) -> str:
    """One line for one value: `bulk "old"`, `integer 3`, `array [bulk "a"]`."""
    match value:
        case Bulk(data):
            return f"bulk {quoted(data)}"
        case Integer(number):
            return f"integer {number}"
        case Simple(text):
            return f"simple {quoted(text)}"
        case Error(line):
            return f"error {quoted(line)}"
        case BlobError(data):
            return f"blob error {quoted(data)}"
        case Null(kind):
            return _NULLS[kind]
        case Array(items):
            return f"array [{_items(items)}]"
        case Set(items):
            return f"set {{{_items(items)}}}"
        case Push(items):
            return f"push [{_items(items)}]"
        case Map(pairs):
            return f"map {{{_pairs(pairs)}}}"
        case Double(text):
            return f"double {text.decode('latin1')}"
        case Boolean(truth):
            return f"boolean {'true' if truth else 'false'}"
        case Verbatim(form, data):
            return f"verbatim {form.decode('latin1')} {quoted(data)}"
        case BigNumber(text):
            return f"big number {text.decode('latin1')}"
        case Attributed(attributes, inner):
            return f"{render(inner)} with attributes {{{_pairs(attributes.pairs)}}}"


def render_command(argv: Iterable[bytes]) -> str:
    """A command as it could be typed into redis-cli: words bare, everything else quoted."""
    return " ".join(_word(argument) for argument in argv)


def _word(argument: bytes) -> str:
    text = argument.decode("latin1")
    plain = bool(argument) and all(0x21 <= byte < 0x7F for byte in argument)
    if plain and not any(char in text for char in "\"'\\") and len(argument) <= MAX_TEXT:
        return text
    return quoted(argument)


def to_json(value: Value) -> object:
    """A value as JSON that keeps the type: `{"bulk": "old"}`. Bytes are mapped as Latin-1."""
    match value:
        case Bulk(data):
            return {"bulk": _text(data)}
        case Integer(number):
            return {"integer": number}
        case Simple(text):
            return {"simple": _text(text)}
        case Error(line):
            return {"error": _text(line)}
        case BlobError(data):
            return {"blob-error": _text(data)}
        case Null(kind):
            return {"null": kind.value}
        case Array(items):
            return {"array": [to_json(item) for item in items]}
        case Set(items):
            return {"set": [to_json(item) for item in items]}
        case Push(items):
            return {"push": [to_json(item) for item in items]}
        case Map(pairs):
            return {"map": [[to_json(k), to_json(v)] for k, v in pairs]}
        case Double(text):
            return {"double": _text(text)}
        case Boolean(truth):
            return {"boolean": truth}
        case Verbatim(form, data):
            return {"verbatim": [_text(form), _text(data)]}
        case BigNumber(text):
            return {"big-number": _text(text)}
        case Attributed(attributes, inner):
            return {"attributes": to_json(attributes), "value": to_json(inner)}


def _text(data: bytes) -> str:
    return data.decode("latin1")


def dump(value: Value) -> str:
    """`to_json` as text, keys sorted: equal values give equal text."""
    return json.dumps(to_json(value), sort_keys=True)
