"""What the benchmarks make of their figures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from benchmarks.compare import comparison
from benchmarks.profiling import read_stacks
from benchmarks.results import CPU, RATE, Figure, Results, mean_ratio
from benchmarks.table import markdown, table

if TYPE_CHECKING:
    from pathlib import Path

    from rich.table import Table


def results(rate: float, cpu: float) -> Results:
    """refimpl at that many requests of Redis' 100, with CPU time of Redis' 10."""
    figures = [
        Figure("set", "tests", RATE, {"redis": [100.0] * 3, "refimpl": [rate] * 3}),
        Figure("set", "tests", CPU, {"redis": [10.0] * 3, "refimpl": [cpu] * 3}),
        Figure("memory", "", "MiB", {"redis": [8.0], "refimpl": [24.0], "fakeredis": [48.0]}),
    ]
    return Results({"commit": f"commit{rate:.0f}"}, figures)


def shown(made: Table) -> list[list[str]]:
    """The cells of a table."""
    output = io.StringIO()
    Console(file=output, width=200).print(made)
    lines = output.getvalue().splitlines()
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines if "│" in line]


def test_a_ratio_is_of_values_of_the_same_round() -> None:
    figure = Figure("set", "", RATE, {"redis": [10, 100, 1000], "refimpl": [5, 50, 100]})
    assert figure.ratio("refimpl") == 0.5
    assert figure.middle("refimpl") == 50
    assert figure.ratio("fakeredis") is None


def test_means_are_geometric() -> None:
    figures = [
        Figure("a", "", RATE, {"redis": [1.0], "refimpl": [0.5]}),
        Figure("b", "", RATE, {"redis": [1.0], "refimpl": [2.0]}),
        Figure("c", "", RATE, {"redis": [1.0]}),
    ]
    assert mean_ratio(figures, "refimpl") == pytest.approx(1.0)


def test_results_come_back_from_their_file(tmp_path: Path) -> None:
    made = results(50, 20)
    made.save(tmp_path / "a.json")
    assert Results.load(tmp_path / "a.json") == made


def test_the_table_has_ratios_and_their_means() -> None:
    assert shown(table(results(50, 20))) == [
        ["set", "100", "10", "0.5", "2", "", ""],
        ["mean of tests", "", "", "0.5", "2", "", ""],
        ["memory, MiB", "8", "", "3", "", "6", ""],
    ]
    assert shown(table(results(50, 20), absolute=True))[0] == [
        "set",
        "100",
        "10",
        "50",
        "20",
        "",
        "",
    ]
    assert "| set | 0.5 | 2 |  |  |\n" in markdown(results(50, 20))


def test_better_is_above_one_whatever_the_unit() -> None:
    rows = {tuple(row[:2]): row[-1] for row in shown(comparison(results(50, 20), results(75, 10)))}
    assert rows["set", RATE] == "1.50"
    assert rows["set", CPU] == "2.00"
    assert rows["memory", "MiB"] == "1.00"
    assert rows["mean of tests", CPU] == "2.00"


def test_stacks_are_read_outermost_frame_first() -> None:
    assert read_stacks("main (a.py);turn (b.py) 3\nmain (a.py) 1\n") == {
        ("main (a.py)", "turn (b.py)"): 3,
        ("main (a.py)",): 1,
    }
