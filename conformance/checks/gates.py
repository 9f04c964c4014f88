"""Errors that any command may get before it is looked at: they depend on the server's state."""

from __future__ import annotations

GATES = (
    b"NOAUTH ",
    b"NOPERM ",
    b"LOADING ",
    b"MASTERDOWN ",
    b"MISCONF ",
    b"NOREPLICAS ",
    b"READONLY ",
    b"BUSY ",
    b"OOM ",
    b"DENIED ",
    b"NOSCRIPT ",
    b"UNBLOCKED ",
    b"UNKILLABLE ",
    b"CLUSTERDOWN ",
    b"CROSSSLOT ",
    b"MOVED ",
    b"ASK ",
    b"ERR Replica can't inter",
    b"TRYAGAIN ",
)


def is_gate(line: bytes) -> bool:
    """Whether the error tells of a state of the server rather than of the call.

    What exactly a gate says is for the tests that provoke it; here it only excuses the call.
    """
    return line.startswith(GATES) or b"SUBSCRIBE / PING / QUIT" in line
