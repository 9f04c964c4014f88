"""FUNCTION: the libraries of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.glob import glob_match
from refimpl.resp.replies import OK, array, bulk, bulks, integer, simple
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.session.state import Busy
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.resp.wire import Wire
    from refimpl.session.call import Call
    from refimpl.session.scripting import FunctionView
    from refimpl.table.command import Argv
    from refimpl.table.generated.scripting import (
        FunctionFlushArgs,
        FunctionListArgs,
        FunctionLoadArgs,
        FunctionRestoreArgs,
    )


@handles("FUNCTION LOAD")
def load(call: Call, args: FunctionLoadArgs) -> bytes:
    """Add a library."""
    name = call.server.functions.load(args.code, replace=bool(args.options))
    call.server.dirty += 1
    return bulk(name)


@handles("FUNCTION DELETE")
def delete(call: Call, argv: Argv) -> bytes:
    """Forget a library."""
    call.server.functions.delete(argv[2])
    call.server.dirty += 1
    return OK


@handles("FUNCTION FLUSH")
def flush(call: Call, args: FunctionFlushArgs) -> bytes:
    """Forget all libraries."""
    server = call.server
    if server.frees_later(args.mode):
        _, functions = server.functions.count()
        server.environment.trash.note_freed(functions, functions + 1)
    server.functions.flush()
    server.dirty += 1
    return OK


@handles("FUNCTION DUMP")
def dump(call: Call, argv: Argv) -> bytes:
    """All libraries as one payload."""
    return bulk(call.server.functions.dump())


@handles("FUNCTION RESTORE")
def restore(call: Call, args: FunctionRestoreArgs) -> bytes:
    """Add the libraries of a payload."""
    call.server.functions.restore(args.payload, args.policy or "append")
    call.server.dirty += 1
    return OK


@handles("FUNCTION KILL")
def kill(call: Call, argv: Argv) -> bytes:
    """End the function that runs."""
    call.server.functions.kill()
    return OK


@handles("FUNCTION LIST")
def show_list(call: Call, args: FunctionListArgs) -> bytes:
    """The libraries, their functions and their text."""
    wire = call.wire
    shown = []
    for library in call.server.functions.libraries():
        if args.libraryname is not None and not glob_match(args.libraryname, library.name):
            continue
        fields = [
            bulk(b"library_name"),
            bulk(library.name),
            bulk(b"engine"),
            bulk(b"LUA"),
            bulk(b"functions"),
            array([_function(wire, function) for function in library.shown()]),
        ]
        if args.withcode:
            fields += (bulk(b"library_code"), bulk(library.text))
        shown.append(wire.map(fields))
    return array(shown)


def _function(wire: Wire, function: FunctionView) -> bytes:
    return wire.map(
        [
            bulk(b"name"),
            bulk(function.name),
            bulk(b"description"),
            wire.null if function.description is None else bulk(function.description),
            bulk(b"flags"),
            wire.set([simple(name) for name in function.flag_names()]),
        ]
    )


@handles("FUNCTION STATS")
def stats(call: Call, argv: Argv) -> bytes:
    """What function is running, and how many there are."""
    wire = call.wire
    running = call.server.functions.running()
    if running is None:
        if call.server.unusual & Busy.SCRIPT:
            raise CommandError(call.server.busy_error())
        shown = wire.null
    else:
        name, words, milliseconds = running
        shown = wire.map(
            [
                bulk(b"name"),
                bulk(name),
                bulk(b"command"),
                bulks(words),
                bulk(b"duration_ms"),
                integer(milliseconds),
            ]
        )
    libraries, functions = call.server.functions.count()
    engine = wire.map(
        [
            bulk(b"libraries_count"),
            integer(libraries),
            bulk(b"functions_count"),
            integer(functions),
        ]
    )
    return wire.map(
        [bulk(b"running_script"), shown, bulk(b"engines"), wire.map([bulk(b"LUA"), engine])]
    )


@handles("FUNCTION HELP")
def show_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "FUNCTION",
        (
            (
                "LOAD [REPLACE] <FUNCTION CODE>",
                "Create a new library with the given library name and code.",
            ),
            ("DELETE <LIBRARY NAME>", "Delete the given library."),
            (
                "LIST [LIBRARYNAME PATTERN] [WITHCODE]",
                "Return general information on all the libraries:",
                "* Library name",
                "* The engine used to run the Library",
                "* Functions list",
                "* Library code (if WITHCODE is given)",
                "It also possible to get only function that matches a pattern using LIBRARYNAME "
                "argument.",
            ),
            (
                "STATS",
                "Return information about the current function running:",
                "* Function name",
                "* Command used to run the function",
                "* Duration in MS that the function is running",
                "If no function is running, return nil",
                "In addition, returns a list of available engines.",
            ),
            ("KILL", "Kill the current running function."),
            (
                "FLUSH [ASYNC|SYNC]",
                "Delete all the libraries.",
                "When called without the optional mode argument, the behavior is determined by the",
                "lazyfree-lazy-user-flush configuration directive. Valid modes are:",
                "* ASYNC: Asynchronously flush the libraries.",
                "* SYNC: Synchronously flush the libraries.",
            ),
            (
                "DUMP",
                "Return a serialized payload representing the current libraries, can be restored "
                "using FUNCTION RESTORE command",
            ),
            (
                "RESTORE <PAYLOAD> [FLUSH|APPEND|REPLACE]",
                "Restore the libraries represented by the given payload, it is possible to give a "
                "restore policy to",
                "control how to handle existing libraries (default APPEND):",
                "* FLUSH: delete all existing libraries.",
                "* APPEND: appends the restored libraries to the existing libraries. On collision, "
                "abort.",
                "* REPLACE: appends the restored libraries to the existing libraries, On "
                "collision, replace the old",
                "  libraries with the new libraries (notice that even on this option there is a "
                "chance of failure",
                "  in case of functions name collision with another library).",
            ),
        ),
    )
