"""Runs a command with a Docker engine at hand, starting one if none answers.

    python -m ci.dockerd [--] COMMAND…
    python -m ci.dockerd pytest conformance --target=docker:redis:8.2.3

An engine that answers already is used as it is. Else `dockerd` (Debian: `apt-get install
docker.io`; root needed) is started in a directory of its own with a socket of its own, DOCKER_HOST
is set for COMMAND, and the engine is stopped afterwards. The vfs storage driver works in containers
too; where the kernel lets dockerd set up no bridge or no iptables, it is started without them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from conformance.targets.container import engine_answers

START_SECONDS = 40
VARIANTS: list[list[str]] = [[], ["--iptables=false"], ["--iptables=false", "--bridge=none"]]


def start_engine(directory: Path) -> subprocess.Popen[bytes] | None:
    """A running engine that listens at DIRECTORY/docker.sock, or None if none could be started."""
    socket = directory / "docker.sock"
    os.environ["DOCKER_HOST"] = f"unix://{socket}"
    for variant in VARIANTS:
        with (directory / "dockerd.log").open("ab") as log:
            engine = subprocess.Popen(
                [
                    "dockerd",
                    *("--storage-driver=vfs", "-H", f"unix://{socket}"),
                    *("--data-root", str(directory / "data")),
                    *("--exec-root", str(directory / "exec")),
                    *("--pidfile", str(directory / "pid")),
                    *variant,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_SECONDS
        while engine.poll() is None and time.monotonic() < deadline:
            if engine_answers():
                return engine
            time.sleep(0.2)
        stop_engine(engine)
    return None


def stop_engine(engine: subprocess.Popen[bytes]) -> None:
    """Stop it and what it runs."""
    engine.terminate()
    try:
        engine.wait(30)
    except subprocess.TimeoutExpired:
        engine.kill()
        engine.wait()


def main(command: list[str]) -> int:
    """The command's exit status, or 2 if there is no engine."""
    command = command[1:] if command[:1] == ["--"] else command
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    if engine_answers():
        return subprocess.run(command, check=False).returncode
    if shutil.which("dockerd") is None:
        print("no Docker engine runs and there is no dockerd to start", file=sys.stderr)
        return 2
    directory = Path(tempfile.mkdtemp(prefix="dockerd-"))
    try:
        engine = start_engine(directory)
        if engine is None:
            log = (directory / "dockerd.log").read_text(errors="replace").splitlines()[-15:]
            print("\n".join(["dockerd does not start:", *log]), file=sys.stderr)
            return 2
        try:
            return subprocess.run(command, check=False).returncode
        finally:
            stop_engine(engine)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
