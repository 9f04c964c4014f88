"""SORT and SORT_RO: the elements of a collection in order, or what other keys hold for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.numbers import parse_score_bound
from refimpl.datatypes.partial_sort import partial_sort
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.resp.replies import array, bulk, bulks, integer
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refimpl.session.call import Call
    from refimpl.table.generated.generic import SortArgs, SortRoArgs


@handles("SORT")
def sort(call: Call, args: SortArgs) -> bytes:
    """Order the elements, and answer with them or store them as a list."""
    found = _fetch(call, args, _in_order(call, args, for_storing=args.store is not None))
    if args.store is None:
        return _answer(call, args, found)
    if found:
        elements = [element or b"" for element in found]
        call.keys.put(args.store, ListValue.of(elements, call.limits))
        call.changed("sortstore", args.store, len(elements))
    elif call.keys.remove(args.store):
        call.changed("del", args.store)
    return integer(len(found))


@handles("SORT_RO")
def sort_ro(call: Call, args: SortRoArgs) -> bytes:
    """Order the elements and answer with them."""
    found = _fetch(call, args, _in_order(call, args, for_storing=False))
    return _answer(call, args, found)


def _answer(call: Call, args: SortArgs | SortRoArgs, found: Sequence[bytes | None]) -> bytes:
    if not args.get:
        return bulks([element for element in found if element is not None])
    return array([call.wire.null if element is None else bulk(element) for element in found])


def _in_order(call: Call, args: SortArgs | SortRoArgs, for_storing: bool) -> list[bytes]:
    """The elements that LIMIT leaves of the collection, in the order asked for."""
    value = call.keys.read_any(args.key)
    # One BY without an asterisk is enough to leave the order alone, whatever follows it.
    sorting = all(b"*" in pattern for pattern in args.by)
    by = _Pattern(args.by[-1]) if args.by and sorting else None
    alpha = args.alpha
    if value is None:
        elements = []
    elif isinstance(value, ListValue):
        elements = list(value)
    elif isinstance(value, SetValue):
        elements = list(value.members())
        if not sorting and for_storing:
            # What is stored must not depend on the order that a hash table happens to have.
            sorting = alpha = True
    elif isinstance(value, SortedSetValue):
        value.unpack()
        elements = [member for _, member in value.entries(0, len(value))]
    else:
        raise CommandError(errors.WRONG_TYPE)
    start, stop = _limits(args, len(elements))
    if not sorting:
        if args.desc and not isinstance(value, SetValue):
            elements.reverse()
    elif not alpha:
        elements = _by_number(call, elements, by, args.desc)
    elif by is None:
        elements = _by_text(elements, elements, args.desc, for_storing)
    else:
        texts = [by.look_up(call, element) for element in elements]
        if stop - start == len(elements):
            elements = _by_text(elements, texts, args.desc, for_storing)
        else:
            _by_text_in_part(elements, texts, args.desc, for_storing, start, stop)
    return elements[start:stop]


def _limits(args: SortArgs | SortRoArgs, length: int) -> tuple[int, int]:
    """The places that LIMIT leaves: the first, and the one behind the last."""
    if args.offset is None or args.count is None:
        return 0, length
    start = min(max(args.offset, 0), length)
    return start, length if args.count < 0 else min(start + args.count, length)


def _by_number(
    call: Call, elements: list[bytes], by: _Pattern | None, descending: bool
) -> list[bytes]:
    """Ordered by number, equal numbers by the elements' text; without a weight it is 0."""
    texts = elements if by is None else [by.look_up(call, element) for element in elements]
    weighted = []
    for text, element in zip(texts, elements, strict=True):
        number = 0.0 if text is None else parse_score_bound(text)
        if number is None:
            raise CommandError(errors.SORT_NOT_DOUBLE)
        weighted.append((number, element))
    weighted.sort(reverse=descending)
    return [element for _, element in weighted]


def _by_text(
    elements: list[bytes],
    texts: Sequence[bytes | None],
    descending: bool,
    for_storing: bool,
) -> list[bytes]:
    """Ordered by text, no text before any; equal ones stay in the order they had."""
    keys = [_text_key(text, for_storing) for text in texts]
    order = sorted(range(len(elements)), key=keys.__getitem__, reverse=descending)
    return [elements[index] for index in order]


def _by_text_in_part(
    elements: list[bytes],
    texts: Sequence[bytes | None],
    descending: bool,
    for_storing: bool,
    start: int,
    stop: int,
) -> None:
    """Put the elements from place `start` up to `stop` where they belong by their texts."""

    def compare(one: tuple[_TextKey, bytes], other: tuple[_TextKey, bytes]) -> int:
        if one[0] == other[0]:
            return 0
        return -1 if (one[0] < other[0]) is not descending else 1

    keys = [_text_key(text, for_storing) for text in texts]
    items = list(zip(keys, elements, strict=True))
    partial_sort(items, compare, start, stop - 1)
    elements[:] = [element for _, element in items]


_TextKey: TypeAlias = tuple[bool, bytes]


def _text_key(text: bytes | None, for_storing: bool) -> _TextKey:
    if text is None:
        return False, b""
    # A collation, which only what is stored does without, sees a text up to its first NUL.
    return True, text if for_storing else text.partition(b"\0")[0]


def _fetch(
    call: Call, args: SortArgs | SortRoArgs, elements: list[bytes]
) -> Sequence[bytes | None]:
    """What the GET patterns find for each element, or the elements themselves."""
    if not args.get:
        return elements
    patterns = [_Pattern(pattern) for pattern in args.get]
    return [pattern.look_up(call, element) for element in elements for pattern in patterns]


class _Pattern:
    """Where a value is for an element: ``prefix*suffix``, ``prefix*suffix->field`` or ``#``."""

    __slots__ = ("asterisk", "field", "itself", "prefix", "suffix")

    def __init__(self, text: bytes) -> None:
        self.itself = text == b"#"
        self.asterisk = b"*" in text
        self.prefix, _, suffix = text.partition(b"*")
        key, _, self.field = suffix.partition(b"->")
        self.suffix = key if self.field else suffix

    def look_up(self, call: Call, element: bytes) -> bytes | None:
        """The string, or the hash's field, that stands for the element."""
        if self.itself:
            return element
        if not self.asterisk:
            return None
        value = call.keys.read_any(self.prefix + element + self.suffix)
        if self.field:
            if not isinstance(value, HashValue) or value.expired(self.field, call.now):
                return None
            return value.get(self.field)
        return bytes(value) if isinstance(value, (bytes, bytearray)) else None
