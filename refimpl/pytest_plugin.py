"""Fixtures for pytest: ``pytest_plugins = ["refimpl.pytest_plugin"]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from refimpl.testing import ThreadHandle, start_in_process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from refimpl.testing import Setting


@pytest.fixture
def refimpl_server() -> Iterator[ThreadHandle]:
    """A fresh server in a thread, stopped after the test."""
    with start_in_process() as server:
        yield server


@pytest.fixture
def start_refimpl() -> Iterator[Callable[..., ThreadHandle]]:
    """A function that starts servers with settings of the configuration; all are stopped."""
    started: list[ThreadHandle] = []

    def start(**settings: Setting) -> ThreadHandle:
        started.append(start_in_process(**settings))
        return started[-1]

    yield start
    for server in started:
        server.stop()
