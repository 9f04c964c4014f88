"""Which error a reply is: told by its id, so that errors of one kind are counted as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conformance.compare.errors import ErrorBook

if TYPE_CHECKING:
    from spec.model.load import Spec


class Outcomes:
    """Which error a line is, by id."""

    def __init__(self, spec: Spec) -> None:
        book = ErrorBook(spec)
        ids = sorted(spec.errors, key=lambda name: -len(book.template(name)))
        patterns = [(name, pattern.pattern) for name in ids for pattern in book.lines(name)]
        self._names = [name for name, _ in patterns]
        # One expression instead of one for each error: a fifth of the time.
        self._pattern = re.compile(b"|".join(b"(%b)" % pattern for _, pattern in patterns))
        self._known: dict[bytes, str] = {}

    def of(self, raw: bytes) -> str:
        """The id of the error reply; its first words where the specification has none."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._find(raw[1:].rstrip(b"\r\n"))
        return known

    def _find(self, line: bytes) -> str:
        found = self._pattern.fullmatch(line)
        if found is None or found.lastindex is None:
            return line[:40].decode("latin1")
        return self._names[found.lastindex - 1]
