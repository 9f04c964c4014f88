"""Parts of replies that several stream commands share, and what all of them look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.stream import StreamValue, id_text
from refimpl.datatypes.stream_trim import References
from refimpl.resp.replies import array, array_header, bulk, bulks
from refimpl.table import errors
from refimpl.table.convert import to_stream_id
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from refimpl.datatypes.stream import Entry
    from refimpl.datatypes.stream_group import Group
    from refimpl.session.call import Call

    class PolicyArgs(Protocol):
        """Arguments that say what is to become of references."""

        keepref: bool
        delref: bool
        acked: bool


def id_reply(number: int) -> bytes:
    """An ID."""
    return bulk(id_text(number))


def entry_reply(number: int, flat: Sequence[bytes]) -> bytes:
    """An entry: its ID, then fields and values."""
    return array_header(2) + bulk(id_text(number)) + bulks(flat)


def entries_reply(entries: Iterable[Entry]) -> bytes:
    """An array of entries."""
    return array([entry_reply(number, flat) for number, flat in entries])


def ids_reply(numbers: Iterable[int]) -> bytes:
    """An array of IDs."""
    return bulks([id_text(number) for number in numbers])


def find_group(call: Call, key: bytes, group: bytes) -> tuple[StreamValue | None, Group | None]:
    """The stream at key and its group of that name, each None when it isn't there."""
    value = call.keys.read(key, StreamValue)
    return value, None if value is None else value.groups.get(group)


def read_ids(words: Iterable[bytes]) -> list[int]:
    """The IDs that stand in words which the parser has left as they are."""
    numbers = []
    for word in words:
        number = to_stream_id(word)
        if number is None:
            raise CommandError(errors.STREAM_ID_INVALID)
        numbers.append(number)
    return numbers


def references_of(args: PolicyArgs) -> References:
    """What the sender wants to become of references."""
    if args.delref:
        return References.DELETE
    return References.RESPECT if args.acked else References.KEEP
