"""Writing a file so that there is always a whole one: the old, or the new."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def replace(path: bytes, temporary: bytes, pieces: Iterable[bytes]) -> None:
    """Write a file beside, bring it to the disk, and give it the name. OSError when that fails."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        try:
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.rename(temporary, path)  # noqa: PTH104  # pathlib loads slowly
    except BaseException:
        remove(temporary)
        raise
    _settle(os.path.dirname(path) or b".")  # noqa: PTH120


def remove(path: bytes) -> None:
    """Delete a file, if it is there."""
    with contextlib.suppress(OSError):
        os.unlink(path)  # noqa: PTH108


def _settle(directory: bytes) -> None:
    """Bring the new name to the disk, where directories can be written like that."""
    try:
        descriptor = os.open(directory, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
