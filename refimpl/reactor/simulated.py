"""A simulated machine room: virtual time, in-memory network, any number of loops in one process.

A `Simulation` owns time and randomness and everything that is under way between its hosts. Each
server gets a clock, a poller and a network from it, and runs the same code as ever. Computing takes
no time; time passes only when no loop has anything to do, and then it jumps to the next moment at
which something happens (so a loop that never wants to sleep stops it). The same seed gives the same
run, and another seed another interleaving.

    room = Simulation(seed=7)
    start_server(room.add_loop(), room.network("10.0.0.1"))
    client = room.network("10.0.0.9").connect_tcp("10.0.0.1", 6379)
    room.run_for(10)
    client.send(b"PING\\r\\n")
    room.run_for(10)
"""

import errno
import random
from collections import deque
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from typing import Protocol

from refimpl.reactor.clock import Clock
from refimpl.reactor.loop import Loop
from refimpl.reactor.network import BACKLOG, LOOPBACK, Address, Connection, Listener
from refimpl.reactor.poller import READABLE, WRITABLE

# 2024-01-01 00:00 UTC, the wall clock's time when a simulation begins, in microseconds.
_EPOCH_US = 1_704_067_200_000_000
# What one direction of a connection holds before its sender has to wait.
_CAPACITY = 256 * 1024
_FIRST_EPHEMERAL_PORT = 32768
_ANY_HOST = ("*", "0.0.0.0", "::", "::*")
_OWN_HOST = (LOOPBACK, "::1", "localhost")


Route = tuple[str, str]
"""From which host to which."""


class Stalled(Exception):
    """A loop waits for ever: nothing is under way and no timer is set."""


class SimulatedClock:
    """The simulation's time, with a calendar that can be put forward or back."""

    __slots__ = ("_room", "wall_offset_us")

    def __init__(self, room: "Simulation") -> None:
        self._room = room
        self.wall_offset_us = 0
        """How far this machine's calendar is ahead of the others'."""

    def wall_ms(self) -> int:
        return self.wall_us() // 1000

    def wall_us(self) -> int:
        return _EPOCH_US + self._room.now_us + self.wall_offset_us

    def monotonic_us(self) -> int:
        return self._room.now_us


class SimulatedPoller:
    """Watches simulated descriptors; a wait lets the simulation's time pass."""

    __slots__ = ("_masks", "_room", "woken")

    name = "simulated"

    def __init__(self, room: "Simulation") -> None:
        self._room = room
        self._masks: dict[int, int] = {}
        self.woken = False
        """Whether the next poll is to return at once."""

    def watch(self, fd: int, mask: int) -> None:
        if mask:
            self._masks[fd] = mask
        else:
            self._masks.pop(fd, None)

    def ready(self) -> list[tuple[int, int]]:
        """What a poll would return now."""
        found = []
        for fd, wanted in self._masks.items():
            mask = wanted & self._room.readiness(fd)
            if mask:
                found.append((fd, mask))
        return found

    def would_return(self) -> bool:
        """Whether a poll would return at once."""
        return self.woken or bool(self.ready())

    def poll(self, timeout_us: int | None) -> list[tuple[int, int]]:
        """As of any poller; Stalled when it would wait for ever."""
        deadline = None if timeout_us is None else self._room.now_us + timeout_us
        while not (found := self.ready()) and not self.woken:
            if deadline is not None and deadline <= self._room.now_us:
                break
            self._room.pass_time(deadline)
        self.woken = False
        self._room.random.shuffle(found)  # the order is nobody's business
        return found

    def wakeup(self) -> None:
        self.woken = True

    def close(self) -> None:
        self._masks.clear()


