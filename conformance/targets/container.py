"""`docker:IMAGE[:TAG]`: a server in a container of its own."""

from __future__ import annotations

import contextlib
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docker
from docker.errors import APIError, DockerException, ImageNotFound

from conformance.blame import HarnessFailure
from conformance.targets.base import Target, free_port
from conformance.targets.process import server_options, wait_ready
from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from docker.models.containers import Container

INSIDE_PORT = 6379
LABEL = "conformance"
REAPER = Path(__file__).with_name("container_guard.py")


def engine_answers() -> bool:
    """Whether a Docker engine can be reached with the usual settings (DOCKER_HOST…)."""
    try:
        client = docker.from_env(timeout=5)
    except DockerException:
        return False
    try:
        client.ping()
    except (DockerException, OSError):
        return False
    finally:
        client.close()
    return True


def has_image(image: str) -> bool:
    """Whether the engine holds the image already."""
    client = docker.from_env(timeout=5)
    try:
        client.images.get(image)
    except (APIError, DockerException):
        return False
    finally:
        client.close()
    return True


class DockerTarget(Target):
    """A container of `image`, which is pulled only if the engine doesn't hold it.

    Where the engine runs on this machine, the server shares its network and listens on a free port
    of the loopback; where that leads nowhere (Docker Desktop, a remote engine), its port is
    published there. A guard process removes the container even when we are killed.
    """

    owned = True

    def __init__(self, text: str, image: str) -> None:
        super().__init__(text)
        self.image = image if ":" in image.rsplit("/", 1)[-1] else f"{image}:latest"
        self._container: Container | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    def start(self) -> Tcp:
        """Run a container and wait until the server in it answers."""
        try:
            client = docker.from_env(timeout=60)
            local = client.info().get("Name") == platform.node()
        except (DockerException, OSError) as error:
            raise HarnessFailure(f"no Docker engine: {error}") from error
        self._obtain(client)
        # A bridge may be there and yet let nothing through, so only an answer tells.
        failures: list[str] = []
        for shared in (local, not local):
            port = free_port()
            try:
                self._launch(client, port, shared)
                address = Tcp("127.0.0.1", port)
                wait_ready(address, self._words_if_dead)
            except HarnessFailure as failure:
                way = "the host's network" if shared else "a published port"
                failures.append(f"by {way}: {failure} {self.last_words()}".rstrip())
                self.stop()
            else:
                return address
        raise HarnessFailure(f"{self.image} can't be reached; " + "; ".join(failures))

    def _launch(self, client: docker.DockerClient, port: int, shared: bool) -> None:
        how: dict[str, Any] = (
            {"network_mode": "host"}
            if shared
            else {"ports": {f"{INSIDE_PORT}/tcp": ("127.0.0.1", port)}}
        )
        options = self._options(port if shared else INSIDE_PORT, shared)
        try:
            container = client.containers.run(
                self.image, options, detach=True, labels=[LABEL], **how
            )
        except DockerException as error:
            raise HarnessFailure(f"{self.image} does not start: {error}") from error
        self._container = container
        self._guard = subprocess.Popen(
            [sys.executable, str(REAPER), str(container.id)],
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def _obtain(self, client: docker.DockerClient) -> None:
        try:
            client.images.get(self.image)
        except ImageNotFound:
            try:
                client.images.pull(self.image)
            except DockerException as error:
                raise HarnessFailure(
                    f"{self.image} is absent and can't be pulled: {error}"
                ) from error

    def _options(self, port: int, shared: bool) -> list[str]:
        """What the server is started with; of an unknown version, so only what all of them know.

        With a network of its own it must accept what comes from outside of the container.
        """
        options = ["--port", str(port), *server_options(("redis", (6, 0, 0)))]
        if not shared:
            options += ["--bind", "0.0.0.0", "--protected-mode", "no"]
        tag = self.image.rsplit(":", 1)[-1]
        major = tag.split(".", 1)[0]
        if not major.isdecimal() or int(major) >= 7:
            options += ["--enable-debug-command", "yes"]
        return options

    def _words_if_dead(self) -> str | None:
        assert self._container is not None
        self._container.reload()
        if self._container.status in ("created", "running"):
            return None
        return self.last_words()

    def last_words(self) -> str:
        """The last lines of the container's log."""
        if self._container is None:
            return ""
        with contextlib.suppress(DockerException):
            return bytes(self._container.logs(tail=12)).decode(errors="replace")
        return ""

    def stop(self) -> None:
        """Remove the container."""
        if self._container is not None:
            with contextlib.suppress(DockerException):
                self._container.remove(force=True, v=True)
        if self._guard is not None:
            assert self._guard.stdin is not None
            self._guard.stdin.close()
            self._guard.wait(30)
        self._container = self._guard = None
