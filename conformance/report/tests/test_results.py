"""The results file and the accepted differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.baseline import load_baseline
from conformance.blame import ClientError
from conformance.case import Case, selected
from conformance.report.results import (
    FAILED,
    PASSED,
    Failure,
    InvalidReportError,
    Outcome,
    Results,
    read_results,
)
from conformance.targets.identity import Identity
from conformance.wire.exchange import Exchange
from conformance.wire.values import Simple
from spec.model.load import release

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = Identity("redis", (8, 2, 3), "redis")


def some_results() -> Results:
    results = Results()
    results.add_server("target", "refimpl", IDENTITY)
    fine = Case("GET/examples/x", "example", command="GET", group="string")
    wrong = Case("GET/arity/none", "arity", error_case=True, command="GET", group="string")
    results.add(Outcome("t::1", fine, 2, "target", PASSED, 0.1))
    sent = Exchange("main", (b"GET",), values=[Simple(b"OK")], expected="an error")
    failure = Failure("FAIL …", sent="GET")
    outcome = Outcome("t::2", wrong, 3, "target", FAILED, 0.1, "difference", "", failure, [sent])
    results.add(outcome)
    return results


def test_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    some_results().write(path, 1)
    document = read_results(path)
    assert document["footer"]["outcomes"]["failed"] == 1
    assert document["footer"]["error_cases"] == 1
    assert document["cases"][1]["exchanges"][0]["received"] == [{"simple": "OK"}]


def test_without_footer_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    some_results().write(path, None)
    with pytest.raises(InvalidReportError, match="footer"):
        read_results(path)


def test_baseline_selects_by_what_a_server_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- {clause: A/x, reason: r, until: {redis: 8.0.0}}\n"
        "- {clause: B/x, reason: r, since: {redis: 8.0.0}, resp: '3'}\n"
        "- {clause: C/x, reason: r, label: other}\n"
    )
    baseline = load_baseline(IDENTITY, release("redis", "8.2.3"), tmp_path)
    assert [entry.clause for entry in baseline.entries] == ["B/x"]
    assert baseline.find("B/x", 2) is None
    assert baseline.unseen()
    assert baseline.find("B/x", 3) is not None
    assert not baseline.unseen()


def test_baseline_without_reason_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {clause: A/x}\n")
    with pytest.raises(ClientError, match="reason"):
        load_baseline(IDENTITY, release("redis", "8.2.3"), tmp_path)


def test_clause_selection() -> None:
    assert selected("SET/examples/x", ("SET",))
    assert selected("SET/examples/x", ("SET/examples",))
    assert not selected("SETEX/examples/x", ("SET",))
    assert selected("SET", ())
