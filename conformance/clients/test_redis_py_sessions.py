"""The same scripted sessions with redis-py's blocking and asynchronous clients."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("redis", reason="redis-py is not installed")

from redis.exceptions import ResponseError

from conformance.case import Case
from conformance.clients.redis_py import connected, connected_async
from conformance.clients.sessions import SESSIONS
from conformance.from_spec.parametrize import cases_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.arena import Arena
    from conformance.clients.session import Session
    from conformance.run import Run


def _cases(kind: str) -> Callable[[Run], list[Case]]:
    """A case for each session; `kind` tells the client in its id."""
    return lambda run: [
        Case(
            f"clients/redis-py/{kind}/{name}",
            kind="scenario",
            group="clients",
            requires=("client-list",),
            commands=session.needs,
            body=session,
        )
        for name, session in SESSIONS.items()
    ]


@cases_from(_cases("sync"))
def test_sync(case: Case, arena: Arena) -> None:
    """Every call of the session, on the blocking client."""
    session: Session = case.body
    with connected(arena, single_connection_client=True) as client:
        for call in session.calls:
            arena.at(str(call))
            try:
                got = getattr(client, call.method)(*call.words, **call.options)
            except ResponseError as error:
                call.check_error(str(error))
            else:
                call.check(arena.protocol, got)


@cases_from(_cases("async"))
def test_async(case: Case, arena: Arena) -> None:
    """Every call of the session, on the asynchronous client."""
    session: Session = case.body

    async def run() -> None:
        async with connected_async(arena, single_connection_client=True) as client:
            for call in session.calls:
                arena.at(str(call))
                try:
                    got = await getattr(client, call.method)(*call.words, **call.options)
                except ResponseError as error:
                    call.check_error(str(error))
                else:
                    call.check(arena.protocol, got)

    asyncio.run(run())
