# Generated from spec/ by `python -m spec generate`; do not edit.
"""The command table."""

from __future__ import annotations

from refimpl.table.command import Command
from refimpl.table.generated.bitmap import (
    parse_bitcount,
    parse_bitfield,
    parse_bitfield_ro,
    parse_bitop,
    parse_bitpos,
    parse_getbit,
    parse_setbit,
)
from refimpl.table.generated.connection import (
    parse_auth,
    parse_client_kill,
    parse_client_list,
    parse_client_no_evict,
    parse_client_no_touch,
    parse_client_pause,
    parse_client_reply,
    parse_client_unblock,
    parse_hello,
    parse_ping,
    parse_select,
)
from refimpl.table.generated.generic import (
    parse_copy,
    parse_expire,
    parse_expireat,
    parse_migrate,
    parse_move,
    parse_pexpire,
    parse_pexpireat,
    parse_restore,
    parse_scan,
    parse_sort,
    parse_sort_ro,
    parse_wait,
    parse_waitaof,
)
from refimpl.table.generated.geo import (
    parse_geoadd,
    parse_geodist,
    parse_georadius,
    parse_georadius_ro,
    parse_georadiusbymember,
    parse_georadiusbymember_ro,
    parse_geosearch,
    parse_geosearchstore,
)
from refimpl.table.generated.hash import (
    parse_hexpire,
    parse_hexpireat,
    parse_hexpiretime,
    parse_hgetdel,
    parse_hgetex,
    parse_hincrby,
    parse_hincrbyfloat,
    parse_hmset,
    parse_hpersist,
    parse_hpexpire,
    parse_hpexpireat,
    parse_hpexpiretime,
    parse_hpttl,
    parse_hrandfield,
    parse_hscan,
    parse_hset,
    parse_hsetex,
    parse_httl,
)
from refimpl.table.generated.list import (
    parse_blmove,
    parse_blmpop,
    parse_blpop,
    parse_brpop,
    parse_brpoplpush,
    parse_lindex,
    parse_linsert,
    parse_lmove,
    parse_lmpop,
    parse_lpop,
    parse_lpos,
    parse_lrange,
    parse_lrem,
    parse_lset,
    parse_ltrim,
    parse_rpop,
)
from refimpl.table.generated.scripting import (
    parse_eval,
)
from refimpl.table.generated.server import (
    parse_command_list,
    parse_config_set,
    parse_flushall,
    parse_flushdb,
    parse_memory_usage,
    parse_shutdown,
    parse_slowlog_get,
    parse_swapdb,
)
from refimpl.table.generated.set import (
    parse_sintercard,
    parse_spop,
    parse_srandmember,
    parse_sscan,
)
from refimpl.table.generated.sorted_set import (
    parse_bzmpop,
    parse_bzpopmax,
    parse_bzpopmin,
    parse_zadd,
    parse_zcount,
    parse_zdiff,
    parse_zdiffstore,
    parse_zincrby,
    parse_zinter,
    parse_zintercard,
    parse_zinterstore,
    parse_zlexcount,
    parse_zmpop,
    parse_zpopmax,
    parse_zpopmin,
    parse_zrandmember,
    parse_zrange,
    parse_zrangebylex,
    parse_zrangebyscore,
    parse_zrangestore,
    parse_zrank,
    parse_zremrangebylex,
    parse_zremrangebyrank,
    parse_zremrangebyscore,
    parse_zrevrange,
    parse_zrevrangebylex,
    parse_zrevrangebyscore,
    parse_zrevrank,
    parse_zscan,
    parse_zunion,
    parse_zunionstore,
)
from refimpl.table.generated.stream import (
    parse_xadd,
    parse_xautoclaim,
    parse_xreadgroup,
)
from refimpl.table.generated.string import (
    parse_decrby,
    parse_getex,
    parse_getrange,
    parse_incrby,
    parse_incrbyfloat,
    parse_lcs,
    parse_mset,
    parse_msetnx,
    parse_psetex,
    parse_set,
    parse_setex,
    parse_setrange,
    parse_substr,
)
from refimpl.table.keys import KeySpec, extractor, has


