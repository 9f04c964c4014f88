"""redis-py's connections: how they begin, are shared, block, break and come back."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("redis", reason="redis-py is not installed")

import redis
from redis.backoff import NoBackoff
from redis.exceptions import AuthenticationError, ResponseError, WatchError
from redis.retry import Retry

from conformance.clients.redis_py import connected, connected_async

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conformance.arena import Arena

JOIN_SECONDS = 5.0


@contextmanager
def in_background(work: Callable[[], object]) -> Iterator[list[object]]:
    """Runs `work` in a thread; what it returns is in the list once the block is left."""
    results: list[object] = []
    thread = Thread(target=lambda: results.append(work()), daemon=True)
    thread.start()
    try:
        yield results
    finally:
        thread.join(JOIN_SECONDS)


def until_blocked(arena: Arena) -> None:
    """Waits until a client is blocked. Raises Difference if none is."""

    def blocked() -> bool:
        return b"blocked_clients:1" in getattr(arena.control.call("INFO", "clients"), "data", b"")

    arena.until(blocked, what="a blocked client")


# -- how they begin -------------------------------------------------------------------------------


@pytest.mark.clause(commands=("client|setinfo",))
def test_introduces_itself(arena: Arena) -> None:
    """HELLO, CLIENT SETINFO, CLIENT SETNAME and SELECT, as redis-py sends them when it connects."""
    with connected(arena, client_name="tester") as client:
        info = client.client_info()
        assert isinstance(info, dict)
        assert info["name"] == "tester"
        assert info["lib-name"].startswith("redis-py")
        assert info["lib-ver"] == redis.__version__
        assert str(info["resp"]) == str(arena.protocol)


@pytest.mark.clause(requires=("whole-server",))
def test_other_database(arena: Arena) -> None:
    """A client of another database sees its own keys; `db` is restored by a reconnect."""
    with connected(arena, db=3) as client, connected(arena) as other:
        client.set("k", "v")
        assert other.get("k") is None
        client.connection_pool.disconnect()
        assert client.get("k") == "v"


@pytest.mark.clause(error=True, requires=("config-set", "owned"))
def test_password(arena: Arena) -> None:
    """No password, a wrong one, the right one, and with the user's name."""
    arena.configure({"requirepass": "secret"})
    with connected(arena) as client, pytest.raises(AuthenticationError, match=r"(?i)authenticat"):
        client.ping()
    with connected(arena, password="wrong") as client, pytest.raises(AuthenticationError) as wrong:
        client.ping()
    assert "invalid username-password pair or user is disabled" in str(wrong.value)
    with connected(arena, password="secret") as client:
        assert client.ping()
    with connected(arena, username="default", password="secret") as client:
        assert client.ping()
        assert client.auth("secret") is True


@pytest.mark.clause(requires=("config-set", "owned"))
def test_password_async(arena: Arena) -> None:
    """The asynchronous client gives its password, too."""
    arena.configure({"requirepass": "secret"})

    async def run() -> None:
        async with connected_async(arena, password="secret") as client:
            assert await client.ping()
        async with connected_async(arena, password="wrong") as client:
            with pytest.raises(AuthenticationError):
                await client.ping()

    asyncio.run(run())


@pytest.mark.clause(requires=("owned",))
def test_unix_socket(arena: Arena) -> None:
    """The server's Unix socket serves the same keys."""
    with connected(arena) as client:
        path = client.config_get("unixsocket").get("unixsocket")
        if not path:
            pytest.skip("the server has no Unix socket")
        if not Path(path).is_socket():
            pytest.skip("the server's Unix socket is not on this machine's file system")
        client.set("k", "v")
        with connected(arena, unix_socket_path=path) as local:
            assert local.get("k") == "v"
            assert path in local.client_info()["addr"]


@pytest.mark.clause
def test_bytes(arena: Arena) -> None:
    """Keys and values are any bytes, and come back as they went."""
    everything = bytes(range(256)) * 300
    with connected(arena, decode_responses=False) as client:
        client.set(b"\x00\r\n\xff", everything)
        assert client.get(b"\x00\r\n\xff") == everything
        client.hset("h", mapping={b"\r\n": b"", b"": b"$-1\r\n"})
        assert client.hgetall("h") == {b"\r\n": b"", b"": b"$-1\r\n"}
        assert sorted(client.keys()) == [b"\x00\r\n\xff", b"h"]


# -- pipelines and transactions -------------------------------------------------------------------


