"""Every poller of this system keeps the same promises."""

import os
import socket
import sys
from collections.abc import Iterator

import pytest

from refimpl.reactor import poller as module
from refimpl.reactor.poller import BOTH, READABLE, WRITABLE, Poller, SelectPoller, best_poller

KINDS = [SelectPoller, type(best_poller())]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def poller(request: pytest.FixtureRequest) -> Iterator[Poller]:
    made = request.param()
    yield made
    made.close()


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ends = socket.socketpair()
    yield ends
    for end in ends:
        end.close()


def test_the_best_one() -> None:
    poller = best_poller()
    expected = {"linux": "epoll", "darwin": "kqueue"}.get(sys.platform)
    if expected is not None:
        assert poller.name == expected
        assert hasattr(module, f"{expected.capitalize()}Poller")
    poller.close()


def test_nothing_to_wait_for(poller: Poller) -> None:
    assert poller.poll(0) == []
    assert poller.poll(500) == []


def test_directions(poller: Poller, pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    fd = here.fileno()
    poller.watch(fd, READABLE)
    assert poller.poll(0) == []
    poller.watch(fd, BOTH)
    assert poller.poll(None) == [(fd, WRITABLE)]
    there.send(b"x")
    assert poller.poll(None) == [(fd, BOTH)]
    poller.watch(fd, READABLE)
    assert poller.poll(None) == [(fd, READABLE)]
    assert poller.poll(None) == [(fd, READABLE)], "until it is read"
    here.recv(1)
    assert poller.poll(0) == []
    poller.watch(fd, WRITABLE)
    assert poller.poll(None) == [(fd, WRITABLE)]
    poller.watch(fd, 0)
    poller.watch(fd, 0)
    assert poller.poll(0) == []


def test_the_end_of_a_stream_is_readable(
    poller: Poller, pair: tuple[socket.socket, socket.socket]
) -> None:
    here, there = pair
    poller.watch(here.fileno(), READABLE)
    there.close()
    ((fd, mask),) = poller.poll(None)
    assert fd == here.fileno()
    assert mask & READABLE


def test_the_end_of_a_pipe_is_readable(poller: Poller) -> None:
    source, sink = os.pipe()
    poller.watch(source, READABLE)
    os.close(sink)
    ((fd, mask),) = poller.poll(None)
    assert fd == source
    assert mask & READABLE
    poller.watch(source, 0)
    os.close(source)


def test_a_closed_number_may_come_again(poller: Poller) -> None:
    for _ in range(3):
        here, there = socket.socketpair()
        poller.watch(here.fileno(), WRITABLE)
        assert poller.poll(None) == [(here.fileno(), WRITABLE)]
        poller.watch(here.fileno(), 0)
        here.close()
        there.close()


def test_wakeup(poller: Poller) -> None:
    for _ in range(70_000):  # more than the pipe holds
        poller.wakeup()
    assert poller.poll(None) == []
    assert poller.poll(0) == []
    poller.wakeup()
    assert poller.poll(None) == []
