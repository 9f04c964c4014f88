"""The suite's tests, collected once by pytest itself, to be run without it on many servers."""

from __future__ import annotations

import contextlib
import inspect
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import conformance
from conformance.blame import HarnessFailure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conformance.arena import Arena
    from conformance.case import Case
    from conformance.selftest.mutant import Mutant


WRITTEN = ("example", "vector", "scenario")
"""Kinds of cases that were thought up one by one."""

GIVEN = frozenset({"case", "arena", "tmp_path"})

Fixture = Callable[..., Iterator[Any]]


@dataclass(frozen=True)
class Test:
    """A test function with its case, in one protocol.

    `values` are what it was parametrized with besides; `fixtures` make what it is given of a
    server: a second one, for instance.
    """

    __test__ = False  # pytest shall not take it for a test class

    function: Callable[..., None]
    case: Case
    protocol: int
    takes: frozenset[str]
    values: Mapping[str, Any] = field(default_factory=dict)
    fixtures: Mapping[str, Fixture] = field(default_factory=dict)

    def run(self, arena: Arena) -> None:
        """Call the function with what it takes."""
        with ExitStack() as stack:
            directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="conformance-"))
            given = {"case": self.case, "arena": arena, "tmp_path": Path(directory), **self.values}
            for name, fixture in self.fixtures.items():
                made = contextmanager(fixture)(**_chosen(given, _taken(fixture)))
                given[name] = stack.enter_context(made)
            self.function(**_chosen(given, self.takes))

    def __str__(self) -> str:
        return f"{self.case.clause} (RESP{self.protocol})"


def _taken(function: Callable[..., Any]) -> frozenset[str]:
    return frozenset(inspect.signature(function).parameters)


def _chosen(given: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {name: given[name] for name in names}


class _Collector:
    """A pytest plugin that keeps what was collected."""

    def __init__(self) -> None:
        self.items: list[pytest.Item] = []

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.items = session.items


def collect() -> list[Test]:
    """Every test of the suite that needs nothing but servers; the reference server is asked who it
    is. Those that take other fixtures (real client programs, a real server) are left out.

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
        values = {name: each for name, each in parameters.items() if name not in GIVEN}
        takes = _taken(item.obj)
        fixtures = _fixtures(item, takes - GIVEN - values.keys())
        if fixtures is not None:
            _, protocol = parameters["arena"]
            tests.append(Test(item.obj, parameters["case"], protocol, takes, values, fixtures))
    return tests


def _fixtures(item: pytest.Function, names: frozenset[str]) -> dict[str, Fixture] | None:
    """The fixtures of these names; None if one makes its value of more than what we have."""
    found = {}
    for name in names:
        definition = item._fixtureinfo.name2fixturedefs[name][-1]
        taken = _taken(definition.func)
        if definition.scope != "function" or "arena" not in taken or not taken <= GIVEN:
            return None
        found[name] = definition.func
    return found


def likely_first(tests: list[Test], mutant: Mutant) -> list[Test]:
    """All tests: those under the mutant's hints, then of the same groups, then the vectors and
    scenarios, which concern no single command, then the others.

    A hint that is a container (`CLIENT`) stands for its subcommands, too, and the mutant's area for
    the vectors of that name. Of the hinted ones the clauses that a hint names come first, then
    those that somebody has written.
    """
    hints = (*mutant.hints, mutant.area)
    starts = tuple(hint + end for hint in hints for end in ("/", " "))
    hinted = [
        test for test in tests if test.case.clause.startswith(starts) or test.case.clause in hints
    ]
    hinted.sort(key=lambda test: (test.case.clause not in hints, test.case.kind not in WRITTEN))
    groups = {test.case.group for test in hinted}
    first = set(map(id, hinted))
    near = [test for test in tests if test.case.group in groups and id(test) not in first]
    first.update(map(id, near))
    others = [test for test in tests if id(test) not in first]
    others.sort(key=lambda test: test.case.kind not in ("vector", "scenario"))
    return hinted + near + others
