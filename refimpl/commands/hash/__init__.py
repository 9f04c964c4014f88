"""The hash commands."""

from refimpl.commands.hash import combined, counters, expiry, fields, walking

__all__ = ["combined", "counters", "expiry", "fields", "walking"]
