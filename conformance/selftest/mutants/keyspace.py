"""Keys as such: names, databases, walking through them, patterns, copies."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, words

MOVING = "commands.generic.moving"
DATABASE = "keyspace.database:Database"
SLOTS = "datatypes.slots:Slots"

MUTANTS = (
    mutant(
        "rename-copies",
        "RENAME leaves the old name",
        edit(f"{MOVING}:_rename", "    call.keys.remove(key)\n", ""),
        hints=("RENAME",),
    ),
    mutant(
        "rename-to-itself-deletes",
        "RENAME of a key to its own name deletes it",
        edit(
            f"{MOVING}:rename",
            "    if key != new_key:\n        _rename(call, key, new_key)",
            "    _rename(call, key, new_key)\n"
            "    if key == new_key:\n        call.keys.remove(key)",
        ),
        hints=("RENAME",),
    ),
    mutant(
        "rename-of-nothing",
        "RENAME of no key answers OK",
        edit(f"{MOVING}:rename", "raise CommandError(errors.NO_SUCH_KEY)", "return OK"),
        hints=("RENAME",),
    ),
    mutant(
        "renamenx-overwrites",
        "RENAMENX overwrites",
        edit(f"{MOVING}:renamenx", "if new_key in call.keys:", "if False:"),
        hints=("RENAMENX",),
    ),
    mutant(
        "renamenx-to-itself",
        "RENAMENX of a key to its own name answers 1",
        edit(f"{MOVING}:renamenx", "if new_key in call.keys:", "if key != new_key in call.keys:"),
        hints=("RENAMENX",),
    ),
    mutant(
        "copy-replaces",
        "COPY without REPLACE replaces",
        edit(f"{MOVING}:copy", " and not args.replace", " and False"),
        hints=("COPY",),
    ),
    mutant(
        "copy-shares",
        "a copy changes with its original",
        edit(f"{MOVING}:copy", "copy_value(", "("),
        hints=("COPY",),
    ),
    mutant(
        "copy-onto-itself",
        "COPY of a key onto itself answers 0",
        edit(f"{MOVING}:copy", "raise CommandError(errors.SAME_OBJECT)", "return ZERO"),
        hints=("COPY",),
    ),
    mutant(
        "copy-db-ignored",
        "COPY DB copies within the selected database",
        edit(f"{MOVING}:copy", "call.keys if args.db is None", "call.keys if True"),
        hints=("COPY",),
    ),
    mutant(
        "move-overwrites",
        "MOVE overwrites a key of the same name",
        edit(f"{MOVING}:move", " or key in target", ""),
        hints=("MOVE",),
    ),
    mutant(
        "move-to-same-database",
        "MOVE to the selected database answers 0",
        edit(f"{MOVING}:move", "raise CommandError(errors.SAME_OBJECT)", "return ZERO"),
        hints=("MOVE",),
    ),
    mutant(
        "swapdb-moves",
        "SWAPDB exchanges values but not times to live",
        edit(f"{DATABASE}.swap", '"expires", ', ""),
        hints=("SWAPDB",),
    ),
    mutant(
        "swapdb-nothing",
        "SWAPDB does nothing",
        edit("commands.server.flush:swap", "first.swap(second)", "pass"),
        hints=("SWAPDB",),
    ),
    mutant(
        "swapdb-out-of-range",
        "SWAPDB with a database beyond the last answers OK",
        edit(
            "commands.server.flush:swap",
            "raise CommandError(errors.DB_OUT_OF_RANGE) from None",
            "return OK",
        ),
        hints=("SWAPDB",),
    ),
    mutant(
        "flushdb-all",
        "FLUSHDB empties all databases",
        edit(
            "commands.server.flush:flush_database",
            "call.keys.clear(lazily)",
            "sum([d.clear(lazily) for d in call.server.databases])",
        ),
        hints=("FLUSHDB", "databases"),
    ),
    mutant(
        "flushall-one",
        "FLUSHALL empties the selected database only",
        edit("commands.server.flush:flush_all", "call.server.databases", "[call.keys]"),
        hints=("FLUSHALL", "databases"),
    ),
    mutant(
        "dbsize-all",
        "DBSIZE counts the keys of all databases",
        edit(
            "commands.server.flush:count_keys",
            "len(call.keys)",
            "sum(map(len, call.server.databases))",
        ),
        hints=("DBSIZE",),
    ),
    mutant(
        "select-out-of-range",
        "SELECT of a database beyond the last selects the last",
        edit(
            "commands.connection.basics:select",
            "raise CommandError(errors.DB_OUT_OF_RANGE) from None",
            "call.select(15)",
        ),
        hints=("SELECT",),
    ),
    mutant(
        "del-first-only",
        "DEL deletes its first key only",
        words("DEL", lambda argv: argv[:2]),
        hints=("DEL",),
    ),
    mutant(
        "empty-list-stays",
        "a list that becomes empty stays",
        edit("commands.list.ends:_remove", "call.keys.remove(key)", "pass"),
        hints=("LPOP",),
    ),
    mutant(
        "empty-set-stays",
        "a set that becomes empty stays",
        edit("commands.set:_remove_if_empty", "call.keys.remove(key)", "pass"),
        hints=("SREM",),
    ),
    mutant(
        "empty-hash-stays",
        "a hash that becomes empty stays",
        edit("commands.hash.lapse:remove_if_empty", "call.keys.remove(key)", "pass"),
        hints=("HDEL",),
    ),
    mutant(
        "empty-sorted-set-stays",
        "a sorted set that becomes empty stays",
        edit("commands.sorted_set.entries:removed", "call.keys.remove(key)", "pass"),
        hints=("ZREM",),
    ),
    mutant(
        "ltrim-to-nothing",
        "LTRIM of everything leaves an empty list",
        edit("commands.list.elements:ltrim", "remove_if_empty(call, args.key, value)", "pass"),
        hints=("LTRIM",),
    ),
    mutant(
        "scan-misses-when-keys-go",
        "SCAN misses keys when others are deleted during the walk",
        edit(
            f"{SLOTS}.scan",
            "    found = self._keys[start:stop][::-1]\n",
            "    start, stop = cursor, min(cursor + max(count, 1), total)\n"
            "    found = self._keys[start:stop]\n"
            "    start = stop % total if total else 0\n",
        ),
        hints=("SCAN", "SSCAN", "HSCAN"),
    ),
    mutant(
        "scan-misses-one",
        "SCAN leaves one key in each page away",
        edit(
            f"{SLOTS}.scan",
            "self._keys[start:stop][::-1]",
            "self._keys[start + (stop - start > 9) : stop]",
        ),
        hints=("SCAN", "SSCAN", "HSCAN"),
    ),
    mutant(
        "scan-never-ends",
        "SCAN of a large keyspace begins anew instead of ending",
        edit(f"{SLOTS}.scan", "return start,", "return start or total,"),
        hints=("SCAN", "SSCAN"),
    ),
    mutant(
        "scan-type-ignored",
        "SCAN ignores TYPE",
        edit("commands.generic.walking:scan", "if args.type is not None:", "if False:"),
        hints=("SCAN",),
    ),
    mutant(
        "scan-match-ignored",
        "SCAN ignores MATCH",
        edit("commands.generic.walking:scan", "if args.match is not None and", "if False and"),
        hints=("SCAN",),
    ),
    mutant(
        "hscan-novalues",
        "HSCAN NOVALUES gives values",
        edit("commands.hash.walking:hscan", "if not args.novalues:", "if True:"),
        hints=("HSCAN",),
    ),
    mutant(
        "sscan-small-in-pages",
        "SSCAN gives small sets in pages",
        edit("datatypes.set:SetValue.scan", 'if self.encoding != "hashtable":', "if False:"),
        hints=("SSCAN",),
    ),
    mutant(
        "glob-question-mark",
        "? in a pattern matches nothing, too",
        edit("datatypes.glob:_pieces", "piece.append(_ANY_BYTE)", 'piece.append(b".?")'),
        hints=("KEYS",),
    ),
    mutant(
        "glob-negated-class",
        "[^…] in a pattern is not negated",
        edit("datatypes.glob:_class", "if negated:\n        members", "if False:\n        members"),
        hints=("KEYS",),
    ),
    mutant(
        "glob-escape",
        "a backslash in a pattern doesn't escape",
        edit("datatypes.glob:_pieces", "if byte == _BACKSLASH and at < end:", "if False:"),
        hints=("KEYS",),
    ),
    mutant(
        "glob-range",
        "a range in a class of a pattern leaves its end away",
        edit(
            "datatypes.glob:_class",
            "_range(byte, pattern[at + 2], nocase)",
            "_range(byte, pattern[at + 2] - 1, nocase)",
        ),
        hints=("KEYS",),
    ),
    mutant(
        "randomkey-of-nothing",
        "RANDOMKEY of an empty database answers an empty string",
        edit(
            "commands.generic.walking:randomkey",
            "call.wire.null if key is None",
            "bulk(b'') if key is None",
        ),
        hints=("RANDOMKEY",),
    ),
    mutant(
        "touch-changes-nothing",
        "TOUCH leaves the idle time",
        edit("commands.generic.keys:touch", "call.keys.read_any(key)", "call.keys.glance(key)"),
        hints=("TOUCH", "OBJECT IDLETIME"),
    ),
    mutant(
        "object-idletime-touches",
        "OBJECT IDLETIME is an access itself",
        edit(
            "commands.generic.inspection:object_idletime",
            "call.keys.inspect(key)",
            "call.keys.read_any(key)",
        ),
        hints=("OBJECT IDLETIME", "OBJECT"),
    ),
    mutant(
        "hits-not-counted",
        "a key that is found is not counted as a hit",
        edit(f"{DATABASE}.read_string", "self._statistics.hits += 1", "pass"),
        hints=("INFO",),
    ),
    mutant(
        "unlink-keeps",
        "UNLINK deletes nothing",
        words("UNLINK", lambda argv: [b"UNLINK", *(b"no " + key for key in argv[1:])]),
        hints=("UNLINK",),
    ),
)
