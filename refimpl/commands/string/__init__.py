"""The string commands."""

from refimpl.commands.string import counters, lcs, ranges, values

__all__ = ["counters", "lcs", "ranges", "values"]
