"""A session with valkey-glide.

python -m conformance.clients.drivers.glide_session HOST PORT PROTOCOL
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from glide import (
    Batch,
    ExpirySet,
    ExpiryType,
    GeospatialData,
    GlideClient,
    GlideClientConfiguration,
    NodeAddress,
    ProtocolVersion,
    Script,
)

from conformance.clients.drivers.report import show, step

SCRIPT = "return {KEYS[1], ARGV[1], redis.call('GET', KEYS[1])}"
LIBRARY = (
    "#!lua name=glided\n"
    "redis.register_function('twice', function(keys, args) return args[1] * 2 end)"
)
SHARED = GlideClientConfiguration.PubSubChannelModes


async def connect(host: str, port: int, protocol: int, **options: Any) -> Any:
    """A client of its own connection; glide gets messages in RESP3 only."""
    version = ProtocolVersion.RESP3 if protocol == 3 else ProtocolVersion.RESP2
    where = [NodeAddress(host, port)]
    configuration: Any = GlideClientConfiguration
    return await GlideClient.create(
        configuration(where, protocol=version, request_timeout=5000, **options)
    )


async def session(host: str, port: int, protocol: int) -> None:
    """Every type of value, a transaction, scripts and messages."""
    client = await connect(host, port, protocol, client_name="glide")
    await values(client)
    await scripts(client)
    if protocol == 3:
        await messages(client, host, port)
        await tracking(client)
    await step("flushdb", client.flushdb())
    await client.close()
    show("end", True)


async def values(client: Any) -> None:
    """A few commands of each type of value, a transaction and a pipeline."""
    await step("ping", client.ping())
    await step("name", client.client_getname())
    await step("unknown", client.custom_command(["NO-SUCH", "a"]))

    await step("set", client.set("s", "välue", expiry=ExpirySet(ExpiryType.SEC, 100)))
    await step("get", client.get("s"))
    await step("ttl", client.ttl("s"), lambda seconds: seconds > 90)
    await step("mset", client.mset({"a": "1", "b": "2"}))
    await step("mget", client.mget(["a", "none", "b"]))
    await step("incr", client.incrby("a", 41))
    await step("incr text", client.incr("s"))
    await step("incrbyfloat", client.incrbyfloat("a", 0.5))
    await step("setbit", client.setbit("bits", 9, 1))
    await step("bitcount", client.bitcount("bits"))
    await step("rpush", client.rpush("l", ["x", "y", "z"]))
    await step("lrange", client.lrange("l", 0, -1))
    await step("lpop", client.lpop_count("l", 2))
    await step("blpop", client.blpop(["none", "l"], 1))
    await step("hset", client.hset("h", {"f": "1", "g": "2"}))
    await step("hgetall", client.hgetall("h"))
    await step("sadd", client.sadd("set", ["1", "2", "3"]))
    await step("smembers", client.smembers("set"))
    await step("zadd", client.zadd("z", {"one": 1, "two": 2.5}))
    await step("zscore", client.zscore("z", "two"))
    await step("zpopmin", client.zpopmin("z"))
    await step("wrong type", client.lpush("z", ["x"]))
    places = {"Palermo": GeospatialData(13.361389, 38.115556), "Catania": GeospatialData(15, 37)}
    await step("geoadd", client.geoadd("geo", places))
    await step("geodist", client.geodist("geo", "Palermo", "Catania"))
    await step("geopos", client.geopos("geo", ["Palermo", "none"]))
    await step("pfadd", client.pfadd("hll", ["a", "b", "c"]))
    await step("pfcount", client.pfcount(["hll"]))
    await step("xadd", client.custom_command(["XADD", "x", "1-1", "f", "v"]))
    await step("xread", client.xread({"x": "0"}))
    await step("xgroup", client.xgroup_create("x", "g", "0"))
    await step("xreadgroup", client.xreadgroup({"x": ">"}, "g", "c"))
    await step("xack", client.xack("x", "g", ["1-1"]))

    batch = Batch(is_atomic=True).set("t", "1").incr("t").hgetall("h").lpush("t", ["x"]).get("none")
    await step("multi", client.exec(batch, raise_on_error=False))
    await step("pipeline", client.exec(Batch(is_atomic=False).incr("t").get("t"), True))


async def scripts(client: Any) -> None:
    """A script and a function."""
    script: Any = Script
    await step("script", client.invoke_script(script(SCRIPT), keys=["t"], args=["arg"]))
    await step("function load", client.function_load(LIBRARY, replace=True))
    await step("fcall", client.fcall("twice", arguments=["21"]))
    await step("function delete", client.function_delete("glided"))


async def messages(client: Any, host: str, port: int) -> None:
    """Messages by channel and by pattern."""
    received: asyncio.Queue[list[Any]] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def deliver(message: Any, _: Any) -> None:
        parts = [message.pattern, message.channel, message.message]
        loop.call_soon_threadsafe(received.put_nowait, parts)

    wanted = {SHARED.Exact: {"news"}, SHARED.Pattern: {"n?ws"}}
    subscriptions = GlideClientConfiguration.PubSubSubscriptions(wanted, deliver, None)
    subscriber = await connect(host, port, 3, pubsub_subscriptions=subscriptions)
    # Subscriptions are made after the connection, without an answer to wait for.
    async with asyncio.timeout(5):
        while not (await client.pubsub_numpat() and await client.pubsub_channels()):
            await asyncio.sleep(0)
    await step("publish", client.custom_command(["PUBLISH", "news", "hello"]))
    both = [await received.get(), await received.get()]
    show("received", sorted(both, key=repr))
    await subscriber.close()


async def tracking(client: Any) -> None:
    """Invalidations that come between replies."""
    await step("tracking", client.custom_command(["CLIENT", "TRACKING", "ON"]))
    await step("tracking info", client.custom_command(["CLIENT", "TRACKINGINFO"]))
    await client.get("t")
    await step("set of what is tracked", client.set("t", "changed"))
    await step("get after it", client.get("t"))
    await step("tracking off", client.custom_command(["CLIENT", "TRACKING", "OFF"]))


if __name__ == "__main__":
    asyncio.run(session(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
