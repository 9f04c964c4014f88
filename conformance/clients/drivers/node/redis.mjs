// A session with node-redis: node redis.mjs HOST PORT PROTOCOL
import { BasicClientSideCache, createClient } from "redis";
import { Inbox, show, step } from "./report.mjs";

const [host, port, protocol] = process.argv.slice(2);
const options = { socket: { host, port: Number(port), reconnectStrategy: false }, RESP: Number(protocol) };
const connect = (more = {}) => createClient({ ...options, ...more }).on("error", (error) => show("lost", error)).connect();
const client = await connect({ name: "node-redis" });

await step("ping", () => client.ping());
await step("name", () => client.clientGetName());
await step("unknown", () => client.sendCommand(["NO-SUCH", "a"]));

await step("set", () => client.set("s", "välue", { expiration: { type: "EX", value: 100 }, condition: "NX" }));
await step("set nx", () => client.set("s", "other", { condition: "NX" }));
await step("get", () => client.get("s"));
await step("ttl", () => client.ttl("s"), (seconds) => seconds > 90);
await step("append", () => client.append("s", "+"));
await step("mset", () => client.mSet({ a: "1", b: "2" }));
await step("mget", () => client.mGet(["a", "none", "b"]));
await step("incr", () => client.incrBy("a", 41));
await step("incrbyfloat", () => client.incrByFloat("a", 0.5));
await step("incr text", () => client.incr("s"));
await step("setbit", () => client.setBit("bits", 9, 1));
await step("bitcount", () => client.bitCount("bits"));

await step("rpush", () => client.rPush("l", ["x", "y", "z"]));
await step("lrange", () => client.lRange("l", 0, -1));
await step("lmove", () => client.lMove("l", "m", "LEFT", "RIGHT"));
await step("lpop", () => client.lPopCount("l", 5));
await step("blpop", () => client.blPop("m", 1));
await step("blpop nothing", () => client.blPop("m", 0.01));

await step("hset", () => client.hSet("h", { f: "1", g: "2" }));
await step("hgetall", () => client.hGetAll("h"));
await step("hincrby", () => client.hIncrBy("h", "f", 5));
await step("hexpire", () => client.hExpire("h", "g", 100));
await step("httl", () => client.hTTL("h", ["g", "f", "none"]), (all) => all.map((seconds) => (seconds > 90 ? "some" : seconds)));
await step("hscan", () => client.hScan("h", "0"), ({ entries }) => entries);

await step("sadd", () => client.sAdd("set", ["1", "2", "3"]));
await step("sadd 2", () => client.sAdd("set2", ["2", "3", "4"]));
await step("sinter", () => client.sInter(["set", "set2"]), (all) => [...all].sort());
await step("smismember", () => client.smIsMember("set", ["1", "9"]));

await step("zadd", () => client.zAdd("z", [{ score: 1, value: "one" }, { score: 2.5, value: "two" }, { score: Infinity, value: "end" }]));
await step("zrange", () => client.zRangeWithScores("z", 0, -1));
await step("zscore", () => client.zScore("z", "two"));
await step("zrank", () => client.zRank("z", "end"));
await step("zpopmin", () => client.zPopMin("z"));
await step("wrong type", () => client.lPush("z", "x"));

await step("geoadd", () => client.geoAdd("geo", [{ longitude: 13.361389, latitude: 38.115556, member: "Palermo" }, { longitude: 15.087269, latitude: 37.502669, member: "Catania" }]));
await step("geodist", () => client.geoDist("geo", "Palermo", "Catania", "km"));
await step("geosearch", () => client.geoSearch("geo", { longitude: 15, latitude: 37 }, { radius: 200, unit: "km" }, { SORT: "ASC" }));
await step("geopos", () => client.geoPos("geo", ["Palermo", "none"]));
await step("pfadd", () => client.pfAdd("hll", ["a", "b", "c"]));
await step("pfcount", () => client.pfCount("hll"));

