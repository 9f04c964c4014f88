"""redis-cli in its modes: what it prints is what the same program prints against a real server."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from conformance.clients.programs import Program, find, same
from conformance.wire.client import Client
from conformance.wire.encoder import encode

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena
    from conformance.wire.address import Address

SCRIPT = rb"""set a "x\ny\x01"
get a
hset h f 1
hset h g "two words"
hgetall h
sadd s 1
smembers s
zadd z 1.5 m
zrange z 0 -1 withscores
mget a none
get none
lrange none 0 -1
rpush l a b c
lrange l 0 -1
incr a
no such command
multi
incr n
lpop n
exec
multi
get
discard
multi
get
exec
select 0
ping
echo "h\xc3\xa9llo"
type l
object encoding n
expire l 1000
persist l
"unbalanced
"""
FORMS = ("--raw", "--no-raw", "--json", "--csv")


@pytest.fixture
def cli() -> Program:
    """redis-cli, as it is installed."""
    return find("redis-cli", "-n")


def fill(address: Address) -> None:
    """A few keys of every type, the biggest of each known by its size."""
    client = Client.connect(address, "fill")
    try:
        if address.db is not None:
            client.call("SELECT", address.db)
        client.call("SET", "small", "x")
        client.call("SET", "large", "x" * 1000)
        for name, count in (("few", 2), ("many", 50)):
            members = [f"{number:03}" for number in range(count)]
            client.call("RPUSH", f"l:{name}", *members)
            client.call("SADD", f"s:{name}", *members)
            client.call("HSET", f"h:{name}", *[word for m in members for word in (m, "v")])
            client.call("ZADD", f"z:{name}", *[word for m in members for word in ("1", m)])
    finally:
        client.close()


@pytest.mark.clause(requires=("whole-server",))
@pytest.mark.parametrize("form", FORMS)
def test_script(arena: Arena, cli: Program, reference: Address, form: str) -> None:
    """Commands from standard input, in every form of output."""
    if form == "--json" and cli.version < (7,):
        pytest.skip(f"{cli.path} knows no --json")
    wanted, got = (
        cli.run(address, arena.protocol, form, stdin=SCRIPT)
        for address in (reference, arena.server.address)
    )
    same(got.line, wanted.output.splitlines(), got.output.splitlines())
    same(got.line, wanted.errors, got.errors)
    assert "OK" in got.output and got.status == wanted.status == 0


@pytest.mark.clause
def test_arguments(arena: Arena, cli: Program, reference: Address) -> None:
    """One command from the command line, repeated, from a pipe, and failing with -e."""
    lines: list[tuple[tuple[str, ...], bytes | None]] = [
        (("set", "k", "v"), None),
        (("-x", "set", "k"), b"from a pipe\n"),
        (("get", "k"), None),
        (("--no-raw", "get", "k"), None),
        (("-r", "3", "-i", "0.001", "incr", "n"), None),
        (("--quoted-input", "set", r'"\x00k"', '"v"'), None),
        (("strlen", "k"), None),
        (("-e", "incr", "k"), None),
        (("lrange", "none", "0", "-1"), None),
        (("-d", ",", "--raw", "mget", "k", "n"), None),
    ]
    for words, stdin in lines:
        wanted, got = (
            cli.run(address, arena.protocol, *words, stdin=stdin)
            for address in (reference, arena.server.address)
        )
        same(got.line, wanted.output, got.output)
        same(got.line, wanted.errors, got.errors)
        assert got.status == wanted.status, got


@pytest.mark.clause(requires=("whole-server",))
def test_help(arena: Arena, cli: Program, reference: Address) -> None:
    """The syntax that `help` shows, which newer redis-cli make from COMMAND DOCS."""
    for command in ("get", "incrby", "linsert", "zscore"):
        wanted, got = (
            cli.run(address, arena.protocol, stdin=b"help %s\n" % command.encode()).succeeded()
            for address in (reference, arena.server.address)
        )
        same(f"help {command}", _syntax(wanted), _syntax(got))
        assert command.upper() in _syntax(got)


def _syntax(text: str) -> str:
    """The first line of `help` that says something, without colours."""
    plain = re.sub(r"\x1b\[\d*m", "", text)
    return next((line.strip() for line in plain.splitlines() if line.strip()), "")


@pytest.mark.clause
def test_mass_insertion(arena: Arena, cli: Program) -> None:
    """`--pipe` with two thousand commands, one of them wrong, is told of every reply."""
    commands = [[b"SET", b"key:%d" % number, b"x" * number] for number in range(1000)]
    commands += [[b"RPUSH", b"list", b"%d" % number] for number in range(999)]
    payload = b"".join(encode(command) for command in [*commands, [b"INCR", b"list"]])
    done = cli.run(arena.server.address, 2, "--pipe", stdin=payload)
    assert done.output.splitlines()[-1] == "errors: 1, replies: 2000"
    assert "WRONGTYPE Operation against a key holding the wrong kind" in done.output + done.errors
    arena.expect({"integer": "1001"}, "DBSIZE")
    arena.expect({"integer": "999"}, "LLEN", "list")


@pytest.mark.clause
def test_scan(arena: Arena, cli: Program) -> None:
    """`--scan` lists every key once or more, with a pattern those that match."""
    fill(arena.server.address)
    every = {"small", "large", *(f"{kind}:{size}" for kind in "lshz" for size in ("few", "many"))}
    run = (arena.server.address, arena.protocol, "--scan")
    assert set(cli.run(*run).succeeded().splitlines()) == every
    found = cli.run(*run, "--pattern", "[sz]:*").succeeded().splitlines()
    assert set(found) == {"s:few", "s:many", "z:few", "z:many"}


@pytest.mark.clause(requires=("whole-server",))
@pytest.mark.parametrize("mode", ["--bigkeys", "--memkeys"])
def test_biggest_keys(arena: Arena, cli: Program, reference: Address, mode: str) -> None:
    """The summary of `--bigkeys` and `--memkeys`; how much memory a key takes is the server's."""
    summaries = []
    for address in (reference, arena.server.address):
        fill(address)
        done = cli.run(address, arena.protocol, mode)
        text = done.succeeded().partition("summary")[2]
        if mode == "--memkeys":
            text = re.sub(r"[\d.]+(?= bytes)|(?<=avg size )[\d.]+", "…", text)
        summaries.append(sorted(text.splitlines()))
    same(mode, *summaries)
    assert any("large" in line for line in summaries[1])


