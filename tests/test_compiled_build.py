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
