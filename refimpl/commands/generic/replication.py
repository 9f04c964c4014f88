"""WAIT and WAITAOF on a server that has no replicas and no append-only file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import ZERO, array
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.generated.generic import WaitaofArgs, WaitArgs

_NEITHER = array([ZERO, ZERO])


@handles("WAIT")
def wait(call: Call, args: WaitArgs) -> bytes:
    """Wait for more replicas than there are; answer that there are none."""
    if args.numreplicas > 0:
        call.block([], args.timeout, ZERO)
    return ZERO


@handles("WAITAOF")
def waitaof(call: Call, args: WaitaofArgs) -> bytes:
    """Wait for replicas to write to disk; answer that there is no such file anywhere."""
    if args.numlocal:
        raise CommandError(errors.WAITAOF_WITHOUT_AOF)
    if args.numreplicas > 0:
        call.block([], args.timeout, _NEITHER)
    return _NEITHER
