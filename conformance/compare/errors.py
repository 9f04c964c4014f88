"""Is this line that error? Whole lines, never a class or a prefix."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from conformance.compare.text import to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spec.model.command import Command
    from spec.model.load import Spec

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
SHOWN_NAME, SHOWN_ARGS = 128, 128


class ErrorBook:
    """The error texts of one release."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    def __contains__(self, error_id: str) -> bool:
        return error_id in self._spec.errors

    def template(self, error_id: str) -> str:
        """The text with its placeholders. Raises KeyError for an unknown id."""
        return self._spec.errors[error_id].text

    def lines(
        self,
        error_id: str,
        command: Command | None = None,
        argv: Sequence[bytes] = (),
        given: Mapping[str, str] | None = None,
    ) -> Iterable[re.Pattern[bytes]]:
        """The patterns, one of which must match the whole line.

        `{command}` is the command's full name, `given` fills any placeholder; `{typed}` and
        `{subcommand}` are the first two words as they were sent, and `{word}` one of the call's
        words up to its first NUL; whatever else the server fills in may be any text.
        """
        text = self.template(error_id)
        if "{" not in text:
            yield _fixed(text)
            return
        values = dict(given or {})
        if command is not None:
            values.setdefault("command", command.published_name)
        if error_id == "unknown-command" and argv:
            values.setdefault("name", argv[0][:SHOWN_NAME].decode("latin1"))
            values.setdefault("args", _shown_arguments(argv))
        if argv:
            values.setdefault("typed", argv[0].partition(b"\0")[0].decode("latin1"))
        if len(argv) > 1:
            values.setdefault("subcommand", argv[1].partition(b"\0")[0].decode("latin1"))
        if "{word}" in text and "word" not in values and argv:
            for word in dict.fromkeys(word.partition(b"\0")[0] for word in argv):
                yield _pattern(text, {**values, "word": word.decode("latin1")})
        else:
            yield _pattern(text, values)

    def is_line(
        self,
        line: bytes,
        error_id: str,
        command: Command | None = None,
        argv: Sequence[bytes] = (),
        given: Mapping[str, str] | None = None,
    ) -> bool:
        """Whether `line` (without `-`) is that error of that command called with `argv`."""
        # Most lines are some other error: that is told without a pattern made for these words.
        if not _fixed(self.template(error_id)).fullmatch(line):
            return False
        return any(
            pattern.fullmatch(line) for pattern in self.lines(error_id, command, argv, given)
        )

    def shown(self, error_id: str, command: Command | None = None) -> str:
        """The text for a failure report, as far as it is known."""
        text = self.template(error_id)
        return text.replace("{command}", command.published_name) if command is not None else text


@cache
def _fixed(text: str) -> re.Pattern[bytes]:
    """The pattern of a text whose placeholders may be anything; made anew it takes 20 us."""
    return _pattern(text, {})


def _pattern(text: str, values: Mapping[str, str]) -> re.Pattern[bytes]:
    parts: list[bytes] = []
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        parts.append(re.escape(to_bytes(text[at : found.start()])))
        name = found[1]
        at = found.end()
        if name not in values:
            parts.append(b".*")
            continue
        value = to_bytes(values[name])
        # Line ends at the end of the whole line are dropped.
        parts.append(re.escape(_on_a_line(value.rstrip(b"\r\n") if at == len(text) else value)))
    parts.append(re.escape(to_bytes(text[at:])))
    return re.compile(b"".join(parts))


def _on_a_line(text: bytes) -> bytes:
    """Servers put spaces in place of line ends within an error line."""
    return text.replace(b"\r", b" ").replace(b"\n", b" ")


def _shown_arguments(argv: Sequence[bytes]) -> str:
    """The arguments as the error of an unknown command tells them: quoted, up to 128 bytes."""
    shown = b""
    for argument in argv[1:]:
        if len(shown) >= SHOWN_ARGS:
            break
        shown += b"'%b' " % argument[: SHOWN_ARGS - len(shown)]
    return shown.decode("latin1")
