"""What the codec costs: nanoseconds per command parsed and per reply built.

    python -m benchmarks codec [--rounds N]

Each case is measured in the process's CPU time, in rounds whose order is shuffled; the table shows
the best round, which other programs on the machine disturb least. For requests it also shows how
many times faster the fast way is than the exact one.
"""

import argparse
import random
import time
from collections.abc import Callable

from refimpl.resp.parser import Argv, RequestLimits, RequestParser
from refimpl.resp.replies import array, bulk, bulks, integer
from refimpl.resp.wire import RESP2, RESP3

_ROUND_NS = 5_000_000


class _ExactParser(RequestParser):
    """A parser without the fast way."""

    __slots__ = ()

    def _parse_fast(self, data: bytes, commands: list[Argv]) -> None:
        self._parse_exactly(data, 0, commands)


def encode(*argv: bytes) -> bytes:
    """A request as clients send it."""
    return b"*%d\r\n" % len(argv) + b"".join(b"$%d\r\n%b\r\n" % (len(a), a) for a in argv)


_KEY = b"key:000000000012"
# A name, what is sent, how many commands that is.
_REQUESTS = [
    ("PING", encode(b"PING"), 1),
    ("PING, inline", b"PING\r\n", 1),
    ("GET", encode(b"GET", _KEY), 1),
    ("SET of 3 bytes", encode(b"SET", _KEY, b"xxx"), 1),
    ("SET of 3 bytes, 16 pipelined", encode(b"SET", _KEY, b"xxx") * 16, 16),
    ("SET of 1 KiB, 16 pipelined", encode(b"SET", _KEY, b"x" * 1024) * 16, 16),
    ("SET of 10 KiB", encode(b"SET", _KEY, b"x" * 10240), 1),
    ("SET with a line end, 16 pipelined", encode(b"SET", _KEY, b"a\r\nb") * 16, 16),
    ("MSET of 20 pairs", encode(b"MSET", *[_KEY, b"xxx"] * 20), 1),
]
_PAIRS = [b"field", b"some value"] * 10
_REPLIES: list[tuple[str, Callable[[], object]]] = [
    ("integer, small", lambda: integer(42)),
    ("integer, large", lambda: integer(1_700_000_000_000)),
    ("bulk of 3 bytes", lambda: bulk(b"xxx")),
    ("bulk of 1 KiB", lambda value=b"x" * 1024: bulk(value)),  # type: ignore[misc]
    ("bulk of 64 KiB", lambda value=b"x" * 65536: bulk(value)),  # type: ignore[misc]
    ("array of 20 bulks", lambda: bulks(_PAIRS)),
    ("array of 2 encoded", lambda: array([b":1\r\n", b":2\r\n"])),
    ("map of 10 pairs, RESP3", lambda: RESP3.bulk_map(_PAIRS)),
    ("double, RESP2", lambda: RESP2.double(3.25)),
]


def _feed_in_reads(data: bytes, size: int) -> Callable[[], object]:
    pieces = [data[i : i + size] for i in range(0, len(data), size)]

    def feed() -> None:
        parser = RequestParser(RequestLimits())
        commands = [argv for piece in pieces for argv in parser.feed(piece)]
        assert len(commands) == 1

    return feed


def measure(cases: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least nanoseconds of CPU time that one call of each took."""
    repeats = {}
    for name, call in cases.items():
        start = time.perf_counter_ns()
        for _ in range(10):
            call()
        repeats[name] = max(1, _ROUND_NS * 10 // max(1, time.perf_counter_ns() - start))
    best = dict.fromkeys(cases, float("inf"))
    order = list(cases)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            call = cases[name]
            start = time.process_time_ns()
            for _ in range(repeats[name]):
                call()
            best[name] = min(best[name], (time.process_time_ns() - start) / repeats[name])
    return best


def main(words: list[str]) -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m benchmarks codec", description=__doc__)
    options.add_argument("--rounds", type=int, default=30)
    rounds = options.parse_args(words).rounds

    cases: dict[str, Callable[[], object]] = {}
    for name, data, _ in _REQUESTS:
        for way, kind in (("fast", RequestParser), ("exact", _ExactParser)):
            parser = kind(RequestLimits())
            cases[f"{name}/{way}"] = lambda feed=parser.feed, data=data: feed(data)  # type: ignore[misc]
    for size in (16384, 65536):
        name = f"SET of 4 MiB in reads of {size >> 10} KiB"
        cases[name] = _feed_in_reads(encode(b"SET", _KEY, b"x" * (4 << 20)), size)
    cases.update(_REPLIES)
    best = measure(cases, rounds)

    print(f"{'requests, ns per command':<40}{'fast':>10}{'exact':>10}{'ratio':>8}")
    for name, _, commands in _REQUESTS:
        fast, exact = (best.pop(f"{name}/{way}") / commands for way in ("fast", "exact"))
        print(f"{name:<40}{fast:>10.0f}{exact:>10.0f}{exact / fast:>8.2f}")
    print(f"\n{'others, ns per call':<40}{'':>10}")
    for name, cost in best.items():
        print(f"{name:<40}{cost:>10.0f}")
    return 0
