"""Which gate wins when two would refuse: the order that behaviour/gates.yaml states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conformance.case import Case
from conformance.from_spec.parametrize import cases_from
from conformance.wire.values import Simple, error_line
from spec.model.load import behaviour

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.run import Run

WAIT_SECONDS = 0.05  # what a postponed request is watched for


def order_cases(run: Run) -> list[Case]:
    """One case for each pair of gates whose order is stated."""
    release = run.spec().release
    return [
        Case(
            clause=f"behaviour/gates/order/{item['id']}",
            kind="gates",
            error_case="error" in item,
            command="",
            group="behaviour",
            requires=("config-set", "reset") if "config" in item else (),
            commands=_needed(item),
            absent="" if release.applies(item) else f"not a clause of {release}",
            body=item,
        )
        for item in behaviour("gates")["order"]
    ]


def _needed(item: dict[str, Any]) -> tuple[str, ...]:
    """The commands of the requests, the one apart that is there to be unknown."""
    requests = [*item.get("before", [])]
    if item.get("error") != "unknown-command":
        requests.append(item["send"])
    return tuple(dict.fromkeys(words[0].lower() for words in requests))


@cases_from(order_cases)
def test_order(case: Case, arena: Arena) -> None:
    """The request is refused by the earlier gate, or waits where that is what the gate does."""
    entry: dict[str, Any] = case.body
    client = arena.client("main")
    arena.configure(entry.get("config", {}))
    if "requirepass" in entry.get("config", {}):
        # Who is connected stays authenticated; a connection that was reset isn't.
        assert client.call("RESET") == Simple(b"RESET")
        arena.expect_error(entry["error"], *entry["send"])
        arena.disconnect("main")
        return
    for words in entry.get("before", []):
        assert error_line(client.call(*words)) is None
    if "error" in entry:
        arena.expect_error(entry["error"], *entry["send"])
        return
    try:
        client.send(*entry["send"])
        assert client.quiet(WAIT_SECONDS) is None
    finally:
        arena.control.call("CLIENT", "UNPAUSE")
    assert client.receive() == Simple(b"QUEUED")
