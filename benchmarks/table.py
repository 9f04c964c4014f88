"""One table of a run: the real Redis' figures, and the others' ratios to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from benchmarks.results import CPU, RATE, REFERENCE, Figure, Results, mean_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = list[str]


def table(results: Results, absolute: bool = False) -> Table:
    """For the terminal; the others as ratios, or in figures as well."""
    others = _others(results)
    caption = "requests a second, and the server's CPU µs for a request, where no unit is named"
    made = Table(caption=caption, title="" if absolute else f"ratios are to {REFERENCE}")
    made.add_column("")
    for name in (REFERENCE, *others):
        made.add_column(name, justify="right")
        made.add_column("CPU", justify="right")
    for row in _rows(results, others, absolute):
        is_mean = row[0].startswith("mean of ")
        made.add_row(*row, style="bold" if is_mean else "", end_section=is_mean)
    return made


def markdown(results: Results) -> str:
    """A page: ratios only, as the figures themselves hold on one machine alone."""
    others = _others(results)
    headings = [f"{name}{what}" for name in others for what in ("", ", CPU")]
    rows = [["", *headings], [":--", *("--:" for _ in headings)]]
    rows += [[row[0], *row[3:]] for row in _rows(results, others, absolute=False)]
    about = results.about
    return (
        f"# Ratios to {REFERENCE} {about.get(REFERENCE, '')}\n\n"
        f"Commit {about.get('commit', '?')}, Python {about.get('python', '?')}, "
        f"{about.get('processor', '?')}, {about.get('cores', '?')} cores; written by "
        f"`python -m benchmarks {about.get('arguments', '')}`.\n"
        "Where no unit is named: requests a second (more is better), and the server's CPU time for "
        "one (less is better).\n\n"
    ) + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _others(results: Results) -> list[str]:
    return [name for name in results.servers() if name != REFERENCE]


def _rows(results: Results, others: list[str], absolute: bool) -> Iterator[Row]:
    """A row for each case, and one of the means after each group."""
    spent = {figure.case: figure for figure in results.figures if figure.unit == CPU}
    shown = [figure for figure in results.figures if figure.unit != CPU]
    for figure, following in zip(shown, [*shown[1:], None], strict=True):
        cpu = spent.get(figure.case) if figure.unit == RATE else None
        row = [figure.case if figure.unit == RATE else f"{figure.case}, {figure.unit}"]
        for name in (REFERENCE, *others):
            for each in (figure, cpu):
                if absolute or name == REFERENCE:
                    row.append(_number(each.middle(name) if each else None))
                else:
                    row.append(_number(each.ratio(name) if each else None))
        yield row
        if figure.group and (following is None or following.group != figure.group):
            yield _means(figure.group, results, others)


def _means(group: str, results: Results, others: list[str]) -> Row:
    def of(unit: str) -> list[Figure]:
        return [each for each in results.figures if each.group == group and each.unit == unit]

    row = [f"mean of {group}", "", ""]
    for name in others:
        row += [_number(mean_ratio(of(unit), name)) for unit in (RATE, CPU)]
    return row


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
