"""I/O threads: reading, parsing and writing beside the main thread, which executes everything.

A client belongs to one thread at a time. An I/O thread has a loop of its own, and for each of its
clients it owns the connection and what is still to be sent. What it has read and parsed it hands
over to the main thread, and reads no more of that client until it is told to. So requests keep
their order, no client can have more than one read's worth of them wait, and the parser, too, is in
one pair of hands. The main thread owns everything else: the client's state, its output until it
gives it to the thread as one piece of bytes, all limits, and the decision to close.

Threads talk only by leaving bound methods in each other's deque, and then ending the other's wait;
appending and popping are atomic, and there are no locks. Numbers that only one side changes (bytes
sent, bytes received) are read by the other as they are.

A client to whom others may push at any time, or who waits, is fetched to the main thread, and goes
back with its next reply after that, as on a real server.

They stand here and not beside the loop, because what they share with the main thread is the link
of a client, which the reactor knows nothing of; each turns a loop that is like any other.

The alternative, to share out a whole turn's reads and wait for all threads to end them, needs no
ownership; but then the main thread waits where it could execute, and a client's thread can't be
told.

What that gives (`benchmarks io-threads`; CPython 3.11, 2 cores of which the client takes one, GET
by 50 clients; ratios to the same server without I/O threads, at pipeline 1, 16 and 100): under the
interpreter's lock it takes, for only one thread at a time runs Python, and handing the lock around
costs too. Throughput is 0.9, 0.8 and 0.9 with 2 threads, 0.8, 0.7 and 0.8 with 4 (a real Redis: 1.0
to 1.1); the processor time of a request 1.3, 1.2 and 1.3 with 2 threads, 2.0, 1.3 and 1.2 with 4
(a real Redis with 2: 1.4, 1.3 and 1.1). The main thread's own part is 0.3, 0.5 and 0.6.

Nothing here relies on the lock. In a build without it (CPython 3.13.5t, PYTHON_GIL=0, since lupa
would bring the lock back) the fuzzer found no difference with 4 threads. Throughput there is 0.8,
0.9 and 0.9 with 2 threads, 0.7, 1.0 and 1.0 with 4; the processor time of a request 1.3, 1.2 and
1.2 with 2 threads, the main thread's part of it 0.4, 0.8 and 0.9, for Python objects that two
threads touch cost more there. So on two cores, one of which the client needs, nothing is gained; on
more, the main thread's part says how much could be. A request without threads takes 1.3 to 2 times
as long as with CPython 3.11.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeAlias

from refimpl.reactor.poller import BOTH, READABLE, WRITABLE
from refimpl.server.networking import READ_SIZE, Link, Networking, send_waiting
from refimpl.session.client import Unusual
from refimpl.session.statistics import IOThreadLoad

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refimpl.reactor.loop import Loop
    from refimpl.reactor.network import Connection
    from refimpl.session.client import Client
    from refimpl.table.command import Argv

_AT_HOME: Final = (
    Unusual.BLOCKED | Unusual.POSTPONED | Unusual.SUBSCRIBED | Unusual.MONITOR | Unusual.TRACKING
)
"""Clients like that are the main thread's."""

_KEPT: Final = _AT_HOME | Unusual.CLOSING

Order: TypeAlias = "Callable[[bytes], None]"


