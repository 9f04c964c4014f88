"""No pattern of a script's keeps the server from ending the script, or ends the server."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("lupa", reason="lupa is not installed")

import redis

from refimpl.testing import start_in_process

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refimpl.testing import Handle

ENDLESS = {
    "find": "return string.find(('a'):rep(1000), ('a*'):rep(20) .. 'b')",
    "match": "return ('a'):rep(100000):match('(a-)(a-)(a-)b')",
    "gmatch": "for _ in string.gmatch(('a'):rep(100000), '.-.-.-b') do end",
    "gsub": "return string.gsub(('a'):rep(100), ('a?'):rep(60) .. ('a'):rep(60) .. 'b', '')",
    "scan": "return string.find(('('):rep(3000000), '%b()')",
    "many that are not": "local s = ('a'):rep(9000) while true do s:find('a*b') end",
    "a far place": "table.insert({}, -2 ^ 31, 1)",
    "collections": "local t = {} for i = 1, 1e5 do t[i] = {} end "
    "while true do collectgarbage() end",
}


@pytest.fixture(scope="module")
def server() -> Iterator[Handle]:
    with start_in_process() as running:
        redis.Redis(running.host, running.port).config_set("busy-reply-threshold", 50)
        yield running


@pytest.mark.parametrize("name", ENDLESS)
def test_can_be_killed(server: Handle, name: str) -> None:
    errors: list[str] = []

    def run() -> None:
        with redis.Redis(server.host, server.port, socket_timeout=60) as client:
            try:
                client.execute_command("EVAL", ENDLESS[name], 0)
            except redis.ResponseError as error:
                errors.append(str(error))

    script = threading.Thread(target=run)
    script.start()
    with redis.Redis(server.host, server.port, socket_timeout=60) as client:
        while script.is_alive():
            try:
                client.script_kill()
            except redis.ResponseError as error:
                assert str(error).startswith("NOTBUSY"), error
            script.join(0.02)
        assert client.ping()
    assert len(errors) == 1
    assert "Script killed by user" in errors[0]


def test_depth_is_bounded(server: Handle) -> None:
    with redis.Redis(server.host, server.port) as client:
        for item in ("a?", "a*", "a-", "(a", "()"):
            with pytest.raises(redis.ResponseError, match=r"too complex|too many captures"):
                client.eval(f"return {{string.gsub(('a'):rep(99), ('{item}'):rep(200000), '')}}", 0)
        assert client.ping()
