"""What a server is started with: the command line, the supervisor, open files."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from refimpl.__main__ import run
from refimpl.reactor.clock import SystemClock
from refimpl.server.arguments import parse_arguments
from refimpl.server.descriptors import most_clients
from refimpl.server.supervisor import Supervisor
from refimpl.session.log import Log

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["--hz", "12", "--save", "1", "2"], 'hz "12"\nsave "1" "2"'),
        (["--save", "--hz", "12"], 'save ""\nhz "12"'),
        (["--masterauth", "--x"], 'masterauth "--x"'),
        (["--masterauth", 'a "b" \\'], 'masterauth "a \\"b\\" \\\\"'),
        (["--save"], 'save ""'),
    ],
)
def test_options_are_lines(words: list[str], text: str) -> None:
    assert parse_arguments(words).text.strip() == text


def test_a_file_comes_before_options(tmp_path: Path) -> None:
    file = tmp_path / "redis.conf"
    file.write_text("hz 11\n")
    parsed = parse_arguments([str(file), "--hz", "12"])
    assert parsed.file == str(file)
    assert parsed.text == 'hz 11\n\nhz "12"'


@pytest.mark.parametrize("word", ["--sentinel", "--test-memory", "--check-system"])
def test_what_there_is_not(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--port", "0", word]) == 1
    assert "is not part of refimpl" in capsys.readouterr().err


def test_systemd_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind(path)
        supervisor = Supervisor("auto", {"NOTIFY_SOCKET": path}, Log(SystemClock()))
        assert supervisor.kind == "systemd"
        supervisor.tell_ready()
        assert receiver.recv(100).endswith(b"READY=1\n")


def test_nobody_supervises(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert Supervisor("auto", {}, Log(SystemClock())).kind == ""
    assert Supervisor("no", {"NOTIFY_SOCKET": "/x"}, Log(SystemClock())).kind == ""
    assert capfdbinary.readouterr().out == b""
    assert Supervisor("systemd", {}, Log(SystemClock())).kind == ""
    assert b"has no effect" in capfdbinary.readouterr().out


def test_as_many_clients_as_files() -> None:
    resource = pytest.importorskip("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert most_clients(10) == 10
    if hard != resource.RLIM_INFINITY:
        possible = most_clients(hard)
        assert hard - 64 <= possible <= hard - 32
        assert (hard - possible) % 16 == 0
