"""LATENCY's texts for people: a drawing of events, and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refimpl.session.latency_monitor import LatencyMonitor, Series

_COLUMNS = 80
_ROWS = 4
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def graph(event: bytes, series: Series, now: int) -> str:
    """A column for each sample, as high as it is long, and how long ago it was below."""
    samples = list(series.samples)[-_COLUMNS:]
    lengths = [ms for _, ms in samples]
    low, high = min(lengths), max(lengths)
    heights = [round((ms - low) / ((high - low) or 1) * (_ROWS - 1)) for ms in lengths]
    lines = [
        f"{event.decode('latin-1')} - high {high} ms, low {low} ms "
        f"(all time high {series.longest} ms)",
        "-" * _COLUMNS,
    ]
    for row in range(_ROWS - 1, -1, -1):
        lines.append("".join(_sign(height, row) for height in heights))
    lines.append("")
    ages = [_age(now - second) for second, _ in samples]
    for at in range(max(map(len, ages))):
        lines.append("".join(age[at] if at < len(age) else " " for age in ages))
    return "\n".join(lines) + "\n"


def _sign(height: int, row: int) -> str:
    if row > height:
        return " "
    if row == height:
        return "#" if height else "_"
    return "|"


def _age(seconds: int) -> str:
    """`59s`, `3m`, `2h`, `1d`."""
    for size, unit in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "m")):
        if seconds >= size:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def advice(monitor: LatencyMonitor, threshold: int) -> str:
    """What the events say, and what to do about them."""
    if not monitor.series:
        if not threshold:
            return (
                "Nobody watches for slow events: CONFIG SET latency-monitor-threshold "
                "<milliseconds> turns it on.\n"
            )
        return f"No event took {threshold} milliseconds or more.\n"
    lines = []
    for number, (event, series) in enumerate(monitor.series.items(), start=1):
        lengths = [ms for _, ms in series.samples]
        average = sum(lengths) / len(lengths)
        deviation = sum(abs(ms - average) for ms in lengths) / len(lengths)
        lines.append(
            f"{number}. {event.decode('latin-1')}: {len(lengths)} slow seconds "
            f"(average {average:.0f} ms, mean deviation {deviation:.0f} ms). "
            f"Worst of all: {series.longest} ms."
        )
    if {b"command", b"fast-command"} & set(monitor.series):
        lines.append("SLOWLOG GET tells which commands were slow.")
    if {b"expire-cycle", b"eviction-cycle"} & set(monitor.series):
        lines.append("Many or large keys went at once: spread their times to live, or keep room.")
    return "\n".join(lines) + "\n"
