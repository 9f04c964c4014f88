"""How many files the system lets the process open."""

from __future__ import annotations

_RESERVED = 32
"""Descriptors for what isn't a client: listeners, logs, files."""
_STEP = 16


def most_clients(wanted: int) -> int:
    """`wanted`, having raised the limit of open files for that many clients, or how many can be."""
    try:
        import resource
    except ImportError:  # not on this system, which has no such limit then
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted + _RESERVED
    if soft == resource.RLIM_INFINITY or needed <= soft:
        return wanted
    possible = needed
    if hard != resource.RLIM_INFINITY and needed > hard:
        possible -= -(-(needed - hard) // _STEP) * _STEP
    if possible > soft:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (possible, hard))
        except (ValueError, OSError):
            possible = soft
    return max(possible - _RESERVED, 1)
