"""LOLWUT: a picture, and the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.registry import handles
from refimpl.session.release import VERSION

if TYPE_CHECKING:
    from random import Random

    from refimpl.session.call import Call
    from refimpl.table.generated.server import LolwutArgs

_PICTURE = """\
 .-----.   bytes come in,
 | ==> |   meaning is looked up in a table,
 | <== |   bytes go out.
 '-----'
"""
_WIDEST = 200
_HIGHEST = 100
_TIDY, _UNTIDY = "+", "x*.:o' "
_BLOCKS = " .:-=+*#%@"


@handles("LOLWUT")
def lolwut(call: Call, args: LolwutArgs) -> bytes:
    """A picture for some versions, for the present one the same each time; then the version."""
    if args.version == 5:
        picture = _weave(
            call.random,
            _bounded(args.columns, 66, _WIDEST),
            _bounded(args.squares_per_row, 8, _HIGHEST)
            * _bounded(args.squares_per_column, 1, _HIGHEST),
        )
    elif args.version == 6:
        columns = _bounded(args.columns, 80, _WIDEST)
        picture = _hills(call.random, columns, _bounded(args.rows, 20, _HIGHEST))
    elif args.version in (None, 8):
        picture = _PICTURE
    else:
        picture = ""
    return call.wire.verbatim(b"txt", f"{picture}Redis ver. {VERSION}\n".encode())


def _bounded(wanted: int | None, usual: int, most: int) -> int:
    return usual if wanted is None else min(max(wanted, 1), most)


def _weave(random: Random, columns: int, rows: int) -> str:
    """A tidy cloth that frays the more the further down one looks."""
    rows = min(rows, _HIGHEST)
    lines = []
    for row in range(rows):
        lines.append(
            "".join(
                random.choice(_UNTIDY) if random.random() < row / rows else _TIDY
                for _ in range(columns)
            )
        )
    return "\n".join(lines) + "\n"


def _hills(random: Random, columns: int, rows: int) -> str:
    """Hills one behind the other."""
    heights = []
    height = rows // 2
    for _ in range(columns):
        height = min(max(height + random.randint(-1, 1), 0), rows)
        heights.append(height)
    lines = []
    for row in range(rows, 0, -1):
        shade = _BLOCKS[1 + (rows - row) * (len(_BLOCKS) - 2) // rows]
        lines.append("".join(shade if each >= row else " " for each in heights).rstrip())
    return "\n".join(lines) + "\n"
