"""`refimpl`: the reference server of this repository, as a process of its own.

`refimpl:NAME=VALUE,…` sets parameters of its configuration, for what only another start shows.
`refimpl-in:FOLDER` is the one in another folder, such as a compiled build (see `ci.compiled`) or an
older checkout; `mutant:ID` one with a fault that the suite should notice (see
`conformance.selftest`).
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

from conformance.blame import ClientError
from conformance.targets.process import ServerProcess, server_options

MUTANT_LAUNCHER = "conformance.selftest.serve"
ROOT = Path(__file__).resolve().parents[2]


def refimpl_target(
    text: str, settings: str = "", mutant: str | None = None, folder: Path = ROOT
) -> ServerProcess:
    """Run by this Python, from that folder, like any other server binary.

    `settings` are `NAME=VALUE` with commas between them; ClientError when they are not, or when
    there is no refimpl in the folder.
    """
    if not (folder / "refimpl" / "__main__.py").is_file():
        raise ClientError(f"no refimpl in {folder}")
    found = os.environ.get("PYTHONPATH")
    places = os.pathsep.join([str(folder.resolve()), *([found] if found else [])])
    program = ["refimpl"] if mutant is None else [MUTANT_LAUNCHER, mutant]
    # Of this process only: two targets may be from different folders.
    command = ["env", *_bytecode(), f"PYTHONPATH={places}", sys.executable, "-m", *program]
    options = server_options(("redis", (8, 2, 0)))
    for setting in settings.split(",") if settings else ():
        name, equals, value = setting.partition("=")
        if not name or not equals:
            raise ClientError(f"{text!r}: {setting!r} is not NAME=VALUE")
        options += [f"--{name}", value]
    return ServerProcess(text, command, options)


@cache
def _bytecode() -> tuple[str, ...]:
    """Where Python may leave no bytecode beside the source: a place that our servers share.

    Compiling everything anew, a server needs 0.18 s to start, not 0.08 s; a run starts a hundred.
    """
    if not sys.dont_write_bytecode:
        return ()
    folder = tempfile.mkdtemp(prefix="conformance-bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return ("-u", "PYTHONDONTWRITEBYTECODE", f"PYTHONPYCACHEPREFIX={folder}")
