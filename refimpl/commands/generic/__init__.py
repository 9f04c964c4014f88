"""Commands on keys whatever their values are."""

from refimpl.commands.generic import (
    expiry,
    inspection,
    keys,
    migrate,
    moving,
    replication,
    serialization,
    sort,
    walking,
)

__all__ = [
    "expiry",
    "inspection",
    "keys",
    "migrate",
    "moving",
    "replication",
    "serialization",
    "sort",
    "walking",
]
