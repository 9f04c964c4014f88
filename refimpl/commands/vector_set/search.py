"""Finding elements by nearness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.commands.vector_set.writes import input_mismatch
from refimpl.datatypes.vector.single import single, singles
from refimpl.datatypes.vector.vector_set import VectorSetValue, vector_from
from refimpl.resp.replies import EMPTY_ARRAY, array, bulk, bulks
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.datatypes.vector.stored import Stored
    from refimpl.datatypes.vector.vector_set import Neighbour
    from refimpl.session.call import Call
    from refimpl.table.generated.vector_set import VlinksArgs, VsimArgs

_DEFAULT_COUNT: Final = 10


@handles("VSIM")
def similar(call: Call, args: VsimArgs) -> bytes:
    """The elements nearest to a vector or to another element."""
    value = call.keys.read(args.key, VectorSetValue)
    if value is None:
        return EMPTY_ARRAY
    args.query()
    query = _query(value, args)
    args.options()
    limit = _DEFAULT_COUNT if args.count is None else args.count
    farthest = None if args.epsilon is None else single(args.epsilon)
    return _reply(call, args, value.nearest(query, limit, farthest, args.filter))


def _query(value: VectorSetValue, args: VsimArgs) -> Stored:
    if args.element is not None:
        element = value.elements.get(args.element)
        if element is None:
            raise CommandError(errors.VECTOR_NO_ELEMENT)
        return value.query_like(element)
    vector = vector_from(args.blob) if args.blob is not None else singles(args.values)
    if len(vector) not in (value.dimension, value.input_dimension):
        if value.input_dimension is not None:
            raise input_mismatch(vector, value)
        raise CommandError(
            errors.vector_dimension(str(len(vector)).encode(), str(value.dimension).encode())
        )
    return value.query(vector)


def _reply(call: Call, args: VsimArgs, found: list[Neighbour]) -> bytes:
    """Names alone; or a map from them to score, attribute, or both."""
    if not (args.withscores or args.withattribs):
        return bulks([each.name for each in found])
    wire = call.wire
    parts = []
    for each in found:
        facts = []
        if args.withscores:
            facts.append(wire.double(1.0 - each.distance / 2.0))
        if args.withattribs:
            attribute = each.element.attribute
            facts.append(wire.null if attribute is None else bulk(attribute))
        if wire.version > 2 and len(facts) > 1:
            facts = [array(facts)]
        parts += [bulk(each.name), *facts]
    return array(parts) if wire.version == 2 else wire.map(parts)


@handles("VLINKS")
def links(call: Call, args: VlinksArgs) -> bytes:
    """The neighbours of an element, by layer of the graph; without a graph there is one layer."""
    value = call.keys.read(args.key, VectorSetValue)
    if value is None or args.element not in value.elements:
        return call.wire.null
    found = value.neighbours(args.element)
    if not args.withscores:
        return array([bulks([each.name for each in found])])
    wire = call.wire
    parts = []
    for each in found:
        parts += [bulk(each.name), wire.double(single(1.0 - each.distance / 2.0))]
    return array([wire.map(parts)])
