"""The list commands."""

from refimpl.commands.list import blocking, elements, push_pop

__all__ = ["blocking", "elements", "push_pop"]
