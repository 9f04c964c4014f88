"""Adding and removing elements, and setting their attributes.

Vector sets tell no keyspace events. For WATCH a key is touched by every command that opened it for
a change, whatever it found there and did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.datatypes.vector.single import singles
from refimpl.datatypes.vector.vector_set import VectorSetValue, vector_from
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.vector.single import Singles
    from refimpl.session.call import Call
    from refimpl.table.generated.vector_set import VaddArgs, VremArgs, VsetattrArgs

_MOST_DIMENSIONS: Final = 1 << 16
"""Dimensions to project to; a real server takes all its memory can hold, and ends beyond that."""


@handles("VADD")
def add(call: Call, args: VaddArgs) -> bytes:
    """Set an element's vector; answer whether it is new."""
    if args.reduce is not None and args.reduce > _MOST_DIMENSIONS:
        raise CommandError(errors.VECTOR_INVALID)
    vector = vector_from(args.blob) if args.blob is not None else singles(args.values)
    call.touched(args.key)
    value = call.keys.write(args.key, VectorSetValue)
    if value is None:
        value = _made(args, len(vector))
        call.keys.put(args.key, value)
    else:
        _check(value, args, vector)
    new = value.add(args.element, vector, args.setattr)
    # To set another vector is a change that real servers neither count nor replicate.
    call.touched(args.key, int(new))
    return call.wire.boolean(new)


def _quantization(args: VaddArgs) -> str:
    return "f32" if args.noquant else "bin" if args.bin else "int8"


def _made(args: VaddArgs, dimension: int) -> VectorSetValue:
    """A new set, of the kind that the first call asks for."""
    if args.reduce is None:
        return VectorSetValue(_quantization(args), dimension, args.m)
    return VectorSetValue(_quantization(args), args.reduce, args.m, dimension)


def _check(value: VectorSetValue, args: VaddArgs, vector: Singles) -> None:
    """A set stays of the kind that it was made."""
    if _quantization(args) != value.quantization:
        raise CommandError(errors.VECTOR_QUANTIZATION)
    if args.m != value.links:
        raise CommandError(errors.VECTOR_LINKS)
    if value.input_dimension is None:
        if len(vector) != value.dimension:
            raise _mismatch(vector, value)
        if args.reduce is not None:
            raise CommandError(errors.VECTOR_NO_PROJECTION)
    else:
        if args.reduce != value.dimension:
            raise _mismatch(vector, value)
        if len(vector) != value.input_dimension:
            raise input_mismatch(vector, value)


def _mismatch(vector: Singles, value: VectorSetValue) -> CommandError:
    return CommandError(
        errors.vector_dimension(str(len(vector)).encode(), str(value.dimension).encode())
    )


def input_mismatch(vector: Singles, value: VectorSetValue) -> CommandError:
    """The error of a vector of a wrong dimension where the set projects."""
    return CommandError(
        errors.vector_input_dimension(
            str(len(vector)).encode(), str(value.input_dimension).encode()
        )
    )


@handles("VREM")
def remove(call: Call, args: VremArgs) -> bytes:
    """Remove an element; with the last one the key goes."""
    call.touched(args.key)
    value = call.keys.write(args.key, VectorSetValue)
    removed = value is not None and value.remove(args.element)
    if value is not None and not len(value):
        call.keys.remove(args.key)
    call.touched(args.key, int(removed))
    return call.wire.boolean(removed)


@handles("VSETATTR")
def set_attribute(call: Call, args: VsetattrArgs) -> bytes:
    """Give an element an attribute, or (an empty one) none; answer whether the element exists."""
    call.touched(args.key)
    value = call.keys.write(args.key, VectorSetValue)
    element = None if value is None else value.elements.get(args.element)
    if element is None:
        return call.wire.boolean(False)
    element.attribute = args.attribute or None
    call.touched(args.key, 1)
    return call.wire.boolean(True)