class IOThread:
    """One of the threads; its methods say by whom they are called."""

    def __init__(self, number: int, loop: Loop, main: IOThreads) -> None:
        self.number = number
        self.loop = loop
        self.load = IOThreadLoad()
        self._main = main
        self._orders: deque[tuple[Order, bytes]] = deque()
        self._ordered = False
        self._handed_over = False
        self._worker: Thread | None = None
        loop.after_sleep.append(self._follow_orders)
        loop.before_sleep.append(self._announce)

    # Called by the main thread

    def order(self, order: Order, data: bytes = b"") -> None:
        """Let the thread call this, after what it was told before, once `dispatch` was called."""
        self._orders.append((order, data))
        self._ordered = True

    def dispatch(self) -> None:
        """Let the thread know of its orders, if there are any."""
        if self._ordered:
            self._ordered = False
            self.loop.wake()

    def start(self) -> None:
        """Begin to run."""
        self._worker = Thread(target=self._run, name=f"io-thread-{self.number}", daemon=True)
        self._worker.start()

    def stop(self) -> None:
        """Wait until all orders are followed, and the thread has ended."""
        if self._worker is not None:
            self.order(self._end)
            self.dispatch()
            self._worker.join()
            self._worker = None
            self.loop.poller.close()

    # Called by the thread

    def hand_over(self, what: Callable[[], None]) -> None:
        """Let the main thread call this, after what it was given before."""
        self._main.given.append(what)
        self._handed_over = True

    def _announce(self) -> None:
        # Once in a turn, whatever the number of clients: a pipe is written to.
        if self._handed_over:
            self._handed_over = False
            self._main.loop.wake()

    def _follow_orders(self) -> None:
        orders = self._orders
        while orders:
            order, data = orders.popleft()
            order(data)

    def _end(self, _: bytes) -> None:
        self.loop.stop()

    def _run(self) -> None:
        try:
            self.loop.run()
        except BaseException as failure:
            # A server without one of its threads would leave clients without an answer.
            self._main.loop.call_soon(partial(_fail, failure))


def _fail(failure: BaseException) -> None:
    raise failure


class IOThreads:
    """All I/O threads of a server; only the main thread calls what is here."""

    def __init__(self, networking: Networking, loops: Sequence[Loop]) -> None:
        """One thread for each of the loops, which nobody else may turn once they are started."""
        server = networking.server
        self.loop = server.loop
        self.given: deque[Callable[[], None]] = deque()
        """What the threads have handed over."""
        self.threads = [IOThread(number, loop, self) for number, loop in enumerate(loops, 1)]
        server.io_threads = [thread.load for thread in self.threads]
        networking.make_link = partial(ThreadedLink, self)
        self.loop.after_sleep.append(self._take)
        self.loop.before_sleep.append(self._dispatch)

    def start(self) -> None:
        """Let them run."""
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        """Wait until they have done all they were told to, and have ended."""
        for thread in self.threads:
            thread.stop()

    def least_busy(self) -> IOThread:
        """The one that has the fewest clients."""
        return min(self.threads, key=lambda thread: thread.load.clients)

    def _take(self) -> None:
        given = self.given
        for _ in range(len(given)):
            # A script that takes long turns the loop from inside, and that takes on here.
            if not given:
                break
            given.popleft()()

    def _dispatch(self) -> None:
        for thread in self.threads:
            thread.dispatch()


