"""Which error a reply is: told by its id, so that errors of one kind are counted as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.compare.errors import ErrorBook

if TYPE_CHECKING:
    from spec.model.load import Spec


class Outcomes:
    """Which error a line is, by id."""

    def __init__(self, spec: Spec) -> None:
        book = ErrorBook(spec)
        ids = sorted(spec.errors, key=lambda name: -len(book.template(name)))
        self._patterns = [(name, pattern) for name in ids for pattern in book.lines(name)]
        self._known: dict[bytes, str] = {}

    def of(self, raw: bytes) -> str:
        """The id of the error reply; its first words where the specification has none."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._find(raw[1:].rstrip(b"\r\n"))
        return known

    def _find(self, line: bytes) -> str:
        for name, pattern in self._patterns:
            if pattern.fullmatch(line):
                return name
        return line[:40].decode("latin1")
