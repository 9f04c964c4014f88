"""COMMAND: what the server's commands are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refimpl.datatypes.glob import glob_match
from refimpl.resp.replies import array, bulk, bulks, integer, simple
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.command import FLAG_NAMES, KEY_FLAG_NAMES, Flag
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.resp.wire import Wire
    from refimpl.session.call import Call
    from refimpl.table.command import Argv, Command, KeyPosition
    from refimpl.table.generated.server import CommandListArgs


@handles("COMMAND")
def all_commands(call: Call, argv: Argv) -> bytes:
    """Describe all commands."""
    return array([describe(command, call.wire) for command in call.server.commands.values()])


@handles("COMMAND INFO")
def info(call: Call, argv: Argv) -> bytes:
    """Describe the named commands, or all."""
    if len(argv) == 2:
        return all_commands(call, argv)
    replies = []
    for word in argv[2:]:
        command = call.server.named_command(word)
        replies.append(call.wire.null if command is None else describe(command, call.wire))
    return array(replies)


@handles("COMMAND COUNT")
def count(call: Call, argv: Argv) -> bytes:
    """How many commands there are, subcommands not counted."""
    return integer(len(call.server.commands))


def _names(wire: Wire, bits: int, names: Iterable[tuple[int, bytes]]) -> bytes:
    """A set of status replies: the names of the bits that are set."""
    return wire.set([simple(name) for bit, name in names if bits & bit])


def describe(command: Command, wire: Wire) -> bytes:
    """A command as COMMAND INFO shows it."""
    # Only a few clients ask, and the descriptions take long to load.
    from refimpl.table.generated.info import INFO

    (first, last, step), categories, tips, specs = INFO[command.name]
    subcommands = command.subcommands
    return array(
        [
            bulk(command.name),
            integer(command.arity),
            _names(wire, command.flags, FLAG_NAMES),
            integer(first),
            integer(last),
            integer(step),
            wire.set([simple(category) for category in categories]),
            wire.bulk_set(tips),
            wire.set([_key_spec(spec, wire) for spec in specs]),
            array([describe(subcommand, wire) for subcommand in subcommands.values()])
            if subcommands
            else wire.empty_set,
        ]
    )


_BEGIN_FIELDS: dict[str, tuple[bytes, ...]] = {
    "index": (b"index",),
    "keyword": (b"keyword", b"startfrom"),
    "unknown": (),
}
_FIND_FIELDS: dict[str, tuple[bytes, ...]] = {
    "range": (b"lastkey", b"keystep", b"limit"),
    "keynum": (b"keynumidx", b"firstkey", b"keystep"),
    "unknown": (),
}


def _key_spec(spec: dict[str, Any], wire: Wire) -> bytes:
    parts = []
    if spec["notes"]:
        parts += [bulk(b"notes"), bulk(spec["notes"])]
    parts += [
        bulk(b"flags"),
        wire.set([simple(flag) for flag in spec["flags"]]),
        bulk(b"begin_search"),
        _search(spec["begin"], _BEGIN_FIELDS, wire),
        bulk(b"find_keys"),
        _search(spec["find"], _FIND_FIELDS, wire),
    ]
    return wire.map(parts)


def _search(search: tuple[Any, ...], fields: dict[str, tuple[bytes, ...]], wire: Wire) -> bytes:
    kind, *values = search
    parts: list[bytes] = []
    for name, value in zip(fields[kind], values, strict=True):
        parts += (bulk(name), integer(value) if isinstance(value, int) else bulk(value))
    return wire.map([bulk(b"type"), bulk(kind.encode()), bulk(b"spec"), wire.map(parts)])


@handles("COMMAND DOCS")
def docs(call: Call, argv: Argv) -> bytes:
    """Documentation of the named commands that are known, or of all."""
    server = call.server
    if len(argv) == 2:
        commands = list(server.commands.values())
    else:
        named = (server.named_command(word) for word in argv[2:])
        commands = [command for command in named if command is not None]
    return call.wire.map(
        [part for command in commands for part in (bulk(command.name), _document(command, call))]
    )


def _document(command: Command, call: Call) -> bytes:
    from refimpl.table.generated.docs import DOCS

    wire = call.wire
    parts: list[bytes] = []
    for name, value in DOCS[command.name].items():
        parts.append(bulk(name.encode()))
        if name == "history":
            parts.append(wire.set([bulks(entry) for entry in value]))
        elif name == "doc_flags":
            parts.append(wire.set([simple(flag) for flag in value]))
        elif name == "arguments":
            parts.append(array([_argument(argument, wire) for argument in value]))
        else:
            parts.append(bulk(value))
    if command.subcommands:
        parts.append(bulk(b"subcommands"))
        parts.append(
            wire.map(
                [
                    part
                    for subcommand in command.subcommands.values()
                    for part in (bulk(subcommand.name), _document(subcommand, call))
                ]
            )
        )
    return wire.map(parts)


def _argument(argument: dict[str, Any], wire: Wire) -> bytes:
    parts: list[bytes] = []
    for name, value in argument.items():
        parts.append(bulk(name.encode()))
        if name == "flags":
            parts.append(wire.set([simple(flag) for flag in value]))
        elif name == "arguments":
            parts.append(array([_argument(inner, wire) for inner in value]))
        elif isinstance(value, int):
            parts.append(integer(value))
        else:
            parts.append(bulk(value))
    return wire.map(parts)


@handles("COMMAND LIST")
def names(call: Call, args: CommandListArgs) -> bytes:
    """The names of all commands and subcommands, or of those that pass a filter."""
    server = call.server
    value = args.value
    if value is None:
        return bulks([command.name for command in server.every_command()])
    if args.filter == "module":
        return bulks([each.name for each in server.every_command() if each.module == value])
    if args.filter == "pattern":
        return bulks(
            [
                command.name
                for command in server.every_command()
                if glob_match(value, command.name, nocase=True)
            ]
        )
    from refimpl.table.generated.info import INFO

    category = b"@" + value.lower()
    return bulks(
        [command.name for command in server.every_command() if category in INFO[command.name][1]]
    )


def _keys(call: Call, request: Argv) -> list[KeyPosition]:
    """The keys of a request, or the error that COMMAND GETKEYS gives."""
    try:
        command = call.server.find_command(request)
    except CommandError:
        raise CommandError(errors.INVALID_COMMAND) from None
    if command.keys is None:
        raise CommandError(errors.NO_KEY_ARGUMENTS)
    if not command.least_args <= len(request) <= command.most_args:
        raise CommandError(errors.INVALID_KEY_ARGUMENTS)
    try:
        positions = command.keys(request)
    except ValueError:
        positions = []
    if not positions and not command.flags & Flag.NO_MANDATORY_KEYS:
        raise CommandError(errors.INVALID_ARGUMENTS)
    return positions


@handles("COMMAND GETKEYS")
def get_keys(call: Call, argv: Argv) -> bytes:
    """Which arguments of a request are keys."""
    request = argv[2:]
    return bulks([request[position] for position, _ in _keys(call, request)])


@handles("COMMAND GETKEYSANDFLAGS")
def get_keys_and_flags(call: Call, argv: Argv) -> bytes:
    """Which arguments of a request are keys, and what happens to them."""
    request = argv[2:]
    return array(
        [
            array([bulk(request[position]), _names(call.wire, flags, KEY_FLAG_NAMES)])
            for position, flags in _keys(call, request)
        ]
    )


@handles("COMMAND HELP")
def command_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "COMMAND",
        (
            ("(no subcommand)", "Describe all commands."),
            ("COUNT", "How many commands there are."),
            ("LIST", "The names of commands; FILTERBY MODULE, ACLCAT or PATTERN chooses some."),
            ("INFO [<command-name> ...]", "Describe some commands, or all."),
            ("DOCS [<command-name> ...]", "Documentation of some commands, or of all."),
            ("GETKEYS <full-command>", "The keys of a request."),
            ("GETKEYSANDFLAGS <full-command>", "The keys of a request, and how they are used."),
        ),
    )
