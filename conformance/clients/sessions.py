"""What the sessions with redis-py do: every type of value, and what each call returns."""

from __future__ import annotations

from typing import Any

from conformance.clients.session import Session, do


def _within(low: int, high: int) -> Any:
    """A view that is True when the number lies between both."""
    return lambda number: low <= number <= high


WRONG_TYPE = "WRONGTYPE Operation against a key holding the wrong kind of value"

SESSIONS: dict[str, Session] = {
    "connection": Session(
        (
            do.ping(),
            do.echo("héllo").gives("héllo"),
            do.client_setname("tester"),
            do.client_getname().gives("tester"),
            do.client_id().seen_as(lambda number: number > 0),
            do.client_info()
            .seen_as(lambda info: [info["name"], info["cmd"], str(info["multi"])])
            .gives(["tester", "client|info", "-1"]),
            do.client_list()
            .seen_as(lambda all_: [c["name"] for c in all_].count("tester"))
            .gives(1),
            do.client_no_evict("ON").gives("OK"),
            do.client_no_evict("OFF").gives("OK"),
            do.client_unpause().gives("OK"),
            do.execute_command("NO SUCH").raises(
                "unknown command 'NO', with args beginning with: 'SUCH' "
            ),
            do.execute_command("GET").raises("wrong number of arguments for 'get' command"),
        ),
        needs=("client|no-evict",),
    ),
    "strings": Session(
        (
            do.set("k", "v"),
            do.get("k").gives("v"),
            do.get("none").gives(None),
            do.set("k", "w", nx=True).gives(None),
            do.set("k", "w", xx=True, get=True).gives("v"),
            do.set("k", "x", ex=100),
            do.ttl("k").seen_as(_within(99, 100)),
            do.set("k", "x", px=100_000, keepttl=False),
            do.getex("k", persist=True).gives("x"),
            do.ttl("k").gives(-1),
            do.getdel("k").gives("x"),
            do.mset({"a": "1", "b": "2"}),
            do.mget("a", "none", "b").gives(["1", None, "2"]),
            do.msetnx({"c": "3", "a": "9"}).gives(False),
            do.append("a", "23").gives(3),
            do.incr("a").gives(124),
            do.decrby("a", 24).gives(100),
            do.incrbyfloat("a", 0.5).gives(100.5),
            do.incr("a").raises("value is not an integer or out of range"),
            do.strlen("a").gives(5),
            do.setrange("a", 1, "xyz").gives(5),
            do.getrange("a", 0, 2).gives("1xy"),
            do.execute_command("SETEX", "e", 10, "v"),
            do.execute_command("PSETEX", "e", 10_000, "v"),
            do.setnx("e", "w").gives(False),
            do.getset("e", "w").gives("v"),
            do.set("empty", ""),
            do.get("empty").gives(""),
            do.substr("e", 0, -1).gives("w"),
        )
    ),
    "strings-of-7": Session(
        (
            do.mset({"a": "ohmytext", "b": "mynewtext"}),
            do.lcs("a", "b").gives("mytext"),
            do.lcs("a", "b", len=True).gives(6),
            do.lcs("a", "b", idx=True, withmatchlen=True).gives(
                ["matches", [[[4, 7], [5, 8], 4], [[2, 3], [0, 1], 2]], "len", 6],
                {"matches": [[[4, 7], [5, 8], 4], [[2, 3], [0, 1], 2]], "len": 6},
            ),
        ),
        needs=("lcs",),
    ),
    "bitmaps": Session(
        (
            do.setbit("b", 7, 1).gives(0),
            do.getbit("b", 7).gives(1),
            do.setbit("b", 100, 1).gives(0),
            do.strlen("b").gives(13),
            do.bitcount("b").gives(2),
            do.bitcount("b", 0, 0).gives(1),
            do.bitpos("b", 1).gives(7),
            do.bitpos("b", 1, 1).gives(100),
            do.set("c", "\x01"),
            do.bitop("AND", "d", "b", "c").gives(13),
            do.bitcount("d").gives(1),
            do.execute_command("BITFIELD", "f", "SET", "u8", "#1", "255", "GET", "u4", "6").gives(
                [0, 3]
            ),
            do.execute_command(
                "BITFIELD", "f", "OVERFLOW", "FAIL", "INCRBY", "u8", "#1", "1"
            ).gives([None]),
            do.bitfield_ro("f", "i8", "#1").gives([-1]),
            do.setbit("b", -1, 1).raises("bit offset is not an integer or out of range"),
        )
    ),
    "lists": Session(
        (
            do.rpush("l", "a", "b", "c").gives(3),
            do.lpush("l", "x").gives(4),
            do.lpushx("none", "x").gives(0),
            do.lrange("l", 0, -1).gives(["x", "a", "b", "c"]),
            do.lindex("l", -1).gives("c"),
            do.lset("l", 0, "y"),
            do.lset("l", 9, "y").raises("index out of range"),
            do.linsert("l", "BEFORE", "a", "z").gives(5),
            do.lpos("l", "a").gives(2),
            do.lpos("l", "none").gives(None),
            do.lpos("l", "a", count=0).gives([2]),
            do.lrem("l", 1, "z").gives(1),
            do.ltrim("l", 0, 2),
            do.llen("l").gives(3),
            do.lpop("l").gives("y"),
            do.lpop("none").gives(None),
            do.rpop("l", 2).gives(["b", "a"]),
            do.exists("l").gives(0),
            do.rpush("l", "1", "2", "3").gives(3),
            do.lmove("l", "m", "LEFT", "RIGHT").gives("1"),
            do.rpoplpush("l", "m").gives("3"),
            do.lrange("m", 0, -1).gives(["3", "1"]),
            do.object("encoding", "m").seen_as(lambda name: name in ("listpack", "quicklist")),
            do.get("m").raises(WRONG_TYPE),
        )
    ),
    "blocking": Session(
        (
            do.rpush("l", "1", "2", "3", "4").gives(4),
            do.blpop(["none", "l"], 1).gives(["l", "1"]),
            do.brpop("l", 1).gives(["l", "4"]),
            do.blmove("l", "m", 1, "LEFT", "RIGHT").gives("2"),
            do.brpoplpush("l", "m", 1).gives("3"),
            do.zadd("z", {"a": 1, "b": 2}).gives(2),
            do.bzpopmin("z", 1).gives(["z", "a", 1.0]),
            do.bzpopmax("z", 1).gives(["z", "b", 2.0]),
            do.blpop("none", 0.01).gives(None),
            do.bzpopmin("none", 0.01).gives(None),
            do.blmove("none", "m", 0.01).gives(None),
            do.execute_command("BLPOP", "none", "-1").raises("timeout is negative"),
        )
    ),
    "popping-of-7": Session(
        (
            do.rpush("l", "1", "2", "3", "4").gives(4),
            do.lmpop(2, "none", "l", direction="LEFT", count=2).gives(["l", ["1", "2"]]),
            do.blmpop(1, 1, "l", direction="RIGHT").gives(["l", ["4"]]),
            do.zadd("z", {"a": 1, "b": 2, "c": 3}).gives(3),
            do.zmpop(1, ["z"], min=True).gives(["z", [["a", "1"]]], ["z", [["a", 1.0]]]),
            do.bzmpop(1, 1, ["z"], max=True).gives(["z", [["c", "3"]]], ["z", [["c", 3.0]]]),
            do.lmpop(1, "none", direction="LEFT").gives(None),
        ),
        needs=("lmpop", "zmpop"),
    ),
    "sets": Session(
        (
            do.sadd("s", "1", "2", "3").gives(3),
            do.sadd("s", "1").gives(0),
            do.object("encoding", "s").gives("intset"),
            do.sismember("s", "1").gives(1),
            do.smismember("s", ["1", "9"]).gives([1, 0]),
            do.smembers("s").gives({"1", "2", "3"}),
            do.scard("s").gives(3),
            do.srem("s", "3", "9").gives(1),
            do.sadd("t", "2", "three").gives(2),
            do.sinter("s", "t").gives({"2"}),
            do.sunion("s", "t").gives({"1", "2", "three"}),
            do.sdiff("s", "t").gives({"1"}),
            do.sinterstore("u", "s", "t").gives(1),
            do.sunionstore("u", "s", "t").gives(3),
            do.sdiffstore("u", "s", "t").gives(1),
            do.smove("t", "s", "three").gives(True),
            do.srandmember("u").gives("1"),
            do.srandmember("u", -2).gives(["1", "1"]),
            do.srandmember("none").gives(None),
            do.spop("u").gives("1"),
            do.spop("u", 3).seen_as(list).gives([]),
            do.sscan("s", match="thr*").gives([0, ["three"]]),
        )
    ),
    "sets-of-7": Session(
        (
            do.sadd("s", "1", "2", "3").gives(3),
            do.sadd("t", "2", "3", "4").gives(3),
            do.sintercard(2, ["s", "t"]).gives(2),
            do.sintercard(2, ["s", "t"], limit=1).gives(1),
        ),
        needs=("sintercard",),
    ),
    "hashes": Session(
        (
            do.hset("h", "f", "v").gives(1),
            do.hset("h", mapping={"f": "w", "n": "10", "g": ""}).gives(2),
            do.hget("h", "f").gives("w"),
            do.hget("h", "none").gives(None),
            do.hmget("h", ["f", "none", "g"]).gives(["w", None, ""]),
            do.hgetall("h").gives({"f": "w", "n": "10", "g": ""}),
            do.hgetall("none").gives({}),
            do.hkeys("h").gives(["f", "n", "g"]),
            do.hvals("h").gives(["w", "10", ""]),
            do.hlen("h").gives(3),
            do.hexists("h", "f").gives(True),
            do.hsetnx("h", "f", "x").gives(0),
            do.hstrlen("h", "n").gives(2),
            do.hincrby("h", "n", -20).gives(-10),
            do.hincrbyfloat("h", "n", 0.25).gives(-9.75),
            do.hincrby("h", "f", 1).raises("hash value is not an integer"),
            do.hdel("h", "g", "n").gives(2),
            do.hrandfield("h").gives("f"),
            do.hrandfield("h", 1, withvalues=True).gives(["f", "w"], [["f", "w"]]),
            do.hscan("h").gives([0, {"f": "w"}]),
            do.hscan("h", match="x*").gives([0, {}]),
        )
    ),
    "field-expiry": Session(
        (
            do.hset("h", mapping={"f": "1", "g": "2", "i": "3"}).gives(3),
            do.hexpire("h", 100, "f", "none").gives([1, -2]),
            do.hpexpire("h", 200_000, "f", gt=True).gives([1]),
            do.httl("h", "f", "g").seen_as(lambda t: [199 <= t[0] <= 200, t[1]]).gives([True, -1]),
            do.hpttl("h", "f").seen_as(lambda t: 199_000 < t[0] <= 200_000),
            do.hexpireat("h", 33_177_117_420, "g").gives([1]),
            do.hexpiretime("h", "g").gives([33_177_117_420]),
            do.hpexpiretime("h", "g").gives([33_177_117_420_000]),
            do.hpersist("h", "f", "i").gives([1, -1]),
            do.hpexpireat("h", 1, "i").gives([2]),
            do.hgetall("h").gives({"f": "1", "g": "2"}),
            do.hexpire("none", 10, "f").gives([-2], [-2]),
        ),
        needs=("hexpire",),
    ),
    "fields-of-8": Session(
        (
            do.hsetex("h", mapping={"f": "1", "g": "2"}, ex=100).gives(1),
            do.hgetex("h", "f", "none", persist=True).gives(["1", None]),
            do.httl("h", "f").gives([-1]),
            do.hgetdel("h", "f", "g").gives(["1", "2"]),
            do.exists("h").gives(0),
        ),
        needs=("hsetex", "hgetex", "hgetdel"),
    ),
    "sorted-sets": Session(
        (
            do.zadd("z", {"a": 1, "b": 2.5, "c": "inf"}).gives(3),
            do.zadd("z", {"a": 2}, gt=True, ch=True).gives(1),
            do.zadd("z", {"a": 1}, incr=True).gives(3.0),
            do.zadd("z", {"none": 1}, xx=True, incr=True).gives(None),
            do.zscore("z", "c").gives(float("inf")),
            do.zmscore("z", ["a", "none"]).gives([3.0, None]),
            do.zincrby("z", -2, "a").gives(1.0),
            do.zrank("z", "b").gives(1),
            do.zrevrank("z", "b").gives(1),
            do.zrank("z", "none").gives(None),
            do.zcard("z").gives(3),
            do.zcount("z", "(1", "+inf").gives(2),
            do.zrange("z", 0, 1, withscores=True).gives(
                [["a", 1.0], ["b", 2.5]],
            ),
            do.zrange("z", 0, -1, desc=True).gives(["c", "b", "a"]),
            do.zrangebyscore("z", "-inf", 3, start=1, num=1).gives(["b"]),
            do.zrevrangebyscore("z", "+inf", 2).gives(["c", "b"]),
            do.zrange("z", 1, 3, byscore=True).gives(["a", "b"]),
            do.zadd("x", {"a": 0, "b": 0, "c": 0}).gives(3),
            do.zrangebylex("x", "[b", "+").gives(["b", "c"]),
            do.zlexcount("x", "-", "(c").gives(2),
            do.zunionstore("u", {"z": 2, "x": 1}).gives(3),
            do.zscore("u", "b").gives(5.0),
            do.zinterstore("u", ["z", "x"], aggregate="MIN").gives(3),
            do.zinter(["z", "x"]).gives(["a", "b", "c"]),
            do.zdiff(["z", "none"], withscores=True).gives(
                ["a", "1", "b", "2.5", "c", "inf"], [["a", 1.0], ["b", 2.5], ["c", float("inf")]]
            ),
            do.zrangestore("r", "z", 0, 0).gives(1),
            do.zrandmember("r").gives("a"),
            do.zscan("r").gives([0, [["a", 1.0]]]),
            do.zremrangebyscore("z", 2, 3).gives(1),
            do.zremrangebyrank("z", 0, 0).gives(1),
            do.zremrangebylex("x", "-", "[a").gives(1),
            do.zrem("x", "b", "none").gives(1),
            do.zpopmin("x").gives([["c", 0.0]], ["c", 0.0]),
            do.zpopmax("z", 2).gives([["c", float("inf")]], [["c", float("inf")]]),
            do.zadd("z", {"a": "word"}).raises("value is not a valid float"),
        )
    ),
    "keys": Session(
        (
            do.mset({"a": "1", "b": "2"}),
            do.exists("a", "b", "none").gives(2),
            do.type("a").gives("string"),
            do.type("none").gives("none"),
            do.keys("[ab]").seen_as(sorted).gives(["a", "b"]),
            do.randomkey().seen_as(lambda key: key in "ab"),
            do.rename("a", "c"),
            do.renamenx("c", "b").gives(False),
            do.rename("none", "x").raises("no such key"),
            do.copy("b", "d").gives(True),
            do.touch("b", "d", "none").gives(2),
            do.unlink("d").gives(1),
            do.delete("c", "none").gives(1),
            do.dbsize().gives(1),
            do.object("refcount", "b").seen_as(lambda count: count > 0),
            do.object("encoding", "b").gives("int"),
            do.object("idletime", "b").seen_as(_within(0, 9)),
            do.memory_usage("b").seen_as(lambda size: size > 0),
            do.dump("none").gives(None),
            do.wait(0, 1).gives(0),
        )
    ),
    "expiry": Session(
        (
            do.set("k", "v"),
            do.expire("k", 100).gives(True),
            do.ttl("k").seen_as(_within(99, 100)),
            do.pexpire("k", 200_000).gives(True),
            do.pttl("k").seen_as(_within(199_000, 200_000)),
            do.expireat("k", 33_177_117_420).gives(True),
            do.persist("k").gives(True),
            do.persist("k").gives(False),
            do.ttl("k").gives(-1),
            do.ttl("none").gives(-2),
            do.expire("none", 1).gives(False),
            do.pexpireat("k", 1).gives(True),
            do.exists("k").gives(0),
        )
    ),
    "expiry-of-7": Session(
        (
            do.set("k", "v", exat=33_177_117_420),
            do.expiretime("k").gives(33_177_117_420),
            do.pexpiretime("k").gives(33_177_117_420_000),
            do.expire("k", 10, gt=True).gives(False),
            do.expire("k", 10, lt=True).gives(True),
            do.expire("k", 10, nx=True).gives(False),
        ),
        needs=("expiretime",),
    ),
    "sort": Session(
        (
            do.rpush("l", "3", "1", "2").gives(3),
            do.mset({"w1": "30", "w2": "20", "w3": "10", "o1": "one"}),
            do.sort("l").gives(["1", "2", "3"]),
            do.sort("l", by="w*", desc=True, get=["#", "o*"]).gives(
                ["1", "one", "2", None, "3", None]
            ),
            do.sort("l", start=0, num=2, alpha=True).gives(["1", "2"]),
            do.sort("l", store="m").gives(3),
            do.lrange("m", 0, -1).gives(["1", "2", "3"]),
            do.sort("l", by="w*", get=["#", "w*"], groups=True).gives(
                [["3", "10"], ["2", "20"], ["1", "30"]]
            ),
            do.rpush("words", "b", "a").gives(2),
            do.sort("words").raises("One or more scores can't be converted into double"),
        )
    ),
    "server": Session(
        (
            do.time().seen_as(lambda t: t[0] > 1_600_000_000 and 0 <= t[1] < 1_000_000),
            do.info("server").seen_as(lambda info: info["uptime_in_seconds"] >= 0),
            do.info("clients").seen_as(lambda info: info["connected_clients"] >= 1),
            do.info()
            .seen_as(
                lambda info: (
                    {"used_memory", "total_commands_processed", "role", "uptime_in_seconds"}
                    - info.keys()
                )
            )
            .gives(set()),
            do.config_get("hash-max-*-entries")
            .seen_as(lambda found: found["hash-max-listpack-entries"])
            .gives("512"),
            do.config_get("no-such-parameter").gives({}),
            do.config_set("no-such-parameter", "1").raises(
                "Unknown option or number of arguments for CONFIG SET - 'no-such-parameter'"
            ),
            do.config_resetstat(),
            do.command_count().seen_as(lambda count: count > 150),
            do.command()
            .seen_as(
                lambda table: [table["get"][part] for part in ("name", "arity", "first_key_pos")]
            )
            .gives(["get", 2, 1]),
            do.command_getkeys("MSET", "a", "1", "b", "2").gives(["a", "b"]),
            do.slowlog_len().seen_as(lambda length: length >= 0),
            do.slowlog_get(1).seen_as(lambda entries: len(entries) <= 1),
            do.dbsize().gives(0),
            do.lastsave().seen_as(lambda when: when.year > 2000),
            do.role().seen_as(lambda role: role[0]).gives("master"),
        ),
        needs=("command|getkeys", "lcs"),
    ),
}
