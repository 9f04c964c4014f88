"""FCALL and its read-only form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.scripting import FcallArgs, FcallRoArgs


@handles("FCALL")
def call_function(call: Call, args: FcallArgs) -> bytes:
    """Call a function."""
    return _call(call, args, False)


@handles("FCALL_RO")
def call_read_only(call: Call, args: FcallRoArgs) -> bytes:
    """Call a function that must not write."""
    return _call(call, args, True)


def _call(call: Call, args: FcallArgs | FcallRoArgs, read_only: bool) -> bytes:
    functions = call.server.functions
    if not functions.knows(args.function):
        raise CommandError(errors.FUNCTION_UNKNOWN)
    args.call()
    words = [b"FCALL_RO" if read_only else b"FCALL", args.function, b"%d" % len(args.keys)]
    words += args.keys + args.args
    return functions.call(call, args.function, words, args.keys, args.args, read_only)
