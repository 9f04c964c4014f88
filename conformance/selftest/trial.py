"""Runs tests on one server, as the pytest side does, until one fails."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import pytest
from _pytest.outcomes import Skipped

from conformance.arena import Arena
from conformance.blame import Blame, blame_of
from conformance.checks.checker import Checker
from conformance.run import Run, Settings
from conformance.selftest.forked import ForkedServer

if TYPE_CHECKING:
    from types import TracebackType

    from conformance.selftest.collection import Test

PATIENCE_SECONDS = 2.0
"""A mutant that blocks is asked a few times, so less of it than the suite has otherwise."""


@dataclass(frozen=True)
class Failed:
    """A test that did not pass, and why in one line."""

    clause: str
    protocol: int
    blame: str
    why: str


class Trial:
    """A server started for this, and stopped at the end; without a fault if `mutant` is empty.

    Raises HarnessFailure when there is no server.
    """

    def __init__(self, mutant: str = "") -> None:
        target = ForkedServer(mutant)
        self._run = Run(Settings(target=target.text), target)
        self._server = self._run.server()
        self._server.patience = PATIENCE_SECONDS
        self._spec = self._run.spec()
        self._checker = Checker(self._spec, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the server."""
        self._run.close()

    def attempt(self, test: Test) -> Failed | None:
        """Run one test. None if it passed, doesn't apply, or fails in an accepted way."""
        case = test.case
        if self._run.why_not(case, "target", test.protocol) is not None:
            return None
        arena = Arena(self._server, self._spec, test.protocol, self._checker)
        try:
            self._try(test, arena)
        except Skipped:
            return None
        except (Exception, pytest.fail.Exception) as error:
            blame = blame_of(error)
            accepted = self._run.baseline("target").find(case.clause, test.protocol)
            if accepted is not None and blame is Blame.DIFFERENCE:
                return None
            why = f"{type(error).__name__}: {error}" if blame is Blame.OUR_BUG else str(error)
            return Failed(case.clause, test.protocol, blame.value, " ".join(why.split())[:300])
        return None

    @staticmethod
    def _try(test: Test, arena: Arena) -> None:
        """The test and the tidying up after it; what that finds after a failure is not told."""
        try:
            test.run(arena)
        except BaseException as error:
            meaning = arena.translate(error)
            with contextlib.suppress(Exception):
                arena.finish()
            if meaning is error:
                raise
            raise meaning from error
        arena.finish()


def proved(tests: list[Test]) -> list[Failed]:
    """The tests that the unmutated server doesn't pass."""
    with Trial() as trial:
        return [failed for test in tests if (failed := trial.attempt(test)) is not None]


def fails_for_the_fault(test: Test, trial: Trial) -> bool:
    """Whether a test that failed once on a mutant does so again, and passes without the fault.

    Both keep a loaded machine, on which a test may run out of time, from killing mutants.
    """
    if trial.attempt(test) is None and trial.attempt(test) is None:
        return False
    return not proved([test])
