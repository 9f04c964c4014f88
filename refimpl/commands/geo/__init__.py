"""Geospatial indexes: sorted sets whose scores are positions."""

from refimpl.commands.geo import places, search

__all__ = ["places", "search"]
