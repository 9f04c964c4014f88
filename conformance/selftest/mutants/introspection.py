"""What the server tells of itself: COMMAND, CONFIG, INFO, MEMORY, SLOWLOG, LATENCY."""

from __future__ import annotations

from typing import Any

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import arity, command, edit, entry, put, reply

COMMANDS = "commands.server.commands"
CONFIG = "commands.server.config"
INFO = "table.generated.info:INFO"
DOCS = "table.generated.docs:DOCS"
REPORT = "observe.report"
FAST, WRITE, DENYOOM = 1 << 13, 1 << 0, 1 << 2


def _without(bit: int) -> Any:
    def change(found: Any) -> None:
        found.flags &= ~bit

    return change


MUTANTS = (
    mutant(
        "command-flag-missing",
        "GET is not told to be fast",
        command("GET", _without(FAST)),
        hints=("GET/metadata", "GET", "COMMAND"),
    ),
    mutant(
        "command-denyoom-missing",
        "APPEND is not told to need memory",
        command("APPEND", _without(DENYOOM)),
        hints=("APPEND/metadata", "APPEND", "COMMAND"),
    ),
    mutant(
        "command-arity-told",
        "COMMAND tells the arity of LPUSHX as 3",
        edit(
            f"{COMMANDS}:describe",
            "integer(command.arity)",
            "integer(3 if command.name == b'lpushx' else command.arity)",
        ),
        hints=("LPUSHX/metadata", "LPUSHX", "COMMAND"),
    ),
    mutant(
        "command-first-key",
        "COMMAND tells that BITOP's keys begin with its first word",
        entry(INFO, b"bitop", lambda told: ((1, -1, 1), *told[1:])),
        hints=("BITOP/metadata", "BITOP", "COMMAND"),
    ),
    mutant(
        "command-categories",
        "COMMAND tells one ACL category of SORT too few",
        entry(INFO, b"sort", lambda told: (told[0], told[1][:-1], *told[2:])),
        hints=("SORT/metadata", "SORT", "COMMAND"),
    ),
    mutant(
        "command-tips",
        "COMMAND tells no tips of SCAN",
        entry(INFO, b"scan", lambda told: (*told[:2], [], told[3])),
        hints=("SCAN/metadata", "SCAN", "COMMAND"),
    ),
    mutant(
        "command-key-flags",
        "COMMAND tells that LMOVE overwrites its source",
        entry(
            INFO,
            b"lmove",
            lambda told: (*told[:3], [{**told[3][0], "flags": [b"OW"]}, *told[3][1:]]),
        ),
        hints=("LMOVE/metadata", "LMOVE", "COMMAND"),
    ),
    mutant(
        "command-resp3-flags",
        "COMMAND tells flags as an array in RESP3",
        edit(f"{COMMANDS}:_names", "wire.set(", "array("),
        hints=("COMMAND", "COMMAND INFO"),
    ),
    mutant(
        "command-info-unknown",
        "COMMAND INFO answers an empty array for an unknown command",
        edit(
            f"{COMMANDS}:info",
            "call.wire.null if command is None",
            "b'*0\\r\\n' if command is None",
        ),
        hints=("COMMAND INFO", "COMMAND"),
    ),
    mutant(
        "command-count",
        "COMMAND COUNT counts subcommands",
        edit(
            f"{COMMANDS}:count",
            "len(call.server.commands)",
            "len(list(call.server.every_command()))",
        ),
        hints=("COMMAND COUNT", "COMMAND"),
    ),
    mutant(
        "command-list-filter",
        "COMMAND LIST FILTERBY PATTERN names all commands",
        edit(f"{COMMANDS}:names", "if glob_match(value, command.name, nocase=True)", ""),
        hints=("COMMAND LIST", "COMMAND"),
    ),
    mutant(
        "command-list-category",
        "COMMAND LIST FILTERBY ACLCAT finds nothing",
        edit(f"{COMMANDS}:names", 'b"@" + value.lower()', "value.lower()"),
        hints=("COMMAND LIST", "COMMAND"),
    ),
    mutant(
        "docs-argument-missing",
        "COMMAND DOCS tells one argument of SET too few",
        entry(DOCS, b"set", lambda told: {**told, "arguments": told["arguments"][:-1]}),
        hints=("SET/metadata", "SET", "COMMAND DOCS"),
    ),
    mutant(
        "docs-since",
        "COMMAND DOCS tells that LPOS came in 7.0.0",
        entry(DOCS, b"lpos", lambda told: {**told, "since": b"7.0.0"}),
        hints=("LPOS/metadata", "LPOS", "COMMAND DOCS"),
    ),
    mutant(
        "docs-group",
        "COMMAND DOCS tells that EXPIRE is a string command",
        entry(DOCS, b"expire", lambda told: {**told, "group": b"string"}),
        hints=("EXPIRE/metadata", "EXPIRE", "COMMAND DOCS"),
    ),
    mutant(
        "getkeys-numkeys",
        "COMMAND GETKEYS finds one key of a counted list too few",
        edit("table.keys:_positions", "(count - 1) * c", "max(count - 2, 0) * c"),
        hints=("LMPOP/keys", "COMMAND GETKEYS", "LMPOP", "ZUNION", "SINTERCARD"),
    ),
    mutant(
        "getkeys-keyword",
        "COMMAND GETKEYS finds no key behind a keyword in lower case",
        edit("table.keys:_search", "argv[index].upper() == word", "argv[index] == word"),
        hints=("server/getkeys", "COMMAND GETKEYS", "GEORADIUS"),
    ),
    mutant(
        "getkeys-of-keyless",
        "COMMAND GETKEYS of a command without keys answers an empty array",
        edit(f"{COMMANDS}:_keys", "raise CommandError(errors.NO_KEY_ARGUMENTS)", "return []"),
        hints=("COMMAND GETKEYS", "COMMAND"),
    ),
    mutant(
        "getkeysandflags-flags",
        "COMMAND GETKEYSANDFLAGS tells the flags of SET's key as if GET was always given",
        edit("table.keys:has", "argv[start : len(argv) - stop]", "[*argv, word]"),
        hints=("SET/keys", "COMMAND GETKEYSANDFLAGS", "SET"),
    ),
    mutant(
        "getkeys-arity",
        "COMMAND GETKEYS doesn't look at the arity",
        edit(
            f"{COMMANDS}:_keys",
            "if not command.least_args <= len(request) <= command.most_args:",
            "if False:",
        ),
        hints=("COMMAND GETKEYS", "COMMAND"),
    ),
    mutant(
        "subcommand-case",
        "subcommands are known in lower case only",
        edit("execute.pipeline:Pipeline.find", "argv[1].lower()", "argv[1]"),
        hints=("CLIENT", "OBJECT"),
    ),
    mutant(
        "config-get-case",
        "CONFIG GET knows names in lower case only",
        edit(f"{CONFIG}:get", 'pattern.decode("latin-1").lower()', 'pattern.decode("latin-1")'),
        hints=("CONFIG GET", "CONFIG"),
    ),
    mutant(
        "config-get-twice",
        "CONFIG GET looks at its first pattern only",
        edit(f"{CONFIG}:get", "argv[2:]", "argv[2:3]"),
        hints=("CONFIG GET", "CONFIG"),
    ),
    mutant(
        "config-default",
        "hash-max-listpack-value is 65 by default",
        put("table.config_table:Settings.hash_max_listpack_value", 65),
        hints=("CONFIG GET", "CONFIG", "OBJECT"),
    ),
    mutant(
        "config-set-partial",
        "CONFIG SET that fails has set what stood before",
        edit(
            f"{CONFIG}:set_parameters",
            "changes[known.attribute] = config.convert(known.name, [value])[1]",
            "changes[known.attribute] = config.convert(known.name, [value])[1]\n"
            "            setattr(config, known.attribute, changes[known.attribute])",
        ),
        hints=("CONFIG SET", "CONFIG"),
    ),
    mutant(
        "config-set-immutable",
        "CONFIG SET of a parameter that is fixed answers OK",
        edit(f"{CONFIG}:set_parameters", "if known.at_start:", "if False:"),
        hints=("CONFIG SET", "CONFIG"),
    ),
    mutant(
        "config-set-twice",
        "CONFIG SET takes a parameter twice",
        edit(f"{CONFIG}:set_parameters", "if name in named:", "if False:"),
        hints=("CONFIG SET", "CONFIG"),
    ),
    mutant(
        "config-set-range",
        "CONFIG SET doesn't look at ranges",
        edit("session.config:_in_range", "    low = 0", "    return number\n    low = 0"),
        hints=("CONFIG SET", "CONFIG"),
    ),
    mutant(
        "config-unknown",
        "CONFIG SET of an unknown parameter tells another error",
        edit(f"{CONFIG}:set_parameters", "errors.unknown_config(word)", "errors.SYNTAX"),
        hints=("CONFIG SET", "CONFIG"),
    ),
    mutant(
        "config-resetstat",
        "CONFIG RESETSTAT resets nothing",
        edit(f"{CONFIG}:reset_statistics", "call.server.reset_statistics()", "pass"),
        hints=("CONFIG RESETSTAT", "CONFIG", "INFO"),
    ),
    mutant(
        "info-section",
        "INFO of an unknown section tells the default ones",
        edit(
            f"{REPORT}:report",
            "elif word in _SECTIONS:",
            "elif word not in _SECTIONS: names.update(dict.fromkeys(_DEFAULT))\n        else:",
        ),
        hints=("INFO",),
    ),
    mutant(
        "info-keyspace-expires",
        "INFO keyspace counts no keys with a time to live",
        edit(f"{REPORT}:_keyspace", "expires={len(database.expires)}", "expires=0"),
        hints=("INFO",),
    ),
    mutant(
        "info-commandstats",
        "INFO commandstats counts no calls that failed",
        edit(f"{REPORT}:_commandstats", "failed_calls={command.failed_calls}", "failed_calls=0"),
        hints=("INFO",),
    ),
    mutant(
        "info-errorstats",
        "INFO errorstats counts nothing",
        edit(f"{REPORT}:_errorstats", "count={count}", "count=0"),
        hints=("INFO",),
    ),
    mutant(
        "info-resp3",
        "INFO is a map in RESP3",
        reply("INFO", lambda call, answer: b"%0\r\n" if call.wire.version == 3 else answer),
        hints=("INFO",),
    ),
    mutant(
        "memory-usage-of-nothing",
        "MEMORY USAGE of no key answers 0",
        edit("commands.server.memory:usage", "return call.wire.null", "return integer(0)"),
        hints=("MEMORY USAGE", "MEMORY"),
    ),
    mutant(
        "slowlog-len",
        "SLOWLOG RESET leaves the entries",
        edit("commands.server.slowlog:reset", "call.server.slow_log.entries.clear()", "pass"),
        hints=("SLOWLOG",),
    ),
    mutant(
        "slowlog-order",
        "SLOWLOG GET gives the oldest entries first",
        edit(
            "commands.server.slowlog:get",
            "islice(entries, count)",
            "islice(list(entries)[::-1], count)",
        ),
        hints=("SLOWLOG",),
    ),
    mutant(
        "help-is-bulk",
        "HELP gives bulk strings",
        reply("OBJECT HELP", lambda _, answer: b"*1\r\n$4\r\nhelp\r\n"),
        hints=("OBJECT HELP", "OBJECT"),
    ),
    mutant(
        "time-in-milliseconds",
        "TIME tells milliseconds of the second",
        edit(
            "commands.server.miscellany:time",
            'b"%d" % microseconds',
            'b"%d" % (microseconds // 1000)',
        ),
        hints=("TIME",),
    ),
    mutant(
        "arity-lies",
        "DBSIZE takes words, and COMMAND tells so",
        arity("DBSIZE", -1),
        hints=("DBSIZE",),
    ),
)
