"""Which words of a call are keys."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

KEYS = "table.keys"
VECTORS = "server/getkeys"

MUTANTS = (
    mutant(
        "keys-values",
        "a keyword is found among the values of options",
        edit(f"{KEYS}:_search_among_values", "1 + keyword.values.get(word, 0)", "1"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-first-keyword",
        "the first of several keywords counts",
        edit(f"{KEYS}:_search_among_values", "if not keyword.last:", "if True:"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-case",
        "a keyword is only found in upper case",
        edit(f"{KEYS}:_search_among_values", "argv[at].upper()", "argv[at]"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-both",
        "MIGRATE may have a key before and others behind KEYS",
        edit(f"{KEYS}:_positions", "if argv[begin.instead_of]:", "if False:"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-last-word",
        "a keyword that is the last word makes the call one without keys",
        edit(f"{KEYS}:_search", "range(start, len(argv) - 1)", "range(start, len(argv))"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-strict-count",
        "a count of keys that is no plain number makes the call one without keys",
        edit(f"{KEYS}:extractor", "if not otherwise:", "if True:"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-options-anywhere",
        "an option that decides on a key's flags is also found in the place of its value",
        edit(f"{KEYS}:has", "argv[start : len(argv) - stop]", "argv[1 : len(argv) - stop]"),
        hints=(VECTORS,),
    ),
    mutant(
        "keys-unknown-operations",
        "words that are no operations of BITFIELD write nothing",
        edit(f"{KEYS}:made_of", "return False", "return True"),
        hints=(VECTORS,),
    ),
)
