"""INFO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.observe.report import report
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("INFO")
def info(call: Call, argv: Argv) -> bytes:
    """The wanted sections, by default all but the bulky ones."""
    wanted = [word.decode("latin-1").lower() for word in argv[1:]]
    return call.wire.verbatim(b"txt", report(call.server, wanted).encode())
