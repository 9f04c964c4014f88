"""How a parser or a handler answers with an error."""

from __future__ import annotations


class CommandError(Exception):
    """The reply is an error: ``reply_line`` is its whole wire line, ``-`` and CRLF included.

    Nothing of the command happened: whoever raises it has not changed the dataset.
    """

    __slots__ = ("reply_line",)

    def __init__(self, reply_line: bytes) -> None:
        super().__init__(reply_line)
        self.reply_line = reply_line
