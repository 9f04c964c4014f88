"""Ties a test function to what makes its cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from conformance.case import Case
    from conformance.run import Run

Function = TypeVar("Function", bound=Callable[..., Any])


def cases_from(maker: Callable[[Run], list[Case]]) -> Callable[[Function], Function]:
    """Run the test once for each case that `maker` gives, on each side and in each protocol."""

    def mark(function: Function) -> Function:
        function.cases_from = maker  # type: ignore[attr-defined]
        return function

    return mark
