"""The version that the server tells of itself is the one it is installed as."""

from __future__ import annotations

import tomllib
from pathlib import Path

from refimpl.session.release import OWN_VERSION


def test_one_version() -> None:
    text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["project"]["version"] == OWN_VERSION
