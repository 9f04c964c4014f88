"""TIME, ROLE, LOLWUT, MODULE, RESTORE-ASKING."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.commands.generic.serialization import restore
from refimpl.resp.replies import EMPTY_ARRAY, ZERO, array, bulk, bulks
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


handles("RESTORE-ASKING")(restore)


@handles("TIME")
def time(call: Call, argv: Argv) -> bytes:
    """Seconds since the epoch, and microseconds of the second."""
    seconds, microseconds = divmod(call.moment.us, 1_000_000)
    return bulks([b"%d" % seconds, b"%d" % microseconds])


@handles("ROLE")
def role(call: Call, argv: Argv) -> bytes:
    """A master without replicas."""
    return array([bulk(b"master"), ZERO, EMPTY_ARRAY])


@handles("MODULE LIST")
def modules(call: Call, argv: Argv) -> bytes:
    """None."""
    return EMPTY_ARRAY


@handles("MODULE LOAD", "MODULE LOADEX")
def load_module(call: Call, argv: Argv) -> bytes:
    """Modules are native code for another server."""
    raise CommandError(errors.MODULE_LOAD)


@handles("MODULE UNLOAD")
def unload_module(call: Call, argv: Argv) -> bytes:
    """No module is ever loaded."""
    raise CommandError(errors.MODULE_UNLOAD)


@handles("MODULE HELP")
def module_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "MODULE",
        (
            ("LIST", "The modules that are loaded."),
            ("LOAD <path> [<arg> ...]", "Load a module."),
            (
                "LOADEX <path> [[CONFIG NAME VALUE] [CONFIG NAME VALUE]] [ARGS ...]",
                "Load a module.",
            ),
            ("UNLOAD <name>", "Remove a module."),
        ),
    )
