"""XGROUP: consumer groups and their consumers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.stream import StreamValue
from refimpl.datatypes.stream_group import Group
from refimpl.resp.replies import OK, ONE, ZERO, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.stream import XgroupCreateArgs, XgroupSetidArgs


@handles("XGROUP CREATE")
def create(call: Call, args: XgroupCreateArgs) -> bytes:
    """Make a group, and the stream if it may be made."""
    key = args.key
    value = call.keys.write(key, StreamValue)
    if value is None and not args.mkstream:
        raise CommandError(errors.XGROUP_NO_KEY)
    args.rest()
    start = args.start()
    if value is None:
        value = StreamValue()
        call.keys.add(key, value)
        call.touched(key)  # who watches the key is told of the stream, though not of groups
    if args.group in value.groups:
        raise CommandError(errors.BUSYGROUP)
    entries_read = _entries_read(value, args.entriesread)
    value.add_group(args.group, Group(value.last_id if start is None else start, entries_read))
    call.server.dirty += 1
    call.event("xgroup-create", key)
    return OK


def _entries_read(value: StreamValue, given: int | None) -> int | None:
    """What a group is told to have read: never more than was added."""
    return None if given is None or given < 0 else min(given, value.entries_added)


@handles("XGROUP SETID")
def set_id(call: Call, args: XgroupSetidArgs) -> bytes:
    """Let a group go on behind another ID."""
    value, group = _existing(call, args.key, args.group)
    args.rest()
    position = args.position()
    value.move_group(group, value.last_id if position is None else position)
    group.entries_read = _entries_read(value, args.entriesread)
    call.server.dirty += 1
    call.event("xgroup-setid", args.key)
    return OK


@handles("XGROUP DESTROY")
def destroy(call: Call, argv: Argv) -> bytes:
    """Remove a group."""
    key, name = argv[2], argv[3]
    value = call.keys.write(key, StreamValue)
    if value is None:
        raise CommandError(errors.XGROUP_NO_KEY)
    if not value.remove_group(name):
        return ZERO
    call.server.dirty += 1
    call.event("xgroup-destroy", key)
    call.keys.signal(key)
    return ONE


@handles("XGROUP CREATECONSUMER")
def create_consumer(call: Call, argv: Argv) -> bytes:
    """Make a consumer; answer whether there was none of that name."""
    _, group = _existing(call, argv[2], argv[3])
    if argv[4] in group.consumers:
        return ZERO
    group.add_consumer(argv[4], call.now)
    call.server.dirty += 1
    call.event("xgroup-createconsumer", argv[2])
    return ONE


@handles("XGROUP DELCONSUMER")
def delete_consumer(call: Call, argv: Argv) -> bytes:
    """Remove a consumer; answer how many entries were pending with it."""
    _, group = _existing(call, argv[2], argv[3])
    pending = group.remove_consumer(argv[4])
    if pending is None:
        return ZERO
    call.server.dirty += 1
    call.event("xgroup-delconsumer", argv[2])
    return integer(pending)


def _existing(call: Call, key: bytes, name: bytes) -> tuple[StreamValue, Group]:
    value = call.keys.write(key, StreamValue)
    if value is None:
        raise CommandError(errors.XGROUP_NO_KEY)
    group = value.groups.get(name)
    if group is None:
        raise CommandError(errors.nogroup_of_key(name, key))
    return value, group


@handles("XGROUP HELP")
def show_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "XGROUP",
        (
            (
                "CREATE <key> <groupname> <id|$> [option]",
                "Create a new consumer group. Options are:",
                "* MKSTREAM",
                "  Create the empty stream if it does not exist.",
                "* ENTRIESREAD entries_read",
                "  Set the group's entries_read counter (internal use).",
            ),
            (
                "CREATECONSUMER <key> <groupname> <consumer>",
                "Create a new consumer in the specified group.",
            ),
            ("DELCONSUMER <key> <groupname> <consumer>", "Remove the specified consumer."),
            ("DESTROY <key> <groupname>", "Remove the specified group."),
            (
                "SETID <key> <groupname> <id|$> [ENTRIESREAD entries_read]",
                "Set the current group ID and entries_read counter.",
            ),
        ),
    )
