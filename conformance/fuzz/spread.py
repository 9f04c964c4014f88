"""A campaign's parts on several pairs of servers at once: on dask's workers, here or elsewhere.

A worker keeps its pair of servers from part to part. Workers on other machines need this
repository at the same commit; the servers are started where the workers are.
"""

from __future__ import annotations

import contextlib
import logging
from itertools import islice
from typing import TYPE_CHECKING

from conformance.blame import ClientError
from conformance.fuzz.parts import Pair, Part, Plan
from conformance.targets.resolve import open_target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from distributed import Client, Future

    from conformance.fuzz.account import Account
    from conformance.fuzz.trial import Cause

AHEAD = 2
"""Parts given to each worker: it has the next one when it is done with one."""
_NEEDED = "several pairs of servers need dask.distributed: pip install '.[campaign]'"


@contextlib.contextmanager
def cluster(jobs: int, scheduler: str | None) -> Iterator[Client]:
    """So many workers on this machine, or those that a scheduler has. Raises ClientError."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise ClientError(_NEEDED) from None
    with contextlib.ExitStack() as stack:
        if scheduler is None:
            # A process each: what a worker does is Python, and one at a time would do it.
            local = LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                dashboard_address=None,  # it would listen on every address
                silence_logs=logging.ERROR,
            )
            yield stack.enter_context(Client(stack.enter_context(local)))
            return
        try:
            yield stack.enter_context(Client(scheduler, timeout="10s"))
        except OSError as error:
            raise ClientError(f"no scheduler at {scheduler}: {error}") from error


def play(client: Client, plan: Plan, known: Collection[Cause]) -> Iterator[Account]:
    """The accounts of the plan's parts, as they come; `known` may grow meanwhile."""
    from distributed import as_completed

    refuse_shared(plan)
    client.wait_for_workers(1, timeout=60)
    parts = plan.parts()

    def given(part: Part) -> Future[Account]:
        return client.submit(play_part, plan, part, frozenset(known), pure=False)

    places = AHEAD * sum(client.nthreads().values())
    try:
        running = as_completed([given(part) for part in islice(parts, places)])
        for future in running:
            yield future.result()
            for part in islice(parts, 1):
                running.add(given(part))
    finally:
        client.run(close_pairs)


def refuse_shared(plan: Plan) -> None:
    """Several pairs cannot share a server that is there already. Raises ClientError."""
    for text in (plan.target, plan.against):
        if not open_target(text).owned:
            raise ClientError(f"{text} is one server; each job needs one of its own")


# -- on the workers

_pairs: list[tuple[Plan, Pair]] = []
"""Pairs of this process that are free."""


def play_part(plan: Plan, part: Part, known: frozenset[Cause]) -> Account:
    """Play a part on this worker's pair, or on another if its threads have more to do."""
    pair = _free(plan)
    try:
        account = pair.play(part, known)
    except BaseException:
        pair.close()
        raise
    _pairs.append((plan, pair))
    return account


def _free(plan: Plan) -> Pair:
    for _ in range(len(_pairs)):
        found, pair = _pairs.pop()
        if found == plan:
            return pair
        pair.close()
    return Pair(plan)


def close_pairs() -> None:
    """Stop this worker's servers."""
    while _pairs:
        _pairs.pop()[1].close()
