"""Vector sets."""

from refimpl.commands.vector_set import inspection, search, writes

__all__ = ["inspection", "search", "writes"]
