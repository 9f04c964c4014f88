"""prometheus-redis-exporter: which metrics it finds, and the values that can be foretold."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from conformance.blame import Difference
from conformance.clients.programs import same
from conformance.targets.base import free_port
from conformance.wire.address import Tcp
from conformance.wire.client import Client

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.address import Address

START_SECONDS = 10.0
LOGGED_AS_SLOW = "slowlog-log-slower-than"
FORETOLD = (
    "redis_up",
    "redis_db_keys",
    "redis_db_keys_expiring",
    "redis_blocked_clients",
    "redis_config_maxmemory",
    "redis_config_maxclients",
    "redis_connected_slaves",
    "redis_pubsub_channels",
    "redis_slowlog_length",
    "redis_rdb_changes_since_last_save",
)


@pytest.mark.clause(requires=("whole-server",), commands=("hgetex",))
def test_metrics(arena: Arena, reference: Address) -> None:
    """The names of all metrics, with their labels, are those of a real server."""
    program = shutil.which("prometheus-redis-exporter") or shutil.which("redis_exporter")
    if program is None:
        pytest.skip("no prometheus-redis-exporter on PATH")
    # Set back afterwards, on the server under test: a busy machine makes any request a slow one.
    arena.configure({LOGGED_AS_SLOW: "-1"})
    pages = []
    for address in (reference, arena.server.address):
        if not isinstance(address, Tcp):
            pytest.skip("the exporter is led to TCP ports only")
        client = Client.connect(address, "fill")
        client.call("CONFIG", "RESETSTAT")
        client.call("CONFIG", "SET", LOGGED_AS_SLOW, "-1")
        client.call("SLOWLOG", "RESET")
        client.call("CONFIG", "SET", LOGGED_AS_SLOW, "0")
        client.call("PING")
        client.call("CONFIG", "SET", LOGGED_AS_SLOW, "-1")
        client.call("SET", "k", "v", "EX", "1000")
        client.call("RPUSH", "l", "v")
        client.call("INCR", "l")
        client.close()
        pages.append(_metrics(program, address))
    wanted, got = pages
    same("metrics that are missing", [], sorted(wanted.keys() - got.keys()))
    same("metrics that a real server has not", [], sorted(got.keys() - wanted.keys()))
    for name in FORETOLD:
        found = {key: value for key, value in wanted.items() if key.partition("{")[0] == name}
        if name != "redis_rdb_changes_since_last_save":
            assert found, f"the exporter knows no {name}"
        same(name, str(found), str({key: got[key] for key in found}))


def _metrics(program: str, address: Tcp) -> dict[str, str]:
    """Value by name and labels; of labels that tell a version or an address the name only."""
    port = free_port()
    with subprocess.Popen(
        [
            *(program, f"--redis.addr=redis://{address.host}:{address.port}"),
            *(f"--web.listen-address=127.0.0.1:{port}", "--is-tile38=false"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as exporter:
        try:
            text = _page(f"http://127.0.0.1:{port}/metrics", exporter)
        finally:
            exporter.terminate()
    found = {}
    for line in text.splitlines():
        name, _, value = line.rpartition(" ")
        if line.startswith("redis_"):
            found[_lasting(name)] = value
    return found


def _lasting(name: str) -> str:
    """The name without labels that differ from server to server, and from run to run."""
    if name.startswith(("redis_instance_info", "redis_start_time")):
        return name.partition("{")[0]
    return re.sub(r'(quantile|le|id|host|port|addr)="[^"]*"', r'\1="…"', name)


def _page(url: str, exporter: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=START_SECONDS) as page:
                text: str = page.read().decode()
                return text
        except OSError as error:
            if exporter.poll() is not None or time.monotonic() > deadline:
                raise Difference(
                    sent=url, expected="a page of metrics", received=str(error)
                ) from None
            time.sleep(0.02)
