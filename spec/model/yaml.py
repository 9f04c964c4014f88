"""YAML as the specification needs it: every scalar a string, every node knows its line.

PyYAML's default schema would turn ``ON`` into a boolean and ``7.0`` into a float, so nothing is
resolved here; whoever reads a field converts it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class SpecError(Exception):
    """A file of the specification is wrong: where, which clause, and why."""

    def __init__(self, path: Path | str, line: int, clause: str, reason: str) -> None:
        super().__init__(f"{path}:{line}: {clause}: {reason}")
        self.path, self.line, self.clause, self.reason = path, line, clause, reason


class Mapping(dict[str, Any]):
    """A YAML mapping that remembers the line it starts on (1 is the first)."""

    line: int = 0


class Sequence(list[Any]):
    """A YAML sequence that remembers the line it starts on (1 is the first)."""

    line: int = 0


def load(path: Path) -> Mapping:
    """The mapping at the top of a file. Raises SpecError where it isn't YAML or isn't a mapping."""
    text = path.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SpecError(path, line, path.stem, str(error.problem)) from None
    except yaml.YAMLError as error:
        raise SpecError(path, 1, path.stem, str(error)) from None
    if not isinstance(node, yaml.MappingNode):
        raise SpecError(path, 1, path.stem, "a mapping is expected at the top")
    built = _build(path, node)
    assert isinstance(built, Mapping)
    return built


def _build(path: Path, node: yaml.Node) -> Mapping | Sequence | str:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping = Mapping()
        mapping.line = line
        for key_node, value_node in node.value:
            key = key_node.value
            if key in mapping:
                raise SpecError(path, key_node.start_mark.line + 1, key, "the key is given twice")
            mapping[key] = _build(path, value_node)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        sequence = Sequence(_build(path, item) for item in node.value)
        sequence.line = line
        return sequence
    value: str = node.value
    return value
