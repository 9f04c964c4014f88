# Generated from spec/ by `python -m spec generate`; do not edit.
"""What COMMAND INFO tells beyond the table."""

from __future__ import annotations

from typing import Any

# name → (first key, last key, step), ACL categories, tips, key specifications
Published = tuple[tuple[int, int, int], list[bytes], list[bytes], list[dict[str, Any]]]
INFO: dict[bytes, Published] = {
    b"acl": ((0, 0, 0), [b"@slow"], [], []),
    b"acl|cat": ((0, 0, 0), [b"@slow"], [], []),
    b"acl|deluser": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"acl|dryrun": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|genpass": ((0, 0, 0), [b"@slow"], [], []),
    b"acl|getuser": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|help": ((0, 0, 0), [b"@slow"], [], []),
    b"acl|list": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|load": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|log": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|save": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"acl|setuser": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"acl|users": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"acl|whoami": ((0, 0, 0), [b"@slow"], [], []),
    b"append": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"asking": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"auth": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"bgrewriteaof": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"bgsave": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"bitcount": (
        (1, 1, 1),
        [b"@read", b"@bitmap", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"bitfield": (
        (1, 1, 1),
        [b"@write", b"@bitmap", b"@slow"],
        [],
        [
            {
                "notes": b"Reads the key, and writes it where an operation other than GET is among them.",
                "flags": [b"RW", b"access", b"update", b"variable_flags"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"bitfield_ro": (
        (1, 1, 1),
        [b"@read", b"@bitmap", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"bitop": (
        (2, -1, 1),
        [b"@write", b"@bitmap", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 3),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"bitpos": (
        (1, 1, 1),
        [b"@read", b"@bitmap", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"blmove": (
        (1, 2, 1),
        [b"@write", b"@list", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"blmpop": (
        (0, 0, 0),
        [b"@write", b"@list", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"blpop": (
        (1, -2, 1),
        [b"@write", b"@list", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -2, 1, 0),
            }
        ],
    ),
    b"brpop": (
        (1, -2, 1),
        [b"@write", b"@list", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -2, 1, 0),
            }
        ],
    ),
    b"brpoplpush": (
        (1, 2, 1),
        [b"@write", b"@list", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"bzmpop": (
        (0, 0, 0),
        [b"@write", b"@sortedset", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"bzpopmax": (
        (1, -2, 1),
        [b"@write", b"@sortedset", b"@fast", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -2, 1, 0),
            }
        ],
    ),
    b"bzpopmin": (
        (1, -2, 1),
        [b"@write", b"@sortedset", b"@fast", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -2, 1, 0),
            }
        ],
    ),
    b"client": ((0, 0, 0), [b"@slow"], [], []),
    b"client|caching": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|getname": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|getredir": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|help": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|id": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|info": ((0, 0, 0), [b"@slow", b"@connection"], [b"nondeterministic_output"], []),
    b"client|kill": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous", b"@connection"], [], []),
    b"client|list": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous", b"@connection"],
        [b"nondeterministic_output"],
        [],
    ),
    b"client|no-evict": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous", b"@connection"], [], []),
    b"client|no-touch": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|pause": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous", b"@connection"], [], []),
    b"client|reply": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|setinfo": (
        (0, 0, 0),
        [b"@slow", b"@connection"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"client|setname": (
        (0, 0, 0),
        [b"@slow", b"@connection"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"client|tracking": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|trackinginfo": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"client|unblock": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous", b"@connection"], [], []),
    b"client|unpause": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous", b"@connection"], [], []),
    b"cluster": ((0, 0, 0), [b"@slow"], [], []),
    b"cluster|addslots": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|addslotsrange": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|bumpepoch": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output"],
        [],
    ),
    b"cluster|count-failure-reports": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output"],
        [],
    ),
    b"cluster|countkeysinslot": ((0, 0, 0), [b"@slow"], [], []),
    b"cluster|delslots": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|delslotsrange": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|failover": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|flushslots": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|forget": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|getkeysinslot": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|help": ((0, 0, 0), [b"@slow"], [], []),
    b"cluster|info": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|keyslot": ((0, 0, 0), [b"@slow"], [], []),
    b"cluster|links": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|meet": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|myid": ((0, 0, 0), [b"@slow"], [], []),
    b"cluster|myshardid": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|nodes": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|replicas": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output"],
        [],
    ),
    b"cluster|replicate": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|reset": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|saveconfig": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|set-config-epoch": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|setslot": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"cluster|shards": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"cluster|slaves": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output"],
        [],
    ),
    b"cluster|slot-stats": (
        (0, 0, 0),
        [b"@slow"],
        [b"nondeterministic_output", b"request_policy:all_shards"],
        [],
    ),
    b"cluster|slots": ((0, 0, 0), [b"@slow"], [b"nondeterministic_output"], []),
    b"command": ((0, 0, 0), [b"@slow", b"@connection"], [b"nondeterministic_output_order"], []),
    b"command|count": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"command|docs": (
        (0, 0, 0),
        [b"@slow", b"@connection"],
        [b"nondeterministic_output_order"],
        [],
    ),
    b"command|getkeys": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"command|getkeysandflags": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"command|help": ((0, 0, 0), [b"@slow", b"@connection"], [], []),
    b"command|info": (
        (0, 0, 0),
        [b"@slow", b"@connection"],
        [b"nondeterministic_output_order"],
        [],
    ),
    b"command|list": (
        (0, 0, 0),
        [b"@slow", b"@connection"],
        [b"nondeterministic_output_order"],
        [],
    ),
    b"config": ((0, 0, 0), [b"@slow"], [], []),
    b"config|get": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"config|help": ((0, 0, 0), [b"@slow"], [], []),
    b"config|resetstat": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"config|rewrite": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"config|set": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"copy": (
        (1, 2, 1),
        [b"@keyspace", b"@write", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"dbsize": (
        (0, 0, 0),
        [b"@keyspace", b"@read", b"@fast"],
        [b"request_policy:all_shards", b"response_policy:agg_sum"],
        [],
    ),
    b"debug": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"decr": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"decrby": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"del": (
        (1, -1, 1),
        [b"@keyspace", b"@write", b"@slow"],
        [b"request_policy:multi_shard", b"response_policy:agg_sum"],
        [
            {
                "notes": b"",
                "flags": [b"RM", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"discard": ((0, 0, 0), [b"@fast", b"@transaction"], [], []),
    b"dump": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"echo": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"eval": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"what the script does with its keys is not known beforehand",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"evalsha": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"evalsha_ro": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"eval_ro": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"what the script does with its keys is not known beforehand",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"exec": ((0, 0, 0), [b"@slow", b"@transaction"], [], []),
    b"exists": (
        (1, -1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [b"request_policy:multi_shard", b"response_policy:agg_sum"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", -1, 1, 0)}],
    ),
    b"expire": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"expireat": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"expiretime": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"failover": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"fcall": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"what the function does with its keys is not known beforehand",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"fcall_ro": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [],
        [
            {
                "notes": b"what the function does with its keys is not known beforehand",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"flushall": (
        (0, 0, 0),
        [b"@keyspace", b"@write", b"@slow", b"@dangerous"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"flushdb": (
        (0, 0, 0),
        [b"@keyspace", b"@write", b"@slow", b"@dangerous"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"function": ((0, 0, 0), [b"@slow"], [], []),
    b"function|delete": (
        (0, 0, 0),
        [b"@write", b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"function|dump": ((0, 0, 0), [b"@slow", b"@scripting"], [], []),
    b"function|flush": (
        (0, 0, 0),
        [b"@write", b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"function|help": ((0, 0, 0), [b"@slow", b"@scripting"], [], []),
    b"function|kill": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:one_succeeded"],
        [],
    ),
    b"function|list": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"nondeterministic_output_order"],
        [],
    ),
    b"function|load": (
        (0, 0, 0),
        [b"@write", b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"function|restore": (
        (0, 0, 0),
        [b"@write", b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"function|stats": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"nondeterministic_output", b"request_policy:all_shards", b"response_policy:special"],
        [],
    ),
    b"geoadd": (
        (1, 1, 1),
        [b"@write", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"geodist": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"geohash": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"geopos": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"georadius": (
        (1, 1, 1),
        [b"@write", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("keyword", b"STORE", 6),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("keyword", b"STOREDIST", 6),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"georadiusbymember": (
        (1, 1, 1),
        [b"@write", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("keyword", b"STORE", 5),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("keyword", b"STOREDIST", 5),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"georadiusbymember_ro": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"georadius_ro": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"geosearch": (
        (1, 1, 1),
        [b"@read", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"geosearchstore": (
        (1, 2, 1),
        [b"@write", b"@geo", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"get": (
        (1, 1, 1),
        [b"@read", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"getbit": (
        (1, 1, 1),
        [b"@read", b"@bitmap", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"getdel": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"getex": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"Reads the value and may change when it expires.",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"getrange": (
        (1, 1, 1),
        [b"@read", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"getset": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hdel": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hello": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"hexists": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"hexpire": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hexpireat": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hexpiretime": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hget": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hgetall": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hgetdel": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hgetex": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"It may change the time at which fields expire.",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hincrby": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hincrbyfloat": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hkeys": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hlen": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"hmget": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hmset": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hpersist": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hpexpire": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hpexpireat": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hpexpiretime": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hpttl": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hrandfield": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hscan": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hset": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hsetex": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hsetnx": (
        (1, 1, 1),
        [b"@write", b"@hash", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hstrlen": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"httl": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"hvals": (
        (1, 1, 1),
        [b"@read", b"@hash", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"incr": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"incrby": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"incrbyfloat": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"info": (
        (0, 0, 0),
        [b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_shards", b"response_policy:special"],
        [],
    ),
    b"keys": (
        (0, 0, 0),
        [b"@keyspace", b"@read", b"@slow", b"@dangerous"],
        [b"request_policy:all_shards", b"nondeterministic_output_order"],
        [],
    ),
    b"lastsave": (
        (0, 0, 0),
        [b"@admin", b"@fast", b"@dangerous"],
        [b"nondeterministic_output"],
        [],
    ),
    b"latency": ((0, 0, 0), [b"@slow"], [], []),
    b"latency|doctor": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_nodes", b"response_policy:special"],
        [],
    ),
    b"latency|graph": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_nodes", b"response_policy:special"],
        [],
    ),
    b"latency|help": ((0, 0, 0), [b"@slow"], [], []),
    b"latency|histogram": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_nodes", b"response_policy:special"],
        [],
    ),
    b"latency|history": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_nodes", b"response_policy:special"],
        [],
    ),
    b"latency|latest": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output", b"request_policy:all_nodes", b"response_policy:special"],
        [],
    ),
    b"latency|reset": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:agg_sum"],
        [],
    ),
    b"lcs": (
        (1, 2, 1),
        [b"@read", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 1, 1, 0),
            }
        ],
    ),
    b"lindex": (
        (1, 1, 1),
        [b"@read", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"linsert": (
        (1, 1, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"llen": (
        (1, 1, 1),
        [b"@read", b"@list", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"lmove": (
        (1, 2, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"lmpop": (
        (0, 0, 0),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"lolwut": ((0, 0, 0), [b"@read", b"@fast"], [], []),
    b"lpop": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lpos": (
        (1, 1, 1),
        [b"@read", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lpush": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lpushx": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lrange": (
        (1, 1, 1),
        [b"@read", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lrem": (
        (1, 1, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"lset": (
        (1, 1, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"ltrim": (
        (1, 1, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"memory": ((0, 0, 0), [b"@slow"], [], []),
    b"memory|doctor": (
        (0, 0, 0),
        [b"@slow"],
        [b"nondeterministic_output", b"request_policy:all_shards", b"response_policy:special"],
        [],
    ),
    b"memory|help": ((0, 0, 0), [b"@slow"], [], []),
    b"memory|malloc-stats": (
        (0, 0, 0),
        [b"@slow"],
        [b"nondeterministic_output", b"request_policy:all_shards", b"response_policy:special"],
        [],
    ),
    b"memory|purge": (
        (0, 0, 0),
        [b"@slow"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"memory|stats": (
        (0, 0, 0),
        [b"@slow"],
        [b"nondeterministic_output", b"request_policy:all_shards", b"response_policy:special"],
        [],
    ),
    b"memory|usage": (
        (2, 2, 1),
        [b"@read", b"@slow"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 2), "find": ("range", 0, 1, 0)}],
    ),
    b"mget": (
        (1, -1, 1),
        [b"@read", b"@string", b"@fast"],
        [b"request_policy:multi_shard"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"migrate": (
        (3, 3, 1),
        [b"@keyspace", b"@write", b"@slow", b"@dangerous"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 3),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete", b"incomplete"],
                "begin": ("keyword", b"KEYS", -2),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"module": ((0, 0, 0), [b"@slow"], [], []),
    b"module|help": ((0, 0, 0), [b"@slow"], [], []),
    b"module|list": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"nondeterministic_output_order"],
        [],
    ),
    b"module|load": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"module|loadex": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"module|unload": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"monitor": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"move": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"mset": (
        (1, -1, 2),
        [b"@write", b"@string", b"@slow"],
        [b"request_policy:multi_shard", b"response_policy:all_succeeded"],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", -1, 2, 0),
            }
        ],
    ),
    b"msetnx": (
        (1, -1, 2),
        [b"@write", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", -1, 2, 0),
            }
        ],
    ),
    b"multi": ((0, 0, 0), [b"@fast", b"@transaction"], [], []),
    b"object": ((0, 0, 0), [b"@slow"], [], []),
    b"object|encoding": (
        (2, 2, 1),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 2), "find": ("range", 0, 1, 0)}],
    ),
    b"object|freq": (
        (2, 2, 1),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 2), "find": ("range", 0, 1, 0)}],
    ),
    b"object|help": ((0, 0, 0), [b"@keyspace", b"@slow"], [], []),
    b"object|idletime": (
        (2, 2, 1),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 2), "find": ("range", 0, 1, 0)}],
    ),
    b"object|refcount": (
        (2, 2, 1),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 2), "find": ("range", 0, 1, 0)}],
    ),
    b"persist": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pexpire": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pexpireat": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pexpiretime": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pfadd": (
        (1, 1, 1),
        [b"@write", b"@hyperloglog", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pfcount": (
        (1, -1, 1),
        [b"@read", b"@hyperloglog", b"@slow"],
        [],
        [
            {
                "notes": b"It may write the estimate into the key.",
                "flags": [b"RW", b"access"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"pfdebug": (
        (2, 2, 1),
        [b"@write", b"@hyperloglog", b"@admin", b"@slow", b"@dangerous"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"pfmerge": (
        (1, -1, 1),
        [b"@write", b"@hyperloglog", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"pfselftest": ((0, 0, 0), [b"@hyperloglog", b"@admin", b"@slow", b"@dangerous"], [], []),
    b"ping": (
        (0, 0, 0),
        [b"@fast", b"@connection"],
        [b"request_policy:all_shards", b"response_policy:all_succeeded"],
        [],
    ),
    b"psetex": (
        (1, 1, 1),
        [b"@write", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"psubscribe": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"psync": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"pttl": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"publish": ((0, 0, 0), [b"@pubsub", b"@fast"], [], []),
    b"pubsub": ((0, 0, 0), [b"@slow"], [], []),
    b"pubsub|channels": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"pubsub|help": ((0, 0, 0), [b"@slow"], [], []),
    b"pubsub|numpat": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"pubsub|numsub": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"pubsub|shardchannels": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"pubsub|shardnumsub": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"punsubscribe": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"quit": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"randomkey": (
        (0, 0, 0),
        [b"@keyspace", b"@read", b"@slow"],
        [b"request_policy:all_shards", b"response_policy:special", b"nondeterministic_output"],
        [],
    ),
    b"readonly": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"readwrite": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"rename": (
        (1, 2, 1),
        [b"@keyspace", b"@write", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"renamenx": (
        (1, 2, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"OW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"replconf": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"replicaof": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"reset": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"restore": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@slow", b"@dangerous"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"restore-asking": (
        (1, 1, 1),
        [b"@keyspace", b"@write", b"@slow", b"@dangerous"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"role": ((0, 0, 0), [b"@admin", b"@fast", b"@dangerous"], [], []),
    b"rpop": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"rpoplpush": (
        (1, 2, 1),
        [b"@write", b"@list", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"rpush": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"rpushx": (
        (1, 1, 1),
        [b"@write", b"@list", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"sadd": (
        (1, 1, 1),
        [b"@write", b"@set", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"save": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"scan": (
        (0, 0, 0),
        [b"@keyspace", b"@read", b"@slow"],
        [b"nondeterministic_output", b"request_policy:special", b"response_policy:special"],
        [],
    ),
    b"scard": (
        (1, 1, 1),
        [b"@read", b"@set", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"script": ((0, 0, 0), [b"@slow"], [], []),
    b"script|debug": ((0, 0, 0), [b"@slow", b"@scripting"], [], []),
    b"script|exists": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:agg_logical_and"],
        [],
    ),
    b"script|flush": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"script|help": ((0, 0, 0), [b"@slow", b"@scripting"], [], []),
    b"script|kill": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"request_policy:all_shards", b"response_policy:one_succeeded"],
        [],
    ),
    b"script|load": (
        (0, 0, 0),
        [b"@slow", b"@scripting"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"sdiff": (
        (1, -1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"sdiffstore": (
        (1, -1, 1),
        [b"@write", b"@set", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"select": ((0, 0, 0), [b"@fast", b"@connection"], [], []),
    b"set": (
        (1, 1, 1),
        [b"@write", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"Reads the key only where GET asks for its old value.",
                "flags": [b"RW", b"access", b"update", b"variable_flags"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"setbit": (
        (1, 1, 1),
        [b"@write", b"@bitmap", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"setex": (
        (1, 1, 1),
        [b"@write", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"setnx": (
        (1, 1, 1),
        [b"@write", b"@string", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"insert"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"setrange": (
        (1, 1, 1),
        [b"@write", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"shutdown": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"sinter": (
        (1, -1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"sintercard": (
        (0, 0, 0),
        [b"@read", b"@set", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"sinterstore": (
        (1, -1, 1),
        [b"@write", b"@set", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"sismember": (
        (1, 1, 1),
        [b"@read", b"@set", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"slaveof": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"slowlog": ((0, 0, 0), [b"@slow"], [], []),
    b"slowlog|get": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"nondeterministic_output"],
        [],
    ),
    b"slowlog|help": ((0, 0, 0), [b"@slow"], [], []),
    b"slowlog|len": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:agg_sum", b"nondeterministic_output"],
        [],
    ),
    b"slowlog|reset": (
        (0, 0, 0),
        [b"@admin", b"@slow", b"@dangerous"],
        [b"request_policy:all_nodes", b"response_policy:all_succeeded"],
        [],
    ),
    b"smembers": (
        (1, 1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"smismember": (
        (1, 1, 1),
        [b"@read", b"@set", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"smove": (
        (1, 2, 1),
        [b"@write", b"@set", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"sort": (
        (1, 1, 1),
        [b"@write", b"@set", b"@sortedset", b"@list", b"@slow", b"@dangerous"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"What BY and GET read depends on the elements, so no position in the call tells",
                "flags": [b"RO", b"access"],
                "begin": ("unknown",),
                "find": ("unknown",),
            },
            {
                "notes": b"STORE may stand anywhere among the options",
                "flags": [b"OW", b"update"],
                "begin": ("unknown",),
                "find": ("unknown",),
            },
        ],
    ),
    b"sort_ro": (
        (1, 1, 1),
        [b"@read", b"@set", b"@sortedset", b"@list", b"@slow", b"@dangerous"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"What BY and GET read depends on the elements, so no position in the call tells",
                "flags": [b"RO", b"access"],
                "begin": ("unknown",),
                "find": ("unknown",),
            },
        ],
    ),
    b"spop": (
        (1, 1, 1),
        [b"@write", b"@set", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"spublish": (
        (1, 1, 1),
        [b"@pubsub", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"not_key"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"srandmember": (
        (1, 1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"srem": (
        (1, 1, 1),
        [b"@write", b"@set", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"sscan": (
        (1, 1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"ssubscribe": (
        (1, -1, 1),
        [b"@pubsub", b"@slow"],
        [],
        [{"notes": b"", "flags": [b"not_key"], "begin": ("index", 1), "find": ("range", -1, 1, 0)}],
    ),
    b"strlen": (
        (1, 1, 1),
        [b"@read", b"@string", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"subscribe": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"substr": (
        (1, 1, 1),
        [b"@read", b"@string", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"sunion": (
        (1, -1, 1),
        [b"@read", b"@set", b"@slow"],
        [b"nondeterministic_output_order"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"sunionstore": (
        (1, -1, 1),
        [b"@write", b"@set", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", -1, 1, 0),
            },
        ],
    ),
    b"sunsubscribe": (
        (1, -1, 1),
        [b"@pubsub", b"@slow"],
        [],
        [{"notes": b"", "flags": [b"not_key"], "begin": ("index", 1), "find": ("range", -1, 1, 0)}],
    ),
    b"swapdb": ((0, 0, 0), [b"@keyspace", b"@write", b"@fast", b"@dangerous"], [], []),
    b"sync": ((0, 0, 0), [b"@admin", b"@slow", b"@dangerous"], [], []),
    b"time": ((0, 0, 0), [b"@fast"], [b"nondeterministic_output"], []),
    b"touch": (
        (1, -1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [b"request_policy:multi_shard", b"response_policy:agg_sum"],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", -1, 1, 0)}],
    ),
    b"ttl": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"type": (
        (1, 1, 1),
        [b"@keyspace", b"@read", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"unlink": (
        (1, -1, 1),
        [b"@keyspace", b"@write", b"@fast"],
        [b"request_policy:multi_shard", b"response_policy:agg_sum"],
        [
            {
                "notes": b"",
                "flags": [b"RM", b"delete"],
                "begin": ("index", 1),
                "find": ("range", -1, 1, 0),
            }
        ],
    ),
    b"unsubscribe": ((0, 0, 0), [b"@pubsub", b"@slow"], [], []),
    b"unwatch": ((0, 0, 0), [b"@fast", b"@transaction"], [], []),
    b"VADD": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VCARD": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VDIM": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VEMB": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VGETATTR": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VINFO": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VISMEMBER": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VLINKS": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VRANDMEMBER": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VREM": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VSETATTR": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"VSIM": (
        (1, 1, 1),
        [],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"wait": (
        (0, 0, 0),
        [b"@slow", b"@blocking", b"@connection"],
        [b"request_policy:all_shards", b"response_policy:agg_min"],
        [],
    ),
    b"waitaof": (
        (0, 0, 0),
        [b"@slow", b"@blocking", b"@connection"],
        [b"request_policy:all_shards", b"response_policy:agg_min"],
        [],
    ),
    b"watch": (
        (1, -1, 1),
        [b"@fast", b"@transaction"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", -1, 1, 0)}],
    ),
    b"xack": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xackdel": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xadd": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"UPDATE rather than INSERT since it may also trim",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xautoclaim": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xclaim": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xdel": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xdelex": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xgroup": ((0, 0, 0), [b"@slow"], [], []),
    b"xgroup|create": (
        (2, 2, 1),
        [b"@write", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xgroup|createconsumer": (
        (2, 2, 1),
        [b"@write", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"insert"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xgroup|delconsumer": (
        (2, 2, 1),
        [b"@write", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xgroup|destroy": (
        (2, 2, 1),
        [b"@write", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xgroup|help": ((0, 0, 0), [b"@stream", b"@slow"], [], []),
    b"xgroup|setid": (
        (2, 2, 1),
        [b"@write", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xinfo": ((0, 0, 0), [b"@slow"], [], []),
    b"xinfo|consumers": (
        (2, 2, 1),
        [b"@read", b"@stream", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xinfo|groups": (
        (2, 2, 1),
        [b"@read", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xinfo|help": ((0, 0, 0), [b"@stream", b"@slow"], [], []),
    b"xinfo|stream": (
        (2, 2, 1),
        [b"@read", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xlen": (
        (1, 1, 1),
        [b"@read", b"@stream", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"xpending": (
        (1, 1, 1),
        [b"@read", b"@stream", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xrange": (
        (1, 1, 1),
        [b"@read", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xread": (
        (0, 0, 0),
        [b"@read", b"@stream", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("keyword", b"STREAMS", 1),
                "find": ("range", -1, 1, 2),
            }
        ],
    ),
    b"xreadgroup": (
        (0, 0, 0),
        [b"@write", b"@stream", b"@slow", b"@blocking"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("keyword", b"STREAMS", 4),
                "find": ("range", -1, 1, 2),
            }
        ],
    ),
    b"xrevrange": (
        (1, 1, 1),
        [b"@read", b"@stream", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xsetid": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"xtrim": (
        (1, 1, 1),
        [b"@write", b"@stream", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zadd": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zcard": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [{"notes": b"", "flags": [b"RO"], "begin": ("index", 1), "find": ("range", 0, 1, 0)}],
    ),
    b"zcount": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zdiff": (
        (0, 0, 0),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"zdiffstore": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            },
        ],
    ),
    b"zincrby": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zinter": (
        (0, 0, 0),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"zintercard": (
        (0, 0, 0),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"zinterstore": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            },
        ],
    ),
    b"zlexcount": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zmpop": (
        (0, 0, 0),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"zmscore": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zpopmax": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zpopmin": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"access", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrandmember": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrange": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrangebylex": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrangebyscore": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrangestore": (
        (1, 2, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("range", 0, 1, 0),
            },
        ],
    ),
    b"zrank": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrem": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zremrangebylex": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zremrangebyrank": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zremrangebyscore": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RW", b"delete"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrevrange": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrevrangebylex": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrevrangebyscore": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zrevrank": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zscan": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@slow"],
        [b"nondeterministic_output"],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zscore": (
        (1, 1, 1),
        [b"@read", b"@sortedset", b"@fast"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            }
        ],
    ),
    b"zunion": (
        (0, 0, 0),
        [b"@read", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 1),
                "find": ("keynum", 0, 1, 1),
            }
        ],
    ),
    b"zunionstore": (
        (1, 1, 1),
        [b"@write", b"@sortedset", b"@slow"],
        [],
        [
            {
                "notes": b"",
                "flags": [b"OW", b"update"],
                "begin": ("index", 1),
                "find": ("range", 0, 1, 0),
            },
            {
                "notes": b"",
                "flags": [b"RO", b"access"],
                "begin": ("index", 2),
                "find": ("keynum", 0, 1, 1),
            },
        ],
    ),
}
