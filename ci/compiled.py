"""``python -m ci.compiled``: the compiled build, made in build/compiled and left alone elsewhere.

It is a copy of refimpl with its hot modules compiled (see setup.py), to be run from there:
``PYTHONPATH=build/compiled python -P -m refimpl``, ``--target=refimpl-in:build/compiled``.
Removing the folder is all it takes to be rid of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from ci.environment import ROOT

BUILD = ROOT / "build"
COMPILED = BUILD / "compiled"


def main() -> int:
    """Exit status: that of pip."""
    shutil.rmtree(BUILD, ignore_errors=True)  # what an earlier build left would be built in
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    environment = {**os.environ, "REFIMPL_COMPILE": "1"}
    return subprocess.run(
        [*command, str(COMPILED), str(ROOT)], env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
