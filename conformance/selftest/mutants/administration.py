"""Administration: configuration and its file, slow events, statistics, DEBUG."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

CONFIG = "session.config"
REWRITE = "session.config_rewrite"
READ = "session.config_file"
DEBUG = "commands.server.debug"
FILE_HINTS = ("scenarios/configuration-file",)

MUTANTS = (
    mutant(
        "config-memory-without-digits",
        "a unit without a number is no memory value",
        edit(f"{CONFIG}:parse_memory", "digits > _MOST_DIGITS or", "not digits or"),
        hints=("behaviour/config",),
    ),
    mutant(
        "config-memory-does-not-wrap",
        "memory values are computed without an end",
        edit(f"{CONFIG}:parse_memory", "* factor % _UINT64", "* factor"),
        hints=("behaviour/config",),
    ),
    mutant(
        "config-number-not-moved",
        "hz and repl-backlog-size keep the number that was given",
        edit(f"{CONFIG}:_in_range", "number = max(number, floor)", "pass"),
        hints=("behaviour/config/hz", "behaviour/config/repl-backlog-size"),
    ),
    mutant(
        "config-percent-above-hundred",
        "a percentage may be above 100",
        edit(f"{CONFIG}:_memory_or_percent", "number < -100", "number < -200"),
        hints=("behaviour/config/maxmemory-clients",),
    ),
    mutant(
        "config-words-both",
        "a shutdown may save and not save",
        edit(f"{CONFIG}:_several_words", "chosen >= set(excluding)", "False"),
        hints=("behaviour/config/shutdown-on-sigterm",),
    ),
    mutant(
        "config-title-braces",
        "two braces are no brace in a process title",
        edit(f"{CONFIG}:_check_title", 'if brace and rest.startswith(b"{"):', "if False:"),
        hints=("behaviour/config/proc-title-template",),
    ),
    mutant(
        "config-percentile-as-given",
        "latency percentiles are shown as they were given",
        edit(f"{CONFIG}:_percentiles", 'shown.append(b"%f" % number)', "shown.append(part)"),
        hints=("behaviour/config/latency-tracking-info-percentiles",),
    ),
    mutant(
        "config-spaces-in-save",
        "several spaces may stand between the numbers of a save point",
        edit(f"{CONFIG}:_split", 'words[0].split(b" ")', "words[0].split()"),
        hints=("behaviour/config/save", "behaviour/config/client-output-buffer-limit"),
    ),
    mutant(
        "config-rewrite-order",
        "CONFIG REWRITE writes a parameter's line at the end, not where it was",
        edit(
            f"{REWRITE}:_merge",
            'text = wanted[name].pop(0) if wanted[name] else ""',
            'text = ""',
        ),
        hints=FILE_HINTS,
    ),
    mutant(
        "config-rewrite-blank-lines",
        "CONFIG REWRITE keeps all blank lines",
        edit(f"{REWRITE}:_merge", "if text or not merged or merged[-1]:", "if True:"),
        hints=FILE_HINTS,
    ),
    mutant(
        "config-rewrite-old-name",
        "CONFIG REWRITE keeps the older name of a parameter",
        edit(
            f"{REWRITE}:_present_name",
            'return known.attribute.replace("_", "-") if known is not None else name',
            "return name",
        ),
        hints=FILE_HINTS,
    ),
    mutant(
        "config-rewrite-units",
        "CONFIG REWRITE writes memory in bytes",
        edit(f"{REWRITE}:_memory", "size % factor == 0", "False"),
        hints=FILE_HINTS,
    ),
    mutant(
        "config-file-save-replaces",
        "only the last save line of a file counts",
        edit(f"{READ}:Directives._set", "self._save_seen and value", "False"),
        hints=FILE_HINTS,
    ),
    mutant(
        "config-apply-failure-named",
        "CONFIG SET blames the first parameter when another can't take effect",
        edit(
            "commands.server.config:set_parameters",
            "if known.attribute == error.attribute",
            "if True",
        ),
        hints=("scenarios/server-commands", "CONFIG SET"),
    ),
    mutant(
        "latency-threshold-of-zero",
        "slow events are noted although nobody watches",
        edit("server.server:Server.apply_config", " if latency else _NEVER", ""),
        hints=("scenarios/slow-events",),
    ),
    mutant(
        "latency-longest-forgotten",
        "the longest event is the last one",
        edit(
            "session.latency_monitor:Series.add",
            "self.longest = max(self.longest, ms)",
            "self.longest = ms",
        ),
        hints=("scenarios/slow-events",),
    ),
    mutant(
        "error-codes-without-end",
        "more than 128 error codes are counted",
        edit(
            "session.statistics:ServerStatistics.count_error",
            "elif len(self.errors) < self.ERROR_KINDS_LIMIT:",
            "elif True:",
        ),
        hints=("scenarios/slow-events",),
    ),
    mutant(
        "key-sizes-classes",
        "key sizes are counted by powers of two above them",
        edit("observe.sizes:_label", "power = bits - 1", "power = bits"),
        hints=("scenarios/statistics/sizes-of-keys",),
    ),
    mutant(
        "debug-packed-threshold-old-lists",
        "the packed threshold is for lists to come only",
        edit(f"{DEBUG}:_packed_threshold", "value.quicklist.set_plain_from(size)", "pass"),
        hints=("scenarios/debug",),
    ),
    mutant(
        "debug-populate-replaces",
        "DEBUG POPULATE replaces keys that are there",
        edit(f"{DEBUG}:_populate", "if key in keys:", "if False:"),
        hints=("scenarios/debug",),
    ),
    mutant(
        "debug-error-counts",
        "DEBUG ERROR counts as an error",
        edit(f"{DEBUG}:_error", "return error(argv[2])", "raise CommandError(error(argv[2]))"),
        hints=("scenarios/debug",),
    ),
    mutant(
        "info-turns-not-reset",
        "CONFIG RESETSTAT leaves the turns of the event loop",
        edit("session.state:ServerState.reset_statistics", "self.turns.reset()", "pass"),
        hints=("scenarios/statistics/event-loop",),
    ),
)
