"""The bitmap commands."""

from refimpl.commands.bitmap import bits, fields, operations

__all__ = ["bits", "fields", "operations"]
