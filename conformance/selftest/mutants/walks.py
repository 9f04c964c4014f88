"""Walks with SCAN and its like, while others change what is walked through."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

SLOTS = "datatypes.slots:Slots"
SETS, HASHES, SORTED = "commands.set", "commands.hash.walking", "commands.sorted_set.sampling"
KEYS = "commands.generic.walking"

MUTANTS = (
    mutant(
        "walk-new-in-front",
        "what comes during a walk pushes others past the cursor",
        edit(f"{SLOTS}.add", "self._keys.append(key)", "self._keys.insert(0, key)"),
        hints=("walks",),
    ),
    mutant(
        "walk-shows-the-gone",
        "a walk returns what has gone",
        edit(f"{SLOTS}.scan", "if self._gone:", "if False:"),
        hints=("walks",),
    ),
    mutant(
        "walk-turned",
        "when many have gone, their places are taken by the first ones, of those still ahead",
        edit(f"{SLOTS}._close_some", "last = keys.pop()", "last = keys.pop(0)"),
        hints=("walks",),
    ),
    mutant(
        "walk-filled-from-below",
        "a place that is free is taken by the first one, of those still ahead",
        edit(f"{SLOTS}._fill", "last = self._keys.pop()", "last = self._keys.pop(0)"),
        hints=("walks",),
    ),
    mutant(
        "walk-forgets-who-returns",
        "what goes and comes back isn't found any more",
        edit(f"{SLOTS}.add", "        self._gone.remove(key)\n", "        pass\n"),
        hints=("walks",),
    ),
    mutant(
        "walk-empty-page",
        "a walk ends with the first page that holds nothing",
        edit(f"{SLOTS}.scan", "return start, found", "return (start if found else 0), found"),
        hints=("walks",),
    ),
    mutant(
        "walk-unmatched-page",
        "SSCAN ends with the first page of which nothing matches",
        edit(
            f"{SETS}:sscan",
            'bulk(b"%d" % cursor)',
            'bulk(b"%d" % (cursor if members else 0))',
        ),
        hints=("walks", "SSCAN"),
    ),
    mutant(
        "walk-count-as-limit",
        "SCAN returns no more than COUNT keys of those it walks over",
        edit(
            f"{KEYS}:scan",
            "call.keys.scan(args.cursor, args.count or _DEFAULT_PAGE)",
            "call.keys.scan(args.cursor, 2 * (args.count or _DEFAULT_PAGE))",
        ),
        edit(f"{KEYS}:scan", "bulks(names)", "bulks(names[: args.count or _DEFAULT_PAGE])"),
        hints=("walks", "SCAN"),
    ),
    mutant(
        "walk-type-by-pages",
        "SCAN TYPE looks at the first key of a page only",
        edit(
            f"{KEYS}:scan",
            "[name for name in names if type_name(call.keys.peek(name)) == wanted]",
            "names if names and type_name(call.keys.peek(names[0])) == wanted else []",
        ),
        hints=("walks", "SCAN"),
    ),
    mutant(
        "walk-hash-matches-values",
        "HSCAN MATCH is about values",
        edit(
            f"{HASHES}:hscan",
            "glob_match(pattern, field)",
            'glob_match(pattern, value.get(field) or b"")',
        ),
        hints=("walks", "HSCAN"),
    ),
    mutant(
        "walk-scores-unmatched",
        "ZSCAN ignores MATCH",
        edit(f"{SORTED}:scan", "pattern is None or", "True or"),
        hints=("walks", "ZSCAN"),
    ),
    mutant(
        "walk-set-unmatched",
        "SSCAN matches the beginning of members",
        edit(f"{SETS}:sscan", "glob_match(pattern, member)", 'glob_match(pattern + b"*", member)'),
        hints=("walks", "SSCAN"),
    ),
)
