"""redis-py's clients, connected to the server that a test is given.

They are untyped here: what redis-py's annotations promise changes from release to release.
"""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

import redis
import redis.asyncio
import redis.asyncio.retry
import redis.retry
from redis.backoff import NoBackoff

from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from conformance.arena import Arena

TIMEOUT_SECONDS = 10.0
ATTEMPTS = 3  # after the first; at once, where redis-py by default waits longer each time


def _options(arena: Arena, options: dict[str, Any]) -> dict[str, Any]:
    """Where the server is and how to talk to it, unless the test wants it otherwise."""
    address = arena.server.address
    where: dict[str, Any] = {"db": address.db or 0}
    if isinstance(address, Tcp):
        where |= {"host": address.host, "port": address.port}
    else:
        where |= {"unix_socket_path": address.path}
    how = {
        "protocol": arena.protocol,
        "decode_responses": True,
        "socket_timeout": TIMEOUT_SECONDS,
    }
    return where | how | options


@contextmanager
def connected(arena: Arena, **options: Any) -> Iterator[Any]:
    """A blocking client, whose connections are closed at the end."""
    retry = redis.retry.Retry(NoBackoff(), ATTEMPTS)
    client = redis.Redis(**_options(arena, {"retry": retry, **options}))
    try:
        yield client
    finally:
        client.close()
        client.connection_pool.disconnect()


@asynccontextmanager
async def connected_async(arena: Arena, **options: Any) -> AsyncIterator[Any]:
    """An asynchronous client, whose connections are closed at the end."""
    retry = redis.asyncio.retry.Retry(NoBackoff(), ATTEMPTS)
    client = redis.asyncio.Redis(**_options(arena, {"retry": retry, **options}))
    try:
        yield client
    finally:
        await client.aclose()
        await client.connection_pool.disconnect()
