"""Classes of sizes."""

from __future__ import annotations

import pytest

from refimpl.observe.sizes import _label


@pytest.mark.parametrize(
    ("size", "label"),
    [
        *((0, "0"), (1, "1"), (2, "2"), (3, "2"), (4, "4"), (512, "512"), (1023, "512")),
        *((1024, "1K"), (1 << 19, "512K"), (1 << 20, "1M"), (3 << 30, "2G")),
    ],
)
def test_label(size: int, label: str) -> None:
    """The greatest power of two that isn't above the size."""
    assert _label(size.bit_length()) == label
