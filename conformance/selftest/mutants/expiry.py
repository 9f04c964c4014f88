"""When keys and fields are gone: deadlines, conditions, rounding, lazily and actively."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import argument, edit, reply

EXPIRY = "commands.generic.expiry"
VALUES = "commands.string.values"
HASH_EXPIRY = "commands.hash.expiry"
ONE = b":1\r\n"
DATABASE = "keyspace.database:Database"

MUTANTS = (
    mutant(
        "no-lazy-expiry",
        "a key whose time has passed is there until the active cycle finds it",
        edit(f"{DATABASE}._expire_if_due", "if self.expires[key] >= self._moment.ms:", "if True:"),
        hints=("expiry",),
    ),
    mutant(
        "no-active-expiry",
        "a key whose time has passed is there until somebody asks for it",
        edit("server.cron:Cron.run", "if server.active_expire:", "if False:"),
        hints=("expiry",),
    ),
    mutant(
        "expired-key-counts-as-deleted",
        "DEL counts a key whose time has passed",
        edit(
            f"{DATABASE}.delete",
            "if self._expire_if_due(key):\n            return False\n",
            "if self._expire_if_due(key):\n            return True\n",
        ),
        hints=("DEL", "expiry"),
    ),
    mutant(
        "keys-shows-expired",
        "KEYS shows keys whose time has passed",
        edit(f"{DATABASE}.keys", "if key not in due or due[key] >= now", ""),
        hints=("KEYS", "expiry"),
    ),
    mutant(
        "scan-shows-expired",
        "SCAN shows keys whose time has passed",
        edit(f"{DATABASE}.scan", "if self.expires:", "if False:"),
        hints=("SCAN", "expiry"),
    ),
    mutant(
        "set-keeps-ttl",
        "SET without KEEPTTL keeps the time to live",
        argument("SET", keepttl=True),
        hints=("SET", "expiry"),
    ),
    mutant(
        "keepttl-ignored",
        "SET KEEPTTL loses the time to live",
        argument("SET", keepttl=False),
        hints=("SET", "expiry"),
    ),
    mutant(
        "incr-loses-ttl",
        "INCR loses the time to live",
        edit("commands.string.counters:_add", "keys.revise(", "keys.put("),
        hints=("INCR", "expiry"),
    ),
    mutant(
        "incrbyfloat-loses-ttl",
        "INCRBYFLOAT loses the time to live",
        edit("commands.string.counters:incrbyfloat", "keys.revise(", "keys.put("),
        hints=("INCRBYFLOAT", "expiry"),
    ),
    mutant(
        "append-loses-ttl",
        "APPEND and SETRANGE lose the time to live",
        edit("commands.string.ranges:_editable", "keys.revise(", "keys.put("),
        hints=("APPEND", "SETRANGE", "expiry"),
    ),
    mutant(
        "setbit-loses-ttl",
        "SETBIT and BITFIELD lose the time to live",
        edit("commands.bitmap.bits:editable", "keys.revise(", "keys.put("),
        hints=("SETBIT", "BITFIELD", "expiry"),
    ),
    mutant(
        "getset-keeps-ttl",
        "GETSET keeps the time to live",
        edit(
            f"{VALUES}:getset", "_store(call, key, value)", "_store(call, key, value, None, True)"
        ),
        hints=("GETSET", "expiry"),
    ),
    mutant(
        "mset-keeps-ttl",
        "MSET keeps times to live",
        edit(
            "keyspace.database:Database.put_strings",
            "self.put(key, value)",
            "self.put(key, value, None, True)",
        ),
        hints=("MSET", "expiry"),
    ),
    mutant(
        "store-keeps-ttl",
        "SUNIONSTORE and its like keep the destination's time to live",
        edit(
            "commands.set:_store",
            "call.keys.put(key, result)",
            "call.keys.put(key, result, None, True)",
        ),
        hints=("SUNIONSTORE", "SINTERSTORE", "SDIFFSTORE", "expiry"),
    ),
    mutant(
        "persist-answers-one",
        "PERSIST of a key without time to live answers 1",
        reply("PERSIST", lambda _, answer: ONE),
        hints=("PERSIST", "expiry"),
    ),
    mutant(
        "getex-persist",
        "GETEX PERSIST leaves the time to live",
        edit(f"{VALUES}:getex", "elif args.persist and", "elif False and"),
        hints=("GETEX", "expiry"),
    ),
    mutant(
        "ttl-rounds-down",
        "TTL rounds down",
        edit(f"{EXPIRY}:_deadline", "+ unit // 2) // unit", ") // unit"),
        hints=("TTL", "expiry"),
    ),
    mutant(
        "ttl-of-nothing",
        "TTL of no key answers -1",
        edit(f"{EXPIRY}:_deadline", "return _NO_KEY", "return _NO_EXPIRY"),
        hints=("TTL", "expiry"),
    ),
    mutant(
        "expiretime-in-ms",
        "EXPIRETIME answers milliseconds",
        edit(f"{EXPIRY}:expiretime", "0, 1000", "0, 1"),
        hints=("EXPIRETIME", "expiry"),
    ),
    mutant(
        "pexpire-in-seconds",
        "PEXPIREAT takes seconds",
        edit(
            f"{EXPIRY}:pexpireat",
            "args.unix_time_milliseconds",
            "args.unix_time_milliseconds * 1000",
        ),
        hints=("PEXPIREAT", "expiry"),
    ),
    mutant(
        "expire-past-keeps",
        "EXPIRE with a time in the past leaves the key until it is asked for",
        edit(f"{EXPIRY}:_expire", "if deadline <= call.now:", "if False:"),
        hints=("EXPIRE", "EXPIREAT", "expiry"),
    ),
    mutant(
        "set-past-stores",
        "SET PXAT with a time in the past stores the value without time to live",
        edit(
            f"{VALUES}:set_string",
            "args.expiration",
            "args.expiration if (args.expiration or 0) > call.now else None",
        ),
        hints=("SET", "expiry"),
    ),
    mutant(
        "expire-gt-without-ttl",
        "EXPIRE GT applies to a key without time to live",
        edit(f"{EXPIRY}:_expire", "if args.xx or args.gt:", "if args.xx:"),
        hints=("EXPIRE", "expiry"),
    ),
    mutant(
        "expire-lt-without-ttl",
        "EXPIRE LT does not apply to a key without time to live",
        edit(f"{EXPIRY}:_expire", "if args.xx or args.gt:", "if args.xx or args.gt or args.lt:"),
        hints=("EXPIRE", "expiry"),
    ),
    mutant(
        "expire-gt-equal",
        "EXPIRE GT takes the same time again",
        edit(f"{EXPIRY}:_expire", "deadline <= current", "deadline < current"),
        hints=("EXPIREAT", "PEXPIREAT", "EXPIRE", "expiry"),
    ),
    mutant(
        "expire-nx-ignored",
        "EXPIRE NX changes a time to live",
        edit(f"{EXPIRY}:_expire", "elif args.nx or (", "elif ("),
        hints=("EXPIRE", "expiry"),
    ),
    mutant(
        "expire-xx-ignored",
        "EXPIRE XX sets a time to live where there is none",
        edit(f"{EXPIRY}:_expire", "if args.xx or args.gt:", "if args.gt:"),
        hints=("EXPIRE", "expiry"),
    ),
    mutant(
        "rename-loses-ttl",
        "RENAME loses the time to live",
        edit(
            "commands.generic.moving:_rename",
            "call.keys.put(new_key, value, deadline)",
            "call.keys.put(new_key, value)",
        ),
        hints=("RENAME", "expiry"),
    ),
    mutant(
        "copy-loses-ttl",
        "COPY loses the time to live",
        edit("commands.generic.moving:copy", ", call.keys.expiry(args.source))", ")"),
        hints=("COPY", "expiry"),
    ),
    mutant(
        "move-loses-ttl",
        "MOVE loses the time to live",
        edit("commands.generic.moving:move", ", call.keys.expiry(key))", ")"),
        hints=("MOVE", "expiry"),
    ),
    mutant(
        "hset-keeps-field-ttl",
        "HSET keeps the time to live of a field",
        edit(
            "commands.hash.fields:_set",
            "value.set(field, content, limits)",
            "value.set(field, content, limits, keep_deadline=True)",
        ),
        edit(
            "commands.hash.fields:hset_one",
            "value.set(argv[2], argv[3], limits)",
            "value.set(argv[2], argv[3], limits, keep_deadline=True)",
        ),
        hints=("expiry/fields", "HSET", "HEXPIRE", "HTTL"),
    ),
    mutant(
        "hincrby-loses-field-ttl",
        "HINCRBY loses the time to live of a field",
        edit("commands.hash.counters:_replace", "keep_deadline=True", "keep_deadline=False"),
        hints=("HINCRBY", "HEXPIRE", "HTTL"),
    ),
    mutant(
        "field-expiry-not-lazy",
        "HGET shows a field whose time has passed",
        edit("commands.hash.lapse:lapse", "if not value.expires:", "if True:"),
        hints=("HGET", "HEXPIRE", "HPEXPIRE", "expiry"),
    ),
    mutant(
        "field-expiry-not-active",
        "fields whose time has passed stay until somebody asks for them",
        edit("keyspace.field_expiry:FieldExpiryCycle.run", "limit = ", "return\n    limit = "),
        hints=("HEXPIRE", "HPEXPIRE", "expiry"),
    ),
    mutant(
        "hgetall-shows-expired-fields",
        "HGETALL shows fields whose time has passed",
        edit("datatypes.hash:HashValue._live", "if deadlines.get(field, now) >= now", ""),
        hints=("HGETALL", "HPEXPIRE", "expiry"),
    ),
    mutant(
        "last-field-expired-leaves-hash",
        "a hash whose last field has expired is an empty hash",
        edit(
            "keyspace.field_expiry:FieldExpiryCycle._sweep",
            "if not len(value):\n            database.remove(key)",
            "if False:\n            database.remove(key)",
        ),
        hints=("HEXPIRE", "HPEXPIRE", "expiry"),
    ),
    mutant(
        "hexpire-past-sets",
        "HEXPIRE with a time in the past answers 1 instead of 2",
        edit(f"{HASH_EXPIRY}:_expire", "_DELETED if past else _SET", "_SET"),
        hints=("HEXPIRE", "HEXPIREAT", "HPEXPIREAT"),
    ),
    mutant(
        "hexpire-lt-without-ttl",
        "HEXPIRE LT does not apply to a field without time to live",
        edit(f"{HASH_EXPIRY}:_allows", '("nx", "lt")', '("nx",)'),
        hints=("HEXPIRE",),
    ),
    mutant(
        "hexpire-gt-without-ttl",
        "HEXPIRE GT applies to a field without time to live",
        edit(f"{HASH_EXPIRY}:_allows", '("nx", "lt")', '("nx", "lt", "gt")'),
        hints=("HEXPIRE",),
    ),
    mutant(
        "httl-rounds-down",
        "HTTL rounds down",
        edit(
            f"{HASH_EXPIRY}:httl",
            "(deadline - call.now + 999) // 1000",
            "(deadline - call.now) // 1000",
        ),
        hints=("HTTL", "HEXPIRE"),
    ),
    mutant(
        "hpersist-of-permanent-field",
        "HPERSIST of a field without time to live answers 1",
        edit(
            f"{HASH_EXPIRY}:hpersist",
            "ONE if value.persist(field) else NO_DEADLINE",
            "(value.persist(field), ONE)[1]",
        ),
        hints=("HPERSIST",),
    ),
    mutant(
        "hgetex-past-keeps",
        "HGETEX with a time in the past keeps the field",
        edit(
            "commands.hash.combined:hgetex",
            "past = deadline is not None and deadline <= call.now",
            "past = False",
        ),
        hints=("HGETEX",),
    ),
    mutant(
        "hsetex-keepttl-ignored",
        "HSETEX KEEPTTL loses the time to live of fields",
        edit(
            "commands.hash.combined:hsetex",
            "keep_deadline=args.keepttl or deadline is not None",
            "keep_deadline=deadline is not None",
        ),
        hints=("HSETEX",),
    ),
    mutant(
        "hsetex-fnx-last-only",
        "HSETEX FNX looks at the last field only",
        edit(
            "commands.hash.combined:_allows",
            "            allowed = False\n            break\n",
            "            allowed = field != args.fields[-1][0]\n",
        ),
        hints=("HSETEX",),
    ),
)
