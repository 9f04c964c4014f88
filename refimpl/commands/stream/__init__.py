"""Streams: entries, groups of consumers, what is pending with them."""

from refimpl.commands.stream import claims, entries, groups, info, pending, reading, removal

__all__ = ["claims", "entries", "groups", "info", "pending", "reading", "removal"]
