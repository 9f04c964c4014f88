"""Python's garbage collector, in a process that is nothing but a server."""

from __future__ import annotations

import gc
import sys


def leave_the_data_alone() -> None:
    """Let only young objects be looked for cycles, from now on.

    A full collection looks at every container there is: 400,000 small hashes let everybody wait
    for 170 to 290 ms, and it comes again whenever a quarter more of them has been made. It would
    find nothing, since commands, values and connections leave no cycles behind (a test holds them
    to it). What an error or a library leaves is young when it is left, and taken then: those
    collections look at some 7,000 objects and take less than a millisecond.

    MEMORY PURGE still collects everything. What is there by now stays for ever, so it needn't look
    at that.
    """
    gc.collect()
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, sys.maxsize >> 32)
