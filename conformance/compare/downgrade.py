"""What RESP2 makes of RESP3's kinds: the standard downgrade."""

from __future__ import annotations

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
    Value,
    Verbatim,
)


def downgraded(value: Value, *, null_array: bool = False) -> Value:
    """The RESP2 value that stands for a RESP3 one, contents included."""
    match value:
        case Map(pairs):
            return Array(tuple(downgraded(part) for pair in pairs for part in pair))
        case Set(items) | Push(items) | Array(items):
            return Array(tuple(downgraded(item) for item in items))
        case Double(text) | BigNumber(text):
            return Bulk(text)
        case Boolean(truth):
            return Integer(int(truth))
        case Verbatim(_, data):
            return Bulk(data)
        case Null(NullKind.RESP3):
            return Null(NullKind.ARRAY if null_array else NullKind.BULK)
    return value
