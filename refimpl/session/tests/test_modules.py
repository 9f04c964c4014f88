"""The modules that a server comes with."""

from __future__ import annotations

from refimpl.resp.wire import RESP2, RESP3
from refimpl.session.modules import listed


def test_vector_sets_are_listed_as_a_real_server_lists_them() -> None:
    lines = "$4 name $9 vectorset $3 ver :1 $4 path $0 - $4 args *0"
    fields = b"".join(line.strip("-").encode() + b"\r\n" for line in lines.split(" "))
    assert listed(RESP3) == b"*1\r\n%4\r\n" + fields
    assert listed(RESP2) == b"*1\r\n*8\r\n" + fields
