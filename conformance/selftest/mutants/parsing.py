"""Arguments: arity, options, conflicts, ranges, numbers, and which error wins."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import arity, edit, put

STRING = "table.generated.string"
GENERIC = "table.generated.generic"
LIST = "table.generated.list"
HASH = "table.generated.hash"
SORTED_SET = "table.generated.sorted_set"
NUMBERS = "datatypes.numbers"

MUTANTS = (
    mutant(
        "arity-get-takes-more",
        "GET takes any number of further words",
        arity("GET", -2),
        hints=("GET",),
    ),
    mutant(
        "arity-append-one-less",
        "APPEND asks for one word less than it needs",
        arity("APPEND", -3),
        hints=("APPEND",),
    ),
    mutant(
        "arity-client-subcommand",
        "CLIENT SETNAME takes two names",
        arity("CLIENT SETNAME", -3),
        hints=("CLIENT SETNAME", "CLIENT"),
    ),
    mutant(
        "arity-error-names-no-subcommand",
        "the arity error of a subcommand names its container",
        edit("execute.gates:wrong_arity", "command.name)", "command.name.partition(b'|')[0])"),
        hints=("CLIENT", "OBJECT"),
    ),
    mutant(
        "set-nx-and-xx",
        "SET takes NX after XX",
        edit(
            f"{STRING}:parse_set",
            "if args.xx:\n                raise CommandError(errors.SYNTAX)\n            args.nx",
            "args.nx",
        ),
        hints=("SET",),
    ),
    mutant(
        "set-keepttl-and-ex",
        "SET takes KEEPTTL after EX",
        edit(
            f"{STRING}:parse_set",
            "if args.ex or args.px or args.exat or args.pxat:\n"
            "                raise CommandError(errors.SYNTAX)\n            args.keepttl",
            "args.keepttl",
        ),
        hints=("SET",),
    ),
    mutant(
        "set-converts-at-once",
        "SET converts the number of EX before it has read all options",
        edit(
            f"{STRING}:parse_set",
            "            args.ex = True\n            raw_ex = argv[at]\n",
            "            args.ex = True\n            raw_ex = argv[at]\n"
            "            to_deadline(raw_ex, now, 's', 'now', errors.invalid_expire(b'set'))\n",
        ),
        hints=("SET",),
    ),
    mutant(
        "zadd-nx-xx-plain-syntax-error",
        "ZADD with NX and XX is a plain syntax error",
        edit(f"{SORTED_SET}:parse_zadd", "errors.ZADD_NX_XX", "errors.SYNTAX"),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-checks-scores-before-options",
        "ZADD looks whether the scores are numbers before it looks at conflicting options",
        edit(
            f"{SORTED_SET}:parse_zadd",
            "    if args.nx and args.xx:\n",
            "    if any(to_double(word) is None for word in raw_entries[::2]):\n"
            "        raise CommandError(errors.NOT_FLOAT)\n    if args.nx and args.xx:\n",
        ),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-incr-many-pairs",
        "ZADD INCR takes several pairs",
        edit(
            f"{SORTED_SET}:parse_zadd",
            "if args.incr and len(raw_entries) // 2 > 1:",
            "if False:",
        ),
        hints=("ZADD",),
    ),
    mutant(
        "zadd-gt-and-lt",
        "ZADD takes GT and LT together",
        edit(f"{SORTED_SET}:parse_zadd", " or (args.gt and args.lt)", ""),
        hints=("ZADD",),
    ),
    mutant(
        "expire-nx-and-gt",
        "EXPIRE takes NX and GT together",
        edit(f"{GENERIC}:parse_expire", "(args.xx or args.gt or args.lt)", "(args.xx or args.lt)"),
        hints=("EXPIRE",),
    ),
    mutant(
        "expire-unknown-option-unnamed",
        "EXPIRE answers an unknown option with a plain syntax error",
        edit(f"{GENERIC}:parse_expire", "errors.unsupported_option(argv[at - 1])", "errors.SYNTAX"),
        hints=("EXPIRE",),
    ),
    mutant(
        "expire-ignores-overflow",
        "a relative time to live beyond 64 bits is taken",
        edit("table.convert:_deadline", "if milliseconds > INT64_MAX:", "if False:"),
        hints=("EXPIRE", "SET", "GETEX"),
    ),
    mutant(
        "setex-takes-zero",
        "SETEX and SET EX take a time to live of 0",
        edit("table.convert:to_deadline", "if value <= 0:", "if value < 0:"),
        hints=("SETEX", "SET"),
    ),
    mutant(
        "expire-error-names-another-command",
        "GETEX names SET in its error about the time",
        edit(
            f"{STRING}:GetexArgs.expiration",
            'to_deadline(raw_ex, now, "s", "now", _INVALID_EXPIRE_GETEX)',
            'to_deadline(raw_ex, now, "s", "now", _INVALID_EXPIRE_SET)',
        ),
        hints=("GETEX",),
    ),
    mutant(
        "lpos-rank-zero",
        "LPOS takes a RANK of 0",
        edit(f"{LIST}:parse_lpos", "if args.rank == 0:", "if False:"),
        hints=("LPOS",),
    ),
    mutant(
        "lpos-negative-maxlen",
        "LPOS takes a negative MAXLEN",
        edit(f"{LIST}:parse_lpos", "if maxlen < 0:", "if False:"),
        hints=("LPOS",),
    ),
    mutant(
        "lpop-negative-count",
        "LPOP takes a negative count",
        edit(f"{LIST}:parse_lpop", "if count < 0:", "if False:"),
        hints=("LPOP",),
    ),
    mutant(
        "options-must-be-upper-case",
        "LPOS reads its options in upper case only",
        edit(f"{LIST}:parse_lpos", "argv[at].upper()", "argv[at]"),
        hints=("LPOS",),
    ),
    mutant(
        "numkeys-may-leave-words",
        "HEXPIRE ignores fields beyond the number it is given",
        edit(f"{HASH}:HexpireArgs.rest", "if argc - at > numfields:", "if False:"),
        edit(
            f"{HASH}:HexpireArgs.rest",
            "    at += numfields\n    if argc > at:",
            "    at += numfields\n    if False:",
        ),
        hints=("HEXPIRE",),
    ),
    mutant(
        "numkeys-zero",
        "ZUNIONSTORE takes 0 keys",
        edit(f"{SORTED_SET}:parse_zunionstore", "if numkeys < 1:", "if numkeys < 0:"),
        hints=("ZUNIONSTORE",),
    ),
    mutant(
        "zunionstore-weights-before-types",
        "ZUNIONSTORE reads its options before it looks at the keys' types",
        edit(
            "commands.sorted_set.algebra:_weighed",
            "    sources = _read(call, args.keys)\n    args.options()\n",
            "    args.options()\n    sources = _read(call, args.keys)\n",
        ),
        hints=("ZUNIONSTORE", "ZUNION", "ZINTERSTORE"),
    ),
    mutant(
        "lindex-converts-index-first",
        "LINDEX converts its index before it looks for the key",
        edit(
            "commands.list.elements:lindex",
            "    value = call.keys.read(args.key, ListValue)\n",
            "    args.index()\n    value = call.keys.read(args.key, ListValue)\n",
        ),
        hints=("LINDEX",),
    ),
    mutant(
        "mset-odd-words",
        "MSET drops a key without a value",
        edit(f"{STRING}:parse_mset", "if (argc - 1) % 2:", "if False:"),
        edit(f"{STRING}:parse_mset", "strict=True", "strict=False"),
        hints=("MSET",),
    ),
    mutant(
        "sort-limit-one-number",
        "SORT LIMIT may have one number only",
        edit(f"{GENERIC}:parse_sort", "argc - at >= 2", "argc - at >= 1"),
        edit(
            f"{GENERIC}:parse_sort", "to_int(argv[at + 1])", "to_int(argv[min(at + 1, argc - 1)])"
        ),
        hints=("SORT",),
    ),
    mutant(
        "lcs-idx-and-len",
        "LCS takes IDX and LEN together",
        edit(f"{STRING}:LcsArgs.options", "if self.idx and self.len:", "if False:"),
        hints=("LCS",),
    ),
    mutant(
        "integers-with-leading-zeros",
        "integers may have leading zeros, a plus sign, spaces",
        edit(f"{NUMBERS}:parse_int", 'b"%d" % value != text or ', ""),
        hints=("types", "INCRBY", "LRANGE", "EXPIRE"),
    ),
    mutant(
        "integers-up-to-63-bits",
        "the largest 64-bit integer is out of range",
        edit(f"{NUMBERS}:parse_int", "<= INT64_MAX", "< INT64_MAX"),
        hints=("INCRBY", "INCR", "DECRBY"),
    ),
    mutant(
        "decrby-least-integer",
        "DECRBY takes the least 64-bit integer, which has no negation",
        edit(f"{STRING}:parse_decrby", "if decrement < -9223372036854775807:", "if False:"),
        hints=("DECRBY",),
    ),
    mutant(
        "incr-overflow-wraps",
        "INCR beyond 64 bits wraps around",
        edit(
            "commands.string.counters:_add",
            "if not INT64_MIN <= total <= INT64_MAX:\n"
            "        raise CommandError(errors.INCREMENT_OVERFLOW)",
            "total = (total - INT64_MIN) % (1 << 64) + INT64_MIN",
        ),
        hints=("INCR", "INCRBY", "DECR"),
    ),
    mutant(
        "floats-with-spaces",
        "floats may have spaces around them",
        edit(f"{NUMBERS}:parse_double", "text[0] <= 32 or text[-1] <= 32 or ", ""),
        hints=("ZADD", "ZINCRBY"),
    ),
    mutant(
        "floats-may-be-nan",
        "nan is a score",
        edit(f"{NUMBERS}:parse_double", "value != value or b", "value == value and b"),
        hints=("ZADD", "ZINCRBY"),
    ),
    mutant(
        "incrbyfloat-takes-infinity",
        "INCRBYFLOAT may come out infinite",
        edit("commands.string.counters:incrbyfloat", " or total.infinite", ""),
        edit(
            "commands.string.counters:incrbyfloat",
            "text = format_long_double(total)",
            "text = b'inf' if total.infinite else format_long_double(total)",
        ),
        hints=("INCRBYFLOAT",),
    ),
    mutant(
        "timeout-takes-negative",
        "a negative timeout waits for ever",
        edit(
            "table.convert:to_timeout",
            "raise CommandError(errors.TIMEOUT_NEGATIVE)",
            "return 0",
        ),
        hints=("BLPOP", "BRPOP"),
    ),
    mutant(
        "score-bound-exclusive",
        "a ( before a score of a range is ignored",
        edit(
            "datatypes.bounds:parse_score_bound",
            "ScoreBound(score, is_open)",
            "ScoreBound(score, False)",
        ),
        hints=("ZRANGEBYSCORE", "ZCOUNT"),
    ),
    mutant(
        "lex-bound-exclusive",
        "a ( before a member of a range means what [ means",
        edit(
            "datatypes.bounds:parse_lex_bound",
            "LexBound(0, text[1:], True)",
            "LexBound(0, text[1:], False)",
        ),
        hints=("ZRANGEBYLEX", "ZLEXCOUNT"),
    ),
    mutant(
        "bitfield-64-bits-unsigned",
        "BITFIELD has the type u64",
        edit("table.convert:to_bitfield_type", '63 + (sign == b"i")', "64"),
        hints=("BITFIELD",),
    ),
    mutant(
        "error-text-of-not-integer",
        "the error of a word that is no integer misses a letter",
        put("table.errors:NOT_INTEGER", b"-ERR value is not an integer or out of rang\r\n"),
        hints=("INCRBY",),
    ),
    mutant(
        "error-text-code-word",
        "a syntax error has the code word SYNTAX instead of ERR",
        put("table.errors:SYNTAX", b"-SYNTAX syntax error\r\n"),
        hints=("SET",),
    ),
    mutant(
        "unknown-command-arguments",
        "the error of an unknown command doesn't tell its arguments",
        edit("execute.gates:unknown_command", "shown += ", "shown = b'' and "),
        hints=("protocol",),
    ),
    mutant(
        "unknown-subcommand-container",
        "the error of an unknown subcommand tells no container to ask for help",
        edit("execute.gates:unknown_subcommand", "container.name.upper()", "b'COMMAND'"),
        hints=("protocol", "CLIENT", "OBJECT"),
    ),
)
