"""What the optional compiled build asks of the source."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = runpy.run_path(str(ROOT / "setup.py"))["hot_modules"]()


def test_the_hot_modules_are_there() -> None:
    assert len(MODULES) > 50
    assert "refimpl/execute/pipeline.py" in MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_name_for_exceptions_of_one_type(module: str) -> None:
    """A compiled function gives a name one type, also behind several ``except … as``."""
    for function in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        caught: dict[str | None, str] = {}
        for handler in ast.walk(function):
            if isinstance(handler, ast.ExceptHandler) and handler.type is not None:
                kind = ast.unparse(handler.type)
                assert handler.name is None or caught.setdefault(handler.name, kind) == kind


@pytest.mark.parametrize("module", MODULES)
def test_no_attribute_becomes_a_keyword_of_c(module: str) -> None:
    """The C compiler sees an attribute's name behind one more underscore."""
    keywords = {"_asm", "_const", "_inline", "_restrict", "_signed", "_thread", "_volatile"}
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        assert not (isinstance(node, ast.Attribute) and node.attr in keywords)


def test_compiled_classes_have_compiled_descendants() -> None:
    """Python can't make a class that inherits from a compiled one."""
    bases: dict[str, list[str]] = {}
    compiled: set[str] = set()
    for path in sorted((ROOT / "refimpl").rglob("*.py")):
        module = str(path.relative_to(ROOT))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            if module in MODULES:
                compiled.add(node.name)
            elif "tests" not in path.parts:
                bases[f"{module}: {node.name}"] = [ast.unparse(base) for base in node.bases]
    assert len(compiled) > 50
    assert [heir for heir, names in bases.items() if compiled.intersection(names)] == []
