"""Removes a container once its standard input ends: `python container_guard.py CONTAINER-ID`."""

from __future__ import annotations

import contextlib
import sys

import docker
from docker.errors import DockerException


def main(container_id: str) -> None:
    """Wait for the end of the pipe, then remove; a container that is gone already is fine."""
    sys.stdin.buffer.read()
    with contextlib.suppress(DockerException):
        docker.from_env(timeout=30).containers.get(container_id).remove(force=True, v=True)


if __name__ == "__main__":
    main(sys.argv[1])
