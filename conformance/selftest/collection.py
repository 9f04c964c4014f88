"""The suite's tests, collected once by pytest itself, to be run without it on many servers."""

from __future__ import annotations

import contextlib
import inspect
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import conformance
from conformance.blame import HarnessFailure

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.arena import Arena
    from conformance.case import Case
    from conformance.selftest.mutant import Mutant


WRITTEN = ("example", "vector", "scenario")
"""Kinds of cases that were thought up one by one."""

GIVEN = frozenset({"case", "arena", "tmp_path"})


@dataclass(frozen=True)
class Test:
    """A test function with its case, in one protocol."""

    __test__ = False  # pytest shall not take it for a test class

    function: Callable[..., None]
    case: Case
    protocol: int
    takes: frozenset[str]

    def run(self, arena: Arena) -> None:
        """Call the function with what it takes."""
        with tempfile.TemporaryDirectory(prefix="conformance-") as directory:
            given = {"case": self.case, "arena": arena, "tmp_path": Path(directory)}
            self.function(**{name: value for name, value in given.items() if name in self.takes})

    def __str__(self) -> str:
        return f"{self.case.clause} (RESP{self.protocol})"


class _Collector:
    """A pytest plugin that keeps what was collected."""

    def __init__(self) -> None:
        self.items: list[pytest.Item] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.items = session.items


def collect() -> list[Test]:
    """Every test of the suite that needs nothing but a server; the reference server is asked who
    it is. Those that take other fixtures (real client programs, a second server) are left out.

    Raises HarnessFailure when pytest can't collect them.
    """
    collector = _Collector()
    output = io.StringIO()
    folder = str(Path(conformance.__file__).parent)
    arguments = [folder, "--target=refimpl", "--collect-only", "-qq", "-p", "no:cacheprovider"]
    with contextlib.redirect_stdout(output):
        status = pytest.main(arguments, plugins=[collector])
    if status != pytest.ExitCode.OK:
        raise HarnessFailure(f"pytest can't collect the suite:\n{output.getvalue()[-4000:]}")
    tests = []
    for item in collector.items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if not isinstance(item, pytest.Function) or "arena" not in parameters:
            continue
        taken = inspect.signature(item.obj).parameters
        if taken.keys() <= GIVEN:
            _, protocol = parameters["arena"]
            tests.append(Test(item.obj, parameters["case"], protocol, frozenset(taken)))
    return tests


def likely_first(tests: list[Test], mutant: Mutant) -> list[Test]:
    """All tests: those under the mutant's hints, then of the same groups, then the vectors and
    scenarios, which concern no single command, then the others.

    A hint that is a container (`CLIENT`) stands for its subcommands, too, and the mutant's area for
    the vectors of that name. Of the hinted ones those that somebody has written come first.
    """
    hints = (*mutant.hints, mutant.area)
    starts = tuple(hint + end for hint in hints for end in ("/", " "))
    hinted = [test for test in tests if test.case.clause.startswith(starts)]
    hinted.sort(key=lambda test: test.case.kind not in WRITTEN)
    groups = {test.case.group for test in hinted}
    first = set(map(id, hinted))
    near = [test for test in tests if test.case.group in groups and id(test) not in first]
    first.update(map(id, near))
    others = [test for test in tests if id(test) not in first]
    others.sort(key=lambda test: test.case.kind not in ("vector", "scenario"))
    return hinted + near + others
