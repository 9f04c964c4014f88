"""``python -m benchmarks latency``: how long everybody waits while a server does something large.

One client lets it be done, another one sends PING all the time and notes its longest wait. A wait
is the machine's doing, too; so beside it stands how long the server's main thread was busy
meanwhile, in processor time, and what the server itself tells (``eventloop_duration_max`` of INFO).
Each round makes the data anew, and the least figure of all rounds counts: what else the machine
does only adds to it. What goes on after the reply is waited for until INFO tells that everything
is freed, expired or saved.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import socket
import sys
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks import servers
from benchmarks.growth import FIELDS, LIST, MEMBERS, SET, STREAM, STRINGS, Pipe, filled, number
from benchmarks.servers import CLIENT_CORE, SERVER_CORE, Running, pinned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Words = tuple[bytes, ...]

_LIFETIME = 15
"""Seconds after which keys expire that are made to expire all at once."""

_BETWEEN_LOOKS = 50
"""PINGs between two looks at INFO."""


@dataclass(frozen=True)
class Event:
    """Something large: what prepares it, what lets it happen, and how INFO tells that it is over.

    ``settle`` is how many seconds after the beginning of the preparation it can happen.
    """

    name: str
    prepare: Callable[[int], Iterable[Words]]
    act: Callable[[int], Iterable[Words]]
    over: Callable[[dict[str, str]], bool]
    settle: int = 0


@dataclass
class Pause:
    """The longest of one event, in milliseconds."""

    wait: float
    """That a client waited for a PONG."""
    busy: float
    """Of processor time that the main thread used between two PONGs."""
    told: float
    """Of a turn of the loop, as the server counts it."""

    def least(self, other: Pause) -> Pause:
        """The lesser of each figure."""
        return Pause(
            min(self.wait, other.wait), min(self.busy, other.busy), min(self.told, other.told)
        )


def nothing(size: int) -> Iterator[Words]:
    """No command at all."""
    return iter(())


def fill(subject: tuple[Words, Callable[[int], Words]]) -> Callable[[int], Iterable[Words]]:
    """The commands that make a value, or keyspace, of so many elements."""
    return lambda size: filled(*subject, size)


def one(*words: bytes) -> Callable[[int], Iterable[Words]]:
    """That command."""
    return lambda size: (words,)


def volatile(size: int) -> Iterator[Words]:
    """Keys that are due all at once, and stay until that is allowed."""
    yield (b"DEBUG", b"SET-ACTIVE-EXPIRE", b"0")
    due = b"%d" % int((time.time() + _LIFETIME) * 1000)
    for index in range(size):
        yield (b"SET", number(index), b"v", b"PXAT", due)


def small_hashes(size: int) -> Iterator[Words]:
    """Keys with a container each: what a garbage collector would look through."""
    for index in range(size):
        yield (b"HSET", number(index), b"f", b"v")


def at_once(info: dict[str, str]) -> bool:
    """It is over with the reply."""
    return True


def freed(info: dict[str, str]) -> bool:
    """Nothing waits to be freed."""
    return info["lazyfree_pending_objects"] == "0"


def expired(info: dict[str, str]) -> bool:
    """There is no key any more."""
    return "db0" not in info


def saved(info: dict[str, str]) -> bool:
    """No child is saving."""
    return info["rdb_bgsave_in_progress"] == "0"


EVENTS = (
    Event("nothing", nothing, nothing, at_once),
    Event("FLUSHALL ASYNC", fill(STRINGS), one(b"FLUSHALL", b"ASYNC"), freed),
    Event("FLUSHALL SYNC", fill(STRINGS), one(b"FLUSHALL", b"SYNC"), freed),
    Event("UNLINK list", fill(LIST), one(b"UNLINK", b"l"), freed),
    Event("UNLINK set", fill(SET), one(b"UNLINK", b"s"), freed),
    Event("UNLINK hash", fill(FIELDS), one(b"UNLINK", b"h"), freed),
    Event("UNLINK sorted set", fill(MEMBERS), one(b"UNLINK", b"z"), freed),
    Event("UNLINK stream", fill(STREAM), one(b"UNLINK", b"x"), freed),
    Event("DEL sorted set", fill(MEMBERS), one(b"DEL", b"z"), at_once),
    Event("expiry", volatile, one(b"DEBUG", b"SET-ACTIVE-EXPIRE", b"1"), expired, _LIFETIME),
    Event("KEYS", fill(STRINGS), one(b"KEYS", b"nothing"), at_once),
    Event("first RANDOMKEY", fill(STRINGS), one(b"RANDOMKEY"), at_once),
    Event("BGSAVE", fill(STRINGS), one(b"BGSAVE"), saved),
    Event("MSET", nothing, fill(STRINGS), at_once),
    Event("HSET small hashes", nothing, small_hashes, at_once),
)


class Watcher:
    """Sends PING all the time."""

    def __init__(self, server: Running) -> None:
        self._socket = socket.create_connection(("127.0.0.1", server.port))
        self._file = self._socket.makefile("rb")
        self._main_thread = Path(f"/proc/{server.pid}/task/{server.pid}/schedstat")

    def watch(self, over: Callable[[], bool]) -> Pause:
        """The longest pause until that is over, which is asked now and then."""
        wait = busy = 0.0
        for turn in count(1):
            began_busy, began = self._busy(), time.perf_counter()
            self._socket.sendall(b"PING\r\n")
            self._file.readline()
            wait = max(wait, time.perf_counter() - began)
            busy = max(busy, self._busy() - began_busy)
            if turn % _BETWEEN_LOOKS == 0 and over():
                break
        return Pause(wait * 1000, busy * 1000, int(self.info()["eventloop_duration_max"]) / 1000)

    def info(self) -> dict[str, str]:
        """What the server tells of itself."""
        self._socket.sendall(b"INFO memory\r\nINFO keyspace\r\nINFO persistence\r\nINFO debug\r\n")
        text = b"".join(self._file.read(int(self._file.readline()[1:]) + 2) for _ in range(4))
        return dict(line.split(":", 1) for line in text.decode().splitlines() if ":" in line)

    def _busy(self) -> float:
        return int(self._main_thread.read_text("ascii").split()[0]) / 1e9


def measure(server: Running, event: Event, size: int) -> Pause:
    """The longest pause while the event takes place."""
    pipe = Pipe(server.port)
    began = time.monotonic()
    pipe.send([(b"FLUSHALL",), *event.prepare(0)])
    pipe.send(event.prepare(size))
    time.sleep(max(began + event.settle - time.monotonic(), 0))
    watcher = Watcher(server)
    watcher.watch(lambda: freed(watcher.info()))  # of what was there before
    pipe.send([(b"CONFIG", b"RESETSTAT")])
    # Another process, which doesn't keep this one from noting the time.
    actor = multiprocessing.get_context("fork").Process(
        target=lambda: Pipe(server.port).send(event.act(size))
    )
    actor.start()
    pause = watcher.watch(lambda: not actor.is_alive() and event.over(watcher.info()))
    actor.join()
    return pause


def main(words: list[str] | None = None) -> int:
    """Measure and show."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks latency", description=__doc__)
    parser.add_argument("--only", action="append", metavar="EVENT", help="repeatable")
    parser.add_argument("--size", type=int, default=1_000_000, help="keys, or elements of a value")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write every figure there")
    options = parser.parse_args(words)
    events = [each for each in EVENTS if not options.only or each.name in options.only]
    if not events:
        print("events: " + ", ".join(each.name for each in EVENTS), file=sys.stderr)
        return 2
    names = [name for name in servers.commands(0) if name in ("refimpl", "redis")]
    figures = {each.name: dict.fromkeys(names, Pause(*[math.inf] * 3)) for each in events}
    with pinned(CLIENT_CORE):
        for event in track(events):
            for _ in range(options.rounds):
                for name in names:
                    settings = ("--enable-debug-command", "yes")
                    with servers.running(name, SERVER_CORE, settings) as server:
                        pause = measure(server, event, options.size)
                    figures[event.name][name] = figures[event.name][name].least(pause)
    Console().print(table(figures, names))
    if options.json:
        plain = {e: {n: vars(pause) for n, pause in each.items()} for e, each in figures.items()}
        options.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    return 0


def table(figures: dict[str, dict[str, Pause]], names: list[str]) -> Table:
    """Milliseconds by event."""
    kinds = ("wait", "busy", "told")
    made = Table("longest pause, ms", *(f"{name} {kind}" for name in names for kind in kinds))
    for event, pauses in figures.items():
        made.add_row(
            event, *(f"{getattr(pauses[name], kind):.1f}" for name in names for kind in kinds)
        )
    return made


if __name__ == "__main__":
    sys.exit(main())
