"""The suite in several processes at once, by pytest-xdist: ``pytest conformance -n 2 --target=…``.

Every worker starts servers of its own and tries its part of the cases. What it has found out goes
to the controller, which tries none and reports for all.
"""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Any

from conformance.blame import ClientError
from conformance.targets.resolve import open_target

if TYPE_CHECKING:
    import pytest

    from conformance.run import Run, Settings, Share

_KEY = "conformance"
_WAITING = ("clients", "scenarios")


def is_worker(config: pytest.Config) -> bool:
    """Whether this process tries cases for another that reports."""
    return hasattr(config, "workerinput")


def is_controller(config: pytest.Config) -> bool:
    """Whether this process only reports what workers find out."""
    return bool(config.getoption("numprocesses", None)) and not is_worker(config)


def refuse_if_shared(settings: Settings) -> None:
    """Raises ClientError where workers would be in each other's way."""
    if settings.against is not None:
        raise ClientError("--against compares within one process: leave -n away")
    if not open_target(settings.target).owned:
        raise ClientError(f"several processes can't share {settings.target}: leave -n away")


def workers() -> int:
    """How many `-n auto` stands for: one more than there are processors, since tests also wait."""
    usable = hasattr(os, "sched_getaffinity")  # Linux
    return (len(os.sched_getaffinity(0)) if usable else os.cpu_count() or 1) + 1


def spread(items: list[pytest.Item]) -> None:
    """Put those that mostly wait evenly among the others, in the order each of the two has.

    Scenarios wait for servers to start, for time to pass, for clients to be blocked. When all of
    them came last, half of the processors' time went unused for a third of a run.
    """
    kinds: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        kinds[item.path.parent.name in _WAITING].append(item)
    places = {
        id(item): place / len(kind) for kind in kinds.values() for place, item in enumerate(kind)
    }
    items.sort(key=lambda item: places[id(item)])


def spare_hypothesis(config: pytest.Config) -> None:
    """Drop its plugin where no test was run, and none has failed whose example it could show.

    It would load all of Hypothesis to find out, half a second when everything else has ended.
    """
    plugin = config.pluginmanager.get_plugin("hypothesispytest")
    if is_controller(config) and plugin is not None:
        config.pluginmanager.unregister(plugin)


def hand_over(config: pytest.Config, run: Run) -> None:
    """Leave a worker's share for the controller."""
    output: dict[str, Any] = config.workeroutput  # type: ignore[attr-defined]
    output[_KEY] = pickle.dumps(run.share())


def take_over(node: Any, run: Run) -> None:
    """Take over a worker's share; one that died has left none."""
    data = getattr(node, "workeroutput", {}).get(_KEY)
    if data is None:
        run.results.problems.append(f"{node.gateway.id} ended without a report")
        return
    share: Share = pickle.loads(data)
    run.absorb(share)
