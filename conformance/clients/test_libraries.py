"""Client libraries of other makers, unmodified: a session prints what it does on a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conformance.blame import Difference
from conformance.case import Case
from conformance.clients.drivers import ABSENT
from conformance.from_spec.parametrize import cases_from
from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run
    from conformance.wire.address import Address

NODE = Path(__file__).with_name("drivers") / "node"
RUN_SECONDS = 60.0
LEAST_STEPS = 30
"""No session is shorter: one that ends early is no pass."""


@dataclass(frozen=True)
class Library:
    """A client library; ``module`` is what must be installed, ``script`` the session."""

    name: str
    module: str
    script: str
    protocols: tuple[int, ...] = (2, 3)

    def line(self, address: Tcp, protocol: int) -> list[str]:
        """The command line of its session. Skips the test where it isn't installed."""
        where = [address.host, str(address.port), str(protocol)]
        if self.script.endswith(".mjs"):
            node = shutil.which("node")
            if node is None or not (NODE / "node_modules" / self.module).is_dir():
                pytest.skip(f"{self.name} is not installed (npm ci in {NODE.name})")
            return [node, str(NODE / self.script), *where]
        if self.module and find_spec(self.module) is None:
            pytest.skip(f"{self.name} is not installed")
        return [sys.executable, "-m", f"conformance.clients.drivers.{self.script}", *where]

    def session(self, address: Address, protocol: int) -> list[list[object]]:
        """Name and value of every step. Raises Difference when it doesn't come to its end."""
        if not isinstance(address, Tcp):
            pytest.skip("the sessions know TCP only")
        line = self.line(address, protocol)
        try:
            done = subprocess.run(
                line, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                timeout=RUN_SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as late:
            raise Difference(
                sent=" ".join(line),
                expected=f"an end within {RUN_SECONDS:g} s",
                received=f"none; so far {(late.output or b'')[-400:]!r}",
            ) from None
        if done.returncode == ABSENT:
            pytest.skip(f"{self.name} is not installed, or knows no RESP{protocol}")
        steps = [json.loads(text) for text in done.stdout.splitlines()]
        if done.returncode or not steps or steps[-1] != ["end", True] or len(steps) < LEAST_STEPS:
            raise Difference(
                sent=" ".join(line),
                expected="a session to its end",
                received=f"exit status {done.returncode}, last {steps[-1:]}, {done.stderr[-800:]}",
            )
        return steps


LIBRARIES = (
    Library("coredis", "coredis", "coredis_session", protocols=(3,)),
    Library("valkey-glide", "glide", "glide_session"),
    Library("hiredis", "", "hiredis_session"),
    Library("node-redis", "redis", "redis.mjs"),
    Library("ioredis", "ioredis", "ioredis.mjs"),
)


def _cases(run: Run) -> list[Case]:
    return [
        Case(
            f"clients/{library.name}",
            kind="scenario",
            group="clients",
            requires=("whole-server", "debug"),
            # The sessions go through every type of value of 8.2.
            commands=("hgetex", "xackdel"),
            protocols=library.protocols,
            body=library,
        )
        for library in LIBRARIES
    ]


@cases_from(_cases)
def test_session(case: Case, arena: Arena, reference: Address) -> None:
    """Every type of value, transactions, scripts, messages, tracking."""
    library: Library = case.body
    wanted = library.session(reference, arena.protocol)
    got = library.session(arena.server.address, arena.protocol)
    for (name, value), (other, seen) in zip(wanted, got, strict=False):
        if (name, value) != (other, seen):
            raise Difference(
                sent=f"{library.name}: {name}",
                expected=json.dumps(value, ensure_ascii=False),
                received=json.dumps(seen if other == name else [other, seen], ensure_ascii=False),
            )
    assert len(wanted) == len(got)
