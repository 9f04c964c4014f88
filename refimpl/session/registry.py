"""Which function executes which command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.table.command import Handler

_H = TypeVar("_H", bound="Callable[..., Any]")

HANDLERS: dict[bytes, Handler] = {}
"""By the table's name: lower case, ``container|subcommand``."""


def handles(*names: str) -> Callable[[_H], _H]:
    """Make the decorated function the handler of these commands ("SET", "CLIENT KILL").

    It is called with the client's Call and what the command's parser made of the request, or the
    request itself where there is no parser, and returns the reply's bytes.
    """

    def register(handler: _H) -> _H:
        for name in names:
            key = name.lower().replace(" ", "|").encode()
            if key in HANDLERS:
                raise ValueError(f"{name} has a handler already")
            HANDLERS[key] = handler
        return handler

    return register
