"""Scripts that run for longer than they should, and what others can do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Integer, Simple, error_line

if TYPE_CHECKING:
    from conformance.arena import Arena

FOREVER = "while true do end"
DEAF = "while true do pcall(function() while true do end end) end"
COROUTINE = "local co = coroutine.wrap(function() while true do end end) return co()"
LIBRARY = f"#!lua name=slow\nredis.register_function('forever', function() {FOREVER} end)"


def start(arena: Arena, *request: str) -> None:
    """Let another client run a script; returns when it counts as slow."""
    arena.configure({"busy-reply-threshold": "20"})
    arena.call("PING")  # connected before, since a busy server doesn't tell a client's number
    runner = arena.client("runner")
    runner.send(*request)
    arena.until(lambda: is_busy(arena), what="a server that is busy")


def is_busy(arena: Arena) -> bool:
    """Whether requests are refused because of a script."""
    line = error_line(arena.call("GET", "k"))
    return line is not None and line.startswith(b"BUSY ")


def killed(arena: Arena) -> bytes:
    """How the error of a script that was killed begins."""
    return arena.book.shown("script-killed").encode()


def ended(arena: Arena) -> bytes:
    """The error that the script ended with; then the server answers again."""
    line = error_line(arena.client("runner").receive())
    assert line is not None
    assert not is_busy(arena)
    return line


@pytest.mark.clause(since="7.0.0", requires=("config-set",))
@pytest.mark.parametrize("script", [FOREVER, DEAF, COROUTINE])
def test_script_is_killed(arena: Arena, script: str) -> None:
    """Others are refused, but for what may end it; the script can't catch the end."""
    start(arena, "EVAL", script, "0")
    arena.expect_error("busy-script", "SET", "k", "v")
    arena.expect_error("busy-script", "PING")
    arena.expect_error("busy-script", "FUNCTION", "KILL")
    arena.expect_error("busy-script", "FUNCTION", "STATS")
    arena.expect_error("busy-script", "SHUTDOWN", "SAVE")
    arena.expect_error("busy-script", "EVAL", "return 1", "0")
    assert arena.call("SCRIPT", "KILL") == Simple(b"OK")
    assert ended(arena).startswith(killed(arena) + b" script: ")
    arena.expect_error("not-busy", "SCRIPT", "KILL")


@pytest.mark.clause(since="7.0.0", requires=("config-set",))
def test_function_is_killed(arena: Arena) -> None:
    """Functions are killed with FUNCTION KILL, not with SCRIPT KILL."""
    arena.call("FUNCTION", "LOAD", "REPLACE", LIBRARY)
    try:
        start(arena, "FCALL", "forever", "0")
        arena.expect_error("busy-function", "PING")
        arena.expect_error("busy-function", "SCRIPT", "KILL")
        arena.expect(
            {"map": [["running_script", {"map": [
                ["name", "forever"],
                ["command", {"array": ["FCALL", "forever", "0"]}],
                ["duration_ms", {"matches": {"integer": {"min": "20"}}}],
            ]}], ["engines", "any"]]},
            "FUNCTION", "STATS",
        )  # fmt: skip
        assert arena.call("FUNCTION", "KILL") == Simple(b"OK")
        assert ended(arena) == killed(arena) + b" script: forever, on @user_function:2."
    finally:
        arena.call("FUNCTION", "DELETE", "slow")


@pytest.mark.clause(since="8.2.0", requires=("config-set",))
def test_script_that_wrote_is_not_killed(arena: Arena) -> None:
    """What has changed the dataset runs to its end."""
    start(
        arena,
        "EVAL",
        "redis.call('set', KEYS[1], 1) local t = os.clock() "
        "while os.clock() - t < 0.5 do end return 1",
        "1",
        "k",
    )
    arena.expect_error("unkillable", "SCRIPT", "KILL")
    assert arena.client("runner").receive(timeout=60) == Integer(1)
    assert not is_busy(arena)


@pytest.mark.clause(since="7.0.0", requires=("config-set",))
def test_transactions_around_a_slow_script(arena: Arena) -> None:
    """What was queued before can't be executed, and what is refused spoils the transaction."""
    other = arena.client("other")
    other.call("MULTI")
    other.call("SET", "k", "v")
    start(arena, "EVAL", FOREVER, "0")
    arena.expect_error("busy-in-exec", "EXEC", client="other")
    assert other.call("MULTI") == Simple(b"OK")
    arena.expect_error("busy-script", "ECHO", "x", client="other")
    assert other.call("DISCARD") == Simple(b"OK")
    assert other.call("WATCH", "k") == Simple(b"OK")
    assert arena.call("SCRIPT", "KILL") == Simple(b"OK")
    assert ended(arena).startswith(killed(arena))


@pytest.mark.clause(since="7.0.0", requires=("config-set",))
def test_requests_behind_a_slow_script_wait(arena: Arena) -> None:
    """The client that runs it gets its replies in order."""
    start(arena, "EVAL", FOREVER, "0")
    runner = arena.client("runner")
    runner.send("ECHO", "later")
    arena.expect_error("busy-script", "PING")
    assert arena.call("SCRIPT", "KILL") == Simple(b"OK")
    assert ended(arena).startswith(killed(arena))
    assert error_line(runner.receive()) is None
