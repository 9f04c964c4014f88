"""MONITOR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK
from refimpl.session.client import Unusual
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("MONITOR")
def monitor(call: Call, argv: Argv) -> bytes:
    """Show this connection what all others call; a second time is not even answered."""
    if call.nested:
        raise CommandError(errors.MONITOR_NESTED)
    if call.client.unusual & Unusual.MONITOR:
        return b""
    call.server.monitors.add(call.client)
    return OK
