"""`refimpl`: the reference server of this repository, as a process of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from conformance.targets.process import ServerProcess, server_options

ROOT = Path(__file__).resolve().parents[2]


def refimpl_target(text: str) -> ServerProcess:
    """Run by this Python, from this repository, like any other server binary."""
    found = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *([found] if found else [])])
    command = [sys.executable, "-m", "refimpl"]
    return ServerProcess(text, command, server_options(("redis", (8, 2, 0))))
