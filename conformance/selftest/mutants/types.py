"""Values of the wrong type: who looks, when, and what is left untouched."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

DATABASE = "keyspace.database:Database"
VALUES = "commands.string.values"

MUTANTS = (
    mutant(
        "wrong-type-text",
        "the error of a wrong type has the code word ERR",
        put(
            "table.errors:WRONG_TYPE",
            b"-ERR Operation against a key holding the wrong kind of value\r\n",
        ),
        hints=("GET", "LPUSH"),
    ),
    mutant(
        "read-tolerates",
        "reading commands take a value of another type for no value",
        edit(f"{DATABASE}.read", "raise self._environment.wrong_type()", "return None"),
        hints=("LLEN", "HGET"),
    ),
    mutant(
        "write-replaces",
        "writing commands take a value of another type for no value",
        edit(f"{DATABASE}.write", "raise self._environment.wrong_type()", "return None"),
        hints=("LPUSH", "HSET"),
    ),
    mutant(
        "get-of-list",
        "GET of another type answers null",
        edit(f"{DATABASE}.read_string", "raise self._environment.wrong_type()", "return None"),
        hints=("GET",),
    ),
    mutant(
        "mget-wrong-type",
        "MGET fails if one key is of another type",
        edit(f"{VALUES}:mget", "call.keys.read_any(key)", "call.keys.read_string(key)"),
        hints=("MGET",),
    ),
    mutant(
        "set-get-wrong-type",
        "SET GET on another type overwrites",
        edit(
            f"{VALUES}:set_string",
            "call.keys.read_string(key)",
            "(lambda v: v if isinstance(v, bytes) else None)(call.keys.read_any(key))",
        ),
        hints=("SET",),
    ),
    mutant(
        "getset-overwrites-first",
        "GETSET overwrites a value of another type before it fails",
        edit(
            f"{VALUES}:getset",
            "    previous = call.keys.read_string(key)\n",
            "    if isinstance(call.keys.read_any(key), (bytes, type(None))):\n"
            "        previous = call.keys.read_string(key)\n"
            "    else:\n"
            "        held = call.keys.read_any(key)\n"
            "        _store(call, key, value)\n"
            "        from refimpl.table import errors\n"
            "        return errors.WRONG_TYPE\n",
        ),
        hints=("GETSET",),
    ),
    mutant(
        "smove-destination",
        "SMOVE doesn't look at the type of the destination when the member is missing",
        edit(
            "commands.set:smove",
            "    target = call.keys.write(target_key, SetValue)\n",
            "    if member not in source:\n        return ZERO\n"
            "    target = call.keys.write(target_key, SetValue)\n",
        ),
        hints=("SMOVE",),
    ),
    mutant(
        "sinter-stops-at-missing",
        "SINTER doesn't look at the types of keys behind a missing one",
        edit(
            "commands.set:_sets",
            "return [call.keys.read(key, SetValue) for key in keys]",
            "found = []\n"
            "    for key in keys:\n"
            "        found.append(call.keys.read(key, SetValue))\n"
            "        if found[-1] is None: break\n"
            "    return found + [None] * (len(keys) - len(found))",
        ),
        hints=("SINTER", "SDIFF", "SUNION"),
    ),
    mutant(
        "zunion-of-lists",
        "ZUNION takes a list for an empty set",
        edit(
            "commands.sorted_set.algebra:_read",
            "raise CommandError(errors.WRONG_TYPE)",
            "value = None",
        ),
        hints=("ZUNION", "ZUNIONSTORE", "ZINTER"),
    ),
    mutant(
        "sort-of-strings",
        "SORT takes a string for nothing",
        edit(
            "commands.generic.sort:_in_order",
            "raise CommandError(errors.WRONG_TYPE)",
            "elements = []",
        ),
        hints=("SORT",),
    ),
    mutant(
        "lmpop-skips-other-types",
        "LMPOP passes keys of another type over",
        edit(
            "commands.list.push_pop:lmpop",
            "        value = call.keys.write(key, ListValue)\n",
            "        value = call.keys.read_any(key)\n"
            "        value = value if isinstance(value, ListValue) else None\n",
        ),
        hints=("LMPOP",),
    ),
    mutant(
        "lpushx-other-types",
        "LPUSHX on another type answers 0",
        edit(
            "commands.list.push_pop:_push_existing",
            "if call.keys.write(argv[1], ListValue) is None:",
            "if not isinstance(call.keys.read_any(argv[1]), ListValue):",
        ),
        hints=("LPUSHX", "RPUSHX"),
    ),
    mutant(
        "lcs-wrong-type",
        "LCS answers other types with the usual error",
        put(
            "table.errors:LCS_NOT_STRINGS",
            b"-WRONGTYPE Operation against a key holding the wrong kind of value\r\n",
        ),
        hints=("LCS",),
    ),
    mutant(
        "incr-of-text",
        "INCR counts from 0 where the string is no number",
        edit(
            "commands.string.counters:_add",
            "if number is None:\n        raise CommandError(errors.NOT_INTEGER)",
            "number = number or 0",
        ),
        hints=("INCR", "INCRBY"),
    ),
    mutant(
        "hincrby-error-text",
        "HINCRBY of a text tells the error of INCR",
        put(
            "table.errors:HASH_VALUE_NOT_INTEGER",
            b"-ERR value is not an integer or out of range\r\n",
        ),
        hints=("HINCRBY",),
    ),
)
