"""Whose fault it is when a test does not pass.

Four things can be wrong and they must not be mixed up: how the suite was called (`ClientError`),
the suite or the spec itself (anything raised that is not named here), the server as a process
(`TargetFailure`: died, hung, broke the protocol), and what the suite runs servers with
(`HarnessFailure`). What is left is the suite's purpose: a `Difference` between what the server said
and what the spec says.
"""

from __future__ import annotations

from enum import Enum

import pytest


class Blame(Enum):
    """The five ways not to pass; the value is what reports say."""

    DIFFERENCE = "difference"
    LEAK = "leak"
    CLIENT_ERROR = "client error"
    OUR_BUG = "our bug"
    TARGET_FAILURE = "target failure"
    HARNESS_FAILURE = "harness failure"


class Difference(AssertionError):
    """The server answered otherwise than the spec says.

    `expected` and `received` are already rendered; `step` says where in the clause it happened;
    `note` carries the reason in words, if it is not plain from the two.
    """

    def __init__(
        self,
        *,
        expected: str,
        received: str,
        sent: str = "",
        step: str = "",
        note: str = "",
    ) -> None:
        super().__init__(f"expected {expected}, received {received}")
        self.expected = expected
        self.received = received
        self.sent = sent
        self.step = step
        self.note = note


class Leak(AssertionError):
    """A test left something behind that outlives its own connections."""


class TargetFailure(Exception):
    """The server died, hung, or broke the protocol."""


class HarnessFailure(Exception):
    """A server could not be started, found or stopped; nothing was learnt about it."""


class ClientError(Exception):
    """The suite was called with something that makes no sense."""


def blame_of(error: BaseException) -> Blame:
    """Who is to blame for `error`, raised in a test or its set-up."""
    match error:
        case Leak():
            return Blame.LEAK
        case AssertionError() | pytest.fail.Exception():
            return Blame.DIFFERENCE
        case TargetFailure():
            return Blame.TARGET_FAILURE
        case HarnessFailure():
            return Blame.HARNESS_FAILURE
        case ClientError():
            return Blame.CLIENT_ERROR
        case _:
            return Blame.OUR_BUG
