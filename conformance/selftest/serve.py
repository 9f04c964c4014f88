"""`python -m conformance.selftest.serve MUTANT-ID [options of refimpl]`: a server with a fault.

Beside `conformance/targets/refimpl.py` this module is the only thing in the suite that touches the
reference server from inside: it lets the mutant's patch (see `surgery`) change it, and runs it.
Exits with status 2 when there is no such mutant or its patch doesn't fit the server any more.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from conformance.blame import ClientError
from conformance.selftest.mutant import Misfit
from conformance.selftest.mutants import mutant_named

if TYPE_CHECKING:
    from pathlib import Path


def main(arguments: list[str]) -> int:
    """Patch and serve; the exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    identity, *options = arguments
    return _serve(identity, options)


def _serve(identity: str, options: list[str]) -> int:
    """Run the server with that fault, or without any if the id is empty."""
    try:
        if identity:
            mutant_named(identity).patch()
    except (ClientError, Misfit) as error:
        print(f"{identity}: {error}", file=sys.stderr, flush=True)
        return 2
    from refimpl.__main__ import run

    return run(options)


def preload() -> None:
    """Load everything of the server, so that forked ones start at once."""
    from refimpl import __main__, testing  # noqa: F401
    from refimpl.server.table import load_commands, load_every_group
    from refimpl.table.generated import docs, info  # noqa: F401

    load_every_group(load_commands())


def fork(identity: str, options: list[str], log: Path) -> int:
    """The same in a child of this process, which must have one thread only; the child's pid.

    The server's log goes to a file.
    """
    pid = os.fork()
    return pid if pid else _child(identity, options, log)


def _child(identity: str, options: list[str], log: Path) -> NoReturn:
    # Nothing of the parent may be finalized here: its sockets' numbers are soon those of others.
    gc.freeze()
    status = 1
    try:
        sys.stdout.flush()
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, 1)
        os.dup2(file, 2)
        status = _serve(identity, options)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
