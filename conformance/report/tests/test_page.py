"""The page counts what the results say, and shows each failure with its exchange."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from conformance.report.__main__ import files, render
from conformance.report.matrix import page

if TYPE_CHECKING:
    from pathlib import Path


def case(clause: str, outcome: str, **more: Any) -> dict[str, Any]:
    command = clause.split("/")[0]
    return {
        "id": f"test[{clause}]",
        "clause": clause,
        "kind": "example",
        "command": command,
        "group": "string",
        "error_case": False,
        "protocol": 2,
        "side": "target",
        "outcome": outcome,
        "seconds": 0.1,
        **more,
    }


def results(*cases: dict[str, Any], target: str = "refimpl") -> dict[str, Any]:
    server = {"side": "target", "target": target, "label": "redis", "version": "8.2.3"}
    counts = {"GET": {"group": "string", "total": 4, "hit": 3}}
    coverage = {"RESP2": {"percent": 90.0, "commands": counts}}
    return {
        "header": {"started": "2026-01-01T00:00:00", "servers": [server]},
        "cases": list(cases),
        "coverage": {"protocols": coverage},
        "footer": {"complete": True, "seconds": 1.5, "problems": []},
    }


FAILED = case(
    "GET/examples/x",
    "failed",
    failure={"text": "FAIL GET/examples/x <here>"},
    exchanges=[
        {"client": "main", "text": "GET k", "received_text": 'bulk "a"', "verdict": "differs"}
    ],
)


def test_counts_by_command_and_group() -> None:
    skipped = [case("SET/examples/a", "skipped", reason="no CONFIG") for _ in range(3)]
    made = page([results(case("GET/examples/y", "passed"), FAILED, *skipped)])
    (group,) = made.groups
    assert group.name == "string"
    get, set_ = group.rows
    assert (get.cells[0].tried, get.cells[0].mark, get.cells[0].covered) == (2, "failed", 75.0)
    assert (set_.cells[0].tried, set_.cells[0].mark) == (0, "skipped")
    assert [story["count"] for story in made.stories["SET"]] == [3]


def test_each_server_is_a_column() -> None:
    made = page([results(FAILED), results(case("GET/examples/x", "passed"), target="tcp://h:1")])
    assert [run.target for run in made.runs] == ["refimpl", "tcp://h:1"]
    assert [cell.mark for cell in made.groups[0].rows[0].cells] == ["failed", "passed"]


def test_failure_is_shown_whole_and_escaped() -> None:
    html = render([results(FAILED)])
    assert "FAIL GET/examples/x &lt;here&gt;" in html
    assert "main&gt; GET k\nbulk &#34;a&#34;   ← differs\n" in html
    assert "http" not in html


def test_a_run_that_did_not_end_is_no_result() -> None:
    broken = results(FAILED)
    broken["footer"] = {}
    assert "not valid" in render([broken])


def test_a_folder_gives_its_results_only(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(results(FAILED)))
    (tmp_path / "fuzz.json").write_text("{}")
    assert [path.name for path in files([tmp_path])] == ["a.json"]
