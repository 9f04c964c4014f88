"""What a session prints: a line of JSON for each step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def plain(value: Any) -> Any:
    """The value in JSON's types; of bytes the characters of the same numbers."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return {"double": repr(value)}
        case bytes() | bytearray():
            return {"bytes": value.decode("latin-1")}
        case BaseException():
            return {"error": f"{type(value).__name__}: {value}"}
        case dict():
            return {"map": [[plain(key), plain(item)] for key, item in value.items()]}
        case set() | frozenset():
            return {"set": sorted((plain(item) for item in value), key=json.dumps)}
        case list() | tuple():
            return [plain(item) for item in value]
    return {"object": [type(value).__name__, plain(vars(value))]}


def show(name: str, value: Any) -> None:
    """Print a step's name and value."""
    print(json.dumps([name, plain(value)], ensure_ascii=False), flush=True)


async def step(name: str, call: Awaitable[Any], view: Callable[[Any], Any] = lambda v: v) -> None:
    """Await a call and print what it gives or raises; of that only ``view``."""
    try:
        value = view(await call)
    except Exception as failure:
        value = failure
    show(name, value)
