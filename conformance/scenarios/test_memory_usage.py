"""MEMORY USAGE: every server has its own figures, but they follow what is in the value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.wire.values import Integer

if TYPE_CHECKING:
    from conformance.arena import Arena

MANY = 400


def usage(arena: Arena, key: str, *words: str) -> int:
    reply = arena.client().call("MEMORY", "USAGE", key, *words)
    assert isinstance(reply, Integer), reply
    return reply.value


@pytest.mark.clause(commands=("memory|usage", "xadd"))
def test_streams(arena: Arena) -> None:
    """A stream takes more with more entries, of all samples or some; what is pending counts."""
    client = arena.client()
    found: list[list[int]] = []
    for _ in range(4):
        for _ in range(MANY):
            client.call("XADD", "s", "*", "field", "value" * 10)
        found.append([usage(arena, "s", *words) for words in ((), ("SAMPLES", "0"))])
    for figures in zip(*found, strict=True):
        assert sorted(set(figures)) == list(figures)
        assert figures[0] > MANY * 50
    client.call("XGROUP", "CREATE", "s", "g", "0")
    grouped = usage(arena, "s")
    assert grouped > found[-1][0]
    client.call("XREADGROUP", "GROUP", "g", "alice", "COUNT", str(MANY), "STREAMS", "s", ">")
    assert usage(arena, "s") > grouped + MANY * 20


@pytest.mark.clause(commands=("memory|usage",))
def test_samples(arena: Arena) -> None:
    """Of all elements the large one at the end is seen, of one element it isn't."""
    client = arena.client()
    large = "y" * 100_000
    client.call("RPUSH", "l", *["x" * 5000] * MANY, large)
    few, every = usage(arena, "l", "SAMPLES", "1"), usage(arena, "l", "SAMPLES", "0")
    assert every >= MANY * 5000 + len(large) > few / 2
    assert every > few


@pytest.mark.clause(commands=("memory|usage",))
@pytest.mark.parametrize(
    "call", ["RPUSH k {}", "SADD k {}", "HSET k {} v", "ZADD k 1 {}", "APPEND k {}"]
)
def test_growing(arena: Arena, call: str) -> None:
    """A value of a hundred elements more is larger by about as much as they take."""
    client = arena.client()
    figures = []
    for number in range(300):
        client.call(*call.format(f"{number:0100}").split())
        if number % 100 == 99:
            figures.append(usage(arena, "k", "SAMPLES", "0"))
    assert figures[0] >= 10_000
    assert figures[1] >= figures[0] + 5_000
    assert figures[2] >= figures[1]  # room that was left from the last time may do
