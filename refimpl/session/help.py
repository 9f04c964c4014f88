"""The replies of the HELP subcommands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import array, simple

if TYPE_CHECKING:
    from collections.abc import Iterable


def help_reply(container: str, topics: Iterable[tuple[str, ...]]) -> bytes:
    """An array of lines: each topic is a subcommand's synopsis and lines that explain it."""
    lines = [f"{container} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"]
    for synopsis, *explanation in (*topics, ("HELP", "Print this help.")):
        lines.append(synopsis)
        lines.extend("    " + line for line in explanation)
    return array([simple(line.encode()) for line in lines])
