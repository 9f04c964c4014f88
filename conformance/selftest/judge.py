"""Puts mutants on trial, several at a time."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure
from conformance.selftest.collection import Test, collect, likely_first
from conformance.selftest.mutants import mutant_named
from conformance.selftest.serve import preload
from conformance.selftest.trial import Failed, Trial, fails_for_the_fault, proved
from conformance.selftest.verdict import BROKEN, KILLED, SURVIVED, Report, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.selftest.mutant import Mutant

# Set before the processes that try the mutants are forked: cases can't be sent to them.
_tests: list[Test] = []


def judge(
    chosen: list[Mutant], jobs: int, tell: Callable[[str], None], *, prove: bool = True
) -> Report:
    """Try all the mutants, after the server without a fault; `tell` is told how it goes."""
    start = time.monotonic()
    _tests[:] = collect()
    preload()
    tell(f"{len(_tests)} tests collected in {time.monotonic() - start:.0f} s")
    report = Report([], tests=len(_tests))
    context = multiprocessing.get_context("fork")
    if prove:
        with ProcessPoolExecutor(jobs, context) as pool:
            for red in pool.map(_prove_part, range(jobs), [jobs] * jobs):
                report.red += red
        tell(f"without a fault: {len(report.red)} fail ({time.monotonic() - start:.0f} s)")
        for failed in report.red:
            tell(f"red       {failed.clause} RESP{failed.protocol}: {failed.why}")
        red_ones = {(failed.clause, failed.protocol) for failed in report.red}
        _tests[:] = [test for test in _tests if (test.case.clause, test.protocol) not in red_ones]
    with ProcessPoolExecutor(jobs, context) as pool:
        futures = [pool.submit(_try_mutant, mutant.id) for mutant in chosen]
        for future in as_completed(futures):
            verdict = future.result()
            report.verdicts.append(verdict)
            by = f" by {verdict.by.clause}" if verdict.by is not None else ""
            tell(f"{verdict.verdict:<9} {verdict.area}/{verdict.mutant}{by}{verdict.note}")
    order = [mutant.id for mutant in chosen]
    report.verdicts.sort(key=lambda verdict: order.index(verdict.mutant))
    report.seconds = time.monotonic() - start
    return report


def _prove_part(part: int, of: int) -> list[Failed]:
    """Run every so-many-th test without a fault; those that fail must fail a second time."""
    failed = proved(_tests[part::of])
    names = {(each.clause, each.protocol) for each in failed}
    again = [test for test in _tests[part::of] if (test.case.clause, test.protocol) in names]
    return proved(again) if again else []


def _try_mutant(identity: str) -> Verdict:
    """Run tests on the mutant until one fails because of the fault."""
    mutant = mutant_named(identity)
    start = time.monotonic()
    verdict = Verdict(mutant.id, mutant.area, mutant.breaks, SURVIVED)
    try:
        with Trial(identity) as trial:
            for test in likely_first(_tests, mutant):
                verdict.tried += 1
                failed = trial.attempt(test)
                if failed is not None and fails_for_the_fault(test, trial):
                    verdict.verdict, verdict.by = KILLED, failed
                    break
    except HarnessFailure as error:
        verdict.verdict, verdict.note = BROKEN, " ".join(str(error).split())[-600:]
    verdict.seconds = time.monotonic() - start
    return verdict
