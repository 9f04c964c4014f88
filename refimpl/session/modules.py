"""The modules that a server comes with: since Redis 8 the vector sets are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import EMPTY_ARRAY, EMPTY_BULK, ONE, array, bulk

if TYPE_CHECKING:
    from refimpl.resp.wire import Wire

BUILT_IN = b"vectorset"

DESCRIPTION = (
    f"name={BUILT_IN.decode()},ver=1,api=1,filters=0,usedby=[],using=[],"
    "options=[handle-io-errors|handle-repl-async-load]"
)
"""What INFO says of it."""


def listed(wire: Wire) -> bytes:
    """The modules, as MODULE LIST and HELLO tell them."""
    return array(
        [
            wire.map(
                [
                    *(bulk(b"name"), bulk(BUILT_IN)),
                    *(bulk(b"ver"), ONE),
                    *(bulk(b"path"), EMPTY_BULK),
                    *(bulk(b"args"), EMPTY_ARRAY),
                ]
            )
        ]
    )
