"""Replies: the wrong null, off by one, elements too many or too few, the wrong order or shape."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, reply, words

ELEMENTS = "commands.list.elements"
ENDS = "commands.list.ends"
RANGES = "commands.sorted_set.ranges"

MUTANTS = (
    mutant(
        "lpop-count-of-nothing",
        "LPOP with a count answers an empty array where there is no key",
        edit(
            "commands.list.push_pop:_pop",
            "call.wire.null if count is None else call.wire.null_array",
            "call.wire.null if count is None else EMPTY_ARRAY",
        ),
        hints=("LPOP",),
    ),
    mutant(
        "llen-off-by-one",
        "LLEN counts one element too many",
        edit(f"{ELEMENTS}:llen", "integer(len(value))", "integer(len(value) + 1)"),
        hints=("LLEN",),
    ),
    mutant(
        "lrange-stop-exclusive",
        "LRANGE leaves the last element away",
        edit(f"{ELEMENTS}:_bounds", "(start, stop + 1)", "(start, stop)"),
        hints=("LRANGE",),
    ),
    mutant(
        "lrange-start-below-front",
        "LRANGE from before the front finds nothing",
        edit(f"{ELEMENTS}:_bounds", "start = max(start + length, 0)", "start = start + length"),
        edit(f"{ELEMENTS}:_bounds", "if start <= stop", "if 0 <= start <= stop"),
        hints=("LRANGE",),
    ),
    mutant(
        "lpush-order",
        "LPUSH keeps the order of several elements",
        words("LPUSH", lambda argv: [*argv[:2], *argv[:1:-1]]),
        hints=("LPUSH",),
    ),
    mutant(
        "rpop-count-order",
        "RPOP with a count answers in the order of the list",
        edit(f"{ENDS}:pop_many", "[::-1]", ""),
        hints=("RPOP",),
    ),
    mutant(
        "linsert-after",
        "LINSERT AFTER inserts before",
        edit(f"{ELEMENTS}:linsert", 'args.where == "after"', "False"),
        hints=("LINSERT",),
    ),
    mutant(
        "linsert-pivot-missing",
        "LINSERT answers 0 when the pivot is not there",
        edit(f"{ELEMENTS}:linsert", "integer(-1)", "ZERO"),
        hints=("LINSERT",),
    ),
    mutant(
        "lrem-negative-count",
        "LREM with a negative count removes from the front",
        edit("datatypes.list:ListValue.remove", "indices[count:]", "indices[:-count]"),
        hints=("LREM",),
    ),
    mutant(
        "lpos-rank-backwards",
        "LPOS with a negative RANK searches from the front",
        edit(f"{ELEMENTS}:lpos", "backwards=rank < 0", "backwards=False"),
        hints=("LPOS",),
    ),
    mutant(
        "lpos-count-zero",
        "LPOS COUNT 0 finds one element instead of all",
        edit(f"{ELEMENTS}:lpos", "args.count or length", "args.count or 1"),
        hints=("LPOS",),
    ),
    mutant(
        "lmove-direction",
        "LMOVE puts to the front whatever is asked for",
        edit("commands.list.push_pop:lmove", 'args.whereto == "left"', "True"),
        hints=("LMOVE",),
    ),
    mutant(
        "getrange-past-end",
        "GETRANGE to -1 leaves the last byte away",
        edit("commands.string.ranges:getrange", "max(end + length, 0)", "max(end + length - 1, 0)"),
        hints=("GETRANGE",),
    ),
    mutant(
        "setrange-no-padding",
        "SETRANGE beyond the end appends without zero bytes",
        edit("commands.string.ranges:setrange", "bytes(offset - len(edited))", "b''"),
        hints=("SETRANGE",),
    ),
    mutant(
        "append-answers-added",
        "APPEND answers how many bytes were added",
        edit(
            "commands.string.ranges:append",
            '    edited += tail\n    call.changed("append", key)\n    return integer(len(edited))',
            '    edited += tail\n    call.changed("append", key)\n    return integer(len(tail))',
        ),
        hints=("APPEND",),
    ),
    mutant(
        "mget-stops-at-missing",
        "MGET leaves missing keys away",
        edit(
            "commands.string.values:mget",
            "        replies.append(",
            "        if value is not None: replies.append(",
        ),
        hints=("MGET",),
    ),
    mutant(
        "msetnx-partial",
        "MSETNX sets unless all keys are there",
        edit("commands.string.values:msetnx", "if any(", "if all("),
        hints=("MSETNX",),
    ),
    mutant(
        "set-get-new-value",
        "SET GET answers the new value",
        edit("commands.string.values:set_string", "else bulk(previous)", "else bulk(args.value)"),
        hints=("SET",),
    ),
    mutant(
        "set-nx-get",
        "SET NX GET on an existing key answers null",
        edit(
            "commands.string.values:set_string",
            "return reply if args.get else call.wire.null",
            "return call.wire.null",
        ),
        hints=("SET",),
    ),
    mutant(
        "getdel-keeps",
        "GETDEL leaves the key",
        edit("commands.string.values:getdel", "    call.keys.remove(key)\n", ""),
        hints=("GETDEL",),
    ),
    mutant(
        "lcs-minmatchlen",
        "LCS IDX ignores MINMATCHLEN",
        edit("commands.string.lcs:lcs", "args.minmatchlen or 0", "0"),
        hints=("LCS",),
    ),
    mutant(
        "hset-answers-given",
        "HSET answers how many fields were given, not how many are new",
        edit(
            "commands.hash.fields:hset",
            "_set(call, args.key, args.pairs)",
            "_set(call, args.key, args.pairs) * 0 + len(args.pairs)",
        ),
        hints=("HSET",),
    ),
    mutant(
        "hrandfield-withvalues-flat",
        "HRANDFIELD WITHVALUES is a flat array in RESP3, too",
        edit("commands.hash.walking:hrandfield", "if call.wire.version == 2:", "if True:"),
        hints=("HRANDFIELD",),
    ),
    mutant(
        "hrandfield-negative-count",
        "HRANDFIELD with a negative count gives no field twice",
        edit(
            "commands.hash.walking:hrandfield",
            "fields = [value.random(call.random) for _ in range(-count)]",
            "fields = value.sample(call.random, -count)",
        ),
        hints=("HRANDFIELD",),
    ),
    mutant(
        "hincrbyfloat-trailing-zeros",
        "HINCRBYFLOAT prints 17 decimals",
        edit(
            "commands.hash.counters:hincrbyfloat",
            "printed = format_long_double(total)",
            "printed = b'%.17f' % float(format_long_double(total))",
        ),
        hints=("HINCRBYFLOAT",),
    ),
    mutant(
        "sadd-answers-given",
        "SADD answers how many members were given",
        edit("commands.set:sadd", "return integer(added)", "return integer(len(members))"),
        hints=("SADD",),
    ),
    mutant(
        "smove-of-no-member",
        "SMOVE of something that is no member answers 1",
        edit(
            "commands.set:smove",
            "if not source.remove(member):\n        return ZERO",
            "if not source.remove(member):\n        return ONE",
        ),
        hints=("SMOVE",),
    ),
    mutant(
        "sintercard-limit",
        "SINTERCARD ignores LIMIT",
        edit("commands.set:sintercard", "args.limit or 0", "0"),
        hints=("SINTERCARD",),
    ),
    mutant(
        "sdiff-first-only",
        "SDIFF subtracts the second set only",
        words("SDIFF", lambda argv: argv[:3]),
        hints=("SDIFF",),
    ),
    mutant(
        "spop-leaves",
        "SPOP answers a member without taking it out",
        edit(
            "commands.set:_pop_one",
            "member = value.pop(call.random)",
            "member = value.random(call.random)",
        ),
        hints=("SPOP",),
    ),
    mutant(
        "srandmember-repeats",
        "SRANDMEMBER with a positive count may give a member twice",
        edit(
            "commands.set:srandmember",
            "value.sample(call.random, args.count)",
            "value.random(call.random) for _ in range(min(args.count, len(value)))",
        ),
        hints=("SRANDMEMBER",),
    ),
    mutant(
        "zadd-ch",
        "ZADD CH counts new members only",
        edit("commands.sorted_set.writes:add", "added + updated if args.ch else added)", "added)"),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-gt-takes-equal-or-less",
        "ZADD GT changes a score to a lower one",
        edit("commands.sorted_set.writes:_goes_wrong_way", "(args.gt and score <= old) or ", ""),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-xx-adds",
        "ZADD XX adds new members to a set that is there",
        edit(
            "commands.sorted_set.writes:add",
            "            if not args.xx:\n",
            "            if True:\n",
        ),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-incr-nx-answers",
        "ZADD NX INCR on a member answers its score instead of null",
        edit(
            "commands.sorted_set.writes:_add_to_score",
            "else args.nx:\n        return call.wire.null",
            "else args.nx:\n        return call.wire.double(old or 0.0)",
        ),
        hints=("ZADD",),
    ),
    mutant(
        "zincrby-nan",
        "ZINCRBY makes 0 of opposite infinities instead of an error",
        edit(
            "commands.sorted_set.writes:_sum",
            "raise CommandError(errors.SCORE_NOT_A_NUMBER)",
            "return 0.0",
        ),
        hints=("ZINCRBY", "ZADD"),
    ),
    mutant(
        "zrange-rev-bounds",
        "ZRANGE REV BYSCORE takes its bounds in the order lowest, highest",
        edit(
            f"{RANGES}:_select",
            "(args.stop, args.start) if args.rev else (args.start, args.stop)",
            "(args.start, args.stop)",
        ),
        hints=("ZRANGE",),
    ),
    mutant(
        "zrange-limit-offset",
        "ZRANGEBYSCORE LIMIT ignores its offset",
        edit(f"{RANGES}:_limited", "start = min(start + offset, stop)", "start = start"),
        hints=("ZRANGEBYSCORE", "ZRANGE"),
    ),
    mutant(
        "zrange-limit-negative-count",
        "ZRANGEBYSCORE LIMIT with a negative count finds nothing",
        edit(f"{RANGES}:_limited", "stop - start if count < 0 else count", "max(count, 0)"),
        hints=("ZRANGEBYSCORE", "ZRANGE", "ZREVRANGEBYSCORE"),
    ),
    mutant(
        "zset-order-of-equal-scores",
        "members of equal score come in the reverse order of their bytes",
        edit(
            "commands.sorted_set.entries:members",
            "[member for _, member in entries]",
            "[m for _, m in sorted(entries, key=lambda e: (e[0], [-b for b in e[1]]))]",
        ),
        hints=("ZRANGE",),
    ),
    mutant(
        "zrange-withscores-flat",
        "WITHSCORES is a flat array in RESP3, too",
        edit(
            "commands.sorted_set.entries:members_with_scores", "if wire.version > 2:", "if False:"
        ),
        hints=("ZRANGE",),
    ),
    mutant(
        "zpopmin-nested",
        "ZPOPMIN without a count answers a nested array in RESP3",
        edit(
            "commands.sorted_set.pops:_pop_one",
            "return array([bulk(member), call.wire.double(score)])",
            "return members_with_scores(call.wire, [(score, member)])",
        ),
        hints=("ZPOPMIN", "ZPOPMAX"),
    ),
    mutant(
        "zmpop-max-takes-min",
        "ZMPOP MAX takes the lowest",
        edit("commands.sorted_set.pops:_pop_from_first", 'args.where == "max"', "False"),
        hints=("ZMPOP",),
    ),
    mutant(
        "zrank-withscore-null",
        "ZRANK WITHSCORE of no member answers a null bulk string",
        edit(
            "commands.sorted_set.scores:_rank",
            "call.wire.null_array if args.withscore else call.wire.null",
            "call.wire.null",
        ),
        hints=("ZRANK",),
    ),
    mutant(
        "zrevrank-off-by-one",
        "ZREVRANK counts from 1",
        edit("commands.sorted_set.scores:_rank", "len(value) - 1 - before", "len(value) - before"),
        hints=("ZREVRANK",),
    ),
    mutant(
        "zunion-aggregate-min",
        "AGGREGATE MIN adds",
        edit(
            "commands.sorted_set.algebra:_lower",
            "score if score < total else total",
            "total + score",
        ),
        hints=("ZUNION", "ZUNIONSTORE", "ZINTER"),
    ),
    mutant(
        "zunion-weights-ignored",
        "WEIGHTS change nothing in a union",
        edit("commands.sorted_set.algebra:_union", "weight = source.weight", "weight = 1.0"),
        hints=("ZUNION", "ZUNIONSTORE"),
    ),
    mutant(
        "zinter-plain-sets",
        "members of plain sets score 0 in unions and intersections",
        edit(
            "commands.sorted_set.algebra:_Source.__init__",
            "dict.fromkeys(value, 1.0)",
            "dict.fromkeys(value, 0.0)",
        ),
        hints=("ZINTER", "ZUNION", "ZINTERSTORE", "ZUNIONSTORE"),
    ),
    mutant(
        "store-of-nothing-keeps-destination",
        "a store command whose result is empty leaves the destination as it was",
        edit("commands.set:_store", "if call.keys.remove(key):", "if False:"),
        hints=("SINTERSTORE", "SDIFFSTORE", "SUNIONSTORE"),
    ),
    mutant(
        "zrangestore-of-nothing-keeps-destination",
        "ZRANGESTORE, ZUNIONSTORE… of nothing leave the destination as it was",
        edit("commands.sorted_set.entries:stored", "elif call.keys.remove(key):", "elif False:"),
        hints=("ZRANGESTORE", "ZINTERSTORE", "ZDIFFSTORE", "ZUNIONSTORE"),
    ),
    mutant(
        "sort-desc",
        "SORT ignores DESC",
        edit("commands.generic.sort:_by_number", "reverse=descending", "reverse=False"),
        hints=("SORT",),
    ),
    mutant(
        "sort-missing-weight",
        "SORT BY counts a missing weight as 1",
        edit("commands.generic.sort:_by_number", "0.0 if text is None", "1.0 if text is None"),
        hints=("SORT",),
    ),
    mutant(
        "sort-get-hash",
        "SORT GET takes -> as a part of the key",
        edit(
            "commands.generic.sort:_Pattern.__init__", 'suffix.partition(b"->")', "suffix, b'', b''"
        ),
        hints=("SORT",),
    ),
    mutant(
        "bitcount-last-byte",
        "BITCOUNT with a range leaves the last byte away",
        edit(
            "commands.bitmap.bits:_bit_range",
            "last * unit + unit - 1",
            "max(last - 1, 0) * unit + unit - 1",
        ),
        hints=("BITCOUNT",),
    ),
    mutant(
        "bitpos-beyond-end",
        "BITPOS of a clear bit finds none behind a string of set ones",
        edit("commands.bitmap.bits:bitpos", "if not args.bit and args.end is None", "if False"),
        hints=("BITPOS",),
    ),
    mutant(
        "bitop-not-padding",
        "BITOP NOT clears the last byte",
        edit(
            "commands.bitmap.operations:_combine",
            "(1 << 8 * length) - 1",
            "(1 << 8 * (length - 1)) - 1",
        ),
        hints=("BITOP",),
    ),
    mutant(
        "bitfield-overflow-fail",
        "BITFIELD OVERFLOW FAIL saturates",
        edit(
            "commands.bitmap.fields:_fit",
            'if overflow == "fail":\n        return None',
            'if overflow == "fail":\n        overflow = "sat"',
        ),
        hints=("BITFIELD",),
    ),
    mutant(
        "bitfield-set-answers-new",
        "BITFIELD SET answers the new value",
        edit("commands.bitmap.fields:bitfield", 'old if name == "set" else new', "new"),
        hints=("BITFIELD",),
    ),
    mutant(
        "setbit-answers-new",
        "SETBIT answers the new bit",
        edit(
            "commands.bitmap.bits:setbit",
            "return ONE if was else ZERO",
            "return ONE if bit else ZERO",
        ),
        hints=("SETBIT",),
    ),
    mutant(
        "type-of-sorted-sets",
        "TYPE calls a sorted set sorted_set",
        reply("TYPE", lambda _, answer: answer.replace(b"zset", b"sorted_set")),
        hints=("TYPE",),
    ),
    mutant(
        "exists-counts-once",
        "EXISTS counts a key named twice once",
        words("EXISTS", lambda argv: [argv[0], *dict.fromkeys(argv[1:])]),
        hints=("EXISTS",),
    ),
    mutant(
        "scan-cursor-integer",
        "SCAN answers its cursor as an integer",
        reply("SCAN", lambda _, answer: answer.replace(b"$1\r\n0\r\n", b":0\r\n", 1)),
        hints=("SCAN",),
    ),
    mutant(
        "extra-reply",
        "ECHO answers twice",
        reply("ECHO", lambda _, answer: answer + answer),
        hints=("ECHO",),
    ),
)
