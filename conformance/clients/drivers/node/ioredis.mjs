// A session with ioredis: node ioredis.mjs HOST PORT PROTOCOL (it speaks RESP2 unless its release knows better)
import Redis from "ioredis";
import { Inbox, show, step } from "./report.mjs";

const [host, port, protocol] = process.argv.slice(2);
const connect = (more = {}) =>
  new Redis({ host, port: Number(port), protocol: Number(protocol), retryStrategy: null, enableReadyCheck: true, ...more }).on("error", (error) => show("lost", error));
const client = connect({ connectionName: "ioredis" });

await step("ping", () => client.ping());
await step("name", () => client.client("GETNAME"));
await step("unknown", () => client.call("NO-SUCH", "a"));
await step("info", () => client.info("server"), (text) => text.includes("redis_version:"));

await step("set", () => client.set("s", "välue", "EX", 100, "NX"));
await step("set nx", () => client.set("s", "other", "NX"));
await step("get", () => client.get("s"));
await step("getBuffer", () => client.getBuffer("s"));
await step("mset", () => client.mset({ a: "1", b: "2" }));
await step("mget", () => client.mget("a", "none", "b"));
await step("incr", () => client.incrby("a", 41));
await step("incr text", () => client.incr("s"));
await step("bitfield", () => client.bitfield("bits", "SET", "u8", "#1", 200, "GET", "u4", 8));

await step("rpush", () => client.rpush("l", "x", "y", "z"));
await step("lrange", () => client.lrange("l", 0, -1));
await step("lmpop", () => client.lmpop(2, "none", "l", "LEFT", "COUNT", 2));
await step("brpop", () => client.brpop("l", 1));
await step("hset", () => client.hset("h", { f: "1", g: "2" }));
await step("hgetall", () => client.hgetall("h"));
await step("hincrbyfloat", () => client.hincrbyfloat("h", "f", 0.25));
await step("sadd", () => client.sadd("set", "1", "2", "3"));
await step("smembers", () => client.smembers("set"), (all) => [...all].sort());
await step("zadd", () => client.zadd("z", 1, "one", 2.5, "two", "inf", "end"));
await step("zrange", () => client.zrange("z", 0, -1, "WITHSCORES"));
await step("zadd incr", () => client.zadd("z", "INCR", 1, "one"));
await step("wrong type", () => client.lpush("z", "x"));
await step("geoadd", () => client.geoadd("geo", 13.361389, 38.115556, "Palermo", 15.087269, 37.502669, "Catania"));
await step("geosearch", () => client.geosearch("geo", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "ASC", "WITHDIST", "WITHCOORD"));
await step("pfadd", () => client.pfadd("hll", "a", "b", "c"));
await step("pfcount", () => client.pfcount("hll"));
await step("xadd", () => client.xadd("x", "1-1", "f", "v"));
await step("xgroup", () => client.xgroup("CREATE", "x", "g", "0"));
await step("xreadgroup", () => client.xreadgroup("GROUP", "g", "c", "STREAMS", "x", ">"));
await step("xpending", () => client.xpending("x", "g", "-", "+", 10), (all) => all.map(([id, consumer, , count]) => [id, consumer, count]));
await step("xack", () => client.xack("x", "g", "1-1"));

await step("pipeline", () => client.pipeline().set("t", "1").lpush("t", "x").incr("t").exec());
await step("multi", () => client.multi().incr("t").hgetall("h").get("none").exec());
await step("multi refused", () => client.multi().incr("t").call("GET").exec());
await step("watch", async () => {
  await client.watch("t");
  await client.duplicate().set("t", "9");
  return client.multi().incr("t").exec();
});

client.defineCommand("both", { numberOfKeys: 1, lua: "return {KEYS[1], redis.call('GET', KEYS[1]), ARGV[1]}" });
await step("defined command", () => client.both("t", "arg"));
await step("defined command again", () => client.both("t", "again"));
await step("eval", () => client.eval("return {1, 2.9, 'three', false, {4}}", 0));
await step("script error", () => client.eval("return redis.call('INCR', KEYS[1])", 1, "h"));
await step("script failure", () => client.eval("error('oops')", 0));

const subscriber = connect();
const inbox = new Inbox();
subscriber.on("message", (channel, message) => inbox.put("message", channel, message));
subscriber.on("pmessage", (pattern, channel, message) => inbox.put("pmessage", pattern, channel, message));
await step("subscribe", () => subscriber.subscribe("news", "sport"));
await step("psubscribe", () => subscriber.psubscribe("n?ws"));
if (protocol === "2") await step("get while subscribed", () => subscriber.get("t"));
await step("publish", () => client.publish("news", "hello"));
show("received", [await inbox.take(), await inbox.take()]);
await step("unsubscribe", () => subscriber.unsubscribe("news"));
await step("numsub", () => client.pubsub("NUMSUB", "news", "sport"));

// Client-side caching by hand: the invalidations of one connection go to another.
if (protocol === "2") {
  const listener = connect();
  const id = await listener.client("ID");
  listener.on("message", (channel, keys) => inbox.put(channel, keys));
  await listener.subscribe("__redis__:invalidate");
  const tracked = connect();
  await step("tracking", () => tracked.call("CLIENT", "TRACKING", "ON", "REDIRECT", id));
  await tracked.get("t");
  await client.set("t", "changed");
  show("invalidated", await inbox.take());
  await step("tracking off", () => tracked.call("CLIENT", "TRACKING", "OFF"));
}

await step("scan", async () => {
  const keys = new Set();
  for await (const batch of client.scanStream({ count: 3 })) batch.forEach((key) => keys.add(key));
  return [...keys].sort();
});
await step("monitor", async () => {
  const monitor = await client.monitor();
  const line = new Promise((resolve) => monitor.on("monitor", (time, words) => resolve(words)));
  await client.get("t");
  const words = await line;
  monitor.disconnect();
  return words;
});
await step("flushdb", () => client.flushdb());
show("end", true);
process.exit(0);
