"""``python -m benchmarks compare A.json B.json``: two commits, by their ratios to Redis.

The machine may have been faster or slower in one of the runs; the real Redis was then too.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.results import MORE_IS_BETTER, Results

_SERVER = "refimpl"


def main(words: list[str]) -> int:
    """Exit status 0; 2 when a file can't be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks compare", description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args(words)
    try:
        before, after = Results.load(options.before), Results.load(options.after)
    except (OSError, ValueError, KeyError, TypeError) as error:
        parser.error(f"no results: {error}")
    Console().print(comparison(before, after))
    return 0


def comparison(before: Results, after: Results) -> Table:
    """Both ratios and what became of them, for every figure in both."""
    old = {(figure.case, figure.unit): figure.ratio(_SERVER) for figure in before.figures}
    made = Table("", "unit", title=f"{_SERVER}'s ratios to Redis; > 1 in the last column: better")
    for results in (before, after):
        made.add_column(results.about.get("commit", "?"), justify="right")
    made.add_column("times as good", justify="right")
    changes: dict[tuple[str, str], list[float]] = {}
    for figure in after.figures:
        was, is_now = old.get((figure.case, figure.unit)), figure.ratio(_SERVER)
        if not was or not is_now:
            continue
        change = is_now / was if figure.unit in MORE_IS_BETTER else was / is_now
        changes.setdefault((figure.group, figure.unit), []).append(change)
        made.add_row(figure.case, figure.unit, f"{was:.3g}", f"{is_now:.3g}", f"{change:.2f}")
    made.add_section()
    for (group, unit), ratios in changes.items():
        if group:
            mean = statistics.geometric_mean(ratios)
            made.add_row(f"mean of {group}", unit, "", "", f"{mean:.2f}", style="bold")
    return made
