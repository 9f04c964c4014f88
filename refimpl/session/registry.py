"""Which function executes which command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.table.command import Handler

_H = TypeVar("_H", bound="Callable[..., Any]")

HANDLERS: Final[dict[bytes, Handler]] = {}
"""By the table's name: lower case, ``container|subcommand``."""

SHORT_FORMS: Final[dict[bytes, tuple[int, Handler]]] = {}
"""For some commands, a number of words and the handler of requests of that many."""


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


def handles_short(name: str, words: int) -> Callable[[_H], _H]:
    """Make the decorated function the handler of a command's requests of exactly so many words.

    It is for the form that most requests have: parsing a SET without options takes as long as
    setting the key, a quarter of all that such a request takes here. An HSET of one field is 17 %
    faster so, an SADD of one member, which needs no loop then, 24 %, an LPUSH 12 %. It is given the
    request itself, and no parser runs. Where more than the number of words decides whether such a
    request is well-formed, it raises NotShort before it has done anything, and the request goes the
    way of all others. Requests of clients in an unusual state, of transactions and of scripts don't
    come here.
    """

    def register(handler: _H) -> _H:
        SHORT_FORMS[name.lower().encode()] = (words, handler)
        return handler

    return register
