"""The form of scripted sessions: calls of redis-py's methods and what each returns.

A session is data, so that the blocking and the asynchronous client are held to the same script.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from conformance.blame import Difference

if TYPE_CHECKING:
    from collections.abc import Callable

_SAME = object()


@dataclass(frozen=True)
class Call:
    """A method with its arguments, and what it returns or raises.

    `result` is what it returns, `resp3` what it returns in RESP3 where redis-py gives another form
    there, `error` the text of the server's error as redis-py tells it. Only `view` of what is
    returned is compared, where there is one.
    """

    method: str
    words: tuple[Any, ...]
    options: dict[str, Any]
    result: Any = True
    resp3: Any = _SAME
    error: str | None = None
    view: Callable[[Any], Any] | None = None

    def gives(self, result: Any, resp3: Any = _SAME) -> Call:
        """The same call with what it returns; True unless said."""
        return replace(self, result=result, resp3=resp3)

    def raises(self, error: str) -> Call:
        """The same call with the error that it is answered with."""
        return replace(self, error=error)

    def seen_as(self, view: Callable[[Any], Any]) -> Call:
        """The same call, of whose result only a part or a form is compared."""
        return replace(self, view=view)

    def __str__(self) -> str:
        words = [repr(word) for word in self.words]
        words += [f"{name}={value!r}" for name, value in self.options.items()]
        return f"{self.method}({', '.join(words)})"

    def check(self, protocol: int, got: Any) -> None:
        """Compare what was returned. Raises Difference."""
        if self.error is not None:
            raise self._difference(f"the error {self.error!r}", repr(got))
        seen = got if self.view is None else self.view(got)
        wanted = self.resp3 if protocol == 3 and self.resp3 is not _SAME else self.result
        if comparable(seen) != comparable(wanted):
            raise self._difference(repr(wanted), repr(seen))

    def check_error(self, text: str) -> None:
        """Compare what was raised. Raises Difference."""
        if self.error is None:
            raise self._difference(repr(self.result), f"the error {text!r}")
        if self.error != text:
            raise self._difference(f"the error {self.error!r}", f"the error {text!r}")

    def _difference(self, expected: str, received: str) -> Difference:
        return Difference(sent=str(self), expected=expected, received=received)


@dataclass(frozen=True)
class Session:
    """Calls in order, on one connection; `needs` are commands that the server must know."""

    calls: tuple[Call, ...]
    needs: tuple[str, ...] = ()


def comparable(value: Any) -> Any:
    """The value with lists for tuples (releases of redis-py differ), and True told from 1."""
    match value:
        case list() | tuple():
            return [comparable(item) for item in value]
        case dict():
            return {key: comparable(item) for key, item in value.items()}
        case bool():
            return repr(value)
    return value


class _Script:
    """Writes calls down as they would be made: ``do.set("k", "v", ex=10)``."""

    def __getattr__(self, method: str) -> Callable[..., Call]:
        return lambda *words, **options: Call(method, words, options)


do = _Script()