@pytest.mark.clause
def test_pipeline(arena: Arena) -> None:
    """A thousand commands at once, with and without MULTI; errors stand where they belong."""
    with connected(arena) as client:
        for transaction in (False, True):
            pipe = client.pipeline(transaction=transaction)
            for number in range(500):
                pipe.set(f"k{number}", number)
                pipe.get(f"k{number}")
            results = pipe.execute()
            assert results[::2] == [True] * 500
            assert results[1::2] == [str(number) for number in range(500)]
        pipe = client.pipeline()
        pipe.set("text", "x").incr("text").get("text")
        ok, error, text = pipe.execute(raise_on_error=False)
        assert (ok, text) == (True, "x")
        assert str(error).endswith("value is not an integer or out of range")


@pytest.mark.clause(error=True)
def test_refused_transaction(arena: Arena) -> None:
    """A command that is refused when it is queued makes EXEC fail, and nothing is done."""
    with connected(arena) as client:
        pipe = client.pipeline()
        pipe.set("k", "v")
        pipe.execute_command("GET")
        with pytest.raises(ResponseError, match="wrong number of arguments for 'get' command"):
            pipe.execute()
        assert client.exists("k") == 0


@pytest.mark.clause
def test_watch(arena: Arena) -> None:
    """A key that changed under WATCH fails the transaction; `transaction` tries again."""
    with connected(arena) as client, connected(arena) as other:
        client.set("balance", 10)
        with client.pipeline() as pipe:
            pipe.watch("balance")
            before = int(pipe.get("balance"))
            other.incr("balance")
            pipe.multi()
            pipe.set("balance", before - 5)
            with pytest.raises(WatchError):
                pipe.execute()
        attempts: list[int] = []

        def withdraw(pipe: Any) -> None:
            before = int(pipe.get("balance"))
            if not attempts:
                other.incr("balance")
            attempts.append(before)
            pipe.multi()
            pipe.set("balance", before - 5)

        assert client.transaction(withdraw, "balance") == [True]
        assert attempts == [11, 12]
        assert client.get("balance") == "7"


@pytest.mark.clause
def test_watch_async(arena: Arena) -> None:
    """The asynchronous client's pipelines, transactions and WATCH."""

    async def run() -> None:
        async with connected_async(arena) as client, connected_async(arena) as other:
            async with client.pipeline(transaction=True) as pipe:
                results = await pipe.set("k", "1").incr("k").get("k").execute()
                assert results == [True, 2, "2"]
                await pipe.watch("k")
                await other.set("k", "9")
                pipe.multi()
                pipe.set("k", "3")
                with pytest.raises(WatchError):
                    await pipe.execute()
            assert await client.get("k") == "9"

    asyncio.run(run())


# -- waiting --------------------------------------------------------------------------------------


@pytest.mark.clause(requires=("whole-server",))
def test_blocks_until_pushed(arena: Arena) -> None:
    """BLPOP, BLMOVE and BZPOPMIN in one thread, served by another client."""
    with connected(arena) as waiting, connected(arena) as client:
        with in_background(lambda: waiting.blpop(["a", "b"], 5)) as got:
            until_blocked(arena)
            client.rpush("b", "1", "2")
        assert [list(one) for one in got] == [["b", "1"]]  # type: ignore[call-overload]
        with in_background(lambda: waiting.blmove("a", "c", 5)) as got:
            until_blocked(arena)
            client.rpush("a", "x")
        assert (got, client.lrange("c", 0, -1)) == (["x"], ["x"])
        with in_background(lambda: waiting.bzpopmin("z", 5)) as got:
            until_blocked(arena)
            client.zadd("z", {"m": 1.5})
        assert [list(one) for one in got] == [["z", "m", 1.5]]  # type: ignore[call-overload]


@pytest.mark.clause(requires=("whole-server",))
def test_blocks_until_pushed_async(arena: Arena) -> None:
    """Several tasks wait in turn; each gets one element, first come, first served."""

    async def run() -> list[Any]:
        async with connected_async(arena) as waiting, connected_async(arena) as client:
            tasks = []
            for number in range(3):
                tasks.append(asyncio.create_task(waiting.blpop("l", 5)))
                while (await client.info("clients"))["blocked_clients"] <= number:
                    await asyncio.sleep(0)
            await client.rpush("l", "1", "2", "3")
            return [list(one) for one in await asyncio.gather(*tasks)]

    assert asyncio.run(run()) == [["l", "1"], ["l", "2"], ["l", "3"]]


# -- iterating ------------------------------------------------------------------------------------


