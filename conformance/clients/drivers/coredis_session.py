"""A session with coredis: ``python -m conformance.clients.drivers.coredis_session HOST PORT 3``.

coredis speaks nothing but RESP3.
"""

from __future__ import annotations

import asyncio
import sys
import warnings
from typing import Any

from conformance.clients.drivers.report import show, step

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import coredis
    from coredis.cache import LRUCache
    from coredis.tokens import PureToken

SCRIPT = "return {KEYS[1], ARGV[1], redis.call('GET', KEYS[1])}"
LIBRARY = (
    "#!lua name=cored\n"
    "redis.register_function('twice', function(keys, args) return args[1] * 2 end)"
)


async def session(host: str, port: int) -> None:
    """Every type of value, a transaction, scripts, messages and client-side caching."""
    client = coredis.Redis(host, port, decode_responses=True, client_name="coredis")
    async with client:
        await values(client)
        await scripts(client)
        await messages(client)
        await caching(client, host, port)
        await step("flushdb", client.flushdb())
    show("end", True)


async def values(client: Any) -> None:
    """A few commands of each type of value, and transactions."""
    await step("ping", client.ping())
    await step("name", client.client_getname())
    await step("set", client.set("s", "välue", ex=100, condition=PureToken.NX))
    await step("set nx", client.set("s", "other", condition=PureToken.NX))
    await step("get", client.get("s"))
    await step("ttl", client.ttl("s"), lambda seconds: seconds > 90)
    await step("mset", client.mset({"a": "1", "b": "2"}))
    await step("mget", client.mget(["a", "none", "b"]))
    await step("incr", client.incrby("a", 41))
    await step("incr text", client.incr("s"))
    await step("setbit", client.setbit("bits", 9, 1))
    await step("rpush", client.rpush("l", ["x", "y", "z"]))
    await step("lrange", client.lrange("l", 0, -1))
    await step("blpop", client.blpop(["none", "l"], 1))
    await step("blpop nothing", client.blpop(["none"], 0.01))
    await step("hset", client.hset("h", {"f": "1", "g": "2"}))
    await step("hgetall", client.hgetall("h"))
    await step("hexpire", client.hexpire("h", 100, ["g", "none"]))
    await step("sadd", client.sadd("set", ["1", "2", "3"]))
    await step("smembers", client.smembers("set"))
    await step("zadd", client.zadd("z", {"one": 1, "two": 2.5}))
    await step("zrange", client.zrange("z", 0, -1, withscores=True))
    await step("wrong type", client.lpush("z", ["x"]))
    places = [(13.361389, 38.115556, "Palermo"), (15.087269, 37.502669, "Catania")]
    await step("geoadd", client.geoadd("geo", places))
    await step("geodist", client.geodist("geo", "Palermo", "Catania"))
    near = client.geosearch(
        "geo", member="Palermo", radius=200, circle_unit=PureToken.KM, order=PureToken.ASC
    )
    await step("geosearch", near)
    await step("pfadd", client.pfadd("hll", "a", "b", "c"))
    await step("pfcount", client.pfcount(["hll"]))
    await step("xadd", client.xadd("x", {"f": "v"}, identifier="1-1"))
    await step("xread", client.xread({"x": "0"}))
    await step("xgroup", client.xgroup_create("x", "g", "0"))
    await step("xreadgroup", client.xreadgroup("g", "c", {"x": ">"}))
    await step("xack", client.xack("x", "g", ["1-1"]))

    async with client.pipeline(transaction=True, raise_on_error=False) as pipe:
        queued = [pipe.set("t", "1"), pipe.incr("t"), pipe.hgetall("h"), pipe.lpush("t", ["x"])]
    for number, each in enumerate(queued, 1):
        await step(f"multi {number}", each)
    try:
        async with client.pipeline(transaction=True) as pipe, pipe.watch("t"):
            await client.set("t", "9")
            pipe.incr("t")
    except coredis.exceptions.WatchError as refused:
        show("watch", refused)


async def scripts(client: Any) -> None:
    """A script by its text and by its SHA, and a function."""
    await step("eval", client.eval(SCRIPT, ["t"], ["arg"]))
    script = client.register_script(SCRIPT)
    await step("script", script(["t"], ["again"]))
    await step("script error", client.eval("return redis.call('INCR', KEYS[1])", ["h"]))
    await step("function load", client.function_load(LIBRARY, replace=True))
    await step("fcall", client.fcall("twice", args=["21"]))
    await step("function delete", client.function_delete("cored"))


async def messages(client: Any) -> None:
    """Messages by channel and by pattern."""
    async with client.pubsub(channels=["news"], patterns=["n?ws"]) as subscriber:
        await step("publish", client.publish("news", "hello"))
        received = [await subscriber.get_message(timeout=5) for _ in range(4)]
        show("received", received)
        await step("channels", client.pubsub_channels())
        await step("numsub", client.pubsub_numsub("news", "none"))


async def caching(client: Any, host: str, port: int) -> None:
    """A client whose cache the server invalidates."""
    cache = LRUCache()
    async with coredis.Redis(host, port, decode_responses=True, cache=cache) as cached:
        await step("read", cached.get("t"))
        await step("read again", cached.get("t"))
        show("hits", cache.stats.hits[b"t"])
        await step("set by another", client.set("t", "changed"))
        # The invalidation comes when it comes; until then the cache may answer.
        async with asyncio.timeout(5):
            while await cached.get("t") != "changed":
                await asyncio.sleep(0)
        show("invalidated", True)


if __name__ == "__main__":
    asyncio.run(session(sys.argv[1], int(sys.argv[2])))
