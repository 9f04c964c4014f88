"""The table of configuration parameters: spec/behaviour/config.yaml to Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spec.model.load import behaviour
from spec.model.parameters import parameters

TARGET = Path(__file__).parents[2] / "refimpl" / "table" / "config_table.py"

_HEAD = '''"""Configuration parameters. Generated from spec/behaviour/config.yaml; do not edit."""

# ruff: noqa: E501
# fmt: off

from functools import lru_cache


class Parameter:
    """What CONFIG SET checks about a parameter."""

    __slots__ = ("at_start", "attribute", "high", "kind", "low", "name", "protected", "words")

    def __init__(
        self,
        name: str,
        attribute: str,
        kind: str,
        low: int | None,
        high: int | None,
        words: tuple[str, ...],
        at_start: bool,
        protected: bool,
    ) -> None:
        self.name = name
        self.attribute = attribute
        self.kind = kind
        self.low = low
        self.high = high
        self.words = words
        self.at_start = at_start
        self.protected = protected


'''

_TAIL = '''}

NAMES = tuple(_ROWS)
"""Every name, aliases too."""


@lru_cache(maxsize=512)
def parameter(name: str) -> Parameter | None:
    """The parameter of that name or alias, in lower case."""
    row = _ROWS.get(name)
    return None if row is None else Parameter(name, *row)

'''


def render() -> str:
    """The module's text."""
    known = parameters(behaviour("config"))
    lines = [_HEAD, "class Settings:\n"]
    lines.append('    """Every parameter at its default; an instance has what was set."""\n\n')
    for parameter in known:
        hint, value = _default(parameter.raw)
        lines.append(f"    {_attribute(parameter.raw)}: {hint} = {value}\n")
    lines.append(
        "\n\n_Row = tuple[str, str, int | None, int | None, tuple[str, ...], bool, bool]\n\n"
    )
    lines.append("# Plain constants load faster than objects; few parameters are ever looked up.\n")
    lines.append("_ROWS: dict[str, _Row] = {\n")
    for parameter in known:
        raw = parameter.raw
        row = (
            _attribute(raw),
            raw["type"],
            *parameter.bounds,
            tuple(raw.get("of", [])),
            raw.get("set") == "at-start",
            raw.get("set") == "protected",
        )
        lines += [f'    "{name}": {row!r},\n' for name in parameter.names]
    lines.append(_TAIL)
    lines += _oddities([parameter.raw for parameter in known])
    lines.append("\nERRORS: dict[str, str] = {\n")
    for identity, text in known[0].errors.items():
        lines.append(f'    "{identity}": "{text}",\n')
    lines.append("}\n")
    return "".join(lines)


def _oddities(known: list[dict[str, Any]]) -> list[str]:
    """What only some parameters have, by attribute."""
    becomes, shown, alone = {}, {}, {}
    for raw in known:
        if "becomes" in raw:
            low, high = raw["becomes"]
            becomes[_attribute(raw)] = (int(low) if low else None, int(high) if high else None)
        if "shown" in raw:
            shown[_attribute(raw)] = dict(raw["shown"])
        if "alone" in raw:
            together = raw["together"]
            alone[_attribute(raw)] = (raw["alone"], tuple(together["words"]), together["error"])
    unset = sorted(_attribute(raw) for raw in known if "empty" in raw)
    always = sorted(_attribute(raw) for raw in known if "rewritten" in raw)
    return [
        f"\nUNSET_IF_EMPTY = frozenset({unset!r})\n",
        '"""Strings that are not set at all when they are empty."""\n',
        f"\nALWAYS_REWRITTEN = frozenset({always!r})\n",
        '"""What CONFIG REWRITE writes though it may be the default."""\n',
        f"\nBECOMES: dict[str, tuple[int | None, int | None]] = {becomes!r}\n",
        '"""The bounds that an accepted number is moved into."""\n',
        f"\nSHOWN: dict[str, dict[str, str]] = {shown!r}\n",
        '"""Words of an enum that CONFIG GET shows as another."""\n',
        f"\nALONE: dict[str, tuple[str, tuple[str, ...], str]] = {alone!r}\n",
        '"""Of several words: the one for none, which exclude each other, and the error."""\n\n',
    ]


def _attribute(parameter: dict[str, Any]) -> str:
    return str(parameter["name"]).replace("-", "_")


def _default(parameter: dict[str, Any]) -> tuple[str, str]:
    text = parameter.get("own", parameter["default"])
    match parameter["type"]:
        case "bool":
            return "bool", str(text == "yes")
        case "int" | "unsigned" | "memory" | "memory-or-percent":
            return "int", text
        case "octal":
            return "int", str(int(text, 8))
        case "enum" | "words":
            return "str", f'"{text}"'
        case _:
            return "bytes", f'b"{text}"'


def main(check: bool = False) -> bool:
    """Write the table, or with check only tell whether it is fresh."""
    text = render()
    if check:
        return TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
    TARGET.write_text(text, encoding="utf-8")
    return True


if __name__ == "__main__":
    import sys

    if not main("--check" in sys.argv[1:]):
        print(f"{TARGET} is stale: python -m spec.generate.config writes it", file=sys.stderr)
        sys.exit(1)