def build_table() -> dict[bytes, Command]:
    """A fresh table: every command, by lower-case name, with its statistics at zero."""
    return {
        b"append": Command(
            b"append",
            3,
            0x2005,
            group="string",
            keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0))),
        ),
        b"auth": Command(b"auth", -2, 0x206340, group="connection", parse=parse_auth),
        b"bitcount": Command(
            b"bitcount",
            -2,
            0x2,
            group="bitmap",
            parse=parse_bitcount,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"bitfield": Command(
            b"bitfield",
            -2,
            0x5,
            group="bitmap",
            parse=parse_bitfield,
            keys=extractor(
                KeySpec(
                    0x32,
                    1,
                    ("range", 0, 1, 0),
                    lambda argv: (
                        (has(b"SET")(argv))
                        or (has(b"INCRBY")(argv))
                        or (
                            (len(argv) > 2)
                            and (not (has(b"GET")(argv)))
                            and (not (has(b"OVERFLOW")(argv)))
                        )
                    ),
                ),
                KeySpec(
                    0x11,
                    1,
                    ("range", 0, 1, 0),
                    lambda argv: (
                        not (
                            (has(b"SET")(argv))
                            or (has(b"INCRBY")(argv))
                            or (
                                (len(argv) > 2)
                                and (not (has(b"GET")(argv)))
                                and (not (has(b"OVERFLOW")(argv)))
                            )
                        )
                    ),
                ),
            ),
        ),
        b"bitfield_ro": Command(
            b"bitfield_ro",
            -2,
            0x2002,
            group="bitmap",
            parse=parse_bitfield_ro,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"bitop": Command(
            b"bitop",
            -4,
            0x5,
            group="bitmap",
            parse=parse_bitop,
            keys=extractor(
                KeySpec(0x24, 2, ("range", 0, 1, 0)), KeySpec(0x11, 3, ("range", -1, 1, 0))
            ),
        ),
        b"bitpos": Command(
            b"bitpos",
            -3,
            0x2,
            group="bitmap",
            parse=parse_bitpos,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"blmove": Command(
            b"blmove",
            6,
            0x85,
            group="list",
            parse=parse_blmove,
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x42, 2, ("range", 0, 1, 0))
            ),
        ),
        b"blmpop": Command(
            b"blmpop",
            -5,
            0x100081,
            group="list",
            parse=parse_blmpop,
            keys=extractor(KeySpec(0x92, 2, ("keynum", 0, 1, 1))),
        ),
        b"blpop": Command(
            b"blpop",
            -3,
            0x81,
            group="list",
            parse=parse_blpop,
            keys=extractor(KeySpec(0x92, 1, ("range", -2, 1, 0))),
        ),
        b"brpop": Command(
            b"brpop",
            -3,
            0x81,
            group="list",
            parse=parse_brpop,
            keys=extractor(KeySpec(0x92, 1, ("range", -2, 1, 0))),
        ),
        b"brpoplpush": Command(
            b"brpoplpush",
            4,
            0x85,
            group="list",
            parse=parse_brpoplpush,
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x42, 2, ("range", 0, 1, 0))
            ),
        ),
        b"bzmpop": Command(
            b"bzmpop",
            -5,
            0x100081,
            group="sorted_set",
            parse=parse_bzmpop,
            keys=extractor(KeySpec(0x92, 2, ("keynum", 0, 1, 1))),
        ),
        b"bzpopmax": Command(
            b"bzpopmax",
            -3,
            0x2081,
            group="sorted_set",
            parse=parse_bzpopmax,
            keys=extractor(KeySpec(0x92, 1, ("range", -2, 1, 0))),
        ),
        b"bzpopmin": Command(
            b"bzpopmin",
            -3,
            0x2081,
            group="sorted_set",
            parse=parse_bzpopmin,
            keys=extractor(KeySpec(0x92, 1, ("range", -2, 1, 0))),
        ),
        b"client": Command(
            b"client",
            -2,
            0x0,
            group="connection",
            subcommands={
                b"caching": Command(b"client|caching", 3, 0x340, group="connection"),
                b"getname": Command(b"client|getname", 2, 0x340, group="connection"),
                b"getredir": Command(b"client|getredir", 2, 0x340, group="connection"),
                b"help": Command(b"client|help", 2, 0x300, group="connection"),
                b"id": Command(b"client|id", 2, 0x340, group="connection"),
                b"info": Command(b"client|info", 2, 0x340, group="connection"),
                b"kill": Command(
                    b"client|kill", -3, 0x350, group="connection", parse=parse_client_kill
                ),
                b"list": Command(
                    b"client|list", -2, 0x350, group="connection", parse=parse_client_list
                ),
                b"no-evict": Command(
                    b"client|no-evict", 3, 0x350, group="connection", parse=parse_client_no_evict
                ),
                b"no-touch": Command(
                    b"client|no-touch", 3, 0x340, group="connection", parse=parse_client_no_touch
                ),
                b"pause": Command(
                    b"client|pause", -3, 0x350, group="connection", parse=parse_client_pause
                ),
                b"reply": Command(
                    b"client|reply", 3, 0x340, group="connection", parse=parse_client_reply
                ),
                b"setinfo": Command(b"client|setinfo", 4, 0x340, group="connection"),
                b"setname": Command(b"client|setname", 3, 0x340, group="connection"),
                b"tracking": Command(b"client|tracking", -3, 0x340, group="connection"),
                b"trackinginfo": Command(b"client|trackinginfo", 2, 0x340, group="connection"),
                b"unblock": Command(
                    b"client|unblock", -3, 0x350, group="connection", parse=parse_client_unblock
                ),
                b"unpause": Command(b"client|unpause", 2, 0x350, group="connection"),
            },
        ),
        b"command": Command(
            b"command",
            -1,
            0x300,
            group="server",
            subcommands={
                b"count": Command(b"command|count", 2, 0x300, group="server"),
                b"docs": Command(b"command|docs", -2, 0x300, group="server"),
                b"getkeys": Command(b"command|getkeys", -3, 0x300, group="server"),
                b"getkeysandflags": Command(b"command|getkeysandflags", -3, 0x300, group="server"),
                b"help": Command(b"command|help", 2, 0x300, group="server"),
                b"info": Command(b"command|info", -2, 0x300, group="server"),
                b"list": Command(
                    b"command|list", -2, 0x300, group="server", parse=parse_command_list
                ),
            },
        ),
        b"config": Command(
            b"config",
            -2,
            0x0,
            group="server",
            subcommands={
                b"get": Command(b"config|get", -3, 0x350, group="server"),
                b"help": Command(b"config|help", 2, 0x300, group="server"),
                b"resetstat": Command(b"config|resetstat", 2, 0x350, group="server"),
                b"rewrite": Command(b"config|rewrite", 2, 0x350, group="server"),
                b"set": Command(b"config|set", -4, 0x350, group="server", parse=parse_config_set),
            },
        ),
        b"copy": Command(
            b"copy",
            -3,
            0x5,
            group="generic",
            parse=parse_copy,
            keys=extractor(
                KeySpec(0x11, 1, ("range", 0, 1, 0)), KeySpec(0x24, 2, ("range", 0, 1, 0))
            ),
        ),
        b"dbsize": Command(b"dbsize", 1, 0x2002, group="server"),
        b"debug": Command(b"debug", -2, 0x350, group="server"),
        b"decr": Command(
            b"decr", 2, 0x2005, group="string", keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0)))
        ),
        b"decrby": Command(
            b"decrby",
            3,
            0x2005,
            group="string",
            parse=parse_decrby,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"del": Command(
            b"del", -2, 0x1, group="generic", keys=extractor(KeySpec(0x88, 1, ("range", -1, 1, 0)))
        ),
        b"discard": Command(b"discard", 1, 0x202340, group="transactions"),
        b"dump": Command(
            b"dump", 2, 0x2, group="generic", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"echo": Command(b"echo", 2, 0x2300, group="connection"),
        b"eval": Command(
            b"eval",
            -3,
            0x110640,
            group="scripting",
            parse=parse_eval,
            keys=extractor(KeySpec(0x32, 2, ("keynum", 0, 1, 1))),
        ),
        b"exec": Command(b"exec", 1, 0xB40, group="transactions"),
        b"exists": Command(
            b"exists",
            -2,
            0x2002,
            group="generic",
            keys=extractor(KeySpec(0x1, 1, ("range", -1, 1, 0))),
        ),
        b"expire": Command(
            b"expire",
            -3,
            0x2001,
            group="generic",
            parse=parse_expire,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"expireat": Command(
            b"expireat",
            -3,
            0x2001,
            group="generic",
            parse=parse_expireat,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"expiretime": Command(
            b"expiretime",
            2,
            0x2002,
            group="generic",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"flushall": Command(b"flushall", -1, 0x1, group="server", parse=parse_flushall),
        b"flushdb": Command(b"flushdb", -1, 0x1, group="server", parse=parse_flushdb),
        b"geoadd": Command(
            b"geoadd",
            -5,
            0x5,
            group="geo",
            parse=parse_geoadd,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"geodist": Command(
            b"geodist",
            -4,
            0x2,
            group="geo",
            parse=parse_geodist,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"geohash": Command(
            b"geohash", -2, 0x2, group="geo", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"geopos": Command(
            b"geopos", -2, 0x2, group="geo", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"georadius": Command(
            b"georadius",
            -6,
            0x100005,
            group="geo",
            parse=parse_georadius,
            keys=extractor(
                KeySpec(0x11, 1, ("range", 0, 1, 0)),
                KeySpec(0x24, (b"STORE", 6), ("range", 0, 1, 0)),
                KeySpec(0x24, (b"STOREDIST", 6), ("range", 0, 1, 0)),
            ),
        ),
        b"georadiusbymember": Command(
            b"georadiusbymember",
            -5,
            0x100005,
            group="geo",
            parse=parse_georadiusbymember,
            keys=extractor(
                KeySpec(0x11, 1, ("range", 0, 1, 0)),
                KeySpec(0x24, (b"STORE", 5), ("range", 0, 1, 0)),
                KeySpec(0x24, (b"STOREDIST", 5), ("range", 0, 1, 0)),
            ),
        ),
        b"georadiusbymember_ro": Command(
            b"georadiusbymember_ro",
            -5,
            0x2,
            group="geo",
            parse=parse_georadiusbymember_ro,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"georadius_ro": Command(
            b"georadius_ro",
            -6,
            0x2,
            group="geo",
            parse=parse_georadius_ro,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"geosearch": Command(
            b"geosearch",
            -7,
            0x2,
            group="geo",
            parse=parse_geosearch,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"geosearchstore": Command(
            b"geosearchstore",
            -8,
            0x5,
            group="geo",
            parse=parse_geosearchstore,
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("range", 0, 1, 0))
            ),
        ),
        b"get": Command(
            b"get", 2, 0x2002, group="string", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"getbit": Command(
            b"getbit",
            3,
            0x2002,
            group="bitmap",
            parse=parse_getbit,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"getdel": Command(
            b"getdel",
            2,
            0x2001,
            group="string",
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"getex": Command(
            b"getex",
            -2,
            0x2001,
            group="string",
            parse=parse_getex,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"getrange": Command(
            b"getrange",
            4,
            0x2,
            group="string",
            parse=parse_getrange,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"getset": Command(
            b"getset",
            3,
            0x2005,
            group="string",
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"hdel": Command(
            b"hdel", -3, 0x2001, group="hash", keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0)))
        ),
        b"hello": Command(b"hello", -1, 0x206340, group="connection", parse=parse_hello),
        b"hexists": Command(
            b"hexists", 3, 0x2002, group="hash", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"hexpire": Command(
            b"hexpire",
            -6,
            0x2001,
            group="hash",
            parse=parse_hexpire,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hexpireat": Command(
            b"hexpireat",
            -6,
            0x2001,
            group="hash",
            parse=parse_hexpireat,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hexpiretime": Command(
            b"hexpiretime",
            -5,
            0x2002,
            group="hash",
            parse=parse_hexpiretime,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hget": Command(
            b"hget", 3, 0x2002, group="hash", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"hgetall": Command(
            b"hgetall", 2, 0x2, group="hash", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"hgetdel": Command(
            b"hgetdel",
            -5,
            0x2001,
            group="hash",
            parse=parse_hgetdel,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"hgetex": Command(
            b"hgetex",
            -5,
            0x2001,
            group="hash",
            parse=parse_hgetex,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"hincrby": Command(
            b"hincrby",
            4,
            0x2005,
            group="hash",
            parse=parse_hincrby,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"hincrbyfloat": Command(
            b"hincrbyfloat",
            4,
            0x2005,
            group="hash",
            parse=parse_hincrbyfloat,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"hkeys": Command(
            b"hkeys", 2, 0x2, group="hash", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"hlen": Command(
            b"hlen", 2, 0x2002, group="hash", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"hmget": Command(
            b"hmget", -3, 0x2002, group="hash", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"hmset": Command(
            b"hmset",
            -4,
            0x2005,
            group="hash",
            parse=parse_hmset,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hpersist": Command(
            b"hpersist",
            -5,
            0x2001,
            group="hash",
            parse=parse_hpersist,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hpexpire": Command(
            b"hpexpire",
            -6,
            0x2001,
            group="hash",
            parse=parse_hpexpire,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hpexpireat": Command(
            b"hpexpireat",
            -6,
            0x2001,
            group="hash",
            parse=parse_hpexpireat,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hpexpiretime": Command(
            b"hpexpiretime",
            -5,
            0x2002,
            group="hash",
            parse=parse_hpexpiretime,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hpttl": Command(
            b"hpttl",
            -5,
            0x2002,
            group="hash",
            parse=parse_hpttl,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hrandfield": Command(
            b"hrandfield",
            -2,
            0x2,
            group="hash",
            parse=parse_hrandfield,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hscan": Command(
            b"hscan",
            -3,
            0x2,
            group="hash",
            parse=parse_hscan,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hset": Command(
            b"hset",
            -4,
            0x2005,
            group="hash",
            parse=parse_hset,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hsetex": Command(
            b"hsetex",
            -6,
            0x2005,
            group="hash",
            parse=parse_hsetex,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"hsetnx": Command(
            b"hsetnx", 4, 0x2005, group="hash", keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0)))
        ),
        b"hstrlen": Command(
            b"hstrlen", 3, 0x2002, group="hash", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"httl": Command(
            b"httl",
            -5,
            0x2002,
            group="hash",
            parse=parse_httl,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"hvals": Command(
            b"hvals", 2, 0x2, group="hash", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"incr": Command(
            b"incr", 2, 0x2005, group="string", keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0)))
        ),
        b"incrby": Command(
            b"incrby",
            3,
            0x2005,
            group="string",
            parse=parse_incrby,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"incrbyfloat": Command(
            b"incrbyfloat",
            3,
            0x2005,
            group="string",
            parse=parse_incrbyfloat,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"info": Command(b"info", -1, 0x300, group="server"),
        b"keys": Command(b"keys", 2, 0x2, group="generic"),
        b"lastsave": Command(b"lastsave", 1, 0x2300, group="server"),
        b"latency": Command(
            b"latency",
            -2,
            0x0,
            group="server",
            subcommands={
                b"doctor": Command(b"latency|doctor", 2, 0x350, group="server"),
                b"graph": Command(b"latency|graph", 3, 0x350, group="server"),
                b"help": Command(b"latency|help", 2, 0x300, group="server"),
                b"histogram": Command(b"latency|histogram", -2, 0x350, group="server"),
                b"history": Command(b"latency|history", 3, 0x350, group="server"),
                b"latest": Command(b"latency|latest", 2, 0x350, group="server"),
                b"reset": Command(b"latency|reset", -2, 0x350, group="server"),
            },
        ),
        b"lcs": Command(
            b"lcs",
            -3,
            0x2,
            group="string",
            parse=parse_lcs,
            keys=extractor(KeySpec(0x11, 1, ("range", 1, 1, 0))),
        ),
        b"lindex": Command(
            b"lindex",
            3,
            0x2,
            group="list",
            parse=parse_lindex,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"linsert": Command(
            b"linsert",
            5,
            0x5,
            group="list",
            parse=parse_linsert,
            keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0))),
        ),
        b"llen": Command(
            b"llen", 2, 0x2002, group="list", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"lmove": Command(
            b"lmove",
            5,
            0x5,
            group="list",
            parse=parse_lmove,
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x42, 2, ("range", 0, 1, 0))
            ),
        ),
        b"lmpop": Command(
            b"lmpop",
            -4,
            0x100001,
            group="list",
            parse=parse_lmpop,
            keys=extractor(KeySpec(0x92, 1, ("keynum", 0, 1, 1))),
        ),
        b"lolwut": Command(b"lolwut", -1, 0x2002, group="server"),
        b"lpop": Command(
            b"lpop",
            -2,
            0x2001,
            group="list",
            parse=parse_lpop,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"lpos": Command(
            b"lpos",
            -3,
            0x2,
            group="list",
            parse=parse_lpos,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"lpush": Command(
            b"lpush", -3, 0x2005, group="list", keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0)))
        ),
        b"lpushx": Command(
            b"lpushx",
            -3,
            0x2005,
            group="list",
            keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0))),
        ),
        b"lrange": Command(
            b"lrange",
            4,
            0x2,
            group="list",
            parse=parse_lrange,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"lrem": Command(
            b"lrem",
            4,
            0x1,
            group="list",
            parse=parse_lrem,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"lset": Command(
            b"lset",
            4,
            0x5,
            group="list",
            parse=parse_lset,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"ltrim": Command(
            b"ltrim",
            4,
            0x1,
            group="list",
            parse=parse_ltrim,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"memory": Command(
            b"memory",
            -2,
            0x0,
            group="server",
            subcommands={
                b"doctor": Command(b"memory|doctor", 2, 0x0, group="server"),
                b"help": Command(b"memory|help", 2, 0x300, group="server"),
                b"malloc-stats": Command(b"memory|malloc-stats", 2, 0x0, group="server"),
                b"purge": Command(b"memory|purge", 2, 0x0, group="server"),
                b"stats": Command(b"memory|stats", 2, 0x0, group="server"),
                b"usage": Command(
                    b"memory|usage",
                    -3,
                    0x2,
                    group="server",
                    parse=parse_memory_usage,
                    keys=extractor(KeySpec(0x1, 2, ("range", 0, 1, 0))),
                ),
            },
        ),
        b"mget": Command(
            b"mget",
            -2,
            0x2002,
            group="string",
            keys=extractor(KeySpec(0x11, 1, ("range", -1, 1, 0))),
        ),
        b"migrate": Command(
            b"migrate",
            -6,
            0x100001,
            group="generic",
            parse=parse_migrate,
            keys=extractor(
                KeySpec(
                    0x92,
                    3,
                    ("range", 0, 1, 0),
                    lambda argv: (not (has(b"KEYS")(argv))) or (len(argv) < 8),
                ),
                KeySpec(
                    0x92,
                    (b"KEYS", 6),
                    ("range", -1, 1, 0),
                    lambda argv: (has(b"KEYS")(argv)) and (len(argv) > 7),
                ),
            ),
        ),
        b"module": Command(
            b"module",
            -2,
            0x0,
            group="server",
            subcommands={
                b"help": Command(b"module|help", 2, 0x300, group="server"),
                b"list": Command(b"module|list", 2, 0x50, group="server"),
                b"load": Command(b"module|load", -3, 0x40050, group="server"),
                b"loadex": Command(b"module|loadex", -3, 0x40050, group="server"),
                b"unload": Command(b"module|unload", 3, 0x40050, group="server"),
            },
        ),
        b"move": Command(
            b"move",
            3,
            0x2001,
            group="generic",
            parse=parse_move,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"mset": Command(
            b"mset",
            -3,
            0x5,
            group="string",
            parse=parse_mset,
            keys=extractor(KeySpec(0x24, 1, ("range", -1, 2, 0))),
        ),
        b"msetnx": Command(
            b"msetnx",
            -3,
            0x5,
            group="string",
            parse=parse_msetnx,
            keys=extractor(KeySpec(0x44, 1, ("range", -1, 2, 0))),
        ),
        b"multi": Command(b"multi", 1, 0x202340, group="transactions"),
        b"object": Command(
            b"object",
            -2,
            0x0,
            group="generic",
            subcommands={
                b"encoding": Command(
                    b"object|encoding",
                    3,
                    0x2,
                    group="generic",
                    keys=extractor(KeySpec(0x1, 2, ("range", 0, 1, 0))),
                ),
                b"freq": Command(
                    b"object|freq",
                    3,
                    0x2,
                    group="generic",
                    keys=extractor(KeySpec(0x1, 2, ("range", 0, 1, 0))),
                ),
                b"help": Command(b"object|help", 2, 0x300, group="generic"),
                b"idletime": Command(
                    b"object|idletime",
                    3,
                    0x2,
                    group="generic",
                    keys=extractor(KeySpec(0x1, 2, ("range", 0, 1, 0))),
                ),
                b"refcount": Command(
                    b"object|refcount",
                    3,
                    0x2,
                    group="generic",
                    keys=extractor(KeySpec(0x1, 2, ("range", 0, 1, 0))),
                ),
            },
        ),
        b"persist": Command(
            b"persist",
            2,
            0x2001,
            group="generic",
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"pexpire": Command(
            b"pexpire",
            -3,
            0x2001,
            group="generic",
            parse=parse_pexpire,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"pexpireat": Command(
            b"pexpireat",
            -3,
            0x2001,
            group="generic",
            parse=parse_pexpireat,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"pexpiretime": Command(
            b"pexpiretime",
            2,
            0x2002,
            group="generic",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"ping": Command(b"ping", -1, 0x2000, group="connection", parse=parse_ping),
        b"psetex": Command(
            b"psetex",
            4,
            0x5,
            group="string",
            parse=parse_psetex,
            keys=extractor(KeySpec(0x24, 1, ("range", 0, 1, 0))),
        ),
        b"pttl": Command(
            b"pttl",
            2,
            0x2002,
            group="generic",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"quit": Command(b"quit", -1, 0x206340, group="connection"),
        b"randomkey": Command(b"randomkey", 1, 0x2, group="generic"),
        b"rename": Command(
            b"rename",
            3,
            0x1,
            group="generic",
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x24, 2, ("range", 0, 1, 0))
            ),
        ),
        b"renamenx": Command(
            b"renamenx",
            3,
            0x2001,
            group="generic",
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x44, 2, ("range", 0, 1, 0))
            ),
        ),
        b"reset": Command(b"reset", 1, 0x206340, group="connection"),
        b"restore": Command(
            b"restore",
            -4,
            0x5,
            group="generic",
            parse=parse_restore,
            keys=extractor(KeySpec(0x24, 1, ("range", 0, 1, 0))),
        ),
        b"role": Command(b"role", 1, 0x2340, group="server"),
        b"rpop": Command(
            b"rpop",
            -2,
            0x2001,
            group="list",
            parse=parse_rpop,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"rpoplpush": Command(
            b"rpoplpush",
            3,
            0x5,
            group="list",
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x42, 2, ("range", 0, 1, 0))
            ),
        ),
        b"rpush": Command(
            b"rpush", -3, 0x2005, group="list", keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0)))
        ),
        b"rpushx": Command(
            b"rpushx",
            -3,
            0x2005,
            group="list",
            keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0))),
        ),
        b"sadd": Command(
            b"sadd", -3, 0x2005, group="set", keys=extractor(KeySpec(0x42, 1, ("range", 0, 1, 0)))
        ),
        b"scan": Command(b"scan", -2, 0x2, group="generic", parse=parse_scan),
        b"scard": Command(
            b"scard", 2, 0x2002, group="set", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"sdiff": Command(
            b"sdiff", -2, 0x2, group="set", keys=extractor(KeySpec(0x11, 1, ("range", -1, 1, 0)))
        ),
        b"sdiffstore": Command(
            b"sdiffstore",
            -3,
            0x5,
            group="set",
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("range", -1, 1, 0))
            ),
        ),
        b"select": Command(b"select", 2, 0x2300, group="connection", parse=parse_select),
        b"set": Command(
            b"set",
            -3,
            0x5,
            group="string",
            parse=parse_set,
            keys=extractor(
                KeySpec(0x32, 1, ("range", 0, 1, 0), has(b"GET")),
                KeySpec(0x24, 1, ("range", 0, 1, 0), lambda argv: not has(b"GET")(argv)),
            ),
        ),
        b"setbit": Command(
            b"setbit",
            4,
            0x5,
            group="bitmap",
            parse=parse_setbit,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"setex": Command(
            b"setex",
            4,
            0x5,
            group="string",
            parse=parse_setex,
            keys=extractor(KeySpec(0x24, 1, ("range", 0, 1, 0))),
        ),
        b"setnx": Command(
            b"setnx",
            3,
            0x2005,
            group="string",
            keys=extractor(KeySpec(0x44, 1, ("range", 0, 1, 0))),
        ),
        b"setrange": Command(
            b"setrange",
            4,
            0x5,
            group="string",
            parse=parse_setrange,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"shutdown": Command(b"shutdown", -1, 0x280350, group="server", parse=parse_shutdown),
        b"sinter": Command(
            b"sinter", -2, 0x2, group="set", keys=extractor(KeySpec(0x11, 1, ("range", -1, 1, 0)))
        ),
        b"sintercard": Command(
            b"sintercard",
            -3,
            0x100002,
            group="set",
            parse=parse_sintercard,
            keys=extractor(KeySpec(0x11, 1, ("keynum", 0, 1, 1))),
        ),
        b"sinterstore": Command(
            b"sinterstore",
            -3,
            0x5,
            group="set",
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("range", -1, 1, 0))
            ),
        ),
        b"sismember": Command(
            b"sismember",
            3,
            0x2002,
            group="set",
            keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0))),
        ),
        b"slowlog": Command(
            b"slowlog",
            -2,
            0x0,
            group="server",
            subcommands={
                b"get": Command(b"slowlog|get", -2, 0x310, group="server", parse=parse_slowlog_get),
                b"help": Command(b"slowlog|help", 2, 0x300, group="server"),
                b"len": Command(b"slowlog|len", 2, 0x310, group="server"),
                b"reset": Command(b"slowlog|reset", 2, 0x310, group="server"),
            },
        ),
        b"smembers": Command(
            b"smembers", 2, 0x2, group="set", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"smismember": Command(
            b"smismember",
            -3,
            0x2002,
            group="set",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"smove": Command(
            b"smove",
            4,
            0x2001,
            group="set",
            keys=extractor(
                KeySpec(0x92, 1, ("range", 0, 1, 0)), KeySpec(0x42, 2, ("range", 0, 1, 0))
            ),
        ),
        b"sort": Command(
            b"sort",
            -2,
            0x100005,
            group="generic",
            parse=parse_sort,
            keys=extractor(
                KeySpec(0x11, 1, ("range", 0, 1, 0)),
                KeySpec(0x24, (b"STORE", -2), ("range", 0, 1, 0), has(b"STORE")),
            ),
        ),
        b"sort_ro": Command(
            b"sort_ro",
            -2,
            0x100002,
            group="generic",
            parse=parse_sort_ro,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"spop": Command(
            b"spop",
            -2,
            0x2001,
            group="set",
            parse=parse_spop,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"srandmember": Command(
            b"srandmember",
            -2,
            0x2,
            group="set",
            parse=parse_srandmember,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"srem": Command(
            b"srem", -3, 0x2001, group="set", keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0)))
        ),
        b"sscan": Command(
            b"sscan",
            -3,
            0x2,
            group="set",
            parse=parse_sscan,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"strlen": Command(
            b"strlen",
            2,
            0x2002,
            group="string",
            keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0))),
        ),
        b"substr": Command(
            b"substr",
            4,
            0x2,
            group="string",
            parse=parse_substr,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"sunion": Command(
            b"sunion", -2, 0x2, group="set", keys=extractor(KeySpec(0x11, 1, ("range", -1, 1, 0)))
        ),
        b"sunionstore": Command(
            b"sunionstore",
            -3,
            0x5,
            group="set",
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("range", -1, 1, 0))
            ),
        ),
        b"swapdb": Command(b"swapdb", 3, 0x2001, group="server", parse=parse_swapdb),
        b"time": Command(b"time", 1, 0x2300, group="server"),
        b"touch": Command(
            b"touch",
            -2,
            0x2002,
            group="generic",
            keys=extractor(KeySpec(0x1, 1, ("range", -1, 1, 0))),
        ),
        b"ttl": Command(
            b"ttl", 2, 0x2002, group="generic", keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0)))
        ),
        b"type": Command(
            b"type", 2, 0x2002, group="generic", keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0)))
        ),
        b"unlink": Command(
            b"unlink",
            -2,
            0x2001,
            group="generic",
            keys=extractor(KeySpec(0x88, 1, ("range", -1, 1, 0))),
        ),
        b"unwatch": Command(b"unwatch", 1, 0x202340, group="transactions"),
        b"wait": Command(b"wait", 3, 0x80, group="generic", parse=parse_wait),
        b"waitaof": Command(b"waitaof", 4, 0x80, group="generic", parse=parse_waitaof),
        b"watch": Command(
            b"watch",
            -2,
            0x202340,
            group="transactions",
            keys=extractor(KeySpec(0x1, 1, ("range", -1, 1, 0))),
        ),
        b"xadd": Command(
            b"xadd",
            -5,
            0x2005,
            group="stream",
            parse=parse_xadd,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"xautoclaim": Command(
            b"xautoclaim",
            -6,
            0x2001,
            group="stream",
            parse=parse_xautoclaim,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"xreadgroup": Command(
            b"xreadgroup",
            -7,
            0x100081,
            group="stream",
            parse=parse_xreadgroup,
            keys=extractor(KeySpec(0x11, (b"STREAMS", 4), ("range", -1, 1, 2))),
        ),
        b"zadd": Command(
            b"zadd",
            -4,
            0x2005,
            group="sorted_set",
            parse=parse_zadd,
            keys=extractor(KeySpec(0x22, 1, ("range", 0, 1, 0))),
        ),
        b"zcard": Command(
            b"zcard",
            2,
            0x2002,
            group="sorted_set",
            keys=extractor(KeySpec(0x1, 1, ("range", 0, 1, 0))),
        ),
        b"zcount": Command(
            b"zcount",
            4,
            0x2002,
            group="sorted_set",
            parse=parse_zcount,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zdiff": Command(
            b"zdiff",
            -3,
            0x100002,
            group="sorted_set",
            parse=parse_zdiff,
            keys=extractor(KeySpec(0x11, 1, ("keynum", 0, 1, 1))),
        ),
        b"zdiffstore": Command(
            b"zdiffstore",
            -4,
            0x100005,
            group="sorted_set",
            parse=parse_zdiffstore,
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("keynum", 0, 1, 1))
            ),
        ),
        b"zincrby": Command(
            b"zincrby",
            4,
            0x2005,
            group="sorted_set",
            parse=parse_zincrby,
            keys=extractor(KeySpec(0x32, 1, ("range", 0, 1, 0))),
        ),
        b"zinter": Command(
            b"zinter",
            -3,
            0x100002,
            group="sorted_set",
            parse=parse_zinter,
            keys=extractor(KeySpec(0x11, 1, ("keynum", 0, 1, 1))),
        ),
        b"zintercard": Command(
            b"zintercard",
            -3,
            0x100002,
            group="sorted_set",
            parse=parse_zintercard,
            keys=extractor(KeySpec(0x11, 1, ("keynum", 0, 1, 1))),
        ),
        b"zinterstore": Command(
            b"zinterstore",
            -4,
            0x100005,
            group="sorted_set",
            parse=parse_zinterstore,
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("keynum", 0, 1, 1))
            ),
        ),
        b"zlexcount": Command(
            b"zlexcount",
            4,
            0x2002,
            group="sorted_set",
            parse=parse_zlexcount,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zmpop": Command(
            b"zmpop",
            -4,
            0x100001,
            group="sorted_set",
            parse=parse_zmpop,
            keys=extractor(KeySpec(0x92, 1, ("keynum", 0, 1, 1))),
        ),
        b"zmscore": Command(
            b"zmscore",
            -3,
            0x2002,
            group="sorted_set",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zpopmax": Command(
            b"zpopmax",
            -2,
            0x2001,
            group="sorted_set",
            parse=parse_zpopmax,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"zpopmin": Command(
            b"zpopmin",
            -2,
            0x2001,
            group="sorted_set",
            parse=parse_zpopmin,
            keys=extractor(KeySpec(0x92, 1, ("range", 0, 1, 0))),
        ),
        b"zrandmember": Command(
            b"zrandmember",
            -2,
            0x2,
            group="sorted_set",
            parse=parse_zrandmember,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrange": Command(
            b"zrange",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrange,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrangebylex": Command(
            b"zrangebylex",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrangebylex,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrangebyscore": Command(
            b"zrangebyscore",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrangebyscore,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrangestore": Command(
            b"zrangestore",
            -5,
            0x5,
            group="sorted_set",
            parse=parse_zrangestore,
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("range", 0, 1, 0))
            ),
        ),
        b"zrank": Command(
            b"zrank",
            -3,
            0x2002,
            group="sorted_set",
            parse=parse_zrank,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrem": Command(
            b"zrem",
            -3,
            0x2001,
            group="sorted_set",
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"zremrangebylex": Command(
            b"zremrangebylex",
            4,
            0x1,
            group="sorted_set",
            parse=parse_zremrangebylex,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"zremrangebyrank": Command(
            b"zremrangebyrank",
            4,
            0x1,
            group="sorted_set",
            parse=parse_zremrangebyrank,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"zremrangebyscore": Command(
            b"zremrangebyscore",
            4,
            0x1,
            group="sorted_set",
            parse=parse_zremrangebyscore,
            keys=extractor(KeySpec(0x82, 1, ("range", 0, 1, 0))),
        ),
        b"zrevrange": Command(
            b"zrevrange",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrevrange,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrevrangebylex": Command(
            b"zrevrangebylex",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrevrangebylex,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrevrangebyscore": Command(
            b"zrevrangebyscore",
            -4,
            0x2,
            group="sorted_set",
            parse=parse_zrevrangebyscore,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zrevrank": Command(
            b"zrevrank",
            -3,
            0x2002,
            group="sorted_set",
            parse=parse_zrevrank,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zscan": Command(
            b"zscan",
            -3,
            0x2,
            group="sorted_set",
            parse=parse_zscan,
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zscore": Command(
            b"zscore",
            3,
            0x2002,
            group="sorted_set",
            keys=extractor(KeySpec(0x11, 1, ("range", 0, 1, 0))),
        ),
        b"zunion": Command(
            b"zunion",
            -3,
            0x100002,
            group="sorted_set",
            parse=parse_zunion,
            keys=extractor(KeySpec(0x11, 1, ("keynum", 0, 1, 1))),
        ),
        b"zunionstore": Command(
            b"zunionstore",
            -4,
            0x100005,
            group="sorted_set",
            parse=parse_zunionstore,
            keys=extractor(
                KeySpec(0x24, 1, ("range", 0, 1, 0)), KeySpec(0x11, 2, ("keynum", 0, 1, 1))
            ),
        ),
    }
