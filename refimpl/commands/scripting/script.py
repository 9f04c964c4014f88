"""SCRIPT: the scripts that the server remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, ONE, ZERO, array, bulk
from refimpl.session.help import help_reply
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.scripting import ScriptDebugArgs, ScriptFlushArgs


@handles("SCRIPT LOAD")
def load(call: Call, argv: Argv) -> bytes:
    """Compile a script and remember it."""
    return bulk(call.server.scripts.load(argv[2]))


@handles("SCRIPT EXISTS")
def exists(call: Call, argv: Argv) -> bytes:
    """Which of these scripts are remembered."""
    knows = call.server.scripts.knows
    return array([ONE if knows(sha) else ZERO for sha in argv[2:]])


@handles("SCRIPT FLUSH")
def flush(call: Call, args: ScriptFlushArgs) -> bytes:
    """Forget all scripts."""
    server = call.server
    if server.frees_later(args.mode):
        count = server.scripts.count()
        server.environment.trash.note_freed(count, count)
    server.scripts.flush()
    return OK


@handles("SCRIPT KILL")
def kill(call: Call, argv: Argv) -> bytes:
    """End the script that runs."""
    call.server.scripts.kill()
    return OK


@handles("SCRIPT DEBUG")
def debug(call: Call, args: ScriptDebugArgs) -> bytes:
    """There is no debugger: whatever is asked for is answered OK, and scripts run as ever."""
    return OK


@handles("SCRIPT HELP")
def show_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "SCRIPT",
        (
            ("DEBUG (YES|SYNC|NO)", "Set the debug mode for subsequent scripts executed."),
            (
                "EXISTS <sha1> [<sha1> ...]",
                "Return information about the existence of the scripts in the script cache.",
            ),
            (
                "FLUSH [ASYNC|SYNC]",
                "Flush the Lua scripts cache. Very dangerous on replicas.",
                "When called without the optional mode argument, the behavior is determined by the",
                "lazyfree-lazy-user-flush configuration directive. Valid modes are:",
                "* ASYNC: Asynchronously flush the scripts cache.",
                "* SYNC: Synchronously flush the scripts cache.",
            ),
            ("KILL", "Kill the currently executing Lua script."),
            (
                "LOAD <script>",
                "Load a script into the scripts cache without executing it.",
            ),
        ),
    )
