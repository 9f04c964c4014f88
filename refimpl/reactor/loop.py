"""The event loop: file events, time events, and hooks around the wait between them.

One turn is: the `before_sleep` hooks; a wait until a descriptor is ready or the next timer is due;
the `after_sleep` hooks; the handlers of the ready descriptors; what other threads asked for; the
timers that are due. Everything happens in the thread that calls `run` or `turn`.
"""

from collections import deque
from collections.abc import Callable
from heapq import heapify, heappop, heappush

from refimpl.reactor.clock import Clock
from refimpl.reactor.poller import READABLE, WRITABLE, Poller

Callback = Callable[[], None]
TimerCallback = Callable[[], int | None]
"""Returns after how many milliseconds it wants to be called again; None: never."""


class Loop:
    """Calls handlers when their descriptor or their time has come."""

    __slots__ = (
        "_asked",
        "_deadlines",
        "_hurry",
        "_last_timer",
        "_readable",
        "_stopped",
        "_timers",
        "_writable",
        "after_sleep",
        "before_sleep",
        "clock",
        "poller",
    )

    def __init__(self, poller: Poller, clock: Clock) -> None:
        self.poller = poller
        self.clock = clock
        self.before_sleep: list[Callback] = []
        self.after_sleep: list[Callback] = []
        self._readable: dict[int, Callback] = {}
        self._writable: dict[int, Callback] = {}
        self._timers: dict[int, TimerCallback] = {}
        # A heap of (µs, timer id). Entries of removed timers stay until they come up.
        self._deadlines: list[tuple[int, int]] = []
        self._last_timer = 0
        self._asked: deque[Callback] = deque()
        self._hurry = False
        self._stopped = False

    # File events

    def add_file(self, fd: int, mask: int, callback: Callback) -> None:
        """Call `callback` whenever `fd` is ready for what `mask` says: READABLE, WRITABLE, BOTH.

        Each direction has one handler; adding another replaces it. A handler must bear being
        called when there is nothing to do: its descriptor's number may have been closed and given
        to another file since it was polled.
        """
        if mask & READABLE:
            self._readable[fd] = callback
        if mask & WRITABLE:
            self._writable[fd] = callback
        self.poller.watch(fd, self.watched(fd))

    def remove_file(self, fd: int, mask: int) -> None:
        """Forget the handlers of `fd` for these directions, also when events are pending.

        A descriptor must be removed before it is closed.
        """
        if mask & READABLE:
            self._readable.pop(fd, None)
        if mask & WRITABLE:
            self._writable.pop(fd, None)
        self.poller.watch(fd, self.watched(fd))

    def watched(self, fd: int) -> int:
        """The directions for which `fd` has a handler."""
        return (fd in self._readable) * READABLE | (fd in self._writable) * WRITABLE

    # Time events

    def add_timer(self, delay_ms: int, callback: TimerCallback) -> int:
        """Call `callback` once `delay_ms` have gone by, and again after what it returns.

        Returns an id for `remove_timer`. A timer never runs in the turn in which it was added by
        another timer, so a delay of 0 means once per turn.
        """
        self._last_timer += 1
        self._timers[self._last_timer] = callback
        self._schedule(self._last_timer, delay_ms)
        return self._last_timer

    def remove_timer(self, timer: int) -> None:
        """Never call this timer again; unknown ids are ignored."""
        self._timers.pop(timer, None)
        if len(self._deadlines) > 2 * len(self._timers) + 64:
            # More dead entries than living ones, e.g. of timeouts that were all cancelled.
            self._deadlines = [entry for entry in self._deadlines if entry[1] in self._timers]
            heapify(self._deadlines)

    def _next_deadline_us(self) -> int | None:
        """When the next timer is due, on the monotonic clock; None without timers."""
        deadlines = self._deadlines
        while deadlines and deadlines[0][1] not in self._timers:
            heappop(deadlines)
        return deadlines[0][0] if deadlines else None

    def _schedule(self, timer: int, delay_ms: int) -> None:
        heappush(self._deadlines, (self.clock.monotonic_us() + delay_ms * 1000, timer))

    def _run_timers(self) -> None:
        deadline = self._next_deadline_us()
        if deadline is None or deadline > (now := self.clock.monotonic_us()):
            return
        due = []
        while self._deadlines and self._deadlines[0][0] <= now:
            due.append(heappop(self._deadlines)[1])
        for timer in due:
            callback = self._timers.get(timer)
            if callback is None:
                continue
            again_ms = callback()
            if timer not in self._timers:
                continue  # it removed itself
            if again_ms is None:
                del self._timers[timer]
            else:
                self._schedule(timer, again_ms)

    # From outside

    def call_soon(self, callback: Callback) -> None:
        """Call `callback` once in the loop's thread; for other threads and signal handlers."""
        self._asked.append(callback)
        self.poller.wakeup()

    def wake(self) -> None:
        """Let the present wait, or else the next one, end at once; from any thread."""
        self.poller.wakeup()

    def stop(self) -> None:
        """Let `run` return at the end of the present turn; from any thread or signal handler.

        Before `run` is called, it lets that call return at once.
        """
        self._stopped = True
        self.poller.wakeup()

    @property
    def stopping(self) -> bool:
        """Whether `stop` was called."""
        return self._stopped

    # Turning

    def skip_wait(self) -> None:
        """Let the next wait be none: there is work that no descriptor or timer announces."""
        self._hurry = True

    def patience_us(self) -> int | None:
        """How long the loop may sleep now, in microseconds; None: until a file event."""
        if self._hurry:
            return 0
        deadline = self._next_deadline_us()
        return None if deadline is None else max(0, deadline - self.clock.monotonic_us())

    def run(self) -> None:
        """Turn until `stop` is called."""
        while not self._stopped:
            self.turn()
        self._stopped = False

    def turn(self, wait: bool = True, timers: bool = True) -> None:
        """One turn. Without `wait` it takes only what is ready now.

        A handler that keeps the loop busy for long may turn it from inside, without `wait` and
        without `timers`, to keep other clients served.
        """
        for hook in self.before_sleep:
            hook()
        ready = self.poller.poll(self.patience_us() if wait else 0)
        self._hurry = False
        for hook in self.after_sleep:
            hook()
        for fd, mask in ready:
            # Writing comes first: what the reading handler adds to the output must not leave
            # before the next before_sleep, where for instance the append-only file is synced.
            if mask & WRITABLE:
                handler = self._writable.get(fd)
                if handler is not None:
                    handler()
            if mask & READABLE:
                handler = self._readable.get(fd)
                if handler is not None:
                    handler()
        for _ in range(len(self._asked)):
            self._asked.popleft()()
        if timers:
            self._run_timers()
