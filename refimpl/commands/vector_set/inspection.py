"""Sizes, and what is known of single elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.vector.stored import ByteVector
from refimpl.datatypes.vector.vector_set import VectorSetValue
from refimpl.resp.replies import EMPTY_ARRAY, ZERO, array, bulk, bulks, integer, simple
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.vector.vector_set import Element
    from refimpl.session.call import Call
    from refimpl.table.generated.vector_set import (
        VcardArgs,
        VdimArgs,
        VembArgs,
        VgetattrArgs,
        VinfoArgs,
        VismemberArgs,
        VrandmemberArgs,
    )


@handles("VCARD")
def size(call: Call, args: VcardArgs) -> bytes:
    """How many elements there are."""
    value = call.keys.read(args.key, VectorSetValue)
    return ZERO if value is None else integer(len(value))


@handles("VDIM")
def dimension(call: Call, args: VdimArgs) -> bytes:
    """How many dimensions the stored vectors have."""
    value = call.keys.read(args.key, VectorSetValue)
    if value is None:
        raise CommandError(errors.VECTOR_NO_KEY)
    return integer(value.dimension)


@handles("VISMEMBER")
def is_member(call: Call, args: VismemberArgs) -> bytes:
    """Whether the element exists."""
    return call.wire.boolean(_element(call, args.key, args.element) is not None)


@handles("VGETATTR")
def attribute(call: Call, args: VgetattrArgs) -> bytes:
    """An element's attribute."""
    element = _element(call, args.key, args.element)
    if element is None or element.attribute is None:
        return call.wire.null
    return bulk(element.attribute)


@handles("VEMB")
def vector(call: Call, args: VembArgs) -> bytes:
    """An element's vector: about the one that was given; or as it is stored."""
    element = _element(call, args.key, args.element)
    wire = call.wire
    if element is None:
        return wire.null
    stored = element.vector
    if not args.raw:
        return array([wire.double(number) for number in stored.components()])
    parts = [
        simple(stored.quantization.encode()),
        bulk(stored.data()),
        wire.double(stored.length),
    ]
    if isinstance(stored, ByteVector):
        parts.append(wire.double(stored.range))
    return array(parts)


def _element(call: Call, key: bytes, name: bytes) -> Element | None:
    value = call.keys.read(key, VectorSetValue)
    return None if value is None else value.elements.get(name)


@handles("VINFO")
def info(call: Call, args: VinfoArgs) -> bytes:
    """What the set is made of."""
    value = call.keys.read(args.key, VectorSetValue)
    if value is None:
        return call.wire.null_array
    numbers = {
        b"hnsw-m": value.links,
        b"vector-dim": value.dimension,
        b"projection-input-dim": value.input_dimension or 0,
        b"size": len(value),
        b"max-level": 0,
        b"attributes-count": value.attributes(),
        b"vset-uid": value.serial,
        b"hnsw-max-node-uid": value.last_number,
    }
    parts = [simple(b"quant-type"), simple(value.quantization.encode())]
    for name, number in numbers.items():
        parts += [simple(name), integer(number)]
    return call.wire.map(parts)


@handles("VRANDMEMBER")
def random_members(call: Call, args: VrandmemberArgs) -> bytes:
    """One random element; or several different ones, or (a negative count) the same ones again."""
    if args.count == 0:
        return EMPTY_ARRAY  # whatever is there
    value = call.keys.read(args.key, VectorSetValue)
    if args.count is None:
        return call.wire.null if value is None else bulk(value.random_name(call.random))
    if value is None:
        return EMPTY_ARRAY
    return bulks(value.random_names(call.random, args.count))