class _Stream:
    """One direction of a connection: bytes under way, then bytes that have arrived."""

    __slots__ = ("_arrived", "_last_arrival_us", "_room", "_route", "broken", "ended", "held")

    def __init__(self, room: "Simulation", route: Route, opened_us: int) -> None:
        self._room = room
        self._route = route
        self._arrived: deque[bytes] = deque()
        self._last_arrival_us = opened_us
        self.held = 0
        """Bytes sent and not yet received."""
        self.ended = False
        """That the sender has closed has arrived."""
        self.broken = False
        """That the sender has crashed has arrived."""

    def room(self) -> int:
        """How many bytes can be sent now."""
        return _CAPACITY - self.held

    def send(self, data: bytes) -> None:
        self.held += len(data)
        self.deliver(lambda: self._arrived.append(data))

    def end(self) -> None:
        self.deliver(self._arrive_end)

    def reset(self) -> None:
        self.deliver(self._arrive_reset)

    def _arrive_end(self) -> None:
        self.ended = True

    def _arrive_reset(self) -> None:
        self.broken = True

    def deliver(self, arrive: Callable[[], None]) -> None:
        """Let something arrive, later but in order."""
        when = self._room.now_us + self._room.draw_latency_us()
        self._last_arrival_us = max(when, self._last_arrival_us)
        self._room.at(self._last_arrival_us, self._route, arrive)

    def readable(self) -> bool:
        return bool(self._arrived) or self.ended or self.broken

    def recv(self, limit: int) -> bytes:
        if self.broken:
            raise ConnectionResetError("connection reset by peer")
        if not self._arrived:
            if self.ended:
                return b""
            raise BlockingIOError("nothing has arrived")
        if self._room.fragment:
            limit = self._room.random.randint(1, limit)
        pieces = []
        while self._arrived and limit:
            piece = self._arrived.popleft()
            if len(piece) > limit:
                self._arrived.appendleft(piece[limit:])
                piece = piece[:limit]
            limit -= len(piece)
            pieces.append(piece)
        data = b"".join(pieces)
        self.held -= len(data)
        return data


class SimulatedConnection:
    """One end of a simulated connection."""

    __slots__ = (
        "_established",
        "_fd",
        "_incoming",
        "_outgoing",
        "_peer",
        "_refusal",
        "_room",
        "_self",
        "closed",
        "host",
    )

    def __init__(
        self,
        room: "Simulation",
        host: str,
        own: Address,
        peer: Address,
        incoming: _Stream,
        outgoing: _Stream,
    ) -> None:
        self._room = room
        self.host = host
        self._self = own
        self._peer = peer
        self._incoming = incoming
        self._outgoing = outgoing
        self._refusal: OSError | None = None
        self._established = False
        self.closed = False
        self._fd = room.add_file(self)

    def fileno(self) -> int:
        return -1 if self.closed else self._fd

    def readiness(self) -> int:
        """The directions in which something can be done."""
        if self._refusal is not None:
            return READABLE | WRITABLE
        if not self._established:
            return 0
        writable = self._outgoing.room() > 0 or self._peer_is_gone()
        return self._incoming.readable() * READABLE | writable * WRITABLE

    def _peer_is_gone(self) -> bool:
        return self._incoming.ended or self._incoming.broken

    def recv(self, limit: int, /) -> bytes:
        self._check()
        return self._incoming.recv(limit)

    def send(self, data: bytes | bytearray | memoryview, /) -> int:
        self._check()
        if self._peer_is_gone():
            raise BrokenPipeError("the peer is gone")
        room = self._outgoing.room()
        if self._room.fragment and room:
            room = self._room.random.randint(1, room)
        if not room:
            raise BlockingIOError("no room")
        piece = bytes(data[:room])
        if piece:
            self._outgoing.send(piece)
        return len(piece)

    def _check(self) -> None:
        if self.closed:
            raise OSError(errno.EBADF, "closed")
        if self._refusal is not None:
            raise self._refusal
        if not self._established:
            raise BlockingIOError("not connected yet")

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self._room.remove_file(self._fd)
            self._outgoing.end()

    def reset(self) -> None:
        """Break the connection, as a crash does: the peer's next read fails."""
        if not self.closed:
            self.closed = True
            self._room.remove_file(self._fd)
            self._outgoing.reset()

    def establish(self) -> None:
        """End the attempt to connect with success."""
        self._established = True

    def refuse(self) -> None:
        """End the attempt to connect without success."""
        self._refusal = ConnectionRefusedError(errno.ECONNREFUSED, "connection refused")

    def failure(self) -> OSError | None:
        return self._refusal

    def peername(self) -> Address:
        return self._peer

    def sockname(self) -> Address:
        return self._self

    def set_nodelay(self, on: bool) -> None:
        """Nothing to do: nothing is ever held back."""

    def set_keepalive(self, seconds: int) -> None:
        """Nothing to do: no connection is ever forgotten by the network."""


