"""A run in several processes tells the same as a run in one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("xdist", reason="pytest-xdist is not installed")

from conformance.report.results import read_results

ROOT = Path(__file__).parents[3]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The suite as a user runs it."""
    command = [sys.executable, "-m", "pytest", "conformance/from_spec", "-q", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def told(path: Path) -> dict[str, Any]:
    """What a results file says, without what differs from run to run."""
    document = read_results(path)
    document["header"]["servers"][0].pop("capabilities")
    return {
        "cases": sorted((case["id"], case["outcome"]) for case in document["cases"]),
        "coverage": document["coverage"],
        "servers": document["header"]["servers"],
        "errors": document["footer"]["error_cases"],
    }


def test_the_same_results(tmp_path: Path) -> None:
    alone, together = tmp_path / "1.json", tmp_path / "2.json"
    chosen = ("--target=refimpl", "--clause=GETRANGE", "--clause=LPOP")
    assert run(*chosen, f"--results={alone}").returncode == 0
    done = run(*chosen, f"--results={together}", "-n", "2")
    assert done.returncode == 0, done.stdout
    assert told(alone) == told(together)
    assert "coverage  RESP3" in done.stdout


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--target=tcp://127.0.0.1:1",), "can't share tcp://127.0.0.1:1"),
        (("--target=refimpl", "--against=refimpl"), "--against compares within one process"),
    ],
)
def test_what_can_not_be_shared(words: tuple[str, ...], reason: str) -> None:
    done = run("-n", "2", *words)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert reason in done.stderr
