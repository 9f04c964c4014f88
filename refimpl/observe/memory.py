"""How much memory the server takes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from refimpl.keyspace.eviction import dataset_size

if TYPE_CHECKING:
    from refimpl.session.state import ServerState

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Memory:
    """All in bytes."""

    __slots__ = ("clients", "dataset", "overhead", "peak", "resident", "startup", "used")

    def __init__(self, dataset: int, clients: int, startup: int, resident: int) -> None:
        self.dataset = dataset
        """Keys and values, estimated."""
        self.clients = clients
        """Output that waits, and requests that are not complete."""
        self.startup = startup
        self.overhead = startup + clients
        self.used = self.overhead + dataset
        self.peak = self.used
        self.resident = resident
        """What the operating system counts."""

    def dataset_percentage(self) -> float:
        """The dataset's share of what was added since the start."""
        added = self.used - self.startup
        return 100.0 * self.dataset / added if added else 0.0

    def peak_percentage(self) -> float:
        """The present use's share of the highest one."""
        return 100.0 * self.used / self.peak if self.peak else 100.0

    def fragmentation(self) -> float:
        """What the system counts, in units of what is used."""
        return self.resident / self.used if self.used else 1.0


def resident_bytes() -> int:
    """What the operating system counts for this process; 0 where it can't be told."""
    try:
        descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        return int(os.read(descriptor, 100).split()[1]) * _PAGE
    finally:
        os.close(descriptor)


def total_bytes() -> int:
    """The machine's memory; 0 where it can't be told."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * _PAGE
    except (AttributeError, ValueError, OSError):
        return 0


def measure(server: ServerState) -> Memory:
    """The present figures; remembers the highest use."""
    clients = sum(
        client.parser.buffered + client.transport.unsent_bytes()
        for client in server.clients.values()
    )
    memory = Memory(
        dataset_size(server.databases), clients, server.environment.base_memory, resident_bytes()
    )
    statistics = server.statistics
    if memory.used > statistics.peak_memory:
        statistics.peak_memory = memory.used
        statistics.peak_memory_second = server.moment.second
    memory.peak = statistics.peak_memory
    return memory


def human(size: int) -> str:
    """A number of bytes with two digits after the point and a unit."""
    if size < 1024:
        return f"{size}B"
    number = float(size)
    for unit in "KMGTPE":
        number /= 1024
        if number < 1024 or unit == "E":
            break
    return f"{number:.2f}{unit}"
