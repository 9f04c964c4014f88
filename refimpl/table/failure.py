"""How a parser or a handler answers with an error."""

from __future__ import annotations

from typing import ClassVar


class CommandError(Exception):
    """The reply is an error: ``reply_line`` is its whole wire line, ``-`` and CRLF included.

    Nothing of the command happened: whoever raises it has not changed the dataset.
    """

    __slots__ = ("reply_line",)

    counted: ClassVar[bool] = False
    """Whether the statistics of errors have it already."""

    def __init__(self, reply_line: bytes) -> None:
        super().__init__(reply_line)
        self.reply_line = reply_line


class ScriptError(CommandError):
    """A script failed, or its reply holds errors. They were counted, and it may have written."""

    __slots__ = ()

    counted: ClassVar[bool] = True


class NotShort(Exception):
    """A request has as many words as a command's short form, but is another: it needs the parser.

    Nothing of the command happened.
    """

    __slots__ = ()


def printed(*parts: bytes) -> bytes:
    """An error's wire line, made of its text and of words that a client has sent.

    As C's formatted output has it: a word ends at its first NUL. A line must stay a line, so line
    ends are spaces, and at the very end nothing.
    """
    text = b"".join([part.partition(b"\0")[0] for part in parts])
    if b"\r" in text or b"\n" in text:
        text = text.rstrip(b"\r\n").replace(b"\r", b" ").replace(b"\n", b" ")
    return b"-" + text + b"\r\n"
