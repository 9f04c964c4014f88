"""Commands about the server: configuration, statistics, its keyspace as a whole."""

from refimpl.commands.server import (
    commands,
    config,
    debug,
    flush,
    info,
    latency,
    memory,
    miscellany,
    monitor,
    replication,
    saving,
    slowlog,
)

__all__ = [
    "commands",
    "config",
    "debug",
    "flush",
    "info",
    "latency",
    "memory",
    "miscellany",
    "monitor",
    "replication",
    "saving",
    "slowlog",
]
