"""Waiting until a file descriptor can be read or written: epoll, kqueue or select.

All are level-triggered: a descriptor is reported again and again until what was reported is dealt
with, so a handler may read as much or as little as it likes.
"""

import os
import select
import sys
from contextlib import suppress
from typing import Protocol

READABLE = 1
"""Data, a connection to accept, or the end of the stream has come; also every error."""
WRITABLE = 2
"""There is room to write, or a connection attempt has ended; also every error."""
BOTH = READABLE | WRITABLE


class Poller(Protocol):
    """Watches descriptors for one loop."""

    name: str

    def watch(self, fd: int, mask: int) -> None:
        """Report `fd` from now on when what `mask` asks for is so; a mask of 0 forgets `fd`.

        A descriptor must be forgotten before it is closed.
        """

    def poll(self, timeout_us: int | None) -> list[tuple[int, int]]:
        """Wait until something is ready and return it as pairs of descriptor and mask.

        `timeout_us` bounds the wait: 0 doesn't wait at all, None waits as long as it takes.
        """

    def wakeup(self) -> None:
        """Let the present poll, or else the next one, return at once.

        The only method that may be called from another thread or from a signal handler.
        """

    def close(self) -> None:
        """Give back what the poller itself holds, not the descriptors that it watches."""


class _Waker:
    """A pipe to oneself: a byte written to it ends the poll that watches its other end."""

    __slots__ = ("_write_end", "fd")

    def __init__(self) -> None:
        self.fd, self._write_end = os.pipe()
        os.set_blocking(self.fd, False)
        os.set_blocking(self._write_end, False)

    def wake(self) -> None:
        # When the pipe is full of wake-ups that nobody has seen yet, one more adds nothing.
        with suppress(BlockingIOError):
            os.write(self._write_end, b"\0")

    def drain(self) -> None:
        os.read(self.fd, 65536)

    def close(self) -> None:
        os.close(self.fd)
        os.close(self._write_end)


class SelectPoller:
    """The one that every system has; descriptors from 1024 on are beyond it on most."""

    __slots__ = ("_readable", "_waker", "_writable")

    name = "select"

    def __init__(self) -> None:
        self._waker = _Waker()
        self._readable = {self._waker.fd}
        self._writable: set[int] = set()

    def watch(self, fd: int, mask: int) -> None:
        for bit, watched in ((READABLE, self._readable), (WRITABLE, self._writable)):
            if mask & bit:
                watched.add(fd)
            else:
                watched.discard(fd)

    def poll(self, timeout_us: int | None) -> list[tuple[int, int]]:
        timeout = None if timeout_us is None else timeout_us / 1e6
        readable, writable, _ = select.select(self._readable, self._writable, (), timeout)
        ready = dict.fromkeys(readable, READABLE)
        for fd in writable:
            ready[fd] = ready.get(fd, 0) | WRITABLE
        if ready.pop(self._waker.fd, 0):
            self._waker.drain()
        return list(ready.items())

    def wakeup(self) -> None:
        self._waker.wake()

    def close(self) -> None:
        self._waker.close()


if sys.platform == "linux":

    class EpollPoller:
        """Linux: the cost of a poll doesn't grow with the number of idle descriptors."""

        __slots__ = ("_epoll", "_masks", "_waker")

        name = "epoll"

        def __init__(self) -> None:
            self._epoll = select.epoll()
            self._masks: dict[int, int] = {}
            self._waker = _Waker()
            self._epoll.register(self._waker.fd, select.EPOLLIN)

        def watch(self, fd: int, mask: int) -> None:
            if not mask:
                if self._masks.pop(fd, 0):
                    self._epoll.unregister(fd)
                return
            events = _EPOLL_EVENTS[mask]
            if fd in self._masks:
                self._epoll.modify(fd, events)
            else:
                self._epoll.register(fd, events)
            self._masks[fd] = mask

        def poll(self, timeout_us: int | None) -> list[tuple[int, int]]:
            ready = []
            waker = self._waker.fd
            timeout = None if timeout_us is None else timeout_us / 1e6
            for fd, events in self._epoll.poll(timeout):
                if fd == waker:
                    self._waker.drain()
                else:
                    ready.append((fd, _EPOLL_MASKS[events & 31]))
            return ready

        def wakeup(self) -> None:
            self._waker.wake()

        def close(self) -> None:
            self._epoll.close()
            self._waker.close()

    _EPOLL_EVENTS = (0, select.EPOLLIN, select.EPOLLOUT, select.EPOLLIN | select.EPOLLOUT)

    # From the five low bits of epoll's answer (IN 1, PRI 2, OUT 4, ERR 8, HUP 16) to our mask.
    _EPOLL_MASKS = tuple(
        BOTH
        if events & (select.EPOLLERR | select.EPOLLHUP)
        else bool(events & select.EPOLLIN) * READABLE | bool(events & select.EPOLLOUT) * WRITABLE
        for events in range(32)
    )

elif sys.platform != "win32":

    class KqueuePoller:
        """The BSDs and macOS."""

        __slots__ = ("_kqueue", "_masks", "_waker")

        name = "kqueue"

        def __init__(self) -> None:
            self._kqueue = select.kqueue()
            self._masks: dict[int, int] = {}
            self._waker = _Waker()
            self._change(self._waker.fd, select.KQ_FILTER_READ, select.KQ_EV_ADD)

        def _change(self, fd: int, kind: int, action: int) -> None:
            self._kqueue.control([select.kevent(fd, kind, action)], 0, 0)

        def watch(self, fd: int, mask: int) -> None:
            before = self._masks.pop(fd, 0)
            if mask:
                self._masks[fd] = mask
            for bit, kind in (
                (READABLE, select.KQ_FILTER_READ),
                (WRITABLE, select.KQ_FILTER_WRITE),
            ):
                if mask & bit and not before & bit:
                    self._change(fd, kind, select.KQ_EV_ADD)
                elif before & bit and not mask & bit:
                    self._change(fd, kind, select.KQ_EV_DELETE)

        def poll(self, timeout_us: int | None) -> list[tuple[int, int]]:
            timeout = None if timeout_us is None else timeout_us / 1e6
            room = 2 * len(self._masks) + 1  # a descriptor may be reported once per direction
            ready: dict[int, int] = {}
            for event in self._kqueue.control(None, room, timeout):
                mask = READABLE if event.filter == select.KQ_FILTER_READ else WRITABLE
                ready[event.ident] = ready.get(event.ident, 0) | mask
            if ready.pop(self._waker.fd, 0):
                self._waker.drain()
            return list(ready.items())

        def wakeup(self) -> None:
            self._waker.wake()

        def close(self) -> None:
            self._kqueue.close()
            self._waker.close()


def best_poller() -> Poller:
    """The most capable poller of this system."""
    if sys.platform == "linux":
        return EpollPoller()
    elif sys.platform != "win32":  # noqa: RET505 - a type checker skips the branches of others
        return KqueuePoller()
    else:
        return SelectPoller()
