"""MEMORY."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from refimpl.keyspace.eviction import KEY_OVERHEAD
from refimpl.keyspace.sizes import value_size
from refimpl.observe.memory import measure
from refimpl.resp.replies import OK, bulk, integer
from refimpl.session.help import help_reply
from refimpl.session.registry import handles

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import MemoryUsageArgs


_USUAL_SAMPLES = 5


@handles("MEMORY USAGE")
def usage(call: Call, args: MemoryUsageArgs) -> bytes:
    """Bytes a key and its value take, estimated from a few elements; of 0 samples: from all."""
    value = call.keys.peek(args.key)
    if value is None:
        return call.wire.null
    samples = _USUAL_SAMPLES if args.samples is None else args.samples or None
    return integer(len(args.key) + KEY_OVERHEAD + value_size(value, samples))


@handles("MEMORY STATS")
def stats(call: Call, argv: Argv) -> bytes:
    """Where the memory goes."""
    server, wire = call.server, call.wire
    figures = measure(server)
    parts: list[bytes] = []
    whole: tuple[tuple[bytes, int], ...] = (
        (b"peak.allocated", figures.peak),
        (b"total.allocated", figures.used),
        (b"startup.allocated", figures.startup),
        (b"replication.backlog", 0),
        (b"replica.fullsync.buffer", 0),
        (b"clients.slaves", 0),
        (b"clients.normal", figures.clients),
        (b"cluster.links", 0),
        (b"aof.buffer", 0),
        (b"lua.caches", server.scripts.memory()[1]),
        (b"functions.caches", server.functions.memory()[1]),
        (b"script.VMs", server.scripts.memory()[0] + server.functions.memory()[0]),
    )
    for name, number in whole:
        parts += (bulk(name), integer(number))
    for database in server.databases:
        if database.values:
            parts += (
                bulk(b"db.%d" % database.index),
                wire.map(
                    [
                        bulk(b"overhead.hashtable.main"),
                        integer(len(database.values) * KEY_OVERHEAD),
                        bulk(b"overhead.hashtable.expires"),
                        integer(len(database.expires) * KEY_OVERHEAD),
                    ]
                ),
            )
    count = sum(len(database.values) for database in server.databases)
    rest: tuple[tuple[bytes, int | float], ...] = (
        (b"overhead.db.hashtable.lut", 0),
        (b"overhead.db.hashtable.rehashing", 0),
        (b"overhead.total", figures.overhead),
        (b"db.dict.rehashing.count", 0),
        (b"keys.count", count),
        (b"keys.bytes-per-key", figures.dataset // count if count else 0),
        (b"dataset.bytes", figures.dataset),
        (b"dataset.percentage", figures.dataset_percentage()),
        (b"peak.percentage", figures.peak_percentage()),
        (b"allocator.allocated", figures.used),
        (b"allocator.active", figures.resident),
        (b"allocator.resident", figures.resident),
        (b"allocator.muzzy", 0),
        (b"allocator-fragmentation.ratio", figures.fragmentation()),
        (b"allocator-fragmentation.bytes", figures.resident - figures.used),
        (b"allocator-rss.ratio", 1.0),
        (b"allocator-rss.bytes", 0),
        (b"rss-overhead.ratio", 1.0),
        (b"rss-overhead.bytes", 0),
        (b"fragmentation", figures.fragmentation()),
        (b"fragmentation.bytes", figures.resident - figures.used),
    )
    for name, figure in rest:
        parts += (bulk(name), integer(figure) if isinstance(figure, int) else wire.double(figure))
    return wire.map(parts)


@handles("MEMORY DOCTOR")
def doctor(call: Call, argv: Argv) -> bytes:
    """Advice, for people."""
    figures = measure(call.server)
    if figures.used < 5 << 20:
        text = b"There is hardly any data yet: come back when there is more than 5 MB.\n"
    elif figures.fragmentation() > 1.4:
        text = b"The process takes much more memory than its data: it had more data before.\n"
    else:
        text = b"Nothing to complain about.\n"
    return call.wire.verbatim(b"txt", text)


@handles("MEMORY MALLOC-STATS")
def allocator(call: Call, argv: Argv) -> bytes:
    """What the garbage collector tells of itself."""
    lines = [b"Python's allocator; collections by generation:"]
    for generation, figures in enumerate(gc.get_stats()):
        lines.append(f"{generation}: {figures}".encode())
    return call.wire.verbatim(b"txt", b"\n".join(lines) + b"\n")


@handles("MEMORY PURGE")
def purge(call: Call, argv: Argv) -> bytes:
    """Collect garbage."""
    gc.collect()
    return OK


@handles("MEMORY HELP")
def memory_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "MEMORY",
        (
            ("DOCTOR", "Advice about memory."),
            ("MALLOC-STATS", "What the allocator tells of itself."),
            ("PURGE", "Give back what isn't used."),
            ("STATS", "Where the memory goes."),
            ("USAGE <key> [SAMPLES <count>]", "Bytes a key and its value take."),
        ),
    )
