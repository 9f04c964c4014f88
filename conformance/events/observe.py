"""Runs an example and writes down the events of each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.steps import run_steps
from conformance.wire.render import quoted
from conformance.wire.values import Array, Bulk, Push

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from conformance.arena import Arena

CHANNELS = "__keyevent@*"
END = "__keyevent@end__"
"""A channel of our own: its message comes after those of all events before it."""

Events = dict[int, list[str]]
"""By the number of the step, from 1: each event with its key, and the database if it isn't 0."""


def observe(
    arena: Arena, steps: Sequence[Mapping[str, Any]], config: Mapping[str, str], classes: str
) -> Events:
    """The events of these classes while the steps run; a step without any is left out."""
    arena.configure({**config, "notify-keyspace-events": "E" + classes})
    listener = arena.client("listener")
    listener.call("PSUBSCRIBE", CHANNELS)
    events: Events = {}

    def collect(number: int) -> None:
        arena.control.call("PUBLISH", END, "")
        told = []
        while True:
            push = listener.receive_push()
            assert isinstance(push, Push | Array)
            texts = [item.data for item in push.items if isinstance(item, Bulk)]
            channel, key = texts[2], texts[3]
            if channel == END.encode():
                break
            where, _, event = channel.decode("latin1").partition("__:")
            database = where.removeprefix("__keyevent@")
            told.append(f"{event} {quoted(key)}" + (f" in {database}" if database != "0" else ""))
        if told:
            events[number] = told

    run_steps(arena, steps, collect)
    listener.call("PUNSUBSCRIBE", CHANNELS)
    return events
