"""iredis, which shows replies by what it knows of each command."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from conformance.clients.programs import Program, same

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena
    from conformance.wire.address import Address

SCRIPT = b"""set a "b c"
get a
hset h f 1 g 2
hgetall h
lpush l 1 2
lrange l 0 -1
incr l
sadd s 1
smembers s
zadd z 1 a 2.5 b
zrange z 0 -1 withscores
xadd x 1-1 f v
xrange x - +
geoadd g 13.361389 38.115556 Palermo
geopos g Palermo
pfadd p a b
pfcount p
setbit bits 3 1
peek l
peek h
peek z
multi
incr n
exec
eval "return {KEYS[1], 1}" 1 k
config get maxmemory
client getname
no such
"""


@pytest.fixture
def iredis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program, with a home of its own: it keeps a history."""
    path = shutil.which("iredis")
    if path is None:
        pytest.skip("no iredis on PATH")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PATH", os.defpath + os.pathsep + os.environ["PATH"])
    return Program(tmp_path.__class__(path), (0,), "-n")


@pytest.mark.clause(requires=("whole-server",), commands=("xackdel",))
def test_script(arena: Arena, iredis: Program, reference: Address) -> None:
    """Commands of every type from standard input, and what iredis makes of each reply."""
    wanted, got = (
        iredis.run(address, 2, "--no-raw", stdin=SCRIPT)
        for address in (reference, arena.server.address)
    )
    same("iredis", _lines(wanted.succeeded()), _lines(got.succeeded()))
    assert "Palermo" not in wanted.errors and "OK" in got.output


def _lines(text: str) -> list[str]:
    """What was printed; how much memory a key takes is the server's own affair."""
    return re.sub(r"mem: \d+ bytes", "mem: … bytes", text).splitlines()