class SimulatedListener:
    """Accepts simulated connections."""

    __slots__ = ("_backlog", "_fd", "_names", "_room", "_waiting", "address", "closed", "host")

    def __init__(
        self, room: "Simulation", host: str, address: Address, names: list[Address], backlog: int
    ) -> None:
        self._room = room
        self.host = host
        self._names = names
        self._backlog = backlog
        self._waiting: deque[SimulatedConnection] = deque()
        self.address = address
        self.closed = False
        self._fd = room.add_file(self)
        for name in names:
            room.listeners[name] = self

    def fileno(self) -> int:
        return -1 if self.closed else self._fd

    def readiness(self) -> int:
        """Whether somebody waits to be accepted."""
        return bool(self._waiting) * READABLE

    def has_room(self) -> bool:
        """Whether one more may wait."""
        return len(self._waiting) < self._backlog

    def offer(self, connection: SimulatedConnection) -> None:
        """Let a connection wait for `accept`."""
        self._waiting.append(connection)

    def accept(self) -> Connection:
        if not self._waiting:
            raise BlockingIOError("nobody is waiting")
        return self._waiting.popleft()

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self._room.remove_file(self._fd)
        for name in self._names:
            if self._room.listeners.get(name) is self:
                del self._room.listeners[name]
        for connection in self._waiting:
            connection.reset()

    def reset(self) -> None:
        """Close, as a crash does."""
        self.close()


class _File(Protocol):
    @property
    def host(self) -> str: ...

    def readiness(self) -> int: ...

    def reset(self) -> None: ...


class SimulatedNetwork:
    """The network as one host sees it."""

    __slots__ = ("_room", "host")

    def __init__(self, room: "Simulation", host: str) -> None:
        self._room = room
        self.host = host

    def listen_tcp(self, port: int, host: str = LOOPBACK, backlog: int = BACKLOG) -> Listener:
        address = Address(host, port or self._room.ephemeral_port())
        names = []
        if host in _OWN_HOST or host in _ANY_HOST:
            names.append(Address(_loopback_of(self.host), address.port))
        if host not in _OWN_HOST:
            names.append(Address(self.host, address.port))
        return self._listen(address, names, backlog)

    def listen_unix(
        self, path: str, permissions: int | None = None, backlog: int = BACKLOG
    ) -> Listener:
        name = Address(f"{self.host}:{path}", 0)
        self._room.listeners.pop(name, None)
        return self._listen(Address(path, 0), [name], backlog)

    def _listen(self, address: Address, names: list[Address], backlog: int) -> Listener:
        for name in names:
            if name in self._room.listeners:
                raise OSError(errno.EADDRINUSE, "address already in use")
        return SimulatedListener(self._room, self.host, address, names, backlog)

    def connect_tcp(self, host: str, port: int, source: str | None = None) -> Connection:
        own = Address(source or (LOOPBACK if host in _OWN_HOST else self.host), 0)
        own = own._replace(port=self._room.ephemeral_port())
        if host in _OWN_HOST:
            name = Address(_loopback_of(self.host), port)
            return self._connect(name, (self.host, self.host), own, Address(LOOPBACK, port))
        return self._connect(Address(host, port), (self.host, host), own, Address(host, port))

    def connect_unix(self, path: str) -> Connection:
        name = Address(f"{self.host}:{path}", 0)
        return self._connect(name, (self.host, self.host), Address(path, 0), Address(path, 0))

    def wait(self, connection: Connection, mask: int, timeout_ms: int) -> bool:
        return self._room.wait(connection.fileno(), mask, timeout_ms)

    def _connect(self, name: Address, route: Route, own: Address, peer: Address) -> Connection:
        """Send out for the listener called `name`; its answer comes a return trip later."""
        room = self._room
        back = (route[1], route[0])
        arrival_us = room.now_us + room.draw_latency_us()
        there = _Stream(room, route, arrival_us)
        here = _Stream(room, back, arrival_us)
        client = SimulatedConnection(room, route[0], own, peer, incoming=here, outgoing=there)

        def arrive() -> None:
            listener = room.listeners.get(name)
            if listener is None or not listener.has_room():
                here.deliver(client.refuse)
                return
            here.deliver(client.establish)
            server = SimulatedConnection(room, route[1], peer, own, incoming=there, outgoing=here)
            server.establish()
            listener.offer(server)

        room.at(arrival_us, route, arrive)
        return client


