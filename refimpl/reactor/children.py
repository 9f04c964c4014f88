"""Work beside the loop: in a process that starts as a copy of this one."""

from __future__ import annotations

import gc
import os
import signal
import stat
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Child(Protocol):
    """Work that was begun."""

    pid: int
    """Its process; 0 when it has none."""

    def result(self) -> bool | None:
        """Whether it succeeded; None while it is going on. Never waits."""

    def kill(self) -> None:
        """End it without a result."""


class Children(Protocol):
    """Where work is done; what it changes in memory nobody sees."""

    def start(self, work: Callable[[], bool]) -> Child:
        """Begin; OSError when that isn't possible."""


class ForkedChildren:
    """Work in processes of their own: each sees the memory as it was when it began.

    The operating system copies what is changed meanwhile, page by page, so that nobody waits. Only
    for a process whose other threads take no lock that the work may want: those of I/O take none.
    """

    def start(self, work: Callable[[], bool]) -> Child:
        pid = os.fork()
        if pid:
            return _Forked(pid)
        status = 1
        try:
            _be_a_child()
            status = 0 if work() else 1
        finally:
            os._exit(status)


def _be_a_child() -> None:
    # A collection would write to every object's head, and so have every page copied.
    gc.disable()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    # Whom the parent disconnects must notice; and its port must be free when it is gone.
    for name in os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else ():  # noqa: PTH112, PTH208
        try:
            if stat.S_ISSOCK(os.fstat(int(name)).st_mode):
                os.close(int(name))
        except OSError:
            continue  # the descriptor that listed the others


class _Forked:
    __slots__ = ("pid",)

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def result(self) -> bool | None:
        try:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        except ChildProcessError:
            return False
        return None if pid == 0 else status == 0

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


class InlineChildren:
    """Work at once, while everybody waits: where threads or virtual time forbid a second process.

    The result is told later all the same.
    """

    def start(self, work: Callable[[], bool]) -> Child:
        return _Done(work())


class _Done:
    __slots__ = ("_outcome", "pid")

    def __init__(self, outcome: bool) -> None:
        self.pid = 0
        self._outcome = outcome

    def result(self) -> bool | None:
        return self._outcome

    def kill(self) -> None:
        self._outcome = False
