"""Commands about the server: configuration, statistics, its keyspace as a whole."""

from refimpl.commands.server import (
    acl,
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