def _loopback_of(host: str) -> str:
    """What the host's loopback interface is called among all hosts'."""
    return f"{LOOPBACK} of {host}"


class Simulation:
    """Time, chance, and what is under way between hosts."""

    def __init__(
        self, seed: int = 0, latency_us: tuple[int, int] = (50, 500), fragment: bool = False
    ) -> None:
        """Begin at time 0.

        Every message takes a time between the two of `latency_us`. With `fragment`, reads and
        writes take fewer bytes than they could, by chance.
        """
        self.random = random.Random(seed)
        self.now_us = 0
        self.fragment = fragment
        self.listeners: dict[Address, SimulatedListener] = {}
        self._latency_us = latency_us
        self._loops: dict[Loop, SimulatedPoller] = {}
        # Loops that have something to do before they may sleep: their before_sleep hooks, mostly.
        self._awake: set[Loop] = set()
        # Loops in the middle of a turn: several when one waits for what another has to do.
        self._turning: set[Loop] = set()
        self._files: dict[int, _File] = {}
        self._numbers = count(1000)
        self._ports = count(_FIRST_EPHEMERAL_PORT)
        # A heap of what is to arrive: when, a number that keeps the order, by which way, what.
        self._arrivals: list[tuple[int, int, Route, Callable[[], None]]] = []
        self._cut: set[Route] = set()
        self._stranded: list[tuple[int, int, Route, Callable[[], None]]] = []

    # What servers and clients get

    def clock(self) -> SimulatedClock:
        """A machine's clock."""
        return SimulatedClock(self)

    def poller(self) -> SimulatedPoller:
        """A poller for one loop."""
        return SimulatedPoller(self)

    def network(self, host: str) -> SimulatedNetwork:
        """The network as `host` sees it; any name is a host."""
        return SimulatedNetwork(self, host)

    def add_loop(self, clock: Clock | None = None) -> Loop:
        """A loop that the simulation turns whenever it has something to do."""
        poller = self.poller()
        loop = Loop(poller, clock or self.clock())
        self._loops[loop] = poller
        return loop

    def remove_loop(self, loop: Loop) -> None:
        """Never turn this loop again."""
        del self._loops[loop]
        self._awake.discard(loop)

    # Running

    def run_for(self, ms: int) -> None:
        """Turn the loops while so much time passes."""
        end = self.now_us + ms * 1000
        self._awake.update(self._loops)
        while self._turn_loops() or self.now_us < end:
            if not self._awake:
                self._sleep(end)

    def run_until(self, condition: Callable[[], bool], limit_ms: int = 60_000) -> None:
        """Turn the loops until `condition` holds; TimeoutError when it doesn't in time."""
        end = self.now_us + limit_ms * 1000
        self._awake.update(self._loops)
        while not condition():
            if self._turn_loops():
                continue
            if self.now_us >= end:
                raise TimeoutError(f"not so within {limit_ms} ms")
            self._sleep(end)

    def wait(self, fd: int, mask: int, timeout_ms: int) -> bool:
        """Turn the other loops until a descriptor is ready, as `Network.wait` asks for."""
        end = self.now_us + timeout_ms * 1000
        while not self.readiness(fd) & mask:
            if self._turn_loops():
                continue
            if self.now_us >= end:
                return False
            self._sleep(end)
        return True

    def _turn_loops(self) -> bool:
        """Turn each loop that has work, in any order; returns whether there was one."""
        working = []
        for loop, poller in self._loops.items():
            if loop in self._turning:
                continue
            has_work = loop.patience_us() == 0 or poller.would_return()
            if has_work or loop in self._awake:
                working.append((loop, has_work))
        self.random.shuffle(working)
        for loop, had_work in working:
            if loop not in self._loops or loop in self._turning:
                continue  # removed by the turn of another, or waiting in the midst of its own
            if had_work:
                self._awake.add(loop)
            else:
                self._awake.discard(loop)
            self._turning.add(loop)
            try:
                loop.turn(wait=False)
            finally:
                self._turning.discard(loop)
        return bool(working)

    def _sleep(self, end_us: int) -> None:
        """Let time pass until the next arrival or timer, or `end_us`."""
        if any(poller.woken for poller in self._loops.values()):
            return  # one loop has just woken another
        deadline = end_us
        for loop in self._loops.keys() - self._turning:
            patience = loop.patience_us()
            if patience is not None:
                deadline = min(deadline, self.now_us + patience)
        self.pass_time(deadline)

    # The world between hosts

    def cut(self, one: str, other: str) -> None:
        """Hold back all that goes between two hosts."""
        self._cut |= {(one, other), (other, one)}

    def heal(self, one: str, other: str) -> None:
        """Let through again what goes between two hosts, and at once what was held back."""
        self._cut -= {(one, other), (other, one)}
        stranded, self._stranded = self._stranded, []
        for _, number, route, arrive in stranded:
            heappush(self._arrivals, (self.now_us, number, route, arrive))

    def crash(self, host: str) -> None:
        """Break every connection of a host and close its listeners, as a killed process does.

        Its loops are the caller's to remove.
        """
        for file in [file for file in self._files.values() if file.host == host]:
            file.reset()

    # For the parts of the simulation

    def at(self, when_us: int, route: Route, arrive: Callable[[], None]) -> None:
        """Let something arrive at a time, if its way isn't cut then."""
        heappush(self._arrivals, (when_us, next(self._numbers), route, arrive))

    def pass_time(self, deadline_us: int | None) -> None:
        """Go to the next arrival, but not past the deadline; Stalled when there is neither."""
        if self._arrivals and (deadline_us is None or self._arrivals[0][0] <= deadline_us):
            self.now_us = max(self.now_us, self._arrivals[0][0])
            arrival = heappop(self._arrivals)
            if arrival[2] in self._cut:
                self._stranded.append(arrival)
            else:
                arrival[3]()
        elif deadline_us is not None:
            self.now_us = max(self.now_us, deadline_us)
        else:
            raise Stalled

    def draw_latency_us(self) -> int:
        """How long the next message takes."""
        return self.random.randint(*self._latency_us)

    def ephemeral_port(self) -> int:
        """A port that nobody has had."""
        return next(self._ports)

    def add_file(self, file: _File) -> int:
        """A descriptor, never used before, for an end of something."""
        fd = next(self._numbers)
        self._files[fd] = file
        return fd

    def remove_file(self, fd: int) -> None:
        """Close a descriptor."""
        del self._files[fd]

    def readiness(self, fd: int) -> int:
        """What can be done with a descriptor now; nothing with a closed one."""
        file = self._files.get(fd)
        return file.readiness() if file else 0
