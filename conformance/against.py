"""`--against`: the replies of two servers to one test, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.blame import Difference
from conformance.compare.rules import NONDETERMINISTIC, compare

if TYPE_CHECKING:
    from conformance.wire.exchange import Exchange


def compare_transcripts(first: list[Exchange], second: list[Exchange]) -> None:
    """Raises Difference at the first reply that differs by the rule that the spec names for it.

    Replies to the same command are compared in the order of sending. Where the tests' own polling
    made the transcripts diverge in length, what both have is compared.
    """
    for left, right in zip(first, second, strict=False):
        if left.argv != right.argv or left.raw_sent != right.raw_sent:
            return
        if NONDETERMINISTIC in (left.rule, right.rule):
            continue
        for one, other in zip(left.values, right.values, strict=False):
            bad = compare(one, other, left.rule, left.tolerance)
            if bad is not None:
                right.expected, right.verdict = bad.expected, "differs from the target"
                raise Difference(
                    sent=right.sent_text(),
                    expected=bad.expected,
                    received=bad.received,
                    note="the target answered as expected here, the other server otherwise",
                )
