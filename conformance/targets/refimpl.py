"""`refimpl`: the reference server of this repository, as a process of its own.

`mutant:ID` is the same with a fault that the suite should notice (see `conformance.selftest`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from conformance.targets.process import ServerProcess, server_options

MUTANT_LAUNCHER = "conformance.selftest.serve"
ROOT = Path(__file__).resolve().parents[2]


def refimpl_target(text: str, mutant: str | None = None) -> ServerProcess:
    """Run by this Python, from this repository, like any other server binary."""
    found = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *([found] if found else [])])
    program = ["refimpl"] if mutant is None else [MUTANT_LAUNCHER, mutant]
    command = [sys.executable, "-m", *program]
    return ServerProcess(text, command, server_options(("redis", (8, 2, 0))))
