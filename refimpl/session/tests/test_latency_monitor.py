"""Slow events as the monitor keeps them."""

from __future__ import annotations

from refimpl.session.latency_monitor import MOST_SAMPLES, LatencyMonitor


def test_one_sample_per_second_and_the_longest_of_all() -> None:
    monitor = LatencyMonitor()
    for second, ms in ((1, 5), (1, 9), (1, 7), (2, 3)):
        monitor.add(b"command", second, ms)
    series = monitor.series[b"command"]
    assert list(series.samples) == [(1, 9), (2, 3)]
    assert series.longest == 9


def test_no_more_samples_than_there_is_room_for() -> None:
    monitor = LatencyMonitor()
    for second in range(MOST_SAMPLES + 5):
        monitor.add(b"command", second, 1)
    assert len(monitor.series[b"command"].samples) == MOST_SAMPLES
    assert monitor.series[b"command"].samples[0] == (5, 1)


def test_forgetting() -> None:
    monitor = LatencyMonitor()
    for event in (b"a", b"b", b"c"):
        monitor.add(event, 1, 1)
    assert monitor.forget([b"a", b"a", b"nosuch"]) == 1
    assert monitor.forget([]) == 2
    assert monitor.series == {}
