"""EVAL, EVALSHA and their read-only forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.scripting import (
        EvalArgs,
        EvalRoArgs,
        EvalshaArgs,
        EvalshaRoArgs,
    )


@handles("EVAL")
def evaluate(call: Call, args: EvalArgs) -> bytes:
    """Run a script."""
    return call.server.scripts.evaluate(call, args.script, args.keys, args.args, False)


@handles("EVAL_RO")
def evaluate_read_only(call: Call, args: EvalRoArgs) -> bytes:
    """Run a script that must not write."""
    return call.server.scripts.evaluate(call, args.script, args.keys, args.args, True)


@handles("EVALSHA")
def evaluate_known(call: Call, args: EvalshaArgs) -> bytes:
    """Run a script that the server has already."""
    return call.server.scripts.evaluate_known(call, args.sha1, args.keys, args.args, False)


@handles("EVALSHA_RO")
def evaluate_known_read_only(call: Call, args: EvalshaRoArgs) -> bytes:
    """Run a script that the server has already, and that must not write."""
    return call.server.scripts.evaluate_known(call, args.sha1, args.keys, args.args, True)