@pytest.mark.clause
def test_scan_iterators(arena: Arena) -> None:
    """SCAN, SSCAN, HSCAN and ZSCAN walk over a thousand elements, each seen at least once."""
    names = [f"n:{number}" for number in range(1000)]
    with connected(arena) as client:
        client.mset(dict.fromkeys(names, "v"))
        client.sadd("s", *names)
        client.hset("h", mapping=dict.fromkeys(names, "v"))
        client.zadd("z", dict.fromkeys(names, 1.0))
        assert set(client.scan_iter(match="n:*", count=100)) == set(names)
        assert set(client.scan_iter(count=1000)) == {*names, "s", "h", "z"}
        assert set(client.scan_iter(_type="zset")) == {"z"}
        assert set(client.sscan_iter("s")) == set(names)
        assert dict(client.hscan_iter("h", count=7)) == dict.fromkeys(names, "v")
        assert dict(client.zscan_iter("z")) == dict.fromkeys(names, 1.0)
        assert set(client.sscan_iter("s", match="n:99?")) == set(names[990:])


# -- breaking and coming back ---------------------------------------------------------------------


@pytest.mark.clause
def test_comes_back_after_kill(arena: Arena) -> None:
    """A killed connection is noticed at the next command, which is then sent on a new one."""
    with connected(arena) as client, connected(arena) as other:
        client.set("k", "v")
        first = client.client_id()
        assert other.client_kill_filter(_id=str(first)) == 1
        assert client.get("k") == "v"
        assert client.client_id() != first


@pytest.mark.clause
def test_comes_back_after_kill_async(arena: Arena) -> None:
    """The asynchronous client comes back, too."""

    async def run() -> None:
        async with connected_async(arena) as client, connected_async(arena) as other:
            first = await client.client_id()
            assert await other.client_kill_filter(_id=str(first)) == 1
            assert await client.ping()
            assert await client.client_id() != first

    asyncio.run(run())


@pytest.mark.clause(error=True, requires=("whole-server",))
def test_killed_while_blocked(arena: Arena) -> None:
    """CLIENT UNBLOCK with an error ends a wait; so does CLIENT KILL, with the connection."""
    with connected(arena, retry=Retry(NoBackoff(), 0)) as waiting, connected(arena) as client:

        def wait() -> object:
            try:
                return waiting.blpop("none", 5)
            except redis.RedisError as error:
                return error

        identity = waiting.client_id()
        with in_background(wait) as got:
            until_blocked(arena)
            assert client.client_unblock(identity, error=True) == 1
        assert str(got[0]) == "UNBLOCKED client unblocked via CLIENT UNBLOCK"
        with in_background(wait) as got:
            until_blocked(arena)
            assert client.client_kill_filter(_id=str(identity)) == 1
        assert isinstance(got[0], redis.ConnectionError)


@pytest.mark.clause
def test_health_check(arena: Arena) -> None:
    """With a health check due, PING goes before each command, on whatever connection."""
    with connected(arena, health_check_interval=0.000_001) as client:
        for number in range(5):
            client.set("k", number)
        assert client.get("k") == "4"


@pytest.mark.clause
def test_pool(arena: Arena) -> None:
    """Many threads share a few connections, and every one gets its own answers."""
    with connected(arena, client_name="pooled") as template:
        options = template.connection_pool.connection_kwargs
        kind = template.connection_pool.connection_class
        pool: Any = redis.BlockingConnectionPool(  # type: ignore[no-untyped-call]
            max_connections=3, timeout=10, connection_class=kind, **options
        )
        client = redis.Redis(connection_pool=pool)
        wrong: list[object] = []

        def work(number: int) -> None:
            for turn in range(20):
                client.set(f"k{number}", turn)
                if client.get(f"k{number}") != str(turn):
                    wrong.append((number, turn))

        threads = [Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        count = sum(one["name"] == "pooled" for one in client.client_list())
        pool.disconnect()
        assert wrong == []
        assert count <= 3


@pytest.mark.clause(requires=("config-set",))
def test_config(arena: Arena) -> None:
    """CONFIG SET of one and of several parameters, read back, and told by encodings."""
    with connected(arena) as client:
        arena.configure({"hash-max-listpack-entries": "2"})
        assert client.config_get("hash-max-listpack-entries") == {"hash-max-listpack-entries": "2"}
        client.hset("h", mapping={"a": "1", "b": "2"})
        assert client.object("encoding", "h") == "listpack"
        client.hset("h", "c", "3")
        assert client.object("encoding", "h") == "hashtable"
        with pytest.raises(ResponseError, match="CONFIG SET failed"):
            client.config_set("hash-max-listpack-entries", "many")
