"""A real server to compare with what a program prints against the server under test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.blame import ClientError
from conformance.targets.resolve import WHEEL, open_target
from conformance.wire.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conformance.wire.address import Address


@pytest.fixture(scope="session")
def _reference_server() -> Iterator[Address]:
    """A real Redis from a wheel, for the whole run; skips where none is installed."""
    try:
        target = open_target(f"wheel:{WHEEL}")
    except ClientError as error:
        pytest.skip(f"no real server to compare with: {error}")
    with target:
        yield target.start()


@pytest.fixture
def reference(_reference_server: Address) -> Address:
    """Where a real Redis listens that holds no keys."""
    empty(_reference_server)
    return _reference_server


def empty(address: Address) -> None:
    """Delete all keys of the reference server."""
    client = Client.connect(address, "reference")
    try:
        client.call("FLUSHALL")
    finally:
        client.close()
