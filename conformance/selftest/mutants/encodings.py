"""How values are represented: thresholds, conversions, and what they show."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

SETTINGS = "table.config_table:Settings"
SET = "datatypes.set:SetValue"
HASH = "datatypes.hash:HashValue"
ZSET = "datatypes.sorted_set:SortedSetValue"
LIST = "datatypes.list:ListValue"

MUTANTS = (
    mutant(
        "integers-are-embstr",
        "strings that are integers are embstr",
        edit("datatypes.string:string_encoding", 'return "int"', 'return "embstr"'),
        hints=("OBJECT ENCODING", "OBJECT", "SET"),
    ),
    mutant(
        "embstr-limit",
        "strings are embstr up to 20 bytes",
        put("datatypes.string:_TOGETHER_MAX", 20),
        hints=("OBJECT ENCODING", "OBJECT", "SET"),
    ),
    mutant(
        "append-leaves-embstr",
        "APPEND to a short string leaves an embstr",
        edit(
            "commands.string.ranges:append",
            "edited += tail",
            "edited = bytes(edited) + tail; call.keys.put(key, edited, keep_ttl=True)",
        ),
        hints=("APPEND", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "incrbyfloat-leaves-int",
        "INCRBYFLOAT to a whole number leaves an int",
        edit("commands.string.counters:incrbyfloat", "EmbeddedString(text)", "text"),
        hints=("INCRBYFLOAT", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "hash-entries-threshold",
        "a hash of as many fields as a listpack may have is a hash table",
        edit(f"{HASH}.set", "len(fields) > limits.hash_max", "len(fields) >= limits.hash_max"),
        hints=("HSET", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "hash-value-threshold",
        "the length of a field's value doesn't make a hash table",
        edit(f"{HASH}.set", "len(value) > longest or len(field) > longest", "len(field) > longest"),
        hints=("HSET", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "hash-field-threshold",
        "the length of a field's name doesn't make a hash table",
        edit(f"{HASH}.set", "len(value) > longest or len(field) > longest", "len(value) > longest"),
        hints=("HSET", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "hash-listpackex",
        "a listpack with expiring fields is still called listpack",
        edit(f"{HASH}.note_deadlines", 'self.encoding = "listpackex"', "pass"),
        hints=("HEXPIRE", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "listpackex-order",
        "expiring fields of a listpackex come in the order of their age",
        edit(f"{HASH}._ordered", 'self.encoding != "listpackex" or not self._deadlines', "True"),
        hints=("HEXPIRE", "HGETALL", "HKEYS", "HPEXPIRE"),
    ),
    mutant(
        "intset-threshold",
        "an intset holds one integer more",
        edit(
            f"{SET}._make_room",
            "length >= limits.set_max_intset_entries",
            "length > limits.set_max_intset_entries",
        ),
        hints=("SADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "intset-to-hashtable",
        "an intset that gets a text becomes a hash table",
        edit(
            f"{SET}._make_room", 'self._leave_intset("listpack")', 'self._leave_intset("hashtable")'
        ),
        hints=("SADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "intset-order",
        "the members of an intset come in the order of their age",
        edit(f"{SET}.members", "sorted(self._members, key=int)", "list(self._members)"),
        hints=("SMEMBERS", "SADD"),
    ),
    mutant(
        "set-listpack-threshold",
        "a set of texts is a listpack up to one member more",
        edit(
            f"{SET}._make_room",
            "length < limits.set_max_listpack_entries",
            "length <= limits.set_max_listpack_entries",
        ),
        hints=("SADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "set-member-length",
        "long members stay in a listpack",
        edit(f"{SET}._make_room", "and len(member) <= limits.set_max_listpack_value", ""),
        hints=("SADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "zset-entries-threshold",
        "a sorted set of as many members as a listpack may have is a skiplist",
        edit(
            f"{ZSET}.add",
            "len(self._scores) >= limits.zset_max_listpack_entries",
            "len(self._scores) >= limits.zset_max_listpack_entries - 1",
        ),
        hints=("ZADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "zset-member-length",
        "long members stay in a listpack of a sorted set",
        edit(f"{ZSET}.add", "or len(member) > limits.zset_max_listpack_value", ""),
        hints=("ZADD", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "zset-back-to-listpack",
        "a sorted set made by ZUNIONSTORE is always a skiplist",
        edit(f"{ZSET}.of", "made = cls(limits, len(scores)", "made = cls(limits, 1 << 40"),
        hints=("ZUNIONSTORE", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "list-threshold",
        "list-max-listpack-size counts one element more",
        edit("datatypes.quicklist:exceeds_node", "max(fill, 1)", "max(fill, 1) + 1"),
        hints=("RPUSH", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "list-bytes-threshold",
        "list-max-listpack-size -2 means 4 KiB",
        edit("datatypes.quicklist:exceeds_node", "4096 << min(-fill - 1, 4)", "4096"),
        hints=("RPUSH", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "list-never-shrinks",
        "a quicklist that has become short stays one",
        edit(
            f"{LIST}._try_listpack",
            "if layout is not None and",
            "if layout is not None and not shrinking and",
        ),
        hints=("LPOP", "LTRIM", "LREM", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "thresholds-fixed",
        "CONFIG SET of an encoding's threshold has no effect",
        edit(
            "server.server:Server.apply_config",
            "setattr(limits, name, getattr(config, name))",
            "pass",
        ),
        hints=("OBJECT ENCODING", "OBJECT", "CONFIG SET", "CONFIG"),
    ),
    mutant(
        "default-of-a-threshold",
        "set-max-listpack-entries is 64 by default",
        put(f"{SETTINGS}.set_max_listpack_entries", 64),
        hints=("SADD", "OBJECT ENCODING", "OBJECT", "CONFIG"),
    ),
    mutant(
        "copy-changes-encoding",
        "a copied set is a hash table",
        edit(f"{SET}.copy", "SetValue(self.encoding)", "SetValue('hashtable')"),
        hints=("COPY", "OBJECT ENCODING", "OBJECT"),
    ),
    mutant(
        "sinterstore-encoding",
        "SINTERSTORE of integers out of listpacks leaves a listpack",
        edit(
            "datatypes.set_algebra:stored_intersection",
            'if result.encoding != "intset" and',
            "if False and",
        ),
        hints=("SINTERSTORE", "OBJECT ENCODING", "OBJECT"),
    ),
)
