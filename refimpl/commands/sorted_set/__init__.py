"""Sorted sets."""

from refimpl.commands.sorted_set import algebra, pops, ranges, sampling, scores, writes

__all__ = ["algebra", "pops", "ranges", "sampling", "scores", "writes"]