await step("xadd", () => client.xAdd("x", "1-1", { f: "v" }));
await step("xadd 2", () => client.xAdd("x", "2-1", { f: "w" }));
await step("xrange", () => client.xRange("x", "-", "+"));
await step("xgroup", () => client.xGroupCreate("x", "g", "0"));
await step("xreadgroup", () => client.xReadGroup("g", "c", { key: "x", id: ">" }, { COUNT: 1 }));
await step("xpending", () => client.xPending("x", "g"));
await step("xack", () => client.xAck("x", "g", "1-1"));
await step("xread nothing", () => client.xRead({ key: "x", id: "$" }, { BLOCK: 5 }));
await step("xinfo", () => client.xInfoGroups("x"));

await step("multi", () => client.multi().set("t", "1").incr("t").hGetAll("h").zRangeWithScores("z", 0, -1).exec());
await step("multi with an error", () => client.multi().incr("t").lPush("t", "x").get("t").execAsPipeline());
await step("watch", async () => {
  const other = await connect();
  await client.watch("t");
  await other.set("t", "9");
  other.destroy();
  return client.multi().incr("t").exec();
});

const script = "return {KEYS[1], ARGV[1], 7, redis.call('GET', KEYS[1])}";
await step("eval", () => client.eval(script, { keys: ["t"], arguments: ["arg"] }));
const sha = await client.scriptLoad(script);
show("script load", sha);
await step("evalsha", () => client.evalSha(sha, { keys: ["t"], arguments: ["again"] }));
await step("evalsha unknown", () => client.evalSha("0".repeat(40)));
await step("script error", () => client.eval("return redis.call('LPUSH', KEYS[1], 'x')", { keys: ["t"] }));
await step("function load", () => client.functionLoad("#!lua name=lib\nredis.register_function('twice', function(keys, args) return args[1] * 2 end)", { REPLACE: true }));
await step("fcall", () => client.fCall("twice", { arguments: ["21"] }));
await step("function delete", () => client.functionDelete("lib"));

const subscriber = await connect();
const inbox = new Inbox();
await subscriber.subscribe("news", (message, channel) => inbox.put("message", channel, message));
await subscriber.pSubscribe("n?ws*", (message, channel) => inbox.put("pmessage", channel, message));
await subscriber.sSubscribe("shard", (message, channel) => inbox.put("smessage", channel, message));
await step("channels", () => client.pubSubChannels());
await step("numsub", () => client.pubSubNumSub(["news", "none"]));
await step("numpat", () => client.pubSubNumPat());
await step("publish", () => client.publish("news", "hello"));
show("received", [await inbox.take(), await inbox.take()]);
await step("spublish", () => client.sPublish("shard", "hi"));
show("received from the shard", await inbox.take());
await subscriber.unsubscribe("news");
await step("publish to the pattern", () => client.publish("news", "again"));
show("received by the pattern", await inbox.take());
subscriber.destroy();

if (protocol === "3") {
  const cache = new BasicClientSideCache({ ttl: 0, maxEntries: 100 });
  const invalidations = new Inbox();
  cache.on("invalidate", (key) => invalidations.put(key));
  const cached = await connect({ clientSideCache: cache });
  show("read", await cached.get("t"));
  show("read from the cache", await cached.get("t"));
  await client.set("t", "changed");
  show("invalidated", await invalidations.take());
  show("read after the invalidation", await cached.get("t"));
  show("hits and misses", [cache.stats().hitCount, cache.stats().missCount]);
  cached.destroy();
}

await step("scan", async () => {
  const keys = [];
  for await (const batch of client.scanIterator({ COUNT: 3 })) keys.push(...batch);
  return [...new Set(keys)].sort();
});
await step("type", () => client.type("x"));
await step("flushdb", () => client.flushDb());
await step("dbsize", () => client.dbSize());
await client.close();
show("end", true);
