"""Commands about the server: configuration, statistics, its keyspace as a whole."""

from refimpl.commands.server import (
    acl,
    art,
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
    "acl",
    "art",
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
