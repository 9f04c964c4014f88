"""`python -m conformance.selftest`: the mutation score of the suite, and who survives."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from conformance.blame import ClientError, HarnessFailure
from conformance.selftest.judge import judge
from conformance.selftest.mutants import mutant_named, mutants
from conformance.selftest.verdict import BROKEN

if TYPE_CHECKING:
    from conformance.selftest.mutant import Mutant


def arguments(words: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m conformance.selftest", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2, help="mutants tried at a time (2)")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="AREA|ID",
        help="only the mutants of that area, or that one; repeatable",
    )
    parser.add_argument("--sample", type=int, metavar="N", help="only N of them, drawn by --seed")
    parser.add_argument("--seed", default="", metavar="TEXT", help="what the sample is drawn by")
    parser.add_argument("--list", action="store_true", help="name the mutants and end")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the verdicts there")
    parser.add_argument(
        "--min-score", type=float, default=0.0, metavar="PERCENT", help="fail below that score"
    )
    parser.add_argument(
        "--trust",
        action="store_true",
        help="don't run the suite on the server without a fault first",
    )
    parser.add_argument("--quiet", action="store_true", help="only the result")
    return parser.parse_args(words)


def chosen(only: list[str]) -> list[Mutant]:
    """The mutants that `--only` names. Raises ClientError."""
    areas = {mutant.area for mutant in mutants().values()}
    if not only:
        return list(mutants().values())
    for word in only:
        if word not in areas:
            mutant_named(word)
    return [mutant for mutant in mutants().values() if {mutant.id, mutant.area} & set(only)]


def drawn(mutants: list[Mutant], size: int | None, seed: str) -> list[Mutant]:
    """So many of the mutants, in their order; the same ones for the same seed."""
    if size is None or size >= len(mutants):
        return mutants
    taken = set(Random(seed).sample([mutant.id for mutant in mutants], size))
    return [mutant for mutant in mutants if mutant.id in taken]


def main(words: list[str] | None = None) -> int:
    """Try the mutants; 1 if one is broken, the suite isn't green, or the score is too low."""
    options = arguments(words)
    try:
        wanted = drawn(chosen(options.only), options.sample, options.seed)
        if options.list:
            for mutant in wanted:
                print(f"{mutant.area}/{mutant.id}: {mutant.breaks}")
            return 0
        tell = (lambda _: None) if options.quiet else lambda line: print(line, flush=True)
        report = judge(wanted, options.jobs, tell, prove=not options.trust)
    except (ClientError, HarnessFailure) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(report.lines()))
    if options.json is not None:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(report.as_json(), indent=1) + "\n")
    bad = report.red or report.named(BROKEN) or report.score() < options.min_score
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
