"""Configuration: values, files, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from refimpl.session.config import Config, InvalidValueError, parse_memory
from refimpl.session.config_file import ConfigFileError, Directives, quote, rewrite
from refimpl.table.config_table import NAMES, parameter

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str) -> Config:
    directives = Directives(Config())
    directives.read(text)
    return directives.config


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (b"1", 1),
        (b"1k", 1000),
        (b"1kb", 1024),
        (b"2MB", 2 << 20),
        (b"1g", 10**9),
        (b"01", 1),
        (b"", 0),
        (b"kb", 0),
        (b"17179869184gb", 0),
    ],
)
def test_memory(text: bytes, size: int) -> None:
    assert parse_memory(text) == size


@pytest.mark.parametrize("text", [b"-1", b"1x", b" 1", b"1.5mb", b"0" * 128])
def test_no_memory(text: bytes) -> None:
    assert parse_memory(text) is None


@pytest.mark.parametrize(
    ("name", "word", "reason"),
    [
        ("port", b"x", "argument couldn't be parsed into an integer"),
        ("port", b"65536", "argument must be between 0 and 65535 inclusive"),
        ("hash-max-listpack-entries", b"-1", "argument must be greater or equal to 0"),
        ("maxmemory", b"1x", "argument must be a memory value"),
        ("maxmemory-clients", b"101%", "percentage argument must be less or equal to 100"),
        ("appendonly", b"maybe", "argument must be 'yes' or 'no'"),
        ("save", b"900", "Invalid save parameters"),
        ("notify-keyspace-events", b"Q", "Invalid event class character. Use 'Ag$lshzxeKEtmdn'."),
        (
            "client-output-buffer-limit",
            b"nobody 1 2 3",
            "Invalid client class specified in buffer limit configuration.",
        ),
        ("appendfsync", b"x", "argument(s) must be one of the following: everysec, always, no"),
    ],
)
def test_refused(name: str, word: bytes, reason: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Config().convert(name, [word])
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("word", "shown"), [(b"KEA", b"AKE"), (b"g$lshzxetdnKEm", b"AKEm"), (b"dg", b"gd")]
)
def test_event_letters(word: bytes, shown: bytes) -> None:
    assert Config().convert("notify-keyspace-events", [word])[1] == shown


def test_every_default_reads_back() -> None:
    config = Config()
    for name in NAMES:
        known = parameter(name)
        assert known is not None
        shown = config.show(known)
        _, value = config.convert(name, [shown])
        assert value == getattr(config, known.attribute), name


def test_lines_quotes_and_accumulation() -> None:
    config = read(
        '# a comment\n\n  maxmemory   1mb \nrequirepass "a \\"b\\" \\x41"\nsave 900 1\nsave 60 2\n'
        "client-output-buffer-limit replica 1kb 2 3\n"
    )
    assert config.maxmemory == 1 << 20
    assert config.requirepass == b'a "b" A'
    assert config.save_points() == [(900, 1), (60, 2)]
    assert config.output_limits()[b"slave"] == (1024, 2, 3)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("port 1\nnosuch 1", 2, "Bad directive or wrong number of arguments"),
        ("port", 1, "wrong number of arguments"),
        ("port 1 2", 1, "wrong number of arguments"),
        ('logfile "x', 1, "Unbalanced quotes in configuration line"),
    ],
)
def test_wrong_lines(text: str, line: int, reason: str) -> None:
    with pytest.raises(ConfigFileError) as caught:
        read(text)
    assert (caught.value.line, caught.value.reason) == (line, reason)


def test_include(tmp_path: Path) -> None:
    (tmp_path / "one.conf").write_text("hz 20\n")
    (tmp_path / "two.conf").write_text("timeout 7\n")
    config = read(f"include {tmp_path}/*.conf")
    assert (config.hz, config.timeout) == (20, 7)


def test_rewrite_keeps_comments_and_adds_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "redis.conf"
    file.write_text("# mine\nhz 20\nsave 1 1\n\ntimeout 5\n")
    config = read(file.read_text())
    config.hz = 30
    config.requirepass = b'a "b"\n'
    config.save = b"1 2 3 4"
    rewrite(file, config)
    text = file.read_text()
    assert text.startswith("# mine\nhz 30\nsave 1 2\nsave 3 4\n\ntimeout 5\n")
    assert 'requirepass "a \\"b\\"\\n"' in text
    again = read(text)
    assert again.requirepass == config.requirepass
    rewrite(file, again)
    assert file.read_text() == text


def test_quote() -> None:
    assert quote(b"plain-1") == "plain-1"
    assert quote(b"") == '""'
    assert quote(b"\x00\xff") == '"\\x00\\xff"'
