"""XINFO: streams, groups and consumers from the inside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from refimpl.commands.stream.replies import entries_reply, entry_reply, id_reply
from refimpl.datatypes.numbers import UINT64_MAX
from refimpl.datatypes.stream import StreamValue
from refimpl.resp.replies import array, bulk, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.datatypes.stream import Entry
    from refimpl.datatypes.stream_group import Consumer, Group
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.stream import XinfoStreamArgs

_USUAL_COUNT = 10
_SIGN = 1 << 63


@handles("XINFO STREAM")
def stream(call: Call, args: XinfoStreamArgs) -> bytes:
    """A stream; in full with its first entries and its groups."""
    value = _existing(call, args.key)
    args.rest()
    facts = {
        b"length": integer(value.length),
        b"radix-tree-keys": integer(len(value.nodes)),
        b"radix-tree-nodes": integer(value.tree_nodes()),
        b"last-generated-id": id_reply(value.last_id),
        b"max-deleted-entry-id": id_reply(value.max_deleted_id),
        b"entries-added": _signed(value.entries_added),
        b"recorded-first-entry-id": id_reply(value.first_id),
    }
    if args.full is None:
        facts[b"groups"] = integer(len(value.groups))
        facts[b"first-entry"] = _one(call, value.entries())
        facts[b"last-entry"] = _one(call, value.entries_down())
        return _map(call, facts)
    count = _USUAL_COUNT if args.count is None or args.count < 0 else args.count
    limit = count or None
    facts[b"entries"] = entries_reply(islice(value.entries(), limit))
    facts[b"groups"] = array(
        [_group(call, value, name, group, limit) for name, group in value.sorted_groups()]
    )
    return _map(call, facts)


def _existing(call: Call, key: bytes) -> StreamValue:
    value = call.keys.read(key, StreamValue)
    if value is None:
        raise CommandError(errors.NO_SUCH_KEY)
    return value


def _map(call: Call, facts: dict[bytes, bytes]) -> bytes:
    return call.wire.map([part for name, fact in facts.items() for part in (bulk(name), fact)])


def _one(call: Call, entries: Iterable[Entry]) -> bytes:
    """The first of some entries; null if there is none."""
    for number, flat in entries:
        return entry_reply(number, flat)
    return call.wire.null


def _known(call: Call, number: int | None) -> bytes:
    """A number; null where nobody can tell."""
    return call.wire.null if number is None else _signed(number)


def _signed(number: int) -> bytes:
    """The 64 bits of a number that may have grown beyond what an integer reply holds."""
    return integer((number + _SIGN & UINT64_MAX) - _SIGN)


def _group(call: Call, value: StreamValue, name: bytes, group: Group, limit: int | None) -> bytes:
    pending = []
    for number in islice(group.pending, limit):
        delivery = group.pending[number]
        facts = (bulk(delivery.consumer.name), integer(delivery.time), integer(delivery.count))
        pending.append(array([id_reply(number), *facts]))
    return _map(
        call,
        {
            b"name": bulk(name),
            b"last-delivered-id": id_reply(group.last_id),
            b"entries-read": _known(call, group.entries_read),
            b"lag": _known(call, value.lag(group)),
            b"pel-count": integer(len(group.pending)),
            b"pending": array(pending),
            b"consumers": array(
                [_consumer(call, group, c, limit) for c in group.sorted_consumers()]
            ),
        },
    )


def _consumer(call: Call, group: Group, consumer: Consumer, limit: int | None) -> bytes:
    pending = []
    for number in islice(consumer.pending, limit):
        delivery = group.pending[number]
        facts = (integer(delivery.time), integer(delivery.count))
        pending.append(array([id_reply(number), *facts]))
    return _map(
        call,
        {
            b"name": bulk(consumer.name),
            b"seen-time": integer(consumer.seen),
            b"active-time": integer(consumer.active),
            b"pel-count": integer(len(consumer.pending)),
            b"pending": array(pending),
        },
    )


@handles("XINFO GROUPS")
def groups(call: Call, argv: Argv) -> bytes:
    """The groups of a stream, by name."""
    value = _existing(call, argv[2])
    return array(
        [
            _map(
                call,
                {
                    b"name": bulk(name),
                    b"consumers": integer(len(group.consumers)),
                    b"pending": integer(len(group.pending)),
                    b"last-delivered-id": id_reply(group.last_id),
                    b"entries-read": _known(call, group.entries_read),
                    b"lag": _known(call, value.lag(group)),
                },
            )
            for name, group in value.sorted_groups()
        ]
    )


@handles("XINFO CONSUMERS")
def consumers(call: Call, argv: Argv) -> bytes:
    """The consumers of a group, by name."""
    group = _existing(call, argv[2]).groups.get(argv[3])
    if group is None:
        raise CommandError(errors.nogroup_of_key(argv[3], argv[2]))
    now = call.now
    return array(
        [
            _map(
                call,
                {
                    b"name": bulk(consumer.name),
                    b"pending": integer(len(consumer.pending)),
                    b"idle": integer(max(now - consumer.seen, 0)),
                    b"inactive": integer(
                        max(now - consumer.active, 0) if consumer.active >= 0 else -1
                    ),
                },
            )
            for consumer in group.sorted_consumers()
        ]
    )


@handles("XINFO HELP")
def show_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "XINFO",
        (
            ("CONSUMERS <key> <groupname>", "Show consumers of <groupname>."),
            ("GROUPS <key>", "Show the stream consumer groups."),
            ("STREAM <key> [FULL [COUNT <count>]", "Show information about the stream."),
        ),
    )
