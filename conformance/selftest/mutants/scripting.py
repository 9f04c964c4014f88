"""Scripts and functions: what they return, may do, and are told."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

BRIDGE = "scripting.bridge"
RUNNER = "scripting.runner:Runner"
SCRIPTS = "scripting.scripts:Scripts"
LIBRARIES = "scripting.libraries"

MUTANTS = (
    mutant(
        "script-number-rounded",
        "numbers are rounded instead of cut",
        edit(f"{BRIDGE}:truncate", "return int(number)", "return round(number)"),
        hints=("scripting/replies", "EVAL"),
    ),
    mutant(
        "script-number-saturates",
        "a number that doesn't fit becomes the largest",
        edit(f"{BRIDGE}:truncate", "return -_MOST", "return _MOST - 1"),
        hints=("scripting/replies",),
    ),
    mutant(
        "script-argument-in-full",
        "numbers become arguments with seventeen digits",
        edit(f"{BRIDGE}:argument", "return format_double(number)", "return b'%.17g' % number"),
        hints=("scripting/redis",),
    ),
    mutant(
        "script-read-only-writes",
        "read-only scripts may write",
        edit(f"{BRIDGE}:Bridge._invoke", "if running.read_only:", "if False:"),
        hints=("EVAL_RO", "scripting/shebang"),
    ),
    mutant(
        "script-runs-anything",
        "commands that are not for scripts run",
        edit(
            f"{BRIDGE}:Bridge._invoke",
            "if flags & Flag.NOSCRIPT and not self.server.scripts_may_all:",
            "if False:",
        ),
        hints=("scripting/errors",),
    ),
    mutant(
        "script-null-is-nil",
        "a null reply is nil instead of false",
        edit(f"{BRIDGE}:Bridge._invoke", "return False", "return None"),
        hints=("scripting/replies",),
    ),
    mutant(
        "script-ignores-memory",
        "scripts may write when there is no memory",
        edit(f"{BRIDGE}:Bridge._invoke", "if running.denies_oom and", "if False and"),
        hints=("EVAL",),
    ),
    mutant(
        "script-selects-for-its-caller",
        "SELECT in a script lasts",
        edit(
            f"{RUNNER}.run",
            "bridge.running = None",
            "bridge.running = None; call.keys = inner.keys",
        ),
        hints=("scripting/redis",),
    ),
    mutant(
        "script-keeps-database",
        "a script works on the first database",
        edit(f"{RUNNER}.run", "inner.keys = call.keys", "inner.keys = self.server.databases[0]"),
        hints=("scripting", "EVAL"),
    ),
    mutant(
        "script-keeps-resp3",
        "redis.setresp lasts longer than its script",
        edit(f"{RUNNER}.run", "bridge.client.wire = inner.wire = RESP2", "pass"),
        hints=("scripting/replies",),
    ),
    mutant(
        "script-error-without-line",
        "an error doesn't tell its line",
        edit(f"{RUNNER}._reply", "outcome.line is not None", "outcome.line is None"),
        hints=("scripting/errors",),
    ),
    mutant(
        "script-killed-though-it-wrote",
        "a script that wrote can be killed",
        edit(f"{RUNNER}.kill", "if running.wrote:", "if False:"),
        hints=("scenarios/slow-scripts",),
    ),
    mutant(
        "script-kill-ends-functions",
        "SCRIPT KILL ends functions, too",
        edit(f"{RUNNER}.kill", "if function != (running.words is not None):", "if False:"),
        hints=("scenarios/slow-scripts",),
    ),
    mutant(
        "script-cache-by-exact-sha",
        "EVALSHA minds the letter case",
        edit(f"{SCRIPTS}.evaluate_known", "or self._by_sha.get(sha.lower())", ""),
        hints=("EVALSHA",),
    ),
    mutant(
        "script-flush-forgets-nothing",
        "SCRIPT FLUSH forgets nothing",
        edit(f"{SCRIPTS}.flush", "self._by_sha.clear()", "pass"),
        hints=("SCRIPT",),
    ),
    mutant(
        "script-flag-unknown",
        "unknown flags of scripts are accepted",
        edit(
            "scripting.shebang:script_flags",
            "if name not in FLAGS:",
            "if name and name not in FLAGS: continue\n            if name not in FLAGS:",
        ),
        hints=("scripting/shebang",),
    ),
    mutant(
        "function-names-exact",
        "functions are found by their exact names only",
        edit(f"{LIBRARIES}:Libraries.knows", "name.lower()", "name"),
        hints=("FCALL",),
    ),
    mutant(
        "function-collision-accepted",
        "a library may register a function that another has",
        edit(f"{LIBRARIES}:_Shelf.add", "in self.functions:", "in ():"),
        hints=("FUNCTION",),
    ),
    mutant(
        "function-restore-by-halves",
        "RESTORE with FLUSH forgets the libraries even if it fails",
        edit(
            f"{LIBRARIES}:Libraries.restore",
            "fresh = _Shelf()",
            "fresh = _Shelf()\n    if policy == 'flush':\n        self._shelf = _Shelf()",
        ),
        hints=("FUNCTION",),
    ),
    mutant(
        "function-replace-keeps-old",
        "LOAD REPLACE leaves the old library's functions",
        edit(
            f"{LIBRARIES}:_Shelf.remove",
            "self.functions.pop(name.lower(), None)",
            "pass",
        ),
        hints=("FUNCTION",),
    ),
    mutant(
        "function-read-only-runs-writers",
        "FCALL_RO and EVAL_RO run what may write",
        edit(f"{RUNNER}.run", "if read_only and not", "if False and not"),
        hints=("FCALL_RO", "EVAL_RO"),
    ),
    mutant(
        "busy-refuses-nothing",
        "a slow script refuses nobody",
        edit("execute.gates:busy", "if not server.unusual & Busy.SCRIPT:", "if True:"),
        hints=("scenarios/slow-scripts",),
    ),
)
