"""The command line, as redis-server takes it: a file, then options written as ``--name value``."""

from __future__ import annotations

import sys

from refimpl.session.config import Config
from refimpl.session.config_file import Directives


class Arguments:
    """What a command line asks for."""

    def __init__(self) -> None:
        self.file = ""
        """The configuration file's absolute path; empty when there is none."""
        self.text = ""
        """All directives, those of the file first."""
        self.reads_stdin = False


def parse_arguments(words: list[str]) -> Arguments:
    """Split a command line into a file and directives; OSError when the file can't be read."""
    parsed = Arguments()
    rest = list(words)
    if rest and not rest[0].startswith("-"):
        from pathlib import Path  # loads slowly, and most servers have no file

        parsed.file = str(Path(rest.pop(0)).absolute())
        parsed.text = Path(parsed.file).read_text(encoding="utf-8", errors="surrogateescape")
    elif rest and rest[0] == "-":
        rest.pop(0)
        parsed.reads_stdin = True
    if rest and rest[-1] == "-":
        rest.pop()
        parsed.reads_stdin = True
    if parsed.reads_stdin:
        parsed.text += ("\n" if parsed.text else "") + sys.stdin.read()
    options = _directives(rest)
    if options:
        parsed.text += "\n" + options
    return parsed


def _directives(words: list[str]) -> str:
    """``--save 900 1 --port 7`` as lines of a configuration file."""
    lines: list[list[str]] = []
    for word in words:
        if word.startswith("--") and not (lines and _is_value(lines[-1])):
            lines.append([word[2:]])
        elif lines:
            lines[-1].append(_quoted(word))
        else:
            lines.append([_quoted(word)])
    return "\n".join(" ".join(line if line != ["save"] else ["save", '""']) for line in lines)


def _is_value(line: list[str]) -> bool:
    """Whether even what looks like an option is the value of the one before, which has none yet.

    Of ``--save``, which may do without, it is not.
    """
    return len(line) == 1 and line[0] != "save" and not line[0].startswith('"')


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def configure(parsed: Arguments) -> Directives:
    """Obey the directives on top of the defaults; ConfigFileError when one is wrong."""
    directives = Directives(Config())
    directives.read(parsed.text)
    return directives