class Line:
    """A client's connection while an I/O thread serves it; only that thread calls its methods.

    They take the bytes of an order, which only sending needs.
    """

    __slots__ = (
        "_connection",
        "_ending",
        "_lent",
        "_link",
        "_lost",
        "_parser",
        "_paused",
        "_worker",
        "received",
        "requests",
        "sent",
        "unsent",
    )

    def __init__(self, thread: IOThread, link: ThreadedLink) -> None:
        self._worker = thread
        self._link = link
        self._connection = link.connection
        self._parser = link.client.parser
        self.requests: list[Argv] = []
        """What was read; the main thread takes it."""
        self.received = 0
        """Bytes that were read."""
        self.sent = 0
        """Bytes that the connection took."""
        self.unsent: deque[bytes | memoryview] = deque()
        """Output that the connection had no room for, in order."""
        self._lent = False
        """Whether requests are in the main thread's hands: no more are read."""
        self._paused = False
        """Whether there is something to read, of which the loop must not tell again and again."""
        self._ending = False
        """Whether the connection is to be closed when all is sent."""
        self._lost = False
        """Whether the connection is broken, or has come to its end."""

    def adopt(self, _: bytes) -> None:
        """Begin to read."""
        self._worker.loop.add_file(self._connection.fileno(), READABLE, self._on_readable)

    def _on_readable(self) -> None:
        thread = self._worker
        if self._lent:
            self._paused = True
            thread.loop.remove_file(self._connection.fileno(), READABLE)
            return
        try:
            data = self._connection.recv(READ_SIZE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        thread.load.reads += 1
        if not data:
            self._lose()
            return
        self.received += len(data)
        parser = self._parser
        requests = parser.feed(data)
        if requests or parser.error is not None or parser.buffered > self._link.most_buffered():
            self.requests = requests
            self._lent = True
            thread.hand_over(self._link.take)

    def read_on(self, _: bytes) -> None:
        """The main thread is done with the requests."""
        self._lent = False
        if self._paused and not self._lost:
            self._paused = False
            self.adopt(_)

    def send(self, data: bytes) -> None:
        """Send as much as there is room for, the rest when there is room again."""
        if self._lost or not data:
            return
        if self.unsent:
            self.unsent.append(data)
            return
        sent = self._send(data)
        if 0 <= sent < len(data):
            self.unsent.append(memoryview(data)[sent:])
            self._worker.loop.add_file(self._connection.fileno(), WRITABLE, self._on_writable)
            self._worker.hand_over(self._link.check_limits)

    def send_and_read_on(self, data: bytes) -> None:
        """Both."""
        self.send(data)
        self.read_on(b"")

    def send_last(self, data: bytes) -> None:
        """Send that, and when all is sent, let the main thread close the connection."""
        self.send(data)
        if self.unsent:
            self._ending = True
        elif not self._lost:
            self._lose()

    def _on_writable(self) -> None:
        if not send_waiting(self.unsent, self._send):
            return
        self._worker.loop.remove_file(self._connection.fileno(), WRITABLE)
        self._worker.hand_over(self._link.sent_all)
        if self._ending:
            self._lose()

    def _send(self, data: bytes | memoryview) -> int:
        """How many bytes the connection took; -1 when it is broken."""
        try:
            sent = self._connection.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            self._lose()
            return -1
        self._worker.load.writes += 1
        self.sent += sent
        return sent

    def _lose(self) -> None:
        """The connection is of no use any more."""
        self._lost = True
        self.unsent.clear()
        self._worker.loop.remove_file(self._connection.fileno(), BOTH)
        self._worker.hand_over(self._link.close)

    def let_go(self, _: bytes) -> None:
        """Leave the connection to the main thread."""
        self._worker.loop.remove_file(self._connection.fileno(), BOTH)
        self._worker.hand_over(self._link.come_home)

    def close(self, _: bytes) -> None:
        """Close the connection."""
        # Here, because the number of a closed descriptor can soon be that of another.
        self._lost = True
        self.unsent.clear()
        self._worker.loop.remove_file(self._connection.fileno(), BOTH)
        self._connection.close()


class ThreadedLink(Link):
    """A link whose connection is served by an I/O thread, or for a while by the main thread.

    Only the main thread calls its methods, but `most_buffered`.
    """

    __slots__ = (
        "_counted",
        "_expected",
        "_given",
        "_held",
        "_io",
        "_leaving",
        "_line",
        "_worker",
    )

    def __init__(
        self, io: IOThreads, networking: Networking, client: Client, connection: Connection
    ) -> None:
        super().__init__(networking, client, connection)
        self._io = io
        self._line: Line | None = None
        """None: the connection is in the main thread's own hands."""
        self._worker = io.threads[0]
        """Whose the line is."""
        self._leaving = False
        """Whether the thread was told to let the connection go, and hasn't yet."""
        self._given = 0
        """Bytes that the line was given to send."""
        self._counted = 0
        """Bytes among those that the line has received which are in the statistics."""
        self._expected = False
        """Whether the line is to read on when it is given the output."""
        self._held = False
        """Whether a script of the client's has been running for long."""

    @property
    def io_thread(self) -> int:
        """The number of the thread that has the client; 0: the main thread."""
        return 0 if self._line is None or self._leaving else self._worker.number

    def most_buffered(self) -> int:
        """Bytes that an incomplete request may have; also asked for by I/O threads."""
        return self._networking.server.config.client_query_buffer_limit

    def open(self) -> None:
        """Let the thread that has the fewest clients serve this one too."""
        thread = self._io.least_busy()
        thread.load.clients += 1
        self._worker = thread
        self._line = Line(thread, self)
        self._given = self._counted = 0
        thread.order(self._line.adopt)

    def take(self) -> None:
        """Execute what the thread has read."""
        client = self.client
        line = self._line
        if line is None or client.unusual & Unusual.CLOSING:
            return
        self._count_input(line)
        self._obey(line.requests, not client.parser.authenticated)
        if client.unusual & Unusual.CLOSING:
            return
        if client.unusual & _AT_HOME:
            self._leaving = True
            self._worker.load.clients -= 1
            self._worker.order(line.let_go)
        elif client.queued_for_write:
            self._expected = True
        else:
            self._worker.order(line.read_on)

    def _count_input(self, line: Line) -> None:
        size = line.received - self._counted
        if size:
            self._counted += size
            server = self._networking.server
            server.statistics.input_bytes += size
            self.client.bytes_in += size
            self.client.last_active = server.moment.second

    def flush(self) -> None:
        """Give the thread what is to be sent. It is counted now, as if it were sent at once."""
        line = self._line
        if line is None:
            super().flush()
            self._go_back()
            return
        client = self.client
        client.queued_for_write = False
        if self._leaving:
            return  # it is sent from home
        self._pushed = 0
        data = b"".join(client.output)
        client.output.clear()
        waiting = self._given - line.sent
        self._given += len(data)
        self._networking.server.statistics.output_bytes += len(data)
        client.bytes_out += len(data)
        order = line.send
        if client.unusual & Unusual.CLOSING:
            order = line.send_last
        elif self._expected:
            self._expected = False
            order = line.send_and_read_on
        self._worker.order(order, data)
        if waiting:
            self._check_limits(waiting + len(data))

    def _go_back(self) -> None:
        """Let an I/O thread serve the client again, if nothing is against it."""
        client = self.client
        if client.unusual & _KEPT or client.pending or self.unsent or self._held:
            return
        self._networking.server.loop.remove_file(self.connection.fileno(), BOTH)
        self.open()

    def come_home(self) -> None:
        """The thread has let the connection go."""
        client = self.client
        line = self._line
        if line is None or client.id not in self._networking.server.clients:
            return
        self._line = None
        self._leaving = False
        self.unsent = line.unsent
        self._unsent = self._given - line.sent
        if not self._held:
            super().open()
        if self.unsent:
            self._await_room()
        if client.output or client.unusual & Unusual.CLOSING:
            self.queue()

    def hold(self) -> None:
        """Read no requests for now: a line doesn't anyway while one is being executed."""
        self._held = True
        if self._line is None:
            super().hold()

    def release(self) -> None:
        """Read requests again, unless the connection was closed meanwhile."""
        self._held = False
        if self._line is None:
            super().release()

    def _see_unsent(self) -> None:
        if self._line is not None:
            self._unsent = self._given - self._line.sent

    def unsent_bytes(self) -> int:
        """How much output waits in all."""
        self._see_unsent()
        return super().unsent_bytes()

    def pushed(self, size: int) -> None:
        """So many bytes were added to the output although no request asked for them."""
        self._see_unsent()
        super().pushed(size)

    def check_limits(self) -> None:
        """Close when too much output has waited for too long; see what the line has done."""
        line = self._line
        if line is None:
            super().check_limits()
            return
        self._count_input(line)
        self._check_limits(self._given - line.sent)

    def sent_all(self) -> None:
        """The line had to wait for room, and has sent all since."""
        self.client.over_soft_limit_since = 0
        self.client.last_active = self._networking.server.moment.second

    def _disconnect(self) -> None:
        line = self._line
        if line is None:
            super()._disconnect()
            return
        if not self._leaving:
            self._worker.load.clients -= 1
        self._worker.order(line.close)