@pytest.mark.clause(requires=("config-set", "owned"))
def test_hot_keys(arena: Arena, cli: Program) -> None:
    """`--hotkeys` orders the keys by how often they were used."""
    arena.configure({"maxmemory-policy": "allkeys-lfu", "lfu-log-factor": "0"})
    for name, times in (("cold", 1), ("warm", 20), ("hot", 60)):
        for _ in range(times):
            arena.expect({"simple": "OK"}, "SET", name, "v")
    done = cli.run(arena.server.address, arena.protocol, "--hotkeys")
    summary = done.succeeded().partition("summary")[2]
    assert re.findall(r'keyname: "?(\w+)', summary) == ["hot", "warm", "cold"], summary


@pytest.mark.clause(commands=("eval",))
def test_eval(arena: Arena, cli: Program, reference: Address, tmp_path: Path) -> None:
    """`--eval` sends a file with its keys and arguments."""
    script = tmp_path / "script.lua"
    script.write_text("redis.call('SET', KEYS[1], ARGV[1]); return {KEYS[1], ARGV[1], 2.9, false}")
    words = ("--eval", str(script), "k", ",", "v")
    wanted, got = (
        cli.run(address, arena.protocol, *words).succeeded()
        for address in (reference, arena.server.address)
    )
    same("--eval", wanted, got)
    arena.expect({"bulk": "v"}, "GET", "k")


@pytest.mark.clause(commands=("subscribe",))
def test_subscriber(arena: Arena, cli: Program) -> None:
    """`psubscribe` prints its confirmation and every message."""
    line = cli.line(arena.server.address, arena.protocol, "psubscribe", "n?ws")
    with subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            confirmed = [process.stdout.readline() for _ in range(3)]
            assert confirmed == [b"psubscribe\n", b"n?ws\n", b"1\n"]
            arena.expect({"integer": "1"}, "PUBLISH", "news", "hello")
            message = [process.stdout.readline() for _ in range(4)]
            assert message == [b"pmessage\n", b"n?ws\n", b"news\n", b"hello\n"]
        finally:
            process.terminate()


@pytest.mark.clause(commands=("monitor",), requires=("owned",))
def test_monitor(arena: Arena, cli: Program) -> None:
    """`monitor` prints what others send."""
    arena.client()  # greets the server before anybody watches
    line = cli.line(arena.server.address, 2, "monitor")
    with subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == b"OK\n"
            arena.expect({"simple": "OK"}, "SET", "k", 'a "quoted"\n')
            shown = process.stdout.readline().decode()
            assert re.fullmatch(
                r'\d+\.\d{6} \[\d+ [\d.]+:\d+\] "SET" "k" "a \\"quoted\\"\\n"\n', shown
            ), shown
        finally:
            process.terminate()


@pytest.mark.clause
def test_stat(arena: Arena, cli: Program) -> None:
    """`--stat` shows a line at each interval, made from INFO."""
    fill(arena.server.address)
    lines = cli.first_lines(arena.server.address, arena.protocol, 5, "--stat", "-i", "0.01")
    assert "keys" in lines[1] and "clients" in lines[1]
    for line in lines[2:]:
        assert re.fullmatch(r"10 +[\d.]+[KMGB]+ +\d+ +0 +\d+ \(\+\d+\) +\d+ *", line), line


@pytest.mark.clause
def test_latency(arena: Arena, cli: Program) -> None:
    """`--latency` gives least, greatest and mean time of PING and their number."""
    run = (arena.server.address, arena.protocol, "--latency", "--raw", "-i", "0.05")
    output = cli.run(*run).succeeded()
    assert re.fullmatch(r"\d+ \d+ [\d.]+ [1-9]\d*\n", output), output


@pytest.mark.clause
def test_info(arena: Arena, cli: Program) -> None:
    """INFO is printed line by line, the sections that were asked for only."""
    fill(arena.server.address)
    run = (arena.server.address, arena.protocol, "info")
    output = cli.run(*run, "keyspace").succeeded().split()
    assert output[:2] == ["#", "Keyspace"]
    assert re.match(r"db\d+:keys=10,expires=0,avg_ttl=0", output[2])
    headings = re.findall(r"^# (\w+)", cli.run(*run).succeeded(), re.MULTILINE)
    assert headings[:3] == ["Server", "Clients", "Memory"] and "Keyspace" in headings


@pytest.mark.clause(error=True, requires=("config-set", "owned"))
def test_password(arena: Arena, cli: Program) -> None:
    """Without the password nothing is done; `-a` gives it."""
    arena.configure({"requirepass": "secret"})
    run = (arena.server.address, 2)
    assert cli.run(*run, "ping").output.strip() == "NOAUTH Authentication required."
    assert cli.run(*run, "-a", "secret", "--no-auth-warning", "ping").succeeded() == "PONG\n"
    wrong = cli.run(*run, "-a", "wrong", "--no-auth-warning", "ping")
    assert "WRONGPASS invalid username-password pair or user is disabled." in (
        wrong.output + wrong.errors
    )
